"""How many independent origins stand behind an utterance: [low, high], and the reasons.

A report that names nobody is no origin, and two origins named apart may still be one: so a range, never a number.
Articles that one desk wrote count as one voice. Within that voice a named occasion or relay comes before a credit: the
agency that is credited had it from the interview, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.model import Article, Link, Passage, Sources, Statement, Utterance
from onrecord.origins.sharing import Copies, Shared, joined
from onrecord.origins.witness import Witness, names_someone, outlets_of, same_origin, witness_of

__all__ = ["UNKNOWN", "sources"]

# What a chain starts with when no report says where the words come from.
UNKNOWN = "an unknown origin"


@dataclass(frozen=True, slots=True)
class _Case:
    """One utterance: its witnesses by article id, what each two share, and the voices they make."""

    witnesses: Mapping[str, Witness]
    shared: Mapping[tuple[str, str], Shared]
    voices: Sequence[Sequence[str]]

    def between(self, one: str, other: str) -> Shared:
        """What two articles share at this utterance."""
        return self.shared[min(one, other), max(one, other)]


def sources(
    articles: Sequence[Article],
    statements: Mapping[str, Sequence[Statement]],
    shared: Sequence[Passage],
    utterances: Sequence[Utterance],
) -> list[Sources]:
    """For each of ``utterances``, in their order, how many independent origins it has, as ``[low, high]``.

    ``statements`` are by article id, ``shared`` the passages of the articles. ``low`` is 0 if no report names
    anybody. The order of articles, statements and passages changes nothing.
    """
    by_id = {article.id: article for article in articles}
    known = {(one.article, one.id): one for some in statements.values() for one in some}
    copies = Copies(by_id, shared)
    return [_sources(utterance, _case(utterance, by_id, known, copies)) for utterance in utterances]


def _case(
    utterance: Utterance,
    articles: Mapping[str, Article],
    known: Mapping[tuple[str, str], Statement],
    copies: Copies,
) -> _Case:
    reports: defaultdict[str, list[Statement]] = defaultdict(list)
    for report in utterance.reports:
        reports[report.article].append(known[report.article, report.statement])
    names = sorted(reports)
    witnesses = {name: witness_of(articles[name], reports[name]) for name in names}
    shared = {(one, other): copies.at(reports[one], reports[other]) for one, other in combinations(names, 2)}
    voices = joined(names, [pair for pair, what in shared.items() if what.copied])
    return _Case(witnesses, shared, voices)


def _sources(utterance: Utterance, case: _Case) -> Sources:
    origins = _origins(case)
    nameless = _nameless(case)
    named = bool(origins) or any(witness.speaker for witness in case.witnesses.values())
    low = 1 if named else 0
    high = max(len(origins), low) + len(nameless)
    articles = [witness.article for witness in case.witnesses.values()]
    outlets = outlets_of(articles)
    reasons = (
        _counted(len(articles), "article") + ", " + _counted(outlets, "outlet"),
        *_reasons(case, origins, nameless),
    )
    return Sources(utterance.id, len(articles), outlets, (low, high), tuple(_chain(case)), reasons)


def _origins(case: _Case) -> list[list[str]]:
    """The origins that the voices name, names of one and the same together.

    What one desk wrote has one origin, whomever its several printings credit.
    """
    names: dict[str, None] = {}
    one_desk: list[tuple[str, str]] = []
    for voice in case.voices:
        witnesses = [case.witnesses[name] for name in voice]
        named = [origin for witness in witnesses for origin in witness.named]
        credited = [witness.credited for witness in witnesses if witness.credited]
        names.update(dict.fromkeys(named or credited))
        if not named:
            one_desk.extend(combinations(filter(names_someone, credited), 2))
    telling = sorted(name for name in names if names_someone(name))
    if not telling:
        return [sorted(names)] if names else []
    return joined(telling, [*one_desk, *(pair for pair in combinations(telling, 2) if same_origin(*pair))])


def _nameless(case: _Case) -> list[list[str]]:
    """The articles whose words come from nobody named, those with words in common together.

    An article that names nobody but shares a passage with one that does has its words from the same mouth.
    """
    naming = {name for name, witness in case.witnesses.items() if witness.origins or witness.speaker}
    sharing = [pair for pair, what in case.shared.items() if what.words or what.copied]
    groups = joined(list(case.witnesses), [pair for pair in sharing if not naming.issuperset(pair)])
    return [group for group in groups if not naming.intersection(group)]


def _chain(case: _Case) -> Iterator[Link]:
    """From where each article has the utterance, as far as it can be told, in the order of their ids."""
    for name, witness in case.witnesses.items():
        for origin in witness.named:
            yield Link(origin, name, "names it")
        if witness.credited:
            yield Link(witness.credited, name, "credits it")
        if witness.origins:
            continue
        copied = _copied_from(case, name)
        if copied is not None:
            yield Link(copied, name, "shares its words")
        elif witness.speaker:
            yield Link(witness.speaker, name, "names it")
        else:
            yield Link(UNKNOWN, name, "unknown")


def _copied_from(case: _Case, name: str) -> str | None:
    """The article that ``name`` shares words with and that tells more of the origin; None if there is none."""
    mine = _told(case.witnesses[name])
    voice = next(voice for voice in case.voices if name in voice)
    better = [
        other
        for other, witness in case.witnesses.items()
        if _told(witness) > mine and (other in voice or (not mine and case.between(name, other).words))
    ]
    return min(
        better,
        key=lambda other: (-_told(case.witnesses[other]), -case.between(name, other).words, other),
        default=None,
    )


def _told(witness: Witness) -> int:
    """How much a witness tells of the origin: an occasion, a credit, a speaker, nothing."""
    return 3 if witness.named else 2 if witness.credited else 1 if witness.speaker else 0


def _reasons(case: _Case, origins: Sequence[Sequence[str]], nameless: Sequence[Sequence[str]]) -> Iterator[str]:
    """Why the range is what it is, a sentence each."""
    yield from _named_by(case, origins)
    if len(origins) > 1:
        yield f"{len(origins)} origins are named; independence is not established, they may be one"
    if not origins:
        yield from _spoken(case)
    yield from _copied(case)
    for voice in nameless:
        if len(voice) == 1:
            yield f"{voice[0]} names nobody and adds nothing to the low count"
        else:
            yield f"{', '.join(voice)} share their words and name nobody: one unknown origin at most"


def _named_by(case: _Case, origins: Sequence[Sequence[str]]) -> Iterator[str]:
    for names in origins:
        by = [name for name, witness in case.witnesses.items() if set(names) & set(witness.named)]
        credit = [name for name, witness in case.witnesses.items() if witness.credited in names and name not in by]
        said = [f"named by {len(by)}"] if by else []
        said += [f"credited by {len(credit)}"] if credit else []
        yield f"{' = '.join(f'“{name}”' for name in names)} is {' and '.join(said)}"


def _spoken(case: _Case) -> Iterator[str]:
    by = [name for name, witness in case.witnesses.items() if witness.speaker]
    if by:
        speaker = case.witnesses[by[0]].speaker
        yield f"no report names an occasion; {_counted(len(by), 'report')} name{'' if len(by) > 1 else 's'} {speaker}"
    else:
        yield "no report names anybody"


def _copied(case: _Case) -> Iterator[str]:
    """Who shares how many words with whom, for each voice of several articles."""
    for voice in case.voices:
        for name in voice[1:]:
            other = max(voice[: voice.index(name)], key=lambda one: (case.between(one, name).words, one))
            words = case.between(other, name).words
            yield f"{name} shares {words} words with {other}" if words else f"{name} copies the voice of {other}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
