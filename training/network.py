"""The network: the base encoder with dragoman's heads, in PyTorch, for training and export.

What the heads mean is told in docs/reference/model.md. Shapes: B windows, T tokens, H = 384 hidden
units, P pairs. A window is a sentence with the sentences before it. The lower half reads each
sentence by itself, so that a document needs it once a sentence; the upper half reads windows, and
again a window in which one pair is looked at closely. The word embeddings stay as the base model
has them. The heads are small matrices that the program runs in numpy
(src/dragoman/coding/model/heads.py mirrors `Heads`).
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
from base_model import BLOCK, unpack
from label_items import CONTEXTS, MODES
from torch import Tensor, nn

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 384, 12, 12, 1536, 512
LOWER = 6  # layers that read each sentence by itself
# What a token is: source (1) or target (2) of the pair looked at, of a sentence before (4), in sum.
ROLES = 8
SOURCE, TARGET, BEFORE = 1, 2, 4
TAGS = ("person", "office", "state", "body", "group", "place", "date", "event", "argument")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT",
)  # fmt: skip
NONE = len(TYPES)
STATUSES = ("done", "planned", "hypothetical", "negated", "background")
ALL_MODES = sorted({f"{t}/{m}" for t, ms in MODES.items() for m in ms.split()})
ALL_CONTEXTS = sorted(CONTEXTS)
LABELS = {"types": TYPES, "tags": TAGS, "statuses": STATUSES, "modes": ALL_MODES,
          "contexts": ALL_CONTEXTS}  # fmt: skip
ATTENTION = 4  # heads of the pair attention


class Drop(nn.Module):
    """Dropout with one mask for all tokens of a sentence: as good, and drawn far faster on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        shape = (x.shape[0], 1, x.shape[2]) if x.dim() == 3 else x.shape
        kept = torch.rand(shape, device=x.device) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One BERT layer, post-norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.q, self.k, self.v = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.ao = nn.Linear(HIDDEN, HIDDEN)
        self.aln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.fi, self.fo = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.oln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Drop(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = (
            f(x).view(b, t, HEADS, HIDDEN // HEADS).transpose(1, 2)
            for f in (self.q, self.k, self.v)
        )
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.aln(x + self.drop(self.ao(mixed)))
        return self.oln(x + self.drop(self.fo(nn.functional.gelu(self.fi(x)))))


class Encoder(nn.Module):
    """Token ids of sentences -> hidden states of windows, in two halves."""

    def __init__(self, words: Tensor, dropout: float = 0.1) -> None:
        super().__init__()
        self.register_buffer("words", words)
        self.pos = nn.Parameter(torch.zeros(POSITIONS, HIDDEN))
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.eln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = Drop(dropout)
        # Where source and target are, and what stands before, is told to the upper half only, so that
        # the lower half need not run again. Row 0 is never learnt and stays zero.
        self.roles = nn.Parameter(
            torch.cat([torch.zeros(1, HIDDEN), torch.randn(ROLES - 1, HIDDEN) * 0.1])
        )

    @staticmethod
    def bias(mask: Tensor, dtype: torch.dtype) -> Tensor:
        return ((1.0 - mask.to(dtype)) * -1e4)[:, None, None, :].expand(-1, 1, mask.shape[1], -1)

    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Sentences by themselves: ids (S, T), mask (S, T) -> hidden states (S, T, H)."""
        x = nn.functional.embedding(ids, self.words) + self.pos[: ids.shape[1]] + self.kind
        x = self.drop(self.eln(x))
        bias = self.bias(mask, x.dtype)
        for layer in self.layers[:LOWER]:
            x = layer(x, bias)
        return x

    def upper(self, x: Tensor, mask: Tensor, roles: Tensor) -> Tensor:
        """Windows (B, T, H) with the roles of their tokens (B, T) -> hidden states (B, T, H)."""
        x = x + nn.functional.embedding(roles, self.roles).to(x.dtype) * (roles > 0)[..., None]
        bias = self.bias(mask, x.dtype)
        for layer in self.layers[LOWER:]:
            x = layer(x, bias)
        return x

    def forward(
        self, ids: Tensor, sentence_mask: Tensor, place: Tensor, mask: Tensor, roles: Tensor
    ) -> Tensor:
        """``place`` (B, T): where in the flattened sentences each token of a window lies."""
        x = self.lower(ids, sentence_mask)
        # index_select: the way back of x[place] adds up one by one.
        x = x.reshape(-1, HIDDEN).index_select(0, place.reshape(-1)).view(*place.shape, HIDDEN)
        return self.upper(x, mask, roles)


class Heads(nn.Module):
    """What is read off the hidden states."""

    def __init__(self, modes: int, contexts: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.tags = nn.Linear(HIDDEN, 3 * len(TAGS))
        self.acts = nn.Linear(HIDDEN, len(TYPES))
        self.contexts = nn.Linear(HIDDEN, contexts)
        self.vector = nn.Linear(HIDDEN, HIDDEN)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(HIDDEN))
            self.vector.bias.zero_()
        self.source, self.target = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.nobody = nn.Parameter(torch.randn(HIDDEN) * 0.02)
        self.query = nn.Linear(2 * HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.pair = nn.Linear(4 * HIDDEN, HIDDEN)
        self.kinds = nn.Linear(HIDDEN, len(TYPES) + 1)
        self.status = nn.Linear(HIDDEN, len(STATUSES))
        self.modes = nn.Linear(HIDDEN, modes)
        self.drop = Drop(dropout)

    @staticmethod
    def mean(x: Tensor, mask: Tensor) -> Tensor:
        weight = mask.to(x.dtype)
        return (x * weight[..., None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1)

    def pairs(self, x: Tensor, mask: Tensor, row: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Pair features (P, H): row (P,) picks the sentence; source and target are (P, T) masks.

        An all-zero target mask stands for an act without a target.
        """
        own = x.index_select(0, row)
        source, target = source.to(x.dtype), target.to(x.dtype)
        s = self.source(self.mean(own, source))
        t = self.target(
            torch.where(
                (target > 0).any(1, keepdim=True), self.mean(own, target), self.nobody.to(x.dtype)
            )
        )
        p, length, _ = own.shape
        size = HIDDEN // ATTENTION
        q = self.query(torch.cat([s, t], -1)).view(p, ATTENTION, 1, size)
        k = self.key(x).index_select(0, row).view(p, length, ATTENTION, size).permute(0, 2, 3, 1)
        v = self.value(x).index_select(0, row).view(p, length, ATTENTION, size).transpose(1, 2)
        scores = (q @ k) / math.sqrt(size)
        scores = scores + (1.0 - mask[row].to(x.dtype))[:, None, None, :] * -1e4
        context = (scores.softmax(-1) @ v).reshape(p, HIDDEN)
        return nn.functional.gelu(self.pair(self.drop(torch.cat([s, t, s * t, context], -1))))


def load_base(path: Path, dropout: float = 0.1) -> Encoder:
    """The base encoder out of base.npz (see base_model.py)."""
    stored = np.load(path)

    def tensor(name: str, columns: int = 0) -> Tensor:
        if name in stored:
            return torch.from_numpy(stored[name].astype(np.float32))
        return torch.from_numpy(unpack(stored["q4:" + name], columns))

    encoder = Encoder(tensor("emb.word", HIDDEN), dropout)
    with torch.no_grad():
        encoder.pos.copy_(tensor("emb.pos").view(POSITIONS, HIDDEN))
        encoder.kind.copy_(tensor("emb.type").view(-1, HIDDEN)[0])
        encoder.eln.weight.copy_(tensor("emb.ln.w"))
        encoder.eln.bias.copy_(tensor("emb.ln.b"))
        for number, layer in enumerate(encoder.layers):
            for part in ("q", "k", "v", "ao", "fi", "fo"):
                linear = getattr(layer, part)
                linear.weight.copy_(tensor(f"l{number}.{part}.w", linear.in_features))
                linear.bias.copy_(tensor(f"l{number}.{part}.b"))
            for norm in ("aln", "oln"):
                getattr(layer, norm).weight.copy_(tensor(f"l{number}.{norm}.w"))
                getattr(layer, norm).bias.copy_(tensor(f"l{number}.{norm}.b"))
    assert BLOCK == 32
    return encoder
