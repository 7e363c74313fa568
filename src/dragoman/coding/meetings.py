"""Encounters: who met whom, when, where, in what form, held or to come.

In: a Scene with cues. Out: Meetings, one per encounter, with the sentences that tell of it. A
word that refers back ("이번 회담", "the meeting") adds to the encounter on the stage; a body's
session during which others met is their occasion, not a meeting of its own. Who meets whom at a
word is read by encounters.py, what else is known of it by meeting_facts.py, which tellings are one
by meeting_folding.py.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dragoman.coding.arguments import PARTY_FINDERS
from dragoman.coding.clauses import overt_topics
from dragoman.coding.counterparts_zh import joint_subject
from dragoman.coding.cue import Cue
from dragoman.coding.encounters import find_korean_parties, find_other_parties, gap_between
from dragoman.coding.encounters_en import find_english_parties, find_joint_subject
from dragoman.coding.hero_ko import find_hero, names_stranger
from dragoman.coding.main_pair import find_main_pair
from dragoman.coding.meeting_days import coming_day, coming_weekday, day_of_heading, past_year
from dragoman.coding.meeting_facts import (
    Meeting,
    date_of,
    form_of,
    level_of,
    occasion_of,
    place_of,
)
from dragoman.coding.meeting_folding import fold_meeting, may_be_same
from dragoman.coding.meeting_status import Telling, read_telling
from dragoman.coding.meeting_talk_en import (
    is_event_of_others,
    is_of_their_teams,
    only_points_back,
    settle_form,
)
from dragoman.coding.meeting_visits import destination_of, pair_visit, town_before
from dragoman.coding.meeting_words import MEETING_WORDS
from dragoman.coding.mention import Mention
from dragoman.coding.parties import (
    Discourse,
    Party,
    countries_of,
    leading_first,
    party_of,
    state_of,
)
from dragoman.coding.pointing_ja import reads_official
from dragoman.coding.pronouns import antecedent
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.status import is_background
from dragoman.coding.talks_ru import complete_talks, headline_pair
from dragoman.coding.topics import find_topics
from dragoman.languages.dates import DateMention
from dragoman.records import Form

__all__ = ["Meeting", "find_meetings"]

_HEADS_OF = re.compile(
    r"\b(?:ministers|leaders|presidents|(?:deputy )?national security advis[eo]rs) (?:of|from)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"today|yesterday|this (?:morning|afternoon|evening)", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:ahead of|in advance of|prior to|before|preparations? for|plans for|upcoming|forthcoming|discuss(?:ed|ing)?)\s[^.;:]{0,60}$"
)
_FOR_IT = re.compile(r"\bfor\s(?:an?|the|their|its)\s(?:[\w-]+\s){0,3}$")
# "They also spoke on trade"; not "They last spoke on December 6".
_ABOUT = re.compile(
    r"\s(?:about|of|on)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z][a-z]+\.? \d)"
)
_SITS = re.compile(r"(?:met|meets?|(?:(?:is|are) )?(?:gather|conven)\w*)$")
_LAST_MET = re.compile(r"\blast\s$")
# Words for talk that say nothing of its form: behind "a call", they mean the call.
_TALK = re.compile(r"협의|논의|대화|의견.*|이야기.*|協議|話し合.*|意見.*")
_OCCASION = re.compile(r"(?:을|를)?\s?계기(?:로|에|\s)")
_SAME_DAY = re.compile(
    r"(?:\S+\s){0,2}?(?:이에 앞서|이어|같은 날|이날)\s(?:\S+\s)?(?:오전|오후|저녁)|(?:[^、。]{0,12}?は)?(?:これに先立ち|同日|続いて)"
)
_GOES_ON_TO = re.compile(r"(?:이어서?|또한?|아울러)\s[^.]{2,60}[와과](?:도|는)\s")
# Soon is no day: なるべく早く開く, 조속히 개최.
_SOON = re.compile(
    r"なるべく早|できるだけ早|早期に|早急に|조속히|조속한|이른 시일|빠른 시기|편리한 시기"
)
# Words that many use who are no officials: they tell of an encounter where a person is named.
_NEEDS_PERSON = re.compile(
    r"(?:отбы|отбуд|вылет|отправ|полет|поед|проговор|увиде|его\s|её\s|ее\s|их\s|见面|見面|来华|來華)",
    re.IGNORECASE,
)
_RU_TRAVELLERS = re.compile(
    r"\b(?![Оо]ни\b)[А-ЯЁа-яё]{2,}(?:ы|и|ики|цы|ист|ик|ец|ор|ер|тель|ия|да|анда)\s(?:отбудут?|отбы|вылет|отправ|полет|поед|приле|приех|прибы|прибуд|побыва|посет|ездил)"
)
# In Russian and Chinese: the same day, or during the same stay.
_SAME_SETTING = re.compile(
    r"(?:В\sтот\sже\sдень|Затем|Позже|После\s(?:этого|переговоров|встречи)|Перед\sэтим|В\sрамках\sвизита|В\sходе\s(?:визита|поездки))[\s,]"
    r"|(?:同日|当天|當天|会后|會後|访.{0,3}期间|訪.{0,3}期間|访问期间|訪問期間|随后|隨後)"
)
# The verb has a doer: 취소했다, 取りやめた; not 취소됐다, 中止になった.
_CALLS_OFF = re.compile(
    r"(?:을|를)\s(?:\S+\s){0,4}?\S{0,4}?(?:취소|연기|철회|거부)(?:했|하)|を(?:[^。、]{0,16}?)(?:取りやめ|中止し|見送|キャンセルし)"
)
_ALSO = re.compile(r"[가-힣][와과]도\s|[^\s]とも(?:電話|会談|会い|相次)")
# 지난해 11월 리마 회담에 이어 다시 만났다, 昨年11月の会談に続き: day and town before it are the other's.
_FOLLOWS_ON = re.compile(
    r"(?:회담|회동|만남|회의|통화|협의)에\s(?:이어|이은)[,\s]|(?:会談|会合|協議)に(?:続き|続いて|続く|次ぎ)"
)
# 2+2 회의도 열었다, 会談も行った: another one than those told of before.
_ALSO_HELD = re.compile(r"도\s(?:\S+\s)?(?:열|개최|가졌|가지|했|하였|진행)|も(?:行|開|実施)")
_KO_APART = re.compile(r"님?[와과][는도]\s")
_KO_NEXT = re.compile(r"(?:차기|다음\s?번?|차회|제?\d+차)\s(?:\S+\s)?$")
_ZH_INVITED = re.compile(
    r"(?:欢迎|歡迎|邀请|邀請|支持|期待|希望|愿|願|预祝|預祝)[^，。；]{0,24}(?:出席|参加|參加|主办|主辦|举办|舉辦|办好|辦好)[^，。；]{0,10}$"
)
_SIDE_BY_SIDE = re.compile(r"[와과と,、·・]|및|그리고|及び|や")
_AT = re.compile(
    r"\b(?:at|in|after|during|following|since|from)\s(?:the|a|this|last|its)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)


def _only_goes_on(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the words only say what was spoken of: "They also spoke about trade", "the leaders will
    consider it at the Summit"."""
    joint = [
        m
        for m in sentence.mentions
        if m.kind == "joint" and m.end <= sentence.start + found.start()
    ]
    gap = sentence.text[joint[-1].end - sentence.start : found.start()] if joint else ""
    if not joint:
        return False
    if found.group() in ("spoke", "talked"):
        behind = sentence.text[found.end() :]
        return len(gap) <= 12 and bool(_ABOUT.match(behind))
    at_it = re.search(r"\bwill\s[^.;:]{0,60}\bat the\s$", sentence.text[: found.start()])
    return bool(at_it and re.fullmatch(r"[Ss]ummit|[Mm]eeting|[Cc]onference", found.group()))


