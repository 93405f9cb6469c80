"""Two articles laid beside each other along their passages: which word of the one is which of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.copies.quotation import quoted_share, quoted_spans
from onrecord.copies.words import word_spans
from onrecord.model import Article, Passage, Span

__all__ = ["Page", "aligned"]

# What is not the article's own prose: the same words there are furniture, not a report.
FURNITURE = frozenset({"boilerplate", "comment", "caption", "credit"})


@dataclass(frozen=True, slots=True)
class Page:
    """An article made ready to be laid beside others: its casefolded words, where they are, which are in marks."""

    article: Article
    printed: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    marked: tuple[bool, ...]

    @classmethod
    def of(cls, article: Article) -> Page:
        """The page of ``article``."""
        words, starts, ends = word_spans(article.text)
        marks = quoted_spans(article.text)
        marked = (quoted_share(marks, start, end) >= 0.5 for start, end in zip(starts, ends, strict=True))
        return cls(article, tuple(words), tuple(starts), tuple(ends), tuple(marked))

    def words(self, start: int, end: int) -> range:
        """The numbers of the words that lie in the characters ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def words_of(self, pieces: Iterable[Span]) -> set[int]:
        """The numbers of the words in all of ``pieces``."""
        return {word for piece in pieces for word in self.words(piece.start, piece.end)}

    def span(self, words: Sequence[int]) -> tuple[int, int]:
        """The characters from the first to the last of ``words``, which are in order and at least one."""
        return self.starts[words[0]], self.ends[words[-1]]

    def quoted(self, words: Sequence[int]) -> bool:
        """Whether at least half of ``words`` stands in quotation marks."""
        return 2 * sum(self.marked[word] for word in words) >= len(words)

    def furniture(self) -> set[int]:
        """The numbers of the words that are not the article's own prose."""
        labels = [label for label in self.article.labels if label.label in FURNITURE]
        return {word for label in labels for word in self.words(label.start, label.end)}


def aligned(a: Page, b: Page, shared: Sequence[Passage]) -> dict[int, int]:
    """For each word of ``a`` that a passage of ``shared`` (all between these two) holds, the same word of ``b``.

    Longer passages come first, and no word is used twice; furniture is left out.
    """
    mapping: dict[int, int] = {}
    used: set[int] = b.furniture()
    skipped = a.furniture()
    for passage in sorted(shared, key=lambda one: (-one.words, one.a, one.b)):
        here, there = (passage.a, passage.b) if passage.a.article == a.article.id else (passage.b, passage.a)
        pairs = zip(a.words(here.start, here.end), b.words(there.start, there.end), strict=False)
        for word, other in pairs:
            if word not in mapping and other not in used and word not in skipped:
                mapping[word] = other
                used.add(other)
    return mapping
