"""Stage 2: labels and shared data -> tokenised examples in training/build/examples.jsonl.

Out, one JSON object a line: set, id, language; sentences (token ids; the last one is read, those before
it are its context); tags [first token, end token, tag] of the last sentence with `known` (the tags
that the source annotates; the others are masked in the loss); parties, each a list of mentions
[loose, [sentence, first, end]...] whose spans name the same (whole phrase, bare name); pairs [party,
party or -1, [[type, mode, status]...]]; acts and contexts of the sentence (null: not annotated).
`fold` says train or test: held back by a hash of the item's or document's id, never trained on.
`variant` numbers the tellings of one item with other parties (variants.py; 0: as written); of these a pass
of training takes one. `partial` says that only the tagged tokens and their neighbours are known.

    python training/build_examples.py --shared ../shared/data
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from batches import CONTEXTS_OF
from label_documents import Document, read_documents
from label_items import (
    CONTEXTS,
    HELD_BACK_NATIVE,
    MODES,
    Item,
    fold_of,
    item_fold,
    mode_of,
    read_items,
)
from tokenizers import Tokenizer
from variants import LANGUAGES as EXCHANGED_IN
from variants import Parties

HERE = Path(__file__).parent
BUILD = HERE / "build"
LIMIT = 200  # tokens of a sentence; longer ones are left out (measured: under 1% of the labels)
MOST_PARTIES = 9  # of a window; pairs grow with the square
UNSIGNED = 15  # per cent of the documents whose publisher is kept from view
VARIANTS = 3  # tellings of an item with other parties, where that can be done
PUBLISHER = "*"  # the publisher's state where it is no party of the document
OUR_TAGS = ["person", "office", "state", "body", "group", "place", "date", "event", "argument"]
LANGUAGE_OF = {"K": "ko", "E": "en", "J": "ja", "Z": "zh", "U": "ru"}  # letters of label files
KO = {"PS": "person", "OG": "body", "LC": "place", "DT": "date", "EV": "event"}
JA = {"人名": "person", "法人名": "body", "政治的組織名": "body", "その他の組織名": "body",
      "地名": "place", "イベント名": "event"}  # fmt: skip
EN = {"politician": "person", "person": "person", "organisation": "body", "politicalparty": "body",
      "country": "place", "location": "place", "election": "event", "event": "event"}  # fmt: skip
RU = {"Person": "person", "Org": "body", "Location": "place", "LocOrg": "place"}


class Cutter:
    """Text and character spans -> token ids and token spans."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))

    def cut(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoding = self.tokenizer.encode(text)
        offsets = []
        for (a, b), special in zip(encoding.offsets, encoding.special_tokens_mask, strict=True):
            while a < b and text[a].isspace():
                a += 1
            offsets.append((-1, -1) if special else (a, b))
        return encoding.ids, offsets

    @staticmethod
    def span(offsets: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
        inside = [i for i, (a, b) in enumerate(offsets) if a < end and b > start and a < b]
        return (inside[0], inside[-1] + 1) if inside else None


def item_examples(item: Item, cutter: Cutter, name: str, fold: str) -> Iterator[dict]:
    """One example per language of a label item."""
    for language, sentence in item.sentences.items():
        ids, offsets = cutter.cut(sentence.text)
        if len(ids) > LIMIT:
            continue
        tags = []
        for start, end, kind in sentence.mentions:
            if span := cutter.span(offsets, start, end):
                tags.append([*span, kind])
        alternatives: dict[str, list[tuple[int, int]]] = {}
        for letter, (start, end) in sentence.arguments.items():
            whole = cutter.span(offsets, start, end)
            if whole is None:
                continue
            tags.append([*whole, "argument"])
            named = [
                (a, b, kind)
                for a, b, kind in sentence.mentions
                if start <= a
                and b <= end
                and kind in ("person", "state", "body", "group", "office")
            ]
            # "Russia's invasion of Ukraine": two of a kind are not both the one who is meant.
            kinds = Counter(kind for _, _, kind in named)
            single = max(kinds.values(), default=0) == 1
            inner = [cutter.span(offsets, a, b) for a, b, _ in named] if single else []
            alternatives[letter] = list(dict.fromkeys([whole, *(span for span in inner if span)]))
        # Mentions that are in no argument are candidates that must come out as "none".
        bystanders = [
            [cutter.span(offsets, a, b)]
            for a, b, kind in sentence.mentions
            if kind in ("person", "state", "body", "group", "place")
            and not any(s <= a and b <= e for s, e in sentence.arguments.values())
        ]
        acts: dict[tuple[str, str], list[list]] = {}
        for act in item.acts:
            labels = [act.type, mode_of(act), act.status]
            symmetric = act.sources == act.targets
            for one in act.sources:
                others = [t for t in act.targets if t != one] if symmetric else list(act.targets)
                for other in others or [""]:
                    acts.setdefault((one, other), []).append(labels)
        letters = list(alternatives)
        others = [b for b in bystanders if b[0]][:6]
        parties = [[[0, *([0, *span] for span in spans)]] for spans in
                   [*alternatives.values(), *others]]  # fmt: skip
        pairs = []
        for i, one in enumerate(letters):
            for j, other in enumerate(letters):
                if i != j:
                    pairs.append([i, j, acts.get((one, other), [])])
            if (one, "") in acts:
                pairs.append([i, -1, acts[one, ""]])
            elif not any(source == one for source, _ in acts):
                pairs.append([i, -1, []])
        for i in range(len(parties)):
            for j in range(len(parties)):
                if i != j and (i >= len(letters) or j >= len(letters)):
                    pairs.append([i, j, []])
        # In passages an actor is marked once only: they do not teach to find mentions.
        known = [] if name == "passages" else OUR_TAGS
        yield {
            "set": name, "id": item.id, "fold": fold, "language": language, "sentences": [ids],
            "tags": tags if known else [], "known": known, "parties": parties, "pairs": pairs[:60],
            "acts": sorted({act.type for act in item.acts}),
            "contexts": sorted({c for act in item.acts for c in act.contexts}),
        }  # fmt: skip


def variant_examples(
    items: list[Item], parties: Parties, cutter: Cutter, name: str
) -> Iterator[dict]:
    """Items with other parties in them, one example per language and telling."""
    for item in items:
        rng = random.Random(item.id)
        for language in item.sentences:
            for number in range(1, VARIANTS + 1 if language in EXCHANGED_IN else 0):
                if telling := parties.exchange(item, language, rng):
                    for example in item_examples(telling, cutter, name, "train"):
                        yield example | {"variant": number}


def document_examples(
    document: Document, language: str, cutter: Cutter, fold: str, name: str
) -> Iterator[dict]:
    """One example a sentence, behind the publisher's state, the headline and the sentences before it, as
    ``CONTEXTS_OF`` has it by ``name``."""
    most, context, title = CONTEXTS_OF[name]
    cut = [cutter.cut(sentence.text) for sentence in document.sentences]
    publisher = state_names(language).get(document.publisher)
    if fold_of(document.id + name, 0, UNSIGNED) == "test":
        publisher = None
    for number, sentence in enumerate(document.sentences):
        ids = cut[number][0]
        if len(ids) > LIMIT:
            continue
        first, room = number, context
        while first > max(0, number - most) and len(cut[first - 1][0]) <= room:
            first -= 1
            room -= len(cut[first][0])
        chosen = list(range(first, number + 1))
        if first > 0 and len(cut[0][0]) <= title:
            chosen.insert(0, 0)  # the headline stands before every sentence
        laid = [cut[i][0] for i in chosen]
        mentions: dict[str, list[list]] = {}
        if publisher:
            head, offsets = cutter.cut(publisher)
            own = [x for x, code in document.parties.items() if code == document.publisher]
            span = cutter.span(offsets, 0, len(publisher))
            mentions[own[0] if own else PUBLISHER] = [[0, [0, *span]]]
            laid.insert(0, head)
        for place, index in enumerate(chosen, len(laid) - len(chosen)):
            for mention in document.sentences[index].mentions:
                span = cutter.span(cut[index][1], mention.start, mention.end)
                for letter in mention.letters if span else "":
                    mentions.setdefault(letter, []).append([int(mention.loose), [place, *span]])
        letters = list(mentions)[:MOST_PARTIES]
        acts: dict[tuple[str, str], list[list]] = {}
        for act in sentence.acts:
            mode = act.mode if act.mode in MODES[act.type].split() else None
            for one in act.sources:
                others = [t for t in act.targets if t != one]
                for other in others or [""]:
                    acts.setdefault((one, other), []).append([act.type, mode, act.status])
        pairs = []
        for i, one in enumerate(letters):
            for j, other in enumerate([*letters, ""]):
                if i != j:
                    pairs.append([i, j if other else -1, acts.get((one, other), [])])
        yield {
            "set": name, "id": f"{document.id}-{number}", "fold": fold, "language": language,
            "sentences": laid, "tags": [], "known": [],
            "parties": [mentions[x] for x in letters], "pairs": pairs,
            "acts": sorted({act.type for act in sentence.acts}),
            "contexts": sorted({c for act in sentence.acts for c in act.contexts}),
        }  # fmt: skip


@cache
def state_names(language: str) -> dict[str, str]:
    """The first name of every state in a language, by its code."""
    with (HERE.parent / "src/dragoman/data/states.csv").open(encoding="utf-8") as rows:
        return {row["code"]: row[language].split(";")[0] for row in csv.DictReader(rows)}


def tagged(
    cutter: Cutter, name: str, key: str, language: str, text: str,
    spans: Iterable[tuple[int, int, str]], known: list[str],
) -> dict | None:  # fmt: skip
    """An example that only teaches mentions."""
    ids, offsets = cutter.cut(text)
    if not 4 < len(ids) <= LIMIT:
        return None
    tags = [[*span, kind] for a, b, kind in spans if (span := cutter.span(offsets, a, b))]
    return {"set": name, "id": key, "fold": fold_of(key, 0, 13), "language": language,
            "sentences": [ids], "tags": tags, "known": known, "parties": [], "pairs": [],
            "acts": None, "contexts": None}  # fmt: skip


def korean_mentions(flat: Path, nested: Path, cutter: Cutter) -> Iterator[dict | None]:
    """KLUE's flat spans for persons, bodies, places, dates; KoNNE's for offices and events."""
    offices: dict[str, list[tuple[int, int, str]]] = {}
    for line in nested.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = [(a, b, "office" if label == "CV_POSITION" else "event")
                 for a, b, label in row["label"]
                 if b > a and (label == "CV_POSITION" or label[:2] == "EV")]  # fmt: skip
        offices[row["klue_id"]] = outermost(found)
    known = ["person", "office", "body", "place", "date", "event"]
    for key, text, spans in read_bio(flat):
        named = [(a, b, KO[k]) for a, b, k in spans if k in KO]
        yield tagged(cutter, "klue", key, "ko", text, [*named, *offices.get(key, [])], known)


def korean_relations(path: Path, cutter: Cutter) -> Iterator[dict | None]:
    """KLUE's relations: two names a sentence, the others of it are not marked."""
    kinds = {"PER": "person", "ORG": "body", "LOC": "place", "DAT": "date"}
    with path.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            named = [ast.literal_eval(row[f"{side}_entity"]) for side in ("subject", "object")]
            spans = [(e["start_idx"], e["end_idx"] + 1, kinds[e["type"]])
                     for e in named if e["type"] in kinds]  # fmt: skip
            if all(row["sentence"][e["start_idx"] : e["end_idx"] + 1] == e["word"] for e in named):
                example = tagged(cutter, "relations", f"{path.stem}-{number}", "ko",
                                 row["sentence"], spans, list(kinds.values()))  # fmt: skip
                if example is not None and spans:
                    yield example | {"partial": True, "fold": "train"}


def outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without the spans that lie inside another of their kind: tags of a kind do not nest."""
    return [s for s in spans
            if not any(o != s and o[2] == s[2] and o[0] <= s[0] and s[1] <= o[1] for o in spans)]  # fmt: skip


def read_bio(path: Path) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    """Character BIO blocks: (id, text, spans in code points)."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        key, text, spans = "", "", []
        for line in block.splitlines():
            if line.startswith("## ") and line.count("\t") == 1 and not text:
                key = line[3:].split("\t")[0]
                continue
            char, _, tag = line.rpartition("\t")
            if tag.startswith("B-"):
                spans.append([len(text), len(text) + len(char), tag[2:]])
            elif tag.startswith("I-") and spans and spans[-1][2] == tag[2:]:
                spans[-1][1] = len(text) + len(char)
            text += char
        if text:
            yield key, text, [(a, b, k) for a, b, k in spans]


def japanese_mentions(path: Path, cutter: Cutter) -> Iterator[dict | None]:
    for row in json.loads(path.read_text(encoding="utf-8")):
        spans = [(*e["span"], JA[e["type"]]) for e in row["entities"] if e["type"] in JA]
        yield tagged(cutter, "stockmark", str(row["curid"]), "ja", row["text"], spans,
                     ["person", "body", "place", "event"])  # fmt: skip


def english_mentions(paths: Iterable[Path], cutter: Cutter) -> Iterator[dict | None]:
    for path in paths:
        for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
            text, spans, open_span = "", [], None
            for line in block.splitlines():
                word, tag = line.split()
                start = len(text) + (1 if text and word not in ".,;:!?)'" else 0)
                text += (" " if start > len(text) else "") + word
                if tag.startswith("I-") and open_span and open_span[2] == tag[2:]:
                    open_span[1] = len(text)
                    continue
                open_span = [start, len(text), tag[2:]] if tag != "O" else None
                if open_span:
                    spans.append(open_span)
            named = [(a, b, EN[k]) for a, b, k in spans if k in EN]
            yield tagged(cutter, "crossner", f"{path.stem}-{number}", "en", text, named,
                         ["person", "body", "place", "event"])  # fmt: skip


def russian_mentions(folder: Path, cutter: Cutter) -> Iterator[dict | None]:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        where = {}
        for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
            parts = line.split()
            if len(parts) > 4:
                where[parts[0]] = (int(parts[2]), int(parts[2]) + int(parts[3]))
        found = []
        for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
            head = line.split("#")[0].split()
            if len(head) > 2 and head[1] in RU:
                parts = [where[i] for i in head[2:] if i in where]
                if parts:
                    found.append((min(a for a, _ in parts), max(b for _, b in parts), RU[head[1]]))
        for sentence in re.finditer(r"[^\n]+?(?:[.!?…]+(?=\s+[А-ЯA-Z«\"])|\n|$)", text):
            a, b = sentence.span()
            spans = [(s - a, e - a, k) for s, e, k in found if a <= s and e <= b and e - s < 80]
            if spans:
                yield tagged(cutter, "factrueval", path.stem, "ru", text[a:b], spans,
                             ["person", "body", "place"])  # fmt: skip


def parallel_texts(folder: Path, cutter: Cutter) -> Iterator[dict]:
    """The same sentences in five languages: they keep the sentence vectors where they were."""
    names = {"kor": "ko", "eng-GB": "en", "jpn": "ja", "zho-CN": "zh", "rus": "ru"}
    for path in sorted(folder.glob("*-ref.*.txt")):
        language = names[path.name.split(".")[1]]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            ids, _ = cutter.cut(line)
            if len(ids) <= LIMIT:
                yield {"set": "ntrex", "id": f"ntrex-{number}", "fold": "train",
                       "language": language, "sentences": [ids], "tags": [], "known": [],
                       "parties": [], "pairs": [], "acts": None, "contexts": None}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    options = parser.parse_args()
    shared: Path = options.shared
    cutter = Cutter(BUILD / "tokenizer.json")
    counts: Counter[str] = Counter()
    with (BUILD / "examples.jsonl").open("w", encoding="utf-8") as out:

        def write(examples: Iterable[dict | None]) -> None:
            for example in examples:
                if example is not None:
                    counts[f"{example['set']} {example['language']} {example['fold']}"] += 1
                    out.write(json.dumps(example, separators=(",", ":")) + "\n")

        for path in sorted((HERE / "labels").glob("documents-*.txt")):
            language = LANGUAGE_OF[path.stem.split("-")[1][0]]
            documents, faults = read_documents(path)
            for fault in faults:
                print("left out:", fault)
            for document in documents:
                fold = fold_of(document.id, 0, HELD_BACK_NATIVE)
                for name in CONTEXTS_OF:
                    write(document_examples(document, language, cutter, fold, name))
        files: dict[str, list[Item]] = {}
        for path in sorted((HERE / "labels").glob("*.txt")):
            if path.stem.startswith(
                ("documents", "second", "blind")
            ):  # other forms, or second readers'
                continue
            files[path.stem], faults = read_items(path)
            for fault in faults:
                print("left out:", fault)
        kept = {
            stem: [item for item in items if item_fold(item, stem) == "train"]
            for stem, items in files.items()
        }
        parties = Parties(item for items in kept.values() for item in items)
        for stem, items in files.items():
            name = stem.split("-")[0]
            for item in items:
                write(item_examples(item, cutter, name, item_fold(item, stem)))
            if name != "passages":
                write(variant_examples(kept[stem], parties, cutter, name))
        write(
            korean_mentions(shared / "ner/ko/klue-ner.tsv", shared / "ner/ko/konne.jsonl", cutter)
        )
        for path in sorted((shared / "relations/ko").glob("*.csv")):
            write(korean_relations(path, cutter))
        write(japanese_mentions(shared / "ner/ja/stockmark.json", cutter))
        write(english_mentions(sorted((shared / "ner/en").glob("*.txt")), cutter))
        write(russian_mentions(shared / "ner/ru/factrueval-2016/devset", cutter))
        write(parallel_texts(shared / "parallel/ntrex", cutter))
    (BUILD / "contexts.json").write_text(json.dumps(sorted(CONTEXTS)))
    for name, count in sorted(counts.items()):
        print(f"{count:7} {name}")


if __name__ == "__main__":
    main()
