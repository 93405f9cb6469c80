"""``onrecord trace``: one utterance, every report of it side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import format_option, open_record, record_option, wants_table
from onrecord.cli.printing import Part, in_colour, print_parts, print_table, printable, printable_lines, write_jsonl
from onrecord.cli.showing import origins_line, said_line, statement_left
from onrecord.cli.tracing import best_match, fullest

if TYPE_CHECKING:
    from onrecord.copies import Difference
    from onrecord.model import Article, Statement, Utterance, Wording
    from onrecord.record import Record

# A difference as it is shown: in colour by style, without by the marks of wdiff.
STYLES = {"same": "", "dropped": "red strike", "added": "green underline"}
# Sorts after every day.
LAST = "9999"
MARKS = {"same": ("", ""), "dropped": ("[-", "-]"), "added": ("{+", "+}")}


@click.command("trace", short_help="Every report of one utterance, with what was changed.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS|ID...")
@record_option
@format_option
def command(words: tuple[str, ...], record: str, form: str | None) -> None:
    """Show every report of one utterance: where, when, through whom, and what was changed in its words.

    Each report is set against the fullest: [-dropped-] words are missing from it, {+added+} words are its
    own. Where several utterances match, the most reported is shown and the others are named. ID is an
    utterance's or a statement's.

    \b
    Examples:
      onrecord trace joint patrols
      onrecord trace "we will not leave the estuary"
      onrecord trace patrols --format jsonl
    """
    with open_record(record) as opened:
        utterance = best_match(opened, " ".join(words))
        told = _told(opened, utterance)
        if wants_table(form):
            print_parts(*_heading(opened, utterance), ("\n", ""))
            print_table(("Who, where, when", "Words"), ((_left(one), _right(one)) for one in told))
        else:
            write_jsonl(_row(utterance, one) for one in told)


@dataclass(frozen=True, slots=True)
class Told:
    """One report of an utterance with its article, its wording, and how its words differ from the fullest
    report's.
    """

    statement: Statement
    article: Article
    wording: Wording
    differences: tuple[Difference, ...]
    is_fullest: bool


def _told(record: Record, utterance: Utterance) -> list[Told]:
    """The reports of ``utterance`` by the day of their articles, those without a day last."""
    from onrecord.copies import differences

    statements = record.reports(utterance)
    articles = {article.id: article for article in record.articles_of(statements)}
    whole = fullest(statements)
    told = [
        Told(
            statement,
            articles[statement.article],
            report.wording,
            differences(whole.words, statement.words),
            statement is whole,
        )
        for report, statement in zip(utterance.reports, statements, strict=True)
    ]
    return sorted(told, key=lambda one: (one.article.published or LAST, one.article.id, one.statement.start))


def _row(utterance: Utterance, told: Told) -> dict[str, object]:
    from onrecord.rows import row

    statement = row(told.statement)
    return {
        "utterance": utterance.id,
        "statement": told.statement.id,
        "article": told.article.id,
        "outlet": told.article.outlet,
        "published": told.article.published,
        "credited": told.article.origin,
        "speaker": statement["speaker"],
        "relay": statement["relay"],
        "said": statement["said"],
        "wording": told.wording,
        "content": statement["content"],
        "differences": [{"kind": one.kind, "text": one.text} for one in told.differences],
        "origin": utterance.origin,
    }


def _heading(record: Record, utterance: Utterance) -> list[Part]:
    parts: list[Part] = [(printable(utterance.speaker.name) if utterance.speaker else "Nobody named", "bold")]
    when = said_line(utterance.said)
    if when:
        parts.append((f", {when}", ""))
    if utterance.origin:
        parts.append((f"\nfirst told in: {printable(utterance.origin)}", ""))
    parts += [(f"\n{origins_line(sources)}", "") for sources in record.sources_of([utterance])]
    parts.append((f"\nutterance {printable(utterance.id)}", "dim"))
    return parts


def _left(told: Told) -> list[Part]:
    credited = [(f"\ncredited to {printable(told.article.origin)}", "")] if told.article.origin else []
    return [*statement_left(told.statement, told.article), *credited]


def _right(told: Told) -> list[Part]:
    how = f"{'fullest' if told.is_fullest else told.wording}, {told.statement.kind}"
    words = [_marked(one.kind, printable_lines(one.text)) for one in told.differences]
    return [*words, (f"\n{how}  {printable(told.statement.id)}", "dim")]


def _marked(kind: str, text: str) -> Part:
    """``text`` with its blanks kept outside the marks, so that words do not run together."""
    if in_colour():
        return text, STYLES[kind]
    before, after = MARKS[kind]
    inner = text.strip()
    if not inner:
        return text, ""
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{before}{inner}{after}{tail}", ""
