"""Criteria of two CVs, measured by hand."""

import numpy as np
import pytest

from eval.answers import Judgement
from eval.criteria import StateCount, count_states, measure_criteria, with_labels
from eval.labelled import CriterionLabel, LabelledSet, LabelledText
from search.errors import InputError
from search.types import CriterionState

YES, WEAK, NO = CriterionState.EVIDENCED, CriterionState.WEAK, CriterionState.NOT_EVIDENCED
CVS = LabelledSet(
    "cvs",
    (LabelledText("c1", "cv", "id", "satu"), LabelledText("c2", "cv", "en", "dua")),
    {},
    (
        CriterionLabel("c1", "U", "1.1", True),
        CriterionLabel("c1", "U", "1.2", False),
        CriterionLabel("c1", "V", "1.1", True),
        CriterionLabel("c2", "U", "1.1", False),
    ),
)


def said(*scores: tuple[float, CriterionState | None]) -> list[list[Judgement]]:
    places = (("U", "1.1"), ("U", "1.2"), ("V", "1.1"), ("U", "1.1"))
    judged = [Judgement(*place, *score) for place, score in zip(places, scores, strict=True)]
    return [judged[:3], judged[3:]]


def test_separation_states_and_belief() -> None:
    judged = with_labels(CVS, said((0.9, YES), (0.5, WEAK), (0.2, NO), (0.5, YES)))
    found = {name: float(parts.of(np.ones((1, 2)))[0]) for name, parts in measure_criteria(judged).items()}
    assert found == pytest.approx(
        {
            "AUC": 0.5,  # 0.9 beats both 0.5, 0.2 none
            "AUC in unit": 1.0,  # only unit U of c1 has both kinds
            "F1 evidenced": 2 / 4,  # one right, one wrong, one missed
            "F1 with weak": 2 / 5,
            "ECE": (abs(0.9 - 1) + abs(1.0 - 0) + abs(0.2 - 1)) / 4,
        }
    )
    assert count_states(judged) == (StateCount(YES, 2, 1), StateCount(WEAK, 1, 0), StateCount(NO, 1, 1))


def test_scores_without_states_are_separated_only() -> None:
    judged = with_labels(CVS, said((0.9, None), (0.5, None), (0.2, None), (0.5, None)))
    assert set(measure_criteria(judged)) == {"AUC", "AUC in unit"}
    assert count_states(judged) == ()


def test_an_index_of_another_decree_is_refused() -> None:
    with pytest.raises(InputError, match=r"no criterion 1\.1 of unit U, which set 'cvs' judges"):
        with_labels(CVS, [[], []])
