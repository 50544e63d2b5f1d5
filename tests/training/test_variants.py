"""An encoder cut shorter, made coarser and put beside another, in a world of four numbers."""

import numpy as np
import pytest

from training import variants
from training.teachers import UnitRows, unit

ROWS = unit(np.array([[3.0, 4, 0, 12], [1, 0, 2, 0]]))


def encode(texts: list[str]) -> UnitRows:
    return ROWS[: len(texts)]


def test_first_numbers_int8_and_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "NUMBERS", (2, 4))
    found = variants.variants({"a": encode, "b": encode})
    assert list(found) == [
        "a",
        "a: first 2",
        "a: rows in int8",
        "b",
        "b: first 2",
        "b: rows in int8",
        "a and b side by side",
    ]
    texts = ["x", "y"]
    np.testing.assert_allclose(found["a: first 2"](texts), [[0.6, 0.8], [1, 0]], atol=1e-6)
    assert 0 < np.abs(found["a: rows in int8"](texts) - ROWS).max() < 1 / 127
    np.testing.assert_allclose(found["a and b side by side"](texts), np.hstack([ROWS, ROWS]) / np.sqrt(2), atol=1e-6)


def test_a_remembering_encoder_is_asked_once() -> None:
    asked: list[list[str]] = []

    def ask(texts: list[str]) -> UnitRows:
        asked.append(texts)
        return encode(texts)

    ask_once = variants.remembered(ask)
    assert np.array_equal(ask_once(["x"]), ask_once(["x"]))
    assert asked == [["x"]]
