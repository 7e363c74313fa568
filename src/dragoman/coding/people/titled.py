"""Who is meant by a title without a name: 대통령은, "the Secretary of State", 동 장관, 同外相.

In: Told, a mention of an office, what stands near it. Out: the same with its holder, its state, or
the name that stands beside it; None where nothing tells whose it is. Whether words around the title
let it speak of its holder is settled here; names of the tables are left to people/named.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.names.holders import ONE_HOLDER
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.cast import Figure
from dragoman.coding.people.settled import as_figure, as_holder
from dragoman.coding.people.told import HOME, Told

__all__ = ["read_pronoun", "read_title"]

# What must stand around a title without country or name for it to speak of its holder.
_SUBJECT = {
    "ko": re.compile(r"(?:은|는|이|가|과|와|께서|에게|도)(?![가-힣])"),
    "ja": re.compile(r"(?:は|が|と|も|に|、|から(?:は|も)?、)"),
    "zh": re.compile(r"(?!府|选|選|候|令|制|办|辦|级|級|会|會|任)"),
    "en": re.compile(r"(?![-\w])(?!\s(?:elect|of|for|at)\b)"),
    "ru": re.compile(r"(?!\s(?:стран|по|в)\b)"),
}
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s))*")  # what is left of one
_THE = re.compile(r"\b[Tt]he\s$")
# 왕세자를 초대해, 장관을 예방했다: of those alone whom the document names.
_RECEIVED = re.compile(
    r"(?:님)?(?:을|를)\s(?:\S+\s){0,3}?(?:만나|만났|예방|접견|면담|초대|초청|영접|맞|찾|배웅|모시|모셔|불러)"
)
# "Assistant to the President" speaks of an assistant.
_AIDE = re.compile(r"(?:Assistant|Advis[eo]r|Counselor|Aide|Counsel)s?\sto\sthe\s$")
_POSTED = re.compile(r"주[가-힣]{1,6}\s?(?:대사|총영사)|駐.{1,6}大使|驻.{1,6}大使")
# 구스타보 만리케 외교장관: words that look like a foreigner's name right before a Korean title.
_NAMED = re.compile(r"(?:^|\s)[가-힣]{2,8}\s[가-힣]{2,8}\s(?:[가-힣]{2,6}\s겸\s)?$")
_SURNAME_BEHIND = re.compile(r"\s([A-ZÀ-ÞА-ЯЁ][\w’'-]+)")
_SURNAME_BEFORE = re.compile(r"(?:[가-힣]{1,8}|[ァ-ヶー]{2,10}|[一-龥々]{1,4})(?=\s?$)")
_ENTERS_OFFICE = re.compile(r"(?:이|으로|에)\s?(?:되|됐|된|당선|취임|오르|올)")
# Titles that Korea's own government has not.
_ELSEWHERE = re.compile(
    r"(?:주석|서기|총서기|서기장|국방위원장|국무위원장|외교부장|국방부장|외상|외무상|방위상|국무장관|수상|국왕|천황|총통|관방장관)$"
)
_LAST_WORD = re.compile(r"([가-힣]+) \Z")
_LOOSE = re.compile(r"(?:[은는을를며고서도에과와면]|[가-힣][이가의로]|그리고|그러나|우리)$")


def read_title(
    told: Told, mention: Mention, recalls: bool, nearby: list[list[Mention]]
) -> Mention | None:
    """The title as its holder; None where nothing tells whose it is.

    ``recalls``: the sentence speaks of another year; ``nearby``: the mentions before this one, of
    this sentence and of those right before it.
    """
    if told.language == "en" and _AIDE.search(told.before(mention, 24)):
        return None
    if mention.country is None:
        if (beside := _with_surname(told, mention)) is not None:
            return beside
        if told.section and _NAMED.search(told.before(mention, 24)):
            # [에콰도르] … 구스타보 만리케 외교장관: the heading says whose minister he is.
            return as_holder(told, replace(mention, country=told.section), recalls)
        if told.language == "ko" and (guest := _of_the_host(told, mention)) is not None:
            return guest
        return _bare(told, mention, nearby)
    if mention.state:
        state = f"{mention.state} {mention.office or ''}".strip()
        sector = None if mention.state == "former" else mention.sector
        return replace(mention, office=state, sector=sector)
    return as_holder(told, mention, recalls)


def read_pronoun(told: Told, mention: Mention) -> Mention:
    """同外相: the last person of that office; he and 그는 are bound by the discourse."""
    title = mention.text[1:]
    figure = next((f for f, words in reversed(told.said) if words.endswith(title)), None)
    if not mention.text.startswith("同") or figure is None:
        return mention
    return replace(
        mention, name=figure.name, actor=figure.key, country=figure.country,
        office=figure.office, sector=figure.sector or "GOV",
    )  # fmt: skip


# ------------------------------------------------------------------ a name beside the title
def _of_the_host(told: Told, mention: Mention) -> Mention | None:
    """셜리 아요코르 보츠웨이 외교장관 in a text on one state abroad: that state's, with the name."""
    host = told.fronted or told.only
    span = told.names.before(told.text, mention.start, host) if host else None
    if span is None or not re.search(r"[\s·-]", told.text[span[0] : span[1]]):
        return None
    guest = replace(_joined(told, mention, *span), country=host)
    told.cast.enter(guest)
    return guest


