"""Rows → units; what cannot be used is a finding with its line, and the rest is kept."""

from collections.abc import Iterable, Iterator

from indexer.fewer import fewer
from indexer.taxonomy.rows import Found, Row
from search.catalogue import distinct
from search.errors import DecreeError
from search.types import Finding, Place, Unit

_MOST_UNITS = 300_000  # the largest public taxonomies have some thirty thousand
_MOST_FINDINGS = 200  # of one kind; a table with a wrong column would have one a row
_LONGEST_CODE, _LONGEST_TITLE, _LONGEST_DESCRIPTION, _LONGEST_ALIAS = 500, 1_000, 20_000, 300
_MOST_ALIASES = 300


def units_of(rows: Iterable[Row], name: str, found: Found) -> tuple[Unit, ...]:
    """The units of rows in their order, the first of those that share a code."""
    units: dict[str, Unit] = {}
    doubtful: Found = []
    for row in rows:
        fault = _fault(row, units)
        if fault:
            doubtful.append(fault)
        elif row.codes:
            units[row.codes[0]] = _unit(row)
            doubtful += _cut(row)
            if len(units) > _MOST_UNITS:
                raise DecreeError(f"{name} has more than {_MOST_UNITS:,} entries. Split it.")
    found += doubtful
    found[:] = fewer(sorted(found, key=lambda finding: finding.where.number if finding.where else 0), _MOST_FINDINGS)
    return tuple(units.values())


def _fault(row: Row, units: dict[str, Unit]) -> Finding | None:
    """Why a row is left out; None for a good row, and for an empty one, which says nothing."""
    place = Place("line", row.line)
    if not row.codes:
        said = row.title or row.description
        return Finding("row-without-code", "The row has no code; it is left out.", place) if said else None
    code = _shown(row.codes[0])
    if max(map(len, row.codes)) > _LONGEST_CODE or len(row.title) > _LONGEST_TITLE:
        message = f"Unit {code}: its code or title is longer than {_LONGEST_CODE} or {_LONGEST_TITLE:,} characters; "
        return Finding("long-cell", message + "the row is left out.", place)
    if not row.title:
        return Finding("row-without-title", f"Unit {code} has no title; it is left out.", place)
    first = units.get(row.codes[0])
    if first is not None and first.source is not None:
        message = f"Unit {code} stands in line {first.source.number} already; this row is left out."
        return Finding("duplicate-code", message, place)
    return None


def _unit(row: Row) -> Unit:
    aliases = [label for label in row.aliases if len(label) <= _LONGEST_ALIAS and label != row.title]
    return Unit(
        code=row.codes[0],
        title=row.title,
        printed_codes=row.codes,
        description=row.description if len(row.description) <= _LONGEST_DESCRIPTION else "",
        aliases=distinct(aliases)[:_MOST_ALIASES],
        source=Place("line", row.line),
    )


def _cut(row: Row) -> Iterator[Finding]:
    """What a unit lost because it was too long."""
    place, code = Place("line", row.line), _shown(row.codes[0])
    if len(row.description) > _LONGEST_DESCRIPTION:
        message = f"Unit {code}: its description has more than {_LONGEST_DESCRIPTION:,} characters; it is left out."
        yield Finding("long-cell", message, place)
    if max(map(len, row.aliases), default=0) > _LONGEST_ALIAS or len(row.aliases) > _MOST_ALIASES:
        message = (
            f"Unit {code}: at most {_MOST_ALIASES} aliases of up to {_LONGEST_ALIAS} characters are kept; "
            "are they separated by | or line breaks?"
        )
        yield Finding("long-cell", message, place)


def _shown(code: str) -> str:
    return code if len(code) <= 80 else f"{code[:79]}…"
