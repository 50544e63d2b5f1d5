"""Judged criteria against what CVs were found to evidence: separation, states, and whether a score can be believed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.answers import Judgement
from eval.figures import Calibration, Measured, Ratio, auc, calibration
from eval.labelled import LabelledSet
from search.errors import InputError
from search.types import CriterionState

Judged = list[tuple[Judgement, bool]]  # of one text: what the system says, and whether it is evidenced


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many criteria a system put in a state, and how many of them are evidenced."""

    state: CriterionState
    criteria: int
    evidenced: int


def with_labels(labelled: LabelledSet, answers: Sequence[Sequence[Judgement]]) -> list[Judged]:
    """Each text's judgements beside their labels; raises InputError where the index has other criteria than judged."""
    said = {
        (text.id, one.unit, one.no): one for text, answer in zip(labelled.texts, answers, strict=True) for one in answer
    }
    found: dict[str, Judged] = {text.id: [] for text in labelled.texts}
    for label in labelled.criteria:
        judgement = said.get((label.text, label.unit, label.no))
        if judgement is None:
            raise InputError(
                f"The index has no criterion {label.no} of unit {label.unit}, which set 'cvs' judges. "
                "Measure on an index of the bundled decrees."
            )
        found[label.text].append((judgement, label.evidenced))
    return list(found.values())


def measure_criteria(judged: Sequence[Judged]) -> dict[str, Measured]:
    """The measures a system's judgements allow; without states none of the states."""
    measured: dict[str, Measured] = {
        "AUC": auc([_scores(text) for text in judged], [_labels(text) for text in judged]),
        "AUC in unit": _within(judged),
    }
    if any(one.state is not None for text in judged for one, _ in text):
        measured["F1 evidenced"] = _f1(judged, lambda state: state is CriterionState.EVIDENCED)
        measured["F1 with weak"] = _f1(judged, lambda state: state is not CriterionState.NOT_EVIDENCED)
        measured["ECE"] = score_calibration(judged)
    return measured


def score_calibration(judged: Sequence[Judged]) -> Calibration:
    """Scores read as probabilities."""
    return calibration([_scores(text) for text in judged], [_labels(text) for text in judged])


def count_states(judged: Sequence[Judged]) -> tuple[StateCount, ...]:
    """What each state is worth; nothing for a system without states."""
    pairs = [(one.state, label) for text in judged for one, label in text]
    return tuple(
        StateCount(state, len(labels), sum(labels))
        for state in CriterionState
        if (labels := [label for said, label in pairs if said is state]) or any(said for said, _ in pairs)
    )


def _within(judged: Sequence[Judged]) -> Ratio:
    """The mean of the ROC-AUC of each text and unit of which some criteria are evidenced and others not."""
    above, below = np.zeros(len(judged)), np.zeros(len(judged))
    for row, text in enumerate(judged):
        for unit in dict.fromkeys(one.unit for one, _ in text):
            part = [(one, label) for one, label in text if one.unit == unit]
            value = auc([_scores(part)], [_labels(part)]).of(np.ones((1, 1)))[0]
            if not np.isnan(value):
                above[row] += value
                below[row] += 1
    return Ratio(above, below)


def _f1(judged: Sequence[Judged], says: Callable[[CriterionState | None], bool]) -> Ratio:
    counts = np.array([_counts((says(one.state), label) for one, label in text) for text in judged], dtype=np.float64)
    return Ratio(counts[:, 0], counts[:, 1])


def _counts(pairs: Iterable[tuple[bool, bool]]) -> tuple[int, int]:
    """Twice the true positives, and them with every error: what F1 divides."""
    pairs = list(pairs)
    return 2 * sum(said and label for said, label in pairs), sum(said + label for said, label in pairs)


def _scores(text: Judged) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array([one.score for one, _ in text], dtype=np.float64)


def _labels(text: Judged) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.array([label for _, label in text], dtype=np.bool_)
