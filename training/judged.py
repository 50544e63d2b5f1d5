"""Judged pairs: two Indonesian sentences and how alike in meaning a reader finds them.

The lines of `graded` are all of one make; here are likenesses as they come, and what a reader makes of each.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.errors import TrainingError
from training.graded import Pairs
from training.pairs import Row
from training.written import lines

FOLDER = Path(__file__).with_name("judged")
NAME = "written/judged"
HELD = 10  # one pair in so many is held out
LINES = "graded.tsv"  # pairs within a line of `training/graded`
MOST = 5.0  # the grade of two sentences that mean the same; those with nothing in common have 0
ENGLISH_SHARE = 0.2  # of the sentences shown, where there is a translation
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """Two sentences and their likeness, 0 to 5."""

    one: str
    two: str
    grade: float

    @property
    def texts(self) -> tuple[str, str]:
        """Both sentences."""
        return (self.one, self.two)


def judged(folder: Path = FOLDER) -> tuple[list[Judged], list[Judged]]:
    """The pairs to train on and those to look at, no sentence in both. Raises TrainingError with a bad line.

    What is held out is how a pair is judged: its sentences stand elsewhere among what is taught. Of `LINES` the grades
    are taught there too, so its pairs are not looked at.
    """
    every = [(name, _judged(cells, f"{name}, line {number}")) for name, number, cells in lines(folder, _COLUMNS)]
    held = every[::HELD]
    known = {text for _, each in held for text in each.texts}
    train = [each for i, (_, each) in enumerate(every) if i % HELD and known.isdisjoint(each.texts)]
    return train, [each for name, each in held if name != LINES]


def _judged(cells: list[str], where: str) -> Judged:
    one, two, cell = cells
    try:
        grade = float(cell)
    except ValueError:
        grade = -1.0
    if not 0 <= grade <= MOST:
        raise TrainingError(f"{where}: {cell!r} is no grade; need a number from 0 to {MOST:g}.")
    return Judged(one, two, grade)


def pairs(every: Sequence[Judged]) -> Pairs:
    """What is compared when the sentences lie end to end, those of pair i as 2i and 2i+1."""
    at = np.arange(2 * len(every)).reshape(-1, 2)
    return Pairs(at[:, 0], at[:, 1], np.array([each.grade for each in every], dtype=np.float32))


def texts(every: Sequence[Judged]) -> list[str]:
    """The sentences of the pairs, end to end."""
    return [text for each in every for text in each.texts]


def translations(every: Sequence[Judged], rows: Sequence[Row]) -> dict[str, str]:
    """The English of the sentences of pairs that have one among rows."""
    known = set(texts(every))
    return {row.right: row.left for row in rows if row.kind == "parallel" and row.right in known}


def draw(
    every: Sequence[Judged], english: Mapping[str, str], count: int, rng: np.random.Generator, chance: random.Random
) -> tuple[list[str], Pairs]:
    """Some pairs' sentences end to end, and what is compared; a sentence is at times shown by its English."""
    drawn = [every[i] for i in rng.choice(len(every), size=min(count, len(every)), replace=False)]
    shown = [text for each in drawn for text in _shown(each, english, chance)]
    return shown, pairs(drawn)


def _shown(each: Judged, english: Mapping[str, str], chance: random.Random) -> tuple[str, str]:
    one, two = (english.get(text, text) if chance.random() < ENGLISH_SHARE else text for text in each.texts)
    return (one, two) if one != two else each.texts  # two sentences may have one translation
