"""Who acts on whom in Russian: case and preposition of the mentions -> sources and targets.

In: a sentence, its cues (cues/ru.py reads the case), a trigger. Out:
indices of mentions, empty when the sentence does not say. The nominative does it wherever it
stands (Россию осудили США); a name that never changes is subject where no other is, and object
where the verb has its subject already.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.acts.summons_ru import find_summoned
from dragoman.coding.cues.cases import cases_of
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["JOINS", "clause_bounds", "find_russian_arguments", "joined", "named_before"]

# A new clause: its verb has a subject of its own.
_CLAUSE = re.compile(
    r"[;:]|(?<=[а-яё]{4})[.!?…]\s(?=[А-ЯЁ—])|,\s(?:а|но|однако|тогда как|в то время как|что|чтобы|который|которая|которые|которого|которую|котор\w+|где|когда|если|хотя|поскольку|после того как)\s|\sа\s(?=[А-ЯЁ])|[»\"],?\s[—–-]\s"
)


_TARGETS: tuple[Cue, ...] = ("object", "about", "to", "of", "from", "with", "by")


JOINS = re.compile(r"^\s*(?:,\s*)?(?:и|а\sтакже|,|или)\s+(?:[а-яё]+\s+){0,3}$")


_PLURAL_VERB = re.compile(r"^\S*(?:ли|ют|ят|ут|ат|лись)\b")


_LIST = re.compile(r"^\s*(?:,|и|,\s*и)\s+$")


def _agree(sentence: Sentence, one: int, other: int) -> bool:
    first, second = (
        set(cases_of(sentence.text[m.start - sentence.start : m.end - sentence.start]))
        for m in (sentence.mentions[one], sentence.mentions[other])
    )
    return bool(first & second) and (len(first) == 6 or len(second) == 6)


def clause_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around [start, end) of ``text``."""
    left = 0
    for mark in _CLAUSE.finditer(text, 0, start):
        left = mark.end()
    right = _CLAUSE.search(text, end)
    return left, right.start() if right else len(text)


def joined(indices: list[int], cues: list[Cue], sentence: Sentence, i: int) -> list[int]:
    """Mention ``i`` with its neighbours of the same cue that и or a comma joins to it."""
    mentions, base, out = sentence.mentions, sentence.start, [i]
    for step in (-1, 1):
        j = i
        while (k := j + step) in indices:
            left, right = min(j, k), max(j, k)
            gap = sentence.text[mentions[left].end - base : mentions[right].start - base]
            # Буркина-Фасо, Мали и Эритрее: names that never change share the case of the others.
            listed = _LIST.match(gap) and _agree(sentence, i, k)
            if not (listed or (cues[k] == cues[i] and JOINS.match(gap))):
                break
            out.append(k)
            j = k
    return sorted(out)


def _subject(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, actors: list[int], left: int, right: int
) -> list[int]:
    mentions, base = sentence.mentions, sentence.start
    if (said := _says_so(sentence, trigger, actors)) is not None:
        return [said]
    if (relative := _RELATIVE.search(sentence.text, 0, trigger.start - base)) is not None:
        # Джонсоном, который поддержал идею: he who stands right before.
        near = [i for i in actors if 0 <= relative.start() - (mentions[i].end - base) <= 1][:1]
        return [i for i in near if cues[i] not in ("from", "at", "to")]  # туристы из РФ, которые
    before = [i for i in actors if mentions[i].end <= trigger.start]
    here = [i for i in before if mentions[i].start - base >= left]
    after = [
        i for i in actors if mentions[i].start >= trigger.end and mentions[i].end - base <= right
    ]
    for pool, order in ((here, -1), (after, 0)):
        nominative = [i for i in pool if cues[i] == "subject"]
        if nominative and (pool is here or mentions[nominative[0]].start - trigger.end <= 60):
            found = joined(actors, cues, sentence, nominative[order])
            return [named_before(sentence, cues, found[0])] if len(found) == 1 else found
        bare = [i for i in pool if cues[i] == "bare"]
        if bare and (pool is here or any(cues[i] == "object" for i in here)):
            return joined(actors, cues, sentence, bare[order])
    # «В МИД выразили обеспокоенность», «на Западе опасаются»: a verb without a subject.
    placed = [i for i in here if cues[i] == "at" and mentions[i].kind in ("body", "state")]
    if placed and _PLURAL_VERB.match(trigger.text.split()[0]):
        # на Украине страны Запада высылают: the verb has a subject, whom no table knows.
        gap = sentence.text[mentions[placed[-1]].end - base : trigger.start - base]
        return [] if _OTHER_SUBJECT.search(gap) else placed[-1:]
    earlier = [i for i in before if cues[i] in ("subject", "bare") and i not in here]
    return joined(actors, cues, sentence, earlier[-1]) if earlier else []


