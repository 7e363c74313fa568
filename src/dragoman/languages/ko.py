"""Korean: sentences by rule, particles, markers; morphemes by kiwipiepy, loaded when asked for.

The splitter is ours because the analyser is too slow for every document (about 100 sentences a
second); it is held against the analyser's own sentences in the tests.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from dragoman.languages.language import Language, Morpheme, Particle, ParticleRole, words
from dragoman.languages.sentences import enclosures, last_word, split_passage

__all__ = ["KOREAN", "has_batchim", "morphemes", "split_sentences", "strip_particles"]

_PAIRS = (
    ("“", "”"),
    ("「", "」"),
    ("『", "』"),
    ("‘", "’"),
    ("《", "》"),
    ("(", ")"),
    ("（", "）"),
)
_HELD = enclosures(_PAIRS)
# With a missing space ("했다.그는") a sentence ends only after a final ending.
_PLACES = re.compile(
    r"""[.!?。！？…]+["”’'」』)\]）》]*(?=\s|$)|[.!?。！？…]+["”’'」』]+(?=[가-힣])"""
    r"""|(?<=[다요죠까])[.!?]+(?=[가-힣“‘\"'])"""
)
_FINAL = re.compile(r"[다요죠까음함임됨오자라네지](?:[\"”’')」』\]）])*$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.]*$")
_QUOTED_ON = re.compile(
    r"(?:이?라고|라며|이라며|라면서|이라면서|고|며|면서|는|이?라는|이?란|던|하고|하며|하는|했|이?라|이었|였|이다|인|의"
    r"|을|를|이|가|은|과|와|에|로|으로|도|만|까지|부터|처럼|등)(?![가-힣]{4})"
)
_SAID_ON = re.compile(
    r"\s+(?:(?:이?라고|이?라며|이?라면서|이?라는|며|면서|는)(?=\s)"
    r"|고\s+(?:말|밝|강조|주장|전했|전하|언급|설명|덧|지적|했|하|비판|경고|촉구|물|답|보도|평가|당부|반박|적|썼|쓰|약속))"
)
_ABBREVIATIONS = words(
    "no vs dr mr mrs ms st prof gen sen rep gov jr sr inc ltd co corp vol fig pp jan feb mar apr"
    " jun jul aug sep sept oct nov dec"
)


