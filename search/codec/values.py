"""Values out of JSON, each of the type it must have."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from search.errors import InputError

T = TypeVar("T")


def value(data: Mapping[str, Any], key: str, kind: type[T]) -> T:
    """The value of a key; raises `InputError` naming the key that is missing or of another type."""
    found = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(found, kind):
        what = "missing" if found is None else f"of type {type(found).__name__}"
        raise InputError(f"Catalogue JSON: '{key}' is {what}. Build the index anew: padan index")
    return found


def strings(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The value of a key that holds a list of texts."""
    found = value(data, key, list)
    for item in found:
        if not isinstance(item, str):
            value({key: item}, key, str)
    return tuple(found)


def each(data: Mapping[str, Any], key: str, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    """The value of a key that holds a list, each item of it read."""
    return tuple(read(item) for item in value(data, key, list))
