"""Whom Japanese words point back to: 同国, 先方, 相手側, a bare 大統領, ルト大統領 named before, 国軍.

In: the sentences of a document with what they name. Out: the same with mentions for the words
that point at a state or at somebody named before, and with the titles right that people/resolve.py gave
to the publisher's own state for want of another. Joint words (両国, 双方) are left to people/parties.py,
what a sentence leaves out altogether to acts/unsaid_ja.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.cues.clauses import quoted_spans
from dragoman.coding.names.mention import Mention
from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding.scene import Sentence

__all__ = ["point_back", "reads_official"]

_Row = list[list[Mention]]
_ACTORS = frozenset({"state", "person", "office", "body", "states"})

# What a ministry or a government's head writes, and a newspaper does not.
_OFFICIAL = re.compile(
    r"我が国|我が方|(?:大臣|総理|副大臣|政務官|長官|先方|大統領|首相|外相|次官|大使)から(?:は|も)?、|^【[^】＝]{2,16}】|^（[^）]{0,8}(?:大臣|長官|報道官|総理)）"
    r"|旨(?:を?述べ|伝え|発言|表明|説明|紹介)|^冒頭、|(?:外務|防衛)大臣政務官|外務副大臣|外務報道官|内閣総理大臣|の表敬を受け|表敬訪問し|意見交換を行|を得たい|(?:無償|有償)資金協力|草の根|供与額|特命全権大使|に謝意を|重要性を確認|いたしました"
)
# What a newscaster says, and no ministry.
_TOLD = re.compile(
    r"ということです|とみられま|(?<!目的)としています|明らかにしました|と語りました|伝えています"
)
# 外務報道官談話, 日・ケニア外相会談, …による…表敬, …訪問（結果）: what ministries call their texts.
_TITLED = re.compile(
    r"談話）?$|(?:署名式|書簡の(?:署名・)?交換|引渡式|供与式|贈与契約)[^、。]{0,10}$|会見(?:記録)?(?:$|[：（])|（結果）$|による[^、]{2,30}(?:表敬|訪問)$|(?:報道発表|声明)[：）]?|との(?:会談|懇談|意見交換|電話会談|首脳会談)$|について$|外相(?:電話)?会談$|首脳(?:電話)?会談$|会合（"
)
_POLITE = re.compile(r"(?:ました|ます|ません|です|でした|ところです|であります)。?[」）]?$")


def reads_official(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Whether a text is, or is written like, a government's own: who acts unnamed is its state."""
    if document.official:
        return True
    if document.language != "ja" or not document.publisher_country:
        return False
    told = [s.text for s in sentences if s.coded]
    polite = sum(bool(_POLITE.search(text.rstrip())) for text in told)
    signs = sum(len(_OFFICIAL.findall(text)) for text in told)
    told_by_others = sum(bool(_TOLD.search(text)) for text in told)
    title = document.title or ""
    if signs and not told_by_others and _TITLED.search(title):
        return True
    return bool(told) and polite * 3 >= len(told) * 2 and signs >= 2 and not told_by_others


# ------------------------------------------------------------------------------- titles
_TITLE = (
    r"(?:副大統領|大統領|副首相|首相|国家主席|主席|総統|国王|皇太子|首長|国務長官|国防長官|財務長官|商務長官|国連大使|"
    r"外務・[一-龥]{2,5}大臣|[一-龥]{2,3}・外務大臣|外務(?:・[一-龥]{2,5})?長官|外務国際協力大臣|外務協力大臣|外務副大臣|国務大臣|外務大臣|国防大臣|防衛大臣|財務大臣|"
    r"外務次官|国防次官|外相|国防相|防衛相|財務相|内相|商務相|貿易相|エネルギー相|農相|法相|大臣|副大臣|長官|次官|報道官|副報道局長|情報局長|"
    r"事務総長|事務次長|事務局長|専務理事|委員長|高等弁務官|特使|代理大使|大使|議長|司令官|[一-龥]{2,6}(?:大臣|次官|副大臣|長官|総局長|局長))"
)
_NAMED = re.compile(
    rf"(?<![ァ-ヶー・])(?P<name>[ァ-ヶー](?:[ァ-ヶー＝]|・(?:[A-Z]・)?){{1,28}}?)(?P<tail>(?:前|元|新|暫定)?{_TITLE})"
)
_BARE = re.compile(
    rf"(?<![一-龥々ァ-ヶーA-Za-z氏・同両前元新副])(?P<title>{_TITLE}|総理|政務官|団長|副長官)(?:側)?"
    r"(?=[はがもとに]|から|を|の(?!間|座)|へ|、|）|】|によ)"
)
# Titles of Japan's own that no other state's officials bear in Japanese.
_HOME_TITLES = re.compile(
    r"(?<![一-龥々・])(?P<name>[一-龥々]{1,5}?)(?P<title>外務大臣政務官|防衛大臣政務官|大臣政務官|政務官|外務報道官|内閣官房長官|官房長官|官房副長官|内閣総理大臣|総理大臣|総理|農相|経産相|環境相)"
    r"(?=[はがもとのをへに、）】]|から|会見|談話|臨時)"
)
_NO_NAME = re.compile(
    r"(?:外務|防衛|内閣|国務院?|担当|各|両|同|前|元|現|新|歴代|次期|副|首相|政府|閣僚)$"
)
_HOME_ONLY = frozenset({"総理", "政務官", "副長官"})
_BY_TITLE = {
    "大統領": "president", "首相": "prime minister", "総理": "prime minister", "外相": "foreign minister",
    "外務大臣": "foreign minister", "国務長官": "foreign minister", "国防相": "defence minister",
    "国防長官": "defence minister", "防衛相": "defence minister", "国防大臣": "defence minister",
    "事務総長": "secretary-general", "大使": "ambassador", "報道官": "spokesperson",
}  # fmt: skip
# マレーシアのプトラジャヤにおいて, アディスアベバでは: where he is met whose state nobody tells.
_WHERE = re.compile(
    r"(?:側|政府)?(?:の[ァ-ヶー]{2,12})?(?:において(?:は|も)?|では|で|にて|を訪(?:れ|問し)(?:て|た)?|に移動し(?:て)?|入りし|の(?:[一-龥]{2,8}の)?)、?(?:[^。、]{0,14}[、に])?$"
)

