"""The batch view as a visitor meets it: a table, its columns, the run, and what came of it."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest
from streamlit.testing.v1 import AppTest
from visitor import open_page, seen

from padan.ui import batch_view
from padan.ui.batch_runs import RunState

Page = Callable[..., AppTest]
HOSTILE = "<img src=x onerror=alert(1)> **tebal**"
TABLE = f"id,judul,teks\n7,{HOSTILE},Beras dicuci {HOSTILE}\n8,,Merawat kucing\n9,,\n"


@pytest.fixture(autouse=True)
def _runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_view, "runs_folder", lambda: tmp_path / "runs")


def given(data: bytes, name: str = "lowongan.csv") -> AppTest:
    app = open_page(view="massal")
    app.file_uploader[0].upload(name, data)
    app.run()
    assert not app.exception
    return app


def ended(app: AppTest) -> AppTest:
    """Wait for the run in the address, then look again."""
    name = app.query_params["run"]
    name = name if isinstance(name, str) else name[0]
    end = monotonic() + 60
    while monotonic() < end:
        run = batch_view.runs().get(name)
        if run is None or run.state is not RunState.RUNNING:
            return app.run()
        sleep(0.02)
    pytest.fail("the run did not end")


@pytest.mark.usefixtures("page")
def test_the_columns_are_guessed_and_the_first_rows_shown_as_plain_text() -> None:
    app = given(TABLE.encode())
    assert [box.value for box in app.selectbox] == ["teks", "judul", "id"]
    shown = seen(app)
    assert "<img" not in shown
    assert "Beras dicuci &lt;img src=x onerror=alert(1)&gt; **tebal**</div>" in shown
    assert "the text is empty" in shown


@pytest.mark.usefixtures("page")
def test_a_run_is_found_again_by_its_address_and_taken_away(tmp_path: Path) -> None:
    app = given(TABLE.encode())
    app.segmented_control(key="batch-format").set_value("csv")
    app.button(key="batch-start").click().run()
    assert not app.exception
    run = app.query_params["run"]
    shown = seen(ended(app))
    assert '<div class="padan-big">3</div><div class="padan-met">baris dibaca</div>' in shown
    assert '<div class="padan-big">1</div><div class="padan-met">dilewati</div>' in shown
    assert "Memasak Nasi Goreng" in shown
    again = open_page(view="massal", run=run)
    assert seen(again) == shown
    assert [one.label for one in again.get("download_button")] == [
        "Unduh tabel hasil",
        "Unduh daftar baris yang dilewati",
    ]
    assert len(again.get("vega_lite_chart")) == 1
    assert list((tmp_path / "runs").iterdir()) == []
    again.button(key="batch-forget").click().run()
    assert "run" not in again.query_params
    assert "Hasil itu sudah tidak ada" in seen(open_page(view="massal", run=run))


@pytest.mark.usefixtures("page")
def test_a_table_without_a_column_to_guess_asks_for_it() -> None:
    app = given(b"x,y\n1,Beras dicuci\n")
    assert app.selectbox(key="batch-column-text").value is None
    app.button(key="batch-start").click().run()
    assert "Pilih dulu kolom yang berisi teks lowongan." in seen(app)
    app.selectbox(key="batch-column-text").set_value("y")
    app.button(key="batch-start").click().run()
    assert "Memasak Nasi Goreng" in seen(ended(app))


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(("name", "data"), [("rusak.xlsx", b"no sheet"), ("kosong.csv", b"")])
def test_a_table_that_cannot_be_read_is_one_line(name: str, data: bytes) -> None:
    app = given(data, name)
    assert 'role="alert"><div>Tabel ini tidak dapat dibaca.' in seen(app)
    assert name in seen(app)
    assert "batch-start" not in {button.key for button in app.button}


@pytest.mark.usefixtures("page")
def test_a_table_in_which_nobody_asks_for_anything() -> None:
    app = given(b"teks\nMerawat kucing dan anjing\n")
    app.button(key="batch-start").click().run()
    assert "Tidak ada lowongan di tabel ini yang meminta unit dari katalog." in seen(ended(app))


@pytest.mark.usefixtures("page")
def test_the_sample_is_one_click_and_another_table_can_be_chosen() -> None:
    app = open_page(view="massal")
    assert app.button(key="batch-sample").label == "Coba dengan 46 lowongan contoh"
    app.button(key="batch-sample").click().run()
    assert "lowongan-contoh.csv" in seen(app)
    app.button(key="batch-other").click().run()
    assert "lowongan-contoh.csv" not in seen(app)
