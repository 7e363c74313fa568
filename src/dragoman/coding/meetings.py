"""Encounters: who met whom, when, where, in what form, held or to come.

In: a Scene with cues. Out: Meetings, one per encounter, with the sentences that tell of it. A
word that refers back ("이번 회담", "the meeting") adds to the encounter on the stage; a body's
session during which others met is their occasion, not a meeting of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dragoman.coding.cues import Cue
from dragoman.coding.meeting_words import MEETING_WORDS, MeetingWords
from dragoman.coding.mention import Mention
from dragoman.coding.parties import Discourse, Party, countries_of, party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.status import is_background
from dragoman.coding.topics import find_topics
from dragoman.languages.dates import DateMention
from dragoman.records import Form, Level

__all__ = ["Meeting", "find_meetings"]

# PLOVER knows no levels; these are records.md's, by the rank of those who met.
_RANKS: dict[str, int] = {
    "president": 0, "prime minister": 0, "monarch": 0, "supreme leader": 0, "crown prince": 0,
    "party leader": 0, "vice president": 1, "foreign minister": 1, "defence minister": 1,
    "deputy prime minister": 1, "national security adviser": 1, "finance minister": 1,
    "trade minister": 1, "unification minister": 1, "other minister": 1, "intelligence chief": 1,
    "speaker of parliament": 4, "vice foreign minister": 2, "special envoy": 3, "ambassador": 3,
    "military chief": 4, "secretary-general": 4, "head of body": 4, "chief of staff": 4,
    "spokesperson": 4,
}  # fmt: skip
_LEVELS: tuple[Level, ...] = ("summit", "ministerial", "vice-ministerial", "working", "other")
_HANGUL_HOSTS = {"한": "KOR", "미": "USA", "일": "JPN", "중": "CHN", "북": "PRK", "러": "RUS"}
_HAN_HOSTS = {
    "日": "JPN", "韓": "KOR", "韩": "KOR", "中": "CHN", "华": "CHN", "米": "USA", "美": "USA",
    "朝": "PRK", "露": "RUS", "ロ": "RUS", "俄": "RUS",
}  # fmt: skip


@dataclass(slots=True)
class Meeting:
    """One encounter as one document tells it."""

    parties: list[Party]
    form: Form
    level: Level
    status: str
    date: DateMention | None
    place: Mention | None
    occasion: str | None
    sentences: list[Sentence]
    topics: list[str] = field(default_factory=list)
    reference: bool = False
    session: bool = False
    third_party: bool = False

    @property
    def countries(self) -> frozenset[str]:
        """Countries and bodies that met."""
        return frozenset(countries_of(self.parties))


def level_of(parties: list[Party], words: MeetingWords, text: str) -> Level:
    """Level by the offices of those who met, else by the words that name the meeting."""
    ranks = [_RANKS.get(p.office or "", 4) for p in parties if p.person]
    named: Level | None = None
    if words.vice.search(text):
        named = "vice-ministerial"
    elif words.ministerial.search(text):
        named = "ministerial"
    elif words.summit.search(text):
        named = "summit"
    elif words.working.search(text):
        named = "working"
    if len(ranks) >= 2:
        # A president who receives a minister holds a ministerial meeting: the lower rank tells.
        return _LEVELS[max(ranks)] if max(ranks) < 4 or named is None else named
    if named:
        return named
    return _LEVELS[ranks[0]] if ranks else "other"


def _form(words: MeetingWords, named: str, around: str, parties: list[Party]) -> Form:
    if words.video.search(named) or words.video.search(around):
        return "video"
    if words.call.search(named) or words.call.search(around):
        return "call"
    if words.visit.search(named):
        return "visit"
    if words.negotiation.search(named):
        return "negotiation"
    return "multilateral" if len(countries_of(parties)) >= 3 else "meeting"


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

    # ------------------------------------------------------------------ parties
    def parties_of(
        self, sentence: Sentence, start: int, end: int
    ) -> tuple[list[Party], list[list[Party]]]:
        """(subject parties, groups met with) for the meeting words [start, end)."""
        cues = self.cues[sentence.number]
        mentions = sentence.mentions
        actors = [i for i, m in enumerate(mentions) if m.kind not in ("place",)]
        if self.verb_last:
            before = [i for i in actors if mentions[i].end <= start]
            near = [
                i for i in before
                if mentions[i].kind in ("states", "joint") and start - mentions[i].end <= 14
                and not self._breaks(sentence, mentions[i].end, start)
            ]  # fmt: skip
            if near and mentions[near[-1]].kind == "states":
                return self._expand(mentions[near[-1]]), []
            companions = [i for i in before if cues[i] == "with"]
            topics = [i for i in before if cues[i] in ("topic", "subject")]
            subject = [i for i in topics if cues[i] == "topic"] or topics
            if companions:
                # Who came after the subject, and before the words, is who was met.
                left = [self._expand(mentions[i]) for i in companions]
                own = [self._expand(mentions[i]) for i in self._joined(sentence, subject, cues)]
                return [p for ps in own for p in ps], left
            objects = [
                i for i in before if cues[i] in ("object", "to") and start - mentions[i].end <= 16
            ]
            if objects and subject:
                own = [self._expand(mentions[i]) for i in self._joined(sentence, subject, cues)]
                return [p for ps in own for p in ps], [self._expand(mentions[objects[-1]])]
            joined = self._joined(sentence, subject, cues)
            own = [self._expand(mentions[i]) for i in joined]
            return [p for ps in own for p in ps], []
        before = [i for i in actors if mentions[i].end <= start + 1]
        after = [
            i for i in actors if mentions[i].start >= end - 1 and mentions[i].start - end <= 160
        ]
        inside = [i for i in actors if start <= mentions[i].start and mentions[i].end <= end]
        compound = [
            i for i in before if mentions[i].kind == "states" and start - mentions[i].end <= 20
        ]
        if compound or inside:
            return [p for i in (compound or inside) for p in self._expand(mentions[i])], []
        subjects = [i for i in before if cues[i] in ("bare", "subject", "topic")]
        own = [self._expand(mentions[i]) for i in self._joined(sentence, subjects, cues)]
        met: list[list[Party]] = []
        if self.scene.language == "zh":
            met = [self._expand(mentions[i]) for i in before if cues[i] == "with"]
            if not met:
                met = [
                    self._expand(mentions[i])
                    for i in after[:2]
                    if cues[i] == "bare" and mentions[i].start - end <= 6
                ]
        else:
            for i in after:
                gap = sentence.text[end - sentence.start : mentions[i].start - sentence.start]
                if re.search(
                    r"[;:]|\. |\b(?:that|which|who|where|to discuss|about|said|saying|ahead of|before|after)\b",
                    gap,
                ):
                    break
                direct = not gap.strip() or cues[i] in ("with", "to", "of")
                if (
                    direct
                    or (met and cues[i] in ("bare", "and", "with"))
                    or (cues[i] == "bare" and len(gap) < 12)
                ):
                    met.append(self._expand(mentions[i]))
            if not met:
                met = [
                    self._expand(mentions[i])
                    for i in before
                    if cues[i] == "with" and i not in subjects
                ]
        return [p for ps in own for p in ps], [g for g in met if g]

    def _breaks(self, sentence: Sentence, start: int, end: int) -> bool:
        gap = sentence.text[start - sentence.start : end - sentence.start]
        return bool(re.search(r"[.,、。]|(?:은|는|이|가|을|를)\s", gap))

    def _joined(self, sentence: Sentence, indices: list[int], cues: list[Cue]) -> list[int]:
        if not indices:
            return []
        last = indices[-1]
        out = [last]
        mentions = sentence.mentions
        k = last - 1
        while k >= 0 and cues[k] == cues[last]:
            gap = sentence.text[
                mentions[k].end - sentence.start : mentions[k + 1].start - sentence.start
            ]
            if len(gap) > 30 or not re.search(r"\band\b|,|와|과|및|·|と|、|和|及|\bи\b", gap):
                break
            out.append(k)
            k -= 1
        return sorted(out)

    def _expand(self, mention: Mention) -> list[Party]:
        if mention.kind in ("joint", "pronoun"):
            return self.discourse.bind(mention)
        return [p for p in party_of(mention) if p.country or p.name]

    # ------------------------------------------------------------------ reading
    def read(self) -> list[Meeting]:
        for sentence in self.scene.sentences:
            if sentence.coded:
                self._read_sentence(sentence)
            else:
                self._set_stage(sentence)
            people = [p for m in sentence.mentions for p in party_of(m)]
            self.discourse.note(people)
        return self.meetings

    def _set_stage(self, sentence: Sentence) -> None:
        groups = [m for m in sentence.mentions if m.kind == "states"]
        countries = (
            frozenset(groups[0].members)
            if groups
            else frozenset(countries_of(p for m in sentence.mentions for p in party_of(m)))
        )
        for meeting in reversed(self.meetings):
            if meeting.countries == countries:
                self.discourse.enter(meeting.parties)
                return
        if groups:
            self.discourse.enter(party_of(groups[0]))

    def _read_sentence(self, sentence: Sentence) -> None:
        spans = []
        for found in self.words.named.finditer(sentence.text):
            around = sentence.text[max(0, found.start() - 8) : found.end() + 8]
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
        words = self.words
        named = found.group()
        start, end = sentence.start + found.start(), sentence.start + found.end()
        before, behind = sentence.text[: found.start()], sentence.text[found.end() :]
        clause = re.split(r"[.;!?。！？；]", behind)[0]
        status = self._status(before, clause, named)
        subject, groups = self.parties_of(sentence, start, end)
        if (body := self._host_body(sentence, start, end, named)) is not None:
            subject, groups = [body], []
        verb = bool(
            re.match(
                r"(?:met|spoke|sat|held|talk|meet|visit|host|welcom|receiv|confer|phon|teleph|travel|arriv)",
                named,
            )
        )
        verb = verb or bool(
            re.search(
                r"만나|만났|만난|마주|방문|방[한미일중북러]|순방|찾았|会っ|会い|訪|встрети|посети|прибы|побесед|созвон|поговор|принял",
                named,
            )
        )
        asserted = (
            verb
            or bool(words.asserts_behind.search(clause))
            or bool(words.asserts_before.search(before[-60:]))
        )
        if self.scene.language == "zh":
            asserted = asserted or bool(groups and subject)
        refers = bool(words.refers_before.search(before[-24:])) or (
            not asserted and bool(words.refers_behind.search(clause))
        )
        visit = bool(words.visit.search(named))
        if visit:
            subject, groups = self._visit(sentence, named, start, end, subject, groups)
        if refers and not groups and len(countries_of(subject)) < 2:
            meeting = self._on_stage()
            if meeting and not visit:
                self._tell(meeting, sentence)
                self._add_topics(meeting, find_topics(sentence.text, self.scene.language))
            return False
        made = False
        for parties in self._pair_up(sentence, subject, groups, visit):
            if len(countries_of(parties)) < 2 and not self._is_session(parties, named):
                continue
            if (
                not asserted
                and status == "held"
                and not (any(m.kind == "states" for m in sentence.mentions) or refers)
            ):
                continue
            made = True
            self._keep(sentence, found, parties, status, refers or (told and not asserted), visit)
        return made

    def _host_body(self, sentence: Sentence, start: int, end: int, named: str) -> Party | None:
        """The body whose session the words name: APEC 각료회의, the G20 summit."""
        if not self.words.session.search(named):
            return None
        for mention in sentence.mentions:
            inside = start <= mention.start and mention.end <= end
            ahead = 0 <= start - mention.end <= 14 and not self._breaks(
                sentence, mention.end, start
            )
            if (
                mention.kind == "body"
                and mention.sector == "IGO"
                and mention.country
                and (inside or ahead)
            ):
                return party_of(mention)[0]
        return None

    def _is_session(self, parties: list[Party], named: str) -> bool:
        return bool(self.words.session.search(named)) and any(
            p.sector == "IGO" and not p.person for p in parties
        )

    def _status(self, before: str, clause: str, named: str) -> str:
        words = self.words
        tail = before[-60:]
        # Joined names share what follows: "한미일 정상회의 및 APEC 정상회의를 앞두고".
        if words.cancelled.search(clause if self.verb_last else tail):
            return "cancelled"
        if words.proposed.search(clause[:40] if self.verb_last else tail):
            planned = words.planned_before.search(tail)
            return (
                "planned"
                if planned and re.search(r"\bwill\b|\bto\b", planned.group())
                else "proposed"
            )
        held = words.asserts_behind.match(clause) if self.verb_last else None
        if words.planned_behind.search(clause) and not (
            held and re.match(r".{0,12}(?:했|하였|가졌|열렸|열었|した|行った)", clause)
        ):
            return "planned"
        if words.planned_before.search(tail) and not re.search(
            r"(?:traveled|travelled|returned|came|arrived|went)\s+to\s+(?:\S+\s+){0,4}$", tail
        ):
            return "planned"
        return "held"

    def _visit(
        self, sentence: Sentence, named: str, start: int, end: int, subject: list[Party],
        groups: list[list[Party]],
    ) -> tuple[list[Party], list[list[Party]]]:  # fmt: skip
        """A trip has the visitor and the host: the country named in the word or beside it."""
        letter = re.search(r"방([한미일중북러])|訪([日韓中米朝露ロ])|访([华韩日美俄朝])", named)
        if letter:
            sign = next(g for g in letter.groups() if g)
            code = _HANGUL_HOSTS.get(sign) or _HAN_HOSTS[sign]
            return subject, [[Party(code, None, code, None, "GOV", start, end)]]
        if self.verb_last:
            near = [m for m in sentence.mentions if m.end <= start and start - m.end <= 12]
        elif self.scene.language == "zh":
            near = [m for m in sentence.mentions if 0 <= m.start - end <= 4]
        else:
            near = [m for m in sentence.mentions if 0 <= m.start - end <= 24]
        hosts = [m for m in near if m.kind in ("state", "place") and m.country]
        host = (hosts[-1] if self.verb_last else hosts[0]) if hosts else None
        if host is None:
            return subject, groups
        party = Party(host.country, None, host.country, None, "GOV", host.start, host.end)
        return [p for p in subject if p.country != host.country], [[party]]

    def _pair_up(
        self, sentence: Sentence, subject: list[Party], groups: list[list[Party]], visit: bool
    ) -> list[list[Party]]:
        own = countries_of(subject)
        if not groups:
            return [subject] if subject else []
        if not subject:
            subject = [p for p in self.discourse.subject if p.person][:1]
            own = countries_of(subject)
        others = [[p for p in g if p.country not in own or p.person] for g in groups]
        others = [g for g in others if g]
        if visit:
            return [subject + g for g in others[:1]]
        if len(others) > 1 and self.words.each.search(sentence.text):
            return [subject + g for g in others]
        return [subject + [p for g in others for p in g]]

    # ------------------------------------------------------------------ keeping
    def _keep(
        self, sentence: Sentence, found: re.Match[str], parties: list[Party], status: str,
        reference: bool, visit: bool,
    ) -> None:  # fmt: skip
        words, named = self.words, found.group()
        start, end = sentence.start + found.start(), sentence.start + found.end()
        parties = self._with_people(_distinct(parties))
        around = sentence.text[max(0, found.start() - 14) : found.end() + 14]
        form = "visit" if visit else _form(words, named, around, parties)
        only_bodies = all(p.sector == "IGO" for p in parties)
        session = self._is_session(parties, named) and (
            only_bodies or len(countries_of(parties)) == 1
        )
        if session:
            form = "multilateral"
        date = self._date(sentence, start, end)
        if status == "held" and is_background(self.scene, sentence, start, end):
            status = "background"
        meeting = Meeting(
            parties, form, level_of(parties, words, named + around), status, date,
            self._place(sentence, start), self._occasion(sentence, named), [sentence],
            list(find_topics(sentence.text, self.scene.language)), reference, session,
        )  # fmt: skip
        if (
            self.session is not None
            and sentence.number - self.session.sentences[-1].number <= 2
            and not session
        ):
            self._inherit(meeting, self.session)
        known = self._find_same(meeting)
        if known is not None:
            self._fold(known, meeting)
            meeting = known
        else:
            if meeting.date is None and status == "held":
                self._inherit_day(meeting)
            self.meetings.append(meeting)
        if session:
            self.session = meeting
        elif not visit:
            self.discourse.enter(meeting.parties)

    def _with_people(self, parties: list[Party]) -> list[Party]:
        """States with a person of theirs in the group give way to the person."""
        with_person = {p.country for p in parties if p.person and p.country}
        return [p for p in parties if p.person or p.country not in with_person]

    def _date(self, sentence: Sentence, start: int, end: int) -> DateMention | None:
        dates = [
            d for d in sentence.dates
            if d.when.start and d.when.precision in ("day", "time", "week", "month") and d.kind != "recurring"
        ]  # fmt: skip
        if not dates:
            return None
        if self.verb_last:
            before = [d for d in dates if d.end <= start + 2]
            return before[-1] if before else min(dates, key=lambda d: abs(d.start - start))
        return min(dates, key=lambda d: min(abs(d.start - end), abs(start - d.end)))

    def _place(self, sentence: Sentence, start: int) -> Mention | None:
        cues = self.cues[sentence.number]
        places = [
            m for i, m in enumerate(sentence.mentions)
            if m.kind == "place" and m.city and (cues[i] == "at" or self.scene.language in ("zh", "ru"))
        ]  # fmt: skip
        if not places:
            return None
        if self.verb_last:
            before = [m for m in places if m.end <= start]
            return before[-1] if before else None
        return min(places, key=lambda m: abs(m.start - start))

    def _occasion(self, sentence: Sentence, named: str) -> str | None:
        found = self.words.occasion.search(sentence.text)
        if not found:
            return None
        what = found["what"].strip()
        if self.scene.language == "ko":
            what = re.sub(r"^(?:.*(?:은|는|이|가|에서|열린|에게|지난 \d+일|\d+일)\s)", "", what)
        # "이 회의에서" points back; only a name of some length is an occasion.
        return what if len(what.split()) > 1 or len(what) > 6 else None

    def _inherit(self, meeting: Meeting, session: Meeting) -> None:
        """A meeting at a session has the session's day and place, and the session as occasion."""
        if meeting.date is None:
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
            if last.passage == here.passage and other.status == "held" and other.date is not None:
                if here.number - last.number <= 1:
                    meeting.date = other.date
                    meeting.place = meeting.place or other.place
                return

    def _find_same(self, new: Meeting) -> Meeting | None:
        for other in reversed(self.meetings):
            if _may_be_same(other, new):
                return other
        return None

    def _tell(self, meeting: Meeting, sentence: Sentence) -> None:
        if meeting.sentences[-1] is not sentence:
            meeting.sentences.append(sentence)
        self.discourse.enter(meeting.parties)

    def _fold(self, known: Meeting, new: Meeting) -> None:
        people = {(p.country, p.name) for p in known.parties if p.person}
        have = {p.country for p in known.parties if p.person}
        for party in new.parties:
            named = party.person and party.name
            if named and (party.country, party.name) not in people and party.country not in have:
                known.parties = [p for p in known.parties if p.country != party.country]
                known.parties.append(party)
        if known.date is None or (
            new.date is not None
            and known.date.when.precision not in ("day", "time")
            and new.date.when.precision in ("day", "time")
        ):
            known.date = new.date or known.date
        known.place = known.place or new.place
        known.occasion = known.occasion or new.occasion
        if _LEVELS.index(new.level) < _LEVELS.index(known.level) and known.level == "other":
            known.level = new.level
        if known.form == "meeting" and new.form in ("call", "video"):
            known.form = new.form
        if known.status in ("planned", "proposed") and new.status == "held" and not new.reference:
            known.status = "held"
        self._add_topics(known, tuple(new.topics))
        for sentence in new.sentences:
            self._tell(known, sentence)


