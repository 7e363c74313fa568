"""Russian: sentences by rule, markers, and the case forms of names."""

from __future__ import annotations

import re
from itertools import chain

from dragoman.languages.language import Language, words
from dragoman.languages.sentences import enclosures, last_word, split_passage

__all__ = ["RUSSIAN", "cases_of_name", "inflect", "split_sentences", "stems"]

_HELD = enclosures((("«", "»"), ("“", "”"), ("„", "“"), ("(", ")"), ("[", "]")))
_PLACES = re.compile(
    r"""[.!?…]+["'”“’»)\]]*(?=\s|$|[«“"](?=[А-ЯЁA-Z])|(?<=[а-яё»"]{2}\.)(?=[А-ЯЁ][а-яё]+\s))"""
)
_NEVER = words(
    "им т.е т.к т.н см ср напр ул пр-т просп д кв обл пос с тов гр г-н г-жа ген полк адм проф акад"
    " доц канд св зам пом нач гл стр рис табл илл тел e.g i.e mr dr st пер корп респ"
)
_MAYBE = words(
    "г гг в вв тыс млн млрд трлн руб коп долл др пр т.д т.п н.э до.н.э сек мин час чел проц кг км"
)
_STARTERS = words(
    "Он Она Оно Они Мы Вы Я Это Этот Эта Эти В Во На При По Также Однако Как Об О Но И А Если"
    " Кроме Ранее Позже После До Для За С Со К Ко У От Из Тем Там Так Такой Такие По-прежнему"
    " Сейчас Теперь Тогда Затем Между Стороны Его Её Ее Их Напомним Накануне Сегодня Вчера Все"
    " Всего Что Когда Пока Хотя Таким Согласно Среди Несмотря Обе Оба Отметим Сообщается"
)
_NEXT = re.compile(r"""\s*["'“«(\[]*\s*(?:[-–—]+\s*)?(\S[\w-]*)""")


