"""Meetings and acts -> Reports: codes, evidence, ids.

In: what the rules found. Out: frozen Reports. One report per act; evidence is the whole sentence
that tells of it, participants carry the words that name them.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import Act
from dragoman.coding.meetings.find import Meeting
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, countries_of, make_participant
from dragoman.coding.plover import contexts_of, make_code
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.topics import find_topics
from dragoman.languages.dates import DateMention
from dragoman.records import Code, Evidence, Participant, Report, Role, When, Where, identify

__all__ = ["write_report", "write_reports"]

_PLEDGES = {"done": "made", "planned": "made", "hypothetical": "made", "background": "reaffirmed",
            "negated": "negated"}  # fmt: skip


def _evidence(scene: Scene, sentences: list[Sentence]) -> tuple[Evidence, ...]:
    text = scene.document.text
    return tuple(Evidence.at(text, s.start, s.end) for s in sentences[:6])


def _when(date: DateMention | None) -> When | None:
    return date.when if date is not None else None


def _where(place: Mention | None) -> Where | None:
    if place is None:
        return None
    return Where(city=place.city, country=place.country, geonames=place.geonames, text=place.text)


def _meeting_codes(meeting: Meeting, words: str) -> tuple[Code, ...]:
    names = countries_of(meeting.parties)
    contexts = tuple(dict.fromkeys(("diplomatic", *contexts_of(words))))[:3]
    if meeting.status in ("planned", "proposed"):
        # PLOVER manual 2.0, CONSULT: references to future meetings are AGREE.
        if meeting.form == "visit":
            return (make_code("AGREE", names[:1], names[1:], None, contexts),)
        return (make_code("AGREE", names, names, None, contexts),)
    if meeting.status == "cancelled":
        if meeting.by in names:
            # Who called it off turned the others down.
            others = tuple(n for n in names if n != meeting.by)
            return (make_code("REJECT", (meeting.by,), others, "meet", contexts),)
        return (make_code("REJECT", names, names, "meet", contexts),)
    mode = {"call": "phone", "video": "phone", "visit": "visit"}.get(meeting.form)
    if meeting.form == "multilateral":
        mode = "multilateral"
    if meeting.form == "visit":
        return (make_code("CONSULT", names[:1], names[1:], mode, contexts),)
    if mode is None and meeting.place and meeting.place.country not in names:
        mode = "third-party"
    return (make_code("CONSULT", names, names, mode, contexts),)


def _meeting_report(scene: Scene, meeting: Meeting) -> Report:
    text = scene.document.text
    evidence = _evidence(scene, meeting.sentences)
    names = countries_of(meeting.parties)
    return Report(
        id=identify("report", scene.document.id, "meeting", sorted(names), meeting.form,
                    meeting.status, evidence[0].start, [p.name for p in meeting.parties]),
        kind="meeting",
        form=meeting.form,
        level=meeting.level,
        status=meeting.status,
        when=_when(meeting.date),
        where=_where(meeting.place),
        occasion=meeting.occasion,
        participants=tuple(make_participant(p, "party", text) for p in _once(meeting.parties)),
        topics=tuple(meeting.topics[:12]),
        codes=_meeting_codes(meeting, " ".join(e.quote for e in evidence)),
        evidence=evidence,
        confidence=meeting.sure,
        made_by=meeting.made_by,
    )  # fmt: skip


def _said_by(act: Act) -> str | None:
    """Who speaks: the named sources of a statement, or who tells of another's act."""
    who = act.speakers
    if not who and act.trigger.kind in ("statement", "pledge"):
        who = act.sources
        if act.trigger.kind == "pledge" and len(who) > 1:
            return None
    names = dict.fromkeys(p.name or p.country or "" for p in who)
    return ", ".join(n for n in names if n) or None


def _once(parties: list[Party]) -> list[Party]:
    """Each party once: a person stands for the state, a state named twice is one."""
    people = {p.country for p in parties if p.person and p.name}
    out: dict[tuple[str | None, str | None], Party] = {}
    for party in parties:
        if party.name is None and party.country in people:
            continue
        out.setdefault((party.country, party.name), party)
    return list(out.values())


