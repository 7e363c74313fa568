"""How a mention hangs in a Russian sentence: by its preposition, its case and its neighbours.

In: the text of a sentence, where a mention stands in it. Out: its cue, and what it shares with the
name that it is joined to. Which cases a form may be is told by cues/cases.py.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cases import cases_of
from dragoman.coding.cues.cue import Cue, named_cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence

__all__ = ["join_russian", "read_russian_cue"]

# Words that stand between a preposition and its noun: своим, с новым главой, его коллегой.
_BETWEEN = (
    r"(?:(?:его|её|ее|их|[а-яё-]+(?:ым|им|ой|ей|ого|его|ому|ему|ых|ыми|ими|ую|юю|ом|ем|ами|ями)|главой|коллегой|коллегами|министром|президентом"
    r"|премьером|послом|представителями|властями|лидером|лидерами)\s+){0,3}"
)
_PREPOSITION = re.compile(
    r"(?:(?P<withh>\bсо?|\bмежду|\bвместе\sс|\bсовместно\sс)|(?P<to>\bк|\bко|\bв\sадрес|\bдля|\bв\sпользу)"
    r"|(?P<about>\bпротив|\bоб?|\bпо|\bв\sотношении|\bв\sсвязи\sс|\bнад|\bза|\bиз-за|\bотносительно|\bна\sфоне)|(?P<fromm>\bот|\bиз|\bу|\bсо\sстороны)"
    r"|(?P<at>\bво?|\bна|\bпри|\bчерез)|(?P<andd>,|\bи|\bа\sтакже|\bлибо|\bили))"
    r"\s+" + _BETWEEN + r"[«\"„]?$",
    re.IGNORECASE,
)
# What is no noun: a bare name behind it is not its genitive.
_NO_NOUN = re.compile(
    r"(?:^|[.,;:!?—–«\"(-]\s?|\d\s|\b(?:и|а|но|что|как|если|когда|также|тоже|ранее|вновь|уже|ещ[её]|не|сегодня|вчера|накануне|где|то|же|лишь|только|затем|однако|поскольку"
    r"|(?!(?:дел|посол|генерал|зал|недели|цели)\s)[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ют|ит|ят|ет[сc]я|ются|ится|ятся|ть|ться|[аяиыу]в|вший|вшая|ено|ены|ён|ена|но|ски)"
    r"|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я|марта|мая|августа|года|году)\s)$",
    re.IGNORECASE,
)
_FEMALE_VERB = re.compile(r"^,?\s(?:\S+\s){0,3}?[а-яё]+(?:ла|лась)\b")
# Those who act for a state stand before it in the nominative: лидеры Гондураса, хунта Мали.
_AGENT = re.compile(
    r"(?:^|[,;:—–»]\s|\s[—–]\s|\b(?:и|а|но|что|как|когда|где|после того как|тогда как)\s|\b(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|года|году|недели|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|сообщению|данным|словам)\s)"
    r"(?:(?:[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)|десятки|сотни|тысячи|двое|трое|несколько)\s){0,2}"
    r"(?:[Мм]инистр|[Мм]инистры|[Гг]лава|[Гг]лавы|[Лл]идер|[Лл]идеры|[Пп]резидент|[Пп]резиденты|[Пп]ремьер|[Пп]ремьеры|[Пп]ремьер-министры|[Пп]осол|[Пп]ослы|[Пп]осланник|[Пп]осланники|[Пп]редставитель|[Пп]редставители"
    r"|[Дд]елегация|[Дд]елегации|[Пп]ереговорщики|[Сс]ледователи|[Вв]оеначальники|[Кк]омандующие|[Кк]омандиры|[Кк]омандование|[Пп]равительство|[Пп]равительства|[Вв]ласти|[Хх]унта|[Аа]рмия|[Вв]ойска|[Вв]оенные|[Вв]оеннослужащие|[Сс]олдаты|[Пп]арламент|[Пп]арламентарии|[Дд]епутаты"
    r"|[Сс]уд|[Пп]рокуратура|[Пп]рокуроры|[Пп]олиция|[Пп]олицейские|[Мм]инистерство|[Мм]инистерства|[Вв]едомство|[Уу]правление|[Сс]лужба|[Рр]азведка|[Чч]иновники|[Дд]ипломаты|[Дд]ипломат|[Кк]оординатор|[Кк]омиссия|[Сс]овет|[Аа]гентство|[Цц]ентробанк|[Цц]ентральный банк"
    r"|[Фф]лот|[Вв]оенно-морские силы|[Вв]ооруж[её]нные силы|[Аа]виация|[Сс]пецслужбы|[Ии]стребители|[Пп]ограничники|[Бб]оевики|[Сс]торонники|[Кк]ороль|[Кк]оролева|[Ээ]мир|[Сс]ултан|[Кк]анцлер|[Рр]егулятор|[Мм]иссия|[Пп]осольство|[Мм]ИД|МВД|[Мм]инобороны|[Вв]рачи|[Сс]пасатели|[Пп]ротестующие|[Жж]ители)\s"
    r"(?:(?:(?:иностранных|внутренних|внешних)\sдел|обороны|финансов|торговли|энергетики|юстиции|здравоохранения|экономики|безопасности|миграции|иммиграции|разведки|правительства|парламента|армии|внешней политики|культуры|транспорта|сельского хозяйства|генштабов?|государств|стран|МИД|по\s[а-яё]+(?:\s[а-яё]+)?)\s){0,2}$"
)
# Стороны условились: a word for several at the head of its sentence, its verb in the plural.
_SEVERAL = re.compile(
    r"(?:обе\s)?(?:сторон|стран|столиц|делегаци)[ыи]|об[ае]\s(?:государства|министра|президента|лидера|премьера|правительства)|собеседники|участники|переговорщики|дипломаты|министры|лидеры|президенты|главы(?:\s(?:государств|правительств|МИД|внешнеполитических ведомств))?",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"^\s(?:[а-яё-]+\s){0,3}?[а-яё]+(?:ли|лись|ют|ят|ут|ются|ятся)\b")
_ACCORDING = re.compile(
    r"^По\s(?:словам|мнению|оценке|версии|сообщению|данным|утверждению)\s[^,]{2,50},\s$"
)
_OWNED = re.compile(
    r"\b(?:встреч[аиу]|переговоры|бесед[ауы]|разговор|визит|поездк[ау]|саммит|заявлени[ея]|предложени[ея]|решени[ея]|слова|действия|план[ы]?)\s(?:[А-ЯЁ]\.\s?){0,3}$",
    re.IGNORECASE,
)


_TITLED = re.compile(
    r"(?:[Мм]инистр|[Пп]резидент|[Пп]ремьер(?:-министр)?|[Гг]лава|[Пп]осол|[Лл]идер|[Кк]ороль|[Зз]аместитель|[Пп]редставитель|[Гг]оссекретарь|[Кк]анцлер|[Пп]редседатель|[Сс]пикер)(?![а-яё])"
)
_OF_BOTH = re.compile(r"(?:двух|обеих|обоих|тр[её]х)\s", re.IGNORECASE)
_PAST = re.compile(r"\s(?:также\s|вновь\s|вчера\s|сегодня\s)?[а-яё]+(?:л|[её]л|лся|ла|лась)\s")
# What joins two names into one group.
_JOINS = re.compile(r"^\s*(?:,\s*)?(?:и|а\sтакже|,|либо|или)\s+" + _BETWEEN + r"[«\"„]?$")


def read_russian_cue(text: str, mention: Mention, start: int, end: int) -> Cue:
    """The cue of a Russian mention: by its preposition, else by its case, else by what precedes."""
    cue = _by_preposition(text, start, end)
    cases = cases_of(text[start:end])
    if mention.kind == "pronoun" and text[start:end].lower() in ("он", "она", "они", "мы"):
        return "subject"  # Обвинения она отвергает
    if cue in ("bare", "subject", "object") and "g" in cases and _OWNED.search(text[:start]):
        return "of"  # Встреча Лаврова и Рубио состоялась
    if cue == "and" and cases == "n" and _ACCORDING.search(text[:start]):
        return "subject"  # По словам Фицо, Путин подтвердил
    alone = "n" in cases and ("g" not in cases or len(cases) == 6)
    if mention.kind == "person" and cue == "bare" and alone:
        return "subject"  # Зеленский is no adjective: a person's accusative is another form
    if cue == "of" and mention.kind in ("state", "body") and _AGENT.search(text[:start]):
        return "subject"
    if mention.kind in ("person", "office"):
        if (
            cases == "n"
            and cue in ("at", "to", "of", "about", "with", "from")
            and _TITLED.match(text[start:])
        ):
            return "subject"  # В ходе визита в Ханой Министр …
        acts = _PAST.match(text[end : end + 40])
        if cue in ("of", "bare", "object") and acts and "n" in cases and text[end - 1] not in "ая":
            return "subject"  # на границе Раиси встретился
    if mention.kind == "joint" and cue == "bare" and _OF_BOTH.match(text[start:end]):
        return "of"  # на встрече лидеров двух стран
    several = mention.kind == "joint" and _SEVERAL.fullmatch(text[start:end])
    if cue in ("object", "of") and several and _PLURAL.match(text[end : end + 60]):
        return "subject"
    return cue


def _by_preposition(text: str, start: int, end: int) -> Cue:
    lead = text[max(0, start - 60) : start]
    found = _PREPOSITION.search(lead)
    cases = cases_of(text[start:end])
    name = named_cue(found)
    if (
        name == "with"
        and "g" in cases
        and "i" not in cases
        and found is not None
        and found.group("withh") in ("с", "со", "С")
    ):
        return "from"
    if name == "at" and "p" not in cases and "a" in cases:
        return "to"
    if (
        name == "about"
        and found is not None
        and found.group("about").lower() == "за"
        and "i" in cases
    ):
        return "at"
    if name != "bare":
        return name
    return _by_case(text, start, end, cases)


def _by_case(text: str, start: int, end: int, cases: str) -> Cue:
    lead = text[max(0, start - 60) : start]
    if len(cases) == 6:
        return "bare" if _NO_NOUN.search(lead) or not lead.strip() else "of"
    if "n" in cases:
        if "g" in cases and not _FEMALE_VERB.match(text[end : end + 60]):
            return "object" if _NO_NOUN.search(lead) else "of"
        return "subject" if "a" not in cases else "bare"
    if cases == "a":
        return "object"
    if "g" in cases:
        if "a" in cases and _NO_NOUN.search(lead):
            return "object"
        if "d" in cases and re.search(
            r"(?<!пос)(?<!\bде)(?<!\bсто)(?<!отде)(?:л|ла|ли|ло|ет|ют|ит|ят|ть)\s$", lead
        ):
            return "to"
        return "of"
    if "a" in cases:
        return "object"
    if "d" in cases:
        return "to"
    return "by" if "i" in cases else "at"


def join_russian(sentence: Sentence, cues: list[Cue], i: int) -> Cue:
    """Joined names share a cue; behind a comma that joins nothing the case alone tells."""
    mention, base = sentence.mentions[i], sentence.start
    start, end = mention.start - base, mention.end - base
    cases = cases_of(sentence.text[start:end])
    alone = _by_case(sentence.text, start, end, cases)
    if i == 0:
        return alone
    gap = sentence.text[sentence.mentions[i - 1].end - base : start]
    if not _JOINS.match(gap):
        return alone
    left = cases_of(
        sentence.text[sentence.mentions[i - 1].start - base : sentence.mentions[i - 1].end - base]
    )
    return cues[i - 1] if set(left) & set(cases) else alone
