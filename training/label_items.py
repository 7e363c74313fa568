"""Read the hand-written label items (see labels/CODEBOOK.md) and check them.

In: a file in the codebook's form. Out: Item values with text and exact code-point spans per
language, which items are held back from training. What an item means to the model is left to build_examples.py.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("ko", "en", "ja", "zh", "ru")
MODES = {
    # AGREE and CONCEDE have no mode in PLOVER: "meet" tells agreed or announced encounters from all the rest,
    # "promise" what is only offered, agreed or announced from what is declared with effect.
    "AGREE": "meet other", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "promise declared",
    "COOPERATE": "", "AID": "", "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet", "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue", "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
               "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    "STATEMENT": "",
}  # fmt: skip
STATUSES = ("done", "planned", "hypothetical", "negated", "background")
CONTEXTS = set("""
    military intelligence executive legislative election political_institutions
    pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms
    repression human_security gender lgbt religion_ethnicity inequality diplomatic
    territory peacekeeping health asylum migration disasters natural_resource environment
    technology terrorism cbrn cyber misinformation crime corruption illegal_drugs
    trafficking
""".split())  # fmt: skip
KINDS = {"p": "person", "s": "state", "b": "body", "g": "group", "o": "office", "l": "place",
         "d": "date", "e": "event"}  # fmt: skip
# Per cent of the label items held back, by the hash of their id: of the parallel ones, of the others.
HELD_BACK, HELD_BACK_NATIVE = 19, 8
OPEN = re.compile(r"\[([A-Z])(?::([psbgolde]))?\||\[([psbgolde])\|")
ACT = re.compile(
    r"^([A-Z]+(?:=[A-Z])*)(?:>([A-Z]+|-))? ([A-Z]+)(?:/([a-z-]+))? ([a-z]+)(?: ([a-z_, ]+))?$"
)


class LabelError(ValueError):
    """A label file breaks the codebook's form; the message names file, item and remedy."""


@dataclass(frozen=True)
class Act:
    """One act: argument letters of sources and targets, PLOVER type, mode, status, contexts."""

    sources: str
    targets: str
    type: str
    mode: str | None
    status: str
    contexts: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """Plain text; arguments letter -> (start, end); mentions (start, end, kind). Code points."""

    text: str
    arguments: dict[str, tuple[int, int]]
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Item:
    """One label item with its acts and its sentence in each language."""

    id: str
    genre: str
    acts: tuple[Act, ...]
    sentences: dict[str, Sentence]


def parse_sentence(marked: str) -> Sentence:
    """Take the marks out of a sentence and keep their spans. Raises LabelError."""
    out: list[str] = []
    length = 0
    stack: list[tuple[str | None, str | None, int]] = []
    arguments: dict[str, tuple[int, int]] = {}
    mentions: list[tuple[int, int, str]] = []
    at = 0
    while at < len(marked):
        opening = OPEN.match(marked, at)
        if opening:
            stack.append((opening[1], opening[2] or opening[3], length))
            at = opening.end()
        elif marked[at] == "]":
            if not stack:
                raise LabelError("a ] without its [")
            letter, kind, start = stack.pop()
            if start == length:
                raise LabelError("an empty mark")
            if letter:
                arguments.setdefault(letter, (start, length))
            if kind:
                mentions.append((start, length, KINDS[kind]))
            at += 1
        elif marked[at] in "[|":
            raise LabelError(f"a stray {marked[at]!r} at {at}: marks open with [A| or [A:s| or [s|")
        else:
            out.append(marked[at])
            length += 1
            at += 1
    if stack:
        raise LabelError("a mark is not closed")
    return Sentence("".join(out), arguments, tuple(sorted(mentions)))