class _Reader:
    """Walks the sentences of a scene and gathers meetings."""

    def __init__(self, scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> None:
        self.scene = scene
        self.cues = cues
        self.discourse = discourse
        self.words = MEETING_WORDS.get(scene.language, MEETING_WORDS["en"])
        self.verb_last = scene.language in ("ko", "ja")
        self.meetings: list[Meeting] = []
        self.session: Meeting | None = None
        self.day: DateMention | None = None
        self.hero = discourse.hero = find_hero(scene, cues)

    # ------------------------------------------------------------------ parties
    def _parties_of(
        self, sentence: Sentence, start: int, end: int
    ) -> tuple[list[Party], list[list[Party]]]:
        """(subject parties, groups met with) for the meeting words [start, end)."""
        cues, language = self.cues[sentence.number], self.scene.language
        if language == "ko":
            own, met = find_korean_parties(sentence, cues, start, end)
        elif language == "en":
            own, met = find_english_parties(sentence, cues, start, end)
        elif (find := PARTY_FINDERS.get(language)) is not None:
            own, met = find(sentence, cues, start, end)
        else:
            own, met = find_other_parties(sentence, cues, start, end, language)
        groups = [[p for i in group for p in self._named(sentence, i)] for group in met]
        subject = [p for i in own for p in self._named(sentence, i)]
        if language == "en" and _LAST_MET.search(sentence.text[: start - sentence.start]):
            # "They last met in May": the states did; whether in the same persons is not said.
            joint = [sentence.mentions[i] for i in own if sentence.mentions[i].kind == "joint"]
            subject = [state_of(p, m) for m in joint for p in self._expand(m)] or subject
        if language == "en" and (teams := self._teams(sentence, start, end)):
            return teams, []
        return subject, [group for group in groups if group]

    def _teams(self, sentence: Sentence, start: int, end: int) -> list[Party]:
        """The states whose teams are to meet, where a sentence says so of two on the stage."""
        found = self.words.named.match(sentence.text, start - sentence.start)
        if found is None or not is_of_their_teams(sentence.text, found):
            return []
        joint = next((m for m in sentence.mentions if m.kind == "joint"), None)
        parties = self._expand(joint) if joint else self.discourse.on_stage
        spot = joint or Mention(start, end, found.group(), "joint")
        return [state_of(p, spot) for p in parties]

    def _named(self, sentence: Sentence, index: int) -> list[Party]:
        mention = sentence.mentions[index]
        if self.scene.language == "en":
            mention = antecedent(sentence, self.cues[sentence.number], mention) or mention
        return self._expand(mention)

    def _expand(self, mention: Mention) -> list[Party]:
        if mention.kind in ("joint", "pronoun"):
            return self.discourse.bind(mention)
        if mention.office == "spokesperson":
            return []  # who announces a meeting is not who meets
        return [p for p in party_of(mention) if p.country or p.name]

    # ------------------------------------------------------------------ reading
    def read(self) -> list[Meeting]:
        """All meetings of the scene, in the order of their first telling."""
        passage = -1
        if self.scene.language == "ru":
            self.discourse.turn_to(-1)
            self.discourse.enter(headline_pair(self.scene))
        if self.scene.language == "en":
            for sentence in self.scene.sentences:
                self.discourse.hear(sentence.number, sentence.mentions)
        if self.scene.language == "zh":
            self.discourse.set_spare(find_main_pair(self.scene), anew=True)
        for sentence in self.scene.sentences:
            self.discourse.turn_to(sentence.number)
            if self.scene.language == "zh":
                cues = self.cues[sentence.number]
                self.discourse.set_spare(joint_subject(sentence, cues))
            if sentence.passage > passage + 1 or not sentence.coded:
                self.discourse.set_subject([])
            passage = sentence.passage
            if sentence.coded and self.scene.language == "ko" and names_stranger(sentence):
                self.discourse.forget()
            if sentence.coded and not (self.scene.language == "en" and sentence.text.endswith("?")):
                self._read_sentence(sentence)
            else:
                self._set_stage(sentence)
                if sentence.role in ("heading", "title") and (language := self.scene.language) in (
                    "en",
                    "ja",
                    "ko",
                ):
                    self.day = day_of_heading(sentence, language, self.scene.anchor)
            cues = self.cues[sentence.number]
            heads = [
                m for m, cue in zip(sentence.mentions, cues, strict=True)
                if cue in ("topic", "subject") and m.kind in ("person", "office", "state")
            ]  # fmt: skip
            if self.scene.language in ("ko", "ja"):
                heads = leading_first(sentence, cues, heads)
            if sentence.coded and self.scene.language in ("ko", "ja"):
                # 사우디와 이란이 합의했다. 두 나라는 …: two who act together are on the stage.
                self.discourse.enter(self._joint_subject(sentence, cues))
            if sentence.coded and heads and (parties := self._expand(heads[0])):
                self.discourse.set_subject(parties)
            if self.scene.language == "en" and sentence.coded:
                # "Biden and Xi agreed. The leaders …": two who act together are on the stage.
                self.discourse.enter(
                    [
                        p
                        for i in find_joint_subject(sentence, cues)
                        for p in self._named(sentence, i)
                    ]
                )
        return self.meetings

    def _joint_subject(self, sentence: Sentence, cues: list[Cue]) -> list[Party]:
        """Those whom the head of a Korean or Japanese sentence names side by side as its subject."""
        subjects = [i for i, cue in enumerate(cues) if cue in ("topic", "subject")]
        own = subjects[:1]
        if own and cues[own[0]] == "subject" and self.scene.language == "ko":
            # 이 기금은 독일과 노르웨이가 출연을 끊으면서 …: the sentence is on something else.
            lead = sentence.text[: sentence.mentions[own[0]].start - sentence.start]
            if overt_topics(lead, 0, len(lead)):
                return []
        for i in subjects[1:]:
            gap = gap_between(sentence, own[-1], i)
            if i != own[-1] + 1 or len(gap) > 14 or not _SIDE_BY_SIDE.search(gap):
                break
            own.append(i)
        return _distinct([p for i in own for p in self._named(sentence, i)])

    def _set_stage(self, sentence: Sentence) -> None:
        """A heading puts those whom it names on the stage for what stands below it."""
        groups = [m for m in sentence.mentions if m.kind == "states"]
        named = [p for m in sentence.mentions if m.kind != "place" for p in party_of(m)]
        countries = frozenset(groups[0].members) if groups else frozenset(countries_of(named))
        for meeting in reversed(self.meetings):
            if meeting.countries == countries:
                self.discourse.enter(meeting.parties)
                return
        if groups:
            self.discourse.enter(party_of(groups[0]))
        elif len(countries) == 2 and (
            self.words.named.search(sentence.text) or self.scene.language == "ja"
        ):
            self.discourse.enter(self._with_people(_distinct(named)))

    def _read_sentence(self, sentence: Sentence) -> None:
        spans = []
        for found in self.words.named.finditer(sentence.text):
            # "meet its NATO commitments": English tells only behind the object what is meant.
            reach = 28 if found.group() in ("met", "meet", "meets") else 8
            around = sentence.text[max(0, found.start() - 8) : found.end() + reach]
            if not self.words.not_meant.search(around):
                spans.append(found)
        told = False
        for found in spans:
            told = self._read_words(sentence, found, told) or told
        if not spans:
            joint = [m for m in sentence.mentions if m.kind == "joint"]
            topics = find_topics(sentence.text, self.scene.language)
            if joint and topics and (meeting := self._on_stage()):
                self._add_topics(meeting, topics)

    def _on_stage(self) -> Meeting | None:
        stage = frozenset(countries_of(self.discourse.on_stage))
        for meeting in reversed(self.meetings):
            if meeting.countries == stage:
                return meeting
        return None

    def _add_topics(self, meeting: Meeting, topics: tuple[str, ...]) -> None:
        meeting.topics += [t for t in topics if t not in meeting.topics]

    def _read_words(self, sentence: Sentence, found: re.Match[str], told: bool) -> bool:
        named = found.group()
        start, end = sentence.start + found.start(), sentence.start + found.end()
        telling = read_telling(sentence.text, found, self.words, self.scene.language)
        if telling is None:
            return False
        subject, groups = self._parties_of(sentence, start, end)
        if self.scene.language == "ru":
            own_cues = self.cues[sentence.number]
            subject, groups = complete_talks(self.scene, sentence, own_cues, found, subject, groups)
        if (body := self._host_body(sentence, start, end, named)) is not None:
            if telling.status == "held" and _AT.search(sentence.text[: found.start()]):
                return False  # "at the NATO Summit": where others met, not yet that it sat.
            if telling.status == "held" and _ZH_INVITED.search(sentence.text[: found.start()]):
                return False  # 欢迎各国领导人出席二十国集团峰会: it is to come
            subject, groups = [body], []
        elif self.scene.language == "ko" and _OCCASION.match(sentence.text[found.end() :]):
            return False  # 유엔 총회를 계기로: at whose side they met
        elif not groups and len(countries_of(subject)) == 1 and telling.asserted:
            # 아랍연맹은 긴급 정상회의를 소집한다: the body itself sits.
            body = next((p for p in subject if p.sector == "IGO" and not p.person), None)
        if (
            self.scene.language == "ko" and not subject and not groups
            and telling.status == "planned" and _KO_NEXT.search(sentence.text[: found.start()])
        ):  # fmt: skip
            subject = list(self.discourse.on_stage)  # 차기 협의회는 내년 … 열릴 예정이다
        if named == "논의" and not self._talked_with(sentence, start):
            return told  # 두 장관은 …를 논의했다: what the meeting was about
        if _NEEDS_PERSON.match(named) and not any(p.person or p.office for p in subject):
            return told  # сборная Дании вылетела в Минск, 与丹麦队见面: nobody of state is named
        subject = self._with_speaker(sentence, subject, groups)
        asserted = telling.asserted
        if self.scene.language == "zh":
            asserted = asserted or bool(groups and subject)
        refers = telling.refers
        visit = bool(self.words.visit.search(named))
        if visit:
            subject, groups = pair_visit(
                sentence, named, start, end, subject, groups, self.scene.language
            )
            if self.scene.language == "zh":
                asserted = asserted or bool(groups and subject)
        if (
            told
            and self.scene.language == "en"
            and not groups
            and _FOR_IT.search(sentence.text[: found.start()])
        ):
            return told  # "gathered in Brussels for a summit"
        if self.scene.language == "en" and not groups and body is None and (
            is_event_of_others(sentence.text, found)
            and any(m.kind == "joint" and m.end < start for m in sentence.mentions)
        ):  # fmt: skip
            return told
        back = self.scene.language == "en" and only_points_back(sentence.text, found.start())
        if self.scene.language == "en" and not groups and (back or _only_goes_on(sentence, found)):
            meeting = self._on_stage()
            if meeting:
                self._tell(meeting, sentence)
                self._add_topics(meeting, find_topics(sentence.text, "en"))
            return False
        if refers and not groups and len(countries_of(subject)) < 2 and body is None:
            meeting = self._on_stage()
            if meeting and not visit and self._fits(meeting, telling):
                self._tell(meeting, sentence)
                self._add_topics(meeting, find_topics(sentence.text, self.scene.language))
            return False
        made = False
        for parties in self._pair_up(sentence, subject, groups, visit):
            if len(countries_of(parties)) < 2 and not self._is_session(parties, named):
                continue
            compound = any(m.kind == "states" for m in sentence.mentions)
            if not asserted and telling.status == "held" and not (compound or refers):
                continue
            made = True
            generic = told and bool(_TALK.fullmatch(named))
            reference = refers or (told and not asserted) or generic
            self._keep(sentence, found, parties, telling, reference, visit, asserted)
        return made

    def _talked_with(self, sentence: Sentence, start: int) -> bool:
        """체코 대통령과는 원전을 논의했다: whether the sentence sets a person apart as the one talked with."""
        return any(
            m.kind in ("person", "office") and m.end <= start
            and _KO_APART.match(sentence.text, m.end - sentence.start)
            for m in sentence.mentions
        )  # fmt: skip

    def _with_speaker(
        self, sentence: Sentence, subject: list[Party], groups: list[list[Party]]
    ) -> list[Party]:
        """28일에는 블링컨 국무장관과 한미 외교장관회담을: who goes on stands for his state of the compound."""
        if self.scene.language not in ("ko", "ja") or groups or len(countries_of(subject)) < 2:
            return subject
        named = {p.country for p in subject if p.person}
        own = [p for p in self.discourse.subject if p.person and p.country in countries_of(subject)]
        overt = any(c in ("topic", "subject") for c in self.cues[sentence.number])
        if overt or not named or not own or own[0].country in named:
            return subject
        return [own[0], *subject]

    def _fits(self, meeting: Meeting, telling: Telling) -> bool:
        """A word that points back means a held meeting unless it speaks of one to come."""
        return meeting.status == telling.status or telling.status == "held"

    def _host_body(self, sentence: Sentence, start: int, end: int, named: str) -> Party | None:
        """The body whose session the words name: APEC 각료회의, the G20 summit."""
        if not self.words.session.search(named):
            return None
        for mention in sentence.mentions:
            inside = start <= mention.start and mention.end <= end
            gap = sentence.text[mention.end - sentence.start : max(0, start - sentence.start)]
            ahead = 0 <= start - mention.end <= 14 and not re.search(
                r"[.,、。]|(?:은|는|이|가|을|를|와|과|및|with|and|to|for)\s", gap
            )
            # Саммит ШОС: the body stands in the genitive behind.
            behind = self.scene.language == "ru" and 0 <= mention.start - end <= 1
            if (
                mention.kind == "body" and mention.sector == "IGO" and mention.country
                and (inside or ahead or behind)
            ):  # fmt: skip
                return party_of(mention)[0]
        return None

    def _is_session(self, parties: list[Party], named: str) -> bool:
        sits = self.scene.language == "en" and _SITS.match(named)
        return bool(sits or self.words.session.search(named)) and any(
            p.sector == "IGO" and not p.person for p in parties
        )

    def _pair_up(
        self, sentence: Sentence, subject: list[Party], groups: list[list[Party]], visit: bool
    ) -> list[list[Party]]:
        if not groups:
            return [subject] if subject else []
        # 中方欢迎布里德市长访华: somebody whom no table knows travels, not whoever acted last.
        # теннисисты отправятся в Марсель: so in Russian, where a noun stands before the verb.
        somebody = visit and (
            self.scene.language == "zh"
            or (self.scene.language == "ru" and bool(_RU_TRAVELLERS.search(sentence.text)))
        )
        if not subject and self.scene.language != "en" and not somebody:
            subject = [p for p in self.discourse.subject if p.person or not visit][:1]
            document = self.scene.document
            overt = any(c in ("topic", "subject") for c in self.cues[sentence.number])
            if self.scene.language == "ko" and visit and overt:
                return []  # 이 대통령은 대표단의 방한을 환영했다: who came is not told
            met = {p.country for g in groups for p in g}
            hero = bool(self.hero) and not overt and self.hero[0].country not in met
            # The text's own minister has acted last: he met, and not his government at large.
            hero = hero and self.hero[0].country not in countries_of(subject)
            if hero and (self.hero[0].person or not visit):
                subject = list(self.hero)
            elif _ALSO.search(sentence.text) and not overt and self.meetings:
                # 이어 베트남 주석과도 통화했다: whoever met the one before
                subject = self.meetings[-1].parties[:1]
            home = document.publisher_country
            own_text = self.scene.language == "ja" and reads_official(
                document, self.scene.sentences
            )
            if own_text and home and not overt and subject and subject[0].country != home:
                subject = []  # the publisher's own goes on, whoever spoke last
            if not subject and not overt and (document.official or own_text) and home:
                # 米国、韓国とも電話で協議し: in a ministry's own text, who does not say is we.
                subject = [Party(home, None, home, None, "GOV", sentence.start, sentence.end)]
        each = bool(self.words.each.search(sentence.text))
        own = countries_of(subject)
        others = [[p for p in g if p.country not in own or p.person] for g in groups]
        others = [g for g in others if g]
        if visit and len(countries_of(subject)) > 1 and self.scene.language == "zh" and each:
            # 老挝、越南、东帝汶外长将分别访问中国
            return [[p, *g] for p in subject for g in others]
        if visit:
            return [subject + g for g in others] if subject else []
        if each and len(others) == 1 and not any(p.person for p in others[0]):
            others = [[p] for p in others[0]]  # 米韓両国代表とそれぞれ電話で
        if (
            self.scene.language == "ko"
            and each
            and len(others) == 1
            and len(countries_of(others[0])) > 1
        ):
            others = [[p] for p in others[0]]  # A 사무차장, B 국방차관을 각각 만나
        if len(others) > 1 and each:
            return [subject + g for g in others]
        return [subject + [p for g in others for p in g]]

    # ------------------------------------------------------------------ keeping
    def _keep(
        self, sentence: Sentence, found: re.Match[str], parties: list[Party], telling: Telling,
        reference: bool, visit: bool, asserted: bool,
    ) -> None:  # fmt: skip
        words, named, language = self.words, found.group(), self.scene.language
        start, end = sentence.start + found.start(), sentence.start + found.end()
        parties = self._with_people(_distinct(parties))
        reach = (
            120 if named == "discussed" or named.startswith("обсудил") else 14
        )  # "discussed ... by phone"
        around = sentence.text[max(0, found.start() - 14) : found.end() + reach]
        form = "visit" if visit else form_of(words, named, around, parties)
        if language == "en" and form == "call":
            form = settle_form(form, named, sentence.text, *self._told_form(parties))
        session = self._is_session(parties, named) and (
            all(p.sector == "IGO" for p in parties) or len(countries_of(parties)) == 1
        )
        if session:
            form = "multilateral"
        status = telling.status
        if status == "held" and (
            telling.recalled or is_background(self.scene, sentence, start, end)
        ):
            status = "background"
        published = self.scene.document.published
        since = published[:10] if published and status in ("planned", "proposed") else None
        own, cues = _behind_another(sentence, self.cues[sentence.number], found.start())
        date = date_of(own, start, end, self.verb_last, years=status != "held", since=since)
        if status == "held" and asserted and language in ("en", "zh", "ru"):
            date = past_year(date, published)
        if status == "held" and self._lies_ahead(date, 1 if asserted and language == "en" else 0):
            status = "planned"
        if (
            language == "en"
            and status == "planned"
            and date is not None
            and _TODAY.match(date.when.text or "")
        ):
            # "met today ahead of the summit": the day is the meeting's, not the summit's.
            date = None if _AHEAD.search(sentence.text[: found.start()]) else date
        if language == "en" and status in ("planned", "proposed", "held"):
            date = coming_weekday(date, published, past=status == "held")
        elif language in ("ko", "ja") and status in ("planned", "proposed"):
            date = coming_day(date, published)
        ahead = status in ("planned", "proposed") and language in ("ko", "ja")
        if ahead and _SOON.search(sentence.text[max(0, found.start() - 16) : found.end() + 16]):
            date = None
        if language in ("ko", "ja") and words.each.search(sentence.text):
            date = _own_day(sentence, parties, start) or date
        meeting = Meeting(
            parties, form, level_of(parties, words, named + self._level_words(sentence, parties, around)), status, date,
            None if language == "en" and form in ("call", "video")
            else place_of(own, cues, start, self.verb_last, language not in ("zh", "ru"))
            or (destination_of(sentence, end) if language == "en" and visit else None),
            occasion_of(sentence, words, language), [sentence],
            list(find_topics(sentence.text, language)), reference, session,
            sure=0.9 if asserted and not reference else 0.7,
        )  # fmt: skip
        if visit and meeting.place is None and language != "en" and len(parties) > 1:
            # A trip takes place in the state that it goes to, where no town is told.
            host = parties[-1]
            told_as = sentence.text[host.start - sentence.start : host.end - sentence.start]
            if len(host.country or "") == 3 and sentence.start <= host.start and told_as:
                meeting.place = town_before(sentence, start) or Mention(
                    host.start, host.end, told_as, "place", host.country
                )
        if meeting.place is None and not visit and form not in ("call", "video"):
            meeting.place = self._same_setting(sentence, status)
        if status == "cancelled" and _CALLS_OFF.match(sentence.text[found.end() :]):
            cues = self.cues[sentence.number]
            heads = [i for i, c in enumerate(cues) if c in ("topic", "subject")]
            callers = countries_of(p for i in heads for p in self._named(sentence, i))
            meeting.by = callers[0] if len(callers) == 1 else None
        if (
            self.session is not None and not session
            and sentence.number - self.session.sentences[-1].number <= 2
        ):  # fmt: skip
            self._inherit(meeting, self.session)
        also = bool(_ALSO_HELD.match(sentence.text[found.end() :])) and language in ("ko", "ja")
        known = None if also and asserted else self._find_same(meeting)
        if known is None and not asserted and language == "en" and status in ("held", "background"):
            return  # "since the relaunch of the U.S.-Mexico Dialogue": named, not told of.
        if known is not None:
            fold_meeting(known, meeting)
            self._add_topics(known, tuple(meeting.topics))
            self._tell(known, sentence)
            meeting = known
        else:
            bare = not any(p.person for p in parties)
            if reference and not asserted and date is None and status == "held" and bare:
                # "한미 정상회담에서 합의한 대로": recalled, not reported, unless it is this one.
                if not telling.this and not session:
                    meeting.status = "background"
            elif meeting.date is None and status == "held":
                self._inherit_day(meeting)
                meeting.date = meeting.date or self.day
            self.meetings.append(meeting)
        if session and status != "cancelled":
            self.session = meeting
        elif not visit and meeting.status != "background":
            self.discourse.enter(meeting.parties)

    def _told_form(self, parties: list[Party]) -> tuple[str | None, Form | None]:
        """What tells of the form in English: the title where nothing was told yet, else the form of
        what was last told of the same parties."""
        if not self.meetings:
            return self.scene.document.title, None
        same = frozenset(countries_of(parties))
        held = [m for m in self.meetings if m.countries == same and m.status == "held"]
        return None, held[-1].form if held else None

    def _lies_ahead(self, date: DateMention | None, slack: int = 0) -> bool:
        """Whether a day is still to come on the day of publication: nothing was held on it yet.

        ``slack``: days by which the venue's clock may run ahead of the publisher's.
        """
        anchor = self.scene.anchor
        if date is None or anchor is None or date.when.precision not in ("day", "time"):
            return False
        if not any(char.isdigit() for char in date.when.text or ""):
            return False  # a weekday may be read a week off; a number of a day may not
        published = anchor.date() if isinstance(anchor, dt.datetime) else anchor
        return (date.when.start or "")[:10] > (published + dt.timedelta(days=slack)).isoformat()

    def _level_words(self, sentence: Sentence, parties: list[Party], around: str) -> str:
        """Where no person is named, the whole sentence says at what level: Министры … трёх стран."""
        nobody = not any(p.person for p in parties)
        faceless = self.scene.language == "en" and any(not p.person for p in parties)
        if faceless and (head := _HEADS_OF.search(sentence.text)):
            return around + head.group()  # "the foreign ministers of Japan and South Korea"
        return sentence.text if nobody and self.scene.language == "ru" else around

    def _with_people(self, parties: list[Party]) -> list[Party]:
        """States with a person of theirs in the group give way to the person."""
        with_person = {p.country for p in parties if p.person and p.country}
        return [p for p in parties if p.person or p.country not in with_person]

    def _inherit(self, meeting: Meeting, session: Meeting) -> None:
        """A meeting at a session has the session's day and place, and the session as occasion.

        What did not take place, or is only proposed, has no day that is not its own.
        """
        if meeting.date is None and meeting.status in ("held", "planned"):
            meeting.date = session.date
        if meeting.place is None:
            meeting.place = session.place
        if meeting.occasion is None:
            meeting.occasion = session.occasion or self._name_of(session)

    def _name_of(self, session: Meeting) -> str | None:
        sentence = session.sentences[0]
        body = next((p for p in session.parties if p.sector == "IGO"), None)
        if body is None:
            return None
        found = self.words.named.search(sentence.text, body.end - sentence.start)
        if not found or found.start() - (body.end - sentence.start) > 20:
            return None
        return sentence.text[body.start - sentence.start : found.end()].strip()

    def _inherit_day(self, meeting: Meeting) -> None:
        """A meeting told without a day, right behind another held one, happened on its day."""
        here = meeting.sentences[0]
        for other in reversed(self.meetings):
            last = other.sentences[-1]
            near = last.passage == here.passage and here.number - last.number <= 1
            # 이에 앞서 오전에는, 同日午後: the same day, however far back it was named.
            near = near or (here.number - last.number <= 6 and bool(_SAME_DAY.match(here.text)))
            near = near or (here.number - last.number <= 4 and bool(_GOES_ON_TO.match(here.text)))
            if near and other.status == "held" and other.date is not None:
                if here.number - last.number <= 6:
                    meeting.date = other.date
                    meeting.place = meeting.place or other.place
                return

    def _same_setting(self, sentence: Sentence, status: str) -> Mention | None:
        """В тот же день, 访菲期间: the town of the meeting that was told right before."""
        if status != "held" or not _SAME_SETTING.match(sentence.text):
            return None
        held = [m for m in self.meetings if m.status == "held" and m.form not in ("call", "video")]
        near = held and sentence.number - held[-1].sentences[-1].number <= 6
        return held[-1].place if near else None

    def _find_same(self, new: Meeting) -> Meeting | None:
        for other in reversed(self.meetings):
            if may_be_same(other, new):
                return other
        return None

    def _tell(self, meeting: Meeting, sentence: Sentence) -> None:
        if meeting.sentences[-1] is not sentence:
            meeting.sentences.append(sentence)
        self.discourse.enter(meeting.parties)


def _behind_another(sentence: Sentence, cues: list[Cue], start: int) -> tuple[Sentence, list[Cue]]:
    """The sentence without the days and towns of the meeting that this one only follows on."""
    ends = [found.end() for found in _FOLLOWS_ON.finditer(sentence.text, 0, start)]
    if not ends:
        return sentence, cues
    cut = sentence.start + ends[-1]
    kept = [i for i, m in enumerate(sentence.mentions) if m.start >= cut or m.kind != "place"]
    own = replace(
        sentence, mentions=[sentence.mentions[i] for i in kept],
        dates=[d for d in sentence.dates if d.start >= cut],
    )  # fmt: skip
    return own, [cues[i] for i in kept]


def _own_day(sentence: Sentence, parties: list[Party], start: int) -> DateMention | None:
    """The day told beside the partner: 25日に王氏と、26日に朴氏とそれぞれ会談した."""
    partner = parties[-1]
    if not sentence.start <= partner.start < start:
        return None
    base = sentence.start
    near = [
        d for d in sentence.dates
        if d.when.start and d.when.precision in ("day", "time") and 0 <= partner.start - d.end <= 20
        and (
            partner.start - d.end <= 8
            # 28일 부에노스아이레스에서 …, 29일 산티아고에서 …
            or re.fullmatch(r"\s?\S+에서\s", sentence.text[d.end - base : partner.start - base])
        )
    ]  # fmt: skip
    return near[-1] if near else None


def _distinct(parties: list[Party]) -> list[Party]:
    seen: set[tuple[str | None, str | None]] = set()
    out = []
    for party in parties:
        key = (party.country, party.name)
        if key not in seen:
            seen.add(key)
            out.append(party)
    return out


def find_meetings(scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> list[Meeting]:
    """All encounters that the document tells of.

    A session that served others as occasion is left out: it is in their ``occasion``.
    """
    meetings = _Reader(scene, cues, discourse).read()
    held = [m for m in meetings if not m.session and m.status == "held" and m.form != "visit"]
    out = []
    for meeting in meetings:
        if meeting.session and meeting.status in ("held", "background"):
            name = {p.country for p in meeting.parties}
            if any(h.occasion and any(c and c in h.occasion for c in name) for h in held):
                continue
        out.append(meeting)
    return [replace(m) for m in out]
