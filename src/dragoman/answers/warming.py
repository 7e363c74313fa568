"""The first question of a server, asked before anybody comes.

In: a Store, perhaps an encoder. Out: nothing; what a question needs once in a process (names of
all tables, patterns of notions, names of towns, the encoder) is loaded, so that the first reader
does not wait a second or two for it. When this is done is left to ``dragoman serve``.
"""

from __future__ import annotations

from dragoman.answers.ask import ask
from dragoman.answers.sentences import Vectors
from dragoman.record.store import Store

__all__ = ["warm_up"]

# One that takes the way through meetings, and one that ends in passages, in each language in
# which the pages ask: what they load differs.
_QUESTIONS = (
    ("ko", "한국과 일본의 외교장관은 어디에서 회담했나요?"),
    ("ko", "한국 정부는 북한에 무엇을 요구했나요?"),
    ("en", "Where did the foreign ministers of South Korea and Japan meet?"),
    ("en", "Why did China summon the ambassador of Japan?"),
    ("ja", "日本と韓国の外相はどこで会談しましたか。"),
    ("ja", "日本政府は北朝鮮に何を求めましたか。"),
)


def warm_up(store: Store, encoder: Vectors | None = None) -> None:
    """Ask questions whose answers nobody reads; the record is not changed."""
    if encoder is not None:
        encoder.vectors([text for _, text in _QUESTIONS])
    for language, text in _QUESTIONS:
        ask(store, text, language=language, encoder=encoder)
