"""Headlines, captions and pull quotes that give a statement of the body again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.statements.drafts import Draft

__all__ = ["repeated"]

WORD = re.compile(r"[^\W_]+")
# Words this short carry no content; a repeat shares at least half of the rest, as a shortened headline does. Set by
# eye on whole articles, not swept.
SHORT = 3
SHARE = 0.5


def repeated(text: str, drafts: Sequence[Draft], apart: Mapping[int, str]) -> dict[int, Draft]:
    """The draft of the body that each draft standing apart from it gives again, by the identity of the latter.

    ``apart`` maps the sections that are not the body's own prose to their label.
    """
    body = [(d, _content_words(text, d)) for d in drafts if d.section not in apart]
    found: dict[int, Draft] = {}
    for draft in drafts:
        if draft.section not in apart:
            continue
        words = _content_words(text, draft)
        scored = [(_share(words, other), -i, d) for i, (d, other) in enumerate(body) if d.parent is None]
        best = max(scored, key=lambda s: s[:2], default=None)
        if best is not None and best[0] >= SHARE:
            found[id(draft)] = best[2]
    return found


def _content_words(text: str, draft: Draft) -> frozenset[str]:
    words = (w for a, b in draft.proposal.content for w in WORD.findall(text[a:b].lower()))
    return frozenset(w for w in words if len(w) > SHORT)


def _share(words: frozenset[str], other: frozenset[str]) -> float:
    """The share of ``words`` found again in ``other``."""
    return len(words & other) / len(words) if words else 0.0
