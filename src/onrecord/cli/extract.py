"""``onrecord extract``: the statements of each article, without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import (
    finish,
    format_option,
    paths_argument,
    stated_of,
    stated_options,
    tell_failure,
    wants_table,
)
from onrecord.cli.printing import json_line, note, plural, print_table, printable
from onrecord.cli.showing import statement_left, statement_right

if TYPE_CHECKING:
    from onrecord.model import Article, Statement


@click.command("extract", short_help="Show who says what in articles; nothing is stored.")
@paths_argument
@format_option
@stated_options
def command(paths: tuple[str, ...], form: str | None, **stated: str | None) -> None:
    """Show who says what in each article. Nothing is stored.

    PATH is a file (.txt, .html, .jsonl), a folder, or - for stdin. A JSONL row is {"id", "text"} and, if
    known, "title", "outlet", "published", "url", "byline".

    \b
    Examples:
      onrecord extract report.txt
      onrecord extract reports/ --format jsonl > statements.jsonl
      onrecord read reports/ | onrecord extract -
    """
    from onrecord.model import Failure
    from onrecord.pipeline import extract
    from onrecord.reading import read_paths
    from onrecord.rows import row

    table, failures = wants_table(form), 0
    for read in read_paths(paths, stated_of(stated)):
        if isinstance(read, Failure):
            failures += 1
            tell_failure(read)
            continue
        statements = extract(read)
        if table:
            _show(read, statements)
        for statement in () if table else statements:
            click.echo(json_line(row(statement)))
    finish(failures)


def _show(article: Article, statements: list[Statement]) -> None:
    note(f"{printable(article.title or article.id)}: {plural(len(statements), 'statement')}")
    print_table(
        ("Who, where, when", "Words"),
        ((statement_left(statement, article), statement_right(statement)) for statement in statements),
    )