# ------------------------------------------------------------------------------- states
_SAME = re.compile(
    r"(?<![一-龥々])同(?:国|政府|省)(?=政府|側|軍|外相|外務|首都|内|領|産|海軍|空軍|大使|[のはがもをにとへで、]|に|から)(?:政府|側|軍)?"
)
_OTHER = re.compile(
    r"先方(?:政府|側)?(?=[はがのにへとも、]|から|による)|相手(?:側|国|方|当局)(?=[はがのにへともを、]|から|による)|(?<![一-龥])相手(?=[はがにへ]|から)"
    r"|(?<![一-龥])隣国(?=[はがのにへとをも、]|から|による)(?!の?[ァ-ヶー一-龥]{2,12}(?:は|が|も|、|の))"
)
_OUR_SIDE = re.compile(r"(?:我が方|わが方|当方)(?=[はがのにへとも]|から|として)")
_OUR_OWN = re.compile(r"(?:我が国|わが国|わが共和国|我が共和国)(?:政府)?")
_DATELINE = re.compile(
    r"^[【（(][^】）)]{2,16}(?:[＝=][^】）)]{1,12}|共同|時事|ロイター|中央社|聯合ニュース)?[】）)]"
)
_MINISTRY = re.compile(
    r"(?<=[一-龥ァ-ヶー])の(?:外務省|国防省|外交部|大統領府|首相府|政府|当局)(?=[のはがもにを、])"
)
_ARMY = re.compile(r"(?<![一-龥])国軍|軍政(?=[はがのにへを]|に対)|軍事政権")


class _Stage:
    """What has been named so far, last first."""

    def __init__(self, home: str | None, official: bool) -> None:
        self.home, self.official = home, official
        self.only: str | None = None
        self.ministry: str | None = None
        self.states: list[list[str]] = []
        self.names: dict[str, Mention] = {}
        self.titled: list[Mention] = []
        self.head: list[str] = []

    def learn(self, mentions: Sequence[Mention]) -> None:
        """Take in the mentions of one sentence."""
        for mention in mentions:
            if mention.kind == "body" and mention.country and mention.text.endswith(("省", "部")):
                self.ministry = mention.country
            if mention.kind != "person" or not mention.country:
                continue
            self.titled.append(mention)
            for part in re.split(r"[・＝]", mention.name or ""):
                if len(part) > 1:
                    self.names[part] = mention
        self.states.append(_countries(mentions))

    def nearest(self, without: set[str]) -> str | None:
        """The state named last, before all others that of a sentence's own end."""
        for row in reversed(self.states):
            for country in reversed(row):
                if country not in without and len(country) == 3:
                    return country
        return None

    def same(self, without: set[str]) -> str | None:
        """The state that 同国 means: of the headline's, if it names one, else the one named last."""
        head = {c for c in self.head if len(c) == 3} - without
        return next(iter(head)) if len(head) == 1 else self.nearest(without)

    def partner(self, own: set[str]) -> str | None:
        """The other of two: of the headline, else of all that has been named; None if there are more."""
        for rows in ([self.head], self.states[-2:], self.states):
            others = {c for row in rows for c in row} - own
            if len(others) == 1:
                return next(iter(others))
        return None

    def holder(self, title: str) -> Mention | None:
        """The person named last with a title that ends so; in a ministry's text its own 大臣."""
        own = self.official and title in ("大臣", "副大臣", "総理", "長官", "政務官")
        kept = [m for m in self.titled if m.country == self.home] if own else []
        for mention in (*reversed(kept), *reversed(self.titled)):
            if mention.text.endswith(title) and not mention.text.endswith("副" + title):
                return mention
        return None


