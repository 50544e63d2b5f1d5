"""Measures kept as parts against what numpy says of the whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.figures import Ratio, auc, calibration, draws, figure, mean

Items = list[tuple[float, bool]]
ITEMS = st.lists(
    st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 0.9, 1.0]), st.booleans()), max_size=5), min_size=1
)


def once(texts: int) -> np.ndarray:
    return np.ones((1, texts))


def halves(texts: list[Items]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    scores = [np.array([score for score, _ in items], dtype=float) for items in texts]
    return scores, [np.array([label for _, label in items], dtype=bool) for items in texts]


@given(ITEMS)
def test_auc_is_the_share_of_pairs_won(texts: list[Items]) -> None:
    all_items = [item for items in texts for item in items]
    ours = [score for score, label in all_items if label]
    theirs = [score for score, label in all_items if not label]
    won = [1.0 if one > two else 0.5 if one == two else 0.0 for one in ours for two in theirs]
    found = auc(*halves(texts)).of(once(len(texts)))[0]
    assert np.isnan(found) if not won else found == pytest.approx(sum(won) / len(won))


@given(ITEMS)
def test_a_text_drawn_twice_counts_as_two(texts: list[Items]) -> None:
    weights = np.ones((1, len(texts)))
    weights[0, 0] = 2
    for measure in (auc, calibration):
        twice = measure(*halves([texts[0], *texts])).of(once(len(texts) + 1))
        np.testing.assert_allclose(measure(*halves(texts)).of(weights), twice)


def test_calibration_error_is_the_gap_weighed_by_items() -> None:
    scores = [np.array([0.95, 0.05, 1.0]), np.array([0.05])]
    labels = [np.array([True, False, False]), np.array([True])]
    # bin 0.9–1.0: said 1.95, true 1; bin 0.0–0.1: said 0.1, true 1; four items
    assert calibration(scores, labels).of(once(2))[0] == pytest.approx((0.95 + 0.9) / 4)


def test_a_mean_leaves_out_what_is_not_there() -> None:
    assert mean([1.0, np.nan, 0.0]).of(once(3))[0] == 0.5
    assert figure(mean([np.nan, 1.0]), np.array([True, False])) is None


def test_an_interval_is_that_of_texts_drawn_anew() -> None:
    parts = Ratio(np.array([2.0, 0.0, 1.0]), np.array([2.0, 1.0, 1.0]))
    group = np.array([True, True, False])
    found = figure(parts, group)
    assert found is not None
    assert found.mean == round(2 / 3, 4)
    assert (found.low, found.high) == (0.0, 1.0)  # the first text twice, the second twice: both in a quarter of draws
    assert figure(parts, group) == found
    counts = draws(group)
    assert (counts.sum(axis=1) == 2).all()
    assert not counts[:, 2].any()
