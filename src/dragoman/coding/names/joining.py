"""Atoms that stand together -> one mention: state, office and name of a person; a city and its
country; a compound and an office.

In: folded text, its atoms. Out: Groups: the atoms of one mention with the part each plays. The
order of names and titles differs between languages, so each has its own pattern over a string in
which every atom is one letter (forms.Entry.kind) and every gap one mark:

``_`` nothing or a space, ``o`` 's / 의 / の / 的, ``f`` of, ``,`` a comma, ``p`` something in brackets,
``&`` and concurrently / 겸 / 兼, ``t`` posted to, ``|`` anything else, which ends a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.names.forms import Atom

__all__ = ["Group", "join", "share_titles"]


@dataclass(frozen=True, slots=True)
class Group:
    """Atoms of one mention with their gaps; ``shape`` is the matched string."""

    atoms: tuple[Atom, ...]
    shape: str

    @property
    def start(self) -> int:
        """First code point."""
        return self.atoms[0].start

    @property
    def end(self) -> int:
        """Behind the last code point."""
        return self.atoms[-1].end

    def first(self, kinds: str) -> Atom | None:
        """The first atom of these kinds, or None."""
        return next((atom for atom in self.atoms if atom.kind in kinds), None)


_BRACKETS = r"\s?[(\[（][^()\[\]（）]{1,48}[)\]）]\s?"
_OPEN = ("(", re.compile(r"\s?[(（]"))
_CLOSE = (")", re.compile(r"[)）]\s?"))
_GAPS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "ko": (
        _OPEN,
        _CLOSE,
        # 미국 국무부 동아태 담당 차관보, 유엔 평화활동 담당 사무차장: the field stands between.
        ("_", re.compile(r"\s?|\s(?:[가-힣·]{2,10}\s){1,2}담당\s|\s주재\s(?:자국\s)?")),
        ("o", re.compile(r"의\s?|측\s")),
        ("&", re.compile(r"\s?(?:겸|및)\s?")),
        ("p", re.compile(_BRACKETS)),
        (",", re.compile(r",\s")),
    ),
    "en": (
        ("_", re.compile(r"|\s|-|\s(?:H\.E\.\s)?(?:Mr|Ms|Mrs|Dr|Gen)\.?\s|\s(?:[A-Z]\.\s?){1,2}|\s(?:Acting|Interim|Caretaker)\s")),
        ("o", re.compile(r"(?:'s?)\s")),
        ("f", re.compile(r"\sof\s(?:[Tt]he\s)?(?:Commonwealth\sof\s)?|\sfrom\s(?:the\s)?")),
        ("t", re.compile(r"\sto\s(?:the\s)?")),
        ("p", re.compile(_BRACKETS + r"(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?")),
        (",", re.compile(r",\s(?:the\s|H\.E\.\s|and\s)?(?:H\.E\.\s)?(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?")),
        ("&", re.compile(r"\s(?:and|&)\s(?:the\s)?")),
    ),
    "ja": (
        _OPEN,
        _CLOSE,
        ("_", re.compile(r"[\s・]?|国")),  # 駐ネパール国大使
        ("o", re.compile(r"の")),
        ("&", re.compile(r"(?:[一-龥]{0,8})?(?:兼|で)")),
        ("p", re.compile(_BRACKETS)),
        (",", re.compile(r"、")),
    ),
    "zh": (
        _OPEN,
        _CLOSE,
        ("_", re.compile(r"\s?")),
        ("o", re.compile(r"的")),
        ("&", re.compile(r"、|兼")),
        ("p", re.compile(_BRACKETS)),
        (",", re.compile(r"，")),
    ),
    "ru": (
        ("_", re.compile(r"\s«?|»?\s(?:г-н(?:ом|а|у)?\s)?|\s?(?:[А-Я]\.\s?){1,2}|\s[А-Я]\w+(?:вич|вна|вич[аеу]м?|вн[ыеуо]й?)\s")),
        ("t", re.compile(r"\s(?:в|во|на|при)\s")),
        ("p", re.compile(_BRACKETS)),
        (",", re.compile(r",\s")),
        ("&", re.compile(r"\sи\s")),
    ),
}  # fmt: skip

# S stands for S, C or B in these patterns: who an office belongs to; N for a full name or a family
# name. The first alternative that fits at a place is taken, so the fullest stand first.
_PEOPLE: dict[str, str] = {
    "ko": (
        # 미국의 블링컨 국무장관, 안토니 블링컨 미국 국무장관, 왕이 중국 공산당 중앙정치국 위원 겸 외교부장
        r"(?:S[_o])?(?:M[_o])?N(?:[_p]X)?(?:[_p][ST])*(?:[_po]M)*(?:[_p]X)?[_p]?O(?:[&_](?:M_)?O)*(?:_X)?"
        r"|(?:S[_o])(?:M_)?(?:X_)?O_N|N_H"
        r"|(?:[SYT][_o])+(?:M[_o])*(?:X_)?O(?:[&](?:M_)?O)*(?:_X)?|(?:M_)+(?:X_)?O(?:_X)?|(?:X_)?O(?:_X)?|N"
    ),
    "en": (
        r"(?:[SY][_op])*(?:M_)?(?:X[_])?O(?:[&_]O)*(?:[ft][SM](?:[tp]S)?)*(?:_X)?[_,p](?:H_)?N(?:fS)?"
        # "Yair Lapid, Minister of Defense Yoav Gallant": the title is the next one's.
        r"|(?:[S][_op])(?:X_)?N_O|(?:H_)?N[,p](?:[SY][_o])*(?:M_)?(?:X_)?O(?:[&_]O)*(?:[ft][SM](?:[tp]S)?)*(?!_(?:H_)?N)"
        r"|(?:[SY][_op])*(?:M_)?(?:X[_])?O(?:[&_]O)*(?:[ft][SM](?:[tp]S)?)*(?:_X)?|H_NfS|H_N|S[_o]N|NfS|N"
    ),
    "ja": (
        r"(?:[SYT][_o])*(?:M_)?N(?:\(N(?=\)))?(?:[_po)][ST])*(?:[_p)]M)*[_p)]?(?:X_)?[_&]?O(?:[&_]O)*"
        r"|(?:S[_o])?(?:M_)?(?:X_)?O_N|(?:S[_o])N_H|N_H"
        r"|(?:[SYT][_o])+(?:M[_o])*(?:X_)?O(?:[&]O)*|(?:M_)+(?:X_)?O|(?:X_)?O|N"
    ),
    "zh": (
        r"(?:[SY][_o])*(?:T_?)?(?:S_)?(?:M_)*(?:X_)?O(?:[&_](?:M_)?O)*(?:[_p])N|(?:S[_o])?N[_p]?(?:X_)?O|(?:S[_o])?N_H"
        r"|(?:[SYT][_o])+(?:M_)*(?:X_)?O(?:[&_](?:M_)?O)*|(?:M_)+(?:X_)?O|(?:X_)?O|N"
    ),
    "ru": (
        r"(?:S_)?(?:X_)?O(?:_[SM])*(?:tS)?(?:[_,](?:X_)?O(?:_S)?)?[_,](?:H_)?N|N[,](?:S_)?(?:X_)?O(?:_[SM])*(?!_(?:H_)?N|_?[SM])"
        r"|(?:S_)?(?:X_)?O(?:_[SM])*(?:tS)?|M_S|(?<!S&)(?:S_)N|H_N|N"
    ),
}  # fmt: skip
_COMMON = r"S[_op]P|P[,_]S|S[_o]M|MfS|P[_]P|Y[_o]O|[SYMJRPB]"
_PATTERNS = {language: re.compile(f"{people}|{_COMMON}") for language, people in _PEOPLE.items()}


def _gap(text: str, language: str) -> str:
    if len(text) > 60:
        return "|"
    for mark, pattern in _GAPS[language]:
        if pattern.fullmatch(text):
            return mark
    return "|"


# Who is one of these is no minister too: "the President and the Prime Minister" are two.
_APART = frozenset(
    {"president", "vice president", "prime minister", "monarch", "supreme leader"}
    | {"national security adviser", "secretary-general"}
)


def _between(text: str, left: Atom, right: Atom, language: str) -> str:
    """The mark of the gap between two atoms."""
    gap = text[left.end : right.start]
    if gap == "-" and "X" not in (left.kind, right.kind):
        return "|"
    if language == "ru" and _stands_alone(text, left, right):
        return "|"
    mark = _gap(gap, language)
    if language == "en" and mark == "," and left.kind in "NF" and right.kind == "O":
        # "Mr. Jared Kushner, and Secretary Driscoll": the title is the next one's.
        mark = "|" if _NAMED_NEXT.match(text, right.end) else mark
    if mark == "&" and left.kind == "O" and right.kind == "O":
        titles = next(entry.titles for entry in left.entries if entry.kind == "O")
        if titles[0].office in _APART or gap.endswith("the "):
            return "|"
    return mark


_INTO = re.compile(r"(?<!\w)(?:[Вв]о?|[Нн]а|[Сс]о?|[Пп]о|[Оо]б?|[Пп]ротив|[Чч]ерез|[Мм]ежду)\s$")


# послом России в Казахстане Алексеем Бородавкиным: the envoy's post, and then the envoy.
_POST = re.compile(r"(?:[Пп]ос(?:ол|л[а-я]{1,2})|онсул[а-я]*|оверенн\w+)\s(?:[\w-]+\s){1,3}в\s$")


# в столице Таджикистана Токаев объявил: where, and not whose.
_THERE = re.compile(
    r"(?<!\w)(?:столиц|город|территори|границ|посольств|аэропорт|курорт)[а-я]{1,3}\s$"
)


def _stands_alone(text: str, left: Atom, right: Atom) -> bool:
    """Визит в Россию главы МИД Беларуси, посол в Казахстане Алексей Бородавкин: where to, not whose.

    An adjective says whose the office behind it is; a noun does not, nor one that a preposition takes.
    """
    if left.kind not in "SC" or any(entry.adjective for entry in left.entries):
        return False
    if right.kind in "OXM":
        return True
    before = text[max(0, left.start - 60) : left.start]
    into = _INTO.search(before) and not _POST.search(before)
    return right.kind in "NF" and bool(into or _THERE.search(before))


_NAMED_NEXT = re.compile(r"\s(?!Of\b)[A-ZÀ-Þ][\w'’-]+")
_LETTER = {"C": "S", "B": "S", "F": "N"}
# Between the names under one title: "Presidents Erdogan of Türkiye and Aliyev of Azerbaijan".
_AND = re.compile(r",\s|,?\sand\s")
_OF = re.compile(r"\sof\s(?:the\s)?")


def share_titles(text: str, atoms: list[Atom]) -> list[Atom]:
    """Give each name under an English plural title the title; one without two names is left out."""
    out: list[Atom] = []
    plural: Atom | None = None
    names = 0
    for i, atom in enumerate(atoms):
        if atom.entries[0].value == "plural" and atom.kind == "O":
            plural, names = atom, len(_names_under(text, atoms, i))
            if names > 1:
                out.append(atom)
            continue
        if plural is not None and atom.kind in "NF" and names > 0:
            if out and out[-1] is not plural and _shares(text, out, atom):
                out.append(Atom(atom.start, atom.start, plural.entries))
            names -= 1
        out.append(atom)
    return out


def _shares(text: str, before: list[Atom], atom: Atom) -> bool:
    return bool(before and _AND.fullmatch(text[before[-1].end : atom.start]))


def _names_under(text: str, atoms: list[Atom], at: int) -> list[Atom]:
    """The names that follow the plural title number ``at``, each perhaps with its state."""
    names: list[Atom] = []
    here, k = atoms[at], at + 1
    while k < len(atoms) and atoms[k].kind in "NF":
        gap = text[here.end : atoms[k].start]
        if not (gap == " " if not names else _AND.fullmatch(gap)):
            break
        names.append(atoms[k])
        here, k = atoms[k], k + 1
        owned = k < len(atoms) and atoms[k].kind in "SCB"
        if owned and _OF.fullmatch(text[here.end : atoms[k].start]):
            here, k = atoms[k], k + 1
    return names


def _without_short_forms(text: str, atoms: list[Atom]) -> list[Atom]:
    """The atoms without a body's letters behind its name: "World Health Organization (WHO) Director"."""
    out: list[Atom] = []
    for atom in atoms:
        before = out[-1] if out else None
        if (
            before is not None and before.kind == atom.kind == "B"
            and text[before.end : atom.start] == " (" and text[atom.end : atom.end + 1] == ")"
            and before.entries[0].countries == atom.entries[0].countries
        ):  # fmt: skip
            continue
        out.append(atom)
    return out


