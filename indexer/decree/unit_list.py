"""The table `Daftar Unit Kompetensi`: number, code and title of every unit, in order."""

import re
from dataclasses import replace

from indexer.decree.codes import whole_code
from indexer.decree.drafts import Found, ListedUnit
from indexer.decree.words import fold
from indexer.read import TableRow
from indexer.read.markup import one_line
from search.catalogue import code_key
from search.types import Finding

_NUMBER = re.compile(r"(\d{1,4})\s*[.)]?")
_LONGEST_TITLE = 1_000  # characters; the longest known title has some two hundred


def parse_unit_list(rows: tuple[TableRow, ...], found: Found) -> tuple[ListedUnit, ...]:
    """Units in list order, each code once; a title goes on in the next row, a code without one is dropped."""
    units: list[ListedUnit] = []
    seen: dict[str, ListedUnit] = {}
    last_number = 0
    again = repeated = False  # whether a second list is being read, as in an appendix, and a row of the first again
    for row in _whole(rows):
        cells = [one_line(cell) for cell in row.cells]
        unit = _unit(cells, row)
        number = _number(cells[0])
        if unit is None:
            if cells[0] or not repeated:
                _continue_title(units, cells, row, found)
            continue
        _drop_untitled(units, seen, found)
        if number == 1 and last_number > 1:
            again = True
            found.append(Finding("list-repeated", "Another list of units begins; what the first has stays.", row.place))
        elif number and last_number and number != last_number + 1:
            found.append(Finding("list-gap", f"The unit list goes from no. {last_number} to no. {number}.", row.place))
        last_number = number or last_number
        key = code_key(unit.code)
        repeated = key in seen
        if repeated and again and fold(seen[key].title).startswith(fold(unit.title)):
            continue  # its title may go on in the next row, which is then left out as well
        if repeated:
            message = f"Unit {unit.code} stands twice in the unit list: '{seen[key].title}' and '{unit.title}'."
            found.append(Finding("duplicate-code", message, row.place))
            continue
        seen[key] = unit
        units.append(unit)
    _drop_untitled(units, seen, found)
    return tuple(units)


def _whole(rows: tuple[TableRow, ...]) -> list[TableRow]:
    """The rows, two of them one where a page break cut a code."""
    whole: list[TableRow] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above is not None and not row.cells[0] and len(above.cells) == len(row.cells):
            pairs = zip(above.cells, row.cells, strict=True)
            both = replace(above, cells=tuple(f"{over} {under}".strip() for over, under in pairs))
            if _unit(list(above.cells), above) is None and _unit(list(both.cells), both) is not None:
                whole[-1] = both
                continue
        whole.append(row)
    return whole


def _drop_untitled(units: list[ListedUnit], seen: dict[str, ListedUnit], found: Found) -> None:
    """Give up the last unit if no row gave it a title: a list cut mid-row may have cut its code as well."""
    if units and not units[-1].title:
        unit = units.pop()
        del seen[code_key(unit.code)]
        message = f"A row of the unit list has no title: '{unit.code}'."
        found.append(Finding("list-row-unread", message, unit.place))


def _unit(cells: list[str], row: TableRow) -> ListedUnit | None:
    for column, cell in enumerate(cells):
        code = whole_code(cell)
        if code:
            before = [other for other in cells[:column] if not _NUMBER.fullmatch(other)]
            title = " ".join(filter(None, cells[column + 1 :] or before))  # some lists set the code last
            return ListedUnit(code, title, row.place)
    return None


def _number(cell: str) -> int:
    found = _NUMBER.fullmatch(cell)
    return int(found.group(1)) if found else 0


def _continue_title(units: list[ListedUnit], cells: list[str], row: TableRow, found: Found) -> None:
    text = " ".join(cell for cell in cells if not _NUMBER.fullmatch(cell)).strip()
    if not text:  # the row `1 | 2 | 3` that numbers the columns
        return
    if cells[0] or not units:
        found.append(Finding("list-row-unread", f"A row of the unit list has no code: '{text}'.", row.place))
    elif len(units[-1].title) + len(text) > _LONGEST_TITLE:
        message = f"A row goes on with a title beyond {_LONGEST_TITLE:,} characters; it is left out."
        found.append(Finding("list-row-unread", message, row.place))
    else:
        units[-1] = replace(units[-1], title=f"{units[-1].title} {text}".strip())
