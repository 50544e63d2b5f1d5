"""Blocks → `Decree`: wires the pages of this room, in the order in which a decree is printed."""

from dataclasses import replace

from indexer.decree.body import parse_body
from indexer.decree.codes import CodeBook
from indexer.decree.drafts import Body, Found, ListedUnit
from indexer.decree.findings import TitleBook, code_variants, incomplete, without_body
from indexer.decree.function_map import parse_function_map
from indexer.decree.header import parse_header
from indexer.decree.lone_marks import with_marks
from indexer.decree.matching import match_bodies
from indexer.decree.off_title import off_title_findings
from indexer.decree.outline import outline
from indexer.decree.revokes import parse_revokes
from indexer.decree.unit_list import parse_unit_list
from indexer.decree.units import bodied_unit, listed_unit, prerequisites_of
from indexer.fewer import fewer
from indexer.read import Block
from search.errors import DecreeError
from search.types import Decree, Finding, Unit

_MOST_UNITS = 2_000  # the longest known decrees have some four hundred
_MOST_FINDINGS = 1_000  # of one kind; what has more is no decree, or read amiss all the way


def parse_decree(blocks: tuple[Block, ...], source: str) -> Decree:
    """The decree that the blocks of the file `source` hold; what is doubtful in it is in its findings.

    Raises `DecreeError` when there is neither a list of units nor the body of one.
    """
    found: Found = [remark for block in blocks for remark in block.remarks]
    parts = outline(with_marks(blocks))
    header = parse_header(parts.head, source, found)
    revokes = parse_revokes(parts.head, f"{header.number}/{header.year}", found)
    listed = parse_unit_list(parts.list_rows, found)
    bodies = [parse_body(blocks, found) for blocks in parts.bodies]
    if not listed and not any(body.code for body in bodies):
        raise DecreeError(
            f"{source} is no SKKNI decree: it has neither a table 'Daftar Unit Kompetensi' nor a line 'KODE UNIT'. "
            "Give the decree's full text."
        )
    if max(len(listed), len(bodies)) > _MOST_UNITS:
        raise DecreeError(f"{source} lists more than {_MOST_UNITS:,} units; no decree does. Give one decree per file.")
    book, titles = CodeBook(), TitleBook()
    listed = tuple(replace(unit, code=book.add(unit.code, unit.place)) for unit in listed)
    mapped = parse_function_map(parts.map_rows, [u.code for u in listed], [u.title for u in listed], found)
    for row in mapped:
        titles.add(row.path.unit, "map", row.path.path[-1], row.place)
    for unit in listed:
        titles.add(unit.code, "list", unit.title, unit.place)
    by_code = _bodies_by_code(bodies, listed, book, titles, found)
    units = _units(listed, by_code, book, titles, found)
    found += code_variants([unit.code for unit in units], book)
    found += titles.differences() + without_body(listed, by_code) + incomplete(bodies, listed)
    found += off_title_findings(units)
    return Decree(
        number=header.number,
        year=header.year,
        title=header.title,
        field=header.field,
        units=units,
        function_map=tuple(row.path for row in mapped),
        findings=fewer(sorted(found, key=_order), _MOST_FINDINGS),
        source=source,
        revokes=revokes,
    )


def _bodies_by_code(
    bodies: list[Body], listed: tuple[ListedUnit, ...], book: CodeBook, titles: TitleBook, found: Found
) -> dict[str, Body]:
    by_code = match_bodies(bodies, listed, book, found)
    for code, body in by_code.items():
        titles.add(code, "body", body.title, body.place)
    return by_code


def _units(
    listed: tuple[ListedUnit, ...], by_code: dict[str, Body], book: CodeBook, titles: TitleBook, found: Found
) -> tuple[Unit, ...]:
    """Units in list order, then those that have a body only."""
    # All prerequisites first: they may print a code in a form not met before.
    needed = {code: prerequisites_of(code, body, book, titles, found) for code, body in by_code.items()}
    known = {unit.code for unit in listed}
    units = [
        bodied_unit(unit.code, unit.title, by_code[unit.code], needed[unit.code], book)
        if unit.code in by_code
        else listed_unit(unit, book)
        for unit in listed
    ]
    units += [
        bodied_unit(code, body.title, body, needed[code], book) for code, body in by_code.items() if code not in known
    ]
    return tuple(units)


def _order(finding: Finding) -> tuple[int, str]:
    return (finding.where.number if finding.where else 0, finding.kind)
