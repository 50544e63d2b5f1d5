"""Records → cells of a spreadsheet: the three quotations side by side, states of criteria in words."""

from collections.abc import Sequence

from search.batch.records import Record
from search.batch.write.writer import Shape

_HEAD = ("row", "id", "kind", "language", "confident", "rank", "code", "title", "score", "confidence", "revoked_by")
_QUOTES = 3
Cell = str | int | float | bool | None


def header(shape: Shape) -> list[str]:
    """The names of the columns."""
    gaps = ["state", "criteria"] if shape.gaps else []
    return [*_HEAD, *gaps, *(f"{name}_{n}" for n in range(1, _QUOTES + 1) for name in ("evidence", "meets"))]


def cells(record: Record, shape: Shape) -> list[Cell]:
    """The cells of one record, in the order of `header`."""
    gaps = [record["state"], _states(record["criteria"] or [])] if shape.gaps else []
    quotes = [cell for part in record["evidence"][:_QUOTES] for cell in (part["text"], _meets(part))]
    return [*(record[name] for name in _HEAD), *gaps, *quotes, *[None] * (2 * _QUOTES - len(quotes))]


def _meets(part: Record) -> str:
    """What a quotation meets in the standard: `criterion 2.4: Keluhan pelanggan dicatat.`"""
    name = f"{part['field']} {part['no']}".strip()
    return f"{name}: {part['field_text']}"


def _states(criteria: Sequence[Record]) -> str:
    """`1.1 evidenced; 1.2 weak; 1.3 not_evidenced`."""
    return "; ".join(f"{one['no']} {one['state']}" for one in criteria)
