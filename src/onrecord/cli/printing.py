"""How things reach a screen: no control character of an article does, and no line is wider than the terminal.

Rich is imported only where a table is drawn.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

__all__ = [
    "Part",
    "in_colour",
    "json_line",
    "note",
    "plural",
    "print_parts",
    "print_table",
    "printable",
    "printable_lines",
    "shortened",
    "write_jsonl",
]

# A run of text and the style it is shown in ("" for none): what tables are made of, so that no markup is ever
# parsed.
Part = tuple[str, str]

BLANKS = re.compile(r"\s+")
# Control characters (ESC and the C1 range start a terminal's own commands), and the marks that turn the
# direction of writing, with which a text can be made to read otherwise than it is.
HOSTILE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Legal in JSON, but no single line in every reader (U+0085, U+2028, U+2029) or a terminal's command (C1).
UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029]")
REPLACEMENT = "\ufffd"
WIDEST = 120


def printable(text: str) -> str:
    """``text`` on one line: a run of blanks is one space, a control character the replacement character."""
    return HOSTILE.sub(REPLACEMENT, BLANKS.sub(" ", text)).strip()


def printable_lines(text: str) -> str:
    """``text`` with its line breaks and tabs; any other control character is the replacement character."""
    return "\n".join(
        "\t".join(HOSTILE.sub(REPLACEMENT, cell) for cell in line.split("\t")) for line in text.split("\n")
    )


def shortened(text: str, longest: int) -> str:
    """``text`` on one line, cut at a word to at most ``longest`` characters with an ellipsis."""
    line = printable(text)
    if len(line) <= longest:
        return line
    words, blank, _ = line[:longest].rpartition(" ")
    return (words if blank else line[: longest - 1]).rstrip(" ,;:.") + "…"


def plural(count: int, word: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def json_line(row: Mapping[str, object]) -> str:
    """``row`` as one line of JSON in UTF-8."""
    line = json.dumps(row, ensure_ascii=False)
    return UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def write_jsonl(rows: Iterable[Mapping[str, object]]) -> None:
    """Write ``rows`` to stdout, one a line."""
    for row in rows:
        click.echo(json_line(row))


def note(text: str) -> None:
    """Tell the user something that is no result: one line to stderr."""
    click.echo(printable(text), err=True)


def in_colour() -> bool:
    """Whether stdout is a terminal that takes colours and the user has not asked for none (NO_COLOR)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_parts(*parts: Part) -> None:
    """One paragraph, wrapped to the terminal's width."""
    _draw(_text(parts))


def print_table(heads: tuple[str, str], rows: Iterable[tuple[Sequence[Part], Sequence[Part]]]) -> None:
    """Two columns that fit any width: on the left who, where and when under each other, on the right the
    words.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, leading=1, header_style="dim")
    table.add_column(heads[0], ratio=3, max_width=32, overflow="fold")
    table.add_column(heads[1], ratio=6, overflow="fold")
    for left, right in rows:
        table.add_row(_text(left), _text(right))
    if table.row_count:
        _draw(table)


def _text(parts: Iterable[Part]) -> Text:
    from rich.text import Text

    text = Text()
    for words, style in parts:
        text.append(printable_lines(words), style=style)
    return text


def _draw(thing: object) -> None:
    """Draw ``thing`` into a string first: ``click.echo`` then meets a closed pipe, where it is no error."""
    from io import StringIO

    from rich.console import Console

    colour = in_colour()
    console = Console(
        file=StringIO(),
        width=min(get_terminal_size().columns, WIDEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as drawn:
        console.print(thing)
    lines = (line.rstrip() for line in drawn.get().removesuffix("\n").split("\n"))
    click.echo("\n".join(lines), color=colour)
