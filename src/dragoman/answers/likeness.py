"""Cosines of an encoder -> likeness that means the same with every encoder.

In: an encoder. Out: a Gauge: 0 for sentences on different matters, 1 for one sentence in two
languages. Raw cosines move whenever the weights are trained anew (unrelated sentences lay at 0.83
with one set of weights, at 0.87 with the next), so a bound in cosines holds for one set only. The
gauge measures both ends on sentences that it knows: the same six sentences of diplomacy in five
languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.answers.sentences import Vectors

__all__ = ["Gauge", "gauge_of"]

# Six matters, each in ko, en, ja, zh, ru; written for this purpose.
_SENTENCES = (
    ("양 장관은 수산물 수입 규제를 조속히 풀기로 하였다.",
     "The two ministers agreed to lift the restrictions on seafood imports soon.",
     "両大臣は、水産物の輸入規制を早期に解除することで一致しました。",
     "两国外长同意尽快解除水产品进口限制。",
     "Министры договорились вскоре снять ограничения на импорт морепродуктов."),
    ("정부는 미사일 발사를 강력히 규탄하였다.",
     "The government strongly condemned the missile launch.",
     "政府は、ミサイルの発射を強く非難しました。",
     "政府强烈谴责导弹发射。",
     "Правительство решительно осудило пуск ракеты."),
    ("대통령은 내년 가을 국빈 방문 초청을 수락하였다.",
     "The president accepted an invitation to a state visit next autumn.",
     "大統領は、来年秋の国賓訪問の招待を受け入れました。",
     "总统接受了明年秋天进行国事访问的邀请。",
     "Президент принял приглашение совершить государственный визит осенью будущего года."),
    ("양측은 기후변화 대응을 위한 기금 조성 방안을 논의하였다.",
     "The two sides discussed how to set up a fund against climate change.",
     "双方は、気候変動対策のための基金の設立について議論しました。",
     "双方讨论了设立应对气候变化基金的办法。",
     "Стороны обсудили создание фонда для борьбы с изменением климата."),
    ("외교부는 분쟁 지역의 즉각적인 휴전을 촉구하였다.",
     "The foreign ministry called for an immediate ceasefire in the conflict zone.",
     "外務省は、紛争地域における即時停戦を求めました。",
     "外交部呼吁冲突地区立即停火。",
     "Министерство иностранных дел призвало к немедленному прекращению огня в зоне конфликта."),
    ("두 나라는 반도체 공급망 협력 협정에 서명하였다.",
     "The two countries signed an agreement on semiconductor supply chains.",
     "両国は、半導体のサプライチェーンに関する協定に署名しました。",
     "两国签署了半导体供应链合作协议。",
     "Две страны подписали соглашение о цепочках поставок полупроводников."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gauge:
    """The cosine of sentences on different matters, and of one sentence in two languages."""

    apart: float
    alike: float

    def likeness(self, cosine: float) -> float:
        """0 and below: different matters; 1: the same sentence in another language."""
        return (cosine - self.apart) / max(self.alike - self.apart, 1e-6)

    def cosine(self, likeness: float) -> float:
        """The cosine at which a likeness lies."""
        return self.apart + likeness * (self.alike - self.apart)


_KNOWN: list[tuple[Vectors, Gauge]] = []


def gauge_of(encoder: Vectors) -> Gauge:
    """The gauge of an encoder; measured once for each."""
    for known, gauge in _KNOWN:
        if known is encoder:
            return gauge
    made = _measure(encoder)
    _KNOWN[:] = [*_KNOWN[-3:], (encoder, made)]
    return made


def _measure(encoder: Vectors) -> Gauge:
    flat: Sequence[str] = [text for matter in _SENTENCES for text in matter]
    vectors = encoder.vectors(flat)
    near: npt.NDArray[np.float32] = vectors @ vectors.T
    of = np.repeat(np.arange(len(_SENTENCES)), len(_SENTENCES[0]))
    language = np.tile(np.arange(len(_SENTENCES[0])), len(_SENTENCES))
    other = language[:, None] != language[None, :]
    alike = near[(of[:, None] == of[None, :]) & other]
    apart = near[(of[:, None] != of[None, :]) & other]
    return Gauge(float(np.median(apart)), float(np.median(alike)))
