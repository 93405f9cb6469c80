"""Which articles have an utterance from one desk: they share more around it than its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Passage, Side, Statement

__all__ = ["Copies", "Shared", "joined"]

# Two reporters who heard the same words print the same quotation. The same words around it, at least so many
# characters of them (some five words), come from one desk; so do this many shared words elsewhere.
SURROUNDINGS = 30
ELSEWHERE_WORDS = 40

# The same words in these are furniture of one outlet, not a copied report.
FURNITURE = frozenset({"boilerplate", "comment", "caption", "credit"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles share: the words of the longest passage at an utterance, and whether one desk wrote both."""

    words: int
    copied: bool


class Copies:
    """The passages by pair of articles, to ask whether two have an utterance from one another."""

    def __init__(self, articles: Mapping[str, Article], shared: Iterable[Passage]) -> None:
        self._between: defaultdict[tuple[str, str], list[tuple[Side, Side, int]]] = defaultdict(list)
        for passage in shared:
            a, b = passage.a, passage.b
            if not any(_furniture(articles.get(side.article), side) for side in (a, b)):
                self._between[a.article, b.article].append((a, b, passage.words))
                self._between[b.article, a.article].append((b, a, passage.words))

    def at(self, a: Sequence[Statement], b: Sequence[Statement]) -> Shared:
        """What the articles of ``a`` and ``b`` share; each are the statements in which one reports the utterance."""
        most, elsewhere, around = 0, 0, False
        for here, there, words in self._between.get((a[0].article, b[0].article), ()):
            if _meets(here, a) and _meets(there, b):
                most = max(most, words)
                around = around or min(_beyond(here, a), _beyond(there, b)) >= SURROUNDINGS
            else:
                elsewhere += words
        copied = most > 0 and (around or elsewhere >= ELSEWHERE_WORDS)
        return Shared(most, copied)


def _furniture(article: Article | None, side: Side) -> bool:
    return article is not None and any(
        label.label in FURNITURE and label.start < side.end and side.start < label.end for label in article.labels
    )


def _meets(side: Side, statements: Sequence[Statement]) -> bool:
    return any(one.start < side.end and side.start < one.end for one in statements)


def _beyond(side: Side, statements: Sequence[Statement]) -> int:
    """How many characters of ``side`` lie outside the content of ``statements``."""
    inside = sum(
        max(0, min(piece.end, side.end) - max(piece.start, side.start))
        for statement in statements
        for piece in statement.content
    )
    return side.end - side.start - inside


def joined(names: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """``names`` in groups connected by ``pairs``; groups and their members in the order of ``names``."""
    group = {name: {name} for name in names}
    for one, other in pairs:
        if group[one] is not group[other]:
            merged = group[one] | group[other]
            for name in merged:
                group[name] = merged
    found = {id(group[name]): [each for each in names if each in group[name]] for name in names}
    return list(found.values())
