"""Files of alternative labels: read, refused, remembered, and found by a search."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_build import decree
from world import COOK, DECREE, word_model

from indexer.aliases import bundled_aliases, label_findings, read_aliases
from indexer.build import build_index, index_of_files
from indexer.catalogue import load_catalogue
from search import Searcher
from search.catalogue import Catalogue, catalogue_from_dict, catalogue_to_dict
from search.encode.load import _load
from search.errors import InputError
from search.resources import data_dir
from search.store import open_index
from search.types import Decree, Field, LabelFile, UnitLabels

LABELS = """# what people call it
I.55COK00.001.1:  # Memasak Nasi Goreng
  id: [juru masak, "masak: nasi"]
  colloquial: [bikin nasgor, Juru  Masak]
  en: [24/7, no]
I.55.COK00.012.1:
  id: [cuci piring]
"""


@pytest.fixture(autouse=True)
def no_bundled_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """An empty folder of bundled labels; call it with a text to put a file there."""
    folder = tmp_path / "data" / "aliases"
    folder.mkdir(parents=True)
    monkeypatch.setattr("indexer.aliases.data_dir", lambda: tmp_path / "data")

    def put(text: str) -> Path:
        (folder / "bundled.yaml").write_text(text, "utf-8")
        return folder / "bundled.yaml"

    return put


@pytest.fixture
def model(tmp_path: Path) -> str:
    _load.cache_clear()
    return str(
        word_model(tmp_path / "model", ["memasak nasi goreng membersihkan dapur 1 juru masak bikin nasgor cuci"])
    )


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_file_says_which_labels_in_which_line(tmp_path: Path) -> None:
    (file,) = read_aliases([write(tmp_path / "own.yaml", LABELS)])
    assert (file.source, file.bundled) == ("own.yaml", False)
    assert file.units == (
        UnitLabels("I.55COK00.001.1", ("juru masak", "masak: nasi", "bikin nasgor", "24/7", "no"), 2),
        UnitLabels("I.55.COK00.012.1", ("cuci piring",), 6),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "own.yaml is empty. An entry is a code with lists of labels"),
        ("- a\n- b", "own.yaml line 1: a list or text stands where names are wanted."),
        ("A.1: telesales", "own.yaml line 1: a list or text stands where names are wanted."),
        ("A.1:\n  id: telesales", "own.yaml line 2: labels are wanted as a list."),
        ("A.1:\n  id: [a, [b]]", "own.yaml line 2: a text of 1 to 200 characters is wanted here"),
        ("A.1:\n  id: [a,\n    ~]", "own.yaml line 3: a text of 1 to 200 characters is wanted here"),
        (f"A.1:\n  id: [{'a' * 201}]", "own.yaml line 2: a text of 1 to 200"),
        (f"A.1:\n  id: [{', '.join(map(str, range(201)))}]", "own.yaml line 1: 201 labels, but a unit has 200"),
        ("A.1:\n  id: [a, b", "own.yaml line 2 is no YAML: "),
        ("A.1: {id: [a]}\n---\nA.2: {id: [a]}", "own.yaml line 2 is no YAML: but found another document."),
        ("A.1: {id: &x [a]}\nA.2: {id: *x}", "own.yaml line 1: a part is repeated by reference (&, *)."),
        ("A.1: {id: [*x]}", "own.yaml line 1 is no YAML: found undefined alias 'x'."),
        ("[" * 5_000, "own.yaml is no YAML: RecursionError."),
        ("A.1:\n  id: ['\x07']", "own.yaml is no YAML: ReaderError."),
        ("# " + "x" * 1_100_000, "own.yaml is larger than the 1 MB allowed"),
    ],
)
def test_a_file_of_another_shape_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read_aliases([write(tmp_path / "own.yaml", text)])
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_nothing_of_a_file_is_run_or_made(tmp_path: Path) -> None:
    text = "A.1:\n  id: [!!python/object/apply:os.system ['true']]"
    with pytest.raises(InputError, match="line 2: a text of 1 to 200"):
        read_aliases([write(tmp_path / "own.yaml", text)])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.yaml does not exist\. Check the path\."):
        read_aliases([tmp_path / "none.yaml"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    for content in (data, b"A.1:\n  id: [" + data + b"]"):
        (tmp_path / "own.yaml").write_bytes(content)
        try:
            (file,) = read_aliases([tmp_path / "own.yaml"])
        except InputError:
            continue
        for unit in file.units:
            "".join((unit.code, *unit.labels)).encode()


def test_labels_go_to_the_unit_of_any_printed_form() -> None:
    entries = (UnitLabels("i.55cok00.001.1", ("a", "b"), 1), UnitLabels("I.55.COK00.001.1", ("B", "c"), 2))
    catalogue = Catalogue((DECREE,), (LabelFile("own.yaml", "0", entries),))
    assert catalogue.units[COOK.code].aliases == ("a", "b", "c")
    assert catalogue.labelled().decrees[0].units[0].aliases == ("a", "b", "c")
    assert catalogue.decrees[0].units[0].aliases == ()  # what the decree says is not touched
    assert catalogue_from_dict(catalogue_to_dict(catalogue)) == catalogue


def test_unknown_units_and_labels_of_many_units_are_findings() -> None:
    units = tuple(COOK.code[:-3] + f"{number}.1" for number in range(5))
    decrees = (Decree(1, 2020, "", "", tuple(type(COOK)(code, "x") for code in units)),)
    entries = [UnitLabels(code, ("Admin", "x"), line) for line, code in enumerate(units, 1)]
    own = LabelFile("own.yaml", "0", (*entries[:3], UnitLabels("Z.9", ("y",), 9)))
    bundled = LabelFile("bundled.yaml", "0", (UnitLabels(units[3], ("admin",), 1),), bundled=True)
    elsewhere = LabelFile("elsewhere.yaml", "0", (UnitLabels("Q.1", ("z",), 1),), bundled=True)
    found = label_findings(Catalogue(decrees, (bundled, elsewhere, own)))
    assert [(one.kind, one.where.number if one.where else 0) for one in found] == [
        ("alias-unknown-unit", 9),
        ("alias-shared", 0),
    ]
    assert found[0].message == "own.yaml labels unit Z.9, which is in no decree of the catalogue."
    assert "Label 'admin' is given to 4 units" in found[1].message


def test_labels_are_searched_remembered_replaced_and_removed(
    tmp_path: Path, model: str, no_bundled_labels: Callable[[str], Path]
) -> None:
    file, own, index = decree(tmp_path / "d", 1, "Memasak Nasi"), tmp_path / "own.yaml", tmp_path / "index"
    no_bundled_labels("I.55COK00.011.1:\n  id: [cuci]\n")

    def aliases() -> dict[str, tuple[str, ...]]:
        return {code: unit.aliases for code, unit in Searcher.open(index).units.items() if unit.aliases}

    build_index([file], index, model)
    assert aliases() == {"I.55COK00.011.1": ("cuci",)}
    report = build_index([file], index, aliases=[write(own, LABELS)])
    assert (report.unchanged, report.labels, report.embedded) == (False, 2, 5)
    assert [finding.kind for finding in report.findings] == ["alias-unknown-unit"]
    hit = Searcher.open(index).search("bikin nasgor").results[0]
    assert (hit.code, hit.evidence[0].field, hit.evidence[0].text) == ("I.55COK00.001.1", Field.ALIAS, "bikin nasgor")

    own.unlink()  # remembered by content
    assert build_index([file], index).unchanged
    assert build_index([decree(tmp_path / "d", 2, "Merebus Mi")], index).labels == 2
    no_bundled_labels("I.55COK00.011.1:\n  id: [cuci, dapur]\n")  # a new version of Padan
    assert not build_index([file], index).unchanged
    assert aliases()["I.55COK00.011.1"] == ("cuci", "dapur")
    assert len(aliases()["I.55COK00.001.1"]) == 5

    build_index([], index, aliases=[write(own, "I.55COK00.002.1:\n  id: [mi]\n")])
    assert aliases() == {"I.55COK00.002.1": ("mi",), "I.55COK00.011.1": ("cuci", "dapur")}
    assert build_index([], index, aliases=()).labels == 0
    assert aliases() == {}
    assert build_index([file], index).unchanged  # remembered too
    assert build_index([], index, aliases=[own]).labels == 2
    build_index([file], index, model, fresh=True)
    assert aliases() == {"I.55COK00.011.1": ("cuci", "dapur")}


def test_labels_of_another_shape_leave_the_index_alone(tmp_path: Path, model: str) -> None:
    file = decree(tmp_path / "d", 1, "Memasak Nasi")
    with pytest.raises(InputError, match=r"own\.yaml line 1"):
        build_index([file], tmp_path / "new", model, aliases=[write(tmp_path / "own.yaml", "[]")])
    assert not (tmp_path / "new").exists()


def test_an_index_in_memory_with_and_without_labels(
    tmp_path: Path, model: str, no_bundled_labels: Callable[[str], Path]
) -> None:
    file = decree(tmp_path / "d", 1, "Memasak Nasi")
    no_bundled_labels(LABELS)
    with_labels, without = index_of_files([file], model), index_of_files([file], model, aliases=())
    fields = [[passage.field for passage in index.passages] for index in (with_labels, without)]
    assert (fields[0].count(Field.ALIAS), fields[1].count(Field.ALIAS)) == (5, 0)
    build_index([file], tmp_path / "index", model)
    assert open_index(tmp_path / "index").passages == with_labels.passages


def test_the_bundled_labels_name_units_of_the_bundled_decree(
    marketing_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert bundled_aliases()
    catalogue = load_catalogue([marketing_file])
    assert [one for one in label_findings(catalogue) if one.kind == "alias-unknown-unit"] == []
    assert any(unit.aliases for unit in catalogue.units.values())


def test_labels_do_not_change_what_a_text_shows_of_a_criterion(
    marketing_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    text = (data_dir() / "samples" / "cv-sales-supervisor.txt").read_text("utf-8")
    with_labels, without = (Searcher(index_of_files([marketing_file], aliases=own, examples=())) for own in (None, ()))
    units = [code for code, unit in without.units.items() if unit.detailed]
    shown = [[unit.criteria for unit in searcher.gaps(text, units).units] for searcher in (with_labels, without)]
    scores = np.array([[gap.score for criteria in of_units for gap in criteria] for of_units in shown])
    assert scores.shape == (2, sum(len(without.units[code].criteria) for code in units))
    # BM25 knows the labels' words, so that a statement's share of a criterion moves by a hair.
    assert np.abs(scores[0] - scores[1]).mean() <= 0.03
