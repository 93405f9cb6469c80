"""The trained model that proposes an article's statements: two ONNX files, read with onnxruntime on one thread.

Windows are read one at a time: the scales of int8 products are taken from what is multiplied, so that a batch's
other windows would change the last digits, and the same text must always give the same statements.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.tagger.decode import Proposed, Reading, decode
from onrecord.tagger.windows import SEP, Pieces, Window, cut, owners, read_pieces

__all__ = ["Model", "Proposal", "load", "propose"]

# The model that comes with the program
SHIPPED = Path(str(files("onrecord.english") / "model"))
# Anchors read together: bounds memory (anchors × pieces × width floats)
ANCHORS = 32
# Windows whose readings are kept, the last ones used: some 100 KB each
KEPT = 256
# Below this an anchor is never a statement: no threshold on confidence, which is never higher, is that low
SURE_ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement in characters of the text; ``confidence`` is the share of such statements that are right on dev."""

    content: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    act: str
    confidence: float
    continues: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands beside the weights: names of acts, the first piece of a window, thresholds, calibration."""

    acts: tuple[str, ...]
    first: int
    most: int
    threshold: float
    raw: tuple[float, ...]
    calibrated: tuple[float, ...]


class Model:
    """A loaded model. ``propose`` may be called from several threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        raw, calibrated = zip(*about["calibration"], strict=True)
        self.settings = Settings(
            tuple(about["acts"]), about["first"], about["most"], about["threshold"], tuple(raw), tuple(calibrated)
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.reader = _session(folder / "reader.onnx", threads)
        self.linker = _session(folder / "linker.onnx", threads)
        self._read: OrderedDict[bytes, list[Reading]] = OrderedDict()
        self._lock = Lock()

    def propose(self, text: str) -> list[Proposal]:
        """The statements of ``text`` in order; offsets are its characters."""
        pieces = read_pieces(self.tokenizer, text)
        found = decode(text, pieces, self.readings(pieces), self.settings.threshold)
        return [self._proposal(p) for p in found]

    def readings(self, pieces: Pieces) -> list[Reading]:
        """What the network says of every likely anchor."""
        if not len(pieces):
            return []
        windows = cut(pieces, self.settings.most)
        owner = owners(windows, len(pieces))
        return [r for k, w in enumerate(windows) for r in self._kept(pieces, w, owner[w.start : w.end] == k)]

    def _kept(self, pieces: Pieces, w: Window, own: NDArray[np.bool_]) -> list[Reading]:
        """The readings of a window, from memory if the same words were read before: much of the news is copies."""
        words = pieces.ids[w.start : w.end].tobytes() + pieces.features[w.start : w.end].tobytes() + own.tobytes()
        key = blake2b(words, digest_size=16).digest()
        with self._lock:
            kept = self._read.pop(key, None)
        if kept is None:
            kept = [replace(r, at=r.at - w.start, first=0) for r in self._window(pieces, w, own)]
        with self._lock:
            self._read[key] = kept
            while len(self._read) > KEPT:
                self._read.popitem(last=False)
        return [replace(r, at=r.at + w.start, first=w.start) for r in kept]

    def _window(self, pieces: Pieces, w: Window, own: NDArray[np.bool_]) -> list[Reading]:
        ids = np.concatenate(([self.settings.first], pieces.ids[w.start : w.end], [SEP]))
        features = np.concatenate(([0], pieces.features[w.start : w.end], [0]))
        hidden, kinds = self.reader.run(None, {"ids": ids, "features": features})
        likely = kinds[1:-1, 1] + kinds[1:-1, 2]
        at = np.flatnonzero(own & (likely >= SURE_ENOUGH))
        found: list[Reading] = []
        for i in range(0, len(at), ANCHORS):
            some = at[i : i + ANCHORS]
            roles, acts, continues = self.linker.run(None, {"hidden": hidden, "at": some + 1})
            found.extend(
                Reading(
                    w.start + int(t),
                    float(likely[t]),
                    bool(kinds[t + 1, 1] >= kinds[t + 1, 2]),
                    w.start,
                    roles[k, 1:-1],
                    int(acts[k].argmax()),
                    float(continues[k]),
                )
                for k, t in enumerate(some)
            )
        return found

    def _proposal(self, p: Proposed) -> Proposal:
        confidence = _calibrated(p.confidence, self.settings.raw, self.settings.calibrated)
        return Proposal(p.contents, p.source, p.cue, self.settings.acts[p.act], confidence, p.continues)


def _calibrated(value: float, raw: Sequence[float], calibrated: Sequence[float]) -> float:
    """``value`` on the line through the points of the table."""
    i = min(max(1, bisect_right(raw, value)), len(raw) - 1)
    share = (value - raw[i - 1]) / (raw[i] - raw[i - 1])
    return round(calibrated[i - 1] + min(1.0, max(0.0, share)) * (calibrated[i] - calibrated[i - 1]), 3)


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        # onnxruntime's own joined operator is slower than its parts: 13 % of the time instead of 3
        disabled_optimizers=["SkipLayerNormFusion"],
    )


@lru_cache(maxsize=2)
def load(folder: Path) -> Model:
    """The model in ``folder``, loaded once a process."""
    return Model(folder)


def propose(text: str) -> list[Proposal]:
    """The statements of an English ``text`` by the model that comes with the program; offsets are its characters."""
    return load(SHIPPED).propose(text)