def _participants(act: Act, text: str) -> tuple[Participant, ...]:
    def make(parties: list[Party], role: Role) -> list[Participant]:
        return [make_participant(p, role, text) for p in _once(parties)]

    if act.trigger.kind in ("pledge", "agreement"):
        return (*make(act.sources, "party"), *make(act.targets, "to"), *make(act.about, "about"))
    return (
        *make(act.sources, "source"), *make(act.targets, "target"), *make(act.about, "about"),
    )  # fmt: skip


_REAFFIRMS = re.compile(r"재확인|reaffirm|reiterat|renew|再確認|重申|подтверд", re.IGNORECASE)


def _act_status(act: Act) -> str:
    if act.trigger.kind != "pledge":
        return act.status
    near = act.trigger.text + (act.content or "")[-24:]
    return "reaffirmed" if _REAFFIRMS.search(near) else _PLEDGES[act.status]


_KO_SUBJECT = re.compile(r"[가-힣](?:이|가)\s")


def _act_when(act: Act) -> When | None:
    """The day of an act: the nearest day before its words, in the sentence that tells of it.

    A pledge's dates are its terms; a month or year beside an act seldom dates it.
    """
    sentence, trigger = act.sentences[0], act.trigger
    days = [
        d for d in sentence.dates
        if d.when.start and d.when.precision in ("day", "time") and d.kind != "recurring"
    ]  # fmt: skip
    if not days or trigger.kind == "pledge":
        return None
    before = [d for d in days if d.end <= trigger.start]
    if trigger.kind == "statement" and (own := [p for p in act.sources if p.end > sentence.start]):
        # 대변인은 4일 담화에서 미국이 지난달 28일 …: behind another's subject stands another's day.
        told = max((p.end for p in own if p.end <= trigger.start), default=sentence.start)
        apart = [
            d for d in before
            if d.start > told
            and _KO_SUBJECT.search(sentence.text, told - sentence.start, d.start - sentence.start)
        ]  # fmt: skip
        before = [d for d in before if d not in apart]
        if apart and not before:
            return None
    return (before[-1] if before else days[0]).when


def _act_report(scene: Scene, act: Act) -> Report:
    text = scene.document.text
    trigger, evidence = act.trigger, _evidence(scene, act.sentences)
    sources, targets = countries_of(act.sources), countries_of(act.targets)
    words = evidence[0].quote
    aimed = sources if act.symmetric and not targets else targets
    code = make_code(trigger.type, sources, aimed, trigger.mode, contexts_of(words))
    status = _act_status(act)
    return Report(
        id=identify("report", scene.document.id, trigger.kind, trigger.type, sources, targets,
                    status, trigger.start),
        kind=trigger.kind,
        status=status,
        when=_act_when(act),
        where=None,
        participants=_participants(act, text),
        topics=find_topics(act.sentences[0].text, scene.language),
        content=act.content,
        due=act.due,
        to=targets if trigger.kind == "pledge" else (),
        codes=(code,),
        evidence=evidence,
        said_by=_said_by(act),
        confidence=act.sure,
        made_by=act.made_by,
    )  # fmt: skip


def write_report(scene: Scene, told: Meeting | Act) -> Report:
    """One meeting or act as a report."""
    if isinstance(told, Meeting):
        return _meeting_report(scene, told)
    return _act_report(scene, told)


def write_reports(scene: Scene, meetings: list[Meeting], acts: list[Act]) -> tuple[Report, ...]:
    """Reports in the order of the text; ids are unique within the document."""
    told: list[Meeting | Act] = [*meetings, *acts]
    reports = [write_report(scene, one) for one in told]
    reports.sort(key=lambda r: (r.evidence[0].start, r.kind))
    seen: dict[str, Report] = {}
    for report in reports:
        seen.setdefault(report.id, report)
    return tuple(seen.values())
