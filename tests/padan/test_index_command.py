"""`padan index` and `padan catalogue`: many decrees, tables, labels, and what contradicts itself."""

import json
import re
from pathlib import Path

import pytest
from kitchen import DECREE, Padan

LABELS = "I.55COK00.001.1:\n  colloquial: [nasi]\nX.1:\n  id: [x]\n"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A decree that revokes the one at hand and keeps one of its two units."""
    text = DECREE.replace("NOMOR 7 TAHUN 2021", "NOMOR 8 TAHUN 2031").replace("I.55COK00.002.1", "I.55COK00.003.1")
    dictum = "MEMUTUSKAN:\nKEDUA : Keputusan Menteri Nomor 7 Tahun 2021 dicabut.\n\nB. Daftar"
    path = tmp_path / "baru.md"
    path.write_text(text.replace("B. Daftar", dictum), "utf-8")
    return path


def test_units_of_a_revoked_decree(built: Padan, decree: Path, newer: Path, tmp_path: Path) -> None:
    result = built("index", newer)
    assert result.out.startswith("Index of 2 decrees, 2 units: ")
    assert "Holds 7/2021, 8/2031\nLeft out: 2 units of revoked decrees (--revoked takes them in)\n" in result.out
    refused = built("gaps", "-", "--unit", "I.55COK00.002.1", stdin=b"Membersihkan dapur")
    assert (refused.code, refused.out) == (2, "")
    assert "stands in decree 7/2021, which decree 8/2031 revoked" in refused.err

    assert built("index", "--revoked").out.startswith("Index of 2 decrees, 3 units: ")
    hits = json.loads(built("search", "membersihkan dapur", "--json").out)["results"]
    marks = {hit["code"]: hit["revoked_by"] for hit in hits}
    assert marks == {"I.55COK00.001.1": None, "I.55COK00.002.1": "8/2031", "I.55COK00.003.1": None}
    for command in (("search", "membersihkan dapur"), ("gaps", "-", "--unit", "I.55COK00.002.1"), ("match", "-")):
        shown = built(*command, stdin=b"Membersihkan dapur")
        assert "(decree revoked by 8/2031)" in " ".join(shown.out.split())

    for shown in (built("catalogue", decree, newer).out, built("catalogue", "--index", tmp_path / "index").out):
        assert "Decree 7/2021: TATA BOGA (revoked by 8/2031)" in shown
        assert "Membersihkan Dapur (not in force)" in shown


def test_a_decree_is_removed_by_name_or_file(built: Padan, newer: Path) -> None:
    built("index", newer)
    unknown = built("index", "--remove", "124/2022")
    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err == (
        "padan: '124/2022' names no decree of the index. Name one of: 7/2021 (boga.md), 8/2031 (baru.md)\n"
    )
    assert built("index", "--remove", "8/2031").out.startswith("Index of 1 decree, 2 units: ")
    assert "the index would be empty" in built("index", "--remove", "boga.md").err


def test_a_table_is_a_catalogue(built: Padan, tmp_path: Path) -> None:
    table = tmp_path / "esco.csv"
    table.write_text("conceptUri,preferredLabel,altLabels\nhttp://x/1,memasak nasi,bumbu\n,tanpa kode,\n", "utf-8")
    result = built("index", table)
    assert result.out.startswith("Index of 1 decree and 1 taxonomy, 3 units: ")
    assert "Holds esco.csv, 7/2021" in result.out
    (found,) = json.loads(built("catalogue", table, "--json").out)["decrees"]
    assert (found["number"], found["year"], found["title"], found["kind"]) == (0, 0, "esco", "taxonomy")
    assert [(unit["code"], unit["title"], unit["aliases"], unit["source"]) for unit in found["units"]] == [
        ("http://x/1", "memasak nasi", ["bumbu"], {"line": 2})
    ]
    assert "Taxonomy esco.csv: 1 finding\n" in built("catalogue", table, "--findings").out
    assert "Taxonomy esco.csv: esco" in built("catalogue", table).out
    (gaps,) = json.loads(built("gaps", "-", "--unit", "HTTP://X/1", "--json", stdin=b"Memasak nasi").out)["units"]
    assert (gaps["detailed"], gaps["criteria"], gaps["evidence"][0]["text"]) == (False, [], "Memasak nasi")


def test_labels_are_remembered_shown_and_left_out(built: Padan, decree: Path, tmp_path: Path) -> None:
    labels, index = tmp_path / "own.yaml", tmp_path / "index"
    labels.write_text(LABELS, "utf-8")
    result = built("index", "--aliases", labels)
    assert result.out.startswith("Index of 1 decree, 2 units: ")  # the bundled decrees were not asked for
    assert "Labels and examples: own.yaml labels unit X.1, which is in no decree of the catalogue." in result.out
    assert "nothing had changed" in built("index", decree).out

    shown = json.loads(built("catalogue", "--index", index, "--json").out)
    assert list(shown) == ["decrees", "findings"]
    assert [finding["kind"] for finding in shown["findings"]] == ["alias-unknown-unit"]
    assert shown["decrees"][0]["units"][0]["aliases"] == ["nasi"]
    assert "Labels and examples: 1 finding\n" in built("catalogue", "--index", index, "--findings").out

    built("index", "--no-aliases")
    assert json.loads(built("catalogue", "--index", index, "--json").out)["decrees"][0]["units"][0]["aliases"] == []
    assert "nothing had changed" in built("index", decree).out


def test_the_default_index_begins_with_the_bundled_decrees(padan: Padan, decree: Path, model: Path) -> None:
    alone = padan("index", decree, "--encoder", model, "-o", decree.parent / "other")
    assert alone.out.startswith("Index of 1 decree, 2 units: ")
    result = padan("index", decree, "--encoder", model)
    assert "Holds 7/2021, 124/2022\n" in result.out
    shown = padan("catalogue").out
    assert "Decree 7/2021: TATA BOGA\n" in shown
    assert "Decree 124/2022: " in shown
    assert padan("index", "--fresh", decree).out.startswith("Index of 1 decree, 2 units: ")


def test_what_is_doubtful_is_told_of_where_it_is_shown(built: Padan, decree: Path, model: Path) -> None:
    result = built("index", decree)
    shown = built("catalogue", "--findings").out
    (counted,) = re.findall(r"Decree 7/2021: (\d+ findings?)\n", shown)
    assert f"\n{counted}: padan catalogue --findings\n" in result.out
    other = built("index", decree, "--encoder", model, "-o", decree.parent / "other")
    assert f"\n{counted}: padan catalogue --findings --index {decree.parent / 'other'}\n" in other.out


def test_a_decree_without_a_number_goes_by_its_file(padan: Padan, decree: Path) -> None:
    decree.write_text(DECREE.replace("NOMOR 7 TAHUN 2021\n", ""), "utf-8")
    assert "Decree boga.md: TATA BOGA\n" in padan("catalogue", decree).out


def test_a_folder_is_indexed_without_the_files_that_hold_no_decree(padan: Padan, decree: Path, model: Path) -> None:
    folder = decree.parent / "folder"
    folder.mkdir()
    decree.rename(folder / "boga.md")
    (folder / "prices.csv").write_text("item,price\nnasi,2\n", "utf-8")
    (folder / "copy.csv").write_text("item,price\nnasi,2\n", "utf-8")
    result = padan("index", "--fresh", folder, "--encoder", model)
    assert result.out.startswith("Index of 1 decree, 2 units: ")
    left_out = [line for line in result.err.splitlines() if "left out" in line]
    assert len(left_out) == 2
    assert left_out[0].startswith("padan: left out: copy.csv names no column for code and title in its first line.")
    assert "nothing had changed" in padan("index", folder).out
    assert padan("catalogue", folder).err.count("left out") == 2

    refused = padan("index", folder, folder / "prices.csv")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.splitlines()[-1].startswith("padan: 2 of 3 files hold no decree. ")
    (folder / "boga.md").unlink()
    assert padan("index", folder).code == padan("catalogue", folder).code == 2


def test_several_files_are_named_while_they_are_read(padan: Padan, decree: Path, newer: Path, model: Path) -> None:
    result = padan("index", "--fresh", decree, newer, "--encoder", model)
    assert result.err == "padan: reading 1 of 2: boga.md\npadan: reading 2 of 2: baru.md\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["index", "--remove", "7/2021", "--fresh"], "--remove goes with -o alone."),
        (["index", "boga.md", "--remove", "7/2021"], "--remove goes with -o alone."),
        (["index", "--aliases", "x.yaml", "--no-aliases"], "--aliases and --no-aliases contradict each other."),
        (["index", "--aliases", "none.yaml"], "none.yaml does not exist. Check the path."),
        (["catalogue", "boga.md", "--index", "x"], "FILE and --index contradict each other."),
        (["catalogue", "--index", "/nonexistent"], "There is no index in /nonexistent."),
        (["index", "--remove", "7/2021", "-o", "/nonexistent"], "There is no index in /nonexistent."),
        (["index", "/dev/null"], "/dev/null is neither a file nor a folder."),
    ],
)
def test_wishes_that_cannot_be_met_are_one_line(built: Padan, arguments: list[str], message: str) -> None:
    result = built(*arguments)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert message in result.err


def test_a_damaged_index_is_not_changed_without_files(built: Padan, tmp_path: Path) -> None:
    next((tmp_path / "index").rglob("stems.json")).write_text("{}")
    result = built("index", "--revoked")
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert "that could be changed. Name the files to build one of." in result.err
