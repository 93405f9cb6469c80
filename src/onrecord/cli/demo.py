"""``onrecord demo``: the bundled stories, so that a new user sees all of it in one command."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.brief import page_of, write_file
from onrecord.cli.options import open_record
from onrecord.cli.printing import Part, plural, print_parts, shortened
from onrecord.cli.showing import Changed, article_name, by_sides, origins_line, quoted, told_by, who
from onrecord.cli.tracing import fullest
from onrecord.errors import BadInput

if TYPE_CHECKING:
    from onrecord.model import Article, Sources, Statement
    from onrecord.record import Record

# What fits on a screen with room for the rest.
MOST_UTTERANCES = 3
MOST_DRIFT = 4
WORDS_TO_TRACE = 4
# Letters only, so that nothing in them means anything to a shell.
LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")


@click.command("demo", short_help="See all of it on bundled stories.")
@click.option("--to", default="onrecord-demo", show_default=True, metavar="FOLDER", help="Where to put it.")
def command(to: str) -> None:
    """Put the bundled stories on a record and show what it finds in them.

    Everything in them is made up. FOLDER gets the record and the brief; again is fine.

    \b
    Examples:
      onrecord demo
      onrecord demo --to first-look
    """
    from onrecord.demo import stories

    folder = Path(to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{to}: the folder cannot be made ({error.strerror}); name another with --to") from error
    path, brief = folder / "onrecord.db", folder / "brief.html"
    with open_record(str(path), create=True) as record:
        record.add(stories())
        write_file(str(brief), page_of(record, str(brief), "The bundled stories"))
        words = _show(record)
    print_parts(*_next_steps(path, brief, words))


def _show(record: Record) -> str:
    """Print what was found; gives words to trace."""
    articles = {article.id: article for article in record.articles}
    by_id = {statement.id: statement for statement in record.statements}
    reports = {one.id: [by_id[report.statement] for report in one.reports] for one in record.utterances}
    print_parts((f"{plural(len(articles), 'article')}, {plural(len(by_id), 'statement')}.\n", "bold"))
    told = sorted(record.sources, key=lambda one: _most_told(one, reports[one.claim]))[:MOST_UTTERANCES]
    for sources in told:
        print_parts(*_utterance(sources, reports[sources.claim], articles), ("\n", ""))
    changes = _each_kind_first(by_sides(record.drift))[:MOST_DRIFT]
    if changes:
        print_parts(("What changed on the way:", "bold"))
    statements = record.statements_by_article
    for change in changes:
        print_parts(*_changed(change, articles, statements))
    return " ".join(LONG_WORD.findall(fullest(reports[told[0].claim]).words)[:WORDS_TO_TRACE])


def _most_told(sources: Sources, statements: list[Statement]) -> tuple[int, int, bool, str]:
    """What is told most often comes first, of that what a named person said; then the order is that of the ids."""
    speaker = fullest(statements).speaker
    return -sources.articles, -sources.outlets, speaker is None or speaker.type != "person", sources.claim


def _utterance(sources: Sources, statements: list[Statement], articles: dict[str, Article]) -> list[Part]:
    whole = fullest(statements)
    inside = sorted({statement.article for statement in statements})
    in_order = sorted((articles[key] for key in inside), key=lambda article: (article.published or "9999", article.id))
    first, *later = in_order
    parts: list[Part] = [
        (f"{who(whole)}: ", "bold"),
        (f"{shortened(quoted(whole), 160)}\n", ""),
        (f"  {origins_line(sources)}\n", "bold"),
        (f"  earliest: {article_name(first)}", ""),
    ]
    if later:
        parts.append((f"\n  also: {'; '.join(article_name(article) for article in later)}", ""))
    return parts


def _each_kind_first(changes: list[Changed]) -> list[Changed]:
    """``changes`` with one of every kind before the second of any."""
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for place, change in enumerate(changes):
        seen[change.kinds] += 1
        ranked.append((seen[change.kinds], place))
    return [changes[place] for _, place in sorted(ranked)]


def _changed(change: Changed, articles: dict[str, Article], statements: dict[str, list[Statement]]) -> list[Part]:
    words = articles[change.a.article].text[change.a.start : change.a.end]
    parts: list[Part] = [(f"  {change.kinds}: ", "bold"), (f"“{shortened(words, 90)}”", "")]
    for side in (change.a, change.b):
        name = article_name(articles[side.article])
        parts.append((f"\n    {name}: {told_by(side, statements[side.article])}", ""))
    return parts


def _next_steps(path: Path, brief: Path, words: str) -> list[Part]:
    return [
        ("\nRead the brief in a browser: ", ""),
        (f"{brief}\n", "bold"),
        ("Ask the record:\n", ""),
        (f"  onrecord trace {words} --record {path}\n", ""),
        (f"  onrecord drift --record {path}\n", ""),
        ("Then your own: ", ""),
        ("onrecord add reports/\n", "bold"),
    ]
