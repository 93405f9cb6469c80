"""``onrecord brief``: the dossier as one page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import open_record, record_option
from onrecord.cli.printing import note
from onrecord.errors import BadInput

if TYPE_CHECKING:
    from onrecord.record import Record

TITLE = "What is on the record"


@click.command("brief", short_help="Write the dossier as one page (HTML or Markdown).")
@click.option(
    "-o",
    "--output",
    default="onrecord-brief.html",
    show_default=True,
    metavar="FILE",
    help="Where to: .html or .md; - is HTML on stdout.",
)
@click.option("--title", default=TITLE, show_default=True, help="What stands above it.")
@record_option
def command(output: str, title: str, record: str) -> None:
    """Write the dossier: who said what, who repeated it, what changed, each line with its evidence.

    One page that needs no network, to be read in a browser or sent on. A file that is there is written over.

    \b
    Examples:
      onrecord brief
      onrecord brief -o dossier.md --title "Joint patrols"
      onrecord brief -o - | less
    """
    with open_record(record) as opened:
        page = page_of(opened, output, title)
    if output == "-":
        click.echo(page, nl=False)
        return
    write_file(output, page)
    note(f"{output}: written")


def page_of(record: Record, output: str, title: str) -> str:
    """The dossier of ``record`` in the format that the name ``output`` asks for; raises BadInput for another
    one.
    """
    from onrecord.brief import brief_html, brief_markdown

    suffix = ".html" if output == "-" else Path(output).suffix.lower()
    makers = {".html": brief_html, ".htm": brief_html, ".md": brief_markdown}
    if suffix not in makers:
        raise BadInput(f"{output}: a brief is .html or .md; name the file so")
    return makers[suffix](record.articles, record.statements_by_article, record.findings, title=title)


def write_file(path: str, text: str) -> None:
    """Write ``text`` in UTF-8; raises BadInput where that cannot be done."""
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror})") from error
