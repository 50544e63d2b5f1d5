"""The smallest court: three units, five texts, whole reports."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import ir_measures
import pytest
from world import CLEAN, COOK, SERVE

from eval.court import Nothing, hear
from eval.figures import Figure
from eval.kept import write_figures
from eval.labelled import SETS, CriterionLabel, LabelledSet, LabelledText, Split, load_set
from eval.ranking import MEASURES
from eval.report import short_sheets, write_report
from eval.systems import Entry, chosen
from eval.trial import Trial
from eval.world import World
from padan.ui.measured import read_measured
from search.encode.static import StaticEncoder
from search.errors import InputError, MissingExtraError
from search.store import StoredIndex

QUERIES = LabelledSet(
    "queries",
    (
        LabelledText("q1", "plain", "id", "memasak nasi goreng"),
        LabelledText("q2", "plain", "id", "melayani tamu"),
        LabelledText("q3", "plain", "id", "membersihkan dapur", "test"),
        LabelledText("q4", "typo", "id", "zzz qqq"),
        LabelledText("q5", "typo", "id", "zzz vvv"),
        LabelledText("q6", "typo", "id", "nasi goreng"),
    ),
    {
        "q1": {COOK.code: 2}, "q2": {SERVE.code: 2, CLEAN.code: 1}, "q3": {CLEAN.code: 2}, "q4": {SERVE.code: 2},
        "q5": {SERVE.code: 2}, "q6": {COOK.code: 2},
    },
)  # fmt: skip
ADVERTS = LabelledSet(
    "adverts",
    (
        LabelledText("a1", "fits", "id", "Juru masak\nMemasak nasi goreng.\nMembersihkan dapur."),
        LabelledText("a2", "none", "id", "Sopir\nMengemudikan truk."),
    ),
    {"a1": {COOK.code: 2, CLEAN.code: 2}},
)
CVS = LabelledSet(
    "cvs",
    (LabelledText("c1", "cv", "id", "Pengalaman kerja saya\nBeras dicuci."),),
    {},
    tuple(CriterionLabel("c1", COOK.code, no, no == "1.1") for no in ("1.1", "1.2", "2.1")),
)
NAMES = ("bm25", "hybrid", "fast")


@pytest.fixture
def world(tiny_index: StoredIndex, tiny_encoder: StaticEncoder) -> World:
    return World(tiny_index, tiny_encoder)


@pytest.fixture
def trial(world: World) -> Trial:
    hearings = tuple(hear(world, labelled, chosen(NAMES)) for labelled in (QUERIES, ADVERTS, CVS))
    return Trial(Split.DEV, {name: entry.about for name, entry in chosen(NAMES).items()}, "tiny", hearings)


def test_a_system_is_measured_on_all_texts_and_by_group(world: World) -> None:
    verdicts = {verdict.group: verdict for verdict in hear(world, QUERIES, chosen(["bm25"])).verdicts}
    assert {name: one.queries for name, one in verdicts.items()} == {"all": 6, "plain": 3, "typo": 3}
    assert verdicts["plain"].figures["R@1"] == Figure(1.0, 1.0, 1.0)
    assert verdicts["typo"].figures["R@1"] == Figure(0.3333, 0.0, 1.0)
    assert verdicts["all"].figures["MRR"].mean == 0.6667


def test_two_systems_are_compared_on_the_same_texts(trial: Trial) -> None:
    queries, _, cvs = trial.hearings
    same = [pair for pair in queries.pairs if (pair.first, pair.second) == ("hybrid", "fast")]
    assert {pair.measure for pair in same} == {"R@1", "R@10", "MRR", "MAP", "nDCG@10"}
    assert {(pair.difference, pair.p) for pair in same} == {(0.0, 1.0)}  # the tiny world has no labels
    assert {pair.measure for pair in cvs.pairs} == {"AUC in unit", "F1 evidenced", "F1 with weak"}


def test_nothing_here_and_states_are_counted(trial: Trial) -> None:
    proofs = {
        (proof.set, proof.system): proof for proof in (one for hearing in trial.hearings for one in hearing.proofs)
    }
    assert proofs["adverts", "hybrid"].nothing == Nothing(none=1, none_told=1, fits=1, fits_told=0)
    assert proofs["adverts", "bm25"].nothing is None
    assert sum(one.criteria for one in proofs["cvs", "hybrid"].states) == 3
    assert sum(one.items for one in proofs["cvs", "hybrid"].reliability) == 3
    assert proofs["cvs", "bm25"].reliability == ()


def test_single_texts_of_padans_own_systems_are_kept_for_the_page(trial: Trial, tmp_path: Path) -> None:
    queries, adverts, cvs = trial.hearings
    values = queries.texts["fast"]
    assert list(queries.texts) == ["fast"]
    assert list(values) == ["q1", "q2", "q3", "q4", "q5", "q6"]
    whole = next(one for one in queries.verdicts if (one.system, one.by) == ("fast", "all"))
    assert sum(values.values()) / 6 == pytest.approx(whole.figures["nDCG@10"].mean, abs=1e-4)
    assert list(adverts.texts["fast"]) == ["a1"]  # a2 asks for nothing: there is no ranking to measure
    assert list(cvs.texts["fast"]) == ["c1"]
    write_figures(trial, tmp_path / "figures.json")
    kept = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert kept["own"] == ["fast"]
    assert kept["texts"]["queries"] == queries.texts
    assert {"fast" in (pair["first"], pair["second"]) for pair in kept["pairs"]} == {True}
    assert list(read_measured(tmp_path / "figures.json").sets) == ["queries", "adverts", "cvs"]


def test_a_missing_package_is_a_reason_unless_the_system_was_named(world: World) -> None:
    def build(_: World) -> None:
        raise MissingExtraError("some-model", "train")

    entries = {"absent": Entry("not here", build), **chosen(["bm25"])}
    hearing = hear(world, QUERIES, entries)
    assert hearing.skipped == {"absent": "some-model is not installed. Install it with: pip install 'padan[train]'"}
    assert list(hearing.answers) == ["bm25"]
    with pytest.raises(MissingExtraError):
        hear(world, QUERIES, entries, insist=True)


def test_an_index_without_the_units_judged_is_refused(world: World) -> None:
    with pytest.raises(
        InputError, match=r"The index lacks 50 of the units that set 'queries' judges, such as M\.70MKT00\."
    ):
        hear(world, load_set("queries"), chosen(["bm25"]))


def test_a_split_is_its_own_texts_and_judgements() -> None:
    assert [text.id for text in QUERIES.of(Split.TEST).texts] == ["q3"]
    assert QUERIES.of(Split.TEST).grades == {"q3": {CLEAN.code: 2}}
    for name in SETS:
        labelled = load_set(name)
        dev, test = labelled.of(Split.DEV), labelled.of(Split.TEST)
        assert not {text.id for text in dev.texts} & {text.id for text in test.texts}
        assert len(dev.texts) + len(test.texts) == len(labelled.of(Split.ALL).texts)
        assert len(dev.criteria) + len(test.criteria) == len(labelled.criteria)
    with pytest.raises(InputError, match=r"There is no labelled set 'x'\. Sets here: queries, adverts, cvs"):
        load_set("x")


def test_the_runs_give_the_same_figures_to_other_tools(trial: Trial, tmp_path: Path) -> None:
    write_report(tmp_path, trial)
    for name in ("queries", "adverts"):
        verdicts = {one.system: one for one in (v for h in trial.hearings for v in h.verdicts)
                    if one.set == name and one.by == "all"}  # fmt: skip
        for system in NAMES:
            qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "runs" / f"{name}.qrels")))
            run = list(ir_measures.read_trec_run(str(tmp_path / "runs" / f"{name}.{system}.run")))
            for label, measure in MEASURES.items():
                found = ir_measures.calc_aggregate([measure], qrels, run)[measure]
                assert found == pytest.approx(verdicts[system].figures[label].mean, abs=1e-4)
    lines = (tmp_path / "runs" / "cvs.hybrid.run").read_text("utf-8").splitlines()
    assert [line.split()[:2] for line in lines] == [[f"c1/{COOK.code}", "Q0"]] * 3
    assert lines[0].split()[2:4] == ["1.1", "1"]


def test_a_report_holds_the_runs_of_its_own_trial_only(trial: Trial, world: World, tmp_path: Path) -> None:
    write_report(tmp_path, trial)
    (tmp_path / "runs" / "mine.txt").write_text("kept", "utf-8")
    write_report(tmp_path, Trial(Split.DEV, {}, "tiny", (hear(world, QUERIES, chosen(["bm25"])),)))
    assert {path.name for path in (tmp_path / "runs").iterdir()} == {"mine.txt", "queries.bm25.run", "queries.qrels"}


def test_the_page_is_one_file_that_asks_for_nothing(trial: Trial, tmp_path: Path) -> None:
    write_report(tmp_path, trial)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert not re.search(r"<script|<link|<img|@import|url\(|https?:|src=|href=", page)
    for drawing in re.findall(r"<svg.*?</svg>", page):
        ElementTree.fromstring(drawing)
    assert len(re.findall("<svg", page)) == 3 + 2 + 2  # a chart a set; what two systems say of adverts and of CVs
    markdown = (tmp_path / "report.md").read_text("utf-8")
    queries = next(verdict for verdict in trial.hearings[0].verdicts if verdict.system == "hybrid")
    assert f"{queries.figures['nDCG@10'].mean:.3f}" in markdown
    for sheet in (sheet for hearing in trial.hearings for sheet in short_sheets(hearing)):
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert (figures["set"], figures["split"], figures["sets"]) == ("all", "dev", list(SETS))


def test_the_same_trial_is_the_same_report(trial: Trial, world: World, tmp_path: Path) -> None:
    again = Trial(
        Split.DEV, trial.systems, "tiny", tuple(hear(world, one.labelled, chosen(NAMES)) for one in trial.hearings)
    )
    write_report(tmp_path / "one", trial)
    write_report(tmp_path / "two", again)
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()
