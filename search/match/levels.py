"""Where a score starts to mean something. One page, because every face quotes these words."""

from dataclasses import dataclass

from search.types import CriterionState


@dataclass(frozen=True, slots=True)
class Levels:
    """Thresholds on fused scores in [0, 1], read off real adverts; the evaluation room will calibrate them."""

    weak: float = 0.36  # below: a statement says nothing about a passage
    evidenced: float = 0.50  # from here: a statement shows a criterion
    confident: float = 0.50  # a text whose best unit scores less has nothing for this catalogue

    def state(self, score: float) -> CriterionState:
        """Name the state of a criterion whose best statement has this score."""
        if score >= self.evidenced:
            return CriterionState.EVIDENCED
        return CriterionState.WEAK if score >= self.weak else CriterionState.NOT_EVIDENCED


DEFAULT_LEVELS = Levels()