_POSTS = frozenset({"ambassador", "special envoy"})


def _is_posted(before: list[Atom]) -> bool:
    """Whether the last office is one that is held abroad: посол в Казахстане, not визит главы МИД в Казахстан."""
    office = next((a for a in reversed(before) if a.kind == "O"), None)
    return office is None or any(
        t.office in _POSTS for e in office.entries if e.kind == "O" for t in e.titles
    )


def join(text: str, atoms: list[Atom], language: str) -> Iterator[Group]:
    """Group the atoms of one sentence; atoms that stand for nothing alone (X, H, T) are left out."""
    if language == "en":
        atoms = _without_short_forms(text, atoms)
    if not atoms:
        return
    marks: list[str] = []
    for i, atom in enumerate(atoms):
        if i:
            mark = _between(text, atoms[i - 1], atom, language)
            away = mark == "t" and language == "ru" and not _is_posted(atoms[:i])
            marks.append("|" if away else mark)
        marks.append(_LETTER.get(atom.kind, atom.kind))
    shape = "".join(marks)
    pattern = _PATTERNS[language]
    at = 0
    while at < len(shape):
        if at % 2:
            at += 1
            continue
        found = pattern.match(shape, at)
        if found is None or not found.group():
            at += 2
            continue
        end = found.end() - (1 if found.end() % 2 == 0 else 0)
        yield Group(tuple(atoms[at // 2 : (end + 1) // 2]), shape[at:end])
        at = end + 1
