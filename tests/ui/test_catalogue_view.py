"""The catalogue as a visitor meets it: what it holds, what comes in, what goes out."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from hotel_decree import HOTEL, Layout, printed
from streamlit.testing.v1 import AppTest
from visitor import open_page, save_world, seen
from world import CLEAN, COOK, DECREE

from search import Searcher
from search.types import Finding, FunctionPath, Place

Page = Callable[..., AppTest]
HOSTILE = "<img src=x onerror=alert(1)> **tebal** :material/home:"
HELD = replace(
    DECREE,
    units=(
        replace(
            COOK, source=Place("page", 12), critical_aspects=("Ketelitian menakar beras",), equipment=("Wajan baja",)
        ),
        *DECREE.units[1:],
    ),
    function_map=(FunctionPath(COOK.code, ("Menyediakan hidangan", "Mengelola dapur", "", "Memasak nasi")),),
    findings=(
        Finding("no-body", f"Unit {HOSTILE} is listed without its elements and criteria.", Place("line", 7)),
        Finding("code-variant", "Unit I.55COK00.001.1 is printed in 2 forms.", Place("page", 3)),
        Finding("no-body", "Unit 'Melayani Tamu' is listed without its elements and criteria."),
        Finding("of-another-day", "A kind this page knows no name for."),
    ),
)


@pytest.fixture
def kitchen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = save_world(tmp_path, HELD)
    monkeypatch.setenv("PADAN_INDEX", str(folder))
    st.cache_resource.clear()
    return folder


def katalog(**parameters: str) -> AppTest:
    app = open_page(view="katalog", **parameters)
    assert not app.exception
    return app


def part(app: AppTest, name: str, decree: str = DECREE.name) -> AppTest:
    app.segmented_control(key=f"catalogue-part-{decree}").set_value(name).run()
    return app


def upload(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].upload(name, data)
    app.button(key="catalogue-add").click().run()
    assert not app.exception
    return app


def with_hotel() -> AppTest:
    return upload(katalog(), "perhotelan.md", printed(Layout()).encode())


def named(folder: Path) -> list[str]:
    return [decree.name for decree in Searcher.open(folder).catalogue.decrees]


@pytest.mark.usefixtures("kitchen")
def test_the_decrees_and_what_they_hold() -> None:
    app = katalog()
    assert '<span class="padan-code">1/2020</span>' in seen(app)
    assert '<div class="padan-strong">Tata Boga</div><div class="padan-met">Penetapan Standar</div>' in seen(app)
    assert "3 unit · 1 dengan KUK · 4 temuan" in seen(app)
    assert "3 units · 1 with criteria · 4 findings" in seen(katalog(lang="en"))


@pytest.mark.usefixtures("kitchen")
def test_a_unit_in_full() -> None:
    shown = seen(katalog(unit="i.55.cok00.001.1"))
    assert (
        '<span class="padan-code">I.55COK00.001.1</span></div><h3 class="padan-unit">Memasak Nasi Goreng</h3>' in shown
    )
    assert "Tercetak di halaman 12 · juga ditulis I.55.COK00.001.1" in shown
    assert "<span>Menyediakan hidangan › Mengelola dapur › Memasak nasi</span>" in shown
    assert "dibutuhkan dalam memasak nasi." in shown
    assert '<span class="padan-no">1.2</span><span>Bumbu diulek.</span>' in shown
    clean = "?view=cari&amp;unit=I.55COK00.002.1"
    link = f'<a class="padan-open" href="{clean}" data-choose="unit:I.55COK00.002.1">Membersihkan Dapur</a>'
    assert f'<li><span class="padan-code">I.55COK00.002.1</span>  {link}</li>' in shown
    assert 'Aspek kritis</h4><ul class="padan-items"><li>Ketelitian menakar beras</li></ul>' in shown
    assert 'Peralatan</h4><ul class="padan-items"><li>Wajan baja</li></ul>' in shown
    assert "Katalog hanya memuat judul unit ini" in seen(katalog(unit=CLEAN.code))


@pytest.mark.usefixtures("kitchen")
def test_a_unit_that_is_nowhere_is_said_plainly() -> None:
    app = katalog(unit="X.1")
    assert "Kode unit itu tidak ada di dalam katalog." in seen(app)
    assert app.query_params == {"view": "katalog"}


@pytest.mark.usefixtures("kitchen")
def test_the_function_map_is_a_tree_of_units() -> None:
    shown = seen(katalog())
    branch = (
        '<details class="padan-fold" open=""><summary><span class="padan-strong">{}</span> <span class="padan-counts">'
    )
    assert branch.format("Menyediakan hidangan") + "1 unit</span>" in shown
    assert branch.format("Mengelola dapur") + "1 unit</span>" in shown
    assert branch.format("Tidak ada di peta fungsi") + "2 unit</span>" in shown
    assert shown.count('data-choose="unit:') == 3
    assert shown.count("hanya judul") == 2
    assert shown.count('<span class="padan-chip padan-evidenced"') == 1


@pytest.mark.usefixtures("kitchen")
def test_units_are_found_by_title_and_code() -> None:
    app = part(katalog(), "units")
    app.text_input[0].set_value("tamu").run()
    assert "1 dari 3 unit" in seen(app)
    assert "Melayani Tamu" in seen(app)
    assert "Memasak Nasi Goreng" not in seen(app)
    app.text_input[0].set_value("kapal").run()
    assert "Tidak ada kode atau judul seperti itu di keputusan ini." in seen(app)


@pytest.mark.usefixtures("kitchen")
def test_findings_by_kind_as_plain_text() -> None:
    app = part(katalog(), "findings")
    shown = seen(app)
    assert "<td>Unit &lt;img src=x onerror=alert(1)&gt; **tebal** :material/home: is listed without" in shown
    assert "<img" not in shown
    assert '<td class="padan-place">halaman 3</td><td class="padan-kind" title="code-variant">Kode ditulis' in shown
    kinds = app.multiselect[0]
    assert kinds.options == ["Unit tanpa elemen dan KUK (2)", "Kode ditulis berbeda-beda (1)", "of-another-day (1)"]
    kinds.set_value(["code-variant"]).run()
    assert seen(app).count("<td>") == 1
    assert "is printed in 2 forms" in seen(app)


@pytest.mark.usefixtures("kitchen")
def test_long_lists_come_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("padan.ui.catalogue_view._UNITS", 2)
    app = part(katalog(), "units")
    assert "2 dari 3 unit" in seen(app)
    more = app.button(key="catalogue-more")
    assert more.label == "Tampilkan 1 lagi"
    more.click().run()
    assert "3 dari 3 unit" in seen(app)
    assert "catalogue-more" not in {button.key for button in app.button}
    app.text_input[0].set_value("i.55").run()
    assert "2 dari 3 unit" in seen(app)


def test_a_decree_comes_in_and_is_searched_at_once(kitchen: Path) -> None:
    app = with_hotel()
    hotel = Searcher.open(kitchen).catalogue.decrees[1]
    assert [unit.title for unit in hotel.units] == [unit.title for unit in HOTEL.units]
    assert f"Masuk ke katalog: 6 unit, 10 KUK, {len(hotel.findings)} temuan." in seen(app)
    assert "7/2031 · Perhotelan" in seen(app)
    assert app.selectbox[0].value == "7/2031"
    assert app.query_params["decree"] == "7/2031"
    assert "Berkas perhotelan.md" in seen(app)
    assert "Katalog: 9 unit kompetensi, 3 di antaranya dengan kriteria." in seen(app)
    app.segmented_control(key="view").set_value("cari").run()
    app.text_input[0].set_value("menata kamar tamu")
    app.button(key="search-submit").click().run()
    assert "I.55HDR00.003.2" in seen(app)


@pytest.mark.usefixtures("kitchen")
def test_what_was_said_is_said_once() -> None:
    app = with_hotel()
    app.selectbox[0].set_value("1/2020").run()
    assert "Masuk ke katalog" not in seen(app)
    assert "Memasak Nasi Goreng" in seen(app)
    assert app.query_params["decree"] == "1/2020"


@pytest.mark.usefixtures("kitchen")
def test_the_same_file_changes_nothing() -> None:
    app = upload(with_hotel(), "salinan.md", printed(Layout()).encode())
    assert "Berkas itu sudah ada di katalog; tidak ada yang berubah." in seen(app)
    assert app.selectbox[0].options == ["1/2020 · Tata Boga", "7/2031 · Perhotelan"]


def test_a_taxonomy_comes_in(kitchen: Path) -> None:
    app = upload(katalog(), "hewan.csv", f"code,title\nT.1,Merawat {HOSTILE}\nT.2,\n".encode())
    assert "Masuk ke katalog: 1 unit, 0 KUK, 1 temuan." in seen(app)
    assert '<span class="padan-chip padan-likely">taksonomi</span>' in seen(app)
    assert "Merawat &lt;img src=x onerror=alert(1)&gt; **tebal** :material/home:" in seen(app)
    assert "<img" not in seen(app)
    assert not [element for element in app.markdown if "tebal" in element.value]
    assert named(kitchen) == ["hewan.csv", "1/2020"]


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("rusak.pdf", b"%PDF-1.7 kenari 7391", "rusak.pdf is no readable PDF"),
        ("<b>kosong.md", b"  ", "&lt;b&gt;kosong.md is empty"),
        ("bukan.md", b"kenari 7391 makan biji", "bukan.md"),
        ("tabel.csv", b"a,b\n1,2\n", "tabel.csv"),
    ],
)
def test_a_file_that_is_no_decree_is_one_line(kitchen: Path, name: str, data: bytes, line: str) -> None:
    before = (kitchen / "CURRENT").read_text()
    shown = seen(upload(katalog(), name, data))
    assert "Berkas ini tidak dapat dipakai sebagai keputusan atau taksonomi. Katalog tidak berubah." in shown
    assert f'<div class="padan-details">{line}' in shown
    assert "7391" not in shown
    assert tempfile.gettempdir() not in shown
    assert (kitchen / "CURRENT").read_text() == before


@pytest.mark.usefixtures("kitchen")
def test_no_file_chosen() -> None:
    app = katalog()
    app.button(key="catalogue-add").click().run()
    assert "Pilih sebuah berkas dulu." in seen(app)


def test_nothing_of_a_file_stays_in_the_temporary_folder(
    kitchen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    upload(with_hotel(), "rusak.pdf", b"%PDF-1.7 nonsense")
    assert named(kitchen) == ["1/2020", "7/2031"]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_decree_goes_when_a_person_is_sure(kitchen: Path) -> None:
    app = with_hotel()
    app.button(key="catalogue-remove").click().run()
    assert "Keluarkan keputusan ini dengan 6 unitnya dari katalog?" in seen(app)
    app.button(key="catalogue-remove-no").click().run()
    assert "Keluarkan keputusan ini" not in seen(app)
    assert named(kitchen) == ["1/2020", "7/2031"]
    app.button(key="catalogue-remove").click().run()
    app.button(key="catalogue-remove-yes").click().run()
    assert not app.exception
    assert named(kitchen) == ["1/2020"]
    assert "Sudah dikeluarkan dari katalog." in seen(app)
    assert "Katalog: 3 unit kompetensi" in seen(app)
    assert list(app.selectbox) == []


def test_the_last_decree_stays(kitchen: Path) -> None:
    app = katalog()
    app.button(key="catalogue-remove").click().run()
    assert "Ini satu-satunya isi katalog, jadi tidak dapat dikeluarkan." in seen(app)
    assert "catalogue-remove-yes" not in {button.key for button in app.button}
    assert named(kitchen) == ["1/2020"]


@pytest.mark.usefixtures("kitchen")
def test_a_unit_to_judge_that_goes_with_its_decree_is_let_go() -> None:
    app = with_hotel()
    app.segmented_control(key="view").set_value("kesenjangan").run()
    app.text_area(key="gaps-text-0").set_value("Menata kamar tamu")
    app.button(key="gaps-submit").click().run()
    app.multiselect[0].set_value(["I.55HDR00.001.2"]).run()
    app.segmented_control(key="view").set_value("katalog").run()
    app.selectbox[0].set_value("7/2031").run()
    app.button(key="catalogue-remove").click().run()
    app.button(key="catalogue-remove-yes").click().run()
    app.segmented_control(key="view").set_value("kesenjangan").run()
    assert not app.exception
    assert app.multiselect[0].value == []
    assert "Kode unit itu tidak ada di dalam katalog." in seen(app)


@pytest.mark.usefixtures("kitchen")
def test_a_link_opens_a_decree_and_a_wrong_one_the_first() -> None:
    with_hotel()
    assert katalog(decree="7/2031").selectbox[0].value == "7/2031"
    assert katalog(decree="9/1999").selectbox[0].value == "1/2020"


def test_a_revoked_decree_and_its_units_are_marked(kitchen: Path) -> None:
    dictum = "MEMUTUSKAN:\nKESATU : Keputusan Menteri Nomor 1 Tahun 2020 dicabut.\nDitetapkan di Jakarta\nA. Pemetaan"
    text = printed(Layout()).replace("A. Pemetaan", dictum, 1)
    upload(katalog(), "perhotelan.md", text.encode())
    held = Searcher.open(kitchen).catalogue
    app = katalog(decree="1/2020")
    assert held.revoked == {"1/2020": "7/2031"}
    assert "dicabut oleh 7/2031" in seen(app)
    assert seen(app).count(">tidak berlaku</span>") == 3
