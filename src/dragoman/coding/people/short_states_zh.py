"""States by one character in Chinese, once the document has named them: 立方, 驻墨大使, 韩、美两军.

In: the sentences of a Chinese document with what they name. Out: the same with mentions for the
characters that stand for a state which the document names in full, for lists of such characters,
and with 乌方 or 中乌 read as the state that the document speaks of (乌拉圭), not as the one that
the tables have for the character. What joint phrases beside them bind is left to people/parties.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.names.mention import Mention
from dragoman.languages.zh import both_scripts, simplify

if TYPE_CHECKING:
    from dragoman.coding.scene import Sentence

__all__ = ["with_short_states"]

_Row = list[list[Mention]]
# 多方, 西方, 爱国: words of their own, whatever state the document names.
_WORDS = {
    "方": frozenset("东西南北多前后比大地四八官军东東"),
    "国": frozenset("爱愛多南北东東西海大王建中美"),
    "军": frozenset("海多南北东東西中大陆空"),
}
# What may stand right before a state's character: no word ends so that a name could go on with.
_LEFT = both_scripts(
    r"(?:^|[^一-龥]|[和与與及对對向同就在将將把从從因为為使由让讓经經应應据據称稱说說问問促请請望谢謝见見访訪驻駐抵赴援涉反并並但而且即则則还還也均都了的日月于於给給指责責持助邀迎告待求示曾遭被若如随隨批])"
)
_OFFICES = both_scripts(
    r"(?:总统|总理|首相|外长|防长|财长|副外长|国防部|国防军|外交部|外交官|外交人员|政府(?!间)|议会|国会|警方|军方|当局|大使|使馆|使节|海军|空军|海警|官员|官方|领导人|高官|发言人|总参谋|边防|最高法院|最高领袖|副总统|副总理|国王|代表团|国家主席|央行|警察|内阁|执政党|战机|军舰|渔船|籍)"
)
_BEHIND_TOWARD = both_scripts(
    r"(?=大使|公使|使馆|使节|总领|领馆|外交|军|联合国|关系|政策|制裁|施压|出口|进口|投资|贸易|关税|[^一-龥]|期间|访问|的|之|进行|提供|发动|实施|动武|采取|表示|技术团|代表|机构|行程|武器|产品|商品|援助|基地|特使|宣战|作战|开战|立场|态度|强硬|袭击|打击|出手|保证|敌视|友好|合作|两国|问题|断交|负责人|人员|提出|方)"
)
_TOWARD = both_scripts(r"(?:驻|访|抵|赴|援|对|同|与|向|涉|离|从)")
_LIST_END = both_scripts(
    r"(?=[两兩三四五六][国國]|[两兩三][军軍]|[两兩双雙三]方|等[国國方]|外长|防长|总统|总理|领导人|首脑|之间|关系|同|与|在|均|都|就|将|军|则|也|联|签|达成|举行|宣布|发表|立即|作为|大使|[，。；：”）]|元首|计划|决定|同意|拟|承诺|强烈|谴责|呼吁|敦促|签署|又|亦|已|正|共同)"
)
_LIST_LEFT = both_scripts(
    r"(?:^|[^一-龥、]|[和与與及对對向同就在将將把从從因使由让讓经經应應促请請望谢謝见見访訪驻駐于於给給])"
)
# Characters that mean a state only where the document names it: 以 is a word as well.
_RARE = frozenset("伊以巴哈蒙加土沙泰越菲印英德法台臺")


def with_short_states(
    sentences: Sequence[Sentence], found: _Row, names: Mapping[str, str], letters: Mapping[str, str]
) -> _Row:
    """Add the states that single characters stand for. Chinese alone.

    ``names``: full names of states -> codes; ``letters``: characters that mean a state everywhere.
    """
    bound = _bound(found, names)
    named: set[str | None] = {m.country for row in found for m in row if len(m.text) > 2}
    spoken = {m.country for row in found for m in row}
    common = {
        letter: code for letter, code in letters.items() if letter not in _RARE or code in spoken
    }
    known = {**common, **bound}
    readers = _patterns(known, bound)
    out: _Row = []
    for sentence, row in zip(sentences, found, strict=True):
        row = [_as_spoken_of(m, bound, letters, named) for m in row]
        added: list[Mention] = []
        for found_at in _read(sentence.text, sentence.start, readers, known):
            if not any(m.start < found_at.end and found_at.start < m.end for m in (*row, *added)):
                added.append(found_at)
        row = [_of_state_before(m, added, sentence) for m in row] if added else row
        out.append(sorted([*row, *added], key=lambda m: m.start))
    return out


def _bound(found: _Row, names: Mapping[str, str]) -> dict[str, str]:
    """First characters of the states named in full, where only one state has the character."""
    first: dict[str, set[str]] = {}
    for row in found:
        for mention in row:
            if mention.kind not in ("state", "person", "office", "body"):
                continue
            for size in range(min(7, len(mention.text)), 1, -1):
                code = names.get(mention.text[:size])
                if code is not None and mention.text[1:2] not in ("方", "国", "國"):
                    first.setdefault(mention.text[0], set()).add(code)
                    break
    return {letter: next(iter(codes)) for letter, codes in first.items() if len(codes) == 1}


def _as_spoken_of(
    mention: Mention, bound: Mapping[str, str], letters: Mapping[str, str], named: set[str | None]
) -> Mention:
    """乌方 in a document on 乌拉圭, 中乌 likewise: unless the tables' own state is named too."""
    if mention.kind == "state" and len(mention.text) == 2 and mention.text[1] == "方":
        code = bound.get(mention.text[0])
        if code and mention.country != code and mention.country not in named:
            return replace(mention, country=code, actor=code)
    elif mention.kind == "states" and len(mention.text) == len(mention.members):
        members = tuple(
            bound[letter] if letter in bound and code not in named else code
            for letter, code in zip(mention.text, mention.members, strict=True)
        )
        if members != mention.members and len(set(members)) == len(members):
            return replace(mention, members=members)
    return mention


