"""``onrecord timeline``: what was said, by the day it was said on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import format_option, open_record, record_option, wants_table
from onrecord.cli.printing import note, plural, print_table, printable, write_jsonl
from onrecord.cli.showing import article_name, quoted, who
from onrecord.cli.tracing import fullest

if TYPE_CHECKING:
    from onrecord.model import Article, Statement, Utterance
    from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """An utterance on the days it may be of: those the text tells (``said``), else its first report's
    (``reported``).
    """

    since: str
    until: str
    dated_by: str
    utterance: Utterance
    statement: Statement

    @property
    def days(self) -> str:
        """The days as a user reads them."""
        days = self.since if self.since == self.until else f"{self.since} to {self.until}"
        return days if self.dated_by == "said" else f"by {days}"


@click.command("timeline", short_help="What was said, in the order of the days.")
@record_option
@format_option
def command(record: str, form: str | None) -> None:
    """List what was said in the order of the days, each utterance once in its fullest report.

    A day is the one on which it was said, where a report tells; otherwise "by" the day of the first report.
    What has neither is left out, and counted on stderr.

    \b
    Examples:
      onrecord timeline
      onrecord timeline --format jsonl --record week.db
    """
    with open_record(record) as opened:
        articles = {article.id: article for article in opened.articles}
        entries, undated = entries_of(opened, articles)
        if undated:
            note(f"{plural(undated, 'utterance')} left out: no report tells a day or has one")
        if not wants_table(form):
            write_jsonl(_row(entry) for entry in entries)
            return
        print_table(
            ("Day, who, where", "Words"),
            (
                (
                    [
                        (entry.days, "bold"),
                        (f"\n{who(entry.statement)}", ""),
                        (f"\n{article_name(articles[entry.statement.article])}", "dim"),
                    ],
                    [(quoted(entry.statement), ""), (f"\n{printable(entry.utterance.id)}", "dim")],
                )
                for entry in entries
            ),
        )


def entries_of(record: Record, articles: dict[str, Article]) -> tuple[list[Entry], int]:
    """The utterances of ``record`` by day, and how many have none."""
    by_id = {statement.id: statement for statement in record.statements}
    entries, undated = [], 0
    for utterance in record.utterances:
        reports = [by_id[report.statement] for report in utterance.reports]
        entry = _entry(utterance, reports, articles)
        if entry is None:
            undated += 1
        else:
            entries.append(entry)
    entries.sort(key=lambda entry: (entry.since, entry.until, entry.utterance.id))
    return entries, undated


def _entry(utterance: Utterance, reports: list[Statement], articles: dict[str, Article]) -> Entry | None:
    whole, said = fullest(reports), utterance.said
    if said is not None and (said.since or said.until):
        since, until = said.since or said.until or "", said.until or said.since or ""
        return Entry(since, until, "said", utterance, whole)
    days = sorted(filter(None, (articles[report.article].published for report in reports)))
    return Entry(days[0], days[0], "reported", utterance, whole) if days else None


def _row(entry: Entry) -> dict[str, object]:
    speaker = entry.utterance.speaker
    return {
        "from": entry.since if entry.dated_by == "said" else None,
        "to": entry.until,
        "dated_by": entry.dated_by,
        "utterance": entry.utterance.id,
        "speaker": speaker.name if speaker else None,
        "statement": entry.statement.id,
        "article": entry.statement.article,
        "words": entry.statement.words,
    }
