"""What may be done with an encoder that is already there: fewer numbers, coarser ones, two encoders side by side."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from training.export import quantise
from training.teachers import Encode, UnitRows, unit

NUMBERS = (64, 128, 256, 384)


def variants(encoders: dict[str, Encode]) -> dict[str, Encode]:
    """Each encoder whole, by its first numbers alone and with its rows in int8; neighbours side by side."""
    found: dict[str, Encode] = {}
    for name, encode in encoders.items():
        found[name] = encode
        dim = encode([""]).shape[1]
        found |= {f"{name}: first {count}": _first(encode, count) for count in NUMBERS if count < dim}
        found[f"{name}: rows in int8"] = _int8(encode)
    for (one, left), (two, right) in pairwise(encoders.items()):
        found[f"{one} and {two} side by side"] = _beside(left, right)
    return found


def remembered(encode: Encode) -> Encode:
    """The encoder, asked once for each list of texts."""
    known: dict[tuple[str, ...], UnitRows] = {}

    def ask(texts: Sequence[str]) -> UnitRows:
        key = tuple(texts)
        if key not in known:
            known[key] = encode(list(texts))
        return known[key]

    return ask


def _first(encode: Encode, count: int) -> Encode:
    return lambda texts: unit(encode(texts)[:, :count])


def _int8(encode: Encode) -> Encode:
    def rows(texts: list[str]) -> UnitRows:
        steps, scale = quantise(encode(texts))
        return unit(steps * scale[:, None])

    return rows


def _beside(one: Encode, two: Encode) -> Encode:
    return lambda texts: unit(np.hstack([one(texts), two(texts)]))
