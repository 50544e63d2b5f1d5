"""A catalogue of decrees: loading, looking up, saving."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hotel_decree import CODES, HOTEL, Layout, printed

from indexer.catalogue import catalogue_of, decree_files, load_catalogue
from search.catalogue import Choices, catalogue_from_dict, catalogue_to_dict
from search.errors import DecreeError, InputError, UnknownUnitError
from search.types import Decree, Place, Unit


@pytest.fixture
def folder(tmp_path: Path, marketing_file: Path) -> Path:
    (tmp_path / "a-hotel.md").write_text(printed(Layout()), encoding="utf-8")
    (tmp_path / "b-marketing.md").write_bytes(marketing_file.read_bytes())
    for name in ("SOURCES.md", "README.md", "picture.png"):
        (tmp_path / name).write_text("no decree", encoding="utf-8")
    return tmp_path


def test_a_folder_of_decrees(folder: Path) -> None:
    catalogue = load_catalogue([folder])
    assert [decree.number for decree in catalogue.decrees] == [7, 124]
    assert len(catalogue.units) == 56


def test_files_in_the_order_given_each_once(folder: Path) -> None:
    files = decree_files([folder / "b-marketing.md", folder, folder / "a-hotel.md"])
    assert [file.name for file in files] == ["b-marketing.md", "a-hotel.md"]


@pytest.mark.parametrize("name", ["none.md", "none"])
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(DecreeError, match="does not exist"):
        load_catalogue([tmp_path / name])


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(DecreeError, match="holds no decree"):
        load_catalogue([tmp_path])
    with pytest.raises(DecreeError, match="No decree was given"):
        load_catalogue([])


@pytest.mark.parametrize("code", ["M.70MKT00.025.2", "m.70mkt00.025.2", "M.70.MKT00.025.2", " M.70.mkt00.025.2 "])
def test_every_form_of_a_code(marketing: Decree, code: str) -> None:
    assert catalogue_of([marketing]).unit(code).title == "Merancang Cetak-Biru Layanan"


def test_unknown_codes(marketing: Decree) -> None:
    catalogue = catalogue_of([marketing])
    with pytest.raises(UnknownUnitError, match=r"'M\.70MKT00\.051\.1' .* Did you mean M\.70MKT00\.0"):
        catalogue.unit("M.70MKT00.051.1")
    with pytest.raises(UnknownUnitError, match="List them with: padan catalogue"):
        catalogue.unit("?")


def test_the_newest_of_two_decrees_wins_and_both_are_kept() -> None:
    newer = replace(HOTEL, number=8, year=2032, units=(replace(HOTEL.units[0], title="Menyambut Tamu"),))
    catalogue = catalogue_of([newer, HOTEL])
    assert len(catalogue.decrees) == 2
    assert len(catalogue.units) == 6
    assert catalogue.unit(CODES[0]).title == "Menyambut Tamu"
    assert [finding.kind for finding in catalogue.decrees[1].findings] == ["duplicate-unit"]
    assert "1 unit also in decree 8/2032" in catalogue.decrees[1].findings[0].message


def test_json_keeps_everything(marketing: Decree) -> None:
    catalogue = catalogue_of([marketing, HOTEL])
    assert catalogue_from_dict(catalogue_to_dict(catalogue)) == catalogue


def listing(number: int, year: int, *codes: str, revokes: tuple[str, ...] = ()) -> Decree:
    units = tuple(Unit(code, f"Judul {number}", source=Place("line", line)) for line, code in enumerate(codes, 1))
    return Decree(number, year, "", "", units, source=f"{number}.md", revokes=revokes)


def test_versions_are_two_codes_and_say_so() -> None:
    older, newer = listing(1, 2012, "A.10BCD00.001.1", "A.10BCD00.002.1"), listing(2, 2022, "A.10.BCD00.001.2")
    catalogue = catalogue_of([older, newer])
    assert list(catalogue.units) == ["A.10BCD00.001.1", "A.10BCD00.002.1", "A.10.BCD00.001.2"]
    (found,) = catalogue.decrees[1].findings
    assert (found.kind, found.where) == ("unit-version", Place("line", 1))
    assert found.message == (
        "1 unit in another version in decree 1/2012 (1.md), the first is A.10.BCD00.001.2 (there A.10BCD00.001.1); "
        "versions are kept apart."
    )


def test_one_code_printed_in_two_ways_by_two_decrees_is_one_unit() -> None:
    older, newer = listing(1, 2012, "A.10.BCD00.001.1"), listing(2, 2022, "A.10BCD00.001.1")
    for decrees in ([older, newer], [newer, older]):
        catalogue = catalogue_of(decrees)
        assert {code: unit.title for code, unit in catalogue.units.items()} == {"A.10BCD00.001.1": "Judul 2"}
        assert {decree.name: catalogue.in_force(decree) for decree in catalogue.decrees} == {
            "1/2012": (False,),
            "2/2022": (True,),
        }
        assert [finding.kind for finding in catalogue.decrees[1].findings] == ["duplicate-unit"]


def test_a_revoked_decree_keeps_its_units_apart() -> None:
    older = listing(1, 2012, "A.10BCD00.001.1", "A.10BCD00.002.1")
    newer = listing(2, 2022, "A.10BCD00.001.1", revokes=("1/2012", "9/1999"))
    catalogue = catalogue_of([older, newer])
    assert (catalogue.revoked, list(catalogue.units), catalogue.former) == (
        {"1/2012": "2/2022"},
        ["A.10BCD00.001.1"],
        {},
    )
    assert [finding.message for finding in catalogue.decrees[0].findings] == [
        "Decree 2/2022 revokes this decree; its 2 units are searched only when asked for."
    ]
    assert [finding.kind for finding in catalogue.decrees[1].findings] == ["duplicate-unit"]
    data = catalogue_to_dict(catalogue)["decrees"]
    assert [(one["revokes"], one["revoked_by"]) for one in data] == [([], "2/2022"), (["1/2012", "9/1999"], None)]
    assert [[unit["in_force"] for unit in one["units"]] for one in data] == [[False, False], [True]]

    asked = catalogue_of([older, newer], choices=Choices(revoked=True))
    assert {code: unit.title for code, unit in asked.units.items()} == {
        "A.10BCD00.001.1": "Judul 2",
        "A.10BCD00.002.1": "Judul 1",
    }
    assert asked.former == {"A.10BCD00.002.1": "2/2022"}
    assert catalogue_from_dict(catalogue_to_dict(asked)) == asked


def test_only_a_later_decree_revokes() -> None:
    first, second = listing(5, 2012, "A.1.0001", revokes=("6/2012",)), listing(6, 2012, "A.2.0001", revokes=("5/2012",))
    assert catalogue_of([first, second]).revoked == {"5/2012": "6/2012"}
    assert catalogue_of([replace(first, revokes=("5/2012",))]).revoked == {}


def test_many_decrees_are_compared_in_time() -> None:
    decrees = [
        listing(n, 2020, *(f"A.{n:03}BCD.{unit:05}.1" for unit in range(300)), revokes=(f"{n - 1}/2020",))
        for n in range(1, 101)
    ]
    started = time.perf_counter()
    catalogue = catalogue_of(decrees)
    assert (len(catalogue.units), len(catalogue.revoked)) == (300, 99)
    assert len(catalogue_to_dict(catalogue)["decrees"]) == 100
    assert time.perf_counter() - started < 10


def test_all_files_that_hold_no_decree_are_named(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Aku ini binatang jalang", "utf-8")
    (tmp_path / "c.md").write_text(printed(Layout()), "utf-8")
    with pytest.raises(
        DecreeError, match=r"^2 of 3 files hold no decree\. a\.md is no SKKNI decree.* b\.md is no SKKNI"
    ):
        load_catalogue([tmp_path])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "esco.xlsx",
            "esco.xlsx is a spreadsheet; Padan reads {}. Save a table of units as CSV (UTF-8), any other sheet",
        ),
        ("esco.xyz", "esco.xyz has suffix '.xyz'; Padan reads {}. Save the document under one of these."),
    ],
)
def test_tables_are_among_what_is_read(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(DecreeError) as error:
        load_catalogue([tmp_path / name])
    assert str(error.value).startswith(
        message.format(".md, .markdown, .txt, .pdf, .docx, .html, .htm, .csv, .tsv, .json")
    )


def test_what_may_never_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(DecreeError, match="is neither a file nor a folder"):
        decree_files([tmp_path / "pipe.md"])


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"decrees": 1},
        {"decrees": [{}]},
        {"decrees": [1]},
        {"decrees": [], "labels": 1},
        {"decrees": [], "labels": [1]},
    ],
)
def test_json_of_another_shape(data: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"Catalogue JSON.*Build the index anew: padan index$"):
        catalogue_from_dict(data)
