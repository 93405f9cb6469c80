"""The family tree of an utterance: from where it first came, down to every article that has it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.brief.limits import BRANCHES_SHOWN, TREE_DEPTH
from onrecord.brief.lookup import Lookup
from onrecord.brief.view import Node, Piece
from onrecord.brief.words import count
from onrecord.model import Link

__all__ = ["family"]

UNKNOWN = "origin not stated"


def family(lookup: Lookup, chain: Iterable[Link], articles: Iterable[str]) -> tuple[Node, ...]:
    """The trees that ``chain`` draws over ``articles``: each article once, below the first that gave it.

    An article that no link reaches stands below "origin not stated"; a circle opens at its first article.
    """
    below: dict[str, list[Link]] = {}
    links = sorted(set(chain), key=lambda link: (lookup.number.get(link.article, 0), link))
    given = {link.article for link in links}
    for link in links:
        below.setdefault(UNKNOWN if link.how == "unknown" else link.origin, []).append(link)
    for article in articles:
        if article not in given and article not in below:
            below.setdefault(UNKNOWN, []).append(Link(UNKNOWN, article, "unknown"))
    roots = sorted((origin for origin in below if origin not in given), key=lambda o: (o == UNKNOWN, o))
    circles = sorted((origin for origin in below if origin in given), key=lambda o: lookup.number.get(o, 0))
    placed: set[str] = set()
    trees = (_grow(lookup, root, "", below, placed, TREE_DEPTH) for root in [*roots, *circles] if root not in placed)
    return tuple(tree for tree in trees if tree.children or tree.label[0].target)


def _grow(lookup: Lookup, origin: str, how: str, below: dict[str, list[Link]], placed: set[str], depth: int) -> Node:
    """The tree under ``origin``, at most ``depth`` deep; what is left out is counted."""
    placed.add(origin)
    links = [link for link in below.get(origin, ()) if link.article not in placed]
    shown = links[:BRANCHES_SHOWN] if depth else []
    placed.update(link.article for link in links)
    children = [
        _grow(lookup, link.article, "" if link.how == "unknown" else link.how, below, placed, depth - 1)
        for link in shown
    ]
    if len(links) > len(shown):
        children.append(Node((Piece(f"…and {count(len(links) - len(shown), 'more article')}"),), "", ()))
    return Node((_label(lookup, origin),), how, tuple(children))


def _label(lookup: Lookup, origin: str) -> Piece:
    if origin in lookup.article:
        return lookup.named(origin)
    return Piece(origin, None, "unknown" if origin == UNKNOWN else "who")
