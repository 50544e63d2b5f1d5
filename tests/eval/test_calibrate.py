"""Fitting probabilities: the regression itself, folds by text, and that the numbers kept are those fitted."""

import json
from pathlib import Path

import numpy as np
import pytest

from eval import calibrate
from eval.calibrate import Lesson, fit, held_out, main
from search.encode import DEEP, has_encoder
from search.match.calibration import FILE, key
from search.types import DEPTHS


def lesson(features: list[float], labels: list[float], texts: list[int]) -> Lesson:
    count = len(labels)
    return Lesson("test", np.array(features)[:, None], np.array(labels), np.array(texts), np.ones(count), count)


def test_the_odds_of_a_two_by_two_table_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrate, "_RIDGE", 0.0)
    found = fit(lesson([0.0] * 4 + [1.0] * 4, [1, 0, 0, 0, 1, 1, 1, 0], list(range(8))))
    assert found.bias == pytest.approx(np.log(1 / 3), abs=1e-4)
    assert found.weights == pytest.approx((2 * np.log(3),), abs=1e-4)


def test_no_text_is_judged_by_what_it_taught() -> None:
    asked = lesson([0.0, 1.0, 0.0, 1.0, 0.0, 1.0], [0, 1, 0, 1, 1, 0], [0, 0, 1, 1, 2, 2])
    of_two = fit(asked, asked.texts != 2).probabilities(asked.features[4:])
    assert held_out(asked)[4:].tolist() == of_two.tolist()


def test_the_numbers_kept_are_those_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = json.loads(FILE.read_text("utf-8"))
    monkeypatch.setattr(calibrate, "FILE", tmp_path / "kept.json")
    calibrate.FILE.write_text("{}", "utf-8")
    main(["--dry-run"])
    assert calibrate.FILE.read_text("utf-8") == "{}"
    main([])
    fitted = json.loads(calibrate.FILE.read_text("utf-8"))
    depths = DEPTHS if has_encoder(DEEP) else DEPTHS[:1]  # without the deep encoder its numbers stay as they are
    assert fitted.keys() == {key(depth, taught) for depth in depths for taught in (False, True)}
    for depth, parts in fitted.items():
        assert parts == {
            name: {key: pytest.approx(value, abs=2e-3) for key, value in kept[depth][name].items()} for name in parts
        }
