"""Systems × labelled sets → figures with 95 % bootstrap intervals, paired tests and runs, all over one catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from eval.answers import Judgement, Ranking, System
from eval.compare import Pair, randomisation, swappings
from eval.criteria import StateCount, count_states, measure_criteria, score_calibration, with_labels
from eval.figures import Calibration, Figure, Measured, Ratio, divided, figure
from eval.labelled import LabelledSet, SetName
from eval.ranking import confidence_calibration, measure_rankings
from eval.systems import OWN, Entry
from eval.world import World
from search.errors import InputError, MissingExtraError

MAIN: Mapping[SetName, str] = {"queries": "nDCG@10", "adverts": "nDCG@10", "cvs": "AUC in unit"}
_PAIRED = ("R@1", "R@10", "MRR", "MAP", "nDCG@10", "F1 called", "AUC in unit", "F1 evidenced", "F1 with weak")
_SMALLEST = 3  # texts of a group worth a line
Answers = Sequence[Ranking | list[Judgement]]  # one a text: a ranking, or of a CV its judged criteria


@dataclass(frozen=True, slots=True)
class Verdict:
    """One system's figures on a group of texts: all of them, or those of one type or language."""

    set: SetName
    system: str
    by: str  # "all", "type" or "language"
    group: str
    queries: int  # texts, of whichever set
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores or confidences of one bin: how many, their mean, and the share of them that is true."""

    low: float
    high: float
    items: int
    said: float
    found: float


@dataclass(frozen=True, slots=True)
class Nothing:
    """How many adverts were told that nothing in the catalogue fits them: of those where that is true, and others."""

    none: int
    none_told: int
    fits: int
    fits_told: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Beside the figures of a system on a set: is it to be believed?"""

    set: SetName
    system: str
    reliability: tuple[Bin, ...] = ()
    states: tuple[StateCount, ...] = ()
    nothing: Nothing | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """Everything measured on one set."""

    labelled: LabelledSet
    verdicts: tuple[Verdict, ...]
    pairs: tuple[Pair, ...]
    proofs: tuple[Proof, ...]
    skipped: dict[str, str] = field(default_factory=dict)  # system → why
    answers: dict[str, Answers] = field(default_factory=dict)
    texts: dict[str, dict[str, float]] = field(default_factory=dict)  # system of Padan's own → text → main measure


def hear(world: World, labelled: LabelledSet, entries: Mapping[str, Entry], insist: bool = False) -> Hearing:
    """Measure systems side by side on a set; one whose package is missing is skipped with the reason.

    Raises its MissingExtraError instead where the caller insists on the systems named, and InputError where the
    catalogue lacks units that the set judges: they would count as never found.
    """
    _check_units(world, labelled)
    verdicts: list[Verdict] = []
    proofs: list[Proof] = []
    measured: dict[str, dict[str, Measured]] = {}
    skipped: dict[str, str] = {}
    answers: dict[str, Answers] = {}
    for name, entry in entries.items():
        if labelled.name not in entry.sets:
            continue
        try:
            system = entry.build(world)
        except MissingExtraError as error:
            if insist:
                raise
            skipped[name] = str(error)
            continue
        answers[name], measured[name], proof = _measure(labelled, name, system)
        verdicts += _verdicts(labelled, name, measured[name])
        proofs.append(proof)
    texts = {name: _by_text(labelled, measured[name]) for name in OWN if name in measured}
    pairs = tuple(_pairs(labelled, measured))
    return Hearing(labelled, tuple(verdicts), pairs, tuple(proofs), skipped, answers, texts)


def _check_units(world: World, labelled: LabelledSet) -> None:
    judged = {unit for grades in labelled.grades.values() for unit in grades} | {one.unit for one in labelled.criteria}
    if missing := sorted(judged - world.catalogue.units.keys()):
        raise InputError(
            f"The index lacks {len(missing)} of the units that set '{labelled.name}' judges, such as {missing[0]}. "
            "Measure on an index that holds their decree."
        )


