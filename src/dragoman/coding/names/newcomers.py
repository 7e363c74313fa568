"""People whom no table knows, introduced by country, office and name.

In: folded text and where an office with its country stands. Out: the span of the name beside it:
"Cambodian Deputy Prime Minister Prak Sokhonn", 멕시코의 후안 라몬 데 라 푸엔테 외교장관. Where the
words beside the office may be anything else, there is no name: a missing one is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["NameFinder"]

_PARTICLE = r"(?:de|la|las|los|del|da|dos|do|di|al|el|bin|ibn|bint|van|von|der|den|ter|ul|ur|y|e|le|du|af|zu)"
_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’À-ž-]*[\wÀ-ž]"
_EN_NAME = rf"{_CAP}(?:\s(?:[A-Z]\.|{_PARTICLE}|{_CAP}|{_PARTICLE}-{_CAP}|(?:al|el)-{_CAP})){{0,6}}"
_RU_CAP = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?"
_RU_NAME = rf"{_RU_CAP}(?:\s(?:[А-ЯЁ]\.|де|ла|аль|эль|бин|ибн|фон|ван|дер|оглы|{_RU_CAP})){{0,5}}"

# Particles and verb endings: a word that ends so is no part of a transliterated name.
_KO_END = re.compile(
    r"(?:[은는을를의]|에서|에게|에|과|와|까지|부터|으로|보다|처럼|하고|하며|했던|하는|하던|된|되는|했고|했으며|으며|이며|면서|해서"
    r"|중인|방한한|방문한|참석한|취임한|열린|가진|만난|있는|있던|없는|위한|대한|관한|통한|따른|의해|위해|대해|통해|임명된|지명된|계기|여사|간의"
    r"|[던된할될린든히]|하여|되어|도록|거나|지만|면서|이자|이고|적인|[가-힣]인|[가-힣]{2,}(?:부|처|청|당|담당|위원회|적)|했다|한다|이다|됐다|된다|밝힌|말한|전한|요청한|초청한|주재한|동행한|수행한|이끄는|맡은|맡고|후|전|중|측|간|들|씨)$"
)
_HANGUL = r"[가-힣]{1,9}"
_KO_RUN = re.compile(rf"(?<![0-9가-힣])((?:{_HANGUL}[ ·-]){{0,6}}{_HANGUL})\s$")
_KO_GLOSS = re.compile(r"\s?[(（][A-ZÀ-Þ][^()（）가-힣]{2,60}[)）][」』]?\s?$")
_GIVEN = {
    "en": re.compile(rf"((?:{_CAP}\s(?:(?:{_PARTICLE})\s)?){{1,3}})$"),
    "ru": re.compile(rf"((?:{_RU_CAP}\s){{1,3}})$"),
    "ja": re.compile(r"([ァ-ヶー・]{2,}[・＝])$"),
    "zh": re.compile(r"([\u4e00-\u9fff]{1,6}·)$"),
}


_KOREAN_NAME = re.compile(
    r"(?<![0-9가-힣])((?:[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원"
    r"천방공현함변염여추도소석선설마길연위표명기반]|남궁|황보|선우|제갈)[가-힣]{2})\s$"
)
# Words of three syllables that begin like a Korean family name and end like a noun.
_KO_NOUN = re.compile(
    r"(?:[부처청실회당군측단관장사급식계법론]|(?:정보|감사|연구|교육|공무|조합|의|당|소속|회|위)원|(?:주최|의장|관계|당사|회원|우방|주변|강대|약소|조합|지원)국|(?:결의|개정|법률|조정|수정|예산)안|(?:경찰|기동|특공|선발|수비|경비)대|(?:지도|경비|순시)선|(?:정|이|주도|결정)권|(?:대|소|중)형|정권|차기|신임|현직|이번|당시|주요|총리|위원|여당|야당"
    r"|최고|주재|담당|전략|안보|특별|수석|한반도|정상|외교|경제)$"
)
_ZH_STOP = (
    r"(?=[，。、；：（）()“”\s]|举行|会谈|会晤|会见|在|与|同|和|说|表示|称|指出|宣布|访问|通电话|通话|率|将|于|今|昨|\d|共同|主持"
    r"|出席|抵达|致|就|对|向|的|等|也|还|强调|认为|应|为|来|赴|接受|发表|会議|舉行|會|說|稱|通電|感谢|请求|予以|送行|放弃|同意|拒绝|批评|谴责|呼吁|要求|敦促|警告|承诺|希望|欢迎|支持|反对|赞扬|称赞|曾|周[一二三四五六日]|前往|返回|签署|提议|邀请|威胁|召见|接见|会谈|面谈|推迟|取消|原定|协调|接触|沟通|联系|扬言|否认|指责|驳斥|召回|驱逐|下令|抗议|道歉|致电|参加|没有|可能|计划|准备|获释|遇袭|遇刺|$)"
)
_ZH_NAME = re.compile(
    rf"([\u4e00-\u9fff]{{1,6}}(?:·[\u4e00-\u9fff]{{1,8}}?)+|[\u4e00-\u9fff]{{2,6}}?){_ZH_STOP}"
)
_ZH_NO = re.compile(
    r"[会會議议談谈問题題发發舉举辦办說说稱称將将應应訪访問问代团團等的和与與對对向在于為为来來致就是有不也还並并到第一二三四五六七八九十]"
    # 总统昨天才…, 外长原定于…: when, and how, not who.
    r"|^(?:昨|今(?![井村田])|近日|日前|当[天日]|周[一二三四五六日]|刚|已|又|再|原定|定于|则|却|亦|均|被|遭|正在|此前|日内|稍|随|同日|同时|目前)"
)
# 召见大使黄溪连提出抗议: the verb behind a name is no part of it.
_ZH_VERB = re.compile(
    r"提出|表示|进行|進行|召见|召見|抗议|抗議|要求|呼吁|呼籲|强调|強調|指出|宣布|宣佈|谴责|譴責|签署|簽署|交换|交換"
)
_JA_NO = re.compile(
    r"[新前元現次初両各同]|首脳|政府|国家|外務|共産|与党|野党|共和|連邦|民主|会談|訪問|大使|代表"
)
# "Assistant Secretary of State for Western Hemisphere Affairs Brian A. Nichols": the field that an
# office is for ends in one of a few nouns.
_EN_FIELD = (
    r"(?:\sfor\s(?:(?:[A-Z][\w-]*|and|of|the),?\s){0,7}?(?:Affairs|Policy|Security|Economics|Hemisphere|Africa|Asia|Europe|Eurasia"
    r"|Pacific|Americas|America|Growth|Nonproliferation|Rights|Environment|Energy|Cooperation|Intelligence|Negotiations)(?!\s(?:Affairs|Policy|Security|Economics|and)\b))?"
)
_EN_AFTER = re.compile(
    _EN_FIELD
    + rf"(?:\s\([A-Z]{{2,8}}\))?(?:,?\s(?:H\.?E\.?\s)?(?:(?:Mr|Ms|Mrs|Dr)\.?\s|(?:(?:Lieutenant|Major|Vice|Rear|Brigadier)\s)?(?:Admiral|General|Colonel)\s)?)({_EN_NAME})"
)
_RU_AFTER = re.compile(rf",?\s({_RU_NAME})")
_EN_BEFORE = re.compile(rf"({_EN_NAME}),\s(?:the\s)?$")
_KO_INSIDE = re.compile(r"의?\s((?:[가-힣]{1,9}[ ·-]){0,6}[가-힣]{1,9})\s")
_JA_BEFORE = re.compile(
    r"(?<![ァ-ヶー・])([ァ-ヶー]{2,}(?:[・＝][ァ-ヶー]{2,}){1,4})[・　 ]?$|(?<![ァ-ヶー・])([ァ-ヶー]{2,})・$"
)
_HAN_NAMES = frozenset({"CHN", "JPN", "KOR", "PRK", "TWN", "HKG", "SGP", "VNM", None})
# 徐旻廷（ソ・ミンジョン）アジア太平洋局長, 劉勁松アジア局長: how the name is read, and what he heads.
_JA_INSIDE = re.compile(
    r"の?([ァ-ヶー・＝=]{2,24}|[一-龥々]{2,5}?)(?:[（(][ァ-ヶー・＝\s]{2,24}[）)])?"
    r"(?:(?:北東|東|南|中央)?アジア|アフリカ|中東|欧州|北米|中南米|国際|条約|経済|政策)?"
)

_Span = tuple[int, int]


# Syllables that Korean words seldom have and transliterated names often do.
_TRANSLITERATED = re.compile(
    r"[르스트크프드브츠즈쿠투푸케테페캐태패첸젠텐렌레러롤론롬룬릭릴탄탈칼칸켈켄팔펠펜필핀톤튀퀴뤼쉬숄슐잭젤쩐응팜쭝롄쑹쩌룽쥔샤량셴쉐빈벤벨뱅브블흐후하무누나네노까-낗따-띻빠-삫싸-앃짜-찧]"
)


# No Sino-Korean syllable ends in ㅅ, ㅋ, ㅌ, ㅍ: 낙파닛, 낫타퐁.
_CLOSED = re.compile(
    "[가-힣]["
    + "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 in (19, 24, 25, 26))
    + "]"
)


def _is_foreign(words: list[str], country: str | None) -> bool:
    """Whether Hangul words look like a name from abroad: two of Japan, one short of China, or
    at least one with syllables of transliteration."""
    if country == "JPN":
        return len(words) == 2 and all(2 <= len(word) <= 5 for word in words)
    if country in ("CHN", "TWN"):
        return len(words) == 1 and 2 <= len(words[0]) <= 4
    if country in ("KOR", "PRK"):
        return len(words) == 1 and len(words[0]) == 3
    return any(
        (_TRANSLITERATED.search(word) and len(word) > 1) or _CLOSED.search(word) for word in words
    )


class NameFinder:
    """Finds names of one language beside offices; ``no_name``: words that are never part of one."""

    def __init__(self, language: str, no_name: Iterable[str]) -> None:
        self.language = language
        self.no_name = frozenset(no_name)

    # ------------------------------------------------------------------ before a family name
    def given_before(self, text: str, start: int) -> int | None:
        """Where the given names before a family name at ``start`` begin; None when there are none."""
        if self.language == "ko":
            found = self._transliterated(text, start, must=2)
            return found[0] if found else None
        low = max(0, start - 48)
        given = _GIVEN[self.language].search(text[low:start])
        if given is None:
            return None
        if self.language in ("ja", "zh"):
            return low + given.start(1)
        kept: list[str] = []
        for word in reversed(given.group(1).split()):
            if word in self.no_name or word.endswith("ly") or re.search("[A-ZА-Я]{2}", word):
                break
            kept.insert(0, word)
        while kept and re.fullmatch(_PARTICLE, kept[0]):
            kept.pop(0)
        if not kept:
            return None
        at = text.rindex(" ".join(kept), low, start)
        # A capital letter at the start of a sentence says nothing: "Asked Blinken".
        opens = at == 0 or text[at - 2 : at] in (". ", "\n\n")
        if len(kept) == 1 and opens and kept[0].endswith(("ed", "ing", "ile", "er", "ce")):
            return None
        return at

    # ------------------------------------------------------------------ beside an office
    def after(self, text: str, end: int) -> _Span | None:
        """The name right behind an office that ends at ``end``."""
        if self.language == "zh":
            found = _ZH_NAME.match(text, end)
            if not found:
                return None
            name = _ZH_VERB.split(found.group(1))[0]
            if len(name) < 2 or _ZH_NO.search(name):
                return None
            return found.start(1), found.start(1) + len(name)
        pattern = {"en": _EN_AFTER, "ru": _RU_AFTER}.get(self.language)
        found = pattern.match(text, end) if pattern else None
        return self._trim(text, found) if found else None

    def _trim(self, text: str, found: re.Match[str]) -> _Span | None:
        """Cut a run of capitalised words before the first that is no name."""
        start, end = found.span(1)
        at = last = start
        for word in text[start:end].split(" "):
            bare = word.rstrip(".")
            initial = len(bare) == 1 and word != bare  # the A. of Brian A. Nichols
            if (bare in self.no_name and not initial) or (
                bare.isupper() and len(bare) > 1 and word.isascii()
            ):
                break
            last = at + len(word)
            at = last + 1
        words = text[start:last].split(" ")
        while words and re.fullmatch(_PARTICLE, words[-1]):
            last -= len(words.pop()) + 1
        if text[start:last].endswith("'s"):
            last -= 2  # Phil Gordon's trip
        if last - start < 2:
            return None
        single = " " not in text[start:last]
        # A word alone behind a comma begins another clause: "…the minister, Seoul said".
        if single and text[found.start()] == ",":
            return None
        if single and text[last : last + 3] in ("'s ", "’s ") and text[last - 1] == "s":
            return None
        return start, last

    def before(self, text: str, start: int, country: str | None) -> _Span | None:
        """The name right before an office with its country that begins at ``start``."""
        if self.language == "ko":
            if gloss := _KO_GLOSS.search(text, max(0, start - 72), start):
                # 「실비 바이포 테몽(Sylvie Baïpo Temon)」 중앙아프리카공화국 외교장관
                return self._transliterated(text[: gloss.start()] + " ", gloss.start() + 1, must=3)
            span = self._transliterated(text, start, must=3)
            if span is None or not _is_foreign(text[span[0] : span[1]].split(" "), country):
                return None
            return span
        if self.language == "ja":
            # コリル・シンゴエイ・ケニア外務次官: the name runs up to the state.
            found = _JA_BEFORE.search(text, max(0, start - 40), start)
            return found.span(found.lastindex or 0) if found else None
        if self.language == "en":
            low = max(0, start - 80)
            found = _EN_BEFORE.search(text[low:start])
            words = found.group(1).split(" ") if found else []
            if found is None or len(words) < 2:
                return None
            if any(word.rstrip(".") in self.no_name for word in words):
                return None
            return low + found.start(1), low + found.end(1)
        return None

    def korean_before(self, text: str, start: int) -> _Span | None:
        """A Korean's name of three syllables right before a title: 김상훈 외교부 아시아태평양국장."""
        found = _KOREAN_NAME.search(text, max(0, start - 8), start)
        if not found:
            return None
        name = found.group(1)
        bad = _KO_END.search(name) or _KO_NOUN.search(name) or name[-1] in "이가로만"
        if name in self.no_name or bad:
            return None
        return found.span(1)

    def inside(self, text: str, start: int, end: int, country: str | None) -> _Span | None:
        """The name that stands alone between a country and an office: 캐나다 …… 외교장관."""
        if self.language == "ko":
            found = _KO_INSIDE.fullmatch(text, start, end)
            if not found or len(found.group(1)) < 2:
                return None
            parts = re.split(r"[ ·-]", found.group(1))
            bad = any(part in self.no_name or _KO_END.search(part) for part in parts)
            return found.span(1) if not bad and _is_foreign(parts, country) else None
        if self.language == "ja":
            found = _JA_INSIDE.fullmatch(text, start, end)
            if found and re.match("[一-龥]", found.group(1)) and country not in _HAN_NAMES:
                return None  # フランス軍事大臣: what he is minister of
            return found.span(1) if found and not _JA_NO.search(found.group(1)) else None
        return None

    def _transliterated(self, text: str, start: int, must: int) -> _Span | None:
        """A run of Hangul words, back from ``start``, before the first that is no name."""
        found = _KO_RUN.search(text, max(0, start - 60), start)
        kept: list[str] = []
        for word in reversed(found.group(1).split(" ") if found else []):
            bad = any(part in self.no_name for part in word.split("·"))
            if bad or _KO_END.search(word):
                break
            kept.insert(0, word)
        if len("".join(kept)) < must:
            return None
        end = start - 1
        return end - len(" ".join(kept)), end
