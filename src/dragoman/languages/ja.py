"""Japanese: sentences by rule, particles, markers."""

from __future__ import annotations

import re

from dragoman.languages.language import Language, Particle, ParticleRole
from dragoman.languages.sentences import enclosures, split_passage

__all__ = ["JAPANESE", "split_sentences", "strip_particles"]

_HELD = enclosures(
    (("「", "」"), ("『", "』"), ("“", "”"), ("（", "）"), ("(", ")"), ("【", "】"), ("〈", "〉")),
    straight=False,
)
_PLACES = re.compile(
    r"[。！？!?｡]+[」』”）)】〉\"]*|(?<=[\u3040-\u30ff\u4e00-\u9fff])[.．](?=\s|$)"
)
# After 「…。」 these carry the sentence on; other words begin a new one.
_QUOTED_ON = re.compile(
    r"\s*(?:(?:など)?と(?:は|も|の|いう|いった|して|し、|述|語|話|発言|指摘|強調|説明|表明|訴|主張|批判|し、|し|"
    r"応|答|コメント|伝|記|書|[、,])|と|との|という|など|を|に|は|が|の|も|で|から|だ|である|、|，|。)"
)


def _ends_here(text: str, begin: int, place: re.Match[str]) -> bool:
    mark, end = place.group(), place.end()
    if end == len(text):
        return True
    if mark[-1] in '」』”"':
        return not _QUOTED_ON.match(text, end)
    if mark[-1] in "）)】〉":
        return text[end].isspace()
    if mark[0] in "！？!?":
        # 「Yahoo!ニュース」, 「なぜ？」: a mark inside running words ends nothing.
        return text[end].isspace() or not re.match(r"[とをにはがのもで、。ァ-ヶA-Za-z]", text[end])
    return True


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one Japanese passage; 「…。」と述べた is one sentence."""
    return split_passage(text, _PLACES, _HELD, _ends_here)


_PARTICLES: tuple[tuple[str, ParticleRole], ...] = (
    ("について", "about"), ("に関して", "about"), ("に関する", "about"), ("に対して", "to"),
    ("に対し", "to"), ("に対する", "to"), ("をめぐり", "about"), ("を巡り", "about"),
    ("をめぐる", "about"), ("を巡る", "about"), ("とともに", "with"), ("と共に", "with"),
    ("との", "with"), ("への", "to"), ("からの", "from"), ("では", "at"), ("には", "to"),
    ("とは", "with"), ("から", "from"), ("より", "from"), ("まで", "until"), ("によると", "by"),
    ("により", "by"), ("による", "by"), ("は", "subject"), ("が", "subject"), ("を", "object"),
    ("に", "to"), ("と", "with"), ("へ", "to"), ("で", "at"), ("の", "of"), ("も", "also"),
)  # fmt: skip
_BY_LENGTH = tuple(sorted(_PARTICLES, key=lambda pair: -len(pair[0])))


def strip_particles(word: str) -> tuple[str, Particle | None]:
    """Part a phrase from the particle that ends it: ("米国", は as subject)."""
    for text, role in _BY_LENGTH:
        if word.endswith(text) and len(word) > len(text):
            return word[: -len(text)], Particle(text, role)
    return word, None


JAPANESE = Language(
    code="ja",
    name="Japanese",
    split_sentences=split_sentences,
    future_markers=re.compile(
        r"予定|見通し|見込み|方針|計画(?:だ|して|である)|控え|向けて?(?:調整|準備)|調整(?:に入|して|を進)|する(?:と|こと|。|$)"
        r"|(?:開|会|訪|臨|行|向か|始ま|議)(?:く|う|れる|談する|問する|む|かう|る)(?:。|と発表|と明|と表|予定|見|方|$)"
        r"|だろう|であろう|つもり|開かれる|行われる|今後"
    ),
    past_markers=re.compile(
        r"(?:した|れた|った|いた|えた|んだ|きた|べた|めた|せた|けた|じた|ました|ていた)(?![いくらら])"
    ),
    negation_markers=re.compile(
        r"(?:し|さ|せ|れ|か|き|け|ら|め|べ|え|わ|が|ま|で)?(?:ない|なかった|なく|ず(?:に|、|。)|ません|ぬ)|拒否|否定|否認|"
        r"中止|見送|断念|撤回|反対|欠席|不参加"
    ),
    hypothetical_markers=re.compile(
        r"(?:れ|せ|え|け|め)ば|なら(?:ば|、|$)|たら|場合|もし|仮に|可能性|かもしれ|検討|恐れ|おそれ|かどうか|とすれば|得る"
    ),
    background_markers=re.compile(
        r"かつて|以前|当時|昨年|一昨年|先月|これまで|すでに|既に|ていた|(?:19|20)\d\d年|年前|カ月前|か月前|前回|以来"
    ),
    hearsay_markers=re.compile(
        r"とみられる|と見られる|という。|とされる|によると|によれば|関係者|報じた|伝えた|報道|模様|らしい|ようだ|そうだ|とい"
        r"われる|消息筋"
    ),
    quotes=(("「", "」"), ("『", "』"), ("“", "”")),
    spaced=False,
    verb="after",
    strip_particles=strip_particles,
)
