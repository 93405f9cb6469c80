"""What several commands take: the record, the format, what is known of the articles beforehand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from onrecord.cli.printing import note, plural

if TYPE_CHECKING:
    from onrecord.model import Failure
    from onrecord.reading import Stated
    from onrecord.record import Record

__all__ = [
    "finish",
    "format_option",
    "open_record",
    "paths_argument",
    "record_option",
    "stated_of",
    "stated_options",
    "tell_failure",
    "wants_table",
]

Command = TypeVar("Command", bound=Callable[..., object])

record_option = click.option(
    "--record",
    default="onrecord.db",
    envvar="ONRECORD",
    show_default=True,
    show_envvar=True,
    metavar="FILE",
    help="The record to use.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    help="A table for people or JSONL for programs.  [default: table on a terminal, else jsonl]",
)
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")

STATED = (
    ("--outlet", "Who published these articles."),
    ("--published", "The day they were published, as 2016-08-12."),
    ("--title", "Their title."),
    ("--byline", "Who wrote them."),
    ("--origin", "Who is credited for them: an agency, another outlet."),
    ("--url", "Where they were published."),
)


def stated_options(command: Command) -> Command:
    """Add the options that state what is known of the articles, before whatever they say themselves."""
    for name, help_ in reversed(STATED):
        command = click.option(name, metavar="TEXT", help=help_)(command)
    return command


def stated_of(given: dict[str, str | None]) -> Stated:
    """What the user stated of the articles."""
    from onrecord.reading import Stated

    return Stated(**{name: value or None for name, value in given.items()})


def open_record(path: str, *, create: bool = False) -> Record:
    """The record at ``path``."""
    from onrecord.record import Record

    return Record(path, create=create)


def wants_table(form: str | None) -> bool:
    """Whether to print a table: as asked, else where stdout is a terminal."""
    return sys.stdout.isatty() if form is None else form == "table"


def tell_failure(failure: Failure) -> None:
    """Say on stderr what could not be read."""
    note(f"could not be read: {failure}")


def finish(failures: int) -> None:
    """End with status 1 where something could not be read."""
    if failures:
        note(f"{plural(failures, 'thing')} could not be read; the rest was")
        sys.exit(1)
