"""A measure kept as parts per text, so that resampled and swapped texts are measured without asking a system again.

Every kind answers `of(weights)`: given how often each text counts [m, n_texts], the m values of the measure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
SAMPLES = 2_000
SEED = 20220818  # the day the decree was signed; any fixed number would do


class Measured(Protocol):
    """A measure of one system on the texts of a set."""

    def of(self, weights: Numbers) -> Numbers:
        """Weights [m, n_texts] → values [m]; NaN where nothing is left to measure."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Sums over texts, divided: a mean (denominator 1 a text), or F1 of counts."""

    above: Numbers  # [n_texts]
    below: Numbers  # [n_texts]

    def of(self, weights: Numbers) -> Numbers:
        """The ratio of the weighted sums."""
        return divided(weights @ self.above, weights @ self.below)


@dataclass(frozen=True, slots=True)
class Auc:
    """ROC-AUC over the items of all texts: how often one with the label outscores one without, ties half."""

    wins: Numbers  # [n_texts, n_texts]: of the labelled items of one text over the others of another
    labelled: Numbers  # [n_texts]
    others: Numbers  # [n_texts]

    def of(self, weights: Numbers) -> Numbers:
        """Wins per pair."""
        won = np.einsum("mi,ij,mj->m", weights, self.wins, weights, optimize=True)
        return divided(won, (weights @ self.labelled) * (weights @ self.others))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Expected calibration error: how far the share that is true lies from the score, over bins of scores."""

    counts: Numbers  # [n_texts, n_bins]
    said: Numbers  # sums of scores
    found: Numbers  # sums of labels

    def of(self, weights: Numbers) -> Numbers:
        """Mean gap over bins, weighed by their items."""
        gaps: Numbers = np.abs(weights @ self.said - weights @ self.found).sum(axis=1)
        return divided(gaps, (weights @ self.counts).sum(axis=1))


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


def figure(measured: Measured, mask: NDArray[np.bool_]) -> Figure | None:
    """The measure over the texts of a group; None where the group has nothing to measure."""
    value = measured.of(mask[None].astype(np.float64))[0]
    if np.isnan(value):
        return None
    low, high = np.nanquantile(measured.of(draws(mask)), [0.025, 0.975])
    return Figure(round(float(value), 4), round(float(low), 4), round(float(high), 4))


def draws(mask: NDArray[np.bool_]) -> Numbers:
    """How often each text is drawn when as many texts as the group has are drawn with replacement [SAMPLES, n]."""
    counts = np.zeros((SAMPLES, len(mask)))
    size = int(mask.sum())
    counts[:, mask] = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), SAMPLES)
    return counts


def mean(values: Sequence[float] | Numbers) -> Ratio:
    """The mean of one value a text; a text of NaN does not count."""
    array = np.asarray(values, dtype=np.float64)
    there = ~np.isnan(array)
    return Ratio(np.where(there, array, 0.0), there.astype(np.float64))


def auc(scores: Sequence[Numbers], labels: Sequence[NDArray[np.bool_]]) -> Auc:
    """Scores and labels of each text's items."""
    with_label = [score[label] for score, label in zip(scores, labels, strict=True)]
    without = [score[~label] for score, label in zip(scores, labels, strict=True)]
    wins = np.array([[_wins(ours, theirs) for theirs in without] for ours in with_label])
    return Auc(wins, *(np.array([len(part) for part in parts], dtype=np.float64) for parts in (with_label, without)))


def calibration(scores: Sequence[Numbers], labels: Sequence[NDArray[np.bool_]], bins: int = 10) -> Calibration:
    """Scores in [0, 1] and labels of each text's items, in bins of equal width."""
    counts, said, found = (np.zeros((len(scores), bins)) for _ in range(3))
    for row, (score, label) in enumerate(zip(scores, labels, strict=True)):
        places = np.minimum((score * bins).astype(np.int64), bins - 1)
        np.add.at(counts[row], places, 1.0)
        np.add.at(said[row], places, score)
        np.add.at(found[row], places, label)
    return Calibration(counts, said, found)


def _wins(ours: Numbers, theirs: Numbers) -> float:
    ordered = np.sort(theirs)
    below = np.searchsorted(ordered, ours, "left")
    upto = np.searchsorted(ordered, ours, "right")
    return float((below + upto).sum() / 2)


def divided(above: Numbers, below: Numbers) -> Numbers:
    """Quotients, NaN where there is nothing to divide by."""
    shares: Numbers = np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)
    return shares
