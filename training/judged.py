"""Judged pairs: two Indonesian sentences and how alike in meaning a reader finds them.

The lines of `graded` are all of one make; here are likenesses as they come, and what a reader makes of each.
"""

import random
from collections.abc import Callable, Mapping, Sequence
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
MOST = 5.0  # the grade of two sentences that mean the same; those with nothing in common have 0
ENGLISH_SHARE = 0.2  # of the sentences shown, where there is a translation
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """Two sentences and their likeness, 0 to 5."""

    one: str
    two: str
    grade: float


def judged(folder: Path = FOLDER) -> tuple[list[Judged], list[Judged]]:
    """The pairs to train on and those held out, no sentence in both. Raises TrainingError naming a bad line's file."""
    every = [Judged(one, two, _grade(grade, name)) for name, (one, two, grade) in lines(folder, _COLUMNS)]
    held = every[::HELD]
    known = {text for each in held for text in (each.one, each.two)}
    return [each for i, each in enumerate(every) if i % HELD and not known & {each.one, each.two}], held


def _grade(cell: str, name: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MOST:
        raise TrainingError(f"{name}: {cell!r} is no grade; need a number from 0 to {MOST:g}.")
    return value


def without(every: list[Judged], resembles: Callable[[str], str | None]) -> list[Judged]:
    """The pairs of which no sentence resembles a forbidden one."""
    return [each for each in every if not any(map(resembles, (each.one, each.two)))]


def pairs(every: Sequence[Judged]) -> Pairs:
    """What is compared when the sentences lie end to end, those of pair i as 2i and 2i+1."""
    at = np.arange(2 * len(every)).reshape(-1, 2)
    return Pairs(at[:, 0], at[:, 1], np.array([each.grade for each in every], dtype=np.float32))


def texts(every: Sequence[Judged]) -> list[str]:
    """The sentences of the pairs, end to end."""
    return [text for each in every for text in (each.one, each.two)]


def translations(rows: Sequence[Row]) -> dict[str, str]:
    """The English of each Indonesian sentence of rows that are translations."""
    return {row.right: row.left for row in rows if row.kind == "parallel"}


def draw(
    every: Sequence[Judged], english: Mapping[str, str], count: int, rng: np.random.Generator, chance: random.Random
) -> tuple[list[str], Pairs]:
    """Some pairs' sentences end to end, and what is compared; a sentence is at times shown by its English."""
    drawn = [every[i] for i in rng.choice(len(every), size=min(count, len(every)), replace=False)]
    shown = [english.get(text, text) if chance.random() < ENGLISH_SHARE else text for text in texts(drawn)]
    return shown, pairs(drawn)
