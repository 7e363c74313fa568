"""Meetings and acts -> Reports: codes, evidence, ids.

In: what the rules found. Out: frozen Reports. One report per act; evidence is the whole sentence
that tells of it, participants carry the words that name them.
"""

from __future__ import annotations

from dragoman.coding.acts import Act
from dragoman.coding.meetings import Meeting
from dragoman.coding.mention import Mention
from dragoman.coding.parties import Party, countries_of, make_participant
from dragoman.coding.plover import contexts_of, make_code
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.topics import find_topics
from dragoman.languages.dates import DateMention
from dragoman.records import Code, Evidence, Participant, Report, When, Where, identify

__all__ = ["MADE_BY", "write_reports"]

MADE_BY = "dragoman-rules@1"
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
        return (make_code("AGREE", names, names, None, contexts),)
    if meeting.status == "cancelled":
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
        participants=tuple(make_participant(p, "party", text) for p in meeting.parties),
        topics=tuple(meeting.topics[:12]),
        codes=_meeting_codes(meeting, " ".join(e.quote for e in evidence)),
        evidence=evidence,
        confidence=0.9 if meeting.date is not None else 0.8,
        made_by=MADE_BY,
    )  # fmt: skip


def _speaker(act: Act) -> str | None:
    if act.trigger.kind != "statement" or not act.sources:
        return None
    first = act.sources[0]
    return first.name or first.country


def _participants(act: Act, text: str) -> tuple[Participant, ...]:
    def make(parties: list[Party], role: str) -> list[Participant]:
        return [make_participant(p, role, text) for p in parties]  # type: ignore[arg-type]

    if act.trigger.kind in ("pledge", "agreement"):
        return (*make(act.sources, "party"), *make(act.targets, "to"))
    return (*make(act.sources, "source"), *make(act.targets, "target"))


def _act_report(scene: Scene, act: Act) -> Report:
    text = scene.document.text
    trigger, evidence = act.trigger, _evidence(scene, act.sentences)
    sources, targets = countries_of(act.sources), countries_of(act.targets)
    words = " ".join(e.quote for e in evidence)
    if act.symmetric and not targets:
        code = make_code(trigger.type, sources, sources, trigger.mode, contexts_of(words))
    else:
        code = make_code(trigger.type, sources, targets, trigger.mode, contexts_of(words))
    status = act.status
    if trigger.kind == "pledge":
        status = (
            "reaffirmed"
            if "재확인" in words[:400] or "reaffirm" in trigger.text
            else _PLEDGES[status]
        )
    when = next((d for d in act.sentences[0].dates if d.when.start), None)
    return Report(
        id=identify("report", scene.document.id, trigger.kind, trigger.type, sources, targets,
                    status, trigger.start),
        kind=trigger.kind,
        status=status,
        when=_when(when) if trigger.kind != "pledge" else None,
        where=None,
        participants=_participants(act, text),
        topics=find_topics(act.sentences[0].text, scene.language),
        content=act.content,
        to=targets if trigger.kind == "pledge" else (),
        codes=(code,),
        evidence=evidence,
        said_by=_speaker(act),
        confidence=0.7,
        made_by=MADE_BY,
    )  # fmt: skip


def write_reports(scene: Scene, meetings: list[Meeting], acts: list[Act]) -> tuple[Report, ...]:
    """Reports in the order of the text; ids are unique within the document."""
    reports = [_meeting_report(scene, m) for m in meetings]
    reports += [_act_report(scene, a) for a in acts]
    reports.sort(key=lambda r: (r.evidence[0].start, r.kind))
    seen: dict[str, Report] = {}
    for report in reports:
        seen.setdefault(report.id, report)
    return tuple(seen.values())
