"""What a system answers, whatever it is made of: ranked units for a text, and judged criteria."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from search.types import CriterionState

_NUDGE = 1e-6  # of a score: what a tied unit is put behind the one before it


@dataclass(frozen=True, slots=True)
class Ranking:
    """The units of one text, best first; what a system does not say is None or empty."""

    units: tuple[str, ...]
    scores: tuple[float, ...]
    sure: float = 0.0  # how sure the system is that the text has anything to do with the catalogue
    confident: bool | None = None  # whether it says so
    confidences: tuple[float, ...] = ()  # of each unit, as a degree of belief
    called: frozenset[str] | None = None  # the units it says the text calls for


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a system says of one criterion of a unit against a text."""

    unit: str
    no: str
    score: float
    state: CriterionState | None = None


class System(Protocol):
    """Anything that ranks units and judges criteria."""

    def search(self, texts: Sequence[str]) -> list[Ranking]:
        """Rank the units for each query."""

    def match(self, texts: Sequence[str]) -> list[Ranking]:
        """Rank the units for each whole advert."""

    def judge(self, texts: Sequence[str], units: Sequence[Sequence[str]]) -> list[list[Judgement]]:
        """Judge every criterion of the units named for each text."""


def ranked(codes: Sequence[str], scores: NDArray[np.floating], sure: float | None = None) -> Ranking:
    """The units above zero, ties by code."""
    order = sorted(np.flatnonzero(scores > 0).tolist(), key=lambda place: (-scores[place], codes[place]))
    best = tuple(float(scores[place]) for place in order)
    return Ranking(tuple(codes[place] for place in order), best, max(best, default=0.0) if sure is None else sure)


def strict(scores: Sequence[float]) -> list[float]:
    """Falling scores without ties, so that every tool that sorts a run by score keeps the order it was answered in."""
    kept: list[float] = []
    for score in scores:
        kept.append(min(score, kept[-1] * (1 - _NUDGE)) if kept else score)
    return kept
