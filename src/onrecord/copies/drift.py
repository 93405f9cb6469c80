"""The same words told otherwise: what became of the speaker, the relay, the marks and the words on the way.

Two articles that share passages are laid beside each other word by word. Each statement of the one is asked, over the
words it says in its own voice (not those of the statements nested in it), whom the other gives them to. A loss is
reported only if nothing in the other article near those words names who was lost: a report that the machine failed to
read is no drift.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.copies.alignment import Page, aligned
from onrecord.copies.kinship import kinship, name_words, same_name
from onrecord.copies.wording import normal_words
from onrecord.model import Article, Change, Drift, DriftSide, Passage, Speaker, Statement

__all__ = ["drift"]

# A statement is in the other article if it has this share of its own words there, and this many.
PRESENT_SHARE = 0.6
PRESENT_WORDS = 5
# A speaker of the other article has these words if the speaker's statements there cover this share of them.
COVERING_SHARE = 0.7
# A fact told without its source is a lost speaker only in a longer run: eight words of it may be anybody's.
INDIRECT_WORDS = 12
# A name this many characters from the words may be meant as their speaker (about two paragraphs).
NEAR = 300
# More words than this between two shared runs are another sentence, not an edit.
EDIT_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Told:
    """One article's statements, made ready: who speaks, who stands between, which words are its own voice."""

    page: Page
    statements: tuple[Statement, ...]
    by_id: Mapping[str, Statement]
    words: Mapping[str, frozenset[int]]
    own: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, article: Article, statements: Sequence[Statement]) -> _Told:
        page = Page.of(article)
        kept = tuple(sorted((s for s in statements if s.repeats is None), key=lambda s: (s.start, -s.end, s.id)))
        words = {s.id: frozenset(page.words_of(s.content)) for s in kept}
        inner: defaultdict[str, set[int]] = defaultdict(set)
        for s in kept:
            if s.nested_in is not None:
                inner[s.nested_in] |= words[s.id]
        own = {s.id: tuple(sorted(words[s.id] - inner[s.id])) for s in kept}
        return cls(page, kept, {s.id: s for s in kept}, words, own)

    def origin(self, statement: Statement) -> Statement:
        """The statement that ``statement`` continues, first of the chain; itself if it continues none."""
        seen = {statement.id}
        while (before := self.by_id.get(statement.continues or "")) and before.id not in seen:
            statement = before
            seen.add(statement.id)
        return statement

    def speaker(self, statement: Statement) -> Speaker | None:
        """Who speaks: a quotation carried on has the speaker of the one it carries on."""
        return statement.speaker or self.origin(statement).speaker

    def through(self, statement: Statement) -> tuple[str, ...]:
        """The names that stand between the speaker and the article: its relay and the speakers around it."""
        names = list(statement.relay)
        seen = {statement.id}
        while (around := self.by_id.get(statement.nested_in or "")) and around.id not in seen:
            statement = around
            seen.add(statement.id)
            speaker = self.speaker(statement)
            names.extend([speaker.name] if speaker else [])
            names.extend(statement.relay)
        return tuple(dict.fromkeys(names))


def drift(
    articles: Sequence[Article], statements: Mapping[str, Sequence[Statement]], shared: Sequence[Passage]
) -> list[Drift]:
    """What changed between articles that share the passages ``shared``: one row for each statement and change, sorted.

    ``a`` is the fuller account: the one with the speaker, the relay, the marks. The order of the articles, their
    ``statements`` (by article id) and passages changes nothing.
    """
    by_id = {article.id: article for article in articles}
    between: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in shared:
        if passage.a.article in by_id and passage.b.article in by_id:
            between[passage.a.article, passage.b.article].append(passage)
    told: dict[str, _Told] = {}
    rows: set[tuple[DriftSide, DriftSide, Change]] = set()
    for (one, other), passages in sorted(between.items()):
        for article in (one, other):
            if article not in told:
                told[article] = _Told.of(by_id[article], statements.get(article, ()))
        rows.update(_between(told[one], told[other], passages))
    found = [Drift(a, b, change) for a, b, change in rows]
    return sorted(found, key=lambda row: (_place(row.a), _place(row.b), row.change))


