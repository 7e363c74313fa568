"""Who is meant in Russian where no name stands: Министр, гость, японская сторона, в Киеве осудили.

In: the sentences of a document with what they name (people/resolve.py). Out: the same with mentions for an
adjective with the office or body behind it (сомалийский МИД, его турецкий коллега), a title that
stands alone, the guest, the host, the interlocutor, and a capital that speaks. What the words do to
each other is left to cues/find.py and acts/arguments_ru.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.names.mention import Mention, MentionKind
from dragoman.coding.people.own_text import is_own_text
from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding.scene import Sentence

__all__ = ["find_pair", "with_russian_titles"]

_Row = list[list[Mention]]
_ADJECTIVE = re.compile(
    r"[А-ЯЁа-яё-]*(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$", re.IGNORECASE
)
_BETWEEN = r"\s(?:[а-яё-]+(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ой|ей|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)\s)?"
_PERSON = re.compile(
    _BETWEEN
    + r"(?P<noun>(?:вице-|экс-)?(?:премьер(?:-министр)?|президент|министр|лидер|дипломат|канцлер|госсекретар|посланник|спикер|генерал|чиновник|депутат|парламентари|сенатор|представител|руководител|монарх|эмир|султан|корол)[а-яё]{0,3}"
    r"|посо?л(?:а|у|ом|е|ы|ов|ам|ами)?|коллег(?:а|и|е|у|ой|ами|ам)?|партн[её]р(?:а|у|ом|ы|ов|ам|ами)?|гост(?:ь|я|ю|ем|и|ей|ям|ями)|визави|собеседник(?:а|у|ом|и|ов|ам|ами)?|поверенн[а-яё]{2,3}|главнокомандующ[а-яё]{2,3})(?![\w-])"
)
_BODY = re.compile(
    _BETWEEN
    + r"(?P<noun>МИД|МВД|ВВС|ВМС|ПВО|минобороны|сторон(?:а|ы|е|у|ой)|правительств(?:о|а|у|ом|е)|посольств(?:о|а|у|ом|е)|консульств(?:о|а|у|ом|е)|диппредставительств(?:о|а|у|ом|е)|арми(?:я|и|ю|ей)|войск(?:а|ам|ами)?|власт(?:и|ей|ям|ями)"
    r"|министерств(?:о|а|у|ом|е)|ведомств(?:о|а|у|ом|е)|парламент(?:а|у|ом|е)?|руководств(?:о|а|у|ом|е)|делегаци(?:я|и|ю|ей)|разведк(?:а|и|е|у|ой)|флот(?:а|у|ом)?|военные|военных|военным|пограничник(?:и|ов|ам|ами)|полици(?:я|и|ю|ей)"
    r"|спецслужб(?:ы|ам|ами)?|дипломати(?:я|и|ю|ей)|генштаб(?:а|у|ом)?|администраци(?:я|и|ю|ей)|кабинет(?:а|у|ом)?|истребител(?:и|ей|ям|ями)|солдат(?:ы|ам|ами)?|силы|компани(?:и|ям)|(?:внешнеполитическ|оборонн)(?:ое|ого|ому|им|ом)\sведомств(?:о|а|у|ом|е))(?![\w-])"
)
# Titles that stand alone -> the words by which the document calls their holder before.
_ALONE: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "minister",
        re.compile(
            r"(?<![\w-])(?:[Мм]инистр(?:а|у|ом|ы)?|[Гг]лав(?:а|ы|е|у|ой)\s(?:МИД|дипломатии|минобороны|ведомства|внешнеполитического\sведомства))(?![\w-])"
        ),
        re.compile(r"министр|глав\w\s(?:МИД|\w+ской дипломатии|минобороны)", re.IGNORECASE),
    ),
    (
        "president",
        re.compile(
            r"(?<![\w-])(?:[Пп]резидент(?:а|у|ом)?|[Гг]лав(?:а|ы|е|у|ой)\sгосударства)(?![\w-])"
        ),
        re.compile(r"(?<!вице-)президент|глав\w\sгосударства", re.IGNORECASE),
    ),
    (
        "prime minister",
        re.compile(
            r"(?<![\w-])(?:[Пп]ремьер(?:-министр)?(?:а|у|ом)?|[Гг]лав(?:а|ы|е|у|ой)\sправительства)(?![\w-])"
        ),
        re.compile(r"(?<!вице-)премьер", re.IGNORECASE),
    ),
    (
        "ambassador",
        re.compile(r"(?<![\w-])(?:[Пп]осол|[Пп]осл(?:а|у|ом)|[Дд]ипломат(?:а|у|ом)?)(?![\w-])"),
        re.compile(r"пос(?:ол|л\w)|поверенн|посланник|дипломат|представител", re.IGNORECASE),
    ),
    (
        "secretary of state",
        re.compile(r"(?<![\w-])[Гг]оссекретар(?:ь|я|ю|ем)(?![\w-])"),
        re.compile(r"госсекретар", re.IGNORECASE),
    ),
    (
        "chancellor",
        re.compile(r"(?<![\w-])[Кк]анцлер(?:а|у|ом)?(?![\w-])"),
        re.compile(r"канцлер", re.IGNORECASE),
    ),
    (
        "deputy",
        re.compile(
            r"(?<![\w-])(?:[Зз]амминистра|[Зз]аместител(?:ь|я|ю|ем)\sминистра|[Вв]ице-премьер(?:а|у|ом)?)(?![\w-])"
        ),
        re.compile(r"замминистр|заместител\w+\s[Мм]инистр|вице-премьер", re.IGNORECASE),
    ),
)
# Behind a title alone: no name, no state, no field of its own.
_NO_NAME = re.compile(
    r"(?!\s(?:[«\"]?[А-ЯЁ]|иностранных|внутренних|обороны|финансов|экономики|энергетики|торговли|юстиции|здравоохранения|транспорта|культуры|труда|по\s|(?:на|в)\s[А-ЯЁ]))"
)
_ROLE = re.compile(
    r"(?<![\w-])(?:(?P<guest>[Гг]ост(?:ь|я|ю|ем)|[Вв]ысок(?:ий|ого|ому)\sгост(?:ь|я|ю))|(?P<host>[Хх]озяин(?:а|у|ом)?|[Пп]ринимающ(?:ая|ей|ую)\sсторон(?:а|ы|е|у|ой))|(?P<other>[Сс]обеседник(?:а|у|ом)?|[Кк]оллег(?:а|и|е|у|ой)|[Вв]изави))(?![\w-])(?!\s[А-ЯЁ])"
)
_SAYS = (
    r"(?:выраз(?:или|ят)|выражают|высказ(?:али|ывают)|осудили|осуждают|назвали|называют|назовут|призвали|призывают|потребовали|требуют|отвергли|отвергают|опровергли|опровергают|отрицают|отказались|отказываются|заявили|заявляют|сочли|считают|расценили|расценивают"
    r"|пообещали|обещают|обвинили|обвиняют|приветствовали|приветствуют|поддержали|поддерживают|одобрили|предупредили|предупреждают|пригрозили|грозят|угрожают|подтвердили|возложили|попросили|просят|предложили|предлагают|согласились|возразили|возражают|поблагодарили|пожаловались|возмутились|возмущены|обеспокоены|недовольны|объявили|заверили|настаивают|приостановили|ввели|запретили|отозвали|вызвали|выслали|извинились|парировали|усмотрели|увидели|встретили|похвалили|раскритиковали|напомнили|отреагировали)"
)
_SPEAKS = re.compile(
    r"\s(?:(?!состоял|прош|прид|встреч|перегов)[а-яё-]+\s|[«»\w]+,\s){0,4}?" + _SAYS + r"(?![\w-])"
)
_IN = re.compile(r"(?:^|[,;:—–]\s|\s(?:и|а|но|однако|же)\s|[«\"])[Вв]о?\s$")
_HEAD = re.compile(r"(?P<head>[Гг]лав(?:а|ы|е|у|ой)\s)$")
_STATE = re.compile(r"\s(?:государства|Республики|Федерации)(?![\w-])")
_KOREAN = re.compile(r"корейск", re.IGNORECASE)


def _actors(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Who is named, by country, places and joint phrases left out."""
    found: dict[str, Mention] = {}
    for m in mentions:
        if m.country and m.kind in ("person", "office", "state", "body"):
            found.setdefault(m.country, m)
        for code in m.members:
            found.setdefault(code, replace(m, kind="state", country=code, actor=code, members=()))
    return found