def _countries(mentions: Sequence[Mention]) -> list[str]:
    out: list[str] = []
    for mention in mentions:
        if mention.kind in _ACTORS:
            out += [mention.country] if mention.country else list(mention.members)
    return out


def point_back(sentences: Sequence[Sentence], found: _Row, document: Document) -> _Row:
    """Add and mend mentions, sentence by sentence, from what stands before each."""
    official = reads_official(document, sentences)
    stage = _Stage(document.publisher_country, official)
    abroad = {m.country for row in found for m in row if m.country and len(m.country) == 3}
    abroad -= {document.publisher_country}
    stage.only = abroad.pop() if official and len(abroad) == 1 else None
    out: _Row = []
    for sentence, mentions in zip(sentences, found, strict=True):
        row = _names(sentence, mentions, stage)
        row = _titles(sentence, row, stage)
        row = _states(sentence, row, stage)
        filed = _DATELINE.match(sentence.text)
        opening = sentence.start + (filed.end() if filed else 0)
        if sentence.role == "title" or not out:
            stage.head = _countries(row)
        stage.learn([m for m in row if m.start >= opening])
        out.append(row)
    return out


def _clear(row: list[Mention], start: int, end: int) -> bool:
    return not any(m.start < end and start < m.end for m in row)


def _put(row: list[Mention], new: Mention) -> list[Mention]:
    kept = [m for m in row if m.end <= new.start or new.end <= m.start]
    return sorted([*kept, new], key=lambda m: m.start)


def _names(sentence: Sentence, row: list[Mention], stage: _Stage) -> list[Mention]:
    """ルト大統領, ジロ外務副大臣: a name with a title of which the tables know no state."""
    text, base = sentence.text, sentence.start
    for found in _NAMED.finditer(text):
        start, end = base + found.start(), base + found.end()
        over = [m for m in row if m.start < end and start < m.end]
        if any(m.kind != "office" or m.start < base + found.end("name") for m in over):
            continue  # the name is read already, or its state stands within: ツバル首相
        name = found["name"]
        known = next((stage.names[p] for p in re.split(r"[・＝]", name) if p in stage.names), None)
        # In a ministry's or an embassy's text that names one state abroad, he is of that one.
        country = known.country if known else _beside(sentence, row, start) or stage.only
        if country is None:
            # Nobody's: better none than the publisher's own.
            row = [m for m in row if m not in over]
            continue
        office = over[0].office if over else _BY_TITLE.get(found["tail"])
        new = Mention(
            start, end, text[found.start() : found.end()], "person", country,
            known.actor if known else None, known.name if known else name,
            office=office or (known.office if known else None), sector="GOV",
            name_start=start, name_end=base + found.end("name"),
        )  # fmt: skip
        row = _put(row, new)
        stage.learn([new])
        stage.states.pop()
    for found in _HOME_TITLES.finditer(text):
        start, end = base + found.start(), base + found.end()
        if stage.home != "JPN" or _NO_NAME.search(found["name"]):
            continue
        over = [m for m in row if m.start < end and start < m.end]
        if any(m.country in ("JPN",) or m.start < start for m in over):
            continue
        row = _put(
            row,
            Mention(
                start, end, text[found.start() : found.end()], "person", "JPN", None, found["name"],
                office=over[0].office if over else _BY_TITLE.get(found["title"]), sector="GOV",
                name_start=start, name_end=start + len(found["name"]),
            ),
        )  # fmt: skip
    return row


def _beside(sentence: Sentence, row: list[Mention], start: int) -> str | None:
    """The state of the town or ministry right before a name."""
    before = [m for m in row if m.end <= start and (m.country or m.members)]
    for mention in reversed(before[-3:]):
        gap = sentence.text[mention.end - sentence.start : start - sentence.start]
        if len(gap) <= 30 and mention.kind in ("place", "state", "body") and _WHERE.match(gap):
            return mention.country
    return None


