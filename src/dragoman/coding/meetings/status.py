"""How a sentence tells of an encounter: held, to come, proposed, called off, recalled, or denied.

In: a sentence, the words that name the encounter, the language's MeetingWords. Out: a Telling; None
when the words speak of no encounter at all (a denied one, a purpose: "traveled to meet"). Dates
that move a meeting into the past or future are weighed by the caller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.cues.clauses import boundaries
from dragoman.coding.meetings.unheld_ja import read_unheld
from dragoman.coding.meetings.words import MeetingWords
from dragoman.languages.ru import RUSSIAN
from dragoman.languages.zh import both_scripts

__all__ = ["Telling", "read_telling"]


@dataclass(frozen=True, slots=True)
class Telling:
    """``asserted``: the sentence says that it took (takes) place; ``refers``: the words point back
    to a meeting named before; ``this``: they point to the one the text is about (이번 회담);
    ``recalled``: an earlier one that the text only looks back on."""

    status: str
    asserted: bool
    refers: bool
    this: bool = False
    recalled: bool = False


_VERB = re.compile(
    r"^(?:met|meet|spoke|speak|sat|held|talk|visit|host|welcom|receiv|confer|phon|teleph|travel|arriv|called|sees?\b|seeing|led |gathered|huddled|compared|exchanged"
    r"|dined|had |has |have |gather|conven|pa(?:id|ys? )|paying|ma(?:de|kes?|king) (?:an?|his|her)\b|call(?:s|ing)? on|rang|discussed|consulted|played|convened|toured|fl(?:ew|ies) |(?:is|are|was|were) |left |accept)"
    r"|만나|만났|만난|만날|마주|한자리에|자리를|인사를|도착|대좌|대화를 나|이야기를 나|대화$|얼굴을|방문|방[한미일중북러]|순방|찾(?:았|는|을|기|아)|머리를|손을 맞|전화를|会っ|会い|お目にか|電話し$|電話をかけ|電話を受け|電話で話|食を共に|食事を共に|訪|来[日韓]|встрети|встречал|встречавш|встречаясь|прибывш|прилетевш|приехавш|побывавш|совещавш|беседовавш|говоривш|разговаривавш|посетивш|принимавш|принявш|телефонном\sразговоре|разговоре$|беседе$|обща|Со?\s$|по?(?:завтракал|обедал|ужинал)|завтракал|обедал|ужинал|позвонил|дозвонил|обзвонил|приезжал|прилетал|посети|прибы|побесед|созвон|поговор|принял|говорил|беседовал|обсудил|звонил|разговаривал|совеща|обменял|се(?:л|ла|ли)\sза|вел|вёл|по\sтелефону|вручи|переговорил|собрал|собер|побывал|посещал|ездил|принят|приехал|прилетел|принимал|отбу|отбыл|вылет|отправи|полетит|поедет|проговорил|увиде|(?:его|её|ее|их)\s(?:принял|встретил)"
)
# Every syllable that closes on the past's ㅆ (했, 갔, 였, 나눴 ...), but 있 (is) and 겠 (will).
_KO_PAST = "".join(
    chr(code)
    for code in range(0xAC00, 0xD7A4)
    if (code - 0xAC00) % 28 == 20 and chr(code) not in "있겠"
)
_KO_FINAL_FUTURE = re.compile(
    r"(?:(?:예정|계획|방침|전망|것)(?:이다|입니다|임)|예정|계획|방침|전망|것으로 (?:보인다|보입니다|예상|전해|알려)|할 것|하기로|키로|(?:[한난인린진긴눈논]|합니|입니|됩니|갑니|엽니|납니|습니(?<!["
    + _KO_PAST
    + r"]습니))다)[^다"
    + _KO_PAST
    + r"]{0,8}[.\"”]?\s*$"
)
_KO_TENSELESS = re.compile(r"(?:고|며|한 뒤|한 후|하면서|면서|어|해)[,\s]*$")
_KO_DONE = re.compile(f"[{_KO_PAST}]")
# 지난 8월 … 개최된 정상회담의 후속조치: an earlier meeting whose follow-up is spoken of.
_KO_EARLIER = re.compile(
    r"(?:지난\s?(?:해|달|\d{1,2}월)|작년|재작년|앞서)[^.。]{0,60}(?:개최된|개최했던|열린|열렸던|있었던|가진|가졌던)\s(?:\S+\s){0,2}$"
)
# 회담 개최 계획을 발표했다: what was done is the announcing.
_KO_PLAN_TOLD = re.compile(r"^\W*(?:개최\s)?(?:계획|방침|예정|일정)(?:을|를|이라고|임을|이라며)")
# 두 정상이 만난 것은 처음이다, 방한하는 것은 6년 만이다: a remark on a meeting that is told elsewhere.
_KO_FIRST = re.compile(r"^\S{0,4}\s?(?:것은|건)\s[^.]{0,50}?(?:처음|만(?:이다|이며|의 일|에 처음))")
# 북한을 방문해 달라는 초청을 수락했다
_KO_ASKED = re.compile(r"^(?:해)?\s?달라(?=는|고)(?P<rest>[^.]{0,50})")
_KO_ROW = re.compile(r"^(?:,\s[가-힣·\s]{2,12}?)?\s?(?:\([^()]*\))?\s?(?P<note>[※▶→:(-].{0,40})?$")
_KO_ROW_OFF = re.compile(r"연기|취소|무산|순연|불발")
_KO_ROW_OPEN = re.compile(r"조율|추진|타진|검토|미정")
# 튀르키예를 찾는다고 밝혔다: the plain present, passed on, is to come.
_KO_WILL = re.compile(r"다?(?:고|며|는)\s.{0,40}?(?:밝혔|발표|전했|보도|말했|알렸|설명|계획|방침)")
# 도하에서 열린 밤샘 협상 끝에 휴전하기로 합의했다
_KO_AFTER_TALKS = re.compile(r"^\s(?:끝에|직후|뒤에|후에)[\s,]")
# 시 주석의 러시아 방문을 공식적으로 언급했다, 방문을 기다린다: spoken of, and not made.
_KO_SPOKEN_OF = re.compile(r"^(?:을|를)?\s(?:\S+\s){0,2}?(?:언급|거론)(?:했|하|됐|되)")
# 정상회담이 조속히 열려야 한다: what ought to be.
_KO_OUGHT = re.compile(
    r"^(?:을|를|이|가)?\s?(?:\S+\s){0,3}?(?:열려|열어|가져|갖춰|해|만나|개최돼|개최해|성사돼|이뤄져|이루어져|재개돼|재개해)야\s(?:한다|합니다|할|하)"
)
# 통화할 쯤으로 예상하면 된다, 만날 가능성: what may be at some time.
_KO_MAY_BE = re.compile(r"^(?:할|될)\s(?:쯤|때|즈음|경우|가능성)")
# 최근 방중 결과를 공유했다: what came of a trip is told, and not the trip.
_KO_UPSHOT = re.compile(r"^(?:의)?\s?(?:결과|성과|의의)(?:를|을|와|에|가|도)?[\s·,]")
_KO_AWAITED = re.compile(r"^(?:을|를)?\s(?:\S+\s){0,2}?(?:기다리|기다린|고대)")
# 시진핑 주석이 방한할까: a question tells of nothing.
_KO_ASKS = re.compile(r"^(?:할|될|올|갈)?(?:까|지(?=\s|는|를|에))")
# 16일로 예정됐던 수낵 총리와의 회담은 …취소됐다
_KO_WAS_TO = re.compile(
    r"예정(?:이|됐|되었|돼 있|되어 있|했|하였)던\s(?:\S+\s){0,8}$|(?:하려|열려|만나려)던\s(?:\S+\s){0,6}$"
)
_KO_OFF = re.compile(r"^[^.]{0,60}?(?:취소|무산|연기|미뤄|미루|백지화|불발)")
# 한미 회담 직후 열린 한미일 회담에서: told of, though no verb of its own follows.
_KO_JUST_HELD = re.compile(
    r"(?:직후|이어|이날|뒤이어|같은 날|별도로)\s(?:\S+\s){0,2}?(?:열린|개최된|가진|진행된)\s(?:\S+\s){0,7}$"
)
# 회담을 개최한 이후 13일 만이다: the one before this.
_KO_SINCE = re.compile(
    r"^(?:을|를|이|가)?\s?(?:\S+\s){0,2}?(?:\S*[한진연난린]\s)?(?:이후|이래)\s[^.]{0,30}?(?:처음|만(?:이다|이며|입니다|에|의))"
)
# 정상회담을 열기로 합의했다: what was done is the agreeing.
_KO_AGREED = re.compile(
    r"^(?:을|를|도)\s(?:\S+\s){0,2}?(?:개최하|열|갖|가지|진행하|추진하|하|마련하|재개하|이어가)기로[\s,]"
)
_KO_AT = re.compile(r"^\s?(?:결과|에서|에서는|에선|(?:을|를)\s통해)[\s,]")
_KO_BEFORE_NOW = re.compile(r"(?:한|된|했던|가진|만난)\s(?:바|적)(?:가|이)?\s?있")
# 푸틴 대통령의 방중 초청을 받아들였다
_KO_INVITED = re.compile(
    r"^\s?초청(?:을|에|장을)?\s?(?:\S+\s)?(?P<taken>수락|받아들|응(?:했|하기로))?"
)
_KO_FOLLOWS = re.compile(r"^의\s?(?:후속|성과|합의|결과)")
# 첫 회담이 신속하게 이루어진 것에 대해: a past form before a noun; the last verb is another's.
_KO_TOOK_PLACE = re.compile(
    r"^(?:이|가|을|를)?\s?(?:\S+\s){0,3}?(?:이루어진|이뤄진|열린|개최된|진행된|가진|성사된)\s"
)
_JA_EARLIER = re.compile(r"(?:先般|先日|先月|昨年|前回|過去|先週)の?[^、。,はがを]{0,8}$")
_EN_CALLED_OFF = re.compile(
    r"^[^,;]{0,70}?\s(?:was|were|has been|have been|had been|is|will be) (?:cancel\w+|called off|postponed|scrapped|put off|shelved)\b"
)
# "called on all leaders to engage in a dialogue": what somebody is to do is not yet done.
_EN_TO_HOLD = re.compile(
    r"\bto\s(?:\w+ly\s)?(?:engage in|hold|have|start|begin|resume|convene|attend|join|host|continue|conduct|open|facilitate|support)\s"
    r"(?:[\w-]+\s){0,5}$"
)
_EN_NEVER = re.compile(
    r"^[^,;]{0,70}?\s(?:did|does|will) not take place\b|^[^,;]{0,70}?\snever took place\b"
)
# A headline: "Xi to meet Biden"; "begins a visit on Monday" is still to come.
_EN_HEADED = re.compile(r"^\W*(?:[A-Z][\w’'.-]*\s){1,6}to\s$")
_EN_BEGINS = re.compile(r"\b(?:begins|starts|pays)\s(?:an?|his|her|their)\s(?:[\w-]+\s){0,3}$")
# "said on Tuesday that the two would meet": told as settled, not proposed.
_EN_WOULD = re.compile(
    r"\b(?:said|announced|confirmed)\s(?:[^.;,]{0,40}\s)?that\s[^.;]{2,60}\swould\s(?:\w+\s)?$"
)
# "It was Iwaya's first visit to China": the remark tells of the trip.
_EN_REMARKS = re.compile(r"\b(?:[Ii]t|[Tt]his) (?:is|was|marks|marked)\s(?:[\w’'-]+\s){0,3}$")
# Nouns that begin like verbs: "successful visit", "talks".
_EN_NOUN = re.compile(r"^(?:[Tt]alks|[Mm]eetings?\b|[Vv]isit\b|[Vv]isits(?!\s[A-Z]))")
# "meets Lavrov in Moscow on Friday": the present with a weekday is a plan.
_EN_PRESENT = re.compile(
    r"(?:sees|meets?|hosts?|receives|visits|travels|(?:(?:is|are) )?(?:gather(?:s|ing)?|conven(?:es?|ing)))\b"
)
_EN_WEEKDAY = re.compile(r"^[^,;.]{0,90}?\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "agreed to maintain regular consultations", "the urgency of bringing negotiations to a close": no
# encounter, unless a day is named.
_EN_GOES_ON = re.compile(
    r"\b(?:maintain|continu|keep|explor|remain(?:ing)? in|stay(?:ing)? in|deepen|strengthen|expand|advanc|sustain|enhanc|intensif|support|facilitat|conclud(?=e|ing)|finali[sz]|complet(?=e |ing)"
    r"|pursu|bring|promot|encourag|urgency of|importance of|need for|value of|role of|commitment to|channels? (?:of|for)|path to|open to|by way of|through)"
    r"(?:e|ing|ed|es|s|y)?\s(?:[\w-]+\s){0,4}$"
)
_EN_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next (?:week|month|year)|tomorrow|today|\d{1,2}|later (?:this|in))\b"
)
# "agreed to resume shuttle diplomacy at their summit": what they agreed to is not the summit.
_EN_AGREED_AT = re.compile(
    r"\b(?:agreed|decided|committed|pledged|vowed) to\s(?:\S+\s){1,8}?(?:at|during|after|following|in)\s(?:(?:an?|the|their|his|her|today[’']s)\s(?:[\w-]+\s){0,3}|(?:[\w-]+\s)?(?=$))$"
)
# "traveled to Jeddah on July 27 to meet with": the journey is told as made, and so is its purpose.
_EN_WENT_TO_MEET = re.compile(
    r"\b(?:travel(?:l)?ed|flew|went) to [A-Z][^.;:]{2,90}\sto\s(?:\w+ly\s)?$"
)
# "his June trip to London to attend the summit and meet with": a second purpose.
_EN_AND_TO = re.compile(
    r"\bto\s(?:attend|visit|join|participate|discuss|celebrate|address|deliver|sign|travel|take part)\b[^.;:]{2,90}\sand\s(?:\w+ly\s)?$"
)
_EN_PAST = re.compile(r"met|spoke|sat|visited|hosted|called|\w+ed\b")
_EN_NEXT_ONE = re.compile(r"\b(?:upcoming|forthcoming|next|planned|scheduled)\s(?:[\w-]+\s)?$")
# "preparations for the visit of A and the summit of B and C"; "the upcoming G7 Summit and NATO Summit".
_EN_PREPARED = re.compile(
    r"\b(?:preparations? for|plans for|planning for|preparing for)\s[^.;:]{0,140}$"
)
_EN_COMING_TOO = re.compile(
    r"\b(?:upcoming|forthcoming)\s[^.;:]{3,70}\s(?:[Ss]ummit|[Mm]eeting|[Cc]onference)\b[^.;:]{0,40}\sand\s(?:the\s)?(?:[A-Z][\w’'-]*\s){0,4}$"
)
_EN_PURPOSE = re.compile(r"\bto\s(?:\w+ly\s)?$", re.IGNORECASE)


def read_telling(
    text: str, found: re.Match[str], words: MeetingWords, language: str
) -> Telling | None:
    """How the sentence tells of the encounter that ``found`` names."""
    if language == "ko":
        return _read_korean(text, found, words)
    named, before = found.group(), text[: found.start()]
    clause = re.split(r"[.;!?。！？；]", text[found.end() :])[0]
    verb_last = language == "ja"
    if words.denied.search(clause if verb_last else before[-40:]):
        return None
    if language == "en":
        return _read_english(text, found, words)
    if language == "ru" and _RU_TOWARDS.search(before):
        return None
    if language == "ja" and (row := _JA_ROW.match(text[found.end() :])):
        # 日・バングラデシュ外相会談（アリ外務大臣）, 昼食会　※先方の都合により中止
        off = words.cancelled.search(row["note"] or "")
        return Telling("cancelled" if off else "held", True, False)
    unheld = read_unheld(text, found) if language == "ja" else None
    if unheld == "none":
        return None
    status = _status(before, clause, words, verb_last)
    if language == "ja" and status == "planned" and _JA_ENDS_PAST.search(named):
        status = "held"  # 脱炭素に向けた協力を話し合った: the words themselves are past
    if unheld and (status == "held" or unheld == "cancelled"):
        status = unheld
    if language == "zh" and status == "held" and (
        _ZH_GOES_ON.search(before) or _ZH_DURING.match(text[found.end() :])
    ):  # fmt: skip
        status = "planned"
    if words.cancelled_behind.search(clause):
        status = "cancelled"
    if language == "ru" and status == "planned" and _RU_FRONTED.search(before):
        # В телефонном разговоре он обсудил намеченный на осень визит
        told = RUSSIAN.past_markers.search(clause) and not words.planned_before.search(before[-60:])
        status = "held" if told else status
    if language == "ru" and status == "held" and _RU_PREPARED.search(before):
        status = "planned" if words.visit.search(named) else status
    if status == "held" and language == "ru" and _RU_DURING.search(before):
        lead = re.split(r"[;:]|\sчто\s", before)[-1]
        if RUSSIAN.future_markers.search(lead) and not RUSSIAN.past_markers.search(lead):
            status = "planned"  # проведёт встречу с ним во время визита: the trip is still to come
    if status == "held" and language == "ja" and _reads_ahead(text, found, clause):
        status = "planned"
    if status == "held" and words.named_planned.search(named):
        status = "planned"
    asserted = (
        bool(_VERB.search(named))
        or (language == "ru" and bool(_VERB.search(named[:1].lower() + named[1:])))
        or bool(words.asserts_behind.search(clause))
        or bool(words.asserts_before.search(before[-60:]))
    )
    refers = bool(words.refers_before.search(before[-24:])) or (
        not asserted and bool(words.refers_behind.search(clause))
    )
    recalled = bool(words.recalled.search(clause if verb_last else before[-24:]))
    recalled = recalled or (verb_last and bool(_JA_EARLIER.search(before[-16:])))
    if language == "ja" and named.endswith("会談") and _JA_HAS_MET.match(clause):
        asserted = recalled = True
    return Telling(status, asserted, refers, refers, recalled)


# 将访问德国，其间同总理举行会谈: what goes on under one 将 is planned with it, unless 了 says it is done.
_ZH_GOES_ON = re.compile(
    both_scripts(
        r"(?:^|[，。；：])[^。；了]{0,60}(?:(?<![一-龥])将|[^的不]将|计划|拟|定于|预计|即将)[^。；了]{1,40}，"
        r"(?:并(?!未|没)(?:将|拟)?|同(?!意)|与|赴|出席|共同|其间|期间|届时|随后|之后|访问期间|还|并在|同时)[^。；，了]{0,30}$"
    )
)


# 访问法国期间，王毅将会见: the trip is still to come.
_ZH_DURING = re.compile(both_scripts(r"[^，。；]{0,14}期间，[^。；，]{0,24}将"))


_JA_ROW = re.compile(r"^(?:[（(][^（）()]*[）)])?[\s　]*(?P<note>※.{0,40})?$")
# 今月16日、リマで会談している: looks back on talks that took place.
_JA_HAS_MET = re.compile(r"(?:し|を行っ)てい(?:る|た|ます|ました)(?:$|。|が、|ほか)")
_JA_ENDS_PAST = re.compile(r"(?:った|した|れた|ねた)$")
_JA_PLAIN = re.compile(r"(?:する|会う|訪れる|迎える|臨む)$")
_JA_WILL_TALK = re.compile(r"(?:す|し合う)(?:予定|見通し|方針|こと)?(?:だ|です)?$")
# 今後の協力について意見を交わした: the verb itself is past, whatever it was about.
_JA_PAST = re.compile(r"(?:し|い|っ|行い|行っ)?(?:た|ました)")
_JA_STOPS = re.compile(r"$|と(?:発表|明らか|述べ|伝え)|見通し|予定|方針|ことに|意向")
_JA_AHEAD = re.compile(
    r"(?:予定|見通し|方針|計画|見込み|意向|する|行う|開く|会う)(?:だ|です|である|を示した|という)?[」。\s]*$"
)


def _reads_ahead(text: str, found: re.Match[str], clause: str) -> bool:
    """国賓訪問する。 and 訪問し、…会談する予定だ: the plain present and its like tell of what is to come."""
    named = found.group()
    if named.endswith("す") and clause.startswith("る"):
        named, clause = named + "る", clause[1:]  # 訪米す|る
    if _JA_PLAIN.search(named) and _JA_STOPS.match(clause):
        return True
    if found.group().endswith("電話で話") and _JA_WILL_TALK.match(clause):
        return True
    goes_on = found.group().endswith("訪れ、") or (
        found.group().endswith(("し", "訪れ")) and clause.startswith("、")
    )
    return goes_on and bool(_JA_AHEAD.search(text))


_RU_FRONTED = re.compile(r"(?:^|[,.]\s)[Вв](?:\sходе|о\sвремя)?\s(?:[а-яё]+\s)?$")
_RU_PREPARED = re.compile(r"\bподготовк\w+\s(?:[а-яё]+\s){0,2}$")
_RU_DURING = re.compile(r"\b(?:во\sвремя|в\sходе|в\sрамках)\s(?:\S+\s){0,2}$")
# подготовку к саммиту: what is only prepared for or led to is not told of.
_RU_TOWARDS = re.compile(
    r"\b(?:подготовк\w+|готовност\w+|готов\w*|путь|интерес\w*|призыв\w*)\sк(?:о)?\s(?:\S+\s){0,2}$",
    re.IGNORECASE,
)


def _status(before: str, clause: str, words: MeetingWords, verb_last: bool) -> str:
    tail = before[-60:]
    if words.cancelled.search(clause if verb_last else tail):
        return "cancelled"
    if words.proposed.search(clause[:40] if verb_last else tail):
        planned = words.planned_before.search(tail)
        sure = planned and re.search(r"\bwill\b|\bto\b", planned.group())
        return "planned" if sure else "proposed"
    held = words.asserts_behind.match(clause) if verb_last else None
    if words.planned_behind.search(clause) and not (
        held
        and re.match(r".{0,12}(?:した|行った|行われた|開かれた)", clause)
        and not re.match(r"(?:を|する)?(?:する)?(?:意向|考え|方針|予定)|[にへ]向け", clause)
    ):
        return "planned"
    if verb_last and _JA_PAST.match(clause):
        return "held"
    return "planned" if words.planned_before.search(tail) else "held"


def _read_korean(text: str, found: re.Match[str], words: MeetingWords) -> Telling | None:
    """The verb behind the words tells: 가졌다, 열릴 예정이다; a tenseless 갖고 waits for the last verb."""
    named, before, behind = found.group(), text[: found.start()], text[found.end() :]
    if row := _KO_ROW.match(behind):
        # A row of a schedule: 한·호주 정상회담 (글래스고) ※ 조율 중, 국방차관회의 ▶ 내년으로 연기.
        note = row["note"] or ""
        off = _KO_ROW_OFF.search(note)
        open_ = _KO_ROW_OPEN.search(note)
        return Telling("cancelled" if off else "proposed" if open_ else "held", True, False)
    if named.endswith(("찾는다", "만난", "방문한")) and _KO_WILL.match(behind):
        return Telling("planned", True, False)
    if _KO_AFTER_TALKS.match(behind):
        return Telling("held", True, False)
    if any(p.match(behind) for p in (_KO_SPOKEN_OF, _KO_OUGHT, _KO_MAY_BE)):
        return None
    if words.visit.search(named) and _KO_UPSHOT.match(behind):
        return None
    if _KO_AWAITED.match(behind):
        return Telling("proposed", True, False)
    stop = next((b - found.end() for b in boundaries(text, "ko") if b > found.end()), len(behind))
    clause = behind[:stop]
    if _KO_ASKS.match(behind):
        return None
    if named.endswith(("계획", "일정")) and re.match(
        r"[을를이가은는]?\s?(?:\S+\s)?(?:접|취소|미뤄|미루|연기|백지화|철회|무산)", behind
    ):
        return Telling("cancelled", True, False)
    if (_KO_WAS_TO.search(before) or named.endswith("하려던")) and _KO_OFF.search(behind):
        return Telling("cancelled", True, False)
    if words.denied.match(clause) or _KO_FIRST.match(clause + behind[stop : stop + 40]):
        return None
    if behind.startswith("기로 ") and (named.startswith("만나") or _VERB.search(named)):
        return Telling("planned", True, False)
    if invited := _KO_INVITED.match(behind):
        return Telling("planned" if invited["taken"] else "proposed", True, False)
    if asked := _KO_ASKED.match(behind):
        accepted = re.search(
            r"(?:초청|요청|제안)(?:을|를)?\s(?:\S+\s)?(?:수락|받아들)|응(?:했|하기로)",
            asked["rest"],
        )
        return Telling("planned" if accepted else "proposed", True, False)
    verb = bool(_VERB.search(named))
    asserted = verb or bool(words.asserts_behind.search(clause))
    asserted = asserted or bool(_KO_JUST_HELD.search(before))
    this = bool(words.refers_before.search(before[-24:]))
    refers = this or (not asserted and bool(words.refers_behind.search(clause)))
    if _KO_SINCE.match(behind):
        return Telling("held", asserted, refers, this, True)
    recalled = bool(words.recalled.search(before[-30:])) or bool(
        _KO_EARLIER.search(before) and _KO_FOLLOWS.match(behind)
    )
    if words.cancelled.search(clause):
        return Telling("cancelled", asserted, refers, this)
    if words.proposed.search(clause) and (
        not named.startswith(("만나", "만났", "만난")) or re.match(r"자고|자는|기를|길", behind)
    ):
        return Telling("proposed", asserted, refers, this)
    recalled = recalled or bool(_KO_BEFORE_NOW.search(behind))
    if named.endswith(("기로", "하겠", "계획", "일정")):
        return Telling("planned", asserted, refers, this)
    if _KO_AGREED.match(clause):
        return Telling("planned", asserted, refers, this)
    ahead = words.planned_behind.search(clause)
    if ahead and _KO_AT.match(clause) and ahead.group().rstrip().endswith(("기로", "키로")):
        ahead = None  # 정상회담 결과 …확대하기로 했다: what was agreed there
    if ahead:
        done = words.held_behind.match(clause)
        if not done or _KO_PLAN_TOLD.match(clause):
            return Telling("planned", asserted, refers, this)
    if words.planned_before.search(before[-40:]):
        return Telling("planned", asserted, refers, this)
    past = _KO_DONE.search(named[-1:] + clause[-8:]) or _KO_TOOK_PLACE.match(clause)
    waits = bool(_KO_TENSELESS.search(clause))
    if (waits or verb) and not past and _KO_FINAL_FUTURE.search(text):
        return Telling("planned", asserted, refers, this)
    return Telling("held", asserted, refers, this, recalled)


def _read_english(text: str, found: re.Match[str], words: MeetingWords) -> Telling | None:
    named = found.group()
    bounds = [b for b in boundaries(text, "en") if b <= found.start()]
    before = text[bounds[-1] if bounds else 0 : found.start()]
    # "that", "and" open a clause whose helper verbs still stand before them.
    tail = before[-70:]
    clause = re.split(r"(?<![A-Z])[.;!?]\s", text[found.end() :])[0]
    verb = bool(_VERB.match(named)) and not _EN_NOUN.search(named + text[found.end() :][:2])
    this = bool(words.refers_before.search(text[max(0, found.start() - 40) : found.start()]))
    asserted = (
        verb or bool(words.asserts_behind.search(clause)) or bool(words.asserts_before.search(tail))
    )
    if re.search(r"(?:visit|trip)$", named) and _EN_REMARKS.search(tail):
        asserted = True
    refers = this or (not asserted and bool(words.refers_behind.search(clause)))
    recalled = bool(words.recalled.search(text[max(0, found.start() - 60) : found.start()]))
    if not verb and _EN_GOES_ON.search(tail) and not _EN_DAY.search(clause[:90]):
        return None
    if _EN_NEVER.match(clause):
        return None
    if _EN_HEADED.match(text[: found.start()]) or (not verb and _EN_BEGINS.search(tail)):
        return Telling("planned", True, False, False)
    if words.cancelled.search(tail) or _EN_CALLED_OFF.match(clause):
        return Telling("cancelled", True, refers, this)
    if _EN_AGREED_AT.search(tail) and not _EN_NEXT_ONE.search(tail):
        return Telling("held", True, refers, this, recalled)
    if words.planned_before.search(tail) or words.planned_behind.search(clause):
        return Telling("planned", True, refers, this)
    if _EN_WOULD.search(text[: found.start()]):
        return Telling("planned", True, refers, this)
    if not verb and (
        _EN_PREPARED.search(text[: found.start()]) or _EN_COMING_TOO.search(text[: found.start()])
    ):
        return Telling("planned", True, refers, this)
    if words.proposed.search(tail):
        return Telling("proposed", asserted, refers, this)
    if re.match(r"travel(?:l)?ing to", named):
        # "is traveling to Israel this week": under way or to come; without a verb before it, said in passing
        return (
            Telling("planned", True, False, False)
            if re.search(r"\b(?:is|are|be)\s$", tail)
            else None
        )
    if words.named_planned.match(named):
        return Telling("planned", True, False, False)
    if _EN_PRESENT.match(named) and _EN_WEEKDAY.match(clause):
        return Telling("planned", True, refers, this)
    if named.startswith("meet") and _EN_WENT_TO_MEET.search(before):
        return Telling("held", True, False, False)
    if (
        _EN_PURPOSE.search(tail)
        or (not _EN_PAST.match(named) and _EN_AND_TO.search(text[: found.start()]))
        or (not verb and _EN_TO_HOLD.search(tail))
        or (
            re.match(r"(?:meet|visit|speak|sit|talk|travel|host)\b", named)
            and re.search(r"\b(?:to|not|n’t|n't)\s(?:\w+\s)?$", tail)
        )
    ):
        return None
    return Telling("held", asserted, refers, this, recalled)
