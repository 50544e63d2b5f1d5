"""Numbers fitted elsewhere make probabilities of features, and states of probabilities."""

import json

import numpy as np
import pytest

from search.match.calibration import FILE, Calibration, Logistic, calibration, key
from search.types import DEPTHS, CriterionState, Depth

NONE = Logistic((0.0,), 0.0)


def test_a_logistic_regression() -> None:
    found = Logistic((2.0, -1.0), 0.5).probabilities(np.array([[0.0, 0.5], [1.0, 0.0]]))
    assert found.tolist() == [0.5, round(1 / (1 + np.exp(-2.5)), 4)]


@pytest.mark.parametrize(
    ("probability", "state"),
    [
        (0.3999, CriterionState.NOT_EVIDENCED),
        (0.4, CriterionState.WEAK),
        (0.5999, CriterionState.WEAK),
        (0.6, CriterionState.EVIDENCED),
    ],
)
def test_even_odds_are_weak(probability: float, state: CriterionState) -> None:
    assert Calibration(NONE, NONE, NONE).state(probability) is state


@pytest.mark.parametrize("taught", [False, True])
@pytest.mark.parametrize("depth", DEPTHS)
def test_the_numbers_that_come_with_this_version(depth: Depth, taught: bool) -> None:
    kept, found = json.loads(FILE.read_text("utf-8"))[key(depth, taught)], calibration(depth, taught)
    assert found.unit == Logistic(tuple(kept["unit"]["weights"]), kept["unit"]["bias"])
    counts = [len(part.weights) for part in (found.text, found.unit, found.criterion)]
    assert counts == ([3, 4, 2] if taught else [2, 3, 2])
    assert found.unit.weights[0] > 0  # within a text confidence follows the ranking
