"""Two systems on the same texts: could the difference be luck? A paired randomisation test.

If neither system were better, each text's two results might as well be swapped. The p-value is the share of swappings
whose difference is at least as large as the one measured: of all of them where texts are few, else of ten thousand.
"""

from dataclasses import dataclass

import numpy as np

from eval.figures import SEED, Numbers, Ratio, divided

SWAPPINGS = 10_000
_ROUNDING = 1e-9  # equal differences must count as equal


@dataclass(frozen=True, slots=True)
class Pair:
    """How far the first system is ahead of the second in a measure, and the two-sided p-value of that."""

    set: str
    measure: str
    first: str
    second: str
    difference: float
    p: float


def swappings(texts: int) -> Numbers:
    """Which texts are swapped [m, n_texts]: every way there is when that is not more, else SWAPPINGS ways at random."""
    if 2**texts <= SWAPPINGS:
        return ((np.arange(2**texts)[:, None] >> np.arange(texts)) & 1).astype(np.float64)
    return np.random.default_rng(SEED).integers(0, 2, (SWAPPINGS, texts)).astype(np.float64)


def randomisation(first: Ratio, second: Ratio, swaps: Numbers) -> tuple[float, float]:
    """The difference of two systems and its p-value; a random sample counts the pairing as it is among the swaps."""
    measured = float(_difference(first, second, np.zeros((1, swaps.shape[1])))[0])
    at_least = ~(np.abs(_difference(first, second, swaps)) < abs(measured) - _ROUNDING)  # also where it is undefined
    exact = len(swaps) == 2 ** swaps.shape[1]
    share = at_least.mean() if exact else (at_least.sum() + 1) / (len(swaps) + 1)
    return measured, float(share)


def _difference(first: Ratio, second: Ratio, swaps: Numbers) -> Numbers:
    above = swaps @ (second.above - first.above)
    below = swaps @ (second.below - first.below)
    ours = divided(first.above.sum() + above, first.below.sum() + below)
    theirs = divided(second.above.sum() - above, second.below.sum() - below)
    return np.asarray(ours - theirs)
