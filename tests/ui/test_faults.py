"""Whatever goes wrong is one plain line with the remedy, and no traceback."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from visitor import give, seen

from padan.ui import state
from search import Searcher

Page = Callable[..., AppTest]
DAMAGED = "Indeks katalog rusak. Buat ulang dengan perintah: padan index"


def one_line(app: AppTest, words: str) -> None:
    assert not app.exception
    assert not app.error
    assert f'role="alert"><div>{words}</div>' in seen(app)


def test_an_empty_text(page: Page) -> None:
    one_line(give(page(), " \n "), "Teksnya masih kosong. Tempelkan lowongan atau CV, atau pilih sebuah contoh.")


def test_a_text_that_is_too_long(page: Page) -> None:
    app = give(page(lang="en"), "x" * 200_001)
    one_line(app, "The text is too long: at most 200,000 characters are read. Paste one advert or one CV at a time.")


def test_a_text_to_compare_with_that_is_empty(page: Page) -> None:
    app = give(page(view="kesenjangan"), "Beras dicuci", "gaps")
    app.button(key="cv-submit").click().run()
    one_line(app, "Teksnya masih kosong. Tempelkan lowongan atau CV, atau pilih sebuah contoh.")


def test_a_query_that_is_too_long(page: Page) -> None:
    app = page(view="cari")
    app.text_input[0].set_value("x" * 2_001)
    app.button(key="search-submit").click().run()
    one_line(
        app,
        "Kata pencariannya terlalu panjang: paling banyak 2.000 karakter. Untuk teks utuh, pakai halaman Cocokkan.",
    )


def test_a_damaged_index(page: Page, index: Path) -> None:
    next(index.glob("build-*/passages.parquet")).write_bytes(b"nonsense")
    app = give(page(), "Beras dicuci")
    assert not app.exception
    assert DAMAGED in seen(app)
    assert "passages.parquet has the wrong size" in seen(app)


def test_an_index_damaged_while_the_page_is_open(page: Page, index: Path) -> None:
    app = page()
    (index / "CURRENT").write_text("nonsense")
    assert DAMAGED in seen(give(app, "Beras dicuci"))


def test_a_model_that_has_gone(page: Page, index: Path) -> None:
    (index.parent / "model" / "model.safetensors").unlink()
    from search.encode.load import _load

    _load.cache_clear()
    assert "Model bahasa tidak dapat dibuka. Pasang ulang padan" in seen(give(page(), "Beras dicuci"))


def test_a_new_index_is_taken_up_without_a_restart(page: Page, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = give(page(), "Beras dicuci")
    opened: list[Path] = []
    monkeypatch.setattr(Searcher, "open", lambda folder: opened.append(folder))
    app.run()
    assert opened == []
    (index / "CURRENT").write_text("build-0123")
    app.run()
    assert opened == [index]
    st.cache_resource.clear()


def test_a_missing_index_is_built(page: Page, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (index / "CURRENT").read_text()
    (index / "CURRENT").unlink()
    monkeypatch.setattr(state, "build_default", lambda: (index / "CURRENT").write_text(kept))
    assert "Katalog: 3 unit kompetensi" in seen(page())


def test_a_fault_of_ours_shows_and_logs_no_text(
    page: Page, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Searcher, text: str, kind: str, depth: str) -> None:
        raise RuntimeError(f"cannot read {text} as {kind}, {depth}")

    monkeypatch.setattr(Searcher, "match", fail)
    with caplog.at_level(logging.DEBUG, logger="padan"):
        app = give(page(), "Rahasia kenari 7391")
    one_line(
        app,
        "Ada kesalahan di dalam Padan; teks Anda tidak dicatat. Coba lagi, atau laporkan catatan di terminal.",
    )
    assert "internal RuntimeError" in caplog.text
    assert "match_view.py" in caplog.text
    assert "kenari" not in caplog.text
    assert "kenari" not in seen(app)
