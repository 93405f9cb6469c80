"""``onrecord trace``: one utterance, every report of it side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import format_option, open_record, record_option, wants_table
from onrecord.cli.printing import Part, in_colour, print_parts, print_table, printable, write_jsonl
from onrecord.cli.showing import origins_line, said_line, statement_left
from onrecord.cli.tracing import best_match, fullest

if TYPE_CHECKING:
    from onrecord.model import Article, Report, Statement, Utterance
    from onrecord.record import Record

# A difference as it is shown: in colour by style, without by the marks of wdiff.
STYLES = {"same": "", "dropped": "red strike", "added": "green underline"}
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
        statements = opened.reports(utterance)
        articles = {article.id: article for article in opened.articles_of(statements)}
        if wants_table(form):
            _show(opened, utterance, statements, articles)
        else:
            write_jsonl(_rows(utterance, statements, articles))


def _rows(utterance: Utterance, statements: list[Statement], articles: dict[str, Article]) -> list[dict[str, object]]:
    from onrecord.rows import row

    whole = fullest(statements)
    made: list[dict[str, object]] = []
    for report, statement in zip(utterance.reports, statements, strict=True):
        article = articles[statement.article]
        told = row(statement)
        made.append(
            {
                "utterance": utterance.id,
                "statement": statement.id,
                "article": article.id,
                "outlet": article.outlet,
                "published": article.published,
                "credited": article.origin,
                "speaker": told["speaker"],
                "relay": told["relay"],
                "said": told["said"],
                "wording": report.wording,
                "content": told["content"],
                "differences": [{"kind": kind, "text": text} for kind, text in _differences(whole, statement)],
                "origin": utterance.origin,
            }
        )
    return made


def _differences(whole: Statement, report: Statement) -> list[tuple[str, str]]:
    from onrecord.copies import differences

    return [(difference.kind, difference.text) for difference in differences(whole.words, report.words)]


def _show(record: Record, utterance: Utterance, statements: list[Statement], articles: dict[str, Article]) -> None:
    whole = fullest(statements)
    print_parts(*_heading(record, utterance), ("\n", ""))
    print_table(
        ("Who, where, when", "Words"),
        (
            (_left(statement, articles[statement.article]), _right(report, whole, statement))
            for report, statement in zip(utterance.reports, statements, strict=True)
        ),
    )


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


def _left(statement: Statement, article: Article) -> list[Part]:
    credited = [(f"\ncredited to {printable(article.origin)}", "")] if article.origin else []
    return [*statement_left(statement, article), *credited]


def _right(report: Report, whole: Statement, statement: Statement) -> list[Part]:
    if statement is whole:
        words: list[Part] = [(printable(statement.words), "")]
        how = f"fullest, {statement.kind}"
    else:
        words = [_marked(kind, text) for kind, text in _differences(whole, statement)]
        how = f"{report.wording}, {statement.kind}"
    return [*words, (f"\n{how}  {printable(statement.id)}", "dim")]


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
