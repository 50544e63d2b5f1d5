"""Features → probabilities, as labelled adverts and CVs taught; `python -m eval.calibrate` writes the numbers."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.types import CriterionState, Depth

FILE = Path(__file__).with_name("calibration.json")
_WEAK, _EVIDENCED = 0.4, 0.6  # probabilities from which a criterion is in these states: even odds are a doubt
Features = NDArray[np.float64]  # [n, n_features]
Probabilities = NDArray[np.float64]  # [n], in [0, 1]


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression (Platt scaling where it has one feature)."""

    weights: tuple[float, ...]
    bias: float

    def probabilities(self, features: Features) -> Probabilities:
        """[n, n_features] → [n] in [0, 1], rounded once, here."""
        odds = features @ np.array(self.weights) + self.bias
        return np.asarray(np.round(1 / (1 + np.exp(-odds)), 4))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns the scores of a text into probabilities, and those of criteria into states."""

    text: Logistic  # anything in the catalogue fits it
    unit: Logistic  # it asks for or shows a unit
    criterion: Logistic  # it evidences a criterion

    def state(self, probability: float) -> CriterionState:
        """Name the state of a criterion that is evidenced with this probability."""
        if probability >= _EVIDENCED:
            return CriterionState.EVIDENCED
        return CriterionState.WEAK if probability >= _WEAK else CriterionState.NOT_EVIDENCED


def key(depth: Depth, taught: bool) -> str:
    """The name of a set of numbers in the file."""
    return f"{depth}-taught" if taught else depth


@cache
def calibration(depth: Depth, taught: bool) -> Calibration:
    """The numbers that come with this version, for texts read at this depth, with or without worked examples."""
    kept = json.loads(FILE.read_text("utf-8"))[key(depth, taught)]
    parts = {name: Logistic(tuple(kept[name]["weights"]), kept[name]["bias"]) for name in ("text", "unit", "criterion")}
    return Calibration(**parts)
