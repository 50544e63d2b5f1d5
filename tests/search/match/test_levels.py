"""Thresholds stand on what sentences of unrelated work reach by chance."""

import numpy as np
import pytest

from search.match import Levels, levels_of, measure_chance
from search.rank import Scorer
from search.store import Chance
from search.types import CriterionState


class Fixed:
    """A scorer whose best scores are given."""

    def __init__(self, best: list[float]) -> None:
        self.best = best

    def scores(self, texts: list[str]) -> np.ndarray:
        return np.array([[0.0, self.best[int(text)]] for text in texts], np.float32)


def test_chance_is_the_median_and_its_robust_spread() -> None:
    scorer: Scorer = Fixed([0.1, 0.2, 0.3, 0.4, 0.9])  # type: ignore[assignment]
    chance = measure_chance(scorer, ["0", "1", "2", "3", "4"])
    assert chance == Chance(0.3, 0.1483)  # the outlier that fits the catalogue moves neither


@pytest.mark.parametrize("best", [[], [0.0, 0.0, 0.0]])
def test_a_silent_background_does_not_make_everything_meaningful(best: list[float]) -> None:
    assert measure_chance(Fixed(best), [str(n) for n in range(len(best))]) == Chance(0.1, 0.05)  # type: ignore[arg-type]


def test_levels_are_spreads_above_chance() -> None:
    levels = levels_of(Chance(0.2, 0.1))
    assert levels == Levels(weak=0.35, about=0.4, likely=0.45, evidenced=0.5)
    assert [levels.state(score) for score in (0.34, 0.35, 0.49, 0.5)] == [
        CriterionState.NOT_EVIDENCED,
        CriterionState.WEAK,
        CriterionState.WEAK,
        CriterionState.EVIDENCED,
    ]


def test_belief_is_one_half_at_likely_and_never_falls() -> None:
    levels = levels_of(Chance(0.2, 0.1))
    assert levels.beliefs(np.float32(0.45)) == pytest.approx(0.5, abs=1e-6)
    assert float(levels.beliefs(np.float64(0.65))) == pytest.approx(1 / (1 + np.exp(-2.4)), abs=1e-4)
    beliefs = levels.beliefs(np.linspace(0, 1, 101)).tolist()
    assert beliefs == sorted(beliefs)
    assert 0 <= beliefs[0] < beliefs[-1] <= 1
