"""What was computed lately, by a hash of its text, within a bound."""

import hashlib
from collections import OrderedDict
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """The values asked for last; at most `most` of them, none for 0."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[bytes, T] = OrderedDict()

    def get(self, key: bytes) -> T | None:
        """The value of a key, which then counts as asked for last; None where there is none."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: bytes, value: T) -> None:
        """Keep a value, and let go of those not asked for the longest."""
        self._kept[key] = value
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


def key_of(text: str) -> bytes:
    """A text's hash: 128 bits, which no two texts of any batch share by chance."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
