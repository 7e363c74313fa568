"""Who acts on whom in Russian: case and preposition of the mentions -> sources and targets.

In: a sentence, its cues (cues_ru.py reads the case), a trigger or the words for a meeting. Out:
indices of mentions, empty when the sentence does not say. The nominative does it wherever it
stands (Россию осудили США); a name that never changes is subject where no other is, and object
where the verb has its subject already.
"""

from __future__ import annotations

import re

from dragoman.coding.cases import cases_of
from dragoman.coding.cue import Cue
from dragoman.coding.lexicon import Trigger
from dragoman.coding.scene import Sentence
from dragoman.coding.summons_ru import find_summoned

__all__ = ["find_russian_arguments", "find_russian_parties"]

# A new clause: its verb has a subject of its own.
_CLAUSE = re.compile(
    r"[;:]|(?<=[а-яё]{4})[.!?…]\s(?=[А-ЯЁ—])|,\s(?:а|но|однако|тогда как|в то время как|что|чтобы|который|которая|которые|которого|которую|котор\w+|где|когда|если|хотя|поскольку|после того как)\s|\sа\s(?=[А-ЯЁ])|[»\"],?\s[—–-]\s"
)
_TARGETS: tuple[Cue, ...] = ("object", "about", "to", "of", "from", "with", "by")
_JOINS = re.compile(r"^\s*(?:,\s*)?(?:и|а\sтакже|,|или)\s+(?:[а-яё]+\s+){0,3}$")
_PLURAL_VERB = re.compile(r"^\S*(?:ли|ют|ят|ут|ат|лись)\b")


_LIST = re.compile(r"^\s*(?:,|и|,\s*и)\s+$")


def _agree(sentence: Sentence, one: int, other: int) -> bool:
    first, second = (
        set(cases_of(sentence.text[m.start - sentence.start : m.end - sentence.start]))
        for m in (sentence.mentions[one], sentence.mentions[other])
    )
    return bool(first & second) and (len(first) == 6 or len(second) == 6)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
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
            if not (listed or (cues[k] == cues[i] and _JOINS.match(gap))):
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
            return [_named_before(sentence, cues, found[0])] if len(found) == 1 else found
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


def _named_before(sentence: Sentence, cues: list[Cue], i: int) -> int:
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
    left, right = _bounds(text, trigger.start - base, trigger.end - base)
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
        elif _JOINS.match(gap) and "i" in cases_of(text):
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
    left, right = _bounds(text, start - base, end - base)
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
        subject = [_named_before(sentence, cues, subject[0])]
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
