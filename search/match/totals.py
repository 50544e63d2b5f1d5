"""How well a text fits each unit, and anything at all: totals, and the features that make probabilities of them."""

import numpy as np

from search.match.calibration import Features
from search.match.read import ReadText
from search.store import Chance
from search.types import Scores

_FADING = 0.82  # what the next best statement counts of the one before: one alone may be an accident
_WHOLE = 4  # words; a statement of fewer says as much less
_NEAREST = 5  # units whose mean tells whether the text has to do with the catalogue at all,
_TENTH = 10  # but no more than a tenth of a small one


def unit_totals(read: ReadText) -> Scores:
    """[n_units] in [0, 1]: what the statements say of each unit beyond the usual, the best of them first.

    Unrelated work reaches more in a unit of many or of general passages; the mean of that over units is put back, so
    that totals compare with scores.
    """
    if not read.proofs:
        return np.zeros(read.unit_scores.shape[1], dtype=np.float32)
    words = np.array([len(statement.text.split()) for statement in read.proofs], dtype=np.float64)
    beyond = (read.unit_scores - read.usual) * np.minimum(1.0, words / _WHOLE)[:, None]
    shares = _FADING ** np.arange(len(words))
    said = shares @ -np.sort(-beyond, axis=0) / shares.sum()
    totals: Scores = np.round(np.clip(said + read.usual.mean(), 0.0, 1.0), 4).astype(np.float32)
    return totals


def text_features(read: ReadText, totals: Scores) -> Features:
    """[1, 2]: how far above chance the nearest units are, and how little text there is to tell it."""
    return np.array([[_nearest(totals, read.chance), _scarcity(read)]])


def unit_features(read: ReadText, totals: Scores) -> Features:
    """[n_units, 3]: how far above chance a unit is; how little text there is, and what is near then.

    A single duty is of one unit, so what else is near speaks against a unit; a long text asks for several.
    """
    own = (totals.astype(np.float64) - read.chance.middle) / read.chance.spread
    scarce = np.full(len(totals), _scarcity(read))
    return np.column_stack([own, scarce, scarce * _nearest(totals, read.chance)])


def _scarcity(read: ReadText) -> float:
    return 1 / max(len(read.proofs), 1)


def _nearest(totals: Scores, chance: Chance) -> float:
    count = min(_NEAREST, -(-len(totals) // _TENTH))
    best = float(np.sort(totals)[-count:].mean()) if count else 0.0
    return (best - chance.middle) / chance.spread