def find_pair(rows: Sequence[Sequence[Mention]], home: str | None = None) -> list[Mention]:
    """The two whom the document is about: those of its headline, else of its head together.

    ``rows``: what each sentence names, the headline first. Empty where more or fewer are named.
    """
    named: dict[str, Mention] = {}
    for row in rows[:2]:
        before = len(named)
        for code, mention in _actors(row).items():
            named.setdefault(code, mention)
        if len(named) == 2:
            return list(named.values())
        if len(named) > 2 and before != 0:
            break
    if len(named) == 1 and home and home not in named:
        one = next(iter(named.values()))
        return [replace(one, kind="state", country=home, actor=home, name=None, office=None), one]
    return []


def with_russian_titles(sentences: Sequence[Sentence], found: _Row, document: Document) -> _Row:
    """Add and mend the mentions that only the document explains; Russian alone."""
    own = is_own_text(document, sentences)
    home = document.publisher_country
    rows = [
        _with_bodies(s.text, s.start, _speaking(s.text, s.start, m))
        for s, m in zip(sentences, found, strict=True)
    ]
    rows = _with_heads(sentences, _kazakh(_of_governments(sentences, _northern(rows))))
    pair = find_pair(rows, home if own else None)
    host = _host(rows, pair, home if own else None)
    out: _Row = []
    last: str | None = None
    for number, (sentence, mentions) in enumerate(zip(sentences, rows, strict=True)):
        row = list(mentions)
        if sentence.role not in ("title", "heading"):
            row = _with_alone(sentence, row, out, home if own else None)
            row = _with_roles(sentence, row, pair, host, last, home if own else None)
            if not own:
                row = _their_ministry(sentence, row, pair, last)
        if number and (heads := [m for m in row if m.country and m.kind != "place"]):
            last = heads[0].country
        out.append(row)
    return out


