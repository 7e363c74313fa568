"""Short ways to put accounts of meetings and pledges into a record for tests of answers."""

from dragoman.record.merge import merge_new
from dragoman.record.store import Store
from dragoman.records import Code, Document, Evidence, Participant, Passage, Reading, Report, When

PUBLISHED = "2024-11-15"


def report(doc, text, quote, *, kind="meeting", parties=("JPN", "KOR"), to=(), status=None,
           day="2024-11-14", form="meeting", due=None, type_="CONSULT", number=0,
           content=None):  # fmt: skip
    """One report of ``doc`` whose evidence is ``quote`` in ``text``."""
    start = text.index(quote)
    meeting = kind == "meeting"
    role = "source" if kind in ("statement", "action") else "party"
    people = [(p, role) for p in parties] + [
        (p, "target" if kind in ("statement", "action") else "to") for p in to
    ]
    when = When(start=day, end=day, precision="day", text=None) if day else None
    return Report(
        id=f"report-{doc}-{number}", kind=kind, form=form if meeting else None,
        level="ministerial" if meeting else None,
        status=status or {"meeting": "held", "pledge": "made"}.get(kind, "done"),
        when=when, where=None, due=due, to=tuple(to) if kind == "pledge" else (), content=content,
        participants=tuple(
            Participant(role=r, name=None, actor=None, country=p, office=None, evidence=None)
            for p, r in people
        ),
        codes=(Code(type=type_, source=tuple(parties), target=tuple(to) or tuple(parties)),),
        evidence=(Evidence.at(text, start, start + len(quote)),), confidence=0.9, made_by="test@1",
    )  # fmt: skip


def account(doc, text, *reports, publisher, language, official=True, published=PUBLISHED):
    """A document of one paragraph with its reports."""
    return Reading(
        document=Document(
            id=f"doc-{doc}", url=f"https://example.org/{doc}", publisher_country=publisher,
            language=language, published=published, official=official, text=text,
            passages=(Passage(role="paragraph", start=0, end=len(text)),),
        ),
        reports=reports,
    )  # fmt: skip


def readout(doc, text, *, publisher, language, official=True, parties=("JPN", "KOR")):
    """An account whose first sentence tells that the meeting was held."""
    first = text[: text.index(". " if language in ("ko", "en") else "。") + 1]
    return account(
        doc, text, report(doc, text, first, parties=parties), publisher=publisher,
        language=language, official=official,
    )  # fmt: skip


def keep(path, *readings):
    """A merged record of these readings."""
    store = Store(path)
    store.keep_all(readings)
    merge_new(store)
    return store
