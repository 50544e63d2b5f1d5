"""JSONL: one object a line."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from search.batch.columns import Columns
from search.batch.read.source import Bytes
from search.batch.rows import NOT_UTF8, TOO_LONG, Row, bad_row, row_of
from search.errors import InputError

_LONGEST_LINE = 16 << 20  # bytes
_LOOKED_AT = 100  # lines whose keys are the columns
_NOT_JSON = "the line is not a JSON object"
_NO_STRING = "the text is not a string"


class JsonLinesSource:
    """A file with a JSON object in each line; blank lines are no rows."""

    def __init__(self, path: Path) -> None:
        self._bytes = Bytes(path)
        with self._bytes.open() as raw:
            found = [_object(line) for line in islice(_lines(raw), _LOOKED_AT)]
        self.names = tuple(dict.fromkeys(key for one in found if isinstance(one, dict) for key in one))
        if not self.names:
            raise InputError(f"{path.name} has no JSON object in its first lines. Give one object a line.")

    def rows(self, columns: Columns) -> Iterator[tuple[Row, float]]:
        """Yield the rows; a line that is no object is a row with a fault."""
        with self._bytes.open() as raw:
            for number, line in enumerate(_lines(raw), start=1):
                yield _row(number, _object(line), columns), self._bytes.share


def _row(number: int, found: dict[str, Any] | str, columns: Columns) -> Row:
    if isinstance(found, str):
        return bad_row(number, found)
    id_, title, text = (found.get(name) if name else None for name in (columns.id, columns.title, columns.text))
    if not isinstance(text, str | None):
        return bad_row(number, _NO_STRING, _cell(id_))
    return row_of(number, _cell(id_), _cell(title), text or "")


def _cell(value: object) -> str:
    """An id or a title as text; numbers as they are printed, anything nested as nothing."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _object(line: bytes | None) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with it."""
    if line is None:
        return TOO_LONG
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return NOT_UTF8
    except (ValueError, RecursionError):
        return _NOT_JSON
    return found if isinstance(found, dict) else _NOT_JSON


def _lines(raw: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines that are not blank, and None for one that is too long to be held."""
    while line := raw.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := raw.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        elif line.strip():
            yield line
