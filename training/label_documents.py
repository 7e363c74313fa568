"""Labelled documents: parties, sentences, mentions of a party, acts under the sentence that tells them.

In: files of training/labels/documents-*.txt, in the form that training/labels/CODEBOOK.md gives. Out:
`Document` values; run as a command it names every fault and counts acts by type and by whether
source and target stand in the sentence itself.

    python training/label_documents.py training/labels/documents-*.txt
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from label_items import CONTEXTS, MODES, STATUSES

_HEAD = re.compile(r"#(\S+) (\w+) (\d{4}-\d\d-\d\d) ([A-Z]{2,12}|-)$")
_PARTY = re.compile(r"([A-Z]) ([A-Z0-9+-]{1,12}|[A-Z][A-Za-z0-9-]{1,15})$")
_SENTENCE = re.compile(r"(\d+) (.+)$")
_ACT = re.compile(r" +([A-Z]+)([>=])(-|[A-Z]+(?:=[A-Z]+)*) ([A-Z]+)(?:/([\w-]+))? (\w+)(.*)$")
_MARK = re.compile(r"\[([A-Z]+)(~?)\|([^\[\]|]+)\]")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}$")


@dataclass(frozen=True, slots=True)
class Act:
    """Sources and targets are letters of parties; symmetric: each is both."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    symmetric: bool
    type: str
    mode: str | None
    status: str
    contexts: tuple[str, ...]
    day: str | None
    city: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """Code points of the sentence, half-open; ``loose``: a pronoun, a bare title, a joint phrase."""

    start: int
    end: int
    letters: str
    loose: bool


@dataclass(slots=True)
class Sentence:
    text: str
    mentions: list[Mention]
    acts: list[Act] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    id: str
    genre: str
    published: str
    publisher: str
    parties: dict[str, str]
    sentences: list[Sentence]


def read_sentence(marked: str) -> Sentence:
    """Text without its marks, and the marks. Raises ValueError on stray brackets."""
    text, mentions, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        words = found.group(3)
        mentions.append(
            Mention(len(text), len(text) + len(words), found.group(1), bool(found.group(2)))
        )
        text += words
        last = found.end()
    text += marked[last:]
    if re.search(r"[\[\]|]", text):
        raise ValueError("a bracket or bar outside a mark, or marks inside each other")
    return Sentence(text, mentions)


def read_act(line: str) -> Act:
    """One act line. Raises ValueError with what is wrong."""
    found = _ACT.match(line)
    if not found:
        raise ValueError("not an act line (SOURCES>TARGETS TYPE/mode status …)")
    left, sign, right, type_, mode, status, rest = found.groups()
    if type_ not in MODES:
        raise ValueError(f"no such type: {type_}")
    if mode is not None and mode not in MODES[type_].split() and (type_, mode) not in _OWN_MODES:
        mode = None  # a mode of another type tells less than none
    if status not in STATUSES:
        raise ValueError(f"no such status: {status}")
    if type_ == "AGREE" and mode is None:
        mode = "other"
    day, city, contexts = None, list[str](), list[str]()
    for word in rest.split():
        if _DAY.match(word):
            day = word
        elif all(c in CONTEXTS for c in word.split(",")):
            contexts += word.split(",")
        else:
            city.append(word)
    symmetric = sign == "="
    sources = tuple(left) + tuple(right.replace("=", "")) if symmetric else tuple(left)
    targets = sources if symmetric else () if right == "-" else tuple(right)
    if not symmetric and set(sources) & set(targets):
        raise ValueError("a party acts upon itself")
    return Act(
        sources,
        targets,
        symmetric,
        type_,
        mode,
        status,
        tuple(contexts[:2]),
        day,
        " ".join(city) or None,
    )


_OWN_MODES = {("CONSULT", "meet")}


def read_documents(path: Path) -> tuple[list[Document], list[str]]:
    """The documents of a file, and its faults by line; a faulty line is left out, the rest stays."""
    documents: list[Document] = []
    faults: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if not line.strip():
                continue
            if line.startswith("#"):
                head = _HEAD.match(line)
                if not head:
                    raise ValueError("not a head (#ID genre YYYY-MM-DD PUBLISHER)")
                documents.append(Document(*head.groups(), {}, []))
            elif not documents:
                raise ValueError("no document has begun")
            elif party := _PARTY.match(line):
                documents[-1].parties[party.group(1)] = party.group(2)
            elif sentence := _SENTENCE.match(line):
                if int(sentence.group(1)) != len(documents[-1].sentences):
                    faults.append(
                        f"{path.name}:{number}: sentence numbers must go on from the last"
                    )
                read = read_sentence(sentence.group(2))
                documents[-1].sentences.append(read)
                if strange := {x for m in read.mentions for x in m.letters} - set(
                    documents[-1].parties
                ):
                    raise ValueError(f"no such party: {', '.join(sorted(strange))}")
            elif line.startswith(" "):
                act = read_act(line)
                if strange := {*act.sources, *act.targets} - set(documents[-1].parties):
                    raise ValueError(f"no such party: {', '.join(sorted(strange))}")
                documents[-1].sentences[-1].acts.append(act)
            else:
                raise ValueError("neither party nor sentence nor act")
        except (ValueError, IndexError) as fault:
            faults.append(f"{path.name}:{number}: {fault}: {line[:80]}")
    seen = Counter(d.id for d in documents)
    faults += [f"{path.name}: {i} stands there {n} times" for i, n in seen.items() if n > 1]
    return documents, faults


def main() -> None:
    documents: list[Document] = []
    faults: list[str] = []
    for name in sys.argv[1:]:
        more, found = read_documents(Path(name))
        documents += more
        faults += found
    if faults:
        raise SystemExit("\n".join(faults))
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    where: Counter[str] = Counter()
    for document in documents:
        for sentence in document.sentences:
            named = {x for m in sentence.mentions if not m.loose for x in m.letters}
            loose = {x for m in sentence.mentions if m.loose for x in m.letters}
            for act in sentence.acts:
                types[act.type] += 1
                statuses[act.status] += 1
                sides = {*act.sources, *act.targets}
                where[
                    "named in the sentence"
                    if sides <= named
                    else "pronoun, title or joint"
                    if sides <= named | loose
                    else "elsewhere"
                ] += 1
    sentences = sum(len(d.sentences) for d in documents)
    print(f"{len(documents)} documents, {sentences} sentences, {sum(types.values())} acts")
    for counts in (types, statuses, where, Counter(d.genre for d in documents)):
        print("  " + ", ".join(f"{k} {v}" for k, v in counts.most_common()))


if __name__ == "__main__":
    main()
