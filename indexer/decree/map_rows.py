"""Rows of the function map made whole: titles that a page break cut in two are joined again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.decree.title_match import TitleMatcher
from indexer.decree.words import starts_lower
from indexer.read import TableRow
from indexer.read.markup import one_line
from search.types import Place

COLUMNS = 4  # tujuan utama, fungsi kunci, fungsi utama, fungsi dasar
_COMPLETE = 0.85  # how much like a title two parts must be together
_GAIN = 0.05  # and how much more so than the first alone
_MOSTLY = 0.75
_SAME_COLUMN_BONUS = 0.001  # of two joins that are equally good


@dataclass(slots=True)
class MapRow:
    """One row of the map, always four cells; `cut` marks those that go on from the row above."""

    cells: list[str]
    cut: list[bool]
    place: Place


def whole_rows(rows: Sequence[TableRow], titles: TitleMatcher) -> list[MapRow]:
    """Rows with their cut fungsi dasar joined; rows left empty by that are dropped."""
    made = [_row(row) for row in rows]
    if _begins_with_capitals(made):
        for above, row in pairwise(made):
            _mark_and_join(above, row, titles)
    return [row for row in made if any(row.cells)]


def _row(row: TableRow) -> MapRow:
    cells = [one_line(cell) for cell in row.cells]
    if len(cells) > COLUMNS:
        cells = [*cells[: COLUMNS - 1], " ".join(filter(None, cells[COLUMNS - 1 :]))]
    cells += [""] * (COLUMNS - len(cells))
    return MapRow(cells, [False] * COLUMNS, row.place)


def _begins_with_capitals(rows: list[MapRow]) -> bool:
    """Whether a small first letter means anything here: not in a map printed in small letters."""
    cells = [cell for row in rows for cell in row.cells if cell]
    return sum(map(starts_lower, cells)) < _MOSTLY * len(cells)


def _mark_and_join(above: MapRow, row: MapRow, titles: TitleMatcher) -> None:
    """Cells with a small first letter belong to the row above: one may complete its title, the others its labels."""
    for column, text in enumerate(row.cells):
        row.cut[column] = starts_lower(text) or text.startswith("(")
    joins = [
        (titles.best(f"{cell} {text}") + (column == place) * _SAME_COLUMN_BONUS, column, place)
        for column, text in enumerate(row.cells)
        if row.cut[column]
        for place, cell in enumerate(above.cells)
        if cell
    ]
    score, column, place = max(joins, default=(0.0, 0, 0))
    if score >= _COMPLETE and score > titles.best(above.cells[place]) + _GAIN:
        above.cells[place] = f"{above.cells[place]} {row.cells[column]}"
        row.cells[column], row.cut[column] = "", False