def _class(letters: Iterable[str]) -> str:
    return "[" + "".join(re.escape(letter) for letter in sorted(letters)) + "]"


_Readers = list[tuple[str, "re.Pattern[str]"]]


def _patterns(known: Mapping[str, str], bound: Mapping[str, str]) -> _Readers:
    """The patterns of one document; the state's character is the group ``it``."""
    anyone = _class(known)
    readers: _Readers = [
        (
            "list",
            re.compile(
                rf"(?<![一-龥]、){_LIST_LEFT}(?P<it>{anyone}(?:、{anyone}){{1,4}}(?:[和与與及]{anyone})?|{anyone}[和与與]{anyone}(?=[两三兩]))(?![方国國]){_LIST_END}"
            ),
        ),
    ]
    if known:
        plain = _class(set(known) - set("中"))
        readers.append(("军", re.compile(rf"{_LEFT}(?P<it>{plain})(?=[军軍](?![事队隊人官用工]))")))
        readers.append(("toward", re.compile(rf"{_TOWARD}(?P<it>{plain}){_BEHIND_TOWARD}")))
    if bound:
        own = _class(bound)
        readers += [
            ("方", re.compile(rf"{_LEFT}(?P<it>{own}方)(?![米体體面式向法针針案程便才])")),
            (
                "国",
                re.compile(
                    rf"{_LEFT}(?P<it>{own}[国國])(?=[^一-龥]|[总總外政国國的与與和将將对對同已再则連连在使大代渔漁船海公]|{_OFFICES})"
                ),
            ),
            ("office", re.compile(rf"{_LEFT}(?P<it>{own})(?={_OFFICES})")),
        ]
        pair = rf"{anyone}{own}|{own}{anyone}"
        readers.append(
            (
                "list",
                re.compile(
                    rf"{_LEFT}(?P<it>{pair})(?=[两兩双雙]|关系|關係|友好|合作|外交|领导人|領導人|建交|经贸|經貿|边境|邊境)"
                ),
            )
        )
    return readers


def _read(text: str, base: int, readers: _Readers, known: Mapping[str, str]) -> Iterable[Mention]:
    for kind, pattern in readers:
        for place in pattern.finditer(text):
            start, end = place.span("it")
            words = place["it"]
            if kind == "list":
                members = tuple(known[letter] for letter in words if letter in known)
                if len(members) > 1 and len(set(members)) == len(members):
                    yield Mention(
                        base + start, base + end, words, "states", sector="GOV", members=members
                    )
                continue
            if words[0] in _WORDS.get(kind, ()):
                continue
            code = known[words[0]]
            yield Mention(base + start, base + end, words, "state", code, code, sector="GOV")


def _of_state_before(mention: Mention, added: list[Mention], sentence: Sentence) -> Mention:
    """外长 right behind 宏国 is that state's, whose it was taken for before."""
    if mention.kind not in ("office", "body", "person") or simplify(mention.text)[:1] in "驻":
        return mention
    for state in added:
        if state.kind == "state" and state.end == mention.start and state.country:
            name = mention.name if mention.kind == "person" else None
            actor = mention.actor if mention.country == state.country else None
            return replace(mention, country=state.country, actor=actor, name=name, candidates=())
    return mention
