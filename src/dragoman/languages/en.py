"""English: sentences by rule, and markers."""

from __future__ import annotations

import re

from dragoman.languages.language import Language, words
from dragoman.languages.sentences import enclosures, last_word, split_passage

__all__ = ["ENGLISH", "split_sentences"]

_HELD = enclosures((("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ("「", "」")))
_PLACES = re.compile(r"""(?:[.!?…]+["'”’)\]]*|[。！？][”」]?)(?=\s|$|[“"](?=[A-Z]))""")
# Titles and the like: a name or number always follows.
_TITLES = words(
    "mr mrs ms dr prof gen lt col maj capt cmdr adm sgt cpl pvt sen rep gov sec pres amb hon rev"
    " messrs mme mlle supt det insp st ste mt ft fr brig lt-gen maj-gen vs e.g i.e cf viz ph.d"
)
_MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec")
_BEFORE_NUMBER = words("no nos art sec para pp p vol fig ch res est approx op")
_MAYBE = words("inc corp ltd co jr sr etc al bros dept univ assn a.m p.m u.s u.k u.n e.u")
_STARTERS = words(
    "The A An He She It They We I You This That These Those In On At By For From With As But And"
    " However If When While After Before Since Both Their His Her Its Our My There Here Although"
    " Though Despite According Earlier Later Last Meanwhile Also Asked Some Many Most Such What"
    " Who Why How Where Yet So Then Now No Not Under During Among Each All Another Any Instead"
    " Moreover Nevertheless Nonetheless Still Thus Until Upon Whether Today Yesterday"
)
# "in Washington, D.C. Secretary Blinken": a sentence ends, unless what follows is the District's.
_OF_THE_DISTRICT = words(
    "Council Mayor Police Circuit Court Superior Metro National Guard Attorney Fire Department Public"
    " Board Water Housing Health Statehood United Appeals"
)
_NEXT = re.compile(r"""\s*["'“‘(\[]*\s*(?:[-–—]+\s*)?(\S[\w’'-]*)""")
_ATTRIBUTED = re.compile(
    r"\s+(?:(?:Mr|Mrs|Ms|Dr)\.\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}"
    r"(?:said|asked|told|added|wrote|replied|declared|warned|noted|stated|insisted|tweeted)\b"
)
_SPEECH = re.compile(
    r"(?:\b(?:said|says|saying|told|stated|added|wrote|declared|noted|that|asked|replied|warned)"
    r"\b[^.!?]{0,60}|[:,])\s*$"
)


def _ends_here(text: str, begin: int, place: re.Match[str]) -> bool:
    mark, end = place.group(), place.end()
    if end == len(text):
        return True
    follow = _NEXT.match(text, end)
    word_after = follow.group(1) if follow else ""
    if word_after[:1].islower():
        return False
    if mark == ".":
        return _after_period(text, begin, place, word_after)
    if mark[:3] == "..." or mark[0] == "…":
        return word_after[:1].isupper()
    # "Will it hold?" Kim asked: the question and who asked it are one sentence.
    return not (mark[-1] in "\"”'’" and mark[0] in "!?" and _ATTRIBUTED.match(text, end))


def _after_period(text: str, begin: int, place: re.Match[str], word_after: str) -> bool:
    word = last_word(text, place.start(), begin)
    low = word.lower()
    if low in _TITLES and not (low == "sec" and word_after[:1].isdigit()):
        return False
    if low in _MONTHS or low in _BEFORE_NUMBER:
        return not word_after[:1].isdigit() and not (low == "sec" and word_after[:1].isupper())
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if low == "d.c":
        return word_after[:1].isupper() and word_after not in _OF_THE_DISTRICT
    if low in _MAYBE or ("." in word and all(len(part) <= 1 for part in word.split("."))):
        return word_after in _STARTERS or (low == "etc" and word_after[:1].isupper())
    return True


def _holds(text: str, start: int, end: int) -> bool:
    """Whether a quotation or bracket stays whole: brackets do, quotations with their speaker."""
    if text[start] in "([「":
        return True
    follow = text[end : end + 60]
    if text[end - 2] == "," or follow.lstrip(" -–—")[:1].islower():
        return True
    return bool(_SPEECH.search(text, max(0, start - 90), start) or _ATTRIBUTED.match(follow))


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one English passage.

    A quotation stays whole with the words that say whose it is; a quotation that stands alone,
    as in a transcript, is cut into its own sentences.
    """
    return split_passage(text, _PLACES, _HELD, _ends_here, _holds)


ENGLISH = Language(
    code="en",
    name="English",
    split_sentences=split_sentences,
    future_markers=re.compile(
        r"\b(?:will(?! not be drawn)|shall|won['’]t|going to|(?:is|are|was|were) (?:set|due|scheduled|expected"
        r"|slated|likely|planning|preparing|poised|about|to)(?: to)?|scheduled (?:for|to)|plan(?:s|ned)?"
        r"(?: to| for|\b)|intend(?:s)? to|upcoming|forthcoming|ahead of|(?:is|are) (?:meeting"
        r"|travell?ing|visiting|hosting|holding|flying|heading|arriving)|to (?:meet|hold|visit|host"
        r"|attend|travel|sign|discuss|begin|take place|convene|arrive|deliver|launch|resume))\b",
        re.IGNORECASE,
    ),
    past_markers=re.compile(
        r"\b(?:said|told|met|held|spoke|was|were|had|took|made|began|gave|went|came|saw|sent|put"
        r"|wrote|led|left|paid|won|flew|rose|fell|[a-z]{2,}ed)\b(?! to (?:be|meet|hold|visit)\b)",
        re.IGNORECASE,
    ),
    negation_markers=re.compile(
        r"\b(?:not|never|no longer|neither|nor|cannot|without|fail(?:s|ed)? to|refus(?:e|es|ed|al)"
        r"|declin(?:e|es|ed)|den(?:y|ies|ied)|reject(?:s|ed)?|no)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    hypothetical_markers=re.compile(
        r"\b(?:if|unless|whether|may(?= [a-z])|might|could|would|should .{1,20}\bfail|in case"
        r"|possib(?:le|ly|ility)|potential(?:ly)?|were to|provided that|perhaps|considering"
        r"|weigh(?:s|ing)|mull(?:s|ing)?)\b"
    ),
    background_markers=re.compile(
        r"\b(?:had (?:\w+ ){0,2}\w+(?:ed|en|t|d|de|ne|un)\b|previously|earlier|in the past|ago"
        r"|last (?:year|month|decade)|since (?:19|20)\d\d|in (?:19|20)\d\d|formerly|at the time"
        r"|back in|recall(?:ed|s|ing)|anniversary|historic(?:al)?ly|following)\b",
        re.IGNORECASE,
    ),
    hearsay_markers=re.compile(
        r"\b(?:reported(?:ly)?|alleged(?:ly)?|according to|sources?|rumou?r(?:s|ed)?|unconfirmed"
        r"|apparently|is said to|are said to|believed to|on condition of anonymity|media reports?"
        r"|purported(?:ly)?|claim(?:s|ed)?)\b",
        re.IGNORECASE,
    ),
    quotes=(("“", "”"), ("‘", "’"), ('"', '"')),
)
