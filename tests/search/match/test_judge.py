"""A statement claims the criterion it is nearest to, and a disclaimer speaks against what claims it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import COOK

from search import Searcher
from search.match.judge import Judge, claimed, shared
from search.match.read import ReadText, read_text
from search.types import CriterionState

CV = "Pengalaman kerja\nBeras dicuci setiap pagi.\n"


def reading(searcher: Searcher, text: str) -> ReadText:
    return read_text(searcher.scorer(), text, "cv")


def test_a_claim_counts_the_lead_over_the_next_best_criterion() -> None:
    found = claimed(np.array([[0.5, 0.4, 0.1], [0.2, 0.2, 0.0]], np.float32))
    assert found == pytest.approx(np.array([[0.6, 0.3, -0.3], [0.2, 0.2, -0.2]]), abs=1e-6)
    assert claimed(np.array([[0.5]], np.float32)).tolist() == [[0.5]]  # nothing to be told from


def test_a_statement_proves_its_best_criterion_rather_than_all() -> None:
    found = shared(np.array([[0.5, 0.4, 0.4]], np.float32))
    share = 1 / (1 + 2 * np.exp(-2))
    assert found == pytest.approx(np.round([[0.5 * share, 0.4 * (1 - share) / 2, 0.4 * (1 - share) / 2]], 4), abs=1e-6)


def test_two_criteria_alike_share_it() -> None:
    assert shared(np.array([[0.6, 0.6]], np.float32)) == pytest.approx(np.array([[0.3, 0.3]]), abs=1e-6)


@pytest.mark.parametrize("shape", [(0, 3), (2, 0), (0, 0)])
def test_nothing_to_share(shape: tuple[int, int]) -> None:
    assert shared(np.zeros(shape, np.float32)).shape == claimed(np.zeros(shape, np.float32)).shape == shape


@given(st.lists(st.lists(st.floats(0, 1, width=32), min_size=3, max_size=3), min_size=1, max_size=5))
def test_no_share_is_more_than_the_likeness(rows: list[list[float]]) -> None:
    similar = np.array(rows, np.float32)
    found = shared(similar)
    assert (found >= 0).all()
    assert (found <= similar + 1e-4).all()


def test_a_denial_lowers_what_seems_shown(tiny_searcher: Searcher) -> None:
    index = tiny_searcher.scorer().index
    said = Judge(reading(tiny_searcher, CV), index).unit(COOK.code)
    denied = Judge(reading(tiny_searcher, CV + "Belum pernah beras dicuci sendiri."), index).unit(COOK.code)
    assert denied.features[0, 0] == said.features[0, 0]  # what is claimed stays
    assert denied.features[0, 1] > said.features[0, 1] == 0
    scores = [
        tiny_searcher.gaps(text, [COOK.code], kind="cv").units[0].criteria[0].score
        for text in (CV, CV + "Belum pernah beras dicuci sendiri.")
    ]
    assert scores[0] > scores[1]


def test_a_title_is_told_by_nobody(tiny_searcher: Searcher) -> None:
    read = reading(tiny_searcher, "Pengalaman kerja\nKepala dapur beras dicuci\nSaya mencuci beras.")
    assert [one.text for one in Judge(read, tiny_searcher.scorer().index).told][-1] == "Saya mencuci beras."


def test_a_unit_that_the_index_does_not_hold_has_no_criteria(tiny_searcher: Searcher) -> None:
    found = Judge(reading(tiny_searcher, CV), tiny_searcher.scorer().index).unit("X.1")
    assert found.similar.shape == (1, 0)
    assert found.most == ()


def test_a_statement_of_other_work_shows_nothing(tiny_searcher: Searcher) -> None:
    (unit,) = tiny_searcher.gaps("Pengalaman kerja\nSaya mengelas pipa.", [COOK.code], kind="cv").units
    assert {gap.state for gap in unit.criteria} == {CriterionState.NOT_EVIDENCED}
    assert all(not gap.evidence for gap in unit.criteria)
