"""Japanese that names its parties once: whom 同国, 先方, a bare title or a name beside a town mean, and
whom an act is aimed at whose sentence names nobody. The events are invented."""

import re

import pytest
from coded import acts_of, meetings_of, read_text

from dragoman.coding.acts.lexicon import find_triggers

POINTED = [
    ("the same country", "ガーナは18日、北部の国境を閉じた。ベナンの外相は会見で、同国に説明を求めた。", "REQUEST BEN > GHA"),
    ("the other side of two", "チリとペルーの外相が会談した。チリの外相は漁船の拿捕を批判した。ペルーは相手側に冷静な対応を求めた。", "REQUEST PER > CHL"),
    ("a title borne by one named before", "ノルウェーのヨナス・ハンセン外相はデンマークの外相と会談した。ハンセン外相はデンマークに謝意を示した。", "SUPPORT NOR > DNK"),
    ("a name beside a capital", "山田外務副大臣は、アディスアベバでテスファ国務大臣と会談した。テスファ国務大臣は日本に協力を要請した。", "REQUEST ETH > JPN"),
    ("the ministry of a capital", "ラバトの外務省は、アルジェリアに抗議した。", "ACCUSE MAR > DZA"),
    ("an army that is not the publisher's", "ミャンマーで市民が拘束された。日本の外相は国軍に対し、解放を求めた。", "REQUEST JPN > MMR"),
    ("counted together", "チリ、ペルー、ボリビアの3カ国は、ベネズエラを強く非難した。", "ACCUSE BOL,CHL,PER > VEN"),
]  # fmt: skip

UNSAID = [
    ("condemned, and nobody named", "モーリタニア軍がマリの村を攻撃した。マリ政府はモーリタニアの大使を呼んで抗議した。マリの大統領は「断じて許せない」と非難し、謝罪を要求した。", "REQUEST MLI > MRT"),
    ("broken off with the same", "エクアドルの警官がメキシコ大使館に押し入った。メキシコはエクアドルを非難した。メキシコ大統領はただちに断交すると発表した。", "SANCTION MEX > ECU"),
]  # fmt: skip

TALKS = [
    ("at whose talks, without a subject", "5月20日、上川外務大臣は、ケニアのムダバディ外務長官と会談しました。ムダバディ外務長官との会談では、港湾の整備で協力していくことで一致しました。", "AGREE JPN = KEN"),
    ("who speaks stands with から", "5月20日、上川外務大臣は、ケニアのムダバディ外務長官と会談しました。ムダバディ外務長官からは日本の支援に謝意が示されました。", "SUPPORT KEN > JPN"),
    ("the guest answers", "5月20日、上川外務大臣は、ケニアのムダバディ外務長官と会談しました。上川大臣から、在留邦人の安全に協力を要請しました。先方から、日本の支援に感謝の意が示されました。", "SUPPORT KEN > JPN"),
    ("the topic goes on to the end", "トルコの大統領は提案を「前向きだ」としながら、ギリシャ軍が島を使わない保証をギリシャに求めた。", "REQUEST TUR > GRC"),
]  # fmt: skip

WORDS = [
    ("agreed also", "ガーナとトーゴの首脳は、関税の削減を進めることでも一致した。", "AGREE GHA = TGO"),
    ("found their views at one", "ガーナとトーゴの外相は、港の共同利用を進めることで意見が一致した。", "AGREE GHA = TGO"),
    ("made a treaty", "チリはペルーと漁業協定を結んだ。", "SUPPORT CHL = PER"),
    ("derided", "ベナンの報道官は、トーゴの提案を「茶番だ」とこき下ろした。", "ACCUSE BEN > TGO"),
    ("expulsions as a noun", "ノルウェーは、ロシアの外交官5人の追放を発表した。", "SANCTION NOR > RUS"),
    ("rammed", "モロッコの巡視船はスペインの漁船に体当たりした。", "ASSAULT MAR > ESP"),
    ("said it would consider", "ペルー大使はチリに道路の整備を要望した。", "REQUEST PER > CHL"),
    ("words of congratulation", "アルゼンチン大統領はブラジル大統領に祝いの言葉を送った。", "SUPPORT ARG > BRA"),
]  # fmt: skip

SILENT = [
    ("asked of people in general", "ガーナとトーゴの外相が会談した。ガーナの大統領は国民に節電を呼びかけた。"),
    ("a coup is nobody's", "ニジェールで兵士が大統領を拘束した。フランスの外相は「クーデターを非難する」と述べた。"),
    ("a match", "サッカーのアジア予選で、チリはペルーを大差で退けた。"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "act"),
    [case[1:] for case in (*POINTED, *UNSAID, *WORDS)],
    ids=[case[0] for case in (*POINTED, *UNSAID, *WORDS)],
)
def test_a_japanese_text_tells_who_is_meant(text, act):
    assert act in acts_of(read_text(text, "ja", "2024-05-20", "JPN"))


@pytest.mark.parametrize(
    ("text", "act"), [case[1:] for case in TALKS], ids=[case[0] for case in TALKS]
)
def test_a_readout_names_its_parties_once(text, act):
    assert act in acts_of(read_text(text, "ja", "2024-05-21", "JPN"))


@pytest.mark.parametrize("text", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_what_is_aimed_at_nobody_stays_so(text):
    told = acts_of(read_text(text, "ja", "2024-05-20"))
    assert [line for line in told if re.match("ACCUSE|REQUEST|REJECT|SUPPORT", line)] == []


def test_a_person_of_no_table_is_not_taken_for_the_publishers_own():
    text = "5月20日、上川外務大臣はビエンチャンでケオラ外相と会談した。"
    assert meetings_of(read_text(text, "ja", "2024-05-20", "JPN")) == [
        "JPN,LAO meeting ministerial held 2024-05-20 Vientiane"
    ]


def test_a_long_line_is_searched_in_no_time():
    line = "首脳は協力を進め対応を求め合意に達し措置を講じ、" * 400
    assert len(find_triggers(line, 0, "ja")) < 4000