_CHAIR = re.compile(r"[Пп]редседател[а-я]{1,2}(?:\s[А-ЯЁа-яё-]+)?$")
_OF_GOVERNMENT = re.compile(r"\s(?:[Пп]равительства|[Кк]абинета(?:\s[Мм]инистров)?)(?![а-яё-])")


def _of_governments(sentences: Sequence[Sentence], rows: _Row) -> _Row:
    """Председатель российского правительства is prime minister, and no head of state."""
    out: _Row = []
    for sentence, row in zip(sentences, rows, strict=True):
        mended = []
        for m in row:
            behind = _OF_GOVERNMENT.match(sentence.text, m.end - sentence.start)
            if m.kind == "office" and m.office == "president" and behind and _CHAIR.match(m.text):
                end = sentence.start + behind.end()
                text = sentence.text[m.start - sentence.start : behind.end()]
                m = replace(m, end=end, text=text, office="prime minister", name=None, actor=None)
            mended.append(m)
        out.append(mended)
    return out


def _kazakh(rows: _Row) -> _Row:
    """РК is Kazakhstan where the document names it and no Korea."""
    named = {m.country for row in rows for m in row if "РК" not in m.text}
    if "KAZ" not in named or "KOR" in named:
        return rows
    return [
        [
            replace(m, country="KAZ", actor=None if m.kind == "person" else "KAZ")
            if m.country == "KOR" and re.search(r"(?<![А-Я])РК(?![А-Я])", m.text) else m
            for m in row
        ]
        for row in rows
    ]  # fmt: skip


def _northern(rows: _Row) -> _Row:
    """Корейская сторона where the document names the DPRK alone."""
    named = {m.country for row in rows for m in row if not _KOREAN.match(m.text)}
    if "PRK" not in named or "KOR" in named:
        return rows
    return [
        [
            replace(m, country="PRK", actor="PRK") if m.country == "KOR" and _KOREAN.match(m.text) else m
            for m in row
        ]
        for row in rows
    ]  # fmt: skip


def _host(rows: _Row, pair: list[Mention], home: str | None) -> str | None:
    """In whose country those two met: the publisher's, else that of the first place named."""
    codes = {m.country for m in pair}
    if home in codes:
        return home
    places = [m.country for row in rows[:4] for m in row if m.kind == "place"]
    return next((code for code in places if code in codes), None)


