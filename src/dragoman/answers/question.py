"""A question -> what it wants and of whom: the first half of answering.

In: a question in any of the five languages. Out: a Question with what is wanted (when, where,
who, ...), the countries, bodies and people it names, the days it speaks of, the acts it asks
after, and the words left over. Finding the answer is left to ask.py.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal

from dragoman.answers.strangers import find_strangers
from dragoman.coding.acts.lexicon import find_triggers
from dragoman.coding.cues.find import find_cues
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.places import find_town
from dragoman.coding.names.tables import load_tables
from dragoman.coding.scene import Sentence
from dragoman.errors import QuestionError
from dragoman.languages import detect
from dragoman.languages.dates import find_dates

__all__ = ["LONGEST", "Named", "Question", "Wanted", "parse_question"]

LONGEST = 500  # code points of a question; chosen, not measured
Wanted = Literal[
    "count", "open", "when", "where", "who", "pledges", "why", "what", "whether", "passage"
]
_ORDER: tuple[Wanted, ...] = ("count", "open", "when", "where", "who", "why", "what", "whether")
_WORD = re.compile(
    r"[가-힣]+|[ァ-ヶー]{2,}|[\u4e00-\u9fff]{2,}|[A-Za-zА-Яа-яё][A-Za-zА-Яа-яё0-9'’-]+|\d[\d,.]*"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody the question names: words as written, code of the country or body, table keys.

    ``keys``: ids by which the record may know a person (Wikidata id, table key). ``subject``:
    who acts, as far as the question's grammar shows it.
    """

    text: str
    country: str | None
    name: str | None
    keys: tuple[str, ...] = ()
    office: str | None = None
    subject: bool = False

    @property
    def person(self) -> bool:
        """Whether a person by name is meant."""
        return self.name is not None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``types`` are PLOVER types of the acts asked after; ``words`` the rest.

    ``amount``: a number is wanted (how much, how many); ``duration``: how long something took;
    ``changed``: how a stand moved; ``news``: why somebody is in the news. ``strangers``: names before a title that
    no table knows; a document that answers must hold them. ``places`` are
    cities where it is to have been, ``spots`` such places that no table knows.
    """

    text: str
    language: str
    wanted: Wanted
    named: tuple[Named, ...] = ()
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    meeting: bool = False
    form: str | None = None
    level: str | None = None
    planned: bool = False
    pledges: bool = False
    said: bool = False
    topics: bool = False
    amount: bool = False
    duration: bool = False
    changed: bool = False
    news: bool = False
    words: tuple[str, ...] = field(default=())
    places: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Named, ...]:
        """The people named."""
        return tuple(n for n in self.named if n.person)

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of the states and bodies named, in order, once each."""
        return tuple(dict.fromkeys(n.country for n in self.named if n.country and not n.person))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    text = resources.files("dragoman.data").joinpath("questions.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    rows = table.get(language, table["en"])
    return {
        name: re.compile(value, re.IGNORECASE) for name, value in rows.items() if name != "stop"
    } | {"stop": re.compile(rf"(?:{rows['stop']})", re.IGNORECASE)}


def parse_question(
    text: str, *, language: str | None = None, today: dt.date | None = None,
    gazetteer: Gazetteer | None = None,
) -> Question:  # fmt: skip
    """Read a question. Raises QuestionError when there is none or it is too long."""
    text = " ".join(text.split())
    if not text:
        raise QuestionError("the question is empty; ask for example who met whom, when or where")
    if len(text) > LONGEST:
        raise QuestionError(f"a question of {len(text)} characters; at most {LONGEST} are read")
    language = language or detect(text)
    patterns = _patterns(language)
    gazetteer = gazetteer or Gazetteer.load(None)
    today = today or dt.datetime.now(dt.UTC).date()
    read = text
    if language == "ru" and _OPENS.match(text):  # Когда Кисида ...: no name of two words
        read = text[0].lower() + text[1:]
    mentions = gazetteer.find(read, language, None)
    dates = [d for d in find_dates(text, language, today) if d.when.start]
    # "by 2030" is when it is due, no day of the record.
    dates = [
        d for d in dates
        if not re.match(r"\s?(?:까지|までに)", text[d.end :])
        and not re.search(r"\bby $", text[: d.start], re.IGNORECASE)
        and not _DUE.search(text[d.start : d.end])
        and not (_NEXT_TO.search(text[d.start : d.end]) and _AN_EVENT.search(text[: d.start]))
        and not (text[d.start : d.end].endswith("내주") and _VERB.match(text, d.end))
    ]  # fmt: skip
    # "since 2021", 2021년 이후: until now.
    open_ended = any(_SINCE.search(text[: d.start]) or _AFTER.match(text, d.end) for d in dates)
    asks = {name: bool(p.search(text)) for name, p in patterns.items() if name != "stop"}
    wanted: Wanted = next((name for name in _ORDER if asks[name]), "passage")
    if asks.get("country"):
        wanted = "who"
    if wanted == "count" and asks["pledges"]:
        wanted = "what"  # 얼마나 자주 열기로 했나요: as agreed, not as it was
    if wanted == "whether" and (asks.get("amount") or asks.get("duration")):
        wanted = "what"  # 얼마나 걸렸나요: a length, no yes or no
    triggers = find_triggers(text, 0, language)
    types = tuple(
        dict.fromkeys(t.type for t in triggers if t.type not in ("CONSULT", "AGREE", "STATEMENT"))
    )
    if "ACCUSE" in types and "MOBILIZE" in types:
        # "Who condemned the missile launch?": the launch is what was condemned.
        types = tuple(t for t in types if t != "MOBILIZE")
    strangers = find_strangers(text, language, mentions)
    cities, spots, capitals, towns = _where(text, language, mentions)
    # 문재인 정부, the Biden administration: a time or a government, nobody who takes part.
    mentions = [
        m for m in mentions
        if m.start not in capitals and not (m.kind == "person" and _RULE.match(text, m.end))
    ]  # fmt: skip
    taken = [(s.start, s.end) for s in strangers] + [s.span(1) for s in (*spots, *towns)]
    taken += [(m.start, m.end) for m in mentions] + [(d.start, d.end) for d in dates]
    named = _name(text, language, mentions)
    named += tuple(Named(s.text, None, s.text, subject=s.subject) for s in strangers)
    # "What did A and B discuss?" asks after a meeting without saying so.
    meeting = asks["meeting"] or (asks["topics"] and len(named) > 1 and wanted == "what")
    return Question(
        text=text,
        language=language,
        wanted=wanted,
        named=named,
        since=min((d.when.start[:10] for d in dates if d.when.start), default=None),
        until=None
        if open_ended
        else max(((d.when.end or d.when.start or "")[:10] for d in dates), default=None),
        types=types,
        meeting=meeting,
        form="call" if asks["call"] else "visit" if asks["visit"] else None,
        level=_level(text, language),
        planned=asks["planned"],
        pledges=asks["pledges"],
        said=asks["said"] or asks.get("react", False),
        topics=asks["topics"],
        amount=asks.get("amount", False),
        duration=asks.get("duration", False),
        changed=asks.get("changed", False),
        news=asks.get("news", False),
        words=tuple(
            word
            for word in _words(text, patterns["stop"], taken)
            if not (asks["topics"] and patterns["topics"].search(word))
        ),
        strangers=tuple(s.text for s in strangers),
        places=tuple(dict.fromkeys(cities)),
        spots=tuple(s[1].strip().removeprefix("the ") for s in spots),
    )


_OPENS = re.compile("(?:Ко[гм]|Кто|Где|Куда|Что|Чем|Почему|Зачем|Сколько|Как|С кем|О чём)")
# 방문 전날, 会談の翌日: counted from an event, not from today.
_NEXT_TO = re.compile(
    r"^(?:바로 )?(?:전날|다음 ?날|이튿날|당일|같은 날|前日|翌日|同日|当日|前一天|第二天|накануне)",
    re.I,
)
_AN_EVENT = re.compile(r"(?:기|한|은|의|담|문|식|선|の|[一-龥]) ?$")
_VERB = re.compile("[기겠었는지고]")  # 내주기로: to yield, no next week
_DUE = re.compile("연내|年内|end of the year")
_SINCE = re.compile(r"\bsince $", re.IGNORECASE)
_AFTER = re.compile(r"\s?(?:이후|이래|부터|以降|以来|から)")
_RULE = re.compile(
    r"(?:['’]s)? ?(?:정부|행정부|정권|내각|政権|内閣|administration|government|cabinet)"
)
_SUMMIT = re.compile(
    r"정상\s?회[의담]|정상들?[은이]\b|首脳(?:たち)?[はが]|首脳の(?!会)|\bsummit\b|首脳会[談合]|峰会|саммит",
    re.IGNORECASE,
)
_MINISTERS = re.compile(
    r"외교\s?장관\s?회[의담]|foreign ministers?['’]? (?:meeting|talks)|外相会[談合]|外长会[晤谈]"
)


# Where it is to have been: 키토에서, 平壌で, in Ramallah.
_SPOTS = {
    "ko": re.compile(r"([가-힣]{2,})에서(?!의|는)"),
    "ja": re.compile(r"([一-龥ァ-ヶー]{2,})で(?=[一-龥ァ-ヶ何誰]|の)"),
    "en": re.compile(
        r"\b(?:in|at|(?<!it )to|from) ((?:the )?[A-Z][\w'’-]+(?: (?:(?:de|da|do|dos|del|la|el|al|of|sur) )?[A-Z][\w'’-]+)*)"
    ),
}
_NO_SPOT = re.compile(
    r"어디|공항|호텔|현장|과정|전투|사건|선거|협상|석상|행사|만찬|오찬|상황|戦闘|事件|事故|選挙|交渉|空港|官邸|会場|現場|席上|行事|夕食|昼食|晩餐|式典|番組|회담|회의|통화|방문|정상|기록|가운데|국내|해외|会談|会合|会議|面会|電話|訪問|協議|表明|首脳|総会|方針|演説|声明|講演|談話|書簡|投稿|会見|연설|성명|회견|담화|서한|발표|인터뷰|경축사|追加|単独|共同|無償|独自|初めて|最後|非公開|合同|全会一致|対面|"
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)


@cache
def _seats(language: str) -> dict[str, str]:
    return {f: row["city"] for row in load_tables(None)["seat"] for f in row.forms(language)}


def _where(
    text: str, language: str, mentions: list[Mention]
) -> tuple[list[str], list[re.Match[str]], set[int], list[re.Match[str]]]:
    """(cities, places that no table knows, starts of mentions that name a capital as a place,
    words that name one of the cities)."""
    cities = [m.city for m in mentions if m.kind == "place" and m.city]
    unknown: list[re.Match[str]] = []
    towns: list[re.Match[str]] = []
    capitals: set[int] = set()
    pattern = _SPOTS.get(language)
    for found in pattern.finditer(text) if pattern else ():
        words = found[1].strip().removeprefix("the ")
        if _NO_SPOT.search(words):
            continue
        over = [m for m in mentions if m.start < found.end(1) and found.start(1) < m.end]
        if city := _seats(language).get(words):
            if city not in cities:
                cities.append(city)
            capitals |= {m.start for m in over if m.kind == "state"}
        elif not over:
            if town := find_town(words, language):
                cities.append(town.city)
            if town or not re.match("to|from", found[0], re.IGNORECASE):
                (towns if town else unknown).append(found)
    return cities, unknown, capitals, towns


def _level(text: str, language: str) -> str | None:
    if _MINISTERS.search(text):
        return "ministerial"
    return "summit" if _SUMMIT.search(text) else None


def _name(text: str, language: str, mentions: list[Mention]) -> tuple[Named, ...]:
    sentence = Sentence(0, 0, len(text), text, "paragraph", 0, list(mentions))
    cues = find_cues(sentence, language)
    named: list[Named] = []
    for mention, cue in zip(mentions, cues, strict=True):
        if language == "en":
            subject = bool(_ACTING.search(text[: mention.start])) or bool(
                named and named[-1].subject and _JOINED.search(text[: mention.start])
            )
        else:
            subject = cue in ("topic", "subject") or (
                language not in ("ko", "ja") and cue == "bare" and not named
            )
        if mention.kind == "states":
            named += [Named(mention.text, code, None, subject=subject) for code in mention.members]
        elif mention.kind == "person":
            keys = tuple(dict.fromkeys(k for k in (mention.actor, *mention.people) if k))
            named.append(
                Named(mention.text, mention.country, mention.name, keys, mention.office, subject)
            )
        elif mention.kind in ("state", "body", "office") and mention.country:
            named.append(Named(mention.text, mention.country, None, (), mention.office, subject))
    return tuple(named)


# In an English question he acts who stands behind the auxiliary: what did A tell B, is A to visit B.
_ACTING = re.compile(
    r"(?:\b(?i:did|does|do|has|have|had|will|would|can|could)|^(?:Is|Are|is|are)"
    r"|\b(?i:who|whom|what|where|when) (?:is|are)) (?:the )?(?:[A-Z][\w.-]+ |(?:prime|foreign"
    r"|defen[cs]e|president|minister|secretary|leaders?|ministers?|government|of|and|the) ){0,5}$"
)
_JOINED = re.compile(r"(?:,| and|, and) (?:the )?(?:[A-Z][\w.-]+ ){0,3}$")

_TAILS = re.compile(
    r"(?:에서는|에서|에게서|에게|으로부터|로부터|에 대해|에는|에도|으로|로|은|는|이|가|을|를|의|와|과|도|만|에|했나요|했습니까|하였나요|됐나요|되었나요|했는가|했나|였나|됐나|었나|았나|인가요|나요|습니까|하는|한|할)$"
)


def _words(text: str, stop: re.Pattern[str], taken: list[tuple[int, int]]) -> tuple[str, ...]:
    """Content words: what is neither a name, a date, a question word nor grammar."""
    out: list[str] = []
    for found in _WORD.finditer(text):
        if any(a < found.end() and found.start() < b for a, b in taken):
            continue
        word = found.group().rstrip("'’-")
        if "가" <= word[0] <= "힣":
            word = _TAILS.sub("", word) if len(word) > 2 else word
        if stop.fullmatch(word) or len(word) < 2 or word[0] == "何":
            continue
        if "가" <= word[0] <= "힣" and stop.match(word) and len(word) <= 5:
            continue
        out.append(word)
    return tuple(dict.fromkeys(out))
