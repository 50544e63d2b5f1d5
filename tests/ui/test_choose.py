"""What the views decide, in numbers."""

from dataclasses import replace
from time import process_time

from padan.export.review import Line, Spot, Verdict
from padan.ui.choose import (
    Trust,
    asked_units,
    chosen_unit,
    first_units,
    in_states,
    picked_statement,
    statement_numbers,
    sure_and_doubtful,
    text_marks,
    trust,
    units_of,
    without_unit,
)
from padan.ui.faults import query_fault, text_fault
from padan.ui.marks import Look, Mark
from search.types import (
    CriterionState,
    Evidence,
    Field,
    MatchAnswer,
    Statement,
    StatementKind,
    UnitMatch,
)


def statement(number: int, kind: StatementKind = StatementKind.DUTY) -> Statement:
    return Statement(number, "xxxx", number * 5, number * 5 + 4, kind)


def unit(rank: int, confidence: float, *statements: int) -> UnitMatch:
    evidence = tuple(Evidence(n, n * 5, n * 5 + 4, "xxxx", Field.TITLE, "T", 0.6) for n in statements)
    return UnitMatch(rank, f"U.{rank}", f"Unit {rank}", confidence, confidence, evidence)


STATEMENTS = (
    statement(0, StatementKind.HEADING),
    statement(1),
    statement(2),
    statement(3, StatementKind.NOISE),
    statement(4),
    statement(5),
)
ANSWER = MatchAnswer("job", "id", True, STATEMENTS, (unit(1, 0.9, 2), unit(2, 0.5, 2, 1), unit(3, 0.4, 5)), (4,))
NOWHERE = MatchAnswer("job", "id", False, STATEMENTS, (unit(1, 0.3, 2),), (1, 4, 5))


def test_confidence_in_words() -> None:
    assert [trust(value) for value in (1.0, 0.8, 0.79, 0.5, 0.49, 0.0)] == [
        Trust.STRONG,
        Trust.STRONG,
        Trust.LIKELY,
        Trust.LIKELY,
        Trust.DOUBTFUL,
        Trust.DOUBTFUL,
    ]


def test_doubtful_units_are_folded_away_and_all_are_where_nothing_fits() -> None:
    sure, doubtful = sure_and_doubtful(ANSWER)
    assert ([one.code for one in sure], [one.code for one in doubtful]) == (["U.1", "U.2"], ["U.3"])
    assert sure_and_doubtful(NOWHERE) == ((), NOWHERE.units)
    only_doubtful = replace(ANSWER, units=ANSWER.units[2:])
    assert sure_and_doubtful(only_doubtful) == (only_doubtful.units, ())
    assert first_units(ANSWER) == asked_units(ANSWER) == ("U.1", "U.2")
    assert first_units(NOWHERE) == ()


def test_the_chosen_unit_is_the_first_until_a_person_chooses() -> None:
    assert chosen_unit(ANSWER, None) == "U.1"
    assert chosen_unit(ANSWER, "U.3") == "U.3"
    assert chosen_unit(ANSWER, "of another text") == "U.1"
    assert chosen_unit(NOWHERE, None) is None


def test_statements_are_marked_by_what_they_are_to_the_chosen_unit() -> None:
    numbers = statement_numbers(ANSWER, "U.1")
    assert numbers == {1: 1, 2: 2, 5: 3}
    assert text_marks(ANSWER, "U.1", numbers) == [
        Mark(0, 4, Look.HEADING),
        Mark(5, 9, Look.EVIDENCE, 1, 1),
        Mark(10, 14, Look.CHOSEN, 2, 2),
        Mark(15, 19, Look.NOISE, None, 3),
        Mark(20, 24, Look.UNCOVERED, None, 4),
        Mark(25, 29, Look.EVIDENCE, 3, 5),
    ]


def test_a_statement_that_was_picked_has_its_units_or_the_reason_why_not() -> None:
    assert [mark.look for mark in text_marks(ANSWER, None, statement_numbers(ANSWER, None), picked=2)] == [
        Look.HEADING,
        Look.EVIDENCE,
        Look.PICKED,
        Look.NOISE,
        Look.UNCOVERED,
        Look.EVIDENCE,
    ]
    assert picked_statement(ANSWER, 2) == STATEMENTS[2]
    assert picked_statement(ANSWER, None) is picked_statement(ANSWER, 99) is None
    assert [unit.code for unit in units_of(ANSWER, STATEMENTS[2])] == ["U.1", "U.2"]
    assert units_of(replace(ANSWER, uncovered=(2,)), STATEMENTS[2]) == units_of(ANSWER, STATEMENTS[3]) == ()
    assert [without_unit(ANSWER, STATEMENTS[number]) for number in (1, 3, 4)] == ["covered", "noise", "uncovered"]
    assert without_unit(ANSWER, statement(9, StatementKind.DISCLAIMED)) == "disclaimed"


def test_what_a_cv_disclaims_is_told_apart() -> None:
    answer = replace(ANSWER, statements=(statement(0, StatementKind.DISCLAIMED),))
    assert text_marks(answer, None, {}) == [Mark(0, 4, Look.DISCLAIMED, None, 0)]


def test_a_text_of_many_statements_is_not_slow() -> None:
    count = 50_000
    long = replace(ANSWER, statements=tuple(map(statement, range(count))), units=(), uncovered=tuple(range(count)))
    start = process_time()
    marks = text_marks(long, None, {})
    assert process_time() - start < 5  # a tenth of a second; far more when each statement is looked for in a list
    assert [mark.look for mark in marks] == [Look.UNCOVERED] * count


def test_where_nothing_fits_only_a_unit_someone_chose_has_evidence() -> None:
    assert statement_numbers(NOWHERE, None) == {}
    assert statement_numbers(NOWHERE, "U.1") == {2: 1}


def test_criteria_by_state() -> None:
    shown, weak, missing = CriterionState.EVIDENCED, CriterionState.WEAK, CriterionState.NOT_EVIDENCED
    found = [Line(Spot("U", place), "", "", state, (), Verdict()) for place, state in enumerate((shown, missing, weak))]
    assert in_states(found, set()) == tuple(found)
    assert in_states(found, {weak, missing}) == tuple(found[1:])
    overruled = Line(Spot("U", 3), "", "", missing, (), Verdict(weak))
    assert in_states([overruled], {weak}) == (overruled,)


def test_texts_that_cannot_be_read() -> None:
    assert [text_fault(text) for text in ("", " \n\t", "x", "x" * 200_000, "x" * 200_001)] == [
        "fault.empty_text",
        "fault.empty_text",
        "",
        "",
        "fault.long_text",
    ]
    assert [query_fault(query) for query in ("", "x" * 2_000, "x" * 2_001)] == ["", "", "fault.long_query"]
