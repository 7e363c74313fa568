"""The encoder opens only what it knows, and reads five languages with the same weights."""

import shutil
from pathlib import Path

import dragoman_model
import numpy as np
import pytest

from dragoman.coding.model.encoder import Encoder, Marked, open_encoder
from dragoman.coding.pipeline import Coder
from dragoman.errors import ModelError
from dragoman.records import Document
from dragoman.settings import Settings

PACKAGE = Path(dragoman_model.__file__).parent
SAME = [
    "The two foreign ministers met in Lima on Thursday.",
    "양국 외교장관은 목요일 리마에서 회담했다.",
    "両国の外相は木曜日、リマで会談した。",
    "两国外长星期四在利马举行会谈。",
    "Министры иностранных дел двух стран встретились в четверг в Лиме.",
]
OTHER = "The central bank raised interest rates by a quarter of a percentage point."


@pytest.fixture(scope="module")
def encoder():
    return Encoder.open(Settings())


@pytest.fixture
def copied(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_translations_lie_nearer_than_other_news(encoder):
    vectors = encoder.vectors([*SAME, OTHER])
    assert vectors.shape == (6, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    for one in vectors[:5]:
        assert min(float(one @ other) for other in vectors[:5]) > float(one @ vectors[5])


def test_no_text_and_long_text_have_vectors_too(encoder):
    assert encoder.vectors([]).shape == (0, 384)
    assert encoder.vectors(["", "회담 " * 2_000]).shape == (2, 384)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Russia condemned the United States on Monday.", "Russia", "the United States"),
        ("러시아는 월요일 미국을 규탄했다.", "러시아", "미국"),
        ("ロシアは月曜日、米国を非難した。", "ロシア", "米国"),
        ("俄罗斯周一谴责美国。", "俄罗斯", "美国"),
        ("Россия в понедельник осудила США.", "Россия", "США"),
    ],
)
def test_a_condemnation_is_one_in_every_language(encoder, text, source, target):
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    (judged,) = encoder.judge([Marked(text, *spans)])
    assert judged.type == "ACCUSE"


def test_an_altered_file_is_refused_by_name(copied):
    with (copied / "upper.onnx").open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(ModelError, match=r"upper\.onnx"):
        Encoder.open(Settings(), copied)


def test_a_missing_file_is_named_with_a_remedy(copied):
    (copied / "words.npy").unlink()
    with pytest.raises(ModelError, match=r"words\.npy"):
        Encoder.open(Settings(), copied)
    (copied / "manifest.toml").unlink()
    with pytest.raises(ModelError, match=r"manifest\.toml"):
        Encoder.open(Settings(), copied)


def test_the_rules_go_on_without_the_encoder_when_asked_to(tmp_path):
    settings = Settings(use_model=False)
    assert open_encoder(settings, tmp_path) is None
    reading = Coder(settings).code(
        Document(id="d", language="ko", text="미국은 북한의 탄도미사일 발사를 강력히 규탄했다.",
                 published="2024-11-01")
    )  # fmt: skip
    assert "ACCUSE" in [report.codes[0].type for report in reading.reports]
