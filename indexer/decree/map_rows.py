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


@dataclass(slots=True)
class MapRow:
    """One row of the map, always four cells; `cut` marks those that go on from the row above."""

    cells: list[str]
    cut: list[bool]
    place: Place


def whole_rows(rows: Sequence[TableRow], titles: TitleMatcher) -> list[MapRow]:
    """Rows with their cut fungsi dasar joined; rows left empty by that are dropped."""
    made = [_row(row) for row in rows]
    if _mostly_capitals(made):
        for above, row in pairwise(made):
            _mark_and_join(above, row, titles)
    return [row for row in made if any(row.cells)]


def _row(row: TableRow) -> MapRow:
    cells = [one_line(cell) for cell in row.cells]
    if len(cells) > COLUMNS:
        cells = [*cells[: COLUMNS - 1], " ".join(filter(None, cells[COLUMNS - 1 :]))]
    cells += [""] * (COLUMNS - len(cells))
    return MapRow(cells, [False] * COLUMNS, row.place)


def _mostly_capitals(rows: list[MapRow]) -> bool:
    cells = [cell for row in rows for cell in row.cells if cell]
    return sum(map(starts_lower, cells)) * 2 < len(cells)


def _mark_and_join(above: MapRow, row: MapRow, titles: TitleMatcher) -> None:
    """A cell with a small first letter belongs to the row above: to its title if that completes it, else to a label."""
    for column, text in enumerate(row.cells):
        if not text or not (starts_lower(text) or text.startswith("(")):
            continue
        joined = [(titles.best(f"{cell} {text}"), place) for place, cell in enumerate(above.cells) if cell]
        score, place = max(joined, default=(0.0, 0))
        if score >= _COMPLETE and score > titles.best(above.cells[place]) + _GAIN:
            above.cells[place] = f"{above.cells[place]} {text}"
            row.cells[column] = ""
        else:
            row.cut[column] = True
