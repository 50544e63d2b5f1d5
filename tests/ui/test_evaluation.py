"""The evaluation view: figures that were kept, charts of them, and single texts beside their labels."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from visitor import seen
from world import COOK

from eval.labelled import CriterionLabel, LabelledSet, LabelledText
from padan.places import figures_file
from padan.ui import evaluation_view
from padan.ui.cases import JudgedLine, Line, Verdict, compared, in_order, judged_lines
from padan.ui.charts import Count, Row, counts, intervals, reliability
from padan.ui.measured import Bin, Figure, read_measured
from search.errors import InputError
from search.types import Coverage, CriterionGap, CriterionState, UnitGaps

Page = Callable[..., AppTest]
FIGURE = {"mean": 0.5, "low": 0.25, "high": 0.75}
DOCUMENT = {
    "split": "dev",
    "sets": ["queries"],
    "encoder": "tiny",
    "own": ["fast"],
    "systems": {"bm25": "words", "fast": "both"},
    "verdicts": [
        {"set": "queries", "system": system, "by": by, "group": group, "queries": texts, "figures": {"R@1": FIGURE}}
        for system in ("bm25", "fast")
        for by, group, texts in (("all", "all", 4), ("type", "typo", 3))
    ],
    "proofs": [
        {"set": "queries", "system": "bm25", "reliability": []},
        {
            "set": "queries",
            "system": "fast",
            "reliability": [{"low": 0.4, "high": 0.5, "items": 2, "said": 0.45, "found": 0.5}],
        },
    ],
    "texts": {"queries": {"fast": {"q002": 0.1}}},
}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "figures.json"
    path.write_text(json.dumps(DOCUMENT), "utf-8")
    monkeypatch.setattr(evaluation_view, "figures_file", lambda: path)
    st.cache_resource.clear()
    return path


def test_kept_figures_are_read(kept: Path) -> None:
    measured = read_measured(kept)
    (queries,) = measured.sets.values()
    assert (measured.split, measured.encoder, measured.own) == ("dev", "tiny", ("fast",))
    assert queries.whole.texts == 4
    assert queries.whole.figures["bm25"] == {"R@1": Figure(0.5, 0.25, 0.75)}
    assert [(group.by, group.name, group.texts) for group in queries.groups] == [("type", "typo", 3)]
    assert queries.reliability == {"fast": (Bin(2, 0.45, 0.5),)}
    assert queries.texts == {"fast": {"q002": 0.1}}


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps(DOCUMENT | {"verdicts": []}), '{"sets": ["x"]}'])
def test_a_file_that_holds_no_figures_is_said_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "figures.json").write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"is no file of figures .*Write it anew with: padan eval --write-figures$"):
        read_measured(tmp_path / "figures.json")
    with pytest.raises(InputError, match=r"other.json is not there\. Write it anew with"):
        read_measured(tmp_path / "other.json")


def test_the_bundled_figures_are_of_every_set_and_know_padan() -> None:
    measured = read_measured(figures_file())
    assert list(measured.sets) == ["queries", "adverts", "cvs"]
    for shown in measured.sets.values():
        assert shown.whole.figures.keys() >= {"floor", "bm25", *measured.own}


def held(chart: dict[str, Any], part: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a chart or of a layer: in place, or by name among the chart's data sets."""
    data = part["data"]
    return list(data["values"] if "values" in data else chart["datasets"][data["name"]])


def test_charts_hold_what_they_show() -> None:
    figure = Figure(0.5, 0.25, 0.75)
    chart = intervals([Row("Padan", figure, True), Row("BM25", figure, False)], "R@1").to_dict()
    assert held(chart, chart) == [
        {"name": "Padan", "own": True, "mean": 0.5, "low": 0.25, "high": 0.75},
        {"name": "BM25", "own": False, "mean": 0.5, "low": 0.25, "high": 0.75},
    ]
    assert chart["layer"][0]["encoding"]["x"]["scale"] == {"domain": [0, 1]}
    chart = reliability([Bin(3, 0.4, 0.5)], "said", "true", "items").to_dict()
    assert held(chart, chart["layer"][1]) == [{"items": 3, "said": 0.4, "found": 0.5}]
    chart = counts([Count("Memasak", 3)], "lowongan").to_dict()
    assert held(chart, chart) == [{"name": "Memasak", "count": 3}]


