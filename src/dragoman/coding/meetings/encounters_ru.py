"""Who meets whom at the words that name an encounter, in Russian.

In: a sentence, its cues, where the words stand. Out: indices of the acting side's mentions, and the
groups met with. Case and preposition tell the sides apart: the nominative and с with the instrumental;
"встреча президентов России и Китая" owns both. What became of it is left to meetings/status.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.arguments_ru import JOINS, clause_bounds, joined, named_before
from dragoman.coding.cues.cases import cases_of
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["find_russian_parties"]


def _list(sentence: Sentence, actors: list[int], first: int) -> list[int]:
    """A companion and those that и or a comma join to it in the instrumental."""
    mentions, base, out = sentence.mentions, sentence.start, [first]
    for i in actors:
        if i <= first:
            continue
        gap = sentence.text[mentions[out[-1]].end - base : mentions[i].start - base]
        text = sentence.text[mentions[i].start - base : mentions[i].end - base]
        if not gap.strip():
            out.append(i)  # президентом Египта | Абделем ас-Сиси: one person in two mentions
        elif JOINS.match(gap) and "i" in cases_of(text):
            out.append(i)
        else:
            break
    return out


def _several(
    sentence: Sentence, cues: list[Cue], actors: list[int], behind: list[int]
) -> list[int]:
    """The states behind a title in the plural: с главами МИД Италии, Латвии и Швеции."""
    first = next(
        (i for i in behind if cues[i] == "of" and sentence.mentions[i].kind == "state"), None
    )
    if first is None:
        return []
    lead = sentence.text[: sentence.mentions[first].start - sentence.start]
    return joined(actors, cues, sentence, first) if _WITH_SEVERAL.search(lead) else []


_FRONTED = re.compile(
    r"^(?:В\sходе|Во\sвремя|На|По\sитогам|В\s(?:коротком\s)?)(?:\s?[\w-]+){0,4}\s?$"
)


_NOUN = re.compile(
    r"^(?:(?:государственн|официальн|рабоч)[а-яё]+\s(?!визитом))?(?:встреч|переговор|телефонн|саммит|визит|бесед[аеуы]|консультац|совещани|видеоконф|конференц|контакт|разговор|заседани)",
    re.I,
)


_MEETS_OBJECT = re.compile(
    r"принял|принима|встретил[аи]?$|встречал[аи]?$|обзвон|посети|посеща|навести|телефону\s(?:поздрав|поблаг|проинф)",
    re.I,
)


_MEETS_DATIVE = re.compile(r"звонил|телефону\sсообщ|^вручи", re.I)


# поздравил белорусского коллегу в ходе телефонного разговора: with whom he spoke.
# в ходе беседы обсудили договорённости по обмену пленными с Киевом: not with whom they talked
_OTHERS_WITH = re.compile(
    r"\b(?:обмен|договор|отношени|границ|торговл|войн|конфликт)[а-яё]*\s(?:[а-яё]+\s)?со?\s(?:[а-яё]+\s)?$"
)


# обсудили предстоящие переговоры по Сирии, обменялись мнениями по международной встрече: what about
_DISCUSSED = re.compile(
    r"\b(?:обсуд|обсужд)[а-яё]+\s(?:(?!(?:на|в|во|с|со|между)\s)[а-яё]+\s){0,3}$|\bмнениями\s(?:по|о|об)\s(?:[^\s,.;]+\s){0,7}$"
)


_SPEAKS_IN = re.compile(r"\s(?:в\sходе|во\sвремя)\s(?:[а-яё]+\s)?$")


_SAYS_TO = re.compile(
    r"\s(?:также\s)?(?:поздравил|поблагодарил|проинформировал|заверил|призвал|попросил|пригласил|предупредил|сообщил|рассказал|заявил|напомнил|выразил)[аи]?\s(?:[а-яё]+\s){0,3}$"
)


# с министрами иностранных дел Италии, Латвии: one companion of each state.
_WITH_SEVERAL = re.compile(
    r"\bсо?\s(?:[а-яё]+ыми\s|[а-яё]+ими\s)?(?:министрами|главами|президентами|премьер-министрами|премьерами|лидерами|послами|коллегами|руководителями|представителями|спикерами)"
    r"(?:\s(?:иностранных\sдел|внешнеполитических\sведомств|МИД|обороны|финансов|экономики|правительств|парламентов|государств))?\s$"
)


_RECEIVES_HIM = re.compile(r"(?:его|её|ее|их)\s", re.I)


# позвонил Жапарову, а затем Рахмону: another call.
_AND_THEN = re.compile(r"^,?\s(?:а\s)?(?:затем|потом|позже|после)\s(?:[а-яё]+\s){0,3}$")


_BETWEEN = re.compile(r"\s(?:[а-яё-]+\s){0,4}?между\s")


_WHERE = re.compile(
    r"\s(?:(?:сегодня|вчера|накануне|также|затем|вечером|утром)\s)*(?:(?:в|во|на)\s[«\w-]+»?\s(?:[А-ЯЁ]\w+\s)?)?"
    r"(?:(?:копии\s|копию\s)?верительн\w+\sграмот\w*\s(?:у\s|от\s)?)?(?:[а-яё]+(?:ого|его|ую)\s){0,2}"
)


def _between(sentence: Sentence, behind: list[int], end: int) -> list[int]:
    """Консультации между МИД Беларуси и Казахстана: the first two that «между» names."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    opens = _BETWEEN.match(text, end - base)
    if opens is None:
        return []
    named = [i for i in behind if mentions[i].start - base >= opens.end() and mentions[i].country]
    if len(named) < 2 or mentions[named[0]].country == mentions[named[1]].country:
        return []
    gap = text[mentions[named[0]].end - base : mentions[named[1]].start - base]
    return named[:2] if re.match(r"\s(?:[А-ЯЁ][\w-]+\s){0,3}и\s", gap) and len(gap) <= 90 else []


