"""A review as tables of plain text: one row a criterion, one row a unit, one row a unit to take next."""

from dataclasses import dataclass
from typing import TypeAlias

from padan.export.review import ElementReview, Line, Review, UnitReview
from padan.export.words import Words, next_step
from search.types import NextUnit

_COLUMNS = (
    *("unit", "title", "element_no", "element", "no", "text"),
    *("state", "by", "found", "quotes", "own", "claim", "step"),
)

Cell: TypeAlias = str | int  # a number only where it counts something


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header, each as long as the header."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def criteria_table(review: Review, words: Words) -> Table:
    """Every criterion with its state, whose word it is, its evidence and the next step."""
    rows = tuple(
        _criterion(unit, element, line, review, words)
        for unit in review.units
        for element in unit.elements
        for line in element.lines
    )
    return Table(words("export.sheet.criteria"), _header(_COLUMNS, words), rows)


def units_table(review: Review, words: Words) -> Table:
    """Every unit with the number of its criteria in each state; never one percentage."""
    states = ("evidenced", "weak", "not_evidenced")
    header = (*_header(("unit", "title", "state"), words), *(words(f"state.{state}") for state in states))
    return Table(words("export.sheet.units"), header, tuple(_unit(unit, words) for unit in review.units))


def next_table(review: Review, words: Words) -> Table:
    """The units to take next, in their order; empty where nothing was compared."""
    rows = tuple(
        (one.code, one.title, words(f"state.{one.state}"), why(one, words), ", ".join(one.open)) for one in review.next
    )
    return Table(words("export.sheet.next"), _header(("unit", "title", "state", "why", "open"), words), rows)


def why(one: NextUnit, words: Words) -> str:
    """Why a unit is to be taken: asked for, or the prerequisite of one that is."""
    asked = [words("export.asked")] if one.asked else []
    needed = [f"{words('export.needed_for')} {', '.join(one.needed_for)}"] if one.needed_for else []
    return "; ".join(asked + needed)


def _header(columns: tuple[str, ...], words: Words) -> tuple[str, ...]:
    return tuple(words(f"export.column.{column}") for column in columns)


def _criterion(unit: UnitReview, element: ElementReview, line: Line, review: Review, words: Words) -> tuple[str, ...]:
    return (
        unit.code,
        unit.title,
        element.no,
        element.title,
        line.no,
        line.text if unit.detailed else "",
        words(f"state.{line.state}"),
        words("export.by.person" if line.verdict else "export.by.padan"),
        words(f"state.{line.found}"),
        "\n".join(quote.text for quote in line.quotes),
        line.verdict.evidence,
        element.claim or "",
        next_step(line, review.kind, words),
    )


def _unit(unit: UnitReview, words: Words) -> tuple[Cell, ...]:
    counts = unit.coverage
    numbers = (counts.evidenced, counts.weak, counts.not_evidenced) if unit.detailed else ("", "", "")
    return (unit.code, unit.title, words(f"state.{unit.state}"), *numbers)
