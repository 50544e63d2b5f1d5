"""Thresholds stand on what sentences of unrelated work reach by chance."""

from types import SimpleNamespace

import numpy as np
import pytest

from search.match import Levels, levels_of, measure_chance
from search.rank import Scorer, TextScores
from search.store import Chance
from search.types import CriterionState, Field, Passage


class Fixed:
    """A scorer of a title and an alias; the title's scores are given, and what an alias or an example adds to them."""

    is_taught = False

    def __init__(self, best: list[float], alias: float | None = None) -> None:
        self.best, self.alias = best, alias
        fields = [Field.TITLE] if alias is None else [Field.TITLE, Field.ALIAS]
        self.index = SimpleNamespace(passages=[Passage("A.1", field, "", "") for field in fields], unit_codes=("A.1",))

    def per_unit(self, scores: TextScores) -> tuple[np.ndarray, np.ndarray]:
        best = scores.passages.max(axis=1, keepdims=True)
        return best + scores.units, scores.passages.argmax(axis=1)[:, None]

    def scores(self, texts: list[str]) -> TextScores:
        rows = [[self.best[int(text)], self.best[int(text)] + (self.alias or 0.0)] for text in texts]
        passages = np.array(rows, np.float32).reshape(-1, 2)[:, : len(self.index.passages)]
        examples = np.full((len(texts), 1), 0.05 if self.is_taught else 0.0, np.float32)
        return TextScores(passages, examples, passages[:, :0])


def test_chance_is_the_median_and_its_robust_spread() -> None:
    scorer: Scorer = Fixed([0.1, 0.2, 0.3, 0.4, 0.9])  # type: ignore[assignment]
    found = measure_chance(scorer, ["0", "1", "2", "3", "4"])
    assert (found.chance, found.of_decree) == (
        Chance(0.3, 0.1483),
        None,
    )  # the outlier that fits the catalogue moves neither


def test_chance_of_the_decree_does_not_know_its_labels() -> None:
    scorer: Scorer = Fixed([0.1, 0.2, 0.3, 0.4, 0.9], alias=0.05)  # type: ignore[assignment]
    found = measure_chance(scorer, ["0", "1", "2", "3", "4"])
    assert (found.chance, found.of_decree) == (Chance(0.35, 0.1483), Chance(0.3, 0.1483))


def test_where_examples_have_a_say_chance_is_that_of_units() -> None:
    fixed = Fixed([0.1, 0.2, 0.3, 0.4, 0.9])
    fixed.is_taught = True
    scorer: Scorer = fixed  # type: ignore[assignment]
    found = measure_chance(scorer, ["0", "1", "2", "3", "4"])
    assert (found.chance, found.of_decree) == (Chance(0.35, 0.1483), Chance(0.3, 0.1483))


def test_the_usual_score_of_a_unit_is_its_mean() -> None:
    scorer: Scorer = Fixed([0.1, 0.2, 0.3, 0.4, 0.9], alias=0.05)  # type: ignore[assignment]
    assert measure_chance(scorer, ["0", "1", "2", "3", "4"]).usual.tolist() == pytest.approx([0.43])
    assert measure_chance(scorer, []).usual.tolist() == [0.0]


@pytest.mark.parametrize("best", [[], [0.0, 0.0, 0.0]])
def test_a_silent_background_does_not_make_everything_meaningful(best: list[float]) -> None:
    scorer: Scorer = Fixed(best)  # type: ignore[assignment]
    found = measure_chance(scorer, [str(n) for n in range(len(best))])
    assert (found.chance, found.of_decree) == (Chance(0.17, 0.05), None)


def test_levels_are_spreads_above_chance() -> None:
    levels = levels_of(Chance(0.2, 0.1))
    assert levels == Levels(weak=0.35, evidenced=0.5)
    assert [levels.state(score) for score in (0.34, 0.35, 0.49, 0.5)] == [
        CriterionState.NOT_EVIDENCED,
        CriterionState.WEAK,
        CriterionState.WEAK,
        CriterionState.EVIDENCED,
    ]
