"""Who the other side is where Chinese leaves it out: 对方, a demand without an object, 双方 of a title,
posts of envoys, somebody who is no actor. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

ACTS = [
    ("the other side as target", "肯尼亚总统鲁托感谢中方支持铁路建设，请求对方提供融资。", ["REQUEST KEN > CHN", "SUPPORT KEN > CHN"]),
    ("opposition is disapproval", "中国商务部表示，中方坚决反对美国加税。", ["ACCUSE CHN > USA"]),
    ("what is opposed is nobody's by name", "中国外长会见白俄罗斯外长。中方反对外来干涉。", []),
    ("all sides are nobody", "美国国务卿会见埃及外长。美方呼吁各方保持克制。", []),
    ("a question put off asks nobody", "记者提到日本渔船。发言人：中方建议向主管部门询问。", []),
    ("what a joint statement says is not that it was issued", "德法英三国外长发表联合声明，谴责伊朗袭击油轮。", ["ACCUSE DEU,FRA,GBR > IRN"]),
    ("both posts of envoys", "法国宣布召回驻澳大利亚、驻美国两国大使。", ["SANCTION FRA > AUS,USA"]),
    ("a capital as a post", "沙特宣布召回驻渥太华大使。", ["SANCTION SAU > CAN"]),
    ("a bare ministry is of the state spoken of", "沙特的反应出乎意料，外交部要求加拿大道歉。", ["REQUEST SAU > CAN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_the_other_side_of(text, acts):
    assert acts_of(read_text(text, "zh", "2024-11-08", "CHN")) == acts


MEETINGS = [
    ("a session others are welcome to is yet to come", "中方欢迎美国总统拜登出席二十国集团领导人峰会。", []),
    ("a house that supports its being hosted", "美方支持中国办好APEC领导人会议。", []),
    ("a speaker of the house", "臺灣總統蔡英文會見美國眾議院議長麥卡錫。", ["TWN,USA meeting other held"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meetings"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS]
)
def test_who_met_or_did_not_yet(text, meetings):
    assert meetings_of(read_text(text, "zh", "2023-04-06", "TWN")) == meetings
