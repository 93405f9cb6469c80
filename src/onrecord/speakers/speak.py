"""Speakers for the statements of an article, or for spans that somebody brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Article, Speaker, Statement
from onrecord.speakers.naming import Namer
from onrecord.speakers.pronouns import Spoken

__all__ = ["name_speakers", "resolve"]


def name_speakers(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``article`` with their speakers, and with the fullest names for relays and addressees.

    A statement that continues another takes its speaker. One without source words has none.
    """
    namer = Namer.of(article.text, article.labels)
    by_id = {statement.id: statement for statement in statements}
    named: dict[str, Spoken] = {}
    for statement in _parents_first(statements, by_id):
        if statement.source is None:
            continue
        parent = named.get(statement.nested_in or "")
        spoken = namer.name(statement.source.start, statement.source.end, parent)
        if spoken is not None:
            named[statement.id] = spoken
    return [_with_names(statement, namer, named, by_id) for statement in statements]


def resolve(text: str, spans: Sequence[tuple[int, int]], *, published: str | None = None) -> list[Speaker | None]:
    """Who each of ``spans`` (``[start, end)`` into ``text``, the words of a source) stands for: one answer a span.

    ``published`` is the article's ISO day; who held an office then is not looked up yet.
    """
    namer = Namer.of(text)
    answers: dict[tuple[int, int], Speaker | None] = {}
    for span in sorted(set(spans)):
        spoken = namer.name(*span)
        answers[span] = spoken.speaker if spoken else None
    return [answers[span] for span in spans]


def _parents_first(statements: Sequence[Statement], by_id: dict[str, Statement]) -> list[Statement]:
    """By source, but a statement after the one it is nested in: "I" is whoever speaks that."""

    def depth(statement: Statement) -> int:
        passed = {statement.id}
        while statement.nested_in in by_id and statement.nested_in not in passed:
            statement = by_id[statement.nested_in]
            passed.add(statement.id)
        return len(passed)

    return sorted(statements, key=lambda one: (depth(one), one.source.start if one.source else one.start, one.id))


def _with_names(statement: Statement, namer: Namer, named: dict[str, Spoken], by_id: dict[str, Statement]) -> Statement:
    spoken = named.get(statement.id) or named.get(_first(statement, by_id)) or named.get(statement.repeats or "")
    addressee = statement.addressee
    return replace(
        statement,
        speaker=spoken.speaker if spoken else None,
        relay=_relay(statement, namer, named, by_id),
        addressee=namer.person_name(addressee, statement.start) if addressee else addressee,
    )


def _relay(
    statement: Statement, namer: Namer, named: dict[str, Spoken], by_id: dict[str, Statement]
) -> tuple[str, ...]:
    """Who stands between a statement and the article, nearest the article first: whoever tells the statement it is
    nested in or continues, then its teller, then the outlet that its own sentence names."""
    chain: list[str] = []
    passed: set[str] = set()
    inner: Statement | None = statement
    while inner is not None and inner.id not in passed:
        passed.add(inner.id)
        first = by_id[_first(inner, by_id)]
        chain = [namer.person_name(name, first.start) for name in first.relay] + chain
        outer = by_id.get(inner.nested_in or "")
        if outer is not None:
            teller = named.get(outer.id) or named.get(_first(outer, by_id))
            chain = ([teller.speaker.name] if teller else []) + chain
        inner = outer
    return tuple(dict.fromkeys(chain))


def _first(statement: Statement, by_id: dict[str, Statement]) -> str:
    """The id of the statement that a chain of continuations begins with."""
    passed = {statement.id}
    while statement.continues in by_id and statement.continues not in passed:
        statement = by_id[statement.continues]
        passed.add(statement.id)
    return statement.id