def _distinct(parties: list[Party]) -> list[Party]:
    seen: set[tuple[str | None, str | None]] = set()
    out = []
    for party in parties:
        key = (party.country, party.name)
        if key not in seen:
            seen.add(key)
            out.append(party)
    return out


def _may_be_same(one: Meeting, other: Meeting) -> bool:
    """Whether two tellings in one document may be of one encounter."""
    if one.countries != other.countries or one.session != other.session:
        return False
    people = {p.country: p.name for p in one.parties if p.person and p.name}
    for party in other.parties:
        if party.person and party.name and people.get(party.country, party.name) != party.name:
            return False
    loose = {"meeting", "multilateral", "negotiation"}
    if one.form != other.form:
        calls = {"call", "video"}
        generic = other.reference or one.reference
        same_kind = (one.form in loose and other.form in loose) or (
            generic and "visit" not in (one.form, other.form)
        ) or {one.form, other.form} <= calls  # fmt: skip
        if not same_kind:
            return False
    if one.date and other.date:
        a, b = one.date.when, other.date.when
        if (a.start and b.start and (a.end or a.start) < b.start) or (b.end or b.start or "") < (
            a.start or ""
        ):
            return False
    if "background" in (one.status, other.status) and one.status != other.status:
        return other.reference and other.date is None
    if "other" not in (one.level, other.level) and one.level != other.level:
        return other.reference and other.status == "held" and not one.session
    if one.status != other.status:
        # "will meet" and then "met" in one text is a preview that came true; the other way round
        # it is the next meeting.
        came_true = one.status in ("planned", "proposed") and other.status == "held"
        return (other.reference and other.status == "held") or (
            came_true and not (one.date and other.date)
        )
    return True


def find_meetings(scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> list[Meeting]:
    """All encounters that the document tells of.

    A session that served others as occasion is left out: it is in their ``occasion``.
    """
    meetings = _Reader(scene, cues, discourse).read()
    held = [m for m in meetings if not m.session and m.status == "held" and m.form != "visit"]
    out = []
    for meeting in meetings:
        if meeting.session and meeting.status == "held":
            name = {p.country for p in meeting.parties}
            if any(h.occasion and any(c and c in h.occasion for c in name) for h in held):
                continue
        out.append(meeting)
    return [replace(m) for m in out]
