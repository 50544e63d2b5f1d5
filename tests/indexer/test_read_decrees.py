"""A decree is the same decree in whatever format it comes."""

import html
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hotel_decree import Layout, printed
from hypothesis import given, settings
from hypothesis import strategies as st
from word_file import in_list, level, p, shared_list, table, tc, use, word_file

from indexer.decree import parse_decree, read_decree
from indexer.read import read_blocks
from indexer.read.blocks import Block, TableRow
from indexer.read.docx import read_docx
from indexer.read.markdown import blocks_of_text
from search.errors import InputError
from search.types import Criterion, Decree, Element

BULLETS = shared_list(0, level("•", "bullet")) + use(1, 0)


def as_word(blocks: Sequence[Block]) -> bytes:
    return word_file("".join(_word(part) for part in _parts(blocks)), BULLETS)


def as_page(blocks: Sequence[Block]) -> bytes:
    return ("<!doctype html><meta charset=utf-8>" + "\n".join(_html(part) for part in _parts(blocks))).encode()


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """Rows that follow one another make one table."""
    parts: list[list[Block]] = []
    for block in blocks:
        if parts and isinstance(block, TableRow) and isinstance(parts[-1][-1], TableRow):
            parts[-1].append(block)
        else:
            parts.append([block])
    return parts


def _word(part: list[Block]) -> str:
    rows = [block.cells for block in part if isinstance(block, TableRow)]
    if rows:
        return table(
            *("".join(tc("".join(p(_escaped(line)) for line in cell.split("\n"))) for cell in row) for row in rows)
        )
    return "".join(
        in_list(_escaped(block.text), 1) if block.listed else p(_escaped(block.text))
        for block in part
        if not isinstance(block, TableRow)
    )


def _html(part: list[Block]) -> str:
    rows = [block.cells for block in part if isinstance(block, TableRow)]
    if rows:
        cells = ("".join(f"<td>{_escaped(cell).replace(chr(10), '<br>')}" for cell in row) for row in rows)
        return "<table><tr>" + "<tr>".join(cells) + "</table>"
    return "".join(
        f"<ul><li>{_escaped(block.text)}</ul>" if block.listed else f"<p>{_escaped(block.text)}"
        for block in part
        if not isinstance(block, TableRow)
    )


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


HOTEL_BLOCKS = blocks_of_text(printed(Layout()))
HOTEL_WORD = "".join(_word(part) for part in _parts(HOTEL_BLOCKS))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_word_file_is_a_decree_or_one_line(data: st.DataObject) -> None:
    tags = [found.start() for found in re.finditer("<", HOTEL_WORD)]
    body = HOTEL_WORD
    for at in sorted(data.draw(st.sets(st.sampled_from(tags), min_size=1, max_size=3)), reverse=True):
        piece = data.draw(st.sampled_from(["<w:p/>", "<w:tr/>", "<w:tc><w:p/></w:tc>", "<w:tbl/>", "", "x", "<w:p>"]))
        body = body[:at] + piece + body[data.draw(st.sampled_from([at, at + 1, min(at + 40, len(body))])) :]
    said = ""
    try:
        assert parse_decree(read_docx(word_file(body, BULLETS), "a.docx"), "a.docx").units
    except InputError as error:
        said = str(error)
    assert "\n" not in said


@pytest.mark.parametrize(("form", "name"), [(as_word, "decree.docx"), (as_page, "decree.html")])
def test_the_bundled_decree_in_another_format(
    form: Callable[[Sequence[Block]], bytes], name: str, marketing: Decree, marketing_file: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(form(blocks_of_text(marketing_file.read_text("utf-8"))))
    decree = read_decree(tmp_path / name)
    assert _placeless(decree) == _placeless(marketing)
    assert Counter(finding.kind for finding in decree.findings) == Counter(found.kind for found in marketing.findings)


def _placeless(decree: Decree) -> Decree:
    units = tuple(replace(unit, source=None) for unit in decree.units)
    return replace(decree, units=units, findings=(), source="")


def test_elements_and_criteria_that_word_numbers(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = shared_list(0, level("%1."), level("%1.%2")) + use(1, 0, anew) + use(2, 0, anew)
    body = ""
    for list_id in (1, 2):
        body += p(f"KODE UNIT : I.55COK00.00{list_id}.1") + p("JUDUL UNIT : Memasak Nasi")
        rows = [tc(p("ELEMEN KOMPETENSI")) + tc(p("KRITERIA UNJUK KERJA"))]
        for element in ("Menyiapkan", "Menyajikan"):
            criteria = in_list(f"{element} bahan.", list_id, 1) + in_list(f"{element} alat.", list_id, 1)
            rows.append(tc(in_list(element, list_id)) + tc(criteria))
        body += table(*rows)
    (tmp_path / "boga.docx").write_bytes(word_file(body, numbering))
    expected = tuple(
        Element(no, title, (Criterion(f"{no}.1", f"{title} bahan."), Criterion(f"{no}.2", f"{title} alat.")))
        for no, title in (("1", "Menyiapkan"), ("2", "Menyajikan"))
    )
    decree = read_decree(tmp_path / "boga.docx")
    assert [unit.elements for unit in decree.units] == [expected, expected]


def test_a_decree_eight_times_as_long_is_within_the_limits(marketing_file: Path, tmp_path: Path) -> None:
    blocks = blocks_of_text(marketing_file.read_text("utf-8")) * 8
    (tmp_path / "long.docx").write_bytes(as_word(blocks))
    assert len(read_blocks(tmp_path / "long.docx")) == len(blocks)
