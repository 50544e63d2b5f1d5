"""Where a score starts to mean something: measured against what sentences of unrelated work reach by chance."""

from dataclasses import dataclass

import numpy as np

from search.rank import Scorer
from search.store import Chance
from search.types import CriterionState, Field, Scores, UnitLevels

_WEAK, _EVIDENCED = 1.5, 3.0  # spreads above chance, read off real adverts
_LEAST = Chance(0.17, 0.05)  # where a model knows no word of the background, not everything shall look meaningful
_TO_SIGMA = 1.4826  # median deviation → standard deviation of a normal distribution


@dataclass(frozen=True, slots=True)
class Levels:
    """Thresholds on fused scores in [0, 1] of one statement and one unit."""

    weak: float  # below: a statement says nothing about a unit
    evidenced: float  # from here: a statement shows it

    def state(self, score: float) -> CriterionState:
        """Name the state of a unit as a whole whose best statement has this score."""
        if score >= self.evidenced:
            return CriterionState.EVIDENCED
        return CriterionState.WEAK if score >= self.weak else CriterionState.NOT_EVIDENCED


def levels_of(chance: Chance) -> Levels:
    """The thresholds of an index, from what chance reaches in it."""
    return Levels(*(round(chance.middle + spreads * chance.spread, 4) for spreads in (_WEAK, _EVIDENCED)))


@dataclass(frozen=True, slots=True)
class Measured:
    """What sentences of unrelated work reach in an index."""

    chance: Chance
    of_decree: Chance | None  # without the alternative labels, where there are any
    usual: UnitLevels  # [n_units]: in each unit, on average


def measure_chance(scorer: Scorer, background: list[str]) -> Measured:
    """Score sentences of unrelated work against an index: median and robust spread of their best passages' scores.

    A second time without the alternative labels: more passages reach more by chance, and what the text shows of a
    criterion must not depend on how many names its unit has. And for each unit: one of many criteria, or of very
    general ones, is near to everything.
    """
    if not background:
        return Measured(_LEAST, None, np.zeros(len(scorer.index.unit_codes), dtype=np.float32))
    scored = scorer.scores(background)
    units, scores = scorer.per_unit(scored)[0], scored.passages
    of_decree = np.array([passage.field is not Field.ALIAS for passage in scorer.index.passages], dtype=bool)
    usual = np.round(units.astype(np.float64).mean(axis=0), 4).astype(np.float32)
    decree = None if of_decree.all() and not scorer.is_taught else _chance_of(scores[:, of_decree])
    return Measured(_chance_of(units if scorer.is_taught else scores), decree, usual)


def _chance_of(scores: Scores) -> Chance:
    best: Scores = scores.max(axis=1, initial=0.0)
    middle = float(np.median(best))
    spread = float(np.median(np.abs(best - middle))) * _TO_SIGMA
    return Chance(round(max(middle, _LEAST.middle), 4), round(max(spread, _LEAST.spread), 4))
