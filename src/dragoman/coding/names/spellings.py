"""How a name or title of the tables may be written: one form -> its forms.

Plurals and small letters of English titles, Russian cases, accents, hyphens and middle dots of full names. Which of
them a text holds is left to names/forms.py.
"""

from __future__ import annotations

import re

from dragoman.languages.ru import inflect

__all__ = ["inflect_head", "lower_title", "name_forms", "plural", "russian_forms"]

# "Presidents Biden and Xi": the noun of a title that takes the plural.
_TITLE_NOUN = re.compile(
    r"\b(President|Minister|Premier|Chancellor|Secretary|Advis[eo]r|King|Chief|Ambassador|Envoy)\b"
)
_PLAIN = str.maketrans(
    "áàâäãåāăąéèêëēęěíìîïīıóòôöõøōőúùûüūůçćčñńňšśşțţžźżýÿřłđğÁÉÍÓÖÚÜČŠŽÇØŁĐİ",
    "aaaaaaaaaeeeeeeeiiiiiioooooooouuuuuucccnnnsssttzzzyyrldgAEIOOUUCSZCOLDI",
)


def lower_title(form: str) -> str:
    """An English title as it stands within a sentence: its words small, abbreviations as they are."""
    return " ".join(
        w if w.isupper() or "." in w else w[:1].lower() + w[1:] for w in form.split(" ")
    )


def plural(title: str) -> str | None:
    """The plural of an English title; None for those that are not written before several names."""
    found = None if " and " in title else _TITLE_NOUN.search(title)
    if found is None:
        return None
    noun = found.group()
    noun = noun.removesuffix("y") + "ies" if noun.endswith("ry") else noun + "s"
    return title[: found.start()] + noun + title[found.end() :]


def inflect_head(name: str) -> list[str]:
    """Case forms of a body's name: its first noun and what agrees with it, the rest unchanged."""
    words = name.split()
    for size in range(1, len(words) + 1):
        if not re.search(r"(?:ий|ый|ой|ая|ое|ее)$", words[size - 1]):
            break
    rest = " ".join(words[size:])
    return [f"{form} {rest}".strip() for form in inflect(" ".join(words[:size]))]


def russian_forms(name: str) -> list[str]:
    """Case forms of a full name, also with the given name as it is: Энтони Блинкеном."""
    given, _, family = name.rpartition(" ")
    kept = [f"{given} {form}" for form in inflect(family)] if given else []
    # Нарендрой Моди: a family name that stays.
    kept += [f"{form} {family}" for form in inflect(given)] if family[-1:] in "иоуэ" else []
    return [*inflect(name), *kept]


def name_forms(name: str, language: str) -> list[str]:
    """How a full name is written: with and without accents, hyphens, spaces, middle dots."""
    forms = {name}
    if language == "en":
        plain = name.translate(_PLAIN)
        forms.add(plain)
        for form in (name, plain):
            if re.search(r"\b[Aa]l[ -][A-Z]", form):
                for al in ("Al ", "Al-", "al ", "al-"):
                    forms.add(re.sub(r"\b[Aa]l[ -](?=[A-Z])", al, form))
        forms |= {form.replace(" bin ", " Bin ") for form in forms}
        if "-" in plain:
            head, tail = plain.split("-", 1)
            forms.update(
                {f"{head} {tail.capitalize()}", f"{head}-{tail.capitalize()}", head + tail}
            )
    elif language == "ko" and " " in name:
        words = name.split()
        if len(words) == 2 and len(name) <= 9:
            forms.add("".join(words))
        forms.add(name.replace(" ", "·"))
    elif language == "ja" and "・" in name:
        forms.update({name.replace("・", "＝"), name.replace("・", " "), name.replace("・", "")})
    elif language == "zh" and "·" in name:
        forms.add(name.replace("·", "."))
    return sorted(forms)
