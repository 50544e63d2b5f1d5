"""Files that are no readable PDF: one line that says what is wrong and what to do."""

import re
import time

import pytest
from hotel_decree import HOTEL
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_press import Press, Style, decree_pdf, print_body, print_list
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from indexer.decree import parse_decree
from indexer.read.pdf import read_pdf
from search.errors import DecreeError

WHOLE = decree_pdf(Style())


def message(data: bytes) -> str:
    with pytest.raises(DecreeError) as raised:
        read_pdf(data, "a.pdf")
    assert "\n" not in str(raised.value)
    return str(raised.value)


def locked() -> bytes:
    press = Press(Style())
    canvas = Canvas(press.out, encrypt=StandardEncryption("secret"))
    canvas.drawString(50, 50, "Rahasia")
    canvas.save()
    return press.out.getvalue()


def pictures() -> bytes:
    press = Press(Style(scanned=3, number="none"))
    return press.bytes()


def test_one_line_each() -> None:
    assert "is empty" in message(b"")
    assert "damaged or cut off" in message(b"%PDF-1.4\nnothing")
    assert "damaged or cut off" in message(b"PK\x03\x04")
    assert "locked with a password" in message(locked())
    assert "ocrmypdf -l ind" in message(pictures())


def outcome(data: bytes) -> str:
    """What became of a file: how many units its decree has, or the one line."""
    try:
        return f"{len(parse_decree(read_pdf(data, 'a.pdf'), 'a.pdf').units)} units"
    except DecreeError as error:
        return str(error)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(WHOLE)))
def test_a_file_cut_off_is_read_or_refused(length: int) -> None:
    assert re.fullmatch(r"[1-9]\d* units|a\.pdf .+", outcome(WHOLE[:length]))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_with_wrong_bytes_is_read_or_refused(place: int, noise: bytes) -> None:
    damaged = WHOLE[:place] + noise + WHOLE[place + len(noise) :]
    assert re.fullmatch(r"[1-9]\d* units|a\.pdf .+", outcome(damaged))


def test_three_hundred_pages_cost_seconds() -> None:
    press = Press(Style())
    press.text("B. Daftar Unit Kompetensi")
    print_list(press)
    while press.page < 300:
        for unit in HOTEL.units:
            if unit.detailed:
                press.new_page()
                print_body(press, unit)
    begun = time.process_time()
    assert outcome(press.bytes()) == "6 units"
    assert time.process_time() - begun < 30
