"""What differs between languages, as values: ``get("ko")``, ``detect(text)``, ``dates.find_dates``.

In: text of one passage. Out: sentence spans, dates with precision, language codes, markers.
Leaves to others: what a sentence means (coding) and where its text came from (reading).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dragoman.languages.detect import detect
from dragoman.languages.en import ENGLISH
from dragoman.languages.ja import JAPANESE
from dragoman.languages.ko import KOREAN
from dragoman.languages.language import Language, Morpheme, Particle
from dragoman.languages.ru import RUSSIAN
from dragoman.languages.zh import CHINESE

__all__ = ["CODES", "Language", "Morpheme", "Particle", "detect", "get"]

_LANGUAGES = {language.code: language for language in (KOREAN, ENGLISH, JAPANESE, CHINESE, RUSSIAN)}
CODES: tuple[str, ...] = tuple(_LANGUAGES)


@lru_cache(maxsize=256)
def get(code: str) -> Language:
    """The language with this code; for an unknown code, English's value under that code.

    Regions are dropped: "zh-TW" and "en_GB" give zh and en.
    """
    base = code.replace("_", "-").split("-")[0].lower()
    return _LANGUAGES.get(base) or replace(ENGLISH, code=code)
