"""The articles themselves: each text exact, its statements, labels and shared passages laid over it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.brief.highlight import Cover, Reference, flat
from onrecord.brief.limits import NAMES_SHOWN
from onrecord.brief.lookup import NO_OUTLET, NOBODY, Lookup, seen
from onrecord.brief.view import TextView
from onrecord.brief.words import count, day, listed, web_address
from onrecord.model import Article, Side, Statement

__all__ = ["texts"]


def texts(lookup: Lookup) -> tuple[TextView, ...]:
    """The articles shown, in the order of the page."""
    shared = _shared(lookup)
    return tuple(
        _text(lookup, article, shared.get(article.id, [])) for article in lookup.articles if article.id in lookup.shown
    )


def _text(lookup: Lookup, article: Article, shared: list[tuple[Side, str]]) -> TextView:
    covers = [*_labels(article), *_passages(lookup, shared), *_statements(lookup, article)]
    return TextView(
        anchor=f"a{lookup.number[article.id]}",
        number=lookup.number[article.id],
        outlet=article.outlet or NO_OUTLET,
        title=article.title,
        facts=tuple(_facts(lookup, article)),
        url=web_address(article.url),
        paragraphs=flat(article.text, covers),
    )


def _facts(lookup: Lookup, article: Article) -> Iterator[str]:
    """What the article says of itself; what it does not say is named as not stated."""
    yield lookup.published(article.id)
    if article.origin:
        when = f", {day(article.origin_published)}" if article.origin_published else ""
        yield f"credited to {article.origin}{when}"
    yield f"by {article.byline}" if article.byline else "byline not stated"
    if article.path and article.path != article.id:
        yield article.path


def _labels(article: Article) -> Iterator[Cover]:
    for label in article.labels:
        look = "own" if label.label in ("title", "subhead", "dateline") else "aside"
        yield Cover(label.start, label.end, look, tag=label.label.replace("_", " "))


def _shared(lookup: Lookup) -> dict[str, list[tuple[Side, str]]]:
    """Each article's sides of the shared passages, with the article on the other side."""
    sides: dict[str, list[tuple[Side, str]]] = {}
    for passage in lookup.findings.passages:
        for own, other in ((passage.a, passage.b), (passage.b, passage.a)):
            if {own.article, other.article} <= lookup.number.keys():
                sides.setdefault(own.article, []).append((own, other.article))
    return sides


def _passages(lookup: Lookup, shared: list[tuple[Side, str]]) -> Iterator[Cover]:
    """Shared runs as one cover a stretch: where passages overlap, they are joined."""
    start, end, others = 0, 0, set[str]()
    for side, other in sorted(shared):
        if side.start > end and others:
            yield _shared_cover(lookup, start, end, others)
            others = set()
        start = side.start if not others else start
        end = max(end, side.end) if others else side.end
        others.add(other)
    if others:
        yield _shared_cover(lookup, start, end, others)


def _shared_cover(lookup: Lookup, start: int, end: int, others: set[str]) -> Cover:
    order = sorted(others, key=lookup.number.__getitem__)
    names = [lookup.name(article) for article in order[:NAMES_SHOWN]]
    if len(order) > NAMES_SHOWN:
        names.append(count(len(order) - NAMES_SHOWN, "more article"))
    return Cover(start, end, "shared", hint=f"also printed in {listed(names)}")


def _statements(lookup: Lookup, article: Article) -> Iterator[Cover]:
    """Every piece of every statement: the anchor at its first, the pointer to its card after its last."""
    for statement in lookup.of(article.id):
        hint = _hint(statement)
        number = lookup.card.get((article.id, statement.id))
        target = lookup.card_target(number) if number else None
        anchor = lookup.anchor(article.id, statement.id)
        pieces = seen(article.text, statement)
        for piece in pieces:
            pointer = Reference(target, str(number), hint) if target and piece is pieces[-1] else None
            look = f"told {statement.kind}"
            opens = piece is pieces[0]
            yield Cover(piece.start, piece.end, look, True, anchor, opens, None, hint, pointer)


def _hint(statement: Statement) -> str:
    speaker = statement.speaker.name if statement.speaker else NOBODY
    relay = f", via {listed(statement.relay, 'from')}" if statement.relay else ""
    return f"{speaker}{relay} ({statement.kind})"
