"""Writes the trained network as two ONNX files, the vocabulary and `model.json` (see README.md).

One file reads a window of pieces (encoder and anchors), the other an anchor's arguments. Matrix products are quantised
while they run, weights by column; the word vectors are kept as int8 with one scale a row.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
import torch
from data import ACTS, SCHEMES
from network import Network, attend
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import MINILM, MOST, tokenizer

OPSET = 20
SMALL_TABLE = 300  # rows; smaller ones stay as they are


class Fused(torch.autograd.Function):
    """Attention as onnxruntime's one operator for it, a third faster than its parts."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int, mask: None) -> Tensor:
        return attend(query, key, value, heads, mask)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int, mask: None) -> Any:
        made = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        made.setType(query.type())
        return made


class Reader(nn.Module):
    """Encoder and anchor probabilities of one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        for layer in network.encoder.layers:
            layer.attend = Fused.apply

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.network.encoder(ids[None], features[None])
        return hidden[0], self.network.anchors(hidden[0]).softmax(-1)


class Linker(nn.Module):
    """Roles of a window's pieces for each anchor, the anchors' acts, and whether they carry on."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.arguments = network.arguments

    def forward(self, hidden: Tensor, at: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        roles, acts = self.arguments(hidden[None], torch.zeros_like(at), at)
        return roles.softmax(-1), acts[:, :-1].softmax(-1), acts[:, -1].sigmoid()


def load(checkpoint: Path) -> Network:
    """The network of a checkpoint, ready to read."""
    network = Network(json.loads((MINILM / "config.json").read_text()))
    network.load_state_dict(torch.load(checkpoint)["network"])
    return network.eval()


def export(network: Network, out: Path) -> None:
    """The two graphs in full precision."""
    ids = torch.randint(1000, 2000, (40,))
    torch.onnx.export(
        Reader(network),
        (ids, torch.zeros_like(ids)),
        str(out / "reader.onnx"),
        input_names=["ids", "features"],
        output_names=["hidden", "anchors"],
        dynamic_axes={"ids": {0: "n"}, "features": {0: "n"}},
        opset_version=OPSET,
        dynamo=False,
    )
    torch.onnx.export(
        Linker(network),
        (torch.randn(40, 384), torch.tensor([3, 5])),
        str(out / "linker.onnx"),
        input_names=["hidden", "at"],
        output_names=["roles", "acts", "continues"],
        dynamic_axes={"hidden": {0: "n"}, "at": {0: "a"}},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path, per_channel: bool = True) -> None:
    """Matrix products in int8; the word vectors too, by row."""
    quantize_dynamic(
        str(source), str(target), op_types_to_quantize=["MatMul"], per_channel=per_channel, weight_type=QuantType.QInt8
    )
    model = onnx.load(str(target))
    _quantise_words(model)
    onnx.save(model, str(target))


def _quantise_words(model: Any) -> None:
    """Replaces the tables of vectors (words, places) by int8 rows and their scales."""
    graph = model.graph
    tables = {i.name: i for i in graph.initializer if len(i.dims) == 2 and i.data_type == TensorProto.FLOAT}
    for node in [n for n in graph.node if n.op_type == "Gather" and n.input[0] in tables]:
        values = numpy_helper.to_array(tables[node.input[0]])
        if len(values) < SMALL_TABLE:
            continue
        name = node.input[0]
        scale = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
        rows = np.round(values / scale).astype(np.int8)
        graph.initializer.remove(tables[name])
        graph.initializer.extend(
            [numpy_helper.from_array(rows, name + ".rows"), numpy_helper.from_array(scale, name + ".scale")]
        )
        at = list(graph.node).index(node)
        graph.node.remove(node)
        made = [
            helper.make_node("Gather", [name + ".rows", node.input[1]], [name + ".row"]),
            helper.make_node("Gather", [name + ".scale", node.input[1]], [name + ".step"]),
            helper.make_node("Cast", [name + ".row"], [name + ".float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [name + ".float", name + ".step"], list(node.output)),
        ]
        for k, n in enumerate(made):
            graph.node.insert(at + k, n)


def main() -> None:
    """Exports a checkpoint to a folder."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as whole:
        export(load(args.checkpoint), Path(whole))
        quantise(Path(whole) / "reader.onnx", args.out / "reader.onnx")
        # a megabyte, and convolutions are no faster in int8
        shutil.copy(Path(whole) / "linker.onnx", args.out)
    tokenizer().save(str(args.out / "tokenizer.json"), pretty=False)
    about = {"acts": ACTS, "first": SCHEMES["unknown"], "most": MOST, "threshold": 0.4, "calibration": [[0, 0], [1, 1]]}
    (args.out / "model.json").write_text(json.dumps(about, indent=1))


if __name__ == "__main__":
    main()