def _with_surname(told: Told, mention: Mention) -> Mention | None:
    """The title before or behind a surname of someone of no table whom the document names."""
    for start, end in _beside(told, mention):
        figures = _called(told, told.text[start:end])
        if len(figures) == 1:
            return as_figure(told, _joined(told, mention, start, end), figures[0])
    return None


def _beside(told: Told, mention: Mention) -> list[tuple[int, int]]:
    """Where a surname may stand beside a title: the whole word, then what may be its end."""
    if told.language in ("en", "ru"):
        found = _SURNAME_BEHIND.match(told.text, mention.end)
        return [found.span(1)] if found else []
    found = _SURNAME_BEFORE.search(told.before(mention, 16))
    if found is None:
        return []
    base = mention.start - len(found.string)
    start, end = base + found.start(), base + found.end()
    sizes = (1, 2, 3) if told.language != "ko" else ()
    return [(start, end), *((end - size, end) for size in sizes if end - start > size)]


def _joined(told: Told, mention: Mention, start: int, end: int) -> Mention:
    """The title and the name at [start, end) as one person."""
    first, last = min(start, mention.start), max(end, mention.end)
    return replace(
        mention, kind="person", start=first, end=last, text=told.text[first:last],
        name=told.text[start:end], name_start=start, name_end=end,
    )  # fmt: skip


def _called(told: Told, name: str) -> list[Figure]:
    figures = told.cast.by_surname(name, None)
    if not figures and len(name) == 1:
        figures = [f for f in told.cast.figures if f.key is None and f.name.startswith(name)]
    return figures


