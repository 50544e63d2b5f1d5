"""Systems × a labelled set → measures with 95 % bootstrap intervals, all in one run over one index."""

from collections.abc import Sequence
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import RR, R, nDCG
from numpy.typing import NDArray

from eval.labelled import LabelledSet
from eval.systems import SYSTEMS
from search.errors import InputError
from search.store import StoredIndex
from search.types import Scores

# Grade 2 alone counts as found, except in nDCG, which knows both grades.
MEASURES = {"R@1": R(rel=2) @ 1, "R@3": R(rel=2) @ 3, "R@10": R(rel=2) @ 10, "MRR": RR(rel=2), "nDCG@10": nDCG @ 10}
_SAMPLES = 2_000
_SEED = 20220818  # the day the decree was signed; any fixed number would do


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over queries with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """One system's figures on a group of queries: all of them, or one type."""

    system: str
    group: str
    queries: int
    figures: dict[str, Figure]


def try_systems(index: StoredIndex, labelled: LabelledSet, names: Sequence[str]) -> tuple[Verdict, ...]:
    """Measure systems side by side; raises InputError for an unknown system."""
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise InputError(f"There is no system '{unknown[0]}'. Systems: {', '.join(SYSTEMS)}")
    groups = ["all", *dict.fromkeys(query.type for query in labelled.queries)]
    return tuple(
        verdict for name in names for verdict in _verdicts(name, _values(index, labelled, name), labelled, groups)
    )


def _values(index: StoredIndex, labelled: LabelledSet, system: str) -> dict[str, NDArray[np.float64]]:
    """Measure → its value per query, in the order of the set."""
    scores = SYSTEMS[system](index, [query.text for query in labelled.queries])
    run = {query.id: _ranking(index, row) for query, row in zip(labelled.queries, scores, strict=True)}
    place = {query.id: number for number, query in enumerate(labelled.queries)}
    values = {name: np.zeros(len(place)) for name in MEASURES}
    names = {str(measure): name for name, measure in MEASURES.items()}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), labelled.grades, run):
        values[names[str(metric.measure)]][place[metric.query_id]] = metric.value
    return values


def _ranking(index: StoredIndex, scores: Scores) -> dict[str, float]:
    """Unit → the inverse of its rank as a user sees it: ties broken by code, units without any score left out."""
    rounded = np.round(scores, 4)
    order = sorted(np.flatnonzero(rounded > 0), key=lambda place: (-rounded[place], index.unit_codes[place]))
    return {index.unit_codes[place]: 1 / rank for rank, place in enumerate(order, start=1)}


def _verdicts(
    name: str, values: dict[str, NDArray[np.float64]], labelled: LabelledSet, groups: Sequence[str]
) -> list[Verdict]:
    verdicts = []
    for group in groups:
        rows = np.array([number for number, query in enumerate(labelled.queries) if group in ("all", query.type)])
        verdicts.append(
            Verdict(name, group, len(rows), {measure: _figure(found[rows]) for measure, found in values.items()})
        )
    return verdicts


def _figure(values: NDArray[np.float64]) -> Figure:
    draws = np.random.default_rng(_SEED).integers(0, len(values), (_SAMPLES, len(values)))
    low, high = np.quantile(values[draws].mean(axis=1), [0.025, 0.975])
    return Figure(round(float(values.mean()), 4), round(float(low), 4), round(float(high), 4))
