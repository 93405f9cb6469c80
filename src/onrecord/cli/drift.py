"""``onrecord drift``: where the same words are told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import format_option, open_record, record_option, wants_table
from onrecord.cli.printing import Part, note, print_table, printable, write_jsonl
from onrecord.cli.showing import article_name, by_sides, told_by

if TYPE_CHECKING:
    from onrecord.model import Article, DriftSide, Statement

# How much of an article is shown on either side of the words: about a line.
AROUND = 70


@click.command("drift", short_help="Where the same words are told otherwise.")
@record_option
@format_option
def command(record: str, form: str | None) -> None:
    """Show where the same words are told otherwise: without their speaker, by another one, or changed.

    The fuller account is shown above the one in which something went missing. Whether that is an error, a
    person decides.

    \b
    Examples:
      onrecord drift
      onrecord drift --record week.db --format jsonl
    """
    from onrecord.rows import row

    with open_record(record) as opened:
        found = opened.drift
        if not found:
            note("the same words are told nowhere otherwise, as far as the record shows")
        if not wants_table(form):
            write_jsonl(row(one) for one in found)
            return
        articles = {article.id: article for article in opened.articles}
        statements = opened.statements_by_article

    def shown(side: DriftSide) -> list[Part]:
        return _side(side, articles[side.article], statements[side.article])

    print_table(
        ("Change", "Words, and whom they are given to"),
        (([(one.kinds, "bold")], [*shown(one.a), ("\n", ""), *shown(one.b)]) for one in by_sides(found)),
    )


def _side(side: DriftSide, article: Article, statements: list[Statement]) -> list[Part]:
    before, words, after = in_context(article.text, side.start, side.end)
    return [
        (f"{article_name(article)}: ", "dim"),
        (told_by(side, statements), "bold"),
        ("\n", ""),
        (before, "dim"),
        (f"»{words}«", ""),
        (after, "dim"),
    ]


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, within and after ``[start, end)`` in its paragraph of ``text``, cut at words."""
    newline = text.find("\n", end)
    first, last = text.rfind("\n", 0, start) + 1, newline if newline >= 0 else len(text)
    before, after = text[first:start], text[end:last]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    lead = " " if before[-1:].isspace() else ""
    tail = " " if after[:1].isspace() else ""
    return printable(before) + lead, printable(text[start:end]), tail + printable(after)