def _ends_here(text: str, begin: int, place: re.Match[str]) -> bool:
    mark, end = place.group(), place.end()
    if end == len(text):
        return True
    follow = _NEXT.match(text, end)
    word_after = follow.group(1) if follow else ""
    if word_after[:1].islower():
        return False
    if mark == ".":
        word = last_word(text, place.start(), begin)
        low = word.lower()
        if word == "И" and re.search(r"[А-ЯЁ][а-яё]+\sИ$", text[begin : place.start()]):
            return True  # Ван И. Министры …: a Chinese name, no initial
        if low in _NEVER or (len(word) == 1 and word.isupper()):
            return False
        if low in _MAYBE:
            # «в 2024 г. Лавров»: only a word that opens sentences ends this one.
            return word_after in _STARTERS or (low in ("т.д", "т.п", "др", "пр"))
        if "." in word and all(len(part) <= 2 and part.isalpha() for part in word.split(".")):
            return word_after in _STARTERS
        return not (word.isdigit() and word_after[:1].isdigit())
    if mark[0] == "…" or mark[:3] == "...":
        return word_after[:1].isupper()
    return True


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one Russian passage."""
    return split_passage(text, _PLACES, _HELD, _ends_here)


_HUSH = "жшчщц"
_VELAR = "гкхжшчщ"
# Endings by case: nominative, genitive, dative, accusative, instrumental, prepositional.
_ADJECTIVES = {
    "ый": ("ый", "ого", "ому", "ого", "ым", "ом"), "ий": ("ий", "ого", "ому", "ого", "им", "ом"),
    "ой": ("ой", "ого", "ому", "ого", "ым", "ом"), "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"), "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ые": ("ые", "ых", "ым", "ых", "ыми", "ых"), "ие": ("ие", "их", "им", "их", "ими", "их"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
}  # fmt: skip
_SKY = re.compile(r"(?:ск|цк|ев|ов|жн|рн|тн|нн|льн|ер|ст|в|н)(?:ий|ый|ой|ая|ое|ые|ие)$|яя$")
# Names that end like adjectives and decline like nouns.
_NOUNS = frozenset({"Ханой", "Китай", "Шанхай", "Уругвай", "Парагвай"})
# The vowel before the last consonant goes: посла, Павлом.
_FLEETING = {"посол": "посл", "Посол": "Посл", "Павел": "Павл"}
_OF_FAMILY = re.compile(r"(?:[оеё]в|[иы]н)$")


def _decline(word: str) -> tuple[str, ...]:
    """The six cases of one word in the singular (or of a plural name), as likely forms."""
    if word.isupper() or len(word) < 3 or not re.fullmatch(r"[А-ЯЁа-яё-]+", word):
        return (word,) * 6
    if stem := _FLEETING.get(word):
        return (word, stem + "а", stem + "у", stem + "а", stem + "ом", stem + "е")
    if "-" in word:
        head, _, tail = word.rpartition("-")
        heads = _decline(head) if len(head) > 4 else (head,) * 6
        return tuple(f"{a}-{b}" for a, b in zip(heads, _decline(tail), strict=True))
    two, one = word[-2:], word[-1]
    if two in _ADJECTIVES and word not in _NOUNS and _SKY.search(word):
        forms = [word[:-2] + ending for ending in _ADJECTIVES[two]]
        if two == "ой":
            forms[4] = word[:-2] + ("им" if word[-3] in _VELAR else "ым")
        return tuple(forms)
    stem = word[:-1]
    if re.search(r"[оеё]ва$|[иы]на$", word) and word[0].isupper() and len(word) > 6:
        # Захарова and Елена both: a surname takes -ой, a first name or country -е too; see inflect.
        return (word, stem + "ой", stem + "ой", stem + "у", stem + "ой", stem + "ой")
    if two == "ия":
        return (word, stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и")
    if one == "а":
        soft = stem[-1] in _VELAR
        after = "ей" if stem[-1] in _HUSH else "ой"
        return (
            word,
            stem + ("и" if soft else "ы"),
            stem + "е",
            stem + "у",
            stem + after,
            stem + "е",
        )
    if one == "я":
        return (word, stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е")
    if two == "ий":
        return (word, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "и")
    if one == "й":
        return (word, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "е")
    if one == "ь":
        return (word, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "е")
    if one == "и" and word[0].isupper():
        return (word,) * 6  # Чили, Мали, Дели
    if one in "ыи" and word[-2] not in "аеиоуыэюя":
        # Нидерланды, Эмираты: of the pattern of столы; Филиппины, Мальдивы have no ending.
        owned = stem + "ов" if stem[-1] in "тд" else stem
        return (word, owned, stem + "ам", word, stem + "ами", stem + "ах")
    if one in "оеёиуыэю":
        return (word,) * 6
    if _OF_FAMILY.search(word):
        return (word, word + "а", word + "у", word + "а", word + "ым", word + "е")
    if word.endswith("ец"):
        cut = word[:-2] + ("ьц" if word[-3] in "лнр" and word[-4] not in "л" else "ц")
        return (word, cut + "а", cut + "у", cut + "а", cut + "ем", cut + "е")
    return (
        word,
        word + "а",
        word + "у",
        word + "а",
        word + ("ем" if one in _HUSH else "ом"),
        word + "е",
    )


_ADJECTIVE_END = re.compile(r"(?:ск|цк)(?:ий|ой|ая|ое|ие)$")
_ALL_ENDINGS = ["ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"]
_ALTERNATIVES = {
    "ь": ("и", "ью"),  # Рабат is not here; Беларусь, Сибирь: feminine
}


# Parts of foreign names that never change: Мухаммедом бен Заидом Аль Нахайяном.
_PARTICLES = frozenset(
    [
        "бен",
        "бин",
        "ибн",
        "аль",
        "эль",
        "аль-бен",
        "абу",
        "фон",
        "ван",
        "де",
        "да",
        "дель",
        "ди",
        "ла",
        "ле",
        "дер",
    ]
)


def inflect(name: str) -> list[str]:
    """Likely case forms of a Russian surname, full name, country or adjective, itself first.

    Words of a name are declined together (Южная Корея, Южной Кореи); an adjective in -ский gives
    all its genders and numbers. Forms that only look likely are included: the list serves search.
    """
    words = name.split()
    if not words:
        return []
    if len(words) == 1 and words[0][0].islower() and _ADJECTIVE_END.search(words[0]):
        stem = words[0][:-2]
        ends = _ALL_ENDINGS
        return list(dict.fromkeys([words[0], *(stem + end for end in ends)]))
    still = _PARTICLES if len(words) > 1 else frozenset()
    declined = [
        [word] * len(cases) if word.lower() in still else cases
        for word, cases in ((word, _decline(word)) for word in words)
    ]
    forms = [" ".join(case) for case in zip(*declined, strict=True)]
    if len(words) == 3 and all(word[0].isupper() and len(word) < 6 for word in words):
        # Ким Чен Ыном, Чо Тхэ Ёлем: of a Korean or Vietnamese name the last part alone changes.
        last = words[2]
        short = [last + end for end in ("", "а", "у", "ом", "е")] if len(last) == 2 else ()
        forms += [f"{words[0]} {words[1]} {form}" for form in (*_decline(last), *short)]
    if any("-" in word[1:] and word[0].isupper() for word in words):
        # Касым-Жомарта Токаева: of a double given name the last part alone changes.
        halves = [
            [f"{word.rpartition('-')[0]}-{tail}" for tail in _decline(word.rpartition("-")[2])]
            if "-" in word[1:] else list(cases)
            for word, cases in zip(words, declined, strict=True)
        ]  # fmt: skip
        forms += [" ".join(case) for case in zip(*halves, strict=True)]
    # Endings that depend on what the name is, added rather than chosen between.
    last, before = words[-1], " ".join(words[:-1])
    more: list[str] = []
    if last[0].isupper() and not last.isupper() and len(last) > 3:
        if last[-1] == "ь":
            more = [last[:-1] + end for end in _ALTERNATIVES["ь"]]
        elif re.search(r"[оеё]ва$|[иы]на$", last) and len(last) > 5:
            more = [last[:-1] + end for end in ("ы", "е")]
        elif _OF_FAMILY.search(last):
            more = [last + end for end in ("ом", "ы", "ых")]  # Берлином; Ивановы
    if more:
        cases = declined[:-1]
        for end in more:
            if not before:
                forms.append(end)
            else:
                forms += [" ".join((*case, end)) for case in zip(*cases, strict=True)]
    return list(dict.fromkeys(chain([name], forms)))


def cases_of_name(name: str, animate: bool) -> dict[str, str]:
    """Case forms of one word -> its cases: n g d a i p; a name that never changes has all.

    ``animate``: a masculine noun takes the genitive for the accusative (вызвал посла), else the
    nominative (обвинил Иран).
    """
    forms = _decline(name)
    if len(set(forms)) == 1:
        return {name: "ngdaip"}
    out: dict[str, str] = {}
    masculine = name[-1] not in "аяоеыи" or name.endswith(("ий", "ый"))
    for letter, form in zip("ngdaip", forms, strict=True):
        if letter == "a" and masculine:
            form = forms[1] if animate else forms[0]
        out[form] = out.get(form, "") + letter
    return out


def stems(name: str) -> re.Pattern[str]:
    """A pattern that finds ``name`` in any of its likely case forms, as whole words."""
    forms = sorted(inflect(name), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)" if forms else r"(?!)")


RUSSIAN = Language(
    code="ru",
    name="Russian",
    split_sentences=split_sentences,
    future_markers=re.compile(
        r"\b(?:буд(?:ет|ут|ем)|планиру\w+|намерен\w*|намечен\w*|запланирован\w*|предстоит|предстоящ\w+"
        r"|собира(?:ет|ют)ся|ожидается|состоится|состоятся|пройд[её]т|пройдут|встретится|встретятся"
        r"|прибудет|прибудут|отбудет|отбудут|вылетит|вылетят|выедет|приедет|приедут|поедет|полетит|приступит|посетит|посетят|примет|провед[её]т|проведут|обсудит|обсудят|откроется"
        r"|начн[её]тся|отправится|направится|подпишет|подпишут|должн\w+|готовится|готовятся"
        r"|в преддверии|накануне предстоящ\w+)\b",
        re.IGNORECASE,
    ),
    # министр иностранных дел, посол, конец недели: nouns that end as verbs do.
    past_markers=re.compile(
        r"\b(?!(?:дел|посол|генерал|канал|зал|финал|журнал|материал|раздел|отдел|потенциал|капитал|персонал|сигнал|трибунал|предел"
        r"|протокол|футбол|стол|недели|цели|школа|сила|числа|модели|роли|доли|если|отрасли|мысли|масла|торговли|земли|рубли)\b)"
        r"[а-яё]+(?:[аяиыеёоу](?:л|лся)|(?:[аяиыеёоу]|ш|г|с|з|б|к|р)(?:ла|ло|ли|лась|лось|лись))\b(?<!\bбыл)"
    ),
    negation_markers=re.compile(
        r"\b(?:не|ни|нет|нельзя|никогда|без|отказа\w+|отверг\w*|опроверг\w*|отрица\w+|отмен\w+)\b",
        re.IGNORECASE,
    ),
    hypothetical_markers=re.compile(
        r"\b(?:если|бы|может|могут|возможн\w+|вероятн\w+|в случае|мог(?:ла|ли)? бы|допуска\w+|не исключ\w+"
        r"|рассматрива\w+|ли)\b",
        re.IGNORECASE,
    ),
    background_markers=re.compile(
        r"\b(?:ранее|прежде|в прошлом|в своё время|в свое время|тогда|напомн\w+|с (?:19|20)\d\d|уже"
        r"|в (?:19|20)\d\d|(?:лет|года?|месяц\w*) назад|до этого|предыдущ\w+)\b",
        re.IGNORECASE,
    ),
    hearsay_markers=re.compile(
        r"\b(?:якобы|по данным|по сообщени\w+|по информации|сообща\w+|источник\w*|как утвержда\w+|по слухам"
        r"|предположительно|по словам|как пишет|со ссылкой на)\b",
        re.IGNORECASE,
    ),
    quotes=(("«", "»"), ("„", "“"), ("“", "”"), ('"', '"')),
)
