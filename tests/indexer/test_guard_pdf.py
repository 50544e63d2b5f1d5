"""Harmful PDF files, written by hand, through the whole way: bounded and one line."""

import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_file import p, word_file

from indexer.catalogue import load_catalogue
from indexer.read import text_of
from indexer.read.formats import PDF
from indexer.read.guard import read_guarded
from indexer.read.limits import LIMITS, MEGABYTE
from search.errors import DecreeError, InputError

TIGHT = replace(LIMITS, processor_seconds=5, wall_seconds=10, memory_bytes=400 * MEGABYTE)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, inner)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    end = b"trailer <</Root 1 0 R/Size %d%b>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(body))
    return body + table + end


def page(content: bytes, filters: bytes = b"") -> bytes:
    """A PDF of one page."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(content), filters, content),
        FONT,
    )


SMALL = page(b"BT /F 12 Tf 50 700 Td (CANARY barang) Tj ET")
CYCLE = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>")
RING = pdf(
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
)
LOCKED = pdf(
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[]/Count 0>>",
    b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%b>/U<%b>>>" % (b"41" * 32, b"42" * 32),
    trailer=b"/Encrypt 3 0 R/ID[<41><41>]",
)
TWICE = page(zlib.compress(zlib.compress(b" " * 600_000_000, 1), 9), b"/Filter[/FlateDecode/FlateDecode]")


def test_the_small_page_is_read() -> None:
    assert text_of(SMALL, "cv.pdf") == "CANARY barang"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (CYCLE, "x.pdf has 1,000,000 pages"),
        (RING, "x.pdf is damaged: its pages cannot be read. Download it again."),
        (page(b""), "x.pdf is empty: its pages hold neither text nor pictures. Give another file."),
        (page(b"BT /F1 1 Tf 9 700 Td " + b"(%b) Tj " % (b"a" * 1000) * 61 + b"ET"), "Page 1 of x.pdf has 61,"),
        (LOCKED, "x.pdf is locked with a password."),
        pytest.param(
            TWICE,
            "x.pdf cannot be read: its reader stopped with SIG",
            marks=pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no limit of memory here"),
        ),
        (SMALL[:200], "x.pdf is no readable PDF"),
        (b"%PDF-1.7\n" + b"<<" * 50_000, "x.pdf is no readable PDF"),
    ],
    ids=["cycle", "ring", "blank", "crowded", "locked", "bomb", "cut", "nested"],
)
def test_harmful_files_are_one_line_in_bounded_time(data: bytes, message: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError) as error:
        read_guarded(data, "x.pdf", PDF, TIGHT)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)
    assert time.monotonic() - begun < 12


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.integers(0, 30), st.binary(max_size=6))
def test_any_damage_gives_blocks_or_one_line_that_quotes_nothing(place: int, cut: int, damage: bytes) -> None:
    said = ""
    try:
        read_guarded(SMALL[:place] + damage + SMALL[place + cut :], "x.pdf", PDF, TIGHT)
    except InputError as error:
        said = str(error)
    assert "CANARY" not in said
    assert "\n" not in said


def test_a_folder_of_harmful_files_is_one_error_that_names_them(tmp_path: Path) -> None:
    folder = {
        "bomb.docx": word_file(p("x"), **{"word/media/a": b"\0" * 220_000_000}),
        "cut.docx": word_file(p("x"))[:-100],
        "cycle.pdf": CYCLE,
        "deep.html": b"<html>" + b"<div>" * 10_000,
        "empty.md": b"",
        "picture.pdf": b"\x89PNG\r\n\x1a\n",
        "renamed.docx": SMALL,
    }
    for name, data in folder.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DecreeError) as error:
        load_catalogue([tmp_path])
    said = str(error.value)
    assert "\n" not in said
    assert [name for name in folder if name not in said] == []
    assert "bomb.docx unpacks to 210 MB, more than the 200 MB allowed." in said
    assert "renamed.docx is no SKKNI decree" in said  # its content is a PDF, so it was read as one
