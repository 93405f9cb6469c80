"""Who is who on the page: articles in their order and by name, statements by id, and the anchors of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.brief.limits import ARTICLES_SHOWN, CARDS_SHOWN, TITLE_WORDS
from onrecord.brief.view import Line, Piece
from onrecord.brief.words import clip, day, first_of, period
from onrecord.model import Article, Findings, Report, Span, Statement, Utterance

__all__ = ["NOBODY", "NO_OUTLET", "Lookup", "line", "seen"]

NO_OUTLET = "outlet not stated"
NOBODY = "no source given"
LAST = "9999"

Key = tuple[str, str]


def _date_of(article: Article) -> str | None:
    return first_of((article.published, article.origin_published, article.published_from, article.published_to))


def _order(article: Article) -> tuple[str, str, str]:
    return _date_of(article) or LAST, article.outlet or "", article.id


# no slots: cached properties are kept in the instance's dict, so that each index is built once and only if asked for
@dataclass(frozen=True)
class Lookup:
    """The record in the order of the page. Built from its parts in any order, it is the same."""

    given: Sequence[Article]
    told: Mapping[str, Sequence[Statement]]
    findings: Findings

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles: the dated first, by date, then the undated."""
        return tuple(sorted(self.given, key=_order))

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each article on the page, from 1."""
        return {article.id: place for place, article in enumerate(self.articles, 1)}

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def statements(self) -> dict[Key, Statement]:
        """Statements by article and id, in the order of the page and of the text."""
        return {
            (article.id, statement.id): statement
            for article in self.articles
            for statement in sorted(self.told.get(article.id, ()), key=lambda s: (s.start, -s.end, s.id))
            if statement.content
        }

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """What two or more articles report, most-reported first."""
        several = [utterance for utterance in self.findings.utterances if len(self.articles_of(utterance)) > 1]
        return tuple(sorted(several, key=lambda u: (-len(self.articles_of(u)), -len(u.reports), self._since(u), u.id)))

    @cached_property
    def card(self) -> dict[Key, int]:
        """The number of the utterance that a statement reports, where several articles do."""
        numbers: dict[Key, int] = {}
        for number, utterance in enumerate(self.utterances, 1):
            for report in utterance.reports:
                numbers.setdefault((report.article, report.statement), number)
        return numbers

    @cached_property
    def repeated(self) -> frozenset[Key]:
        """Statements that a headline or pull quote of the same article gives again."""
        return frozenset((s.article, s.repeats) for s in self.statements.values() if s.repeats)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of the articles whose texts are printed: where not all fit, those that share the most."""
        shares = Counter(report.article for utterance in self.utterances for report in utterance.reports)
        chosen = sorted(self.articles, key=lambda article: (-shares[article.id], self.number[article.id]))
        return frozenset(article.id for article in chosen[:ARTICLES_SHOWN])

    @cached_property
    def _anchors(self) -> dict[Key, str]:
        places: Counter[str] = Counter()
        anchors = {}
        for key in self.statements:
            places[key[0]] += 1
            anchors[key] = f"a{self.number[key[0]]}s{places[key[0]]}"
        return anchors

    @cached_property
    def _outlets(self) -> Counter[str]:
        return Counter(article.outlet for article in self.articles if article.outlet)

    def anchor(self, article: str, statement: str) -> str:
        """The anchor of a statement in its article's text."""
        return self._anchors[article, statement]

    def target(self, article: str, statement: str | None = None) -> str | None:
        """Where a link to a statement, or to an article, leads; None if that text is not printed."""
        if article not in self.shown:
            return None
        key = (article, statement or "")
        if key in self.statements and seen(self.article[article].text, self.statements[key]):
            return self._anchors[key]
        return f"a{self.number[article]}"

    def card_target(self, number: int) -> str | None:
        """Where a link to the card of an utterance leads; None if it is not printed."""
        return f"u{number}" if number <= CARDS_SHOWN else None

    def target_at(self, article: str, start: int, end: int) -> str | None:
        """Where a link to ``[start, end)`` of an article leads: the statement that holds the most of it."""
        held = self.holding(article, start, end)
        return self.target(article, held.id if held else None)

    def holding(self, article: str, start: int, end: int) -> Statement | None:
        """The innermost statement of ``article`` that holds the most of ``[start, end)``, if any."""
        best: tuple[int, int, str] | None = None
        for statement in self.of(article):
            common = sum(max(0, min(end, piece.end) - max(start, piece.start)) for piece in statement.content)
            rank = (-common, statement.end - statement.start, statement.id)
            if common and (best is None or rank < best):
                best = rank
        return self.statements[article, best[2]] if best else None

    def of(self, article: str) -> Iterator[Statement]:
        """The statements of one article, in the order of its text."""
        return (self.statements[key] for key in self._by_article.get(article, ()))

    @cached_property
    def _by_article(self) -> dict[str, list[Key]]:
        groups: dict[str, list[Key]] = {}
        for key in self.statements:
            groups.setdefault(key[0], []).append(key)
        return groups

    def name(self, article: str) -> str:
        """What a reader calls an article: its outlet (and number where that has several); else its title."""
        if article not in self.article:
            return article
        found = self.article[article]
        number = f"article {self.number[article]}"
        if found.outlet:
            return found.outlet if self._outlets[found.outlet] == 1 else f"{found.outlet} ({number})"
        return f"“{clip(found.title, TITLE_WORDS)}”" if found.title else f"{number} ({NO_OUTLET})"

    def named(self, article: str, statement: str | None = None) -> Piece:
        """An article's name as a link to its text, or to a statement in it."""
        return Piece(self.name(article), self.target(article, statement), "strong")

    def date(self, article: str) -> str:
        """When an article was published, as far as that is known."""
        found = self.article[article]
        if found.published:
            return day(found.published)
        return period(found.published_from, found.published_to)

    def published(self, article: str) -> str:
        """``published 5 March 2031``, or that no date is stated."""
        found = self.article[article]
        dated = found.published or found.published_from or found.published_to
        return f"published {self.date(article)}" if dated else self.date(article)

    def articles_of(self, utterance: Utterance) -> tuple[str, ...]:
        """Ids of the known articles that report ``utterance``, in the order of the page."""
        known = {report.article for report in utterance.reports if report.article in self.article}
        return tuple(sorted(known, key=self.number.__getitem__))

    def reports(self, utterance: Utterance) -> list[tuple[Report, Statement]]:
        """The reports of ``utterance`` with their statements: the fullest, then in the order of the page."""
        known = [
            (report, self.statements[report.article, report.statement])
            for report in utterance.reports
            if (report.article, report.statement) in self.statements
        ]
        known.sort(key=lambda pair: (self.number[pair[1].article], pair[1].start, pair[1].id))
        fullest = min(known, key=_fullness, default=None)
        return [] if fullest is None else [fullest, *(pair for pair in known if pair is not fullest)]

    def _since(self, utterance: Utterance) -> str:
        said = utterance.said.since if utterance.said else None
        dates = [_date_of(self.article[article]) for article in self.articles_of(utterance)]
        return said or min((date for date in dates if date), default=LAST)


def seen(text: str, statement: Statement) -> tuple[Span, ...]:
    """The pieces of a statement's content that have something to see in ``text``."""
    return tuple(piece for piece in statement.content if text[max(0, piece.start) : max(0, piece.end)].strip())


def _fullness(pair: tuple[Report, Statement]) -> tuple[bool, bool, int]:
    """The fullest report keeps the wording, in quotation marks, and at the greatest length."""
    report, statement = pair
    return report.wording == "paraphrase", statement.kind == "indirect", -len(statement.words)


def line(*pieces: Piece | str) -> Line:
    """A line of plain text and pieces."""
    return tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces if piece)
