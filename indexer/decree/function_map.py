"""The function map: every unit's path from tujuan utama down to its fungsi dasar, whatever column its cells slid into.

Fungsi dasar are the titles of the units in list order, so the map is read by aligning its rows with the list: the cell
that best fits a title is the fungsi dasar wherever it stands, and what stands left of it are labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.decree.alignment import Pair, heaviest_chain
from indexer.decree.drafts import Found
from indexer.decree.map_labels import LAST, Label, LabelReader, shifted
from indexer.decree.map_rows import MapRow, whole_rows
from indexer.decree.title_match import TitleMatcher
from indexer.read import TableRow
from search.types import Finding, FunctionPath, Place

_OWN_COLUMN_BONUS = 0.001  # of two cells that fit a title equally well, the right-hand one is the fungsi dasar
_MOST_ROWS = 5_000  # a map has about as many rows as the list has units


@dataclass(frozen=True, slots=True)
class MappedUnit:
    """A unit's path with the place of the row it was read from."""

    path: FunctionPath
    place: Place


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row with its unit and the labels it stands under, which rows below may still complete."""

    unit: int
    row: MapRow
    column: int
    labels: tuple[Label, ...]

    def mapped(self, codes: Sequence[str]) -> MappedUnit:
        first, second, third = map(str, self.labels)
        path = FunctionPath(codes[self.unit], (first, second, third, self.row.cells[self.column]))
        return MappedUnit(path, self.row.place)


def parse_function_map(
    rows: Sequence[TableRow], codes: Sequence[str], titles: Sequence[str], found: Found
) -> tuple[MappedUnit, ...]:
    """Paths in list order of all units found in the map; `codes` and `titles` are those of the unit list."""
    if not rows or not codes:
        return ()
    matcher = TitleMatcher(titles)
    whole = whole_rows(rows[:_MOST_ROWS], matcher)
    readings = _readings(whole, _title_cells(whole, matcher), found)
    for reading in readings:
        _report(reading, codes, found)
    present = {reading.unit for reading in readings}
    for index, code in enumerate(codes):
        if index not in present:
            found.append(Finding("not-in-map", f"Unit {code} is not in the function map.", rows[0].place))
    return tuple(reading.mapped(codes) for reading in readings)


def _readings(rows: list[MapRow], places: dict[int, tuple[int, int]], found: Found) -> list[_Reading]:
    reader = LabelReader(found)
    readings = []
    for index, row in enumerate(rows):
        unit, column = places.get(index, (None, None))
        reader.read(row, column)
        if unit is not None and column is not None:
            readings.append(_Reading(unit, row, column, tuple(reader.labels)))
        elif row.cells[LAST]:
            message = f"'{row.cells[LAST]}' in the function map is the title of no listed unit."
            found.append(Finding("map-unmatched", message, row.place))
    return readings


def _title_cells(rows: list[MapRow], matcher: TitleMatcher) -> dict[int, tuple[int, int]]:
    """Row → (unit, column of its fungsi dasar)."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for index, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            for unit, score in matcher.candidates(cell):
                weighed = (score + column * _OWN_COLUMN_BONUS, column)
                best[index, unit] = max(best.get((index, unit), weighed), weighed)
    pairs = [Pair(row, unit, weight) for (row, unit), (weight, _) in best.items()]
    places = {pair.row: (pair.column, best[pair.row, pair.column][1]) for pair in heaviest_chain(pairs)}
    return _fill_gaps(rows, places, matcher.count)


def _fill_gaps(rows: list[MapRow], places: dict[int, tuple[int, int]], units: int) -> dict[int, tuple[int, int]]:
    """Between two rows that are known, as many titles as units left over are those units, however they are worded."""
    filled = dict(places)
    bounds = [(-1, -1), *sorted((row, unit) for row, (unit, _) in places.items()), (len(rows), units)]
    for (row, unit), (next_row, next_unit) in pairwise(bounds):
        open_rows = [i for i in range(row + 1, next_row) if rows[i].cells[LAST] and not rows[i].cut[LAST]]
        if len(open_rows) == next_unit - unit - 1:
            filled.update({i: (unit + 1 + n, LAST) for n, i in enumerate(open_rows)})
    return filled


def _report(reading: _Reading, codes: Sequence[str], found: Found) -> None:
    cells, column, code = reading.row.cells, reading.column, codes[reading.unit]
    if column != LAST:
        found.append(shifted(f"Fungsi dasar '{cells[column]}' of {code}", column, LAST, reading.row))
    rest = " ".join(filter(None, cells[column + 1 :]))
    if rest:
        message = f"'{rest}' stands right of the fungsi dasar of {code} in the function map and is not read."
        found.append(Finding("map-unread", message, reading.row.place))
