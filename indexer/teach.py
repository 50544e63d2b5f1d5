"""Worked examples → two linear discriminants, of units and of criteria (linear discriminant analysis).

Each class has a middle, the mean of its examples' rows; all share one scatter, that of the examples about their
middles, made rounder by a ridge since there are more numbers than examples to tell them by. Beside the classes that
are asked for stand what none of them is: sentences of unrelated work, near misses, and the other units, those without
examples by the middle of their passages.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.store import StoredIndex, Taught
from search.types import Example, Field, Vectors

FEWEST = 5  # examples that show it, of a unit or of every criterion of it; else nothing is learnt of either
_RIDGE = 5.0  # mean variances added to every direction; chosen on the dev split, where 3 to 10 do alike
_LEAST = 1e-4  # a variance: examples that are all alike have none of their own

Encode = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The examples an index can learn by: of each unit that has enough, and of each unit whose every criterion has."""

    places: tuple[int, ...]  # of the units, in `unit_codes`
    units: tuple[tuple[str, ...], ...]  # their examples
    rows: tuple[tuple[int, ...], ...]  # of each detailed unit, the passages that are its criteria
    criteria: tuple[tuple[tuple[str, ...], ...], ...]  # the examples of each of them
    misses: tuple[tuple[str, ...], ...]  # what shows none of them, near as it lies

    @property
    def texts(self) -> list[str]:
        """Every example once, in a fixed order."""
        shown = (text for unit in self.criteria for criterion in unit for text in criterion)
        return sorted({*(text for unit in self.units for text in unit), *shown, *(t for m in self.misses for t in m)})

    def digest(self, *others: str) -> str:
        """The hash of all that is learnt from; `others` name the encoders and whatever stands beside the examples."""
        whole = repr((self, others)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(whole, digest_size=16).hexdigest()


def lessons(taught: Mapping[str, Sequence[Example]], index: StoredIndex) -> Lessons:
    """What an index can learn by of the examples of each unit (canonical code → examples)."""
    places, units, rows, criteria, misses = [], [], [], [], []
    for place, code in enumerate(index.unit_codes):
        examples = taught.get(code, ())
        whole = tuple(one.text for one in examples if one.shows and not one.no)
        if len(whole) >= FEWEST:
            places.append(place)
            units.append(whole)
        passages = [row for row in index.unit_rows[place] if index.passages[row].field is Field.CRITERION]
        numbers = [index.passages[row].no for row in passages]
        shown = [tuple(one.text for one in examples if one.shows and one.no == no) for no in numbers]
        # A decree may print one number twice; which of the two an example is of, nobody knows then.
        if shown and min(map(len, shown)) >= FEWEST and len(set(numbers)) == len(numbers):
            rows.append(tuple(passages))
            criteria.append(tuple(shown))
            misses.append(tuple(one.text for one in examples if not one.shows))
    return Lessons(tuple(places), tuple(units), tuple(rows), tuple(criteria), tuple(misses))


def teach(found: Lessons, encode: Encode, background: Sequence[str], others: Vectors, digest: str) -> Taught:
    """Learn the discriminants over the rows that `encode` gives.

    `background` are sentences of unrelated work, `others` [n, dim] the middles of the units that have no examples.
    """
    texts = found.texts
    known = dict(zip(texts, encode(texts), strict=True))
    none = encode(background)
    of_units = [_stack(known, unit) for unit in found.units]
    of_criteria = [[_stack(known, criterion) for criterion in unit] for unit in found.criteria]
    every = [criterion for unit in of_criteria for criterion in unit]
    middles = [criterion.mean(axis=0) for criterion in every]
    wholes = [np.mean([criterion.mean(axis=0) for criterion in unit], axis=0) for unit in of_criteria]
    misses = [
        _stack(known, missed).mean(axis=0) if missed else whole
        for missed, whole in zip(found.misses, wholes, strict=True)
    ]
    asked = [unit.mean(axis=0) for unit in of_units]
    units, units_bias = _discriminant(of_units, [*asked, *others, none.mean(axis=0)])
    criteria, criteria_bias = _discriminant(every, [*middles, *wholes, *misses, none.mean(axis=0)])
    starts = np.cumsum([0, *(len(unit) for unit in found.rows)])[:-1]
    rows = [row for unit in found.rows for row in unit]
    return Taught(
        digest,
        units,
        units_bias,
        np.array(found.places, dtype=np.int64),
        criteria,
        criteria_bias,
        np.array(rows, dtype=np.int64),
        starts.astype(np.int64),
    )


def _stack(known: Mapping[str, NDArray[np.float32]], texts: Sequence[str]) -> Vectors:
    return np.stack([known[text] for text in texts])


def _discriminant(
    groups: Sequence[Vectors], middles: Sequence[NDArray[np.float32]]
) -> tuple[Vectors, NDArray[np.float64]]:
    """Weights [n_middles, dim] and biases [n_middles] of equally likely classes that scatter as the `groups` do."""
    table = np.array(middles, dtype=np.float64)
    dim = table.shape[1]
    apart = np.concatenate([group - group.mean(axis=0) for group in groups] or [np.eye(dim)]).astype(np.float64)
    scatter = apart.T @ apart / len(apart)
    scatter += _RIDGE * max(np.trace(scatter) / dim, _LEAST) * np.eye(dim)
    weights = np.linalg.solve(scatter, table.T).T.astype(np.float32)
    return weights, -0.5 * np.einsum("ij,ij->i", weights.astype(np.float64), table)
