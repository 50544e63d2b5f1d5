"""Padan's judgements, the person's word, and never the one for the other."""

from dataclasses import replace

from world import COOK

from padan.export.review import Claim, Decisions, Review, Spot, Verdict, review
from search.types import Coverage, CriterionGap, CriterionState, GapsAnswer, PrerequisiteGap, Unit, UnitGaps

SHOWN, WEAK, MISSING = CriterionState.EVIDENCED, CriterionState.WEAK, CriterionState.NOT_EVIDENCED


def states(reviewed: Review) -> list[CriterionState]:
    return [line.state for unit in reviewed.units for line in unit.lines]


def test_what_padan_found_stands_until_someone_has_a_say(found: Review) -> None:
    assert states(found) == [SHOWN, MISSING, SHOWN, MISSING]
    assert found.coverage == found.units[0].coverage == Coverage(2, 0, 1)
    assert (found.units[0].state, found.said) == (WEAK, 0)
    assert [(element.no, len(element.lines)) for element in found.units[0].elements] == [("1", 2), ("2", 1)]
    assert [statement.text for statement in found.uncovered] == ["Merawat kucing"]
    assert not any(element.claim for unit in found.units for element in unit.elements)


def test_a_persons_word_counts_and_what_was_found_is_kept(said: Review) -> None:
    assert states(said) == [WEAK, SHOWN, SHOWN, SHOWN]
    assert [line.found for line in said.units[0].lines] == [SHOWN, MISSING, SHOWN]
    assert said.coverage == Coverage(2, 1, 0)
    assert said.said == 3
    assert [unit.state for unit in said.units] == [WEAK, SHOWN]


def test_no_state_ticks_a_box(said: Review, found: Review) -> None:
    assert [element.claim for element in said.units[0].elements] == [Claim.COMPETENT, Claim.NOT_YET]
    everything = Decisions({line.spot: Verdict(SHOWN) for unit in found.units for line in unit.lines})
    assert everything.claims == {}
    assert [element.claim for element in said.units[1].elements] == [None]


def test_a_unit_known_by_its_title_is_one_line(said: Review) -> None:
    unit = said.units[1]
    assert (unit.detailed, unit.coverage) == (False, Coverage(0, 0, 0))
    assert [(line.no, line.text) for line in unit.lines] == [("", "Melayani Tamu")]


def test_a_number_printed_twice_is_two_criteria() -> None:
    twice = tuple(CriterionGap("1", "1.1", text, MISSING, 0.0, ()) for text in ("Beras dicuci.", "Bumbu diulek."))
    third = CriterionGap("2", "1.1", "Piring dihias.", MISSING, 0.0, ())
    gaps = UnitGaps(COOK.code, COOK.title, True, Coverage(0, 0, 3), (*twice, third), ())
    answer = GapsAnswer("cv", "id", (), (gaps,), ())
    reviewed = review(answer, {COOK.code: COOK}, Decisions({Spot(COOK.code, 2): Verdict(SHOWN)}))
    assert states(reviewed) == [MISSING, MISSING, SHOWN]


def test_a_prerequisite_that_is_judged_itself_has_the_state_it_has_there() -> None:
    first = Unit("A", "Unit A")
    second = replace(COOK, prerequisites=("A",))
    gaps = (
        UnitGaps("A", "Unit A", False, Coverage(0, 0, 0), (), ()),
        UnitGaps(COOK.code, COOK.title, False, Coverage(0, 0, 0), (), (PrerequisiteGap("A", "Unit A", MISSING),)),
    )
    answer = GapsAnswer("cv", "id", (), gaps, ())
    units = {"A": first, COOK.code: second}
    reviewed = review(answer, units, Decisions({Spot("A", 0): Verdict(WEAK)}))
    assert [gap.state for gap in reviewed.units[1].prerequisites] == [WEAK]