def _speaking(text: str, base: int, mentions: list[Mention]) -> list[Mention]:
    """В Киеве осудили: the capital stands for its government."""
    out: list[Mention] = []
    for m in mentions:
        start = m.start - base
        if m.kind in ("place", "state") and m.text.startswith("Брюссел") and m.country == "BEL":
            m = replace(m, kind="place")
        if m.kind == "place" and m.country and _SPEAKS.match(text, m.end - base):
            cut = re.match(r"[Вв]о?\s", m.text)
            start += cut.end() if cut else 0
            if _IN.search(text[:start]):
                words = text[start : m.end - base]
                code = "EU" if words.startswith("Брюссел") else m.country
                m = replace(
                    m, start=base + start, text=words, kind="state", country=code, actor=code, sector="GOV",
                    city=None, geonames=None,
                )  # fmt: skip
        out.append(m)
    return out


def _with_bodies(text: str, base: int, mentions: list[Mention]) -> list[Mention]:
    """Сомалийский МИД, его турецкий коллега, японской стороны: one mention of that state."""
    out: list[Mention] = []
    done = -1
    for i, m in enumerate(mentions):
        if m.start < done:
            continue
        head = _HEAD.search(text[: m.start - base]) if m.kind == "state" else None
        if head is not None and (state := _STATE.match(text, m.end - base)):
            # Глава Российского государства, Главы Кыргызской Республики
            m = replace(
                m, kind="office", start=base + head.start("head"), end=base + state.end(), actor=None,
                text=text[head.start("head") : state.end()], office="president", adjective=False,
            )  # fmt: skip
            done = m.end
        elif m.kind == "state" and _ADJECTIVE.fullmatch(m.text.split(" ")[-1].split("-")[-1]):
            kinds: tuple[tuple[re.Pattern[str], MentionKind], ...] = (
                (_BODY, "body"),
                (_PERSON, "office"),
            )
            for pattern, kind in kinds:
                noun = pattern.match(text, m.end - base)
                if noun is None:
                    continue
                end = base + noun.end()
                rest = [n for n in mentions[i + 1 :] if n.start < end]
                if any(n.kind in ("person", "state", "states") or n.end > end for n in rest):
                    break
                m = replace(
                    m, kind=kind, end=end, text=text[m.start - base : noun.end()], adjective=False,
                    sector="GOV",
                )  # fmt: skip
                done = end
                break
        out.append(m)
    return out


_HEAD_OF = re.compile(r"(?P<head>(?:[Гг]лав(?:а|ы|е|у|ой)|[Рр]уководител(?:ь|я|ю|ем))\s)$")
_LEADS = re.compile(
    r"(?<![а-яё-])(?:[Гг]лав(?:а|ы|е|у|ой)|[Рр]уководител(?:ь|я|ю|ем))\s(?:[Мм]инистерства\s(?:иностранных\sдел|обороны)\s|МИД\s|[Мм]инобороны\s|[Пп]равительства\s)?$"
)
_FOREIGN = re.compile(r"внешнеполитическ|МИД|дипломати")
_DEFENCE = re.compile(r"оборонн|[Мм]инобороны")


def _with_heads(sentences: Sequence[Sentence], rows: _Row) -> _Row:
    """Глава белорусского внешнеполитического ведомства: the minister, with the name that may follow."""
    out: _Row = []
    for sentence, row in zip(sentences, rows, strict=True):
        base, mended = sentence.start, list[Mention]()
        for i, m in enumerate(row):
            lead = sentence.text[: m.start - base]
            led = _LEADS.search(lead[-60:]) if m.kind == "person" else None
            if led is not None and m.name and not m.text.startswith(m.name[:2]):
                # Глава ООН Антониу Гутерриш: whose head he is opens the name.
                start = m.start - len(led.group())
                m = replace(m, start=start, text=sentence.text[start - base : m.end - base])
            head = _HEAD_OF.search(lead) if m.kind == "body" else None
            office = None
            if head is not None and m.country and m.sector == "GOV":
                office = "foreign minister" if _FOREIGN.search(m.text) else (
                    "defence minister" if _DEFENCE.search(m.text) else None
                )  # fmt: skip
            if head is None or office is None:
                mended.append(m)
                continue
            start = base + head.start("head")
            after = row[i + 1] if i + 1 < len(row) else None
            if after is not None and after.kind == "person" and after.start - m.end == 1 and (
                after.country == m.country
            ):  # fmt: skip
                row[i + 1] = replace(
                    after, start=start, text=sentence.text[start - base : after.end - base]
                )
                continue
            mended.append(
                replace(
                    m,
                    kind="office",
                    start=start,
                    text=sentence.text[start - base : m.end - base],
                    office=office,
                    name=None,
                    actor=None,
                )
            )
        out.append(mended)
    return out


