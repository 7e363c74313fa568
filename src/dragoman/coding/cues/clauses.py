"""How the words of an act stand in their sentence: as its verb, in a chain, in reported speech.

In: a sentence's text and the place of words that name an act. Out: a Predicate: what kind of
clause the words head, where that clause begins, where its ending stops, and what governs it. The
language facts are the patterns below; who fills the clause is left to verb_last.py and
verb_middle.py, whether it happened to acts/status.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "INNER",
    "NO_VERB",
    "Predicate",
    "boundaries",
    "opens_inner_clause",
    "overt_topics",
    "quoted_spans",
    "read_predicate",
]

Stand = Literal[
    "main",  # the sentence's verb, or one of its coordinate verbs: 규탄했다, condemned
    "chain",  # a verb that goes on to the next: 규탄하고, 규탄하며
    "quote",  # inside reported speech: 규탄한다고 밝혔다, said that Russia attacked
    "modifier",  # before a noun: 규탄하는 (성명), which condemned
    "complement",  # what another verb asks for or promises: 규탄할 것을, to condemn
]


@dataclass(frozen=True, slots=True)
class Predicate:
    """Offsets are the sentence's. ``end``: behind the ending. ``governor``: the words behind."""

    stand: Stand
    end: int
    governor: str = ""


# 「페니 웡(Penny Wong)」, 「라브로프」 외교장관: brackets around a name quote nobody.
_QUOTES = re.compile(
    r"“[^”]*”|″[^″]*″|\"[^\"]*\"|「(?![^」]*\([A-Z])(?![가-힣\s·-]{2,14}」)[^」]*」|『[^』]*』|«[^»]*»|‘[^’]{12,}’"
)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans of direct speech and of longer quotations."""
    return [found.span() for found in _QUOTES.finditer(text)]


# --------------------------------------------------------------------------------- Korean
# What makes a noun a verb: 하다, 되다, a verb of saying or doing (우려를 표명하다), or a noun of
# saying with its own verb (규탄 성명을 발표하다, 감사의 뜻을 전하다).
_KO_ADVERB = (
    r"(?:(?:공식|공식적으로|강력히|강력하게|강하게|거듭|재차|직접|적극|함께|공동으로|분명히|다시|전격|일제히|"
    r"추가로|추가|전면|즉각|잇달아|잇따라|각각|수차례|여러 차례|다시 한번|깊이|재)\s?)?"
)
_KO_LIGHT = re.compile(
    r"[’'”\"]?(?:을|를|은|는|도|이|가)?\s?"
    + _KO_ADVERB
    + r"(?:하(?!락|반기|루|원|류|늘|나의)|했|한(?=\s|다|데|\b)|할|해(?!상|외|협|군)|합|함|되(?!돌)|됐|된|될|돼"
    r"|받(?!아들)|당하|당했|표명|표시|표하|표했|표합|제기|전달|전하|전했|보내|보냈|내놓|내놨|내고|냈|발표|밝히|밝혔|드러|나타|가하"
    r"|가했|피력|공유|나누|나눴|교환|쏟아|퍼부|이어가|이어갔|실시|진행|감행|단행|강행|시작|개시|착수|벌이|벌였|펼치|펼쳤"
    r"|결정|부과|거듭|높이|높였|강조|드리|드렸|드립|보였|마치|마쳤|완료|재확인|확인|담은|담긴|통보|요청|촉구|시도|예고"
    r"|반복|확대|강화|지속|계속|예정|주고받|도출|이끌|이뤘|이루|시사|언급|선언|선포|채택|승인|토로)"
)
_KO_SAYING = re.compile(
    r"(?:의|하는|한|할)?\s?(?:공동\s?)?(?:성명|입장|의사|뜻|메시지|담화|담화문|결의안|결의|논평|견해|목소리|서한|축전|인사|마음|의지"
    r"|말씀|말|방침|의향|조치|발언|보도문)(?:을|를|이|가|도)?\s"
)
# 지원할 예정이다, 부과할 것으로 보인다: the verb before these nouns is the sentence's own.
_KO_PLANNED = re.compile(
    r"(?:을|를)?\s?(?:\S{0,4}\s)?\S{0,4}[할될낼킬릴칠올갈을]\s(?:예정|계획|방침|생각|의향|것이라|것으로 (?:보인|예상|전망|알려|관측)|전망|듯)\S*"
)
_KO_END_HERE = re.compile(r"(?:\s?(?:등|\([^)]*\)))?[\"”'’」]?[.!。]?\s*$")
_KO_ENDING = re.compile(
    r"(?P<told>(?:한|된|었던|했던)\s(?:바|적|일)(?:이|은|는|도)?\s?(?:결코\s|전혀\s)?(?:있|없)\S*)|(?P<quote>[다라자냐](?:고|며|면서|는)(?=[\s,]|도\s)|[\"”’'″]\s?(?:이?라?고|이?라?며|이?라?면서|이?라는)(?=[\s,])|(?<=[다라])지(?=만))"
    r"|(?P<given>해\s?(?:줄\s것|주기를|주길|달라))|(?P<chain>(?:한|된|간|온|진|준|낸|연|하는|되는|내는|보이는)\s(?:뒤|후|데\s이어|가운데|한편|반면)(?=[\s,])|(?<=[가-힣])(?:며|면서|지만|으나|는데|고서|고는)(?=[\s,])|(?<=[가-힣])(?:고|해|하여|아|어|자|되)(?=[\s,]))"
    r"|(?P<complement>(?:할|하는|한|될|되는|된)\s?(?:것을|것에|점을|데(?=\s)|것으로|것이|경우|수\s|수도|필요|가능성|지(?=\s|에|를|는|도))|하도록|하길|하기를|하기\s?위|해\s?(?:줄\s것|주기를|주길|달라))"
    r"|(?P<main>다(?=[.!?\"”’]|\s*$|\()|(?:함|음|임|됨|봄|짐)(?=[.\s]*$)|요(?=[.!?]|$))"
    r"|(?P<modifier>(?<=[하되받내보치히리이우가했었던])(?:는|던)(?=\s)|(?:한|된|할|될|낸|보낸|밝힌|담은|담긴|인)(?=\s))"
)
_KO_BIDS = re.compile(r"(?:하|되|내|지 말|[가-힣]으)라$")
# 요청할 수 있다, 침공할 가능성이 있다, 완화하는 방안을 검토: what may be is told, with its status.
_KO_MAY = re.compile(
    r"\S{0,8}[할될낼킬릴칠올갈을줄설]\s?(?:수(?:도|는)?\s있(?!도록|게|는\s|을\s)\S{0,3}|가능성(?:이|도|을)?\s(?:있|크|높|거론|제기|배제하지)\S{0,3}|지(?:를|는|도)?\s(?:검토|저울질|고려|논의|불투명|미지수|결정하지)\S{0,6})"
    r"|\S{0,8}(?:하|되|내|보내|시키|주|늘리|줄이)는\s(?:방안|안|문제|것)을\s(?:\S+\s){0,3}?(?:검토|저울질|고려|논의|추진)\S{0,6}"
)
_KO_BOUNDS = re.compile(
    r"(?<=[가-힣])(?:으며|며|면서|지만|으나|는데)(?=[\s,])|[다라자](?:고|며|면서)(?=[\s,])"
    r"|(?<=[하했되됐였었았겠있없갖열받내치히누리이지주들맺놓쳤폈켰기났갔왔췄눴졌혔렸뤘꼈냈샀섰썼뒀봤줬])고(?=[\s,])(?!\s있)|만나고(?=[\s,])"
    r"|(?:한|된|진|준|간|온|낸|연)\s(?:뒤|후|데 이어|가운데|한편|반면)(?=[\s,])|(?:하는|한) 한편(?=[\s,])|(?<=[하되])자(?=[\s,])|(?<=[가-힣])(?:어서|아서|해서)(?=\s)"
)
_KO_TOPIC = re.compile(
    r"(?<![가-힣])(?P<word>[가-힣A-Za-z0-9·]{1,14}?)(?P<particle>은|는|께서는)(?=[\s,])"
)
_KO_SUBJECT = re.compile(
    r"(?<![가-힣])(?P<word>[가-힣A-Za-z0-9·]{1,14}?)(?P<particle>이|가|께서)(?=[\s,])"
)
# Forms in 은/는 that are adnominal verbs or adverbs, not topics.
_KO_NO_TOPIC = re.compile(
    r"(?:[하되있없주받가오보내리치지키루이우르드기비][가-힣]?는|같은|많은|높은|낮은|깊은|좋은|작은|젊은|늦은|넓은|받은|잡은|맺은|얻은|넘은|남은|않은|입은"
    r"|맞은|담은|찾은|죽은|놓은|굳은|겪은|이은|짙은|또는|혹은|없이는|잃은|앓은|뚫은|옳은|밝은|붉은|늙은|굶은|닮은|옮은|얹은|끊은|얇은|짧은|밟은|깎은|섞은|꺾은|것은|점은|바는|적은|낳은|뽑은|쏟은|묶은|꽂은|닫은|읽은|묻은|걸은|참은|감은|삼은|앉은|씻은|솟은|쫓은|좇은|얽은|박은|막은|물은|들은|에는|에서는|으로는|로는|이날은|오늘은|지금은|이번에는|앞으로는|이후에는|대해서는"
    r"|관해서는|면서는|다는|라는|(?:[하되가보나주지내리이두받말열])자는|냐는|당시는|까지는|부터는|와는|과는|이어는|때는|서는)$"
)
# Titles that stand for a person named before; they do not bring in somebody new.
_KO_TITLES = re.compile(
    r"(?:장관|대통령|총리|차관|대변인|부장|외상|수상|국장|대사|위원장|주석|총서기|보좌관|실장|사무총장|외무상|당국자|관계자|정부|측)들?$"
)


# 박성준 민주당 대변인은: who speaks for a party is somebody of his own.
_KO_OF_PARTY = re.compile(r"(?<!노동)(?<!로동)(?<!공산)(?:당|국민의힘)\s(?:\S{2,5}\s)?$")


def _closes_on_consonant(syllable: str) -> bool:
    """Whether a Hangul syllable ends in a consonant: a noun that does takes 은, so 넘는 is a verb."""
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 != 0


def overt_topics(text: str, start: int, end: int, subject: bool = False) -> list[tuple[int, int]]:
    """Spans of Korean words marked as topic (or subject) that are nouns of their own, in [start, end).

    Titles without a name (장관은) are left out: they point back to a person.
    """
    out = []
    for found in (_KO_SUBJECT if subject else _KO_TOPIC).finditer(text, start, end):
        if not subject and _KO_NO_TOPIC.search(found.group()):
            continue
        if not subject and found["particle"] == "는" and _closes_on_consonant(found["word"][-1]):
            continue
        if _KO_TITLES.search(found["word"]) and not _KO_OF_PARTY.search(text, 0, found.start()):
            continue
        out.append(found.span())
    return out


def _read_korean(text: str, end: int, noun: bool) -> Predicate | None:
    """The clause that the words up to ``end`` head; None when a noun is not made a verb."""
    if noun:
        light = _KO_LIGHT.match(text, end)
        saying = None if light else _KO_SAYING.match(text, end)
        if not light and not saying:
            if _KO_END_HERE.match(text, end):
                return Predicate("main", end)
            return None
    if planned := _KO_PLANNED.match(text, end) or _KO_MAY.match(text, end):
        return Predicate("main", planned.end())
    found = _KO_ENDING.search(text, max(end - 1, 0), min(len(text), end + 46))
    if found is None:
        return Predicate("main", len(text) if len(text) - end < 24 else end)
    kind = found.lastgroup or "main"
    stop = found.end()
    behind = text[stop : stop + 60]
    if kind == "quote" and _KO_BIDS.search(text, found.start() - 4, found.start() + 1):
        kind = "complement"  # 휴전에 동의하라고 말했다: bidden, not done
    if kind == "modifier":
        # 규탄하는 성명을 발표했다: the noun of saying carries the act.
        if re.match(
            r"\s?(?:내용의 |취지의 |공동 ?)*(?:성명|입장|담화|논평|결의|뜻|서한|메시지|의견|의사|목소리|말|견해|발언|조치|방침|대책)",
            behind,
        ):
            return Predicate("main", stop, behind)
        return Predicate("modifier", stop, behind)
    if kind == "told":
        return Predicate("main", stop, behind)
    if kind in ("complement", "given"):
        return Predicate("complement", stop, text[found.start() : stop] + behind)
    return Predicate(kind, stop, behind)  # type: ignore[arg-type]


# Between a subject and the verb, these show that the subject belongs to an inner clause.
INNER = re.compile(
    r"(?P<word>[가-힣]*(?:하|되|있|없|받|내|치|지|리|이|가|오|나서|히|우|키|루)는|[가-힣]+(?:한|된|할|될|낸|던|갈|낼|칠|질|릴|린|힌|쏜|킨|진)|(?:들어|나|돌아|다녀|건너|넘어)[간온])\s|(?:도록|것을|것에|데\s|점을|하기\s|[하되오가]길\s|[하되오가]기를\s)|(?:다|냐)(?:고|며|는)\s|(?:이|아니)라(?:고|며)\s"
)
# Words that end so and are no verb of an inner clause: nouns, names, plain adjectives, adverbs.
NO_VERB = re.compile(
    r"(?:^한|(?:없이|에서|에|으로|로|까지|부터|와|과|께서)는|북한|남한|대한|또한|관한|의한|위한|제한|권한|기한|역할|분할|할당|사진|추진|선진|물질|인질|본질|진영|강력한|강한|약한|흔한|급한|심한|큰|심각한|긴밀한|중요한|다양한|엄중한|새로운|조촐한|깊은|확고한|유일한|특별한|명백한|단호한|가능한"
    r"|포괄적인|비슷한|동일한|막대한|상당한|철저한|활발한|신속한|지속적인|원만한|솔직한|진지한|친밀한|편리한|위험한|치명적인|진정한|온전한|완전한|공정한|정당한|부당한|불법적인|굳건한|변함없는|흔들림없는|흔들림 없는"
    r"|이어진|거친|이르는|오랜|오래된|예정된|합의된|개최된|열린|이뤄진|이루어진|참석한|방문한|비롯한|포함한|관련된|계기로 한|앞둔|여러|모든|각|어떤|이런|그런|이러한|있는|없는|같은|따른|위치한)$"
)


def opens_inner_clause(text: str, start: int, end: int) -> bool:
    """Whether the words [start, end) hold a verb that a subject before them may belong to."""
    return any(
        not (found["word"] and NO_VERB.search(found["word"]))
        for found in INNER.finditer(text, start, end)
    )


# --------------------------------------------------------------------------------- English
_EN_BOUNDS = re.compile(
    r"[;:]\s|\s[–—-]{1,2}\s|,?\s(?:that|which|who|whose|while|whereas|although|though|because|if|unless|until|when|where|whether|after|before|as)\s(?!well\b)"
    r"|,\s(?:and|but|so|or)\s|\sbut\s|[“”\"]"
)
_EN_INFINITIVE = re.compile(
    r"\bto\s(?:\w+ly\s|further\s|also\s|jointly\s|strongly\s)?$", re.IGNORECASE
)
_EN_WILLED = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned|ning)?|set|due|going|intend(?:s|ed)?|expect(?:s|ed)?|scheduled|prepar(?:es|ed|ing)|about|"
    r"threaten(?:s|ed|ing)?|decided|fail(?:s|ed)?|vow(?:s|ed)?|announced plans|ready|likely|poised|want(?:s|ed)?|continue[sd]?)\sto\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
# "rang Putin to offer condolences", "summoned the ambassador to protest": it was done.
_EN_PURPOSE = re.compile(
    r"\b(?:summon|rang|phon|telephon|call(?:ed|s)\b|wr(?:ote|ites)\b|took the floor|contacted|visit|met\b|spoke\b|recalled|saw\b|flew\b|went\b|used\b|us(?:es|ing)\b)[^.;:]{2,90}\sto\s(?:\w+ly\s)?$"
)
_EN_CONTINUE = re.compile(
    r"\b(?:continue[sd]?|went on|proceeded|moved|voted|joined \w+)\sto\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_EN_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|for|from|by|without|in|on|about|against|with|at|into|before|after|while|including|than|such as|avoid|stop|consider|start|continue|to)\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_EN_RELATIVE = re.compile(
    r"\b(?:who|which|that|whom)\s(?:(?:in|last|on|since|earlier|years ago)\s(?:\w+\s)?(?:had\s)?)?(?:(?:has|have|had|also|recently|previously|was|were|is|are|\w+ly)\s){0,3}$"
)
_EN_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|this|any|its|their|his|her|our|no|such|of|'s|’s|new|more|further|strong|deep|growing)\s$",
    re.IGNORECASE,
)


def _read_english(text: str, start: int, end: int) -> Predicate | None:
    before = text[:start]
    words = text[start:end]
    first = words.split()[0].lower()
    if _EN_INFINITIVE.search(before):
        if _EN_CONTINUE.search(before):
            return Predicate("main", end)
        if _EN_PURPOSE.search(before[-120:]):
            return Predicate("main", end)
        return Predicate("main" if _EN_WILLED.search(before) else "complement", end, before[-40:])
    if first.endswith("ing") and _EN_AFTER_PREPOSITION.search(before):
        return Predicate("complement", end, before[-40:])
    if _EN_RELATIVE.search(before):
        return Predicate("modifier", end, before[-40:])
    if _EN_NOUN_BEFORE.search(before) and not first.endswith(("ed", "ing")):
        # "a request", "the charge", "its support": a noun, unless the words bring their own verb.
        return None
    return Predicate("main", end)


def boundaries(text: str, language: str) -> list[int]:
    """Places where one clause of the sentence ends and the next begins."""
    if language == "ko":
        return [found.end() for found in _KO_BOUNDS.finditer(text)]
    if language == "en":
        return [found.end() for found in _EN_BOUNDS.finditer(text)]
    if language == "ja":
        return [
            found.end()
            for found in re.finditer(
                r"(?:し|り|き|い|ち|み|え|して|って)、|が、|と(?=(?:述べ|発表|主張|指摘|明らか))",
                text,
            )
        ]
    if language == "zh":
        return [found.end() for found in re.finditer(r"[，；：]", text)]
    return [
        found.end() for found in re.finditer(r"[;:]\s|,\s(?:что|который|которая|а|но|и)\s", text)
    ]


def read_predicate(
    text: str, start: int, end: int, language: str, noun: bool = False
) -> Predicate | None:
    """How the words [start, end) stand; None when they are a noun that nobody acts out.

    ``noun``: the words name the act as a noun, and need a verb beside them (Korean).
    """
    if language == "ko":
        return _read_korean(text, end, noun)
    if language == "en":
        return _read_english(text, start, end)
    return Predicate("main", end)