# ------------------------------------------------------------------ a title alone
def _bare(told: Told, mention: Mention, nearby: list[list[Mention]]) -> Mention | None:
    """대통령은, "the President", 首相は: the one in the document, else the publisher's own."""
    if mention.state or not mention.offices:
        return None
    if mention.office == "ambassador":
        # 우리 주일대사: an envoy without a country is the publisher's own.
        posted = told.home and _POSTED.match(mention.text)
        return replace(mention, country=told.home) if posted else None
    received = told.language == "ko" and bool(_RECEIVED.match(told.text, mention.end))
    if not received and not _SUBJECT[told.language].match(told.text, mention.end):
        return None
    if told.language == "en" and not _THE.search(told.before(mention, 5)):
        return None
    if told.language == "ko" and (same := _same(told, mention)) is not None:
        return same
    if told.language == "ko" and not _is_unqualified(told, mention):
        return None
    american = told.is_white_house or (told.official and told.home == "USA")
    leads = mention.office in ("president", "vice president") and mention.text[:1].isupper()
    if american and leads:
        return as_holder(told, replace(mention, country="USA", covers=()), False)
    figures = _of_the_cast(told, mention)
    if told.language == "en":
        # The President will host President Yoon: another one, the publisher's own if anybody's.
        others = [f for f in figures if not _is_named_next(told, mention, f)]
        if figures and not others:
            return _of_the_publisher(told, mention)
        figures = others
    if figures:
        if len(figures) > 1 and told.language == "ko" and told.official and not received:
            # 대통령은, 장관은 in an office's own text: its own, whoever else of that rank was met.
            ours = [f for f in figures if f.country == told.home]
            figures = ours if len(ours) == 1 else figures
        if len(figures) > 1 and told.last is not None and told.last in figures:
            figures = [told.last]
        return as_figure(told, mention, figures[0]) if len(figures) == 1 else None
    abroad = any(
        m.country not in (None, told.own_state) for row in nearby for m in row if m.kind != "place"
    )
    if received or abroad or mention.office not in ONE_HOLDER:
        return None
    if told.language == "ko" and _ELSEWHERE.search(mention.text):
        return None  # 국가주석이, 외교부장은: no title of the publisher's own
    if told.language in ("ko", "ja") and told.home == HOME[told.language]:
        return as_holder(told, replace(mention, country=told.home), False)
    return _of_the_publisher(told, mention) if told.language == "en" else None


def _of_the_publisher(told: Told, mention: Mention) -> Mention | None:
    """The President, with a capital, of whom nothing else is told: the publisher's own."""
    if told.home is None or not mention.text[:1].isupper():
        return None
    return as_holder(told, replace(mention, country=told.home), False)


def _of_the_cast(told: Told, mention: Mention) -> list[Figure]:
    """Those of the cast who may be meant by a title that says no state."""
    single = mention.office in ONE_HOLDER
    figures = told.cast.by_office(mention.offices if single else mention.covers, None)
    if single and not figures and told.language == "en":
        # "the Crown Prince" of "Prime Minister and Crown Prince Mohammed"
        figures = [f for f in told.cast.figures if any(mention.text in t for t in f.titles)]
    if single and len(figures) < 2:
        return figures
    # "The Secretary" is whom the document calls Secretary, not another foreign minister.
    word = mention.text.split(" ")[-1]
    named = [f for f in figures if any(word in title for title in f.titles)]
    return named or (figures if single else [])


def _is_named_next(told: Told, mention: Mention, figure: Figure) -> bool:
    """Whether the one of that title is first named later in the sentence of an English title."""
    if any(said is figure for said, _ in told.said):
        return False
    rest = _SENTENCE.match(told.text, mention.end)
    return rest is not None and any(
        re.search(rf"\b{re.escape(name)}\b", rest.group())
        for name in (*figure.names, *figure.surnames)
    )


def _is_unqualified(told: Told, mention: Mention) -> bool:
    """Whether nothing qualifies the title: not 첫 흑인 대통령이 됐다, not 그바그보 대통령은."""
    if _ENTERS_OFFICE.match(told.text[mention.end : mention.end + 8]):
        return False
    word = _LAST_WORD.search(told.before(mention, 12))
    return word is None or bool(_LOOSE.search(word.group(1)))


def _same(told: Told, mention: Mention) -> Mention | None:
    """동 장관은: the last one of that title whom the text named."""
    if told.before(mention, 3) not in (" 동 ", "\n동 "):
        return None
    # The office's own minister is 장관 or 우리 측; 동 장관 is the one he met.
    title = mention.text.split(" ")[-1]
    said = [m for m in told.titled if m.text.endswith(title)]
    said = [m for m in said if m.country != told.home] or said
    if not said:
        return None
    return replace(
        mention, name=said[-1].name, actor=said[-1].actor, country=said[-1].country,
        office=said[-1].office, sector=said[-1].sector, candidates=said[-1].candidates,
    )  # fmt: skip
