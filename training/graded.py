"""Graded sentences written for the purpose: one sentence and others that are less and less like it in meaning.

Teachers read English and judge by what a crawl taught them; these lines say outright which of two pairs is the more
alike, also where the less alike one shares more words.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.pairs import Row
from training.written import lines

FOLDER = Path(__file__).with_name("graded")
NAME = "written/graded"
WEIGHT = 2.0
HELD = 10  # one line in so many is held out
GRADES = (5, 5, 5, 4, 3, 1)  # of a line's texts beside its first one
SAME = GRADES.count(5)  # texts that mean the same, so each stands for the others


@dataclass(frozen=True, slots=True)
class Graded:
    """The sentence, the same in other words, in English, with a slight, a weighty and hardly any likeness left."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which of some texts laid end to end are compared, and how alike they are, 5 to 0."""

    one: NDArray[np.int64]
    two: NDArray[np.int64]
    grades: NDArray[np.float32]


def graded(folder: Path = FOLDER) -> tuple[list[Graded], list[Graded]]:
    """The written lines to train on and those held out. Raises TrainingError with the line of a bad one."""
    every = [Graded(tuple(cells)) for *_, cells in lines(folder, len(GRADES))]
    return [each for i, each in enumerate(every) if i % HELD], every[::HELD]


def rows(every: list[Graded]) -> list[Row]:
    """The English of each line beside both Indonesian wordings of it."""
    return [Row(each.texts[2], wording, "parallel", NAME, WEIGHT) for each in every for wording in each.texts[:2]]


def pairs(count: int) -> Pairs:
    """The pairs among `count` lines: those of a line that its grades speak of, and every text with the next line's."""
    size = len(GRADES)
    within = [(i, j, GRADES[j]) for i in range(SAME) for j in range(i + 1, size)]
    found = [(n * size + i, n * size + j, grade) for n in range(count) for i, j, grade in within]
    if count > 1:
        found += [(n * size + i, (n + 1) % count * size + i, 0) for n in range(count) for i in range(size)]
    one, two, grades = zip(*found, strict=True)
    return Pairs(np.array(one), np.array(two), np.array(grades, dtype=np.float32))
