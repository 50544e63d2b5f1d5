"""Rankings of two texts, measured by hand."""

from math import log2

import numpy as np
import pytest

from eval.answers import Ranking, ranked, strict
from eval.figures import Measured
from eval.labelled import LabelledSet, LabelledText
from eval.ranking import measure_rankings


def measured(found: dict[str, Measured], texts: int = 2) -> dict[str, float]:
    return {name: float(parts.of(np.ones((1, texts)))[0]) for name, parts in found.items()}


def texts(*ids: str) -> tuple[LabelledText, ...]:
    return tuple(LabelledText(one, "plain", "id", one) for one in ids)


def test_the_measures_of_the_field() -> None:
    labelled = LabelledSet("queries", texts("q1", "q2"), {"q1": {"A": 2, "B": 1}, "q2": {"C": 2}})
    answers = [Ranking(("B", "A", "C"), (0.9, 0.5, 0.1)), Ranking((), ())]
    found = measured(measure_rankings(labelled, answers))
    ideal, got = 2 + 1 / log2(3), 1 + 2 / log2(3)
    assert found == pytest.approx(
        {
            "R@1": 0.0, "R@3": 0.5, "R@5": 0.5, "R@10": 0.5, "R-prec": 0.0, "MRR": 0.25, "MAP": 0.25,
            "nDCG@10": got / ideal / 2, "MAP (grade 1 too)": 0.5,
        },
    )  # fmt: skip


def test_adverts_of_another_trade_count_where_nothing_is_the_answer() -> None:
    labelled = LabelledSet("adverts", texts("a1", "a2"), {"a1": {"A": 2, "B": 2, "C": 1}})
    answers = [
        Ranking(("A", "C"), (0.9, 0.8), sure=0.4, confident=True, confidences=(0.8, 0.6), called=frozenset({"A", "C"})),
        Ranking(("A",), (0.3,), sure=0.5, confident=False, confidences=(0.1,), called=frozenset()),
    ]
    found = measured(measure_rankings(labelled, answers))
    assert found["R@10"] == 0.5  # of the one advert that asks for units
    assert found["AUROC nothing here"] == 0.0
    assert found["F1 called"] == pytest.approx(2 / 3)  # A right, B missed, C of grade 1 neither
    assert found["ECE confidence"] == pytest.approx((0.2 + 0.1) / 2)  # A and A; C is left out


def test_equal_scores_keep_the_order_by_code() -> None:
    answer = ranked(("B", "A", "C"), np.array([0.5, 0.5, 0.0], np.float32))
    assert (answer.units, answer.scores, answer.sure) == (("A", "B"), (0.5, 0.5), 0.5)
    assert strict((0.5, 0.5, 0.5, 0.2)) == pytest.approx([0.5, 0.4999995, 0.499999, 0.2], abs=1e-9)
    labelled = LabelledSet("queries", texts("q1"), {"q1": {"A": 2}})
    assert measured(measure_rankings(labelled, [answer]), 1)["R@1"] == 1.0
