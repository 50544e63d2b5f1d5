"""Files of worked examples: read, refused, remembered, doubted, and learnt by."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_build import decree
from world import COOK, DECREE, word_model

from indexer.assemble import assemble
from indexer.build import build_index, index_of_files, remove_from_index
from indexer.catalogue import load_catalogue
from indexer.examples import bundled_examples, example_findings, read_examples
from indexer.teach import FEWEST, lessons, teach
from search import Searcher
from search.catalogue import Catalogue, catalogue_from_dict, catalogue_to_dict
from search.encode import Encoder
from search.encode.load import _load
from search.errors import InputError
from search.match import read_text
from search.rank import WEIGHTS, Scorer
from search.resources import data_dir
from search.store import open_index
from search.types import CriterionState, Example, ExampleFile
from training.leaks import forbidden

HEAD = "unit\tno\tshows\ttext\n"
SHOWN = {
    "": ["nasgor pesanan warung", "warung ramai pesanan nasgor", "dadar nasgor", "nasgor kampung", "pesanan nasgor"],
    "1.1": ["merendam butir", "butir direndam", "butir dibilas", "membilas butir", "rendam butir"],
    "1.2": ["menumbuk cabai", "cabai ditumbuk", "tumbuk cabai", "menggerus cabai", "cabai digerus"],
    "2.1": ["menata daun", "daun ditata", "tata daun", "menata selada", "selada ditata"],
}
MISSES = ["membeli cabai", "daun layu"]


def examples() -> tuple[Example, ...]:
    shown = [Example(COOK.code, no, True, text, 2) for no, texts in SHOWN.items() for text in texts]
    return (*shown, *(Example("I.55.COK00.001.1", "1.2", False, text, 9) for text in MISSES))


def table(rows: tuple[Example, ...] = examples()) -> str:
    return HEAD + "".join(f"{one.unit}\t{one.no}\t{one.shows:d}\t{one.text}\n" for one in rows)


@pytest.fixture(autouse=True)
def no_bundled_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of bundled examples."""
    folder = tmp_path / "data" / "examples"
    folder.mkdir(parents=True)
    monkeypatch.setattr("indexer.examples.data_dir", lambda: tmp_path / "data")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(table(), "utf-8")
    return path


@pytest.fixture
def catalogue(own: Path) -> Catalogue:
    return Catalogue((DECREE,), examples=read_examples([own]))


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    words = [*(text for texts in SHOWN.values() for text in texts), *MISSES, "beras dicuci bumbu diulek piring dihias"]
    folder = word_model(tmp_path / "model", [*words, "memasak nasi goreng membersihkan dapur melayani tamu"])
    _load.cache_clear()
    return _load(str(folder))


def test_a_file_is_read_with_its_lines(own: Path, no_bundled_examples: Path) -> None:
    (no_bundled_examples / "shipped.tsv").write_text(HEAD + f"{COOK.code}\t\t1\t  nasi   liwet \n\n", "utf-8-sig")
    shipped, mine = read_examples([own])
    assert shipped == ExampleFile("shipped.tsv", shipped.digest, (Example(COOK.code, "", True, "nasi liwet", 2),), True)
    assert [(one.no, one.shows) for one in mine.examples[-2:]] == [("1.2", False)] * 2
    assert mine.examples[0].line == 2
    assert read_examples([own], (shipped, mine)) == (shipped, mine)


