"""Chooses the threshold of an exported model and calibrates its confidence, on dev: `python training/tune.py FOLDER`.

Writes both into the folder's `model.json`, and prints the dev scores and the table of reliability.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from data import ACTS, Example, full, polnear, rows
from score import brief, nested, score_full, score_polnear

from onrecord.tagger.decode import Proposed, Reading, decode
from onrecord.tagger.model import Model

THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]
# The scores are flat around their best: of the thresholds within this sum of four F1s, the highest, which invents least
SLACK = 0.5
POINTS = 10  # of the calibration table

Judged = list[tuple[float, bool]]


def decoded(examples: Sequence[Example], readings: dict[str, list[Reading]], at: float) -> dict[str, list[Proposed]]:
    """Statements by article."""
    return {e.id: decode(e.text, e.pieces, readings[e.id], at) for e in examples}


def judged(shared: Path, examples: Sequence[Example], found: dict[str, list[Proposed]]) -> Judged:
    """The confidence of each statement, and whether content and source are both right; doubtful ones are left out.

    What stands inside another statement is judged on the annotated articles only, as PolNeAR has none.
    """
    sys.path.insert(0, str(shared / "score"))
    from score_attribution import Doc, iou, match

    out: Judged = []
    for e, gold in zip(examples, _gold(shared, examples), strict=True):
        doc = Doc(e.text)
        flags = nested(found[e.id])
        kept = [p for p, inside in zip(found[e.id], flags, strict=True) if e.scheme == "full" or not inside]
        want = [(doc.toks(g["content"]), doc.toks(g["source"]), g) for g in gold]
        have = [(doc.toks(p.contents), doc.toks([p.source] if p.source else []), p) for p in kept]
        pairs = match(want, have, lambda a, b: (lambda x: x if x >= 0.5 else 0)(iou(a[0], b[0])))
        verdict: dict[int, bool | None] = dict.fromkeys(range(len(have)), False)
        for i, j, _ in pairs:
            g, a, b = want[i][2], want[i][1], have[j][1]
            same = (not a and not b) or iou(a, b) >= 0.5 or bool(a and b and doc.head(a) == doc.head(b))
            verdict[j] = None if g.get("low") or g.get("act") == "scare" else same or bool(g.get("cont"))
        out.extend((p.confidence, v) for (_, _, p), v in zip(have, verdict.values(), strict=True) if v is not None)
    return out


def _gold(shared: Path, examples: Sequence[Example]) -> list[list[dict[str, Any]]]:
    by = {r["id"]: r["attributions"] for r in rows(shared / "data/polnear/dev.jsonl.gz")}
    by |= {r["id"]: r["statements"] for r in rows(shared / "data/annotated/dev.jsonl.gz")}
    return [by[e.id] for e in examples]


def calibration(pairs: Judged) -> list[list[float]]:
    """Points (confidence, share right), rising: means of ten equally full bins, pooled until they rise."""
    values = np.array(sorted(pairs), dtype=float)
    bins = [[b[:, 0].mean(), b[:, 1].mean(), len(b)] for b in np.array_split(values, POINTS)]
    pooled: list[list[float]] = []
    for b in bins:
        pooled.append(b)
        while len(pooled) > 1 and pooled[-2][1] >= pooled[-1][1]:
            x, y = pooled.pop(), pooled.pop()
            n = x[2] + y[2]
            pooled.append([(x[0] * x[2] + y[0] * y[2]) / n, (x[1] * x[2] + y[1] * y[2]) / n, n])
    table = [[round(float(c), 4), round(float(r), 4)] for c, r, _ in pooled]
    return [[0.0, 0.0], *table, [1.0, table[-1][1]]]


def main() -> None:
    """Tunes the model in a folder."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    args = ap.parse_args()
    model = Model(args.folder)
    dev = polnear(args.shared, "dev", model.tokenizer) + full(args.shared, "dev", model.tokenizer)
    readings = {e.id: model.readings(e.pieces) for e in dev}
    texts = {e.id: e.text for e in dev}
    sums: dict[float, float] = {}
    for threshold in THRESHOLDS:
        found = decoded(dev, readings, threshold)
        p, f = score_polnear(args.shared, found), score_full(args.shared, found, texts, ACTS)
        of = p["all"]["content"]["F1"] + p["all"]["content+source"]["F1"] + f["content_F1"] + f["content_source_F1"]
        print(threshold, brief(p, f))
        sums[threshold] = of
    chosen = max(threshold for threshold, of in sums.items() if of >= max(sums.values()) - SLACK)
    pairs = judged(args.shared, dev, decoded(dev, readings, chosen))
    about = json.loads((args.folder / "model.json").read_text())
    about |= {"threshold": chosen, "calibration": calibration(pairs)}
    (args.folder / "model.json").write_text(json.dumps(about, indent=1))
    print("threshold", chosen, "calibration", about["calibration"])


if __name__ == "__main__":
    main()