def _measure(labelled: LabelledSet, name: str, system: System) -> tuple[Answers, dict[str, Measured], Proof]:
    texts = [text.text for text in labelled.texts]
    if labelled.name == "cvs":
        answers = system.judge(texts, _units(labelled))
        judged = with_labels(labelled, answers)
        states = count_states(judged)
        reliability = _bins(score_calibration(judged)) if states else ()
        return answers, measure_criteria(judged), Proof("cvs", name, reliability, states)
    rankings = system.search(texts) if labelled.name == "queries" else system.match(texts)
    measured = measure_rankings(labelled, rankings)
    believed = any(ranking.confidences for ranking in rankings)
    reliability = _bins(confidence_calibration(labelled, rankings)) if believed else ()
    return rankings, measured, Proof(labelled.name, name, reliability, nothing=_nothing(labelled, rankings))


def _units(labelled: LabelledSet) -> list[list[str]]:
    """The units each CV is read against."""
    units: dict[str, dict[str, None]] = {text.id: {} for text in labelled.texts}
    for label in labelled.criteria:
        units[label.text][label.unit] = None
    return [list(codes) for codes in units.values()]


def _verdicts(labelled: LabelledSet, system: str, measured: Mapping[str, Measured]) -> Iterator[Verdict]:
    for by, group, mask in _groups(labelled):
        found = {name: figure(parts, mask) for name, parts in measured.items()}
        figures = {name: one for name, one in found.items() if one is not None}
        yield Verdict(labelled.name, system, by, group, int(mask.sum()), figures)


def _groups(labelled: LabelledSet) -> Iterator[tuple[str, str, NDArray[np.bool_]]]:
    """All texts, then those of each type and language that tell them apart."""
    yield "all", "all", np.ones(len(labelled.texts), dtype=np.bool_)
    for by in ("type", "language"):
        values = [str(getattr(text, by)) for text in labelled.texts]
        groups = sorted(set(values)) if labelled.name != "adverts" or by == "language" else []
        for group in groups if len(groups) > 1 else []:
            mask = np.array([value == group for value in values])
            if mask.sum() >= _SMALLEST:
                yield by, group, mask


def _by_text(labelled: LabelledSet, measured: Mapping[str, Measured]) -> dict[str, float]:
    """The main measure of each text that has something to measure, for whoever looks at single texts."""
    parts = measured.get(MAIN[labelled.name])
    values = divided(parts.above, parts.below) if isinstance(parts, Ratio) else ()
    return {
        text.id: round(float(value), 4)
        for text, value in zip(labelled.texts, values, strict=False)
        if not np.isnan(value)
    }


def _pairs(labelled: LabelledSet, measured: Mapping[str, Mapping[str, Measured]]) -> Iterator[Pair]:
    swaps = swappings(len(labelled.texts))
    for measure in _PAIRED:
        parts = {system: found for system, all_found in measured.items() if (found := all_found.get(measure))}
        for one, two in combinations(parts, 2):
            first, second = parts[one], parts[two]
            if isinstance(first, Ratio) and isinstance(second, Ratio):
                difference, p = randomisation(first, second, swaps)
                if np.isnan(difference):
                    continue
                yield Pair(labelled.name, measure, one, two, round(difference, 4), round(p, 4))


def _bins(found: Calibration) -> tuple[Bin, ...]:
    counts, said, true = (part.sum(axis=0) for part in (found.counts, found.said, found.found))
    width = 1 / len(counts)
    return tuple(
        Bin(
            round(place * width, 4),
            round((place + 1) * width, 4),
            int(count),
            round(float(said[place] / count), 4),
            round(float(true[place] / count), 4),
        )
        for place, count in enumerate(counts)
        if count
    )


def _nothing(labelled: LabelledSet, rankings: Sequence[Ranking]) -> Nothing | None:
    if labelled.name != "adverts" or any(ranking.confident is None for ranking in rankings):
        return None
    told = [(text.id in labelled.grades, not one.confident) for text, one in zip(labelled.texts, rankings, strict=True)]
    return Nothing(
        none=sum(not fits for fits, _ in told),
        none_told=sum(said and not fits for fits, said in told),
        fits=sum(fits for fits, _ in told),
        fits_told=sum(said and fits for fits, said in told),
    )