def test_two_files_of_one_name_are_refused(tmp_path: Path, own: Path) -> None:
    other = tmp_path / "other" / own.name
    other.parent.mkdir()
    other.write_text(HEAD, "utf-8")
    with pytest.raises(InputError, match="have one name"):
        read_examples([own, other])
    assert len(read_examples([own, own])) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("unit\ttext\n", 1),
        (HEAD + "X\t1.1\tya\tteks\n", 2),
        (HEAD + "X\t1.1\t1\t \n", 2),
        (HEAD + "X\t1\n", 2),
    ],
)
def test_another_shape_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "bad.tsv").write_text(text, "utf-8")
    with pytest.raises(InputError, match=rf"^bad\.tsv line {line}: "):
        read_examples([tmp_path / "bad.tsv"])


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.tsv").write_bytes(HEAD.encode() + b"\xff\xfe")
    with pytest.raises(InputError, match=r"bad\.tsv is not UTF-8"):
        read_examples([tmp_path / "bad.tsv"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "any.tsv").write_bytes(HEAD.encode() + data)
    found, fault = (), ""
    try:
        ((*found,),) = (file.examples for file in read_examples([tmp_path / "any.tsv"]))
    except InputError as error:
        fault = str(error)
    assert "\n" not in fault
    assert all(one.unit and one.text for one in found)


def test_a_catalogue_remembers_and_sorts_them(catalogue: Catalogue) -> None:
    assert catalogue_from_dict(catalogue_to_dict(catalogue)) == catalogue
    assert list(catalogue.taught) == [COOK.code]
    assert len(catalogue.taught[COOK.code]) == 22
    assert "examples" not in catalogue_to_dict(catalogue.labelled())
    broken = catalogue_to_dict(catalogue)
    broken["examples"][0]["examples"][0][2] = 1
    with pytest.raises(InputError, match="another shape"):
        catalogue_from_dict(broken)


def test_doubts_name_what_is_not_learnt_by(catalogue: Catalogue) -> None:
    assert example_findings(catalogue) == ()
    (file,) = catalogue.examples
    kept = [one for one in file.examples if one.no != "2.1" and one.text != SHOWN[""][0]]
    stray = [Example("X.1", "", True, "apa", 77), Example(COOK.code, "9.9", True, "itu", 78)]
    found = example_findings(replace(catalogue, examples=(replace(file, examples=(*kept, *stray)),)))
    assert [one.kind for one in found] == ["example-unknown-unit", "example-unknown-criterion", "example-few"]
    assert found[0].where
    assert found[0].where.number == 77
    assert "the unit (4), 2.1 (0)" in found[2].message
    assert (
        example_findings(replace(catalogue, examples=(replace(file, examples=tuple(stray[:1]), bundled=True),))) == ()
    )


def test_an_index_learns_by_them(catalogue: Catalogue, encoder: Encoder) -> None:
    index, _ = assemble(catalogue, {}, encoder)
    taught = index.taught["fast"]
    assert [index.unit_codes[place] for place in taught.places] == [COOK.code]
    assert [index.passages[row].no for row in taught.rows] == ["1.1", "1.2", "2.1"]
    searcher = Searcher(index, encoder)
    read = read_text(searcher.scorer(), "Saya membilas butir.\nMembeli cabai di pasar.", "cv")
    assert read.taught_shown.argmax(axis=1)[0] == 0
    assert read.taught_shown[0, 0] > 0.5 > read.taught_shown[1].max()
    (unit,) = searcher.gaps("Saya membilas butir setiap pagi.", [COOK.code], "cv").units
    states = {gap.no: (gap.state, gap.score) for gap in unit.criteria}
    assert states["1.1"][0] is CriterionState.EVIDENCED  # though it shares no word with "Beras dicuci."
    assert states["1.1"][1] > max(states["1.2"][1], states["2.1"][1])
    best = searcher.search("nasgor dadar", k=1).results[0]
    assert best.code == COOK.code
    scorer = searcher.scorer()
    scored = scorer.scores(["nasgor dadar"])
    best, chance = (scored.passages[0] * WEIGHTS["fast"].of(index.passages)).max(), scored.units[0, 0]
    assert chance > 0.9
    assert scorer.per_unit(scored)[0][0, 0] == pytest.approx(best + 0.5 * chance * (1 - best), abs=1e-3)


def test_the_words_of_a_criterion_need_no_example(catalogue: Catalogue, encoder: Encoder) -> None:
    index, _ = assemble(catalogue, {}, encoder)
    text = "PENGALAMAN KERJA\n- Beras dicuci.\n- Bumbu diulek.\n- Piring dihias."
    (unit,) = Searcher(index, encoder).gaps(text, [COOK.code], "cv").units
    assert [gap.state for gap in unit.criteria] == [CriterionState.EVIDENCED] * 3
    assert [gap.evidence[0].text for gap in unit.criteria] == ["Beras dicuci.", "Bumbu diulek.", "Piring dihias."]


def test_units_without_examples_stand_beside_those_that_have_them(catalogue: Catalogue, encoder: Encoder) -> None:
    index, _ = assemble(catalogue, {}, encoder)
    assert index.taught["fast"].units.shape[0] == 1 + 2 + 1  # taught, the two others, none of them
    searcher = Searcher(index, encoder)
    for query in ("membersihkan dapur", "melayani tamu"):
        assert searcher.scorer().scores([query]).units.max() < 0.2
        assert searcher.search(query).results[0].code != COOK.code


def test_a_number_printed_twice_is_not_learnt_by(catalogue: Catalogue, encoder: Encoder) -> None:
    first, second = COOK.elements
    again = replace(second, criteria=(replace(second.criteria[0], no="1.1"),))
    decree = replace(DECREE, units=(replace(COOK, elements=(first, again)), *DECREE.units[1:]))
    twice = replace(catalogue, decrees=(decree,))
    assert "example-number-twice" in [one.kind for one in example_findings(twice)]
    index, _ = assemble(twice, {}, encoder)
    assert (len(index.taught["fast"].places), len(index.taught["fast"].rows)) == (1, 0)


def test_examples_that_are_all_alike_teach_something_finite(catalogue: Catalogue, encoder: Encoder) -> None:
    alike = tuple(Example(COOK.code, "", True, f"nasgor{sign}", 2) for sign in ".!?…*")
    (file,) = catalogue.examples
    index, _ = assemble(replace(catalogue, examples=(replace(file, examples=alike),)), {}, encoder)
    assert np.abs(index.taught["fast"].units).max() < 1e5
    assert Searcher(index, encoder).search("nasgor").results[0].code == COOK.code


def test_what_was_learnt_is_taken_over_while_nothing_changes(
    catalogue: Catalogue, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, _ = assemble(catalogue, {}, encoder)
    monkeypatch.setattr("indexer.assemble.teach", lambda *_: pytest.fail("learnt again"))
    again, _ = assemble(catalogue, {}, encoder, index)
    assert again.taught["fast"] is index.taught["fast"]
    (file,) = catalogue.examples
    fewer = replace(catalogue, examples=(replace(file, examples=file.examples[:-1]),))
    with pytest.raises(pytest.fail.Exception, match="learnt again"):
        assemble(fewer, {}, encoder, index)


def test_a_discriminant_has_the_middles_and_one_scatter(catalogue: Catalogue, encoder: Encoder) -> None:
    index, _ = assemble(replace(catalogue, examples=()), {}, encoder)
    found, scorer = lessons(catalogue.taught, index), Scorer(index, encoder)
    taught = teach(found, scorer.joined, ["dapur", "tamu"], scorer.joined([])[:0], "0")
    rows = scorer.joined(SHOWN[""]).astype(np.float64)
    apart = rows - rows.mean(axis=0)
    scatter = apart.T @ apart / len(rows)
    scatter += 5 * np.trace(scatter) / len(scatter) * np.eye(len(scatter))
    middles = np.stack([rows.mean(axis=0), scorer.joined(["dapur", "tamu"]).mean(axis=0)])
    np.testing.assert_allclose(taught.units @ scatter, middles, atol=1e-4)
    np.testing.assert_allclose(taught.units_bias, -0.5 * (taught.units * middles).sum(axis=1), atol=1e-4)
    assert taught.criteria.shape == (3 + 1 + 1 + 1, rows.shape[1])


def test_a_folder_keeps_them_until_told_otherwise(tmp_path: Path) -> None:
    source, folder = decree(tmp_path, 7, "TATA BOGA"), tmp_path / "index"
    (unit, *_) = load_catalogue([source]).units
    few = tmp_path / "few.tsv"
    few.write_text(HEAD + "".join(f"{unit}\t\t1\t{text}\n" for text in SHOWN[""]), "utf-8")
    model = str(word_model(tmp_path / "model", [*SHOWN[""], "memasak nasi dapur"]))
    assert build_index([source], folder, model, examples=[few], aliases=(), deep=False).examples == len(SHOWN[""])
    assert len(open_index(folder).taught["fast"].places) == 1
    assert build_index([source], folder).unchanged
    assert build_index([], folder, examples=()).examples == 0
    assert open_index(folder).taught == {}
    assert build_index([source], folder).unchanged


def test_a_removed_decree_is_no_longer_learnt_by(tmp_path: Path) -> None:
    files = [decree(tmp_path / "d", number, title) for number, title in ((1, "Memasak Nasi"), (2, "Merebus Mi"))]
    texts = {1: SHOWN[""], 2: ["merebus mi kuah", "mi rebus", "mi direbus", "rebus mi", "mi kuah"]}
    own = tmp_path / "both.tsv"
    lines = (f"I.55COK00.00{number}.1\t\t1\t{text}\n" for number, shown in texts.items() for text in shown)
    own.write_text(HEAD + "".join(lines), "utf-8")
    model = str(word_model(tmp_path / "model", [*texts[1], *texts[2], "memasak nasi merebus dapur"]))
    kept, alone = tmp_path / "kept", tmp_path / "alone"
    build_index(files, kept, model, examples=[own], aliases=(), deep=False)
    assert len(open_index(kept).taught["fast"].places) == 2
    report = remove_from_index(["1/2021"], kept)
    assert len(open_index(kept).taught["fast"].places) == 1
    assert [finding.message.split(",")[0] for finding in report.findings] == [
        "both.tsv has examples of unit I.55COK00.001.1"
    ]
    build_index(files[1:], alone, model, examples=[own], aliases=(), deep=False)
    assert (kept / "CURRENT").read_bytes() == (alone / "CURRENT").read_bytes()


def test_the_bundled_ones_are_whole_and_no_evaluation_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    (path,) = bundled_examples()
    (file,) = read_examples([])
    assert (path.name, len(file.examples)) == (file.source, 4424)
    index = index_of_files([data_dir() / "decrees"], aliases=(), examples=())
    catalogue = replace(catalogue_from_dict(index.catalogue), examples=(file,))
    assert example_findings(catalogue) == ()
    found = lessons(catalogue.taught, index)
    assert (len(found.units), len(found.criteria), sum(map(len, found.rows))) == (50, 9, 107)
    assert min(len(texts) for unit in found.criteria for texts in unit) >= FEWEST
    measured = forbidden([data_dir() / "eval"])
    assert [one.text for one in file.examples if measured.resembles(one.text)] == []
