"""Decree files → index: what is embedded, what is taken over, what is refused."""

from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from world import COOK, word_model

from indexer.build import build_index, index_of_files, remove_from_index
from indexer.decree import parse_decree, read_decree
from indexer.passages import all_passages, unit_passages
from indexer.read.markdown import blocks_of_text
from search import Searcher
from search.encode.load import _load
from search.errors import DecreeError, IndexMissingError, IndexStoreError, InputError, UnknownUnitError
from search.store import Manifest, StoredIndex, open_index, put_index
from search.types import Decree, Field, Unit

HEAD = """KEPUTUSAN MENTERI KETENAGAKERJAAN REPUBLIK INDONESIA
NOMOR {number} TAHUN 2021
TENTANG
PENETAPAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA BIDANG TATA BOGA

B. Daftar Unit Kompetensi

NO	Kode Unit	Judul Unit Kompetensi
1.	I.55COK00.00{number}.1	{title}
2.	I.55COK00.01{number}.1	Membersihkan Dapur {number}
"""


def decree(folder: Path, number: int, title: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"decree-{number}.md"
    path.write_text(HEAD.format(number=number, title=title), "utf-8")
    return path


@pytest.fixture
def model(tmp_path: Path) -> str:
    _load.cache_clear()
    words = "memasak nasi goreng merebus mi kuah membersihkan dapur 1 2"
    return str(word_model(tmp_path / "model", [words]))


def test_passages_are_one_per_field_without_the_forms_opening() -> None:
    found = [(passage.field, passage.no, passage.text) for passage in unit_passages(COOK)]
    assert found == [
        (Field.TITLE, "", "Memasak Nasi Goreng"),
        (Field.DESCRIPTION, "", "memasak nasi."),
        (Field.ELEMENT, "1", "Menyiapkan bahan"),
        (Field.CRITERION, "1.1", "Beras dicuci."),
        (Field.CRITERION, "1.2", "Bumbu diulek."),
        (Field.ELEMENT, "2", "Menyajikan hidangan"),
        (Field.CRITERION, "2.1", "Piring dihias."),
    ]


def test_aliases_are_passages_and_blank_texts_are_not() -> None:
    unit = Unit(code="A", title="Judul", aliases=("juru masak", " "))
    assert [passage.text for passage in all_passages([unit])] == ["Judul", "juru masak"]


def test_only_what_is_new_is_embedded(tmp_path: Path, model: str) -> None:
    index = tmp_path / "index"
    first = decree(tmp_path / "d", 1, "Memasak Nasi Goreng")
    report = build_index([first], index, model)
    assert (report.decrees, report.units, report.passages, report.embedded, report.unchanged) == (1, 2, 2, 2, False)
    assert build_index([first], index).unchanged
    decree(tmp_path / "d", 1, "Merebus Mi Kuah")
    assert build_index([first], index).embedded == 1
    assert [unit.title for unit in Searcher.open(index).units.values()] == ["Merebus Mi Kuah", "Membersihkan Dapur 1"]


def test_vectors_taken_over_are_the_vectors_computed(tmp_path: Path, model: str) -> None:
    first, second = (decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi")))
    build_index([first], tmp_path / "grown", model)
    build_index([second], tmp_path / "grown")
    build_index([first, second], tmp_path / "whole", model)
    grown, whole = open_index(tmp_path / "grown"), open_index(tmp_path / "whole")
    assert grown.passages == whole.passages
    np.testing.assert_array_equal(grown.vectors.reconstruct_n(0, 4), whole.vectors.reconstruct_n(0, 4))
    assert (tmp_path / "grown" / "CURRENT").read_bytes() == (tmp_path / "whole" / "CURRENT").read_bytes()


def test_an_index_grows_unless_fresh(tmp_path: Path, model: str) -> None:
    first, second = (decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi")))
    build_index([first], tmp_path / "index", model)
    assert build_index([second], tmp_path / "index").decrees == 2
    assert build_index([second], tmp_path / "index", fresh=True, encoder=model).decrees == 1


def test_a_file_that_is_no_decree_leaves_the_index_alone(tmp_path: Path, model: str) -> None:
    first = decree(tmp_path / "d", 1, "Memasak Nasi")
    build_index([first], tmp_path / "index", model)
    before = (tmp_path / "index" / "CURRENT").read_bytes()
    (tmp_path / "poem.md").write_text("Aku ini binatang jalang", "utf-8")
    with pytest.raises(DecreeError, match=r"poem\.md"):
        build_index([tmp_path / "poem.md"], tmp_path / "index")
    with pytest.raises(DecreeError, match=r"poem\.md"):
        build_index([tmp_path / "poem.md"], tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert (tmp_path / "index" / "CURRENT").read_bytes() == before


def test_a_damaged_index_is_built_anew(tmp_path: Path, model: str) -> None:
    first = decree(tmp_path / "d", 1, "Memasak Nasi")
    build_index([first], tmp_path / "index", model)
    next((tmp_path / "index").rglob("stems.json")).write_text("{}")
    report = build_index([first], tmp_path / "index", model)
    assert (report.embedded, report.forgotten) == (2, True)
    assert not build_index([first], tmp_path / "index", model, fresh=True).forgotten
    assert Searcher.open(tmp_path / "index").search("nasi").results[0].code == "I.55COK00.001.1"


def test_an_index_in_memory_equals_one_on_disk(tmp_path: Path, model: str) -> None:
    first = decree(tmp_path / "d", 1, "Memasak Nasi")
    build_index([first], tmp_path / "index", model)
    found, stored = index_of_files([first], model), open_index(tmp_path / "index")
    assert (found.passages, found.stems, found.manifest.sources) == (
        stored.passages,
        stored.stems,
        stored.manifest.sources,
    )


def titles(folder: Path) -> list[str]:
    return [unit.title for unit in Searcher.open(folder).units.values()]


def test_an_edited_decree_and_then_the_former_one_again_are_both_read(tmp_path: Path, model: str) -> None:
    first, edited = tmp_path / "v1.md", tmp_path / "v2.md"
    first.write_text(HEAD.format(number=1, title="Memasak Nasi"), "utf-8")
    edited.write_text(HEAD.format(number=1, title="Merebus Mi"), "utf-8")
    for file, title in ((first, "Memasak Nasi"), (edited, "Merebus Mi"), (first, "Memasak Nasi")):
        assert not build_index([file], tmp_path / "index", model).unchanged
        assert titles(tmp_path / "index")[0] == title
        assert build_index([file], tmp_path / "index", model).unchanged
    assert list(open_index(tmp_path / "index").manifest.sources) == ["1/2021"]


def test_files_of_one_name_in_two_folders_are_two_decrees(tmp_path: Path, model: str) -> None:
    files = [tmp_path / "a" / "decree.md", tmp_path / "b" / "decree.md"]
    for number, file in enumerate(files, 1):
        file.parent.mkdir()
        file.write_text(HEAD.format(number=number, title="Memasak Nasi"), "utf-8")
        assert build_index([file], tmp_path / "index", model).decrees == number
    assert all(build_index(given, tmp_path / "index").unchanged for given in (files, files[:1], files[1:]))
    assert list(open_index(tmp_path / "index").manifest.sources) == ["1/2021", "2/2021"]


def unnumbered(path: Path, title: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD.format(number=1, title=title).replace("NOMOR 1 TAHUN 2021\n", ""), "utf-8")
    return path


def test_a_decree_without_number_goes_by_its_file_name(tmp_path: Path, model: str) -> None:
    for name, title in (("x.md", "Memasak Nasi"), ("y.md", "Merebus Mi"), ("x.md", "Membersihkan Dapur")):
        build_index([unnumbered(tmp_path / name, title)], tmp_path / "index", model)
    assert list(open_index(tmp_path / "index").manifest.sources) == ["x.md", "y.md"]
    assert titles(tmp_path / "index") == ["Membersihkan Dapur", "Membersihkan Dapur 1"]


def test_the_same_content_under_another_name_is_the_same_decree(tmp_path: Path, model: str) -> None:
    build_index([unnumbered(tmp_path / "x.md", "Memasak Nasi")], tmp_path / "index", model)
    assert build_index([unnumbered(tmp_path / "y.md", "Memasak Nasi")], tmp_path / "index").unchanged
    copies = [unnumbered(tmp_path / "a" / name, "Merebus Mi") for name in ("x.md", "z.md")]
    assert build_index(copies, tmp_path / "new", model).read == 1
    assert list(open_index(tmp_path / "new").manifest.sources) == ["x.md"]


def test_two_files_of_one_name_without_number_are_refused(tmp_path: Path, model: str) -> None:
    files = [unnumbered(tmp_path / "a" / "x.md", "Memasak Nasi"), unnumbered(tmp_path / "b" / "x.md", "Merebus Mi")]
    with pytest.raises(DecreeError, match="no number to tell them apart"):
        build_index(files, tmp_path / "index", model)
    assert not (tmp_path / "index").exists()


def test_two_files_of_one_decree_are_told_of_and_the_last_counts(tmp_path: Path, model: str) -> None:
    files = [decree(tmp_path / "a", 1, "Memasak Nasi"), decree(tmp_path / "b", 1, "Merebus Mi")]
    told: list[str] = []
    build_index(files, tmp_path / "index", model, notice=told.append)
    assert told[-1] == "decree-1.md and decree-1.md both hold decree 1/2021; the last one counts"
    assert titles(tmp_path / "index")[0] == "Merebus Mi"
    assert build_index(files, tmp_path / "index").unchanged


def test_what_is_known_is_not_read_again(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi"))]
    build_index(files, tmp_path / "index", model)
    third = decree(tmp_path / "d", 3, "Mencuci Piring")
    read: list[str] = []

    def read_noting(path: Path, besides: Sequence[str]) -> Decree:
        read.append(path.name)
        return read_decree(path, besides)

    monkeypatch.setattr("indexer.catalogue.read_decree", read_noting)
    report = build_index([tmp_path / "d"], tmp_path / "index")
    assert (read, report.read, report.decrees, report.unchanged) == (["decree-3.md"], 1, 3, False)
    assert build_index([third, *files], tmp_path / "index").unchanged
    assert read == ["decree-3.md"]


def test_the_same_set_gives_the_same_bytes_however_it_came_together(tmp_path: Path, model: str) -> None:
    files = [decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi"))]
    for file in reversed(files):
        build_index([file], tmp_path / "grown", model)
    build_index([decree(tmp_path / "e", 3, "Mencuci Piring")], tmp_path / "grown")
    remove_from_index(["3/2021"], tmp_path / "grown")
    build_index(files, tmp_path / "whole", model)
    assert (tmp_path / "grown" / "CURRENT").read_bytes() == (tmp_path / "whole" / "CURRENT").read_bytes()


def test_long_builds_are_told_of(tmp_path: Path, model: str) -> None:
    told: list[str] = []
    files = [decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi"))]
    build_index(files, tmp_path / "index", model, notice=told.append)
    assert told == ["reading 1 of 2: decree-1.md", "reading 2 of 2: decree-2.md"]
    build_index([decree(tmp_path / "d", 3, "Mencuci Piring")], tmp_path / "index", notice=told.append)
    assert len(told) == 2


def test_removing_a_decree_removes_its_units(tmp_path: Path, model: str) -> None:
    files = [decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi"))]
    build_index(files, tmp_path / "index", model)
    report = remove_from_index([" DECREE-1.md "], tmp_path / "index")
    assert (report.names, report.units, report.embedded) == (("2/2021",), 2, 0)
    assert titles(tmp_path / "index") == ["Merebus Mi", "Membersihkan Dapur 2"]
    assert list(open_index(tmp_path / "index").manifest.sources) == ["2/2021"]
    for names, message in (
        (["9/2021"], r"'9/2021' names no decree of the index. Name one of: 2/2021 \(decree-2.md\)"),
        (["2/2021"], "the index would be empty"),
    ):
        before = (tmp_path / "index" / "CURRENT").read_bytes()
        with pytest.raises(InputError, match=message):
            remove_from_index(names, tmp_path / "index")
        assert (tmp_path / "index" / "CURRENT").read_bytes() == before
    with pytest.raises(IndexMissingError):
        remove_from_index(["2/2021"], tmp_path / "none")
    assert not (tmp_path / "none").exists()
    assert not build_index(files[:1], tmp_path / "index").unchanged  # it can come back
    assert len(titles(tmp_path / "index")) == 4


def test_a_file_name_that_two_decrees_share_does_not_name_one(tmp_path: Path, model: str) -> None:
    for number, folder in ((1, "a"), (2, "b")):
        made = decree(tmp_path / folder, number, "Memasak Nasi")
        build_index([made.rename(made.with_name("decree.md"))], tmp_path / "index", model)
    with pytest.raises(InputError, match=r"names several decrees .* 1/2021 \(decree.md\), 2/2021 \(decree.md\)"):
        remove_from_index(["decree.md"], tmp_path / "index")


def revoking(folder: Path) -> list[Path]:
    """Decree 2/2022 revokes 1/2021: one unit lives on, one is new, and one of the old is left behind."""
    old = decree(folder, 1, "Memasak Nasi")
    new = old.with_name("new.md")
    dictum = "MEMUTUSKAN:\nKEDUA : Keputusan Menteri Nomor 1 Tahun 2021 dicabut.\n\nB. Daftar"
    text = HEAD.format(number=1, title="Memasak Nasi Goreng").replace("NOMOR 1 TAHUN 2021", "NOMOR 2 TAHUN 2022")
    new.write_text(text.replace("B. Daftar", dictum).replace("I.55COK00.011.1", "I.55COK00.011.2"), "utf-8")
    return [new, old]


def test_units_of_a_revoked_decree_are_searched_only_when_asked_for(tmp_path: Path, model: str) -> None:
    files, index = revoking(tmp_path / "d"), tmp_path / "index"
    report = build_index(files, index, model)
    assert (report.decrees, report.units, report.revoked) == (2, 2, 2)
    searcher = Searcher.open(index)
    assert list(searcher.units) == ["I.55COK00.001.1", "I.55COK00.011.2"]
    assert {hit.code: hit.revoked_by for hit in searcher.search("membersihkan dapur 1").results} == {
        "I.55COK00.011.2": "",
        "I.55COK00.001.1": "",
    }
    with pytest.raises(UnknownUnitError, match=r"stands in decree 1/2021, which decree 2/2022 revoked.*--revoked"):
        searcher.gaps("Membersihkan dapur", ["I.55COK00.011.1"])

    assert build_index(files[:1], index, revoked=True).units == 3
    searcher = Searcher.open(index)
    assert searcher.unit("I.55COK00.001.1").title == "Memasak Nasi Goreng"  # the newer decree's
    marks = {hit.code: hit.revoked_by for hit in searcher.search("membersihkan dapur 1").results}
    assert marks == {"I.55COK00.011.1": "2/2022", "I.55COK00.011.2": "", "I.55COK00.001.1": ""}
    assert [unit.revoked_by for unit in searcher.gaps("Membersihkan dapur", ["I.55COK00.011.1"]).units] == ["2/2022"]
    assert {u.code: u.revoked_by for u in searcher.match("Membersihkan dapur 1").units}["I.55COK00.011.1"] == "2/2022"
    assert build_index(files, index).unchanged  # the choice is remembered
    assert build_index(files, index, revoked=False).units == 2

    remove_from_index(["2/2022"], index)  # what is revoked by nothing here is in force
    assert titles(index) == ["Memasak Nasi", "Membersihkan Dapur 1"]


def test_two_builds_at_once_end_with_both_decrees(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (decree(tmp_path / "d", n, title) for n, title in ((1, "Memasak Nasi"), (2, "Merebus Mi")))
    other = Thread(target=build_index, args=([second], tmp_path / "index", model))

    def put_late(folder: Path, index: StoredIndex) -> Manifest:
        monkeypatch.setattr("indexer.build.put_index", put_index)
        other.start()
        other.join(0.5)  # without the lock it would be done by now, and then be overwritten
        return put_index(folder, index)

    monkeypatch.setattr("indexer.build.put_index", put_late)
    build_index([first], tmp_path / "index", model)
    other.join()
    assert sorted(open_index(tmp_path / "index").manifest.sources) == ["1/2021", "2/2021"]


def test_an_index_that_cannot_be_read_is_not_replaced(tmp_path: Path, model: str) -> None:
    first = decree(tmp_path / "d", 1, "Memasak Nasi")
    (tmp_path / "index" / "CURRENT").mkdir(parents=True)
    with pytest.raises(IndexStoreError, match="Is a directory"):
        build_index([first], tmp_path / "index", model)


def test_a_list_cut_in_a_row_loses_that_row_alone() -> None:
    head = HEAD.format(number=1, title="Memasak Nasi")
    cut = parse_decree(blocks_of_text(head + "3.\tI.55COK00.01"), "cut.md")
    assert [unit.title for unit in cut.units] == ["Memasak Nasi", "Membersihkan Dapur 1"]
    assert any(found.kind == "list-row-unread" and "I.55COK00.01'" in found.message for found in cut.findings)
    continued = parse_decree(blocks_of_text(head + "3.\tI.55COK00.033.1\t\n\t\tMerebus Mi\n"), "whole.md")
    assert continued.units[-1].title == "Merebus Mi"
