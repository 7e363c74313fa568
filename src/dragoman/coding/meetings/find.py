"""Encounters: who met whom, when, where, in what form, held or to come.

In: a Scene with cues. Out: Meetings, one per encounter, with the sentences that tell of it. A
word that refers back ("이번 회담", "the meeting") adds to the encounter on the stage; a body's
session during which others met is their occasion, not a meeting of its own. The order stands here:
which words of a sentence tell of an encounter, and whether of a new one. Who met is read by
meetings/parties.py and meetings/pairs.py, all else that is known of it by meetings/made.py, which
tellings are one by meetings/folding.py; who stands on the stage between sentences by meetings/stage.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.around import inherit_day, inherit_trip
from dragoman.coding.meetings.company_en import find_company
from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.meetings.folding import fold_meeting, may_be_same
from dragoman.coding.meetings.made import make_meeting
from dragoman.coding.meetings.pairs import pair_up
from dragoman.coding.meetings.parties import parties_at, talked_with, with_people, with_speaker
from dragoman.coding.meetings.recalled_en import recalled_parties, recalls_by_day
from dragoman.coding.meetings.sessions import has_guests, host_body, inherit_session, is_session
from dragoman.coding.meetings.stage import leave, open_stage, set_stage, turn_to
from dragoman.coding.meetings.status import Telling, read_telling
from dragoman.coding.meetings.talk_en import (
    is_event_of_others,
    is_purpose,
    is_spoken_of,
    only_goes_on,
    only_points_back,
)
from dragoman.coding.meetings.talks_ru import complete_talks
from dragoman.coding.meetings.told import MeetingsTold, Spot
from dragoman.coding.meetings.visits import pair_visit
from dragoman.coding.people.hero_ko import names_stranger
from dragoman.coding.people.parties import HEADS, Discourse, Party, countries_of, state_at
from dragoman.coding.scene import Scene, Sentence

__all__ = ["Meeting", "find_meetings"]

# Words for talk that say nothing of its form: behind "a call", they mean the call.
_TALK = re.compile(r"обсудил[аи]?|협의|논의|대화|의견.*|이야기.*|協議|話し合.*|意見.*")
_OCCASION = re.compile(r"(?:을|를)?\s?계기(?:로|에|\s)")
# Words that many use who are no officials: they tell of an encounter where a person is named.
_NEEDS_PERSON = re.compile(
    r"(?:отбы|отбуд|вылет|отправ|полет|поед|проговор|увиде|его\s|её\s|ее\s|их\s|见面|見面|来华|來華|来[日韓])",
    re.IGNORECASE,
)
# 2+2 회의도 열었다, 会談も行った: another one than those told of before.
_ALSO_HELD = re.compile(r"도\s(?:\S+\s)?(?:열|개최|가졌|가지|했|하였|진행)|も(?:行|開|実施)")
_WAS_TOLD = re.compile(
    r"(?:Напомним,\s)?(?:[Рр]анее|[Дд]о\sэтого|[Нн]акануне)\s(?:[а-яё]+\s){0,3}?(?:сообщал|стало\sизвестно|анонсир|планировал|говорил)"
)
_KO_NEXT = re.compile(r"(?:차기|다음\s?번?|차회|제?\d+차)\s(?:\S+\s)?$")
_ZH_INVITED = re.compile(
    r"(?:欢迎|歡迎|邀请|邀請|支持|期待|希望|愿|願|预祝|預祝)[^，。；]{0,24}(?:出席|参加|參加|主办|主辦|举办|舉辦|办好|辦好)[^，。；]{0,10}$"
)
_AT = re.compile(
    r"\b(?:at|in|after|during|following|since|from)\s(?:the|a|this|last|its)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)

_GOES_ON = frozenset({"spoke", "conferred", "consulted", "talked"})
_ON = re.compile(
    r"\s(?:on|about|of)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z][a-z]+\.? \d)"
)
_EN_INVITATION = re.compile(r"\binvitation\sto\s(?:the\s)?(?:[A-Z]\w*\s)?$")
_KO_TODAY = re.compile(r"(?:이날|오늘|\d일)(?:\([^()]*\))?\s(?:\S+\s){0,5}$")
_KO_THEN = re.compile(
    r"(?:을|를)\s(?:마치고|마친|끝낸|가진|갖고|열고|하고)[\s,]|\s(?:후|뒤|직후)[\s,]"
)


def find_meetings(scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> list[Meeting]:
    """All encounters that the document tells of, in the order of their first telling.

    A session that served others as occasion is left out: it is in their ``occasion``.
    """
    told = MeetingsTold(scene, cues, discourse)
    open_stage(told)
    passage = -1
    for sentence in scene.sentences:
        turn_to(told, sentence)
        if sentence.passage > passage + 1 or not sentence.coded:
            discourse.set_subject([])
        passage = sentence.passage
        if sentence.coded and told.language == "ko" and names_stranger(sentence):
            discourse.forget()
        if sentence.coded and not (told.language == "en" and sentence.text.endswith("?")):
            _read_sentence(told, sentence)
        else:
            set_stage(told, sentence)
        leave(told, sentence)
    return [replace(m) for m in told.meetings if not has_guests(m, told.meetings)]


def _read_sentence(told: MeetingsTold, sentence: Sentence) -> None:
    if company := find_company(told, sentence):
        _join_in(told, sentence, company)
        return
    spots = []
    for found in told.words.named.finditer(sentence.text):
        # "meet its NATO commitments": English tells only behind the object what is meant.
        reach = 60 if found.group() in ("met", "meet", "meets") or found[0].endswith(" on") else 8
        around = sentence.text[max(0, found.start() - 8) : found.end() + reach]
        if not told.words.not_meant.search(around):
            spots.append(Spot(sentence, found))
    before = False
    for spot in spots:
        before = _read_words(told, spot, before) or before
    joint = any(m.kind == "joint" for m in sentence.mentions)
    if not spots and joint and (meeting := told.on_stage()):
        told.add_topics(meeting, sentence)


def _join_in(told: MeetingsTold, sentence: Sentence, company: list[Party]) -> None:
    """Those whom a sentence of its own names as taking part join the meeting told right before."""
    past = ("held", "background")
    held = [m for m in told.meetings if m.status in past and m.form != "visit"]
    last = held[-1] if held else None
    if told.lone is not None:
        spot, side = told.lone
        first = last is None or last.sentences[0].number < spot.sentence.number
        if first and sentence.number - spot.sentence.number <= _COMPANY_REACH:
            parties = with_people([*side, *company])
            if len(countries_of(parties)) > 1:
                telling = Telling("held", True, False)
                meeting = make_meeting(
                    told, spot, parties, telling, reference=False, visit=False, asserted=True
                )
                _keep(told, spot, meeting, telling, False, True)
                told.tell_more(meeting, sentence)
            return
    if last is not None and sentence.number - last.sentences[-1].number <= _COMPANY_REACH:
        last.parties = with_people([*last.parties, *company])
        if last.form == "meeting" and len(last.countries) > 2:
            last.form = "multilateral"
        told.tell_more(last, sentence)


# So many sentences behind a meeting may still say who else was there; chosen, not measured.
_COMPANY_REACH = 12


def _read_words(told: MeetingsTold, spot: Spot, before: bool) -> bool:
    """Read the words of a spot; whether a meeting of the sentence has been told by now.

    ``before``: words before these have told of one.
    """
    sentence, language = spot.sentence, told.language
    telling = read_telling(sentence.text, spot.found, told.words, language)
    met = _who_met(told, spot, telling) if telling is not None else None
    if telling is None or met is None:
        return False
    subject, groups, body = met
    if spot.named == "논의" and not talked_with(spot):
        return before  # 두 장관은 …를 논의했다: what the meeting was about
    if _NEEDS_PERSON.match(spot.named) and not any(p.person or p.office for p in subject):
        return before  # сборная Дании вылетела в Минск, 与丹麦队见面: nobody of state is named
    subject = with_speaker(told, sentence, subject, groups)
    asserted = telling.asserted or bool(language == "zh" and groups and subject)
    if language == "en" and not groups and (earlier := recalled_parties(told, spot)):
        past = replace(telling, status="background", asserted=True, recalled=True)
        one = make_meeting(told, spot, earlier, past, reference=False, visit=False, asserted=True)
        _keep(told, spot, one, past, False, True)
        return before
    visit = bool(told.words.visit.search(spot.named))
    if visit:
        subject, groups = pair_visit(
            sentence, spot.named, spot.start, spot.end, subject, groups, language
        )
        asserted = asserted or bool(language == "zh" and groups and subject)
    if language == "en" and not groups:
        joint = any(m.kind == "joint" and m.end < spot.start for m in sentence.mentions)
        if before and is_purpose(sentence.text, spot.found.start()):
            return before
        if body is None and joint and is_event_of_others(sentence.text, spot.found):
            return before
        if body is None and joint and is_spoken_of(spot.lead):
            return before
        back = only_points_back(sentence.text, spot.found.start())
        if back or only_goes_on(sentence, spot.found):
            if meeting := told.on_stage():
                told.tell_more(meeting, sentence)
            return False
        # "Mr. Sullivan and Mr. Kim also conferred on": the one that was told of goes on.
        talk = spot.named in _GOES_ON and _ON.match(spot.rest)
        if talk and (meeting := told.of(countries_of(subject))):
            told.tell_more(meeting, sentence)
            return False
    if telling.refers and not groups and len(countries_of(subject)) < 2 and body is None:
        # A word that points back means a held meeting unless it speaks of one to come.
        meeting = told.on_stage()
        if meeting and not visit and telling.status in (meeting.status, "held"):
            told.tell_more(meeting, sentence)
        return False
    if telling.this and not telling.asserted and not groups and language == "ko":
        # 한미 정상은 이번 통화에서: the one that was told of, whatever else has a day here.
        meeting = told.of(countries_of(subject))
        call = bool(told.words.call.search(spot.named))
        if meeting and call == (meeting.form == "call") and meeting.form != "visit":
            told.tell_more(meeting, sentence)
            return False
    if language == "ko" and not groups and spot.named in ("협의", "논의") and not sentence.dates:
        # 한미 외교장관은 최근 동향에 대해서도 협의했다: at the meeting or call told right before.
        meeting = told.of(countries_of(subject)) if len(countries_of(subject)) > 1 else None
        near = meeting and sentence.number - meeting.sentences[-1].number <= 2
        if meeting and near and meeting.status == "held" and meeting.form != "visit":
            told.tell_more(meeting, sentence)
            return False
    spoken_of = language == "ru" and before and not (asserted or visit or groups or body)
    if spoken_of and telling.status == "planned":
        return before  # в разговоре он обсудил намеченный на осень саммит
    compound = any(m.kind == "states" for m in sentence.mentions)
    # "building on the Summit between A and B in November": an earlier one, recalled by its day.
    others = language == "en" and bool(groups) and not asserted and recalls_by_day(told, spot)
    unsure = telling.status == "held" and not (compound or telling.refers or others)
    generic = before and bool(_TALK.fullmatch(spot.named))
    reference = telling.refers or (before and not asserted) or generic
    made = False
    for parties in pair_up(told, sentence, subject, groups, visit):
        if len(countries_of(parties)) < 2 and not is_session(told, parties, spot.named):
            alone = telling.asserted and telling.status == "held" and not visit and not groups
            if language == "en" and alone and any(p.person for p in parties):
                told.lone = (spot, parties)
            continue
        if not asserted and unsure:
            continue
        made = True
        meeting = make_meeting(
            told, spot, with_people(parties), telling,
            reference=reference, visit=visit, asserted=asserted,
        )  # fmt: skip
        if others and meeting.status in ("held", "background"):
            meeting.status = "background"
            _keep(told, spot, meeting, telling, visit, True)
            continue
        _keep(told, spot, meeting, telling, visit, asserted)
    return made


def _who_met(
    told: MeetingsTold, spot: Spot, telling: Telling
) -> tuple[list[Party], list[list[Party]], Party | None] | None:
    """(subject, groups met with, body that sits); None where the words say what others met at."""
    subject, groups = parties_at(told, spot)
    if told.language == "ru":
        cues = told.cues[spot.sentence.number]
        subject, groups = complete_talks(
            told.scene, spot.sentence, cues, spot.found, subject, groups
        )
    if (body := host_body(told, spot)) is not None:
        # "at the NATO Summit": where others met, not yet that it sat; 欢迎各国领导人出席二十国集团峰会:
        # it is to come.
        elsewhere = _AT.search(spot.lead) or _ZH_INVITED.search(spot.lead)
        if telling.status == "proposed" and _EN_INVITATION.search(spot.lead):
            return None  # "the invitation to the G20 Summit is a recognition"
        return None if telling.status == "held" and elsewhere else ([body], [], body)
    if told.language == "ko" and _OCCASION.match(spot.rest):
        return None  # 유엔 총회를 계기로: at whose side they met
    if not groups and len(countries_of(subject)) == 1 and telling.asserted:
        # 아랍연맹은 긴급 정상회의를 소집한다: the body itself sits.
        body = next((p for p in subject if p.sector == "IGO" and not p.person), None)
    alone = told.language == "ko" and len(countries_of(subject)) == 1 and not groups and not body
    if alone and _KO_THEN.match(spot.rest) and _KO_TODAY.search(spot.lead):
        # 대통령은 이날 정상회담을 마친 뒤: with whom stands in the title, or was told before.
        stage = told.discourse.on_stage
        if len(countries_of(stage)) == 2 and subject[0].country in countries_of(stage):
            subject = [*subject, *stage]
    unnamed = told.language == "ko" and not subject and not groups
    if unnamed and telling.status == "planned" and _KO_NEXT.search(spot.lead):
        subject = list(told.discourse.on_stage)  # 차기 협의회는 내년 … 열릴 예정이다
    if told.language == "ko" and "정상" in spot.named and not groups and len(subject) > 1:
        # 양 장관은 9월 정상회담에서 합의한 점을 재확인했다: ministers who recall a summit were no party.
        subject = [
            state_at(p.country, p.start, p.end)
            if p.country and p.person and (p.office or "president") not in HEADS else p
            for p in subject
        ]  # fmt: skip
    return subject, groups, body


def _was_told(told: MeetingsTold, spot: Spot, meeting: Meeting) -> bool:
    """Ранее сообщалось, что встреча пройдёт за закрытыми дверями: of one that was held since."""
    held = told.of(meeting.countries)
    if meeting.status != "planned" or held is None or held.status != "held":
        return False
    names = {p.country: p.name for p in held.parties if p.name}
    strangers = [p for p in meeting.parties if p.name and names.get(p.country, p.name) != p.name]
    return not strangers and bool(_WAS_TOLD.match(spot.sentence.text))


def _keep(
    told: MeetingsTold, spot: Spot, meeting: Meeting, telling: Telling, visit: bool, asserted: bool
) -> None:
    """Add a meeting to those told, or to the one among them that it is."""
    sits = meeting.session and meeting.status != "cancelled"
    dated = meeting.date is not None
    if not meeting.session:
        inherit_session(told, meeting, spot.sentence)
    if told.language == "ru" and _was_told(told, spot, meeting):
        return
    also = asserted and told.verb_last and bool(_ALSO_HELD.match(spot.rest))
    same = (m for m in reversed(told.meetings) if may_be_same(m, meeting))
    known = None if also else next(same, None)
    past = meeting.status in ("held", "background")
    if known is None and not asserted and told.language == "en" and past:
        return  # "since the relaunch of the U.S.-Mexico Dialogue": named, not told of.
    if known is not None:
        fold_meeting(known, meeting)
        told.tell_more(known, spot.sentence)
        meeting = known
    else:
        if told.language == "en" and meeting.status == "held":
            inherit_trip(told, meeting)
        bare = not dated and not any(p.person for p in meeting.parties)
        if meeting.status == "held" and meeting.reference and bare and not asserted:
            # "한미 정상회담에서 합의한 대로": recalled, not reported, unless it is this one.
            if not telling.this and not meeting.session:
                meeting.status = "background"
        elif meeting.status == "held" and meeting.date is None:
            inherit_day(told, meeting)
            meeting.date = meeting.date or told.day
        told.meetings.append(meeting)
    if sits:
        told.session = meeting
    elif not visit and meeting.status != "background":
        told.discourse.enter(meeting.parties)
