"""What speaks for a unit: its best statements beyond the usual, each next one and short ones less."""

from types import SimpleNamespace

import numpy as np
import pytest

from search.match.read import ReadText
from search.match.totals import text_features, unit_features, unit_totals
from search.store import Chance


def reading(
    scores: list[list[float]],
    words: list[int],
    usual: tuple[float, float] = (0.0, 0.0),
    taught: list[list[float]] | None = None,
) -> ReadText:
    proofs = tuple(SimpleNamespace(text=" ".join("x" * count)) for count in words)
    found = np.array(scores, np.float32).reshape(len(words), 2)
    chances = np.zeros((len(words), 2), np.float32) if taught is None else np.array(taught, np.float32)
    return SimpleNamespace(  # type: ignore[return-value]
        proofs=proofs,
        unit_scores=found,
        chance=Chance(0.2, 0.1),
        usual=np.array(usual, np.float32),
        taught=chances.any(axis=0) if len(chances) else np.zeros(2, bool),
        taught_units=chances,
    )


def test_the_best_statements_speak_for_a_unit_and_each_next_one_less() -> None:
    said = (0.3 + 0.2 * 0.85 + 0.1 * 0.85**2) / (1 + 0.85 + 0.85**2)
    votes = [1 / (1 + np.exp(-score / 0.08)) - 0.5 for score in (0.1, 0.3, 0.2)]
    found = unit_totals(reading([[0.1, 0], [0.3, 0], [0.2, 0]], [4] * 3))
    assert found == pytest.approx([said + 0.15 * np.mean(votes), 0], abs=1e-4)


def test_the_unit_that_a_statement_is_nearest_to_has_its_vote() -> None:
    assert unit_totals(reading([[0.5, 0.1]], [4])) == pytest.approx(
        [0.5 + 0.15 * (1 / (1 + np.exp(-5)) - 0.5), 0.1], abs=1e-4
    )
    assert unit_totals(reading([[0.5, 0.5]], [4])) == pytest.approx([0.5, 0.5])  # nearest to neither


def test_what_is_usual_in_a_unit_says_nothing_of_it() -> None:
    read = reading([[0.5, 0.4]], [4], usual=(0.3, 0.1))
    vote = 0.15 * (1 / (1 + np.exp(-1)) - 0.5)
    assert unit_totals(read) == pytest.approx(
        [0.5 - 0.27 + 0.18, 0.4 - 0.09 + 0.18 + vote], abs=1e-4
    )  # 0.18 on average


def test_a_statement_of_one_word_says_a_quarter_as_much() -> None:
    vote = 0.15 * 0.25 * (1 / (1 + np.exp(-2.5)) - 0.5)
    assert unit_totals(reading([[0.6, 0.4]], [1])) == pytest.approx([0.15 + vote, 0.1], abs=1e-4)


def test_a_text_without_work_is_about_nothing() -> None:
    assert unit_totals(reading([], [])).tolist() == [0, 0]


def test_features_are_spreads_above_chance() -> None:
    read, totals = reading([[0.4, 0.4], [0.4, 0.4]], [4, 4]), np.array([0.4, 0.2], np.float32)
    assert text_features(read, False) == pytest.approx(np.array([[2, 0.5]]), abs=1e-6)
    assert unit_features(read, totals, False) == pytest.approx(np.array([[2, 0.5, 1], [0, 0.5, 1]]), abs=1e-6)


def test_one_near_statement_of_many_makes_no_text_fit() -> None:
    read = reading([[0.2, 0.2], [0.9, 0.9], [0.2, 0.2], [0.2, 0.2]], [4] * 4)
    assert text_features(read, False) == pytest.approx(np.array([[0, 0.25]]), abs=1e-6)


def test_examples_have_their_own_word_in_the_features() -> None:
    read = reading([[0.4, 0.2]] * 2, [4, 4], taught=[[0.5, 0.1], [0.0, 0.2]])
    assert text_features(read, True)[0, 2] == pytest.approx(np.log(0.4 + 0.01))  # half of 0.6 and 0.2
    odds = np.log(np.array([-np.log(0.5), -np.log(0.9) - np.log(0.8)]) + 0.01)
    assert unit_features(read, unit_totals(read), True)[:, 3] == pytest.approx(odds)


def test_units_with_and_without_examples_are_told_apart() -> None:
    read = reading([[0.2, 0.6]] * 2, [4, 4], taught=[[0.5, 0.0]] * 2)
    assert read.taught.tolist() == [True, False]
    assert text_features(read, True)[0, 0] < text_features(read, False)[0, 0]
