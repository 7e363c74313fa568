"""A second reader of labelled documents: the sample without its acts, and how far the two agree.

    python training/second_documents.py sample --each 8     # writes training/build/blind-documents.txt
    python training/second_documents.py compare training/labels/second-documents.txt

The sample is drawn from the documents held back from training, in all languages. The second reader
gets parties, sentences and marked mentions, and writes the act lines. Agreement: precision, recall and
F1 of (sentence, source, target, type) over acts with two sides, and of the same without the
sentence; the share of equal statuses where both see the act.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from build_examples import BUILD, HELD_BACK_NATIVE, HERE, fold_of
from label_documents import Document, read_documents


def held_back() -> dict[str, list[Document]]:
    """Documents held back, by the letter of their label file."""
    out: dict[str, list[Document]] = {}
    for path in sorted((HERE / "labels").glob("documents-*.txt")):
        for document in read_documents(path)[0]:
            if fold_of(document.id, 0, HELD_BACK_NATIVE) == "test":
                out.setdefault(path.stem.split("-")[1][0], []).append(document)
    return out


def without_acts(document: Document) -> str:
    """The document in its form, its acts left out."""
    lines = [f"#{document.id} {document.genre} {document.published} {document.publisher}"]
    lines += [f"{letter} {code}" for letter, code in document.parties.items()]
    for number, sentence in enumerate(document.sentences):
        text, at = "", 0
        for m in sorted(sentence.mentions, key=lambda m: m.start):
            loose = "~" if m.loose else ""
            text += f"{sentence.text[at : m.start]}[{m.letters}{loose}|{sentence.text[m.start : m.end]}]"
            at = m.end
        lines.append(f"{number} {text}{sentence.text[at:]}")
    return "\n".join(lines) + "\n"


def triples(document: Document) -> Iterator[tuple[tuple[str, int, str, str, str], str]]:
    """((document, sentence, source, target, type), status) of acts with two sides."""
    for number, sentence in enumerate(document.sentences):
        for act in sentence.acts:
            for one in act.sources:
                for other in act.targets:
                    if one != other and act.type != "STATEMENT":
                        yield (document.id, number, one, other, act.type), act.status


def compare(path: Path) -> None:
    second = {d.id: d for d in read_documents(path)[0]}
    first = {d.id: d for group in held_back().values() for d in group if d.id in second}
    rows = [("all", list(first))]
    rows += [(x, [i for i in first if i[1] == x]) for x in sorted({i[1] for i in first})]
    for name, ids in rows:
        ours = dict(t for i in ids for t in triples(first[i]))
        theirs = dict(t for i in ids for t in triples(second[i]))
        both = set(ours) & set(theirs)
        loosely = [{(k[0], *k[2:]) for k in said} for said in (ours, theirs)]
        alike = len(loosely[0] & loosely[1])
        print(f"{name}: {len(ids)} documents, {len(ours)} / {len(theirs)} triples, "
              f"precision {len(both) / len(theirs):.3f}, recall {len(both) / len(ours):.3f}, "
              f"F1 {2 * len(both) / (len(ours) + len(theirs)):.3f}, by document "
              f"{2 * alike / (len(loosely[0]) + len(loosely[1])):.3f}, status "
              f"{sum(ours[k] == theirs[k] for k in both) / len(both):.3f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command")
    sample = commands.add_parser("sample")
    sample.add_argument("--each", type=int, default=8, help="documents of a language")
    commands.add_parser("compare").add_argument("answers", type=Path)
    options = parser.parse_args()
    if options.command == "compare":
        return compare(options.answers)
    rng = random.Random(20261126)
    chosen = [d for x, group in sorted(held_back().items())
              for d in rng.sample(group, min(options.each, len(group)))]  # fmt: skip
    out = BUILD / "blind-documents.txt"
    out.write_text("\n".join(map(without_acts, chosen)), encoding="utf-8")
    print(f"{len(chosen)} documents in {out}")


if __name__ == "__main__":
    main()
