"""The family tree of an utterance: from where it first came, down to every article that has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.brief.limits import BRANCHES_SHOWN, TREE_DEPTH
from onrecord.brief.lookup import Lookup
from onrecord.brief.view import Node, Piece
from onrecord.brief.words import count
from onrecord.model import Link

__all__ = ["family"]

UNKNOWN = "origin not stated"

How = Literal["names it", "credits it", "shares its words", "unknown"]
# what tells the most of where an article has it from, first; and the words for a further origin it gives
RANK: tuple[How, ...] = ("names it", "credits it", "shares its words", "unknown")
FURTHER: Mapping[How, str] = {
    "names it": "names",
    "credits it": "credits",
    "shares its words": "shares words with",
    "unknown": "",
}


@dataclass(frozen=True, slots=True)
class _Step:
    """An article below what it has an utterance from, and how it says so."""

    origin: str
    article: str
    how: str


def family(
    lookup: Lookup, chain: Iterable[Link], articles: Iterable[str], single: str | None = None
) -> tuple[Node, ...]:
    """The trees that ``chain`` draws over ``articles``: each article once, below what tells most of its origin.

    ``single`` is the one origin that all go back to, if they do: then all other names of origins are notes below it.
    An article that no link reaches stands below "origin not stated"; a circle opens at its first article.
    """
    links: dict[str, list[Link]] = {article: [] for article in sorted(articles, key=lookup.number.__getitem__)}
    for link in sorted(set(chain), key=lambda link: (RANK.index(link.how), link)):
        if link.article in links:
            links[link.article].append(link)
    steps = [_step(lookup, article, given, single) for article, given in links.items()]
    below: dict[str, list[_Step]] = {}
    for step in steps:
        below.setdefault(step.origin, []).append(step)
    roots = sorted((origin for origin in below if origin not in links), key=lambda o: (o == UNKNOWN, o))
    placed: set[str] = set()
    # an article below none of the roots is in a circle
    return tuple(
        _grow(lookup, origin, "", below, placed, TREE_DEPTH) for origin in [*roots, *links] if origin not in placed
    )


def _step(lookup: Lookup, article: str, links: list[Link], single: str | None) -> _Step:
    """What ``article`` stands below; every further origin it gives is told in words."""
    if not links or links[0].how == "unknown":
        return _Step(single or UNKNOWN, article, "")
    first = links[0]
    moved = single is not None and first.origin not in lookup.article and first.origin != single
    origin = single if single is not None and moved else first.origin
    further = [_further(lookup, link) for link in (links if moved else links[1:]) if link.origin != origin]
    return _Step(origin, article, "; ".join([*([] if moved else [first.how]), *further]))


def _further(lookup: Lookup, link: Link) -> str:
    name = lookup.name(link.origin) if link.origin in lookup.article else f"“{link.origin}”"
    return f"{FURTHER[link.how]} {name}".strip()


def _grow(
    lookup: Lookup, origin: str, how: str, below: Mapping[str, list[_Step]], placed: set[str], depth: int
) -> Node:
    """The tree under ``origin``, at most ``depth`` deep; what is left out is counted."""
    placed.add(origin)
    steps = [step for step in below.get(origin, ()) if step.article not in placed]
    shown = steps[:BRANCHES_SHOWN] if depth else []
    hidden = steps[len(shown) :]
    placed.update(step.article for step in steps)
    placed.update(article for step in hidden for article in _descent(step.article, below))
    children = [_grow(lookup, step.article, step.how, below, placed, depth - 1) for step in shown]
    if hidden:
        children.append(Node((Piece(f"…and {count(len(hidden), 'more article')}"),), "", ()))
    return Node((_label(lookup, origin),), how, tuple(children))


def _descent(article: str, below: Mapping[str, list[_Step]]) -> set[str]:
    """All articles below ``article``, however deep."""
    found = {article}
    waiting = [article]
    while waiting:
        new = {step.article for step in below.get(waiting.pop(), ())} - found
        found |= new
        waiting += sorted(new)
    return found


def _label(lookup: Lookup, origin: str) -> Piece:
    if origin in lookup.article:
        return lookup.named(origin)
    return Piece(origin, None, "unknown" if origin == UNKNOWN else "who")
