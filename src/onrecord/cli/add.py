"""``onrecord add``: put articles on the record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import (
    finish,
    open_record,
    paths_argument,
    record_option,
    stated_of,
    stated_options,
    tell_failure,
)
from onrecord.cli.printing import note, plural, shortened

if TYPE_CHECKING:
    from onrecord.record import Progress, Step


@click.command("add", short_help="Put files and folders on the record.")
@paths_argument
@record_option
@stated_options
def command(paths: tuple[str, ...], record: str, **stated: str | None) -> None:
    """Put articles on the record; those that are there already are left alone.

    PATH is a file (.txt, .html, .jsonl), a folder, or - for stdin. What cannot be read is named, and stays on
    the record as a failure until it can be. Stopped halfway, the same command goes on where it was.

    \b
    Examples:
      onrecord add reports/
      onrecord add report.txt --outlet "The Daily" --published 2016-08-12
      onrecord add monday.jsonl tuesday.jsonl --record week.db
    """
    with open_record(record, create=True) as opened:
        with _progress() as progress:
            added = opened.add(paths, stated_of(stated), progress)
        for failure in added.failures:
            tell_failure(failure)
        note(f"{record}: {plural(len(added.new), 'new article')}, {len(added.known):,} already there")
        finish(len(added.failures))


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """One line on stderr that says how far it is, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    with console.status("reading") as status:
        count = 0

        def show(step: Step) -> None:
            nonlocal count
            count += 1
            doing = f"comparing {step.name} articles" if step.outcome == "comparing" else f"{count} read, {step.name}"
            status.update(_plain(shortened(doing, max(20, console.width - 8))))

        yield show


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)