def _free(mentions: list[Mention], start: int, end: int) -> bool:
    return not any(m.start < end and start < m.end for m in mentions)


def _with_alone(
    sentence: Sentence, row: list[Mention], earlier: _Row, home: str | None
) -> list[Mention]:
    """Министр, Посол, премьер: whom the document has called so, in a ministry's text its own."""
    text, base = sentence.text, sentence.start
    for _, pattern, called in _ALONE:
        for found in pattern.finditer(text):
            start, end = base + found.start(), base + found.end()
            if not _NO_NAME.match(text, found.end()) or not _free(row, start, end):
                continue
            if re.search(
                r"(?:ск|цк)(?:ий|ого|ому|им|ом)\s$|заместител\w+\s$", text[: found.start()]
            ):
                continue
            before = [
                m for group in [*earlier, [m for m in row if m.end <= start]] for m in group
                if m.kind in ("person", "office") and m.country and called.search(m.text)
            ]  # fmt: skip
            codes = {m.country for m in before}
            one = before[-1] if before else None
            if len(codes) > 1:
                own = [m for m in before if m.country == home]
                one = own[-1] if own else before[-1]
            if one is None:
                continue
            row = [
                *row,
                replace(
                    one, start=start, end=end, text=found.group(), kind="office", name_start=-1,
                    name_end=-1,
                ),
            ]  # fmt: skip
    return sorted(row, key=lambda m: m.start)


def _their_ministry(
    sentence: Sentence, row: list[Mention], pair: list[Mention], last: str | None
) -> list[Mention]:
    """МИД without a state in a reporter's text: that of whoever acted before, not of his own envoy."""
    envoys = {
        m.country for m in row
        if m.kind in ("person", "office")
        and (_ENVOY.search(sentence.text[: m.start - sentence.start][-24:]) or _ENVOY.match(m.text + " "))
    }  # fmt: skip
    out: list[Mention] = []
    for m in row:
        if m.kind == "body" and m.text in ("МИД", "МИДе") and (last or m.country in envoys):
            codes = [p.country for p in pair]
            code = last or m.country
            if code in envoys and code in codes and len(codes) == 2:
                code = codes[1 - codes.index(code)] or code
            elif code in envoys:
                continue  # посол вызван в МИД: of whom, the text does not say
            m = replace(m, country=code, actor=None) if code != m.country else m
        out.append(m)
    return out


_ENVOY = re.compile(r"\b(?:посл[а-я]{1,3}|посол|поверенн\w+)\s(?:[а-яё-]+\s)?$", re.IGNORECASE)


def _with_roles(
    sentence: Sentence, row: list[Mention], pair: list[Mention], host: str | None,
    last: str | None, home: str | None,
) -> list[Mention]:  # fmt: skip
    """Гость, хозяин, собеседник: the one or the other of the two whom the document is about."""
    if len(pair) != 2:
        return row
    codes = [m.country for m in pair]
    for found in _ROLE.finditer(sentence.text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        if not _free(row, start, end):
            continue
        if found.lastgroup == "other":
            inside = [m.country for m in row if m.end <= start and m.country in codes]
            known = (inside or [last or home])[-1]
            if known not in codes:
                continue
            code = codes[1 - codes.index(known)]
        elif host is None:
            continue
        else:
            code = host if found.lastgroup == "host" else codes[1 - codes.index(host)]
        one = pair[codes.index(code)]
        row = [
            *row,
            replace(
                one, start=start, end=end, text=found.group(), kind="office", name_start=-1,
                name_end=-1,
            ),
        ]  # fmt: skip
    return sorted(row, key=lambda m: m.start)