Row = tuple[DriftSide, DriftSide, Change]


def _place(side: DriftSide) -> tuple[str, int, int]:
    return side.article, side.start, side.end


def _between(one: _Told, other: _Told, shared: Sequence[Passage]) -> list[Row]:
    """The rows of a pair of articles, in both directions; marks that one gained the other did not lose."""
    if not one.statements and not other.statements:
        return []
    mapping = aligned(one.page, other.page, shared)
    there = list(_changes(one, other, mapping))
    back = list(_changes(other, one, {same: word for word, same in mapping.items()}))
    return _without_echo(there, back) + _without_echo(back, there)


def _without_echo(rows: Sequence[Row], opposite: Sequence[Row]) -> list[Row]:
    gained = [b for _, b, change in opposite if change == "quotation marks gained"]
    return [
        (a, b, change)
        for a, b, change in rows
        if change != "quotation marks lost" or not any(_meet(a, side) for side in gained)
    ]


def _meet(a: DriftSide, b: DriftSide) -> bool:
    return a.start < b.end and b.start < a.end


def _changes(full: _Told, other: _Told, mapping: Mapping[int, int]) -> Iterator[Row]:
    """What ``other`` lacks or has otherwise of the statements of ``full``, which come outermost first."""
    unmarked: set[str] = set()
    for statement in full.statements:
        words = full.own[statement.id]
        here = [word for word in words if word in mapping]
        if len(here) < PRESENT_WORDS or len(here) < PRESENT_SHARE * len(words):
            continue
        there = sorted(mapping[word] for word in here)
        covering = _covering(other, there)
        changes = list(_attribution(full, other, statement, covering, mapping, there))
        if statement.nested_in not in unmarked:
            changes.extend(_marks(full.page.quoted(here), other.page.quoted(there), bool(changes)))
        if "quotation marks lost" in changes or statement.nested_in in unmarked:
            unmarked.add(statement.id)
        if any(_reworded(full, other, statement, one, mapping) for one in covering):
            changes.append("words changed")
        sides = _sides(full, other, statement, covering, here, there)
        yield from ((*sides, change) for change in changes)


def _covering(told: _Told, words: Sequence[int]) -> list[Statement]:
    """The statements whose speaker has most of ``words`` in ``told``, in one statement or several; innermost first."""
    held = {
        one.id: told.words[one.id].intersection(words)
        for one in told.statements
        if one.start < told.page.ends[words[-1]] and told.page.starts[words[0]] < one.end
    }
    by_speaker: defaultdict[str, set[int]] = defaultdict(set)
    for one_id, some in held.items():
        by_speaker[_speaker_id(told, one_id)] |= some
    found = [
        told.by_id[one_id]
        for one_id, some in held.items()
        if some and len(by_speaker[_speaker_id(told, one_id)]) >= COVERING_SHARE * len(words)
    ]
    return sorted(found, key=lambda one: (len(told.words[one.id]), one.start, one.id))


def _speaker_id(told: _Told, statement_id: str) -> str:
    speaker = told.speaker(told.by_id[statement_id])
    return speaker.id if speaker else ""


def _sides(
    full: _Told,
    other: _Told,
    statement: Statement,
    covering: Sequence[Statement],
    here: Sequence[int],
    there: Sequence[int],
) -> tuple[DriftSide, DriftSide]:
    speaker = full.speaker(statement)
    theirs = next((found for one in covering if (found := other.speaker(one))), None)
    a, b = full.page, other.page
    return (
        DriftSide(a.article.id, *a.span(here), speaker.name if speaker else None),
        DriftSide(b.article.id, *b.span(there), theirs.name if theirs else None),
    )


