"""Files become blocks, or one clear line."""

from pathlib import Path

import pytest

from indexer.read import Paragraph, TableRow, is_readable, read_blocks, text_of
from indexer.read.limits import MEGABYTE, Limits
from indexer.read.markdown import blocks_of_text
from indexer.read.markup import plain_lines
from search.errors import DecreeError
from search.types import Place


def line(number: int) -> Place:
    return Place("line", number)


def test_paragraphs_and_rows_with_their_lines() -> None:
    text = "\n# Judul **tebal**\n\n - 1.1 Alat *tulis*\nNO\tKode\n\t<p>satu</p> <p>dua</p>\n| a | b |\n|---|---|\n"
    assert blocks_of_text(text) == (
        Paragraph("Judul tebal", line(2)),
        Paragraph("1.1 Alat tulis", line(4), listed=True),
        TableRow(("NO", "Kode"), line(5)),
        TableRow(("", "satu\ndua"), line(6)),
        TableRow(("a", "b"), line(7)),
    )


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("<i>stakeholder</i>", "stakeholder"),
        ("(*Moment of Truth*)", "(Moment of Truth)"),
        ("**MENTERI", "MENTERI"),
        ("<ul style=\"list-style-type: none\">1.1 Satu.1.2 Dua.", "1.1 Satu.1.2 Dua."),
        ("<ul><li>satu</li><li>dua</li></ul>", "satu\ndua"),
        ("A &amp; B &lt; C", "A & B < C"),
        ("3 * 4 = 12", "3 * 4 = 12"),
        ("suhu < 5 dan > 2", "suhu < 5 dan > 2"),
        (r"2\. bintang \*", "2. bintang *"),
        ("  a \u00a0 b ", "a b"),
    ],
)  # fmt: skip
def test_markup_goes_words_stay(marked: str, plain: str) -> None:
    assert plain_lines(marked) == plain


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("decree.xyz", b"text", "decree.xyz has suffix '.xyz'; Padan reads .md, .markdown, .txt, .pdf, .docx, .html"),
        ("decree", b"text", "decree has no suffix"),
        ("decree.md", b"", "decree.md is empty"),
        ("decree.pdf", b"", "decree.pdf is empty"),
        ("decree.txt", b" \n\n\t \n", "decree.txt is empty"),
        ("decree.md", b"a\0b", "decree.md is a binary file"),
        ("decree.md", b"caf\xe9 dan lain-lain", "decree.md is not UTF-8 text (byte 3). Save it as plain text"),
        ("decree.doc", b"text", "decree.doc is a file of an old Office version (DOC); Padan reads .md,"),
        ("decree.odt", b"text", "decree.odt is an OpenDocument file (ODT)"),
        ("decree.rtf", b"text", "decree.rtf is an RTF file"),
        ("decree.png", b"text", "decree.png is a picture"),
        (
            "decree.pdf",
            b"KODE UNIT",
            "decree.pdf is named .pdf but is not a PDF file; it looks like plain text: name it",
        ),
        ("decree.docx", b"\0\1\2", "decree.docx is named .docx but is not a Word file (DOCX); save the document anew"),
        ("decree.txt", b"{\\rtf1 CANARY}", "decree.txt is an RTF file"),
        ("decree.docx", b"\xff\xd8\xff\xe0CANARY", "decree.docx is a picture"),
        ("decree.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1CANARY", "decree.pdf is a file of an old Office version"),
    ],
)
def test_unreadable_files(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DecreeError) as error:
        read_blocks(tmp_path / name)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)
    assert "CANARY" not in str(error.value)


def test_control_characters_do_not_come_in(tmp_path: Path) -> None:
    (tmp_path / "decree.md").write_text("Judul\x1b[31m \x9bmerah\x07\n\x1b\na\x1b\tb\x00"[:-1], "utf-8")
    blocks = read_blocks(tmp_path / "decree.md")
    assert blocks == (Paragraph("Judul[31m merah", line(1)), TableRow(("a", "b"), line(3)))


def test_control_characters_of_a_person_stay_where_text_is_quoted_as_it_is() -> None:
    assert text_of(b"satu\x1b[31m dua", "cv.txt") == "satu\x1b[31m dua"  # spans count in it; what is shown has none
    assert text_of(b"<html><p>satu&#27;[31m dua", "cv.html") == "satu[31m dua"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DecreeError, match="does not exist"):
        read_blocks(tmp_path / "none.md")
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(DecreeError, match="is a folder"):
        read_blocks(tmp_path / "folder.md")


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(file_bytes=10 * MEGABYTE), "decree.md is larger than the 10 MB allowed. Split it."),
        (Limits(text_bytes=MEGABYTE), "decree.md has 10,485,761 bytes of text, more than the 1 MB allowed. Split it."),
    ],
)
def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, message: str) -> None:
    monkeypatch.setattr("indexer.read.registry.LIMITS", limits)
    (tmp_path / "decree.md").write_bytes(b"x" * (10 * MEGABYTE + 1))
    with pytest.raises(DecreeError) as error:
        read_blocks(tmp_path / "decree.md")
    assert str(error.value) == message


def test_a_table_beyond_all_decrees_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.read.checks.LIMITS", Limits(cells=3))
    (tmp_path / "decree.md").write_text("a\tb\nc\td\n")
    with pytest.raises(DecreeError, match="has 4 table cells, more than the 3 allowed"):
        read_blocks(tmp_path / "decree.md")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "decree.md").write_text("KODE UNIT : é", encoding=encoding)
    assert read_blocks(tmp_path / "decree.md") == (Paragraph("KODE UNIT : é", line(1)),)


def test_a_file_cut_inside_its_last_character(tmp_path: Path) -> None:
    (tmp_path / "decree.md").write_bytes("titik – ".encode()[:-2])
    assert read_blocks(tmp_path / "decree.md") == (Paragraph("titik", line(1)),)


def test_known_suffixes() -> None:
    assert is_readable(Path("a.MD"))
    assert is_readable(Path("a.Pdf"))
    assert not is_readable(Path("a.doc"))
