"""Short ways to write readings for tests of the record."""

from dragoman.records import (
    Code,
    Document,
    Evidence,
    Participant,
    Passage,
    Reading,
    Report,
    When,
    Where,
)

PEOPLE = {
    "조태열": ("KOR", "foreign minister"), "블링컨": ("USA", "foreign minister"),
    "이와야 다케시": ("JPN", "foreign minister"), "김용현": ("KOR", "defence minister"),
    "오스틴": ("USA", "defence minister"), "윤석열": ("KOR", "president"),
    "바이든": ("USA", "president"), "이시바 시게루": ("JPN", "prime minister"),
    "岩屋毅": ("JPN", "foreign minister"), "趙兌烈": ("KOR", "foreign minister"),
    "Antony Blinken": ("USA", "foreign minister"), "Cho Tae-yul": ("KOR", "foreign minister"),
    "Iwaya Takeshi": ("JPN", "foreign minister"),
}  # fmt: skip


def report(doc, number=0, *, names=(), kind="meeting", form="meeting", level="ministerial",
           status="held", day="2024-11-14", end=None, precision="day", city=None, country=None,
           occasion=None, parties=(), type_="CONSULT", content=None, topics=(), quote="회담",
           targets=(), made_by="rules@1", due=None, id_=None):  # fmt: skip
    """One report of document ``doc``; people by name, further parties by country."""
    role = "party" if kind in ("meeting", "pledge", "agreement") else "source"
    people = [
        Participant(role=role, name=n, actor=None, country=PEOPLE[n][0], office=PEOPLE[n][1],
                    evidence=None)
        for n in names
    ]  # fmt: skip
    people += [
        Participant(role=role, name=c, actor=None, country=c, office=None, evidence=None)
        for c in parties
    ]
    people += [
        Participant(role="target", name=c, actor=None, country=c, office=None, evidence=None)
        for c in targets
    ]
    sources = tuple(sorted({p.country for p in people if p.role != "target"}))
    when = When(start=day, end=end or day, precision=precision, text=None) if day else None
    where = Where(city=city, country=country, geonames=None, text=city) if country else None
    return Report(
        id=id_ or f"report-{doc}-{number}", kind=kind,
        form=form if kind == "meeting" else None, level=level if kind == "meeting" else None,
        status=status, when=when, where=where, occasion=occasion, participants=tuple(people),
        topics=topics, content=content, due=due,
        codes=(Code(type=type_, source=sources, target=tuple(targets) or sources),),
        evidence=(Evidence(start=0, end=len(quote), quote=quote),), confidence=0.9,
        made_by=made_by,
    )  # fmt: skip


def reading(doc, *reports, publisher="KOR", language="ko", published="2024-11-15",
            official=False, text=None, url=None):  # fmt: skip
    """A reading of document ``doc`` with these reports."""
    quotes = [e.quote for r in reports for e in r.evidence]
    # Documents written apart share little wording.
    text = text or max([*quotes, ""], key=len) + f" {doc}의 기사 " + f"{doc}{language}" * 9
    return Reading(
        document=Document(
            id=doc, url=url or f"https://example.org/{doc}", publisher_country=publisher,
            language=language, published=published, official=official, text=text,
            passages=(Passage(role="paragraph", start=0, end=len(text)),),
        ),
        reports=reports,
    )  # fmt: skip
