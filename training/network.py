"""The network: a small BERT, a head that finds each statement's anchor, and one that finds the anchor's words.

A statement is anchored at the first piece of its cue (or of its content, if it has none). Given an anchor, every piece
of the window is source, cue, content or nothing: so linking, contents in several pieces and statements inside
statements are one step, as in semantic role labelling.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import torch
from data import ACTS, SCHEMES
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.tagger.windows import BREAK, CLS, FEATURES

ANCHORS = 3  # none, at a cue, at a content without a cue
ROLES = 4  # nothing, source, cue, content
WIDTH = 96  # of the argument head
BUCKETS = 48  # distances from the anchor: exact up to 8, then by ratio, either side


Attend = Callable[[Tensor, Tensor, Tensor, int, Tensor | None], Tensor]


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int, mask: Tensor | None) -> Tensor:
    """Attention of several heads, windows × pieces × width."""
    b, t, w = query.shape
    q, k, v = (x.view(b, t, heads, w // heads).transpose(1, 2) for x in (query, key, value))
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, w)


class Layer(nn.Module):
    """One layer of BERT (post-norm)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.attend: Attend = attend
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        y = self.attend(*self.qkv(x).chunk(3, dim=-1), self.heads, mask)
        x = self.norm1(x + F.dropout(self.out(y), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    """BERT as MiniLM-L6 has it; the two segment vectors are replaced by ``FEATURES`` of capitals and quotation."""

    def __init__(self, config: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.features = nn.Embedding(FEATURES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.dropout = dropout

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(at)[None] + self.features(features))
        x = F.dropout(x, self.dropout, self.training)
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Takes the weights of a Hugging Face BERT checkpoint."""
        w = load_file(folder / "model.safetensors")
        get = {k.removeprefix("bert."): v for k, v in w.items()}.__getitem__
        own = self.state_dict()
        e = "embeddings."
        own["words.weight"] = get(e + "word_embeddings.weight")
        own["places.weight"] = get(e + "position_embeddings.weight")
        segment = get(e + "token_type_embeddings.weight")[0]
        own["features.weight"] = segment + 0.01 * torch.randn(FEATURES, len(segment))
        own["norm.weight"], own["norm.bias"] = get(e + "LayerNorm.weight"), get(e + "LayerNorm.bias")
        for i in range(len(self.layers)):
            for part in ("weight", "bias"):
                a = f"encoder.layer.{i}."
                b = f"layers.{i}."
                three = [get(f"{a}attention.self.{n}.{part}") for n in ("query", "key", "value")]
                own[f"{b}qkv.{part}"] = torch.cat(three)
                own[f"{b}out.{part}"] = get(f"{a}attention.output.dense.{part}")
                own[f"{b}norm1.{part}"] = get(f"{a}attention.output.LayerNorm.{part}")
                own[f"{b}up.{part}"] = get(f"{a}intermediate.dense.{part}")
                own[f"{b}down.{part}"] = get(f"{a}output.dense.{part}")
                own[f"{b}norm2.{part}"] = get(f"{a}output.LayerNorm.{part}")
        # never trained there, and all alike
        fresh = [BREAK, *(i for i in SCHEMES.values() if i != CLS)]
        own["words.weight"][fresh] = own["words.weight"].std() * torch.randn(len(fresh), own["words.weight"].shape[1])
        self.load_state_dict(own)
        # half of all weights, and one step's cost: what words mean is kept as it was learnt from much more text
        self.words.weight.requires_grad_(False)


def distance_table(most: int = 512) -> Tensor:
    """The bucket of each distance -most..most: one for each up to 8, then growing by ratio; left and right apart."""
    side = BUCKETS // 2
    table = []
    for d in range(-most, most + 1):
        far = abs(d)
        step = far if far < 8 else min(side - 1, 8 + int(math.log(far / 8) / math.log(64) * (side - 8)))
        table.append(step if d >= 0 else side + step)
    return torch.tensor(table)


class Arguments(nn.Module):
    """For anchors, the role of every piece of their window; their act; whether they carry on the statement before."""

    def __init__(self, width: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Linear(width, WIDTH)
        self.anchor = nn.Linear(width, 2 * WIDTH)
        self.distance = nn.Embedding(BUCKETS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.wide = nn.Conv1d(WIDTH, WIDTH, 5, padding=6, dilation=3)
        self.roles = nn.Linear(WIDTH, ROLES)
        self.act = nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Linear(128, len(ACTS) + 1))
        self.dropout = dropout
        self.register_buffer("buckets", distance_table(), persistent=False)

    def forward(self, hidden: Tensor, window: Tensor, at: Tensor) -> tuple[Tensor, Tensor]:
        """``hidden`` windows × pieces × width; ``window`` and ``at`` say where each anchor is.

        Role logits anchors × pieces × ``ROLES``; act logits anchors × (acts + one for "carries on").
        """
        anchor = hidden[window, at]
        scale, shift = self.anchor(anchor).chunk(2, dim=-1)
        far = torch.arange(hidden.shape[1])[None] - at[:, None] + 512
        x = self.piece(hidden)[window]
        x = x * (1 + scale[:, None]) + shift[:, None] + self.distance(self.buckets[far])
        x = F.dropout(F.gelu(self.norm(x)), self.dropout, self.training).transpose(1, 2)
        x = x + F.gelu(self.near(x))
        x = x + F.gelu(self.wide(x))
        return self.roles(x.transpose(1, 2)), self.act(anchor)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, config: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(config, dropout)
        self.anchors = nn.Linear(config["hidden_size"], ANCHORS)
        self.arguments = Arguments(config["hidden_size"], dropout)


def minilm(folder: Path, dropout: float = 0.1) -> Network:
    """A network whose encoder is the checkpoint in ``folder``."""
    network = Network(json.loads((folder / "config.json").read_text()), dropout)
    network.encoder.load_minilm(folder)
    return network
