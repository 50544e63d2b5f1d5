"""How well a text fits each unit, and anything at all: totals, and the features that make probabilities of them."""

import numpy as np
from numpy.typing import NDArray

from search.match.calibration import Features
from search.match.read import ReadText
from search.store import Chance
from search.types import Rows, Scores

Numbers = NDArray[np.float64]
_FADING = 0.85  # what the next best statement counts of the one before: one alone may be an accident
_WHOLE = 4  # words; a statement of fewer says as much less
_USUAL = 0.9  # of what is usual in a unit: what of it says nothing
_VOTE = 0.15  # what the unit counts that its statements are nearest to
_RIVALS, _SHARPNESS, _VOTES = 50, 0.08, 3  # nearest units a vote is divided among; how sharply; votes that count
_NEAREST = 5  # units whose mean tells whether the text has to do with the catalogue at all,
_TENTH = 10  # but no more than a tenth of a small one
_ENOUGH = 4  # statements from which one may be left out
_DOUBT, _SUREST = 0.01, 0.999  # chances beyond which the examples' word counts no more


def unit_totals(read: ReadText) -> Scores:
    """[n_units] in [0, 1]: what the statements say of each unit beyond the usual, the best of them first, and votes.

    Unrelated work reaches more in a unit of many or of general passages; the mean of that over units is put back, so
    that totals compare with scores. Of neighbours that are all near, votes tell the one that is meant.
    """
    return _totals(read, np.arange(len(read.proofs)))


def _totals(read: ReadText, rows: Rows) -> Scores:
    """The totals of some statements."""
    if not len(rows):
        return np.zeros(read.unit_scores.shape[1], dtype=np.float32)
    words = np.array([len(read.proofs[row].text.split()) for row in rows], dtype=np.float64)
    whole = np.minimum(1.0, words / _WHOLE)[:, None]
    beyond = (read.unit_scores[rows] - _USUAL * read.usual).astype(np.float64)
    shares = _FADING ** np.arange(len(words))
    said = shares @ -np.sort(-beyond * whole, axis=0) / shares.sum()
    voted = np.sort(_votes(beyond) * whole, axis=0)[-_VOTES:].mean(axis=0)
    sum_of_both = said + _VOTE * voted + _USUAL * read.usual.mean()
    totals: Scores = np.round(np.clip(sum_of_both, 0.0, 1.0), 4).astype(np.float32)
    return totals


def _votes(beyond: Numbers) -> Numbers:
    """[n_statements, n_units] → each statement divided among the units it is nearest to, 0 for an even share."""
    units = beyond.shape[1]
    rivals = min(_RIVALS, units)
    shares = np.exp((beyond - beyond.max(axis=1, keepdims=True)) / _SHARPNESS)
    shares /= np.partition(shares, units - rivals, axis=1)[:, units - rivals :].sum(axis=1, keepdims=True)
    votes: Numbers = np.maximum(shares - 1 / rivals, 0.0)
    return votes


def text_features(read: ReadText, taught: bool) -> Features:
    """[1, 2]: how far above chance the nearest units without examples are, and how little text there is to tell it.

    Of the units with examples [1, 3]: last the chance that a statement is of any of them, on average, as a logarithm.
    The one statement that is nearest to anything is left out: a "network engineer" is near to business networking, and
    nothing else of the advert is.
    """
    units, rows = np.flatnonzero(read.taught == taught), np.arange(len(read.proofs))
    enough = len(rows) >= _ENOUGH
    kept = np.delete(rows, read.unit_scores[:, units].max(axis=1).argmax()) if enough else rows
    found = [_nearest(_totals(read, kept)[units], read.chance), _scarcity(read)]
    if taught:
        sums = np.sort(read.taught_units.sum(axis=1, dtype=np.float64))
        found.append(float(np.log(sums[: len(kept)].mean() + _DOUBT)))
    return np.array([found])


def unit_features(read: ReadText, totals: Scores, taught: bool) -> Features:
    """[n_units, 3]: how far above chance a unit is; how little text there is, and what is near then.

    With examples [n_units, 4]: last the odds by them that any statement is of it. A single duty is of one unit, so what
    else is near speaks against a unit; a long text asks for several.
    """
    own = (totals.astype(np.float64) - read.chance.middle) / read.chance.spread
    scarce = np.full(len(totals), _scarcity(read))
    found = [own, scarce, scarce * _nearest(totals, read.chance)]
    return np.column_stack([*found, any_odds(read.taught_units, _DOUBT)] if taught else found)


def any_odds(chances: Scores, doubt: float) -> Numbers:
    """[n_statements, n] chances → log odds of a kind that any of the statements is meant [n]; `doubt` bounds them."""
    sums = -np.log1p(-np.minimum(chances.astype(np.float64), _SUREST)).sum(axis=0)
    return np.asarray(np.log(sums + doubt))


def _scarcity(read: ReadText) -> float:
    return 1 / max(len(read.proofs), 1)


def _nearest(totals: Scores, chance: Chance) -> float:
    count = min(_NEAREST, -(-len(totals) // _TENTH))
    best = float(np.sort(totals)[-count:].mean()) if count else 0.0
    return (best - chance.middle) / chance.spread
