"""States by one character in Chinese: where the document names them in full, in lists, as posts that
envoys hold. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

ACTS = [
    ("the first character with 方", "立陶宛总统瑙塞达访问北京。中方感谢立方支持。", ["SUPPORT CHN > LTU"]),
    ("a verb before it is no part of the name", "中方敦促加方取消关税。", ["REQUEST CHN > CAN"]),
    ("of two states with the character, the one spoken of", "乌拉圭总统拉卡列发表讲话。中方感谢乌方支持。", ["SUPPORT CHN > URY"]),
    ("a compound with it", "乌拉圭外长访问北京。中乌两国签署贸易协定。", ["SUPPORT CHN = URY"]),
    ("two armies", "韩、美两军举行联合演习。", ["COOPERATE KOR = USA"]),
    ("two states with a comma between", "以色列谈到局势。中方敦促美、以立即停火。", ["REQUEST CHN > ISR,USA"]),
    ("a post that an envoy leaves", "法国宣布召回驻澳大使。", ["SANCTION FRA > AUS"]),
    ("a word of its own names no state", "西班牙首相对西方各国表示感谢。多哥总统感谢各方支持。", []),
    ("cubic metres are no Lithuania", "立陶宛总统说，油轮运来一万立方米天然气，中国表示感谢。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_state_by_one_character_acts(text, acts):
    assert acts_of(read_text(text, "zh", "2024-11-08")) == acts


def test_those_of_a_compound_met():
    text = "乌拉圭总统拉卡列访华。中乌两国元首举行会谈。"
    told = meetings_of(read_text(text, "zh", "2023-11-22", "CHN"))
    assert any(line.startswith("CHN,URY meeting") for line in told)
