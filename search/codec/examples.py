"""Files of worked examples ⇄ dicts, as an index remembers them."""

from collections.abc import Mapping
from typing import Any

from search.codec.values import value
from search.errors import InputError
from search.types import Example, ExampleFile

_CELLS = (str, str, bool, str, int)


def example_file_to_dict(file: ExampleFile) -> dict[str, Any]:
    """A file of examples with everything it says, each example a short list: there are thousands."""
    rows = [[one.unit, one.no, one.shows, one.text, one.line] for one in file.examples]
    return {"source": file.source, "digest": file.digest, "bundled": file.bundled, "examples": rows}


def example_file_from_dict(data: Mapping[str, Any]) -> ExampleFile:
    """Inverse of `example_file_to_dict`; raises `InputError` naming the key that is missing or of another type."""
    return ExampleFile(
        source=value(data, "source", str),
        digest=value(data, "digest", str),
        examples=tuple(map(_example, value(data, "examples", list))),
        bundled=value(data, "bundled", bool),
    )


def _example(cells: Any) -> Example:
    if not isinstance(cells, list) or tuple(map(type, cells)) != _CELLS:
        raise InputError("Catalogue JSON: an example is of another shape. Build the index anew: padan index")
    return Example(*cells)
