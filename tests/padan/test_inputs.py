"""Adverts and CVs in every format; whatever is wrong is one line that quotes nothing."""

import io
import logging
import sys
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.read.blocks import Block, Paragraph, TableRow
from indexer.read.text import join_blocks
from padan.inputs import read_text_file, text_of_upload
from search.errors import InputError
from search.text.statements import split_statements
from search.types import Place

HERE = Place("line", 1)


def cv() -> bytes:
    document = docx.Document()
    document.add_heading("Pengalaman kerja", 1)
    document.add_paragraph("menjual barang elektronik di toko cabang Bandung selama dua tahun penuh")
    document.add_paragraph("melayani keluhan pelanggan", style="List Bullet")
    rows = document.add_table(1, 2)
    rows.cell(0, 0).text, rows.cell(0, 1).text = "2019–2022", "Menyusun laporan"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_cv_keeps_its_statements_apart(tmp_path: Path) -> None:
    (tmp_path / "cv.docx").write_bytes(cv())
    text = read_text_file(str(tmp_path / "cv.docx"))
    assert text == text_of_upload(cv(), "cv.docx")
    assert [statement.text for statement in split_statements(text, "cv")] == [
        "Pengalaman kerja",
        "menjual barang elektronik di toko cabang Bandung selama dua tahun penuh",
        "melayani keluhan pelanggan",
        "2019–2022",
        "Menyusun laporan",
    ]


def test_a_page_and_plain_text() -> None:
    page = b"<!DOCTYPE html><h1>Lowongan</h1><ul><li>menjual barang<li>Admin</ul>"
    assert text_of_upload(page, "job.htm") == "Lowongan\n\n- menjual barang\n\n- Admin"
    assert text_of_upload(b"  satu\r\n\ttetap ", "job") == "  satu\r\n\ttetap "


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (Paragraph("menjual", HERE, True), "- menjual"),
        (Paragraph("1. menjual", HERE, True), "1. menjual"),
        (Paragraph("a) menjual", HERE, True), "a) menjual"),
        (Paragraph("• menjual", HERE, True), "• menjual"),
        (Paragraph("5 tahun", HERE, True), "- 5 tahun"),
        (TableRow(("a", "", "b"), HERE), "a\tb"),
        (TableRow(("a\nb", "c"), HERE), "a\nb\nc"),
    ],
)
def test_how_a_block_reads_as_text(block: Block, line: str) -> None:
    assert join_blocks([block], "\n") == line


@settings(deadline=None)  # what looks like a document is read in a process of its own
@given(st.binary(max_size=300), st.sampled_from(["cv.txt", "cv.md", "cv", "cv.xyz"]))
def test_any_bytes_named_as_text_are_text_or_an_error(data: bytes, name: str) -> None:
    said = name
    try:
        assert text_of_upload(data, name).strip()
    except InputError as error:
        said = str(error)
    assert name in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"x" * 20_000_001, "cv.pdf", "cv.pdf is larger than 20 MB. Give one advert or CV at a time."),
        (b"x" * 1_000_001, "cv.txt", "cv.txt has more than 1,000,000 characters. Give one advert or CV at a time."),
        (b"", "cv.docx", "cv.docx is empty."),
        (b"%PDF-1.7 CANARY", "cv.pdf", "cv.pdf is no readable PDF"),
        (b"<html><script>CANARY</script>", "cv.html", "cv.html holds no text."),
        (cv()[:-300], "cv.docx", "cv.docx is a damaged Word file: it cannot be unpacked."),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, name: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        text_of_upload(data, name)
    assert str(error.value).startswith(message)
    assert "CANARY" not in str(error.value)
    assert "\n" not in str(error.value)


def test_documents_come_on_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(cv())))
    assert read_text_file("-") == text_of_upload(cv(), "cv.docx")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-1.7 CANARY")))
    with pytest.raises(InputError, match=r"^standard input is no readable PDF"):
        read_text_file("-")


def test_an_upload_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with caplog.at_level(logging.DEBUG):
        assert "melayani keluhan" in text_of_upload(cv(), "cv-budi.docx")
        with pytest.raises(InputError):
            text_of_upload(cv()[:-300], "cv-budi.docx")
    assert list(tmp_path.iterdir()) == []
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
