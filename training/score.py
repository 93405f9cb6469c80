"""Dev scores by the two public scorers (``score_attribution.py`` and ``score_full.py`` in the shared material)."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data import rows

from onrecord.tagger.decode import Proposed

Found = Mapping[str, Sequence[Proposed]]


def nested(found: Sequence[Proposed]) -> list[bool]:
    """Which statements stand inside another's content: by their cue, or all of a content without one."""
    flags = []
    for p in found:
        a, b = p.cue or (p.contents[0][0], p.contents[-1][1])
        flags.append(any(q is not p and any(x <= a and b <= y for x, y in q.contents) for q in found))
    return flags


def polnear_rows(found: Sequence[Proposed]) -> list[dict[str, Any]]:
    """As PolNeAR counts: no nested statements, what is carried on belongs to the statement before."""
    made: list[dict[str, Any]] = []
    for p, inside in zip(found, nested(found), strict=True):
        if inside:
            continue
        if p.continues and made:
            made[-1]["content"] += [list(c) for c in p.contents]
        else:
            made.append(
                {
                    "content": [list(c) for c in p.contents],
                    "source": [list(p.source)] if p.source else [],
                    "cue": [list(p.cue)] if p.cue else [],
                }
            )
    return made


def score_polnear(shared: Path, found: Found, part: str = "dev") -> dict[str, Any]:
    """``score_attribution.score`` on PolNeAR's articles that were read."""
    sys.path.insert(0, str(shared / "score"))
    from score_attribution import score

    gold = {r["id"]: r for r in rows(shared / f"data/polnear/{part}.jsonl.gz") if r["id"] in found}
    result: dict[str, Any] = score(
        gold, {k: {"id": k, "attributions": polnear_rows(v)} for k, v in found.items() if k in gold}
    )
    return result


def score_full(shared: Path, found: Found, texts: Mapping[str, str], acts: Sequence[str]) -> dict[str, Any]:
    """``score_full.score`` on the annotated dev articles that were read."""
    sys.path.insert(0, str(shared / "score"))
    from score_full import score

    gold = [r for r in rows(shared / "data/annotated/dev.jsonl.gz") if r["id"] in found]
    made = {}
    for row in gold:
        out = []
        for p, inside in zip(found[row["id"]], nested(found[row["id"]]), strict=True):
            out.append(
                {
                    "content": [{"start": a, "end": b} for a, b in p.contents],
                    "source": {"start": p.source[0], "end": p.source[1]} if p.source else None,
                    "nested_in": inside or None,
                    "continues": p.continues or None,
                    "act": acts[p.act],
                }
            )
        made[row["id"]] = out
    result: dict[str, Any] = score(gold, texts, made)
    return result


def brief(polnear: Mapping[str, Any], full: Mapping[str, Any]) -> str:
    """One line: content and content+source of both, indirect, acts, nesting."""
    a, i = polnear["all"], polnear["indirect"]
    return (
        f"PolNeAR {a['content']['F1']} / {a['content+source']['F1']} "
        f"(P {a['content']['P']} R {a['content']['R']}, indirect {i['content+source']['F1']}) "
        f"full {full['content_F1']} / {full['content_source_F1']} (P {full['precision']} R {full['recall']}, "
        f"nested {full['nested']}, continued {full['continued']}, act {full['act']})"
    )