def named_before(sentence: Sentence, cues: list[Cue], i: int) -> int:
    """Абдрахманов прибудет в Москву, где он проведёт встречу: whom the sentence has named so far."""
    if sentence.mentions[i].kind != "pronoun":
        return i
    named = [
        k
        for k in range(i)
        if cues[k] == "subject" and sentence.mentions[k].kind in ("person", "office")
    ]
    return named[-1] if named else i


_SUMMONED = re.compile(r"вызван|приглаш", re.IGNORECASE)


_OTHER_SUBJECT = re.compile(
    r"\b(?:страны|государства|власти|союзники|партн[её]ры|войска|военные|депутаты|политики|правозащитники|активисты|жители|люди|граждане|журналисты|эксперты|учёные|ученые|компании|(?<!обе\s)стороны|отряды|боевики|хакеры|протестующие)\b"
)


# такие действия угрожают суверенитету: a thing threatens, and nobody says so to anybody.
_THING = re.compile(
    r"(?:действия|меры|шаги|планы|учения|испытания|санкции|поставки|решения|попытки|которые|что|это|они)\s(?:[а-яё]+\s)?$",
    re.IGNORECASE,
)


_RELATIVE = re.compile(r",\sкотор(?:ый|ая|ое|ые)\s(?:[а-яё-]+\s){0,3}$")


_WE = re.compile(
    r"(?:^[«\"„]|[а-яё»)][.!?…])\s?(?:[А-Яа-яё]+,\s)?(?:Мы|Я|Наша страна)\s(?:[а-яё-]+\s){0,3}$"
)


_SO_THAT = re.compile(r"(?:\s(?:от|у)\s[а-яё]+)?,\sчтобы\s")


_SAYS = re.compile(
    r"^[,.]?[»\"“][,.]?\s[—–-]\s(?:как\s)?(?:сказал|заявил|отметил|подчеркнул|добавил|написал|сообщил|ответил|заверил|предупредил)\w*\s"
)


def _says_so(sentence: Sentence, trigger: Trigger, actors: list[int]) -> int | None:
    """Who speaks as "we" in front: «Мы осуждаем», — заявил министр."""
    text, base = sentence.text, sentence.start
    at = trigger.start - base
    opened = max(text.rfind(sign, 0, at) for sign in '«"„')
    closed = min((k for k in (text.find(sign, at) for sign in '»"“') if k >= 0), default=-1)
    if not 0 <= opened <= 3 or closed < 0 or not _WE.search(text[opened:at]):
        return None
    said = next((s for s in (_SAYS.match(text[closed - k :]) for k in (1, 0)) if s), None)
    if said is None:
        return None
    return next((i for i in actors if sentence.mentions[i].start - base > closed), None)


# осудил атаку США и Израиля на Иран: whose deed it is, and not whom it hit.
_DEED = re.compile(
    r"\s(?:[а-яё«-]+(?:ый|ий|ой|ую|юю|ая|ое|ие|ые|ых|их|ого|его|ему|ому|ым|им|ыми|ими)\s|и\s|с\s){0,4}"
    r"(?:ракетн|авиа)?(?:удар|атак|нападени|агресси|вторжени|обстрел|запуск|пуск|испытани|решени|действи|шаг|заявлени|высказывани|слов|попытк|оккупаци|бомбардировк|провокаци|вмешательств)"
    r"(?:ы|а|у|ов|ом|ам|ами|и|ю|ей|ией|ия|ие|ий|ием|ях|ами|е|о|ой|ки|ку|ок|кой)?\s$"
)


_READINESS = re.compile(r"(?:готовност|намерени)[а-я]{1,3}$", re.IGNORECASE)


_ON_THE_PART = re.compile(r"\sсо\sстороны\s(?:[а-яё]+\s){0,2}")


# готовы к переговорам при посредничестве Евросоюза
_THROUGH = re.compile(r"\bпри\s(?:посредничестве|поддержке|участии|содействии|помощи)\s$")


_ON_WHOM = re.compile(r"\s(?:на|по|против|в\sадрес|в\sотношении)\s")