def test_an_answer_beside_its_labels() -> None:
    assert compared(("A", "B", "C"), {"B": 2, "C": 1, "D": 1, "E": 2}) == (
        Line("A", 1, Verdict.EXTRA),
        Line("B", 2, Verdict.RIGHT),
        Line("C", 3, Verdict.NEAR),
        Line("E", None, Verdict.MISSED),
        Line("D", None, Verdict.MISSED),
    )
    assert compared((), {}) == ()


def test_criteria_beside_their_labels() -> None:
    shown, weak, missing = CriterionState.EVIDENCED, CriterionState.WEAK, CriterionState.NOT_EVIDENCED
    states = {"1.1": shown, "1.2": shown, "1.3": missing, "1.4": weak, "1.5": missing}
    gaps = tuple(CriterionGap("1", no, "…", state, 0.5, ()) for no, state in states.items())
    labels = [CriterionLabel("c1", "U", no, no != "1.2") for no in ("1.1", "1.2", "1.3", "1.4")]
    lines = judged_lines(UnitGaps("U", "Unit", True, Coverage(2, 1, 2), gaps, ()), labels)
    assert lines[0] == JudgedLine("1.1", "…", True, shown)
    assert [line.verdict for line in lines] == [Verdict.RIGHT, Verdict.EXTRA, Verdict.MISSED, Verdict.NEAR]


def test_the_worst_answered_come_first_and_those_without_a_measure_last() -> None:
    texts = tuple(LabelledText(name, "typo", "id", "…") for name in ("a", "b", "c", "d"))
    labelled = LabelledSet("queries", texts, {})
    assert [text.id for text in in_order(labelled, {"a": 1.0, "c": 0.2, "d": 0.2})] == ["c", "d", "a", "b"]


@pytest.mark.usefixtures("kept")
def test_the_view_shows_figures_charts_and_the_worst_text(page: Page) -> None:
    app = page(view="evaluasi")
    assert not app.exception
    shown = seen(app)
    assert (
        '<div class="padan-big">0,50</div><div class="padan-strong">Unit yang dicari di urutan pertama (R@1)' in shown
    )
    assert "4 teks berlabel. Titik: nilai rata-rata." in shown
    assert len(app.get("vega_lite_chart")) == 3
    assert '<td class="padan-strong">Padan</td><td class="padan-place">0,50 [0,25 0,75]</td>' in shown
    assert app.selectbox(key="evaluation-case-queries").value == "q002"
    assert app.selectbox(key="evaluation-case-queries").options[0].startswith("q002 · 0,10 · ")
    assert "✕ terlewat" in shown
    assert "0.25–0.75" in seen(page(view="evaluasi", lang="en"))


def test_every_set_can_be_looked_at(page: Page) -> None:
    app = page(view="evaluasi")
    app.segmented_control(key="evaluation-set").set_value("adverts").run()
    assert not app.exception
    assert "Menurut label" in seen(app)
    app.selectbox(key="evaluation-case-adverts").set_value("a017").run()
    assert not app.exception
    app.segmented_control(key="evaluation-set").set_value("cvs").run()
    assert "Unit yang dipakai menilai teks ini tidak ada di katalog Anda." in seen(app)


def test_a_cv_is_judged_beside_its_labels(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = (CriterionLabel("c1", COOK.code, "1.1", True), CriterionLabel("c1", COOK.code, "2.1", True))
    text = LabelledText("c1", "cv", "id", "Pengalaman:\n- Beras dicuci\n")
    monkeypatch.setattr(evaluation_view, "load_set", lambda _: LabelledSet("cvs", (text,), {}, labels))
    app = page(view="evaluasi")
    app.segmented_control(key="evaluation-set").set_value("cvs").run()
    shown = seen(app)
    assert "<td>terbukti</td><td>Terbukti</td>" in shown
    assert "✓ sama" in shown
    assert "<td>terbukti</td><td>Belum terlihat</td>" in shown
    assert "✕ terlewat" in shown


def test_without_figures_the_remedy_is_named(page: Page, kept: Path) -> None:
    kept.unlink()
    app = page(view="evaluasi")
    assert "Belum ada angka untuk ditampilkan." in seen(app)
    assert "Write it anew with: padan eval --write-figures" in seen(app)