def parse_act(line: str) -> Act:
    """Read one act line. Raises LabelError with the valid values."""
    found = ACT.match(line.strip())
    if not found:
        raise LabelError(f"not an act line: {line!r}; write `A>B TYPE/mode status contexts`")
    left, right, kind, mode, status, contexts = found.groups()
    if kind not in MODES:
        raise LabelError(f"unknown type {kind}; valid: {' '.join(MODES)}")
    if mode and mode not in MODES[kind].split():
        raise LabelError(f"{kind} has no mode {mode!r}; valid: {MODES[kind] or 'none'}")
    if status not in STATUSES:
        raise LabelError(f"unknown status {status!r}; valid: {' '.join(STATUSES)}")
    named = tuple(c for c in re.split(r"[, ]+", contexts or "") if c)
    if bad := [c for c in named if c not in CONTEXTS]:
        raise LabelError(f"unknown contexts {bad}")
    if "=" in left:
        both = left.replace("=", "")
        return Act(both, both, kind, mode, status, named)
    return Act(left, "" if right in (None, "-") else right, kind, mode, status, named)


def read_items(path: Path) -> tuple[list[Item], list[str]]:
    """Read a label file: the good items, and one message per item that breaks the form."""
    items, faults = [], []
    for block in re.split(r"\n(?=#)", path.read_text(encoding="utf-8")):
        lines = [line.rstrip() for line in block.strip().splitlines() if line.strip()]
        if not lines or not lines[0].startswith("#"):
            continue
        head = lines[0][1:].split()
        try:
            acts, sentences = [], {}
            for line in lines[1:]:
                code, _, rest = line.partition(": ")
                if code in LANGUAGES and rest:
                    sentences[code] = parse_sentence(rest.strip())
                elif line.strip() != "none":
                    acts.append(parse_act(line))
            if not sentences:
                raise LabelError("no sentence")
            for code, sentence in sentences.items():
                for act in acts:
                    if missing := set(act.sources + act.targets) - set(sentence.arguments):
                        raise LabelError(f"{code}: argument {sorted(missing)} is not marked")
            items.append(
                Item(head[0], head[1] if len(head) > 1 else "other", tuple(acts), sentences)
            )
        except LabelError as fault:
            faults.append(f"{path.name} {lines[0]}: {fault}")
    return items, faults


def fold_of(key: str, dev: int = 6, test: int = 6) -> str:
    """train, dev or test by the hash of a document's or item's id (per cent)."""
    number = int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 100
    return "test" if number < test else "dev" if number < test + dev else "train"


def item_fold(item: Item, stem: str) -> str:
    """test or train: a fifth of the parallel items, in all languages; less of those in one."""
    if stem.startswith("passages"):  # some stories are told in several languages, by number
        return fold_of(item.id.split("-")[1], 0, HELD_BACK_NATIVE)
    share = HELD_BACK if stem.startswith("parallel") else HELD_BACK_NATIVE
    return fold_of(item.id, 0, share)


def mode_of(act: Act) -> str | None:
    """The mode; a concession that is only planned is a promise."""
    promised = act.type == "CONCEDE" and act.status == "planned"
    return act.mode or ("promise" if promised else None)


def _near_duplicates(items: list[Item]) -> list[tuple[str, str, float]]:
    grams: list[tuple[str, set[str]]] = []
    for item in items:
        for sentence in list(item.sentences.values())[:1]:
            text = re.sub(r"\W+", " ", sentence.text.lower())
            grams.append((item.id, {text[i : i + 5] for i in range(max(1, len(text) - 4))}))
    pairs = []
    index: dict[str, list[int]] = {}
    for number, (_, own) in enumerate(grams):
        shared = Counter(other for gram in own for other in index.get(gram, ()))
        for other, count in shared.items():
            score = count / (len(own) + len(grams[other][1]) - count)
            if score > 0.5:
                pairs.append((grams[other][0], grams[number][0], round(score, 2)))
        for gram in own:
            index.setdefault(gram, []).append(number)
    return pairs


def main(paths: list[str]) -> int:
    """Check label files: print faults, near-duplicates (Jaccard of 5-grams > 0.5) and counts."""
    every: list[Item] = []
    bad = 0
    for name in paths:
        items, faults = read_items(Path(name))
        every += items
        bad += len(faults)
        for fault in faults:
            print(fault)
    for one, two, score in _near_duplicates(every):
        print(f"near-duplicate {one} {two} {score}")
    types = Counter(
        act.type + (f"/{act.mode}" if act.mode else "") for item in every for act in item.acts
    )
    print(f"{len(every)} items, {bad} faults, {sum(not i.acts for i in every)} without acts")
    print("status", dict(Counter(act.status for item in every for act in item.acts)))
    print("types", dict(sorted(types.items())))
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
