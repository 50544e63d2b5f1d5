"""Rankings against graded judgements: the field's measures, each kept as one value a text."""

from collections.abc import Mapping, Sequence

import ir_measures
import numpy as np
from ir_measures import AP, RR, Measure, R, Rprec, nDCG

from eval.answers import Ranking, strict
from eval.figures import Auc, Calibration, Measured, Ratio, auc, calibration, mean
from eval.labelled import LabelledSet

ASKED = 2  # the grade that counts as found, except in nDCG, which knows both grades
MEASURES: Mapping[str, Measure] = {
    "R@1": R(rel=ASKED) @ 1,
    "R@3": R(rel=ASKED) @ 3,
    "R@5": R(rel=ASKED) @ 5,
    "R@10": R(rel=ASKED) @ 10,
    "R-prec": Rprec(rel=ASKED),
    "MRR": RR(rel=ASKED),
    "MAP": AP(rel=ASKED),
    "nDCG@10": nDCG @ 10,
    "MAP (grade 1 too)": AP(rel=1),
}


def measure_rankings(labelled: LabelledSet, answers: Sequence[Ranking]) -> dict[str, Measured]:
    """The measures a system's answers allow; only texts with judged units have those of the ranking."""
    measured: dict[str, Measured] = {**_of_ranking(labelled, answers)}
    if any(answer.called is not None for answer in answers):
        measured["F1 called"] = _called(labelled, answers)
    if any(answer.confidences for answer in answers):
        measured["ECE confidence"] = confidence_calibration(labelled, answers)
    if not all(text.id in labelled.grades for text in labelled.texts):
        measured["AUROC nothing here"] = _something_here(labelled, answers)
    return measured


def confidence_calibration(labelled: LabelledSet, answers: Sequence[Ranking]) -> Calibration:
    """Each answered unit's confidence against whether the text asks for it; units of grade 1 are left out."""
    scores, labels = [], []
    for text, answer in zip(labelled.texts, answers, strict=True):
        grades = labelled.grades.get(text.id, {})
        kept = [place for place, unit in enumerate(answer.units) if grades.get(unit, 0) in (0, ASKED)]
        scores.append(np.array([answer.confidences[place] for place in kept]))
        labels.append(np.array([grades.get(answer.units[place]) == ASKED for place in kept], dtype=bool))
    return calibration(scores, labels)


def _of_ranking(labelled: LabelledSet, answers: Sequence[Ranking]) -> dict[str, Ratio]:
    run = {
        text.id: dict(zip(answer.units, strict(answer.scores), strict=True))
        for text, answer in zip(labelled.texts, answers, strict=True)
        if text.id in labelled.grades
    }
    place = {text.id: number for number, text in enumerate(labelled.texts)}
    start = [0.0 if text.id in labelled.grades else np.nan for text in labelled.texts]  # an empty answer finds nothing
    values = {str(measure): np.array(start) for measure in MEASURES.values()}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), labelled.grades, run):
        values[str(metric.measure)][place[metric.query_id]] = metric.value
    return {name: mean(values[str(measure)]) for name, measure in MEASURES.items()}


def _called(labelled: LabelledSet, answers: Sequence[Ranking]) -> Ratio:
    """F1 of the units called for, grade 1 neither right nor wrong."""
    above, below = [], []
    for text, answer in zip(labelled.texts, answers, strict=True):
        grades = labelled.grades.get(text.id, {})
        asked = {unit for unit, grade in grades.items() if grade == ASKED}
        called = {unit for unit in answer.called or () if grades.get(unit, 0) in (0, ASKED)}
        above.append(2 * len(asked & called))
        below.append(len(asked) + len(called))
    return Ratio(np.array(above, dtype=np.float64), np.array(below, dtype=np.float64))


def _something_here(labelled: LabelledSet, answers: Sequence[Ranking]) -> Auc:
    """Whether a system is surer of texts that ask for units than of those that ask for none."""
    fits = [np.array([text.id in labelled.grades]) for text in labelled.texts]
    return auc([np.array([answer.sure]) for answer in answers], fits)