def _received(
    sentence: Sentence, cues: list[Cue], subject: list[int], before: list[int], behind: list[int],
    end: int,
) -> list[int]:  # fmt: skip
    """Принял в Кремле министра; Президента встретил Алиев: persons whose accusative is their genitive."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    for i in behind:
        m = mentions[i]
        if cues[i] == "of" and m.kind in ("person", "office") and i not in subject:
            return [i] if _WHERE.fullmatch(text[end - base : m.start - base]) else []
    after = subject and mentions[subject[0]].start >= end
    if not after:
        return []
    return [
        i for i in before
        if cues[i] == "of" and mentions[i].kind in ("person", "office") and end - mentions[i].end <= 12
    ][-1:]  # fmt: skip


def find_russian_parties(
    sentence: Sentence, cues: list[Cue], start: int, end: int
) -> tuple[list[int], list[list[int]]]:
    """Who met at the meeting words [start, end): the subject's mentions, and the groups met with."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    left, right = clause_bounds(text, start - base, end - base)
    words = text[start - base : end - base]
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    before = [i for i in actors if mentions[i].end <= start and mentions[i].start - base >= left]
    behind = [
        i
        for i in actors
        if mentions[i].start >= end
        and mentions[i].start - end <= 160
        and mentions[i].end - base <= right
    ]
    compound = [
        i for i in actors
        if mentions[i].kind == "states" and (
            ((i in before or i in behind) and min(abs(start - mentions[i].end), abs(mentions[i].start - end)) <= 20)
            # раунд российско-вьетнамского стратегического диалога
            or (start <= mentions[i].start and mentions[i].end <= end)
        )
    ]  # fmt: skip
    if compound:
        return compound[:1], []
    if _RECEIVES_HIM.match(words):
        # Лукашенко сделал остановку в Абу-Даби, где его принял президент: the host stands behind.
        hosts = [i for i in behind if cues[i] in ("subject", "bare")][:1]
        guests = [i for i in actors if mentions[i].end <= start and cues[i] in ("subject", "bare")]
        return guests[-1:], [hosts] if hosts else []
    noun = bool(_NOUN.match(words))
    if noun and (between := _between(sentence, behind, end)):
        return between, []
    companions = [
        i
        for i in behind
        if cues[i] == "with"
        and not _OTHERS_WITH.search(text[end - base : mentions[i].start - base])
    ] or [i for i in before if cues[i] == "with"]
    if not companions:
        # с кандидатом в президенты США Трампом: the preposition stands further ahead.
        companions = [
            i for i in behind
            if "i" in cases_of(text[mentions[i].start - base : mentions[i].end - base].split()[-1])
            and re.search(r"\bсо?\s(?:\S+\s){1,5}$", text[end - base : mentions[i].start - base])
        ][:1]  # fmt: skip
    if companions:
        companions = _list(sentence, actors, companions[0])
    elif several := _several(sentence, cues, actors, behind):
        companions = several
    # встреча Лаврова с Фиданом, переговоры президентов России и Китая
    owners = [
        i for i in behind
        if cues[i] == "of" and noun and mentions[i].start - end <= 60
        # на заседании Совета, назвав удары США и Израиля: theirs is something else
        and not re.search(r",\s[а-яё]+(?:ав|ив|ая|яя|уя)ш?и?\s", text[end - base : mentions[i].start - base])
    ]  # fmt: skip
    if (
        owners
        and companions
        and mentions[companions[0]].end <= start
        and (re.match(r"(?:\S+\s)?(?:визит|поездк)", words, re.IGNORECASE))
    ):
        companions = []  # в беседе с послом отметил важность визита президента: another encounter
    owners = [i for i in owners if not companions or i < companions[0]]
    owners = joined(actors, cues, sentence, owners[0]) if owners else []
    if owners and not companions and re.match(r"(?:\S+\s)?(?:визит|поездк)", words, re.IGNORECASE):
        return owners, []
    topic = noun and len(owners) < 2 and _DISCUSSED.search(text[: start - base])
    if topic and not re.match(r"(?:\S+\s)?(?:визит|поездк)", words, re.IGNORECASE):
        return [], []
    if owners and not companions and mentions[owners[0]].kind == "joint":
        return owners, []  # на встрече лидеров двух стран: theirs, whoever speaks of it
    if owners and (companions or len(owners) > 1):
        return owners, [[i] for i in companions]
    if (
        noun
        and not owners
        and len(companions) > 1
        and re.search(r"\bмежду\b", text[end - base : mentions[companions[0]].start - base])
    ):
        return companions, []
    # Путин посетит Минск и проведёт переговоры: who can be nothing else but the subject.
    subjects = [i for i in before if cues[i] == "subject"]
    subjects = subjects or [i for i in before if cues[i] == "bare"]
    if not subjects:
        subjects = [i for i in behind if cues[i] == "subject" and (not noun or bool(companions))][
            :1
        ]
    subject = joined(actors, cues, sentence, subjects[-1]) if subjects else []
    if len(subject) == 1:
        subject = [named_before(sentence, cues, subject[0])]
    if not subject:
        subject = (
            [i for i in before if cues[i] in ("of", "with") and i not in companions][-1:]
            if noun and companions
            else []
        )
    if not subject:
        earlier = [i for i in actors if mentions[i].end <= start and cues[i] == "subject"]
        subject = joined(actors, cues, sentence, earlier[-1]) if earlier else []
    if noun and not subject and not companions and _FRONTED.match(text[: start - base]):
        # В ходе телефонного разговора Шольц и Эрдоган обсудили: both stand behind.
        first = next((i for i in behind if cues[i] == "subject"), None)
        both = joined(actors, cues, sentence, first) if first is not None else []
        if len(both) > 1:
            return both, []
    companions = [i for i in companions if i not in subject]
    if not companions and len(subject) == 1 and _SPEAKS_IN.search(text[: start - base]):
        companions = [
            i for i in before
            if i > subject[0] and mentions[i].kind in ("person", "office") and cues[i] in ("object", "to")
            and _SAYS_TO.fullmatch(text[mentions[i - 1].end - base : mentions[i].start - base])
        ]  # fmt: skip
    if companions and not subject and noun:
        # В МИД Казахстана состоялись консультации с Норвегией: the house where they took place.
        own = {mentions[i].country for i in companions}
        subject = [
            i for i in before if cues[i] == "at" and mentions[i].kind == "body" and mentions[i].country not in own
        ][-1:]  # fmt: skip
    if companions:
        return subject, [[i] for i in companions]
    if "принят" in words:
        hosts = [i for i in behind if cues[i] == "by"][:1]
        return subject, [[i] for i in hosts]
    if _MEETS_OBJECT.search(words):
        objects = [i for i in behind if cues[i] in ("object", "bare") and i not in subject][:1]
        objects = objects or [i for i in before if cues[i] == "object"][-1:]
        if not objects:
            objects = _received(sentence, cues, subject, before, behind, end)
        objects = joined(actors, cues, sentence, objects[0]) if objects else []
        return subject, [[i] for i in objects]
    if _MEETS_DATIVE.search(words):
        receivers = [i for i in [*behind, *before] if cues[i] == "to" and i not in subject][:1]
        receivers = receivers or [i for i in behind if cues[i] == "object"][:1]
        if not receivers and words.startswith("дозвони"):
            receivers = [i for i in behind if cues[i] in ("of", "from")][:1]
        if not receivers:
            return subject, []
        groups, last = [receivers], receivers[0]
        for i in [i for i in actors if mentions[i].start > mentions[last].start]:
            if _AND_THEN.match(text[mentions[last].end - base : mentions[i].start - base]):
                groups, last = [*groups, [i]], i
        return subject, groups
    return subject, []
