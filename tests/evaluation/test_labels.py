"""Every label file can be trusted: shapes, quotes, codes, and documents that are their own."""

import csv
import json
import re
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import QuestionError
from dragoman.evaluation import PARTS, load_documents
from dragoman.evaluation.scoring import read_labelled

ROOT = Path(__file__).parents[2]
EVAL = ROOT / "eval"
LANGUAGES = ("ko", "en", "ja", "zh", "ru")
LEAST = {"ko": 60, "en": 40, "ja": 25, "zh": 25, "ru": 25}
# PLOVER manual 2.0, tables of modes; REQUEST and REJECT share theirs.
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}
DOCUMENTS = load_documents(EVAL, LANGUAGES)


def known_codes() -> set[str]:
    found = set()
    for table in ("states.csv", "bodies.csv"):
        text = resources.files("dragoman.data").joinpath(table).read_text(encoding="utf-8")
        found |= {row["code"] for row in csv.DictReader(text.splitlines())}
    return found


def grams(text: str) -> set[str]:
    """Runs of five words, or of ten characters where words are not set apart."""
    if re.search(r"[぀-ヿ㐀-鿿]", text):
        plain = "".join(re.findall(r"\w", text))
        return {plain[i : i + 10] for i in range(len(plain) - 9)}
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}


def test_each_language_has_its_documents_half_to_tune_on_and_half_to_check():
    counted = Counter((d.language, part) for part, d in DOCUMENTS)
    for language, least in LEAST.items():
        halves = [counted[language, part] for part in PARTS]
        assert sum(halves) >= least
        assert abs(halves[0] - halves[1]) <= 1


def test_a_tenth_of_each_language_tells_of_no_act_at_all():
    for language in LANGUAGES:
        own = [d for _, d in DOCUMENTS if d.language == language]
        assert sum(d.labels.empty for d in own) >= len(own) / 10


def test_ids_are_unique_and_name_their_language():
    ids = Counter(d.id for _, d in DOCUMENTS)
    assert max(ids.values()) == 1
    assert all(d.id.startswith(d.language) for _, d in DOCUMENTS)


def test_every_actor_is_one_that_the_tables_know():
    codes, seen = known_codes(), 0
    for _, document in DOCUMENTS:
        labels = document.labels
        used = [c for m in labels.meetings for c in (*m.parties, *m.also)]
        used += [p.country for m in labels.meetings for p in m.people]
        used += [m.place.country for m in labels.meetings if m.place and m.place.country]
        used += [c for e in labels.events for c in (*e.source, *e.target)]
        used += [c for p in labels.pledges for c in (*p.by, *p.to)]
        seen += len(used)
        assert set(used) <= codes, f"{document.id}: {set(used) - codes}"
    assert seen > 1000


def test_every_mode_belongs_to_its_type():
    for _, document in DOCUMENTS:
        for act in document.labels.events:
            if act.mode:
                assert act.mode in MODES[act.type].split(), f"{document.id}: {act.type}/{act.mode}"


def test_every_pledge_with_an_addressee_is_an_act_of_agreeing_too():
    for _, document in DOCUMENTS:
        agreed = {(a.source, a.target) for a in document.labels.events if a.type == "AGREE"}
        for pledge in document.labels.pledges:
            assert not pledge.to or (pledge.by, pledge.to) in agreed, document.id


def test_days_of_past_acts_do_not_lie_after_publication():
    for _, document in DOCUMENTS:
        for meeting in document.labels.meetings:
            if meeting.status in ("held", "background") and meeting.start and not meeting.day_open:
                assert meeting.start <= document.published, f"{document.id}: {meeting.quote}"


def test_the_reader_leaves_the_labelled_words_where_they_can_be_found():
    for _, document in DOCUMENTS:
        text = read_labelled(document).text
        labels = document.labels
        for label in (*labels.meetings, *labels.events, *labels.pledges):
            lost = [q for q in label.quotes if "\n" not in q and q not in text]
            assert not lost, f"{document.id}: {lost}"


def test_no_document_is_a_near_copy_of_another():
    shingles = [(d.id, grams(d.text)) for _, d in DOCUMENTS]
    for i, (one, own) in enumerate(shingles):
        for other, theirs in shingles[i + 1 :]:
            shared = len(own & theirs) / min(len(own), len(theirs))
            assert shared < 0.15, f"{one} and {other} share {shared:.0%}"


def test_no_document_repeats_what_the_training_labels_say():
    trained: set[str] = set()
    for path in (ROOT / "training" / "labels").glob("*.txt"):
        if path.stem.startswith(("documents", "second")):
            continue  # whole documents: each is compared by itself below
        for line in path.read_text(encoding="utf-8").splitlines():
            bare = re.sub(r"\[[A-Za-z:]+\||\]", "", re.sub(r"^(ko|en|ja|zh|ru): ", "", line))
            trained |= grams(bare)
    assert trained
    for _, document in DOCUMENTS:
        own = grams(document.text)
        shared = len(own & trained) / len(own)
        assert shared < 0.05, f"{document.id} shares {shared:.0%} with the training labels"


def test_no_document_tells_what_a_training_document_tells():
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for _, document in DOCUMENTS:
        for gram in grams(document.text):
            holders[gram].add(document.id)
    sizes = {document.id: len(grams(document.text)) for _, document in DOCUMENTS}
    for path in (ROOT / "training" / "labels").glob("documents-*.txt"):
        for text in re.split(r"^(?=#)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            shared: Counter[str] = Counter()
            lines = (re.sub(r"^\d+ ", "", line) for line in text.splitlines()[1:])
            bare = [re.sub(r"\[[A-Z~]+\||\]", "", line) for line in lines]
            for gram in set().union(*map(grams, bare)):
                shared.update(holders.get(gram, ()))
            for id_, count in shared.items():
                share = count / sizes[id_]
                assert share < 0.05, f"{id_} shares {share:.0%} with {text.split(maxsplit=1)[0]}"


def test_a_label_whose_quote_is_not_in_the_text_is_named_with_file_and_line(tmp_path: Path):
    row = json.loads((EVAL / "ko" / "tune.jsonl").read_text(encoding="utf-8").splitlines()[0])
    row["labels"]["meetings"][0]["quote"] = "이 문장은 본문에 없다"
    (tmp_path / "ko").mkdir()
    path = tmp_path / "ko" / "tune.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(QuestionError, match=r"tune\.jsonl:1: .*quote is not in the text"):
        load_documents(tmp_path, ["ko"])


def test_a_folder_without_labels_is_told_with_the_remedy(tmp_path: Path):
    with pytest.raises(QuestionError, match="--folder"):
        load_documents(tmp_path, ["ko"])
