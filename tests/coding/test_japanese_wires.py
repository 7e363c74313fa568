"""Japanese as wires and ministries write it: who acts for a state, whom it is aimed at, what is quoted,
why and not who. The events are plausible, the sentences the project's own."""

import pytest
from coded import acts_of, meetings_of, read_text

ACTS = [
    ("two armies' chiefs agree", "レソトとマラウイの軍首脳は、国境の川を共同で巡回することで一致した。", ["AGREE LSO = MWI"]),
    ("a ministry acts for its state", "ジンバブエ保健省は、ザンビア政府が国境を閉鎖したとして強く批判した。", ["ACCUSE ZWE > ZMB"]),
    ("a noun between the state and the particle", "ケニアの外相はウガンダ軍政に対し、対話を始めるよう促した。", ["REQUEST KEN > UGA"]),
    ("who did it stands behind the verb", "チリの規制当局は、ペルー産ブドウの輸入を停止したボリビアに撤回を求めた。", ["REQUEST CHL > BOL"]),
    ("what is quoted was not done by who speaks", "タイの首相は記者団に「隣国が弾道ミサイルの発射を強行した」と述べた。", []),
    ("a launch as the cause", "タイ政府は18日、ミサイルの発射を受け、緊急の会議を開いた。", []),
    ("why, and not who", "ケニア外務省の職員は、ウガンダが兵を集結させたことを受け、タンザニアに説明を求めた。", ["REQUEST KEN > TZA"]),
    ("the inner verb has its own subject", "ケニアは18日、ウガンダがタンザニアに制裁を科したことを受け、ウガンダを強く批判した。", ["ACCUSE KEN > UGA", "SANCTION UGA > TZA"]),
    ("the first of two topics speaks", "マリの外相は、国境をめぐり、ニジェールは高い代償を払うことになると警告した。", ["THREATEN MLI > NER"]),
    ("asked of those in general", "ペルーは国際社会に停戦を呼びかけた。チリは沈黙した。", []),
    ("a threat under a condition", "デンマーク首相は、ノルウェーが兵を撤収しなければ大使館を閉鎖すると警告した。", ["THREATEN DNK > NOR"]),
    ("help by air", "ギリシャはアルバニアに医薬品を空輸した。", ["AID GRC > ALB"]),
    ("relations opened", "ニカラグアとナウルは国交を樹立した。", ["SUPPORT NIC = NRU"]),
    ("whose invitation is taken", "ブラジルの大統領はアルゼンチンの招待を受け入れた。", ["AGREE BRA > ARG"]),
    ("both countries, named by a joint phrase with its particle", "トルコの大統領はエジプトの大統領と会談した。両国は直行便を増やすことで一致した。", ["AGREE EGY = TUR"]),
    ("a readiness in general binds nobody", "ガーナとトーゴの外相が会談した。ガーナの外相は輸出を続ける用意があると述べた。", []),
    ("a treaty's talks broken off", "フィジーはトンガとの漁業交渉を停止すると発表した。", ["SANCTION FJI > TON"]),
    ("who did what is answered", "マリがブルキナファソの国境を閉鎖したことに対し、ニジェール政府は「暴挙だ」と強く反発した。", ["ACCUSE NER > MLI"]),
    ("a match is no refusal", "サッカーの予選で、チリはペルーを2対0で退けた。", []),
    ("handed over within the words", "モンテネグロの当局は、詐欺の容疑者の身柄をアルバニアに引き渡した。", ["COOPERATE MNE > ALB"]),
    ("thanks that were expressed", "茂木大臣はポンペオ長官と会談した。ポンペオ長官から、茂木大臣への謝意が表明された。", ["SUPPORT USA > JPN"]),
]  # fmt: skip

MEETINGS = [
    ("a trip denied", "モンゴルの外相は18日、ソウルで韓国外相と会談した。中国は訪問しない。", ["KOR,MNG meeting ministerial held 2024-05-18 Seoul"]),
    ("with each of those whom a compound names", "外務省の山田一郎アジア大洋州局長は20日、米韓両国の代表とそれぞれ電話で協議した。", ["JPN,KOR call other held 2024-05-20", "JPN,USA call other held 2024-05-20"]),
    ("towards a meeting", "両大臣はG7外相会合に向けた協力を話した。", ["G7 multilateral ministerial planned"]),
    ("meant to talk", "タイの首相は来日するラオスの首相と協議する意向も示した。", ["LAO,THA meeting summit planned"]),
    ("since when is not when", "今月8日からペルーを訪問しているチリの大統領は、ペルーの大統領との会談を終えた。", ["CHL,PER meeting summit held"]),
    ("a Latin spelling behind the name of a guest", "5月18日、上川陽子外務大臣は、訪日中のステファヌ・セジュルネ仏欧州・外務相（H.E. Mr. Stéphane SÉJOURNÉ, Minister for Europe and Foreign Affairs of the French Republic）を招いて夕食会を行った。", ["FRA,JPN meeting ministerial held 2024-05-18"]),
    ("who pays a call", "タイの首相は18日、ラオスの副首相からの表敬を受けた。", ["LAO,THA meeting ministerial held 2024-05-18"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), [a[1:] for a in ACTS], ids=[a[0] for a in ACTS])
def test_a_japanese_wire_tells_of(text, acts):
    assert acts_of(read_text(text, "ja", "2024-05-20")) == acts


@pytest.mark.parametrize(("text", "met"), [m[1:] for m in MEETINGS], ids=[m[0] for m in MEETINGS])
def test_a_japanese_wire_tells_of_meetings(text, met):
    assert meetings_of(read_text(text, "ja", "2024-05-20")) == met
