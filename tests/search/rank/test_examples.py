"""The arm of examples: chances as the normal distributions say, sums to one, the same in any block."""

import numpy as np
import pytest

from search.rank import ExampleRanker, joined
from search.store import Taught

DIM, CLASSES = 3, 4
RNG = np.random.default_rng(7)


def planes(middles: np.ndarray, scatter: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    weights = np.linalg.solve(scatter, middles.T).T
    return weights.astype(np.float32), -0.5 * np.einsum("ij,ij->i", weights, middles)


def densities(rows: np.ndarray, middles: np.ndarray, scatter: np.ndarray) -> np.ndarray:
    """[n, n_classes] densities of normal distributions of one scatter, up to what all share."""
    apart = rows[:, None] - middles
    return np.exp(-0.5 * np.einsum("nki,ij,nkj->nk", apart, np.linalg.inv(scatter), apart))


@pytest.fixture
def taught() -> tuple[Taught, np.ndarray, np.ndarray, np.ndarray]:
    """Two units of four; of the second three criteria are taught, of the first one."""
    scatter = np.eye(DIM) * 0.3 + 0.1
    units, criteria = RNG.normal(size=(3, DIM)), RNG.normal(size=(4 + 2 + 2 + 1, DIM))
    found = Taught(
        "0",
        *planes(units, scatter),
        np.array([1, 3]),
        *planes(criteria, scatter),
        np.array([4, 8, 9, 10]),
        np.array([0, 1]),
    )
    return found, units, criteria, scatter


def test_a_unit_is_as_likely_as_its_density_among_all(
    taught: tuple[Taught, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    found, units, _, scatter = taught
    rows = RNG.normal(size=(5, DIM)).astype(np.float32)
    chances = ExampleRanker(found, 4).units(rows)
    likely = densities(rows, units, scatter)
    expected = likely[:, :2] / likely.sum(axis=1, keepdims=True)  # the last class is none of them
    np.testing.assert_allclose(chances[:, [1, 3]], expected, atol=2e-4)
    assert chances[:, [0, 2]].max() == 0  # units without examples


def test_a_criterion_is_weighed_against_its_unit_the_others_near_misses_and_nothing(
    taught: tuple[Taught, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    found, _, criteria, scatter = taught
    rows = RNG.normal(size=(5, DIM)).astype(np.float32)
    likely = densities(rows, criteria, scatter)
    own, other, miss, none = [1, 2, 3], 4, 7, 8  # of the second unit; 5 and 6 are itself and the first one's misses
    rivals = likely[:, [*own, other, miss, none]].sum(axis=1, keepdims=True)
    chances = ExampleRanker(found, 4).criteria(rows)
    np.testing.assert_allclose(chances[:, own], likely[:, own] / rivals, atol=2e-4)
    first = likely[:, :1] / likely[:, [0, 5, 6, 8]].sum(axis=1, keepdims=True)
    np.testing.assert_allclose(chances[:, :1], first, atol=2e-4)


def test_the_block_does_not_matter(taught: tuple[Taught, np.ndarray, np.ndarray, np.ndarray]) -> None:
    ranker, rows = ExampleRanker(taught[0], 4), RNG.normal(size=(60, DIM)).astype(np.float32)
    for ask in (ranker.units, ranker.criteria):
        alone = np.concatenate([ask(rows[at : at + 1]) for at in range(len(rows))])
        assert ask(rows).tobytes() == alone.tobytes()
        assert ask(rows[:0]).shape == (0, 4)


def test_far_rows_give_numbers() -> None:
    far = Taught("0", np.full((2, 1), 500, np.float32), np.array([0.0, -1e4]), np.array([0]),
                 np.zeros((1, 1), np.float32), np.zeros(1), np.zeros(0, np.int64), np.zeros(0, np.int64))  # fmt: skip
    ranker = ExampleRanker(far, 1)
    assert ranker.units(np.ones((1, 1), np.float32)).tolist() == [[1.0]]
    assert ranker.criteria(np.ones((1, 1), np.float32)).shape == (1, 0)


def test_rows_side_by_side_multiply_by_their_shares() -> None:
    one, two = RNG.normal(size=(2, 3)).astype(np.float32), RNG.normal(size=(2, 2)).astype(np.float32)
    rows = joined([one, two], "deep")
    np.testing.assert_allclose(rows @ rows.T, 0.4 * one @ one.T + 0.6 * two @ two.T, rtol=1e-5)
    assert joined([one], "fast").tolist() == one.tolist()


def test_what_was_taught_survives_the_disk(taught: tuple[Taught, np.ndarray, np.ndarray, np.ndarray]) -> None:
    again = Taught.from_bytes(taught[0].to_bytes(), "0")
    for name in Taught.__slots__:
        np.testing.assert_array_equal(getattr(again, name), getattr(taught[0], name))
