"""Which tellings of a document are of one encounter, and how they become one Meeting.

In: a meeting found before and a new telling. Out: whether they may be one; the known meeting with
what the new telling adds. Meetings of several documents are folded in record/.
"""

from __future__ import annotations

from dragoman.coding.meetings.facts import LEVELS, Meeting

__all__ = ["fold_meeting", "may_be_same"]

_LOOSE = frozenset({"meeting", "multilateral", "negotiation"})
_CALLS = frozenset({"call", "video"})


def _forms_agree(one: Meeting, other: Meeting) -> bool:
    if (
        one.form == other.form
        or {one.form, other.form} <= _LOOSE
        or {one.form, other.form} <= _CALLS
    ):
        return True
    generic = other.reference or one.reference
    return generic and "visit" not in (one.form, other.form)


def _days_apart(one: Meeting, other: Meeting) -> bool:
    if one.date is None or other.date is None:
        return False
    a, b = one.date.when, other.date.when
    if not a.start or not b.start:
        return False
    return (a.end or a.start)[:10] < b.start[:10] or (b.end or b.start)[:10] < a.start[:10]


def may_be_same(one: Meeting, other: Meeting) -> bool:
    """Whether two tellings in one document may be of one encounter."""
    if one.session != other.session or one.countries != other.countries:
        return False
    # 세르게이 라브로프, 라브로프 세르게이: the order of a name's words tells of nobody else.
    people = {p.country: sorted(p.name.split()) for p in one.parties if p.person and p.name}
    for party in other.parties:
        words = sorted((party.name or "").split())
        if party.person and words and people.get(party.country, words) != words:
            return False
    if one.form == other.form == "visit" and one.parties[0].country != other.parties[0].country:
        return False  # each visits the other
    if not _forms_agree(one, other) or _days_apart(one, other):
        return False
    if "background" in (one.status, other.status) and one.status != other.status:
        return other.reference and other.date is None
    if "other" not in (one.level, other.level) and one.level != other.level:
        return False
    if one.status != other.status:
        # "will meet" and then "met" in one text is a preview that came true; the other way round
        # it is the next meeting.
        came_true = one.status in ("planned", "proposed") and other.status == "held"
        if one.level == "summit" and other.level != "summit":
            came_true = False  # talks of their staffs on the summit to come
        settled = {one.status, other.status} <= {"planned", "proposed"}
        return (
            settled
            or (other.reference and other.status == "held")
            or (came_true and not (one.date and other.date))
        )
    return True


def fold_meeting(known: Meeting, new: Meeting) -> None:
    """Add to ``known`` what ``new`` tells of the same encounter; sentences are left to the caller."""
    people = {(p.country, p.name) for p in known.parties if p.person}
    have = {p.country for p in known.parties if p.person}
    for party in new.parties:
        named = party.person and party.name
        if named and (party.country, party.name) not in people and party.country not in have:
            known.parties = [p for p in known.parties if p.country != party.country]
            known.parties.append(party)
    finer = (
        new.date is not None and known.date is not None
        and known.date.when.precision not in ("day", "time")
        and new.date.when.precision in ("day", "time")
    )  # fmt: skip
    if known.date is None or finer:
        known.date = new.date or known.date
    if known.form not in _CALLS:
        known.place = known.place or new.place
    known.occasion = known.occasion or new.occasion
    if known.level == "other" and LEVELS.index(new.level) < LEVELS.index("other"):
        known.level = new.level
    if known.form == "meeting" and new.form in _CALLS:
        known.form = new.form
    if known.status in ("planned", "proposed") and new.status == "held" and not new.reference:
        known.status = "held"
    elif known.status == "proposed" and new.status == "planned":
        known.status = "planned"
    known.sure = max(known.sure, new.sure)
    known.reference = known.reference and new.reference
