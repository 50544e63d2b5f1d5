"""Exact figures in the smallest court: three units, two queries."""

import pytest
from world import CLEAN, COOK, SERVE

from eval.court import try_systems
from eval.labelled import LabelledSet, Query, load_set
from search.errors import InputError
from search.store import StoredIndex

SET = LabelledSet(
    "tiny",
    (Query("q1", "plain", "id", "memasak nasi goreng"), Query("q2", "typo", "id", "zzz qqq")),
    {"q1": {COOK.code: 2}, "q2": {SERVE.code: 2, CLEAN.code: 1}},
)


def test_words_are_measured_per_group(tiny_index: StoredIndex) -> None:
    verdicts = {verdict.group: verdict for verdict in try_systems(tiny_index, SET, ["bm25"])}
    assert [(group, verdict.queries) for group, verdict in verdicts.items()] == [("all", 2), ("plain", 1), ("typo", 1)]
    assert {name: figure.mean for name, figure in verdicts["plain"].figures.items()} == {
        "R@1": 1.0, "R@3": 1.0, "R@10": 1.0, "MRR": 1.0, "nDCG@10": 1.0,
    }  # fmt: skip
    assert verdicts["all"].figures["R@1"].mean == 0.5
    assert (verdicts["all"].figures["R@1"].low, verdicts["all"].figures["R@1"].high) == (0.0, 1.0)


def test_unknown_names_are_one_line(tiny_index: StoredIndex) -> None:
    with pytest.raises(InputError, match=r"There is no system 'x'\. Systems: bm25, bm25-stems, encoder, hybrid"):
        try_systems(tiny_index, SET, ["x"])
    with pytest.raises(InputError, match=r"There is no labelled set 'x'\. Sets here: adverts, queries"):
        load_set("x")