def _titles(sentence: Sentence, row: list[Mention], stage: _Stage) -> list[Mention]:
    """大統領は, 大臣から、, （長官）: who bears the title in what stands before."""
    text, base = sentence.text, sentence.start
    for found in _BARE.finditer(text):
        start, end = base + found.start("title"), base + found.end("title")
        title = found["title"]
        over = [m for m in row if m.start < end and start < m.end]
        if any(m.kind not in ("office",) or m.start < start for m in over):
            continue
        own = [
            m for m in row if m.end <= start and m.kind == "person" and m.text.endswith(title)
        ]  # fmt: skip
        before = own[-1] if own else stage.holder(title)
        if over and (before is None or over[0].country == before.country):
            continue
        if before is None and stage.official and stage.home == "JPN" and title in _HOME_ONLY:
            row = _put(row, Mention(
                start, end, title, "office", "JPN", "JPN", office=_BY_TITLE.get(title), sector="GOV",
            ))  # fmt: skip
            continue
        if before is None:
            continue
        row = _put(row, replace(
            before, start=start, end=end, text=title, kind="person", name_start=-1, name_end=-1,
        ))  # fmt: skip
    return row


_TOPIC = re.compile(r"(?:側|政府)?(?:は|も|から|が)")
_HEAD = re.compile(r"(?:側|政府)?(?:は|も)")


def _states(sentence: Sentence, row: list[Mention], stage: _Stage) -> list[Mention]:
    """同国, 先方, 国軍, 我が方 and 北京の外務省 as the states that they mean."""
    text, base = sentence.text, sentence.start
    for pattern, mean, over in (
        (_SAME, _same, True), (_OUR_SIDE, _ours, False), (_OUR_OWN, _our_own, True),
        (_OTHER, _other, True), (_ARMY, _army, True), (_MINISTRY, _ministry, True),
    ):  # fmt: skip
        for found in pattern.finditer(text):
            start, end = base + found.start(), base + found.end()
            country = mean(sentence, row, stage, found)
            if country is None or not (over or _clear(row, start, end)):
                continue
            new = Mention(start, end, found.group(), "state", country, country, sector="GOV")
            row = _put(row, new)
    return row


def _before(sentence: Sentence, row: list[Mention], at: int) -> list[Mention]:
    return [m for m in row if m.end <= sentence.start + at and m.country and m.kind in _ACTORS]


def _same(
    sentence: Sentence, row: list[Mention], stage: _Stage, found: re.Match[str]
) -> str | None:
    at = sentence.start + found.start()
    if found.group().startswith("同省"):
        here = [m for m in row if m.end <= at and m.kind == "body" and m.text.endswith("省")]
        if whose := here[-1].country if here else stage.ministry:
            return whose
    inside = [m for m in row if m.end <= at and m.country and m.kind != "joint"]
    speaker = {
        m.country
        for m in inside
        if m.kind != "place" and _TOPIC.match(sentence.text, m.end - sentence.start)
    }
    near = [m.country for m in inside if m.country not in speaker and len(m.country or "") == 3]
    known = {c for c in (*speaker, stage.home if stage.official else None) if c}
    return near[-1] if near else stage.same(known)


def _ours(
    sentence: Sentence, row: list[Mention], stage: _Stage, found: re.Match[str]
) -> str | None:
    return stage.home


def _our_own(
    sentence: Sentence, row: list[Mention], stage: _Stage, found: re.Match[str]
) -> str | None:
    """外相は「わが国は…」と述べた: his own; elsewhere that of whoever writes."""
    inside = any(a <= found.start() < b for a, b in quoted_spans(sentence.text))
    heads = [
        m.country for m in _before(sentence, row, found.start())
        if _HEAD.match(sentence.text, m.end - sentence.start)
    ]  # fmt: skip
    return (heads[-1] if heads and (inside or not stage.official) else None) or stage.home


def _other(
    sentence: Sentence, row: list[Mention], stage: _Stage, found: re.Match[str]
) -> str | None:
    inside = [m.country or "" for m in _before(sentence, row, found.start())]
    if found.group().startswith("先方") and stage.official and stage.home:
        own = {stage.home}
        named = [c for c in inside if c not in own]
        return named[-1] if named else stage.partner(own) or stage.nearest(own)
    own = set(inside[:1])
    others = set(inside) - own
    if len(others) == 1 and not found.group().startswith("先方"):
        return next(iter(others))
    return stage.partner(own) if own and not others else None


def _army(
    sentence: Sentence, row: list[Mention], stage: _Stage, found: re.Match[str]
) -> str | None:
    at = sentence.start + found.start()
    named = [m.country for m in row if m.end <= at and m.country and m.country != stage.home]
    near = [c for c in named if len(c or "") == 3]
    return near[-1] if near else stage.nearest({stage.home or ""})


def _ministry(
    sentence: Sentence, row: list[Mention], stage: _Stage, found: re.Match[str]
) -> str | None:
    """北京の外務省は: the ministry of the capital before it."""
    at = sentence.start + found.start()
    for mention in row:
        if mention.end == at and mention.country and mention.kind in ("place", "state"):
            return mention.country
    return None
