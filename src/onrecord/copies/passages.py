"""The runs of words that articles share: all of them, exactly.

Every eight-word window of every article gets a print; windows with equal prints meet in an index
(Schleimer, Wilkerson and Aiken 2003 keep a sample of the prints; here all are kept, so that nothing is
missed). Two windows start a maximal run only if the words before them differ, so each run is met once, at
its first word, and the interior of a paragraph that a thousand articles print costs nothing. Each meeting
is verified word by word: a print decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from onrecord.copies.quotation import quoted_share, quoted_spans
from onrecord.copies.words import word_spans
from onrecord.model import Passage, Side

__all__ = ["LEAST_WORDS", "passages"]

# Shorter runs are mostly idiom: brute force over 507,528 pairs of news articles finds 1,264 runs of eight
# or more.
LEAST_WORDS = 8

# A side counts as printed in quotation marks when at least this share of its characters stands inside them.
QUOTED_SHARE = 0.5

# A prime beyond any vocabulary, to mix word numbers into prints of 61 bits; equal prints are verified, so
# that the choice touches speed alone.
BASE = 1_000_003
MASK = (1 << 61) - 1


class _Corpus(NamedTuple):
    """All articles' words in one row: each word's number, its article (by rank of id), its place in the text.

    Between articles stands a number that occurs once, so that no run crosses from one into the next.
    """

    ids: list[str]
    numbers: list[int]
    article: list[int]
    starts: list[int]
    ends: list[int]


def passages(texts: Mapping[str, str]) -> list[Passage]:
    """All maximal runs of at least eight words that two different articles share, sorted.

    ``texts`` gives each article's text by its id; spans are characters of those texts; ``a.article <
    b.article``. The same texts give the same passages whatever their order.
    """
    corpus = _corpus(texts)
    quoted: dict[str, list[tuple[int, int]]] = {}
    sides: dict[tuple[int, int], tuple[Side, bool]] = {}

    def side(first: int, words: int) -> tuple[Side, bool]:
        key = (first, words)
        if key not in sides:
            sides[key] = _side(corpus, first, words, texts, quoted)
        return sides[key]

    found = []
    for first_a, first_b in _beginnings(corpus):
        words = _shared_words(corpus.numbers, first_a, first_b)
        if words >= LEAST_WORDS:
            (a, a_quoted), (b, b_quoted) = side(first_a, words), side(first_b, words)
            found.append(Passage(a, b, words, _which(a_quoted, b_quoted)))
    return sorted(found, key=lambda passage: _place(passage.a) + _place(passage.b))


def _place(side: Side) -> tuple[str, int, int]:
    return side.article, side.start, side.end


def _corpus(texts: Mapping[str, str]) -> _Corpus:
    corpus = _Corpus(sorted(texts), [], [], [], [])
    known: dict[str, int] = {}
    for rank, article_id in enumerate(corpus.ids):
        words, starts, ends = word_spans(texts[article_id])
        corpus.numbers.append(-1 - rank)
        corpus.numbers.extend([known.setdefault(word, len(known)) for word in words])
        corpus.article.extend([rank] * (len(words) + 1))
        corpus.starts.append(0)
        corpus.starts.extend(starts)
        corpus.ends.append(0)
        corpus.ends.extend(ends)
    corpus.numbers.append(-1 - len(corpus.ids))
    return corpus


def _prints(numbers: Sequence[int]) -> list[int]:
    """The print of the eight words from each position on, by doubling: of one word, two, four, eight."""
    prints: list[int] = [number + 2 for number in numbers]
    factor = BASE
    for width in (1, 2, 4):
        prints = [(a * factor + b) & MASK for a, b in zip(prints, prints[width:], strict=False)]
        factor = (factor * factor) & MASK
    return prints


def _meetings(corpus: _Corpus) -> Iterable[list[int]]:
    """The positions of each print that occurs more than once."""
    first: dict[int, int] = {}
    again: dict[int, list[int]] = {}
    for position, value in enumerate(_prints(corpus.numbers)):
        if first.setdefault(value, position) != position:
            again.setdefault(value, [first[value]]).append(position)
    return again.values()


def _beginnings(corpus: _Corpus) -> Iterator[tuple[int, int]]:
    """Positions in different articles whose next eight words seem the same and whose words before differ."""
    for positions in _meetings(corpus):
        before: defaultdict[int, list[int]] = defaultdict(list)
        for position in positions:
            before[corpus.numbers[position - 1]].append(position)
        for one, other in combinations(before.values(), 2):
            for p in one:
                for q in other:
                    if corpus.article[p] != corpus.article[q]:
                        yield (p, q) if p < q else (q, p)


def _shared_words(numbers: Sequence[int], p: int, q: int) -> int:
    """How many words from ``p`` and ``q`` on are the same: ahead in doubling steps, then halving back."""
    shared, step = 0, LEAST_WORDS
    while numbers[p + shared : p + shared + step] == numbers[q + shared : q + shared + step]:
        shared, step = shared + step, step * 2
    while step > 1:
        step //= 2
        if numbers[p + shared : p + shared + step] == numbers[q + shared : q + shared + step]:
            shared += step
    return shared


def _side(
    corpus: _Corpus,
    first: int,
    words: int,
    texts: Mapping[str, str],
    quoted: dict[str, list[tuple[int, int]]],
) -> tuple[Side, bool]:
    article = corpus.ids[corpus.article[first]]
    start, end = corpus.starts[first], corpus.ends[first + words - 1]
    if article not in quoted:
        quoted[article] = quoted_spans(texts[article])
    return Side(article, start, end), quoted_share(quoted[article], start, end) >= QUOTED_SHARE


def _which(a_quoted: bool, b_quoted: bool) -> Literal["both", "a", "b", "none"]:
    if a_quoted:
        return "both" if b_quoted else "a"
    return "b" if b_quoted else "none"
