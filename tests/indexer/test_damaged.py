"""No text crashes the reader: what can be saved is saved, with findings; the rest is one clear line."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hotel_decree import CODES, TITLES, Layout, printed
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexer.decree import parse_decree
from indexer.read.markdown import blocks_of_text, read_markdown
from search.errors import DecreeError, InputError
from search.types import Decree

TEXT = printed(Layout())
LINES = TEXT.split("\n")
PIECES = (
    *(
        "KODE UNIT : ",
        "JUDUL UNIT :",
        "DESKRIPSI UNIT :",
        "I.55HDR00.001.2",
        "NOMOR 7 TAHUN 2031 TENTANG ",
        "(Tidak ada.)",
    ),
    *("ELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA\n", "NO\tKode Unit\tJudul Unit Kompetensi\n"),
    *("TUJUAN UTAMA\tFUNGSI KUNCI\tFUNGSI UTAMA\tFUNGSI DASAR\n", "BATASAN VARIABEL\n", "PANDUAN PENILAIAN\n"),
    *("1. Konteks variabel\n", "5. Aspek kritis\n", "2. Persyaratan kompetensi\n", "Menata Kamar Tamu", "menata"),
    *(
        "1. ",
        "1.1 ",
        "2.1.1 ",
        "- ",
        "\t",
        "\n",
        "<p>",
        "</p>",
        "<ul>",
        "*",
        "**",
        "|",
        ".",
        "\x0c",
        "\0",
        "²",
        "\u2028",
    ),
    "99999999999999999999",
)


def read(text: str) -> Decree | None:
    """The decree, or None where there is none; any other error than `DecreeError` fails the test."""
    try:
        return parse_decree(blocks_of_text(text), "text.md")
    except DecreeError:
        return None


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    read(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join))
def test_any_text_made_of_a_decrees_pieces(text: str) -> None:
    read(text)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_lines_lost_doubled_and_shuffled(data: st.DataObject) -> None:
    read("\n".join(data.draw(st.lists(st.sampled_from(LINES), max_size=120))))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
def test_any_bytes(data: bytes) -> None:
    with suppress(InputError):
        read_markdown(data, "bytes.md")


@pytest.mark.parametrize("cut", range(len(LINES)))
def test_cut_at_every_line(cut: int) -> None:
    decree = read("\n".join(LINES[:cut]))
    listed = sum("\tI.55HDR" in line for line in LINES[:cut])
    if not listed:
        assert decree is None
        return
    assert decree is not None
    assert [unit.code for unit in decree.units] == list(CODES[:listed])
    last = next(line for line in reversed(LINES[:cut]) if line)
    complete = last.startswith(" 5.1")  # a body's last line: nothing shows that more should follow
    assert ("truncated" in {finding.kind for finding in decree.findings}) == (not complete)


def test_what_is_missing_is_named() -> None:
    def cut_after(line: str) -> str:
        decree = read(TEXT[: TEXT.rindex(line) + len(line)])
        assert decree is not None
        return next(finding.message for finding in decree.findings if finding.kind == "truncated")

    begin = f"The decree breaks off in unit {CODES[2]}; missing: "
    assert cut_after("4.2 Standar") == f"{begin}Standar, PANDUAN PENILAIAN."
    assert cut_after("3. Memeriksa kamar") == f"{begin}criteria of element 3, BATASAN VARIABEL, PANDUAN PENILAIAN."
    assert cut_after("3.2 Keterampilan") == f"{begin}Keterampilan, Sikap kerja yang diperlukan, Aspek kritis."
    listed = cut_after(f"6.\t{CODES[5]}\tMeracik Minuman Tanpa Alkohol (<i>Mocktail</i>)")
    assert listed == f"The decree breaks off after listing {CODES[5]}; missing: the body of every unit."


def test_a_unit_saved_from_a_cut_decree() -> None:
    decree = read(TEXT[: TEXT.index("2.2 kartu kamar")])
    assert decree is not None
    assert [criterion.no for criterion in decree.units[0].criteria] == ["1.1", "1.2", "2.1"]
    assert decree.units[0].detailed


def test_a_body_without_list_is_saved() -> None:
    decree = read(TEXT[TEXT.index("KODE UNIT") :])
    assert decree is not None
    assert (decree.number, decree.year, decree.title) == (0, 0, "")
    assert [(unit.code, unit.title) for unit in decree.units] == [(CODES[0], TITLES[0]), (CODES[2], TITLES[2])]
    assert {"no-number", "no-title"} <= {finding.kind for finding in decree.findings}


def test_marketing_cut_at_many_lines(marketing_file: Path) -> None:
    lines = marketing_file.read_text(encoding="utf-8").split("\n")
    for cut in range(0, len(lines), 23):
        decree = read("\n".join(lines[:cut]))
        assert (decree is None) == (cut < 124)


@pytest.mark.parametrize(
    "junk",
    [
        "a" * 2_000_000,
        "*a " * 600_000,
        "<p " * 600_000,
        "a." * 1_000_000,
        "NOMOR 1," * 250_000,
        "1.1 Foo bar. " * 150_000,
        "KODE UNIT : A.1111.1.2\nELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA\n1. Foo\t" + "1.1 Foo. 1.2 Bar. " * 100_000,
        "KODE UNIT : A.1111.1.2\nPANDUAN PENILAIAN\n" + "5. Aspek kritik\n" * 100_000,
        "TUJUAN UTAMA\tFUNGSI KUNCI\tFUNGSI UTAMA\tFUNGSI DASAR\n"
        + "Unit bar\tUnit bar\tunit bar\tUnit bar\n" * 40_000
        + "NO\tKode Unit\tJudul Unit\n"
        + "".join(f"{n}.\tA.11AA.{n}.1\tUnit bar\n" for n in range(1_900)),
    ],
    ids=lambda junk: junk[:12].strip(),
)
def test_two_megabytes_of_junk_cost_seconds(junk: str) -> None:
    begun = time.process_time()
    read(junk)
    assert time.process_time() - begun < 15


def test_no_decree_says_so(parse: Callable[[str], Decree]) -> None:
    with pytest.raises(DecreeError, match=r"^decree\.md is no SKKNI decree: .* Give the decree's full text\.$"):
        parse("Lowongan kerja: staf pemasaran\n- membuat laporan\n")
