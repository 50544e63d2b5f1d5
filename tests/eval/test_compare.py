"""The randomisation test against every swapping written out."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.compare import SWAPPINGS, randomisation, swappings
from eval.figures import Ratio, mean

SHARES = st.integers(0, 4).map(lambda part: part / 4)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=7))
def test_few_texts_are_swapped_in_every_way(values: list[tuple[float, float]]) -> None:
    first, second = (mean([pair[side] for pair in values]) for side in (0, 1))
    gaps = [one - two for one, two in values]
    measured = sum(gaps) / len(gaps)
    swapped = [sum(s * gap for s, gap in zip(signs, gaps, strict=True)) / len(gaps)
               for signs in product((1, -1), repeat=len(gaps))]  # fmt: skip
    expected = sum(abs(one) >= abs(measured) - 1e-9 for one in swapped) / len(swapped)
    assert randomisation(first, second, swappings(len(values))) == pytest.approx((measured, expected))


def test_five_texts_always_better_are_still_luck_once_in_sixteen() -> None:
    assert randomisation(mean([1.0] * 5), mean([0.0] * 5), swappings(5)) == (1.0, 2 / 32)


def test_many_texts_are_swapped_at_random_and_p_is_never_zero() -> None:
    swaps = swappings(40)
    assert swaps.shape == (SWAPPINGS, 40)
    assert randomisation(mean([1.0] * 40), mean([0.0] * 40), swaps) == (1.0, 1 / (SWAPPINGS + 1))
    assert randomisation(mean([0.5] * 40), mean([0.5] * 40), swaps) == (0.0, 1.0)


def test_nothing_to_measure_is_no_difference() -> None:
    difference, p = randomisation(mean([np.nan, np.nan]), mean([np.nan, np.nan]), swappings(2))
    assert np.isnan(difference)
    assert p == 1.0


def test_counts_of_f1_are_swapped_together() -> None:
    first = Ratio(np.array([2.0, 0.0]), np.array([2.0, 3.0]))
    second = Ratio(np.array([0.0, 2.0]), np.array([1.0, 2.0]))
    # as measured 2/5 - 2/3; the first text swapped 0/4 - 4/4; the other two are these with the sign turned
    assert randomisation(first, second, swappings(2)) == pytest.approx((2 / 5 - 2 / 3, 1.0))
