"""How an article, a statement and a day are named to a user: the same words in every command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.cli.printing import Part, plural, printable, shortened

if TYPE_CHECKING:
    from onrecord.model import Article, Drift, DriftSide, Said, Sources, Statement

__all__ = [
    "Changed",
    "article_name",
    "by_sides",
    "origins_line",
    "quoted",
    "said_line",
    "statement_left",
    "statement_right",
    "told_by",
    "who",
]

# A paragraph's worth of words: enough to know a statement by, and five of them fill a terminal.
LONGEST_WORDS = 400
# A headline where the outlet is not known: it stands in a line with other names.
LONGEST_TITLE = 40


def article_name(article: Article) -> str:
    """``The Daily, 2016-08-12``: outlet and day as far as they are known, else title or id."""
    name = printable(article.outlet or "") or shortened(article.title or "", LONGEST_TITLE) or printable(article.id)
    return f"{name}, {article.published}" if article.published else name


def who(statement: Statement) -> str:
    """Who says it: the speaker's name, else the article's own words for them, else that nobody is named."""
    if statement.speaker is not None:
        return printable(statement.speaker.name)
    return printable(statement.source.text) if statement.source else "nobody named"


def quoted(statement: Statement) -> str:
    """Its words, in quotation marks where the article quotes them all."""
    words = shortened(statement.words, LONGEST_WORDS)
    whole = statement.kind == "direct" and words[:1] not in "\"“‘'«"
    return f"“{words}”" if whole else words


def said_line(said: Said | None) -> str:
    """When it was said, if the text tells."""
    if said is None:
        return ""
    days = said.since if said.since == said.until else f"{said.since or '?'} to {said.until or '?'}"
    return f"said {days} (“{printable(said.text)}”)" if said.since or said.until else f"said “{printable(said.text)}”"


def statement_left(statement: Statement, article: Article) -> list[Part]:
    """Who, through whom, where and when: the left column of a table."""
    lines: list[Part] = [(who(statement), "bold")]
    if statement.relay:
        lines.append(("via " + ", ".join(printable(name) for name in statement.relay), ""))
    lines.append((article_name(article), ""))
    if said_line(statement.said):
        lines.append((said_line(statement.said), "dim"))
    return [(("\n" if i else "") + words, style) for i, (words, style) in enumerate(lines)]


def statement_right(statement: Statement) -> list[Part]:
    """The words, how they are given, and the id to ask further with: the right column of a table."""
    how = ", ".join([statement.kind, *([statement.act] if statement.act else [])])
    return [(quoted(statement), ""), (f"\n{how}  {printable(statement.id)}", "dim")]


def origins_line(sources: Sources) -> str:
    """``3 articles, 3 outlets → 1 origin``, or ``1 to 2 origins`` where it cannot be told."""
    low, high = sources.origins
    range_ = plural(high, "origin") if low == high else f"{low} to {plural(high, 'origin')}"
    return f"{plural(sources.articles, 'article')}, {plural(sources.outlets, 'outlet')} → {range_}"


@dataclass(frozen=True, slots=True)
class Changed:
    """All that changed between the same words of two articles: ``kinds`` joined by commas."""

    a: DriftSide
    b: DriftSide
    kinds: str


def by_sides(drift: Iterable[Drift]) -> list[Changed]:
    """``drift`` with what concerns the same words of the same two articles in one."""
    kinds: dict[tuple[DriftSide, DriftSide], list[str]] = {}
    for one in drift:
        kinds.setdefault((one.a, one.b), []).append(one.change)
    return [Changed(a, b, ", ".join(changes)) for (a, b), changes in kinds.items()]


def told_by(side: DriftSide, statements: Iterable[Statement]) -> str:
    """Whom an article gives the words of ``side`` to, and through whom, as its ``statements`` say."""
    if side.speaker is None:
        return "nobody named"
    relays = (
        ", ".join(one.relay)
        for one in statements
        if one.relay and who(one) == printable(side.speaker) and one.start < side.end and side.start < one.end
    )
    relay = next(relays, "")
    return printable(f"{side.speaker} via {relay}" if relay else side.speaker)
