"""However a decree is printed, the catalogue read from its PDF is the same."""

from dataclasses import replace

import pytest
from hotel_decree import CODES, HOTEL, bare
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_press import Style, decree_pdf

from indexer.decree import parse_decree
from indexer.read.pdf import read_pdf
from search.types import Decree, Place


def read(style: Style) -> Decree:
    return parse_decree(read_pdf(decree_pdf(style), "hotel.pdf"), "hotel.pdf")


def expected(style: Style) -> Decree:
    return HOTEL if style.rules in ("all", "open") else replace(HOTEL, function_map=())  # no map is printed then


ruled = st.builds(
    Style,
    rules=st.sampled_from(["all", "open"]),
    height=st.integers(280, 840),
    header_again=st.booleans(),
    element_again=st.booleans(),
    hanging=st.booleans(),
    number=st.sampled_from(["plain", "dashed", "roman", "none"]),
    at_top=st.booleans(),
    foot=st.sampled_from(["", "jdih.kemnaker.go.id"]),
    kerning=st.sampled_from([frozenset(), frozenset({"tamu"}), frozenset({"prosedur", "kamar"})]),
    hyphens=st.booleans(),
    quarters=st.integers(0, 3),
    font=st.sampled_from(["Times-Roman", "Helvetica", "Courier"]),
    size=st.integers(9, 12),
    pitch=st.sampled_from([1.1, 1.2, 1.5]),
    scanned=st.integers(0, 2),
    appendix=st.booleans(),
    loose_codes=st.booleans(),
    centred=st.booleans(),
    apart=st.booleans(),
    scale=st.sampled_from([0.7, 1.0, 1.5]),
)
sparse = st.builds(
    Style,
    rules=st.sampled_from(["outer", "columns"]),
    height=st.integers(400, 840),
    hanging=st.booleans(),
    number=st.sampled_from(["plain", "dashed", "none"]),
    font=st.sampled_from(["Times-Roman", "Helvetica"]),
    size=st.integers(9, 12),
    dot=st.sampled_from([".", "", ")"]),
)
unruled = st.builds(
    Style,
    rules=st.sampled_from(["rows", "none"]),
    height=st.integers(560, 840),
    header_again=st.booleans(),
    hanging=st.booleans(),
    number=st.sampled_from(["plain", "dashed", "roman"]),
    font=st.sampled_from(["Times-Roman", "Helvetica"]),
    size=st.integers(9, 12),
    centred=st.booleans(),
)


@settings(max_examples=30, deadline=None)
@given(ruled)
def test_any_ruled_layout_gives_the_same_decree(style: Style) -> None:
    assert bare(read(style)) == HOTEL


@settings(max_examples=20, deadline=None)
@given(sparse)
def test_tables_without_lines_between_rows_give_the_same_decree(style: Style) -> None:
    assert bare(read(style)) == expected(style)


@settings(max_examples=20, deadline=None)
@given(unruled)
def test_tables_without_upright_rules_give_the_same_decree(style: Style) -> None:
    assert bare(read(style)) == expected(style)


def test_places_are_pages_of_the_file() -> None:
    decree = read(Style(scanned=2))
    assert decree.units[0].source == Place("page", 5)
    assert decree.units[1].source == Place("page", 3)  # has no body: its row in the list


def test_what_is_mended_is_told() -> None:
    decree = read(Style(kerning=frozenset({"tamu"})))
    broken = {finding.message for finding in decree.findings if finding.kind == "word-broken"}
    assert "'ta mu' is printed with a gap inside; read as 'tamu'." in broken
    assert "word-broken" not in {finding.kind for finding in read(Style()).findings}


def test_pictures_of_pages_are_told() -> None:
    finding = next(finding for finding in read(Style(scanned=2)).findings if finding.kind == "page-scanned")
    assert finding.where == Place("page", 1)
    assert "only pictures: 1, 2." in finding.message


def test_a_second_list_adds_nothing() -> None:
    decree = read(Style(appendix=True))
    assert [unit.code for unit in decree.units] == list(CODES)
    assert [finding.kind for finding in decree.findings if "list" in finding.kind] == ["list-repeated"]


def test_codes_broken_in_a_narrow_column() -> None:
    assert [unit.code for unit in read(Style(narrow=True)).units] == list(CODES)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_turned_pages(quarters: int) -> None:
    assert bare(read(Style(quarters=quarters))) == HOTEL
