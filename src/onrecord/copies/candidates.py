"""Which wordings are worth comparing: an index instead of all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from onrecord.copies.weights import tells
from onrecord.model import Passage, Side, Statement

__all__ = ["candidates", "copied_pairs"]

Wording = tuple[str, ...]

# A pair of neighbouring telling words in more distinct wordings than this is idiom and points to nothing. Counted
# in distinct wordings, so that one quotation in a thousand articles stays one.
COMMON_PAIR = 150
# Two shared pairs make wordings worth comparing; of short ones (this many telling words), one pair does.
FEW_TELLING = 6


def candidates(wordings: Sequence[Iterable[Wording]], copied: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of numbers (the lower first) of statements worth comparing, each once, sorted.

    ``wordings`` gives each statement's normal words, whole and in quotation marks. Two statements meet if they
    have a wording in common, or two that share telling neighbours, or are ``copied_pairs``.
    """
    forms: defaultdict[Wording, list[int]] = defaultdict(list)
    for number, several in enumerate(wordings):
        for words in dict.fromkeys(several):
            if words:
                forms[words].append(number)
    found: set[tuple[int, int]] = set()
    for same in forms.values():
        found.update(combinations(same, 2))
    for one, other in _neighbours(list(forms)):
        found.update((min(i, j), max(i, j)) for i, j in product(forms[one], forms[other]) if i != j)
    found.update(copied)
    return sorted(found)


def _neighbours(forms: Sequence[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Pairs of distinct wordings that share enough pairs of neighbouring telling words."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    telling = [[word for word in form if tells(word)] for form in forms]
    for number, words in enumerate(telling):
        for pair in dict.fromkeys(pairwise(words)):
            index[pair].append(number)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for numbers in index.values():
        if 1 < len(numbers) <= COMMON_PAIR:
            for one, other in combinations(numbers, 2):
                shared[one, other] += 1
    for (one, other), count in shared.items():
        if count >= 2 or min(len(telling[one]), len(telling[other])) <= FEW_TELLING:
            yield forms[one], forms[other]


def copied_pairs(statements: Sequence[Statement], shared: Iterable[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers (the lower first) of statements that stand, at least in part, at one place of a passage."""
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        by_article[statement.article].append(number)
    for passage in shared:
        one = _within(statements, by_article.get(passage.a.article, ()), passage.a)
        other = _within(statements, by_article.get(passage.b.article, ()), passage.b) if one else []
        for (start, end, i), (other_start, other_end, j) in product(one, other):
            if start < other_end and other_start < end:
                yield min(i, j), max(i, j)


def _within(statements: Sequence[Statement], numbers: Iterable[int], side: Side) -> list[tuple[int, int, int]]:
    """The statements in one side of a passage: where each starts and ends in it (in characters), its number."""
    return [
        (statements[number].start - side.start, statements[number].end - side.start, number)
        for number in numbers
        if statements[number].start < side.end and side.start < statements[number].end
    ]