def _doers(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, actors: list[int], behind: list[int]
) -> list[int]:
    """Whose deed an accusation is about, where it tells whom the deed hit as well."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    for i in behind:
        m = mentions[i]
        if cues[i] not in ("of", "bare", "object") or m.adjective:
            continue
        if not _DEED.fullmatch(text[trigger.end - base : m.start - base]):
            return []
        row = joined(actors, cues, sentence, i)
        last = mentions[row[-1]].end - base
        return row if _ON_WHOM.match(text, last) else []
    return []


# Что просят у своих же: рекомендовало гражданам воздержаться от поездок в ФРГ.
_OWN_PEOPLE = re.compile(
    r"\s(?:(?:своим|российским|всем|нашим)\s)?(?:граждан(?:ам)?|соотечественник(?:ам|ов)|жител(?:ям|ей)|турист(?:ам|ов)|россиян(?:ам)?|журналист(?:ам|ов)|подчин[её]нн(?:ым|ых)|депутат(?:ам|ов)|правительству|кабинету)(?![\w-])"
)


def find_russian_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger
) -> tuple[list[int], list[int]]:
    """Indices of the sentence's mentions that are source and target of the trigger."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    if (called := find_summoned(sentence, cues, trigger)) is not None:
        return called
    left, right = clause_bounds(text, trigger.start - base, trigger.end - base)
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    source = _subject(sentence, cues, trigger, actors, left, right)
    inner = [
        i for i in actors if trigger.start <= mentions[i].start and mentions[i].end <= trigger.end
    ]
    behind = sorted({*inner, *(i for i in actors if mentions[i].start >= trigger.end)})
    behind = [i for i in behind if i not in source and mentions[i].start - trigger.end < 140]
    before = [
        i for i in actors
        if mentions[i].end <= trigger.start and mentions[i].start - base >= left and i not in source
    ]  # fmt: skip
    if trigger.passive:
        agents = [i for i in [*behind, *before] if cues[i] == "by"]
        agents = joined(actors, cues, sentence, agents[0]) if agents else []
        if not agents and _SUMMONED.match(trigger.text):
            # Посол вызван в МИД Японии: the house that he is called to.
            agents = [
                i
                for i in behind
                if mentions[i].kind == "body" and mentions[i].start - trigger.end <= 30
            ][:1]
        if not source or source == agents:
            # Двое российских дипломатов были высланы: the adjective says whose they are.
            source = [i for i in before if cues[i] in ("of", "object") and i not in agents][-1:]
        if not agents and trigger.mode == "expel":
            # 34 сотрудника французских учреждений в России объявлены нежелательными: by their host.
            own = {mentions[i].country for i in source}
            agents = [
                i for i in before
                if cues[i] == "at" and mentions[i].kind == "state" and mentions[i].country not in own
            ][-1:]  # fmt: skip
        return agents, source
    if trigger.type == "REQUEST" and (asked := _SO_THAT.match(text, trigger.end - base)):
        # потребовал, чтобы Ливан отмежевался: whom it is asked of is the clause's subject.
        whom = [
            i for i in actors
            if 0 <= mentions[i].start - base - asked.end() <= 30 and cues[i] in ("subject", "bare", "of")
        ]  # fmt: skip
        return [i for i in source if i not in whom], whom[:1]
    if trigger.type == "THREATEN" and _THING.search(text[: trigger.start - base]):
        return [], []
    if trigger.type == "REQUEST" and _OWN_PEOPLE.match(text, trigger.end - base):
        return source, []
    if trigger.type == "ACCUSE" and (doers := _doers(sentence, cues, trigger, actors, behind)):
        return [i for i in source if i not in doers], doers
    if trigger.type == "AGREE" and _READINESS.search(trigger.text):
        # заявил о готовности Еревана подписать: who is ready stands behind, whoever says so.
        ready = [
            i for i in actors
            if 0 <= mentions[i].start - trigger.end <= 1 and cues[i] in ("of", "bare") and mentions[i].country
        ]  # fmt: skip
        if ready:
            own = {mentions[i].country for i in source if mentions[i].kind != "pronoun"}
            if own - {mentions[ready[0]].country}:
                return [], []
            source, behind = ready, [i for i in behind if i not in ready]
    if trigger.type == "ACCUSE" and (by := _ON_THE_PART.search(text, trigger.end - base, right)):
        # осудил эскалацию, вызванную нападением на Израиль со стороны Ирана
        doers = [i for i in behind if 0 <= mentions[i].start - base - by.end() <= 24]
        if doers:
            return [i for i in source if i not in doers], doers
    wanted = trigger.targets or (("with", "to") if trigger.frame == "with" else _TARGETS)
    # закрыло посольство в Иране: what is the actor's own is not whom it is done to.
    own = {mentions[i].country for i in source}
    near = [
        i for i in behind
        if mentions[i].end - base <= right and (mentions[i].kind != "body" or mentions[i].country not in own)
        and not _THROUGH.search(text[: mentions[i].start - base])
    ]  # fmt: skip
    # звонила Довалу и требовала от Пакистана: what stands behind, before another verb's object.
    strong = [cue for cue in wanted if cue in ("object", "to", "from")]
    rest = [cue for cue in wanted if cue not in strong]
    order = [(cue, near) for cue in strong]
    order += [(cue, before) for cue in strong]
    order += [(cue, pool) for cue in rest for pool in (near, before)]
    if trigger.type == "REQUEST":
        # потребовал от США прекратить вооружать Тайвань: who is named first is asked.
        asked_of = [i for i in near if cues[i] in ("object", "from", "bare")]
        if asked_of and cues[asked_of[0]] == "from":
            order.insert(0, ("from", near))
    for cue, pool in order:
        found = [
            i
            for i in pool
            if cues[i] == cue or (cue == "object" and cues[i] == "bare" and pool is near)
        ]
        if found:
            chosen = found[0] if pool is near else found[-1]
            return source, [i for i in joined(actors, cues, sentence, chosen) if i not in source]
    return source, []
