"""Files of alternative labels ⇄ dicts, as an index remembers them."""

from collections.abc import Mapping
from typing import Any

from search.codec.values import each, strings, value
from search.types import LabelFile, UnitLabels


def label_file_to_dict(file: LabelFile) -> dict[str, Any]:
    """A file of labels with everything it says."""
    return {
        "source": file.source,
        "digest": file.digest,
        "bundled": file.bundled,
        "units": [{"code": unit.code, "labels": list(unit.labels), "line": unit.line} for unit in file.units],
    }


def label_file_from_dict(data: Mapping[str, Any]) -> LabelFile:
    """Inverse of `label_file_to_dict`; raises `InputError` naming the key that is missing or of another type."""
    return LabelFile(
        source=value(data, "source", str),
        digest=value(data, "digest", str),
        bundled=value(data, "bundled", bool),
        units=each(data, "units", _unit_from_dict),
    )


def _unit_from_dict(data: Mapping[str, Any]) -> UnitLabels:
    return UnitLabels(value(data, "code", str), strings(data, "labels"), value(data, "line", int))
