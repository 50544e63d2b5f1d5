"""A JSON list of objects → rows, decoded one by one so that each knows its line."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.taxonomy.columns import NAMES, WANTED, fold
from indexer.taxonomy.rows import Found, Row, row_of
from search.errors import DecreeError
from search.types import Finding, Place

_BLANK = re.compile(r"[ \t\n\r]*")


def rows_of_json(text: str, name: str, found: Found) -> Iterator[Row]:
    """A row of every object; an item that is none is a finding. Raises `DecreeError` when the file is no list."""
    for line, item in _items(text, name):
        if isinstance(item, dict):
            yield _row(line, item)
        else:
            found.append(Finding("row-unread", "The item is no object.", Place("line", line)))


def _items(text: str, name: str) -> Iterator[tuple[int, object]]:
    decoder = json.JSONDecoder()
    at = _after_blank(text, 0)
    if text[at : at + 1] != "[":
        raise DecreeError(f"{name} is no JSON list of objects. {WANTED} as keys: [{{'code': …, 'title': …}}].")
    at, line, counted = _after_blank(text, at + 1), 1, 0
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise DecreeError(f"{name} line {line}: this is no JSON ({type(error).__name__}). Save it anew.") from None
        yield line, item
        at = _after_blank(text, at)
        if text[at : at + 1] not in (",", "]"):
            raise DecreeError(f"{name} line {line}: the list is not closed or lacks a comma after this item.")
        if text[at] == ",":
            at = _after_blank(text, at + 1)


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _row(line: int, item: Mapping[str, Any]) -> Row:
    folded: dict[str, list[str]] = {}
    for key, value in item.items():
        folded.setdefault(fold(key), _texts(value))
    return row_of(line, *([text for name in NAMES[part] for text in folded.get(name, ())] for part in NAMES))


def _texts(value: object) -> list[str]:
    """A text, a number, or a list of them, as texts; what is neither says nothing."""
    values = value if isinstance(value, list) else [value]
    return [str(one) for one in values if isinstance(one, str) or type(one) is int]
