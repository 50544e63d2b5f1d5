"""A catalogue of decrees: loading, looking up, saving."""

from dataclasses import replace
from pathlib import Path

import pytest
from hotel_decree import CODES, HOTEL, Layout, printed

from indexer.catalogue import catalogue_of, decree_files, load_catalogue
from search.catalogue import catalogue_from_dict, catalogue_to_dict
from search.errors import DecreeError, InputError, UnknownUnitError
from search.types import Decree


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


@pytest.mark.parametrize("data", [{}, {"decrees": 1}, {"decrees": [{}]}, {"decrees": [1]}])
def test_json_of_another_shape(data: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"Catalogue JSON.*Build the index anew: padan index$"):
        catalogue_from_dict(data)
