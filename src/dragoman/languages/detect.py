"""Tell the language of a text by its script and content.

In: text, and a hint (the page's own word). Out: a code: ko en ja zh ru; "uk", "fr", "de", "es",
"it", "pt" where these are plain; "und" for a text without letters of these scripts.
"""

from __future__ import annotations

import re

__all__ = ["detect"]

# Enough to tell; the middle of a text is looked at too, since a page may open with a foreign menu.
_SAMPLE = 3000
_SCRIPTS = {
    "hangul": re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]"),
    "kana": re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]"),
    "han": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "latin": re.compile(r"[A-Za-zÀ-ɏ]"),
}
# A Hangul syllable or a Han character says as much as two or three letters (chosen, not measured).
_WEIGHT = {"hangul": 2.5, "kana": 2.0, "han": 3.0, "cyrillic": 1.0, "latin": 1.0}
# Characters that only Japanese writes so, and ones that only simplified Chinese writes so.
_JAPANESE = re.compile(
    r"[対発売図価労実圏営応恵戦拡沢済県渉従総続読関鉄険験黒検様権歩気団両仏広働込択訳駅縄桜訪労処変帰]"
)
_SHARED_WITH_TRADITIONAL = re.compile(r"訪")
_SIMPLIFIED = re.compile(
    r"[们这说对发谈访论议认长东进关问题见开总统务华领导张习经济贸无应战欧俄朝韩为个时记约书门协处变实质线让亚义报动场选举强调]"
)
_TRADITIONAL = re.compile(
    r"[們這說對發會總統務華領導張經濟貿無應戰歐韓為個時記約書門協處變實質線讓亞義報動場選舉強調國關係]"
)
_KYUJI = re.compile(r"[会国][談議]|[談議訪説認]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_STOPWORDS = {
    "en": "the of and to in that is for was with on by as at it from his are has said",
    "fr": "le la les des et du une est dans que pour qui au sur par avec aux été ce il",
    "de": "der die das und den von zu mit ist des im dem nicht ein eine auf für sich auch",
    "es": "el la los las de que y en un una por con del para se su al como más",
    "it": "il la di che e del della per un una con non gli sono nel alla dei è",
    "pt": "o a os as de que e do da em um uma para com não no na ao dos",
}
_WORDS = {code: frozenset(words.split()) for code, words in _STOPWORDS.items()}


def detect(text: str, hint: str | None = None) -> str:
    """The code of the language that most of ``text`` is in; ``hint`` settles what script leaves open.

    Korean with Hanja is Korean; Han without kana is Chinese unless its characters are Japanese
    forms; foreign quotations and names do not tip a text.
    """
    hint = hint.replace("_", "-").split("-")[0].strip().lower() if hint else None
    sample = text
    if len(text) > 2 * _SAMPLE:
        middle = len(text) // 2
        sample = text[:_SAMPLE] + text[middle : middle + _SAMPLE]
    counts = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS.items()}
    han, kana, hangul = counts["han"], counts["kana"], counts["hangul"]
    # Han goes with the script that grammar is written in.
    weights = {
        "ko": hangul * _WEIGHT["hangul"],
        "east": (han + kana) * _WEIGHT["han"],
        "cyrillic": counts["cyrillic"] * _WEIGHT["cyrillic"],
        "latin": counts["latin"] * _WEIGHT["latin"],
    }
    if hangul and hangul >= 0.25 * han and kana <= hangul:
        weights["ko"] += han * _WEIGHT["han"]
        weights["east"] = kana * _WEIGHT["kana"]
    best = max(weights, key=lambda group: weights[group])
    if not weights[best]:
        return hint or "und"
    if hint == "ko" and weights["ko"] > 0.15 * sum(weights.values()):
        return "ko"
    if best == "ko":
        return "ko"
    if best == "cyrillic":
        ukrainian = len(_UKRAINIAN.findall(sample))
        return "uk" if ukrainian > 0.01 * counts["cyrillic"] and hint != "ru" else "ru"
    if best == "latin":
        return _tell_latin(sample, hint)
    return _tell_east(sample, han, kana, hint)


def _tell_east(sample: str, han: int, kana: int, hint: str | None) -> str:
    if kana and kana >= 0.05 * (han + kana):
        return "ja"
    simplified, traditional = len(_SIMPLIFIED.findall(sample)), len(_TRADITIONAL.findall(sample))
    japanese = len(_JAPANESE.findall(sample)) - len(_SHARED_WITH_TRADITIONAL.findall(sample))
    mixed = len(re.findall(r"[会国]", sample)) and len(_KYUJI.findall(sample))
    if japanese > simplified + traditional or (mixed and not simplified and not traditional):
        return "ja"
    if not japanese and not simplified and not traditional and hint in ("ja", "zh", "ko"):
        return hint
    return "zh"


def _tell_latin(sample: str, hint: str | None) -> str:
    words = sample.lower().split()
    hits = {code: sum(word in known for word in words) for code, known in _WORDS.items()}
    best = max(hits, key=lambda code: hits[code])
    if best != "en" and hits[best] >= 4 and hits[best] > 2 * hits["en"]:
        return best
    if hint in hits and hint != "en" and hits[hint] > hits["en"]:
        return hint
    return "en"
