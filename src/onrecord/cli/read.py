"""``onrecord read``: articles as read, without a store."""

from __future__ import annotations

import click

from onrecord.cli.options import finish, paths_argument, stated_of, stated_options, tell_failure
from onrecord.cli.printing import json_line, printable_lines


@click.command("read", short_help="Show articles as they are read; nothing is stored.")
@paths_argument
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="jsonl", show_default=True)
@stated_options
def command(paths: tuple[str, ...], form: str, **stated: str | None) -> None:
    """Show articles as they are read: text, dates, labels. Nothing is stored.

    PATH is a file (.txt, .html, .jsonl), a folder, or - for stdin.

    \b
    Examples:
      onrecord read reports/
      onrecord read page.html --format text
      cat report.txt | onrecord read - --outlet "The Daily" --published 2016-08-12
    """
    from onrecord.model import Failure
    from onrecord.reading import read_paths
    from onrecord.rows import row

    failures = 0
    for read in read_paths(paths, stated_of(stated)):
        if isinstance(read, Failure):
            failures += 1
            tell_failure(read)
        elif form == "jsonl":
            click.echo(json_line(row(read)))
        else:
            click.echo(printable_lines(f"== {read.title or read.id} ==\n\n{read.text}\n"))
    finish(failures)
