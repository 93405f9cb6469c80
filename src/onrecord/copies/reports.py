"""One utterance from its reports: the fullest wording, how the others stand to it, who, where, when."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.copies.weights import weight
from onrecord.copies.wording import printed_words, wording_of
from onrecord.model import Article, Report, Said, Speaker, Statement, Utterance, Wording

__all__ = ["utterance_of"]

# One statement and the normal words of its content.
Worded = tuple[Statement, tuple[str, ...]]

# Who is told more by: a person before the body that person speaks for, a name before none.
SPEAKER_RANK = {"person": 0, "organisation": 1, "document": 2, "country": 3, "group": 4, "anonymous": 5}


def utterance_of(group: Sequence[Worded], articles: Mapping[str, Article]) -> Utterance:
    """The utterance that the statements of ``group``, in any order, report; ``articles`` by id."""
    group = sorted(group, key=lambda item: _fullest_first(*item))
    fullest, full_words = group[0]
    reports = tuple(
        Report(statement.id, statement.article, _wording(statement, words, fullest, full_words))
        for statement, words in group
    )
    statements = [statement for statement, _ in group]
    return Utterance(
        _id(statements),
        _speaker(statements),
        reports,
        _origin(statements, articles),
        _said(statements),
        _reasons(statements, reports),
    )


def _wording(report: Statement, words: tuple[str, ...], fullest: Statement, full_words: tuple[str, ...]) -> Wording:
    """How a report's wording stands to the fullest one's; "Let us" for "Let's" is the same utterance, but edited."""
    wording = wording_of(words, full_words, _alike(report, fullest))
    if wording == "verbatim" and printed_words(report.words) != printed_words(fullest.words):
        return "edited"
    return wording


def _alike(report: Statement, fullest: Statement) -> bool:
    """Whether a report claims to keep the words: it quotes, or the fullest does not quote either."""
    return report.kind != "indirect" or fullest.kind == "indirect"


def _fullest_first(statement: Statement, words: tuple[str, ...]) -> tuple[bool, float, str, int, str]:
    """Quotations before indirect speech, more words before fewer; then an order by the statement itself."""
    return statement.kind == "indirect", -weight(words), statement.article, statement.start, statement.id


def _id(statements: Sequence[Statement]) -> str:
    joined = "\n".join(sorted(statement.id for statement in statements))
    return "u" + hashlib.sha256(joined.encode()).hexdigest()[:10]


def _speaker(statements: Sequence[Statement]) -> Speaker | None:
    """The speaker that tells most: the best rank, the most reports, the fullest name."""
    speakers = Counter(statement.speaker for statement in statements if statement.speaker)
    if not speakers:
        return None
    return min(speakers, key=lambda one: (SPEAKER_RANK[one.type], -speakers[one], -len(one.name), one))


def _origin(statements: Sequence[Statement], articles: Mapping[str, Article]) -> str | None:
    """The occasion that most reports name, else the relay nearest the speaker, else who is credited."""
    venues = [statement.venue for statement in statements if statement.venue]
    relays = [statement.relay[-1] for statement in statements if statement.relay]
    credits = [origin for statement in statements if (origin := articles[statement.article].origin)]
    for names in (venues, relays, credits):
        if names:
            count = Counter(names)
            return min(count, key=lambda name: (not _has_name(name), -count[name], -len(name), name))
    return None


def _has_name(venue: str) -> bool:
    """Whether words for an occasion hold a name: "an interview with Radio Sund" does, "a speech" does not."""
    return any(word[0].isupper() for word in venue.split()[1:]) or venue.split()[0].isupper()


def _said(statements: Sequence[Statement]) -> Said | None:
    """What a report gives that bounds it on both sides, the earliest; any words for it if none does."""
    given = {statement.said for statement in statements if statement.said}
    if not given:
        return None
    return min(given, key=lambda said: (None in (said.since, said.until), said.until or "", said.text))


def _reasons(statements: Sequence[Statement], reports: Sequence[Report]) -> tuple[str, ...]:
    """Why these are one utterance, in plain words."""
    if len(statements) == 1:
        return ("reported once",)
    counted = Counter(report.wording for report in reports[1:])
    kinds: tuple[tuple[Wording, str], ...] = (
        ("verbatim", "in the same words"),
        ("trimmed", "in fewer of the same words"),
        ("edited", "with changed words"),
        ("paraphrase", "reworded"),
    )
    told = [f"{counted[kind]} {words}" for kind, words in kinds if counted[kind]]
    reasons = [f"{len(reports)} reports; beside the fullest, {', '.join(told)}", _who(statements)]
    return tuple(reason for reason in reasons if reason)


def _who(statements: Sequence[Statement]) -> str:
    named = [statement for statement in statements if statement.speaker and statement.speaker.type != "anonymous"]
    unnamed = len(statements) - len(named)
    names = sorted({statement.speaker.name for statement in named if statement.speaker})
    if not names:
        return "no report names the speaker"
    who = "all name" if not unnamed else f"{len(named)} name{'' if len(named) > 1 else 's'}"
    rest = f"; {unnamed} name{'' if unnamed > 1 else 's'} nobody but share{'' if unnamed > 1 else 's'} the words"
    return f"{who} {' or '.join(names)}" + (rest if unnamed else "")
