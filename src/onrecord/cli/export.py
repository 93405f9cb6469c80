"""``onrecord export``: a table of the record, for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from onrecord.cli.brief import write_file
from onrecord.cli.options import open_record, record_option
from onrecord.cli.printing import json_line, note, plural, printable_lines

if TYPE_CHECKING:
    from onrecord.record import Record

TABLES = ("articles", "statements", "speakers", "passages", "utterances", "sources", "drift", "failures")


@click.command("export", short_help="Write a table of the record as JSONL or CSV.")
@click.argument("table", type=click.Choice(TABLES), metavar="TABLE")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to.  [default: stdout]")
@record_option
def command(table: str, form: str, output: str, record: str) -> None:
    """Write a TABLE of the record: articles, statements, speakers, passages, utterances, sources, drift, failures.

    The same articles give the same bytes, in whatever order they were added. In CSV, what is a list or an
    object in JSONL is JSON within its cell.

    \b
    Examples:
      onrecord export statements > statements.jsonl
      onrecord export sources --format csv -o sources.csv
    """
    with open_record(record) as opened:
        rows = rows_of(opened, table)
    lines = [json_line(row) + "\n" for row in rows] if form == "jsonl" else csv_lines(rows)
    if output == "-":
        for line in lines:
            click.echo(line, nl=False)
        return
    write_file(output, "".join(lines))
    note(f"{output}: {plural(len(rows), 'row')}")


def rows_of(record: Record, table: str) -> list[dict[str, object]]:
    """All rows of ``table``, in the record's order."""
    from onrecord.rows import row

    if table == "speakers":
        return [
            {
                "id": speaker.id,
                "name": speaker.name,
                "type": speaker.type,
                "statements": said,
                "articles": articles,
            }
            for speaker, said, articles in record.speakers
        ]
    if table == "failures":
        return [{"path": one.path, "line": one.line, "reason": one.reason} for one in record.failures]
    return [row(value) for value in getattr(record, table)]


def csv_lines(rows: Iterable[dict[str, object]]) -> list[str]:
    """``rows`` as lines of CSV under a line of names; control characters are replaced one for one, so offsets
    hold.
    """
    lines: list[str] = []
    for row in rows:
        if not lines:
            lines.append(_csv_line(list(row)))
        lines.append(_csv_line([_cell(value) for value in row.values()]))
    return lines


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        return printable_lines(json.dumps(value, ensure_ascii=False))
    return printable_lines(str(value))


def _csv_line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