def _attribution(
    full: _Told,
    other: _Told,
    statement: Statement,
    covering: Sequence[Statement],
    mapping: Mapping[int, int],
    there: Sequence[int],
) -> Iterator[Change]:
    """What became of the speaker, else of those between the speaker and the article."""
    speaker = full.speaker(statement)
    if speaker is None or speaker.type == "anonymous":
        return
    theirs = [(one, found) for one in covering if (found := other.speaker(one))]
    same = [one for one, found in theirs if kinship(speaker, found) == "same"]
    if same:
        still = {name for one in same for name in other.through(one)}
        gone = [name for name in full.through(statement) if not any(same_name(name, kept) for kept in still)]
        if any(not _named(name, other.page, there) for name in gone):
            yield "relay lost"
    elif _attributed(full, statement, mapping):
        return
    elif not theirs:
        enough = statement.kind != "indirect" or len(there) >= INDIRECT_WORDS
        if enough and not _named(speaker.name, other.page, there):
            yield "speaker lost"
    elif all(_another(full, other, statement, one) for one, _ in theirs):
        yield "speaker changed"


def _attributed(full: _Told, statement: Statement, mapping: Mapping[int, int]) -> bool:
    """Whether the words that name the speaker went along: then the other article names the same."""
    source = full.origin(statement).source
    named = full.page.words(source.start, source.end) if source else range(0)
    return bool(named) and all(word in mapping for word in named)


def _another(full: _Told, other: _Told, statement: Statement, one: Statement) -> bool:
    """Whether ``one`` gives the words to somebody else by name, who neither relays nor generalises; told once."""
    speaker, theirs = full.speaker(statement), other.speaker(one)
    if kinship(speaker, theirs) != "apart" or speaker is None or theirs is None:
        return False
    if any(same_name(speaker.name, name) for name in other.through(one)):
        return False
    if any(same_name(theirs.name, name) for name in full.through(statement)):
        return False
    return _fullness(full, statement) > _fullness(other, one)


def _fullness(told: _Told, statement: Statement) -> tuple[int, int, str]:
    """How much a statement tells, to say which of two is the fuller; a draw goes by the article's id."""
    return len(told.through(statement)), len(told.words[statement.id]), told.page.article.id


def _named(name: str, page: Page, words: Sequence[int]) -> bool:
    """Whether ``name``, or its last word, stands in ``page`` near ``words``."""
    last = name_words(name)[-1:]
    start, end = page.span(words)
    return any(last == name_words(page.printed[word])[-1:] for word in page.words(start - NEAR, end + NEAR))


def _marks(here: bool, there: bool, lost: bool) -> list[Change]:
    if here and not there:
        return ["quotation marks lost"]
    return ["quotation marks gained"] if there and not here and lost else []


def _reworded(full: _Told, other: _Told, statement: Statement, one: Statement, mapping: Mapping[int, int]) -> bool:
    """Whether a few words differ between two shared runs that both articles print in quotation marks."""
    if _fullness(full, statement) <= _fullness(other, one):
        return False
    inside = sorted(full.words[statement.id])
    theirs = other.words[one.id]
    shared = [word for word in inside if mapping.get(word) in theirs]
    if not shared or not full.page.quoted(shared) or not other.page.quoted([mapping[word] for word in shared]):
        return False
    return any(
        _few(left, right, mapping)
        and _between_words(full.page, statement, left, right)
        != _between_words(other.page, one, mapping[left], mapping[right])
        for left, right in pairwise(shared)
    )


def _few(left: int, right: int, mapping: Mapping[int, int]) -> bool:
    """Whether some words, but few, stand between two shared words on either side."""
    gaps = right - left - 1, mapping[right] - mapping[left] - 1
    return 0 < max(gaps) <= EDIT_WORDS and min(gaps) >= 0


def _between_words(page: Page, statement: Statement, left: int, right: int) -> tuple[str, ...]:
    """The normal words of the content of ``statement`` between two words: not those of its "he said"."""
    start, end = page.ends[left], page.starts[right]
    return normal_words(
        " ".join(
            page.article.text[max(start, piece.start) : min(end, piece.end)]
            for piece in statement.content
            if piece.start < end and start < piece.end
        )
    )