def _ends_here(text: str, begin: int, place: re.Match[str]) -> bool:
    mark, end = place.group(), place.end()
    before = text[place.start() - 1] if place.start() > begin else ""
    if place.start() == begin:
        return False
    if mark[-1] in "\"”’'」』":
        if _QUOTED_ON.match(text, end) or _SAID_ON.match(text, end):
            return False
        return end == len(text) or text[end].isspace()
    if mark[0] == ".":
        if mark == "." and before.isdigit() and "\n" not in text[end : end + 2]:
            return end == len(text)
        if mark == "." and before.isascii() and before.isalpha():
            word = last_word(text, place.start(), begin).lower()
            if word in _ABBREVIATIONS or len(word) == 1 or "." in word:
                return end == len(text)
    if "…" in mark or "..." in mark:
        return end == len(text) or _FINAL.search(text, begin, place.start()) is not None
    return True


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one Korean passage.

    A quotation and the 고, 라며, 라는 after it belong to one sentence, however many sentences
    stand inside the quotation.
    """
    return split_passage(text, _PLACES, _HELD, _ends_here)


@lru_cache(maxsize=1)
def _analyser() -> Any:
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)


def morphemes(text: str) -> list[Morpheme]:
    """Morphemes of ``text`` by kiwipiepy with Sejong tags; spans in code points of ``text``.

    The first call loads the analyser (seconds, about 300 MB).
    """
    # kiwipiepy counts code points, as we do.
    return [
        Morpheme(token.form, str(token.tag), token.start, token.start + token.len)
        for token in _analyser().tokenize(text)
    ]


def has_batchim(syllable: str) -> bool | None:
    """Whether a Hangul syllable ends in a consonant; None for anything else."""
    if "가" <= syllable <= "힣":
        return (ord(syllable) - 0xAC00) % 28 != 0
    return None


# Longest first. The third value: what stands before, a consonant (True), a vowel (False) or either.
_PARTICLES: tuple[tuple[str, ParticleRole, bool | None], ...] = (
    ("에 대해서", "about", None), ("에 대하여", "about", None), ("에 대해", "about", None),
    ("에 대한", "about", None), ("에 관해", "about", None), ("에 관한", "about", None),
    ("에 관하여", "about", None), ("에대해", "about", None), ("에대한", "about", None),
    ("으로부터", "from", True), ("로부터", "from", False), ("에게서", "from", None),
    ("한테서", "from", None), ("께서는", "subject", None), ("에서는", "at", None),
    ("으로서", "by", True), ("으로써", "by", True), ("에게는", "to", None), ("에게도", "to", None),
    ("이라고", "quote", True), ("께서", "subject", None), ("에서", "at", None),
    ("에게", "to", None), ("한테", "to", None), ("에는", "to", None), ("에도", "to", None),
    ("과는", "with", True), ("와는", "with", False), ("과도", "with", True), ("와도", "with", False),
    ("과의", "with", True), ("와의", "with", False), ("이랑", "with", True), ("하고", "with", None),
    ("으로", "by", True), ("로서", "by", False), ("라고", "quote", False), ("까지", "until", None),
    ("부터", "from", None), ("은", "subject", True), ("는", "subject", False),
    ("이", "subject", True), ("가", "subject", False), ("을", "object", True),
    ("를", "object", False), ("과", "with", True), ("와", "with", False), ("랑", "with", False),
    ("로", "by", False), ("께", "to", None), ("에", "to", None), ("의", "of", None),
    ("도", "also", None), ("만", "also", None),
)  # fmt: skip
_BY_LAST: dict[str, tuple[tuple[str, ParticleRole, bool | None], ...]] = {}
for _particle in _PARTICLES:
    _BY_LAST[_particle[0][-1]] = (*_BY_LAST.get(_particle[0][-1], ()), _particle)
# Words that end like a particle: 인도 India, 대만 Taiwan, 오만 Oman, 독도, 한반도, 홋카이도 ...
_WHOLE = words(
    "인도 대만 오만 독도 한반도 홋카이도 제도 태도 정도 속도 경기도 강원도 제주도 회의 협의 합의 논의 결의 "
    "강의 정의 주의 민주주의 국가 평가 작가 전문가 추가 참가 결과 성과 효과 통과 사과 경과 하노이 두바이 상하이 "
    "하와이 타이 의의 항의 동의 제의 호의 문의 심의 발의 유의 명의 상의 세계로 진로 경로 항로 선로 도로 통로 "
    "장로 원로 피로 서로 바로 따로 스스로 홀로 멕시코시티로 대로 제로 유로 불가 증가 인가 허가 휴가 물가 주가 "
    "대가 정가 원가 유가 상가 거과 교과 학과 내과 외과 여과 초과 부과 스위스와 차이 사이 아이 나이 높이 깊이"
)


def strip_particles(word: str) -> tuple[str, Particle | None]:
    """Part a word from its particle: ("미국", 은 as subject), ("인도", None).

    The form must agree with the syllable before it (은 after a consonant, 는 after a vowel);
    particles after Latin letters or digits (NATO와, G7은) are taken as they are.
    """
    if word in _WHOLE or len(word) < 2:
        return word, None
    for text, role, consonant in _BY_LAST.get(word[-1], ()):
        if not word.endswith(text) or len(word) <= len(text):
            continue
        stem = word[: -len(text)]
        batchim = has_batchim(stem[-1])
        # 로 follows ㄹ too: 서울로.
        wrong = consonant is not None and batchim is not None and batchim is not consonant
        if wrong and not (text[0] == "로" and (ord(stem[-1]) - 0xAC00) % 28 == 8):
            continue
        if text in ("도", "만") and len(stem) < 2:
            continue
        return stem.rstrip(), Particle(text, role)
    return word, None


# All syllables that end in ㅆ (past tense), without 있 and 겠.
_PAST = "".join(chr(0xAC00 + i * 28 + 20) for i in range(399)).replace("있", "").replace("겠", "")
_WILL = "".join(chr(0xAC00 + i * 28 + 8) for i in range(399))  # all that end in ㄹ

KOREAN = Language(
    code="ko",
    name="Korean",
    split_sentences=split_sentences,
    future_markers=re.compile(
        r"예정|계획(?:이|을|이다|인|이라)|방침|전망이|전망된|전망했|앞두고|앞둔|다가오는|겠(?:다|습니다|다고|다며)"
        rf"|[{_WILL}]\s?(?:것이|것으로|것이라|것을|듯|수 있을|예정|계획|방침|전망|전망이다|가능성)"
        r"|열릴|열리는|개최되는|시작되는|개막하는|예정된|개최될|진행될|이뤄질|참석할|방문할|만날|가질|개최할|열린다|만난다|개최한다|방문한다|참석한다|개막한다"
        r"|찾는다|오른다|가진다|갖는다|떠난다|향한다|출국한다|방한한다|방북한다|방미한다|방일한다|시작된다|진행된다|개최된다"
        r"|이어진다|나선다|돌입한다|추진한다|검토 중|조율 ?중|추진 ?중|하기로|키로"
    ),
    past_markers=re.compile(
        rf"[{_PAST}](?:다|고|으며|지만|으나|는데|던|습니다|음|을 때|기|다고|다며|다는)"
        r"|(?:개최|진행|참석|방문|서명|체결|발표|채택|합의|회동|통화|면담)(?:한|된|함|하고|하며|해)(?![가-힣])|열린(?![다가-힣])|만난(?![다가-힣])"
    ),
    negation_markers=re.compile(
        r"(?:지|진|지도|지는)\s?(?:않|못|말)|(?<![가-힣])(?:안|못)\s(?=[가-힣])|없(?:다|이|었|는|을|음|습니다)"
        r"|아니(?:다|라|었|며|고|라고|라며)|아닌|거부|부인(?:했|하|한)|무산|불발|취소|결렬|중단|철회|불참|반대"
    ),
    hypothetical_markers=re.compile(
        r"(?:다|라|한다|된다|는다)면(?![가-힣])|[가-힣]+(?:할|될) 경우|만약|만일|가정|[가-힣]수도 있|[가-힣]ㄹ지도|지도 모른"
        r"|가능성|수 있(?:다|을|는|음)|[가-힣]?(?:하면|되면|으면)(?![가-힣서])|여부|할지|될지|경우에는?|검토"
    ),
    background_markers=re.compile(
        r"앞서|지난해|작년|재작년|과거|당시|그동안|이미|한 바 있|바 있(?:다|는|으며|습니다)|(?:19|20)\d\d년|이후|"
        rf"[{_PAST}][{_PAST}]|[{_PAST}]던|지난\s?(?:달|번|\d+월)|년 전|개월 전|달 전"
    ),
    hearsay_markers=re.compile(
        r"(?:알려졌|전해졌|전해진|알려진|보도했|보도에 따르면|소식통|관측|추정|전언|라고 한다|다고 한다|는 것으로 보인|보도됐"
        r"|관계자에 따르면|것으로 보인다|것으로 보이|설이|소문|로 파악)"
    ),
    quotes=(("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("「", "」"), ("『", "』")),
    verb="after",
    strip_particles=strip_particles,
    morphemes=morphemes,
)
