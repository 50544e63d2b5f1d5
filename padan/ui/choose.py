"""What the views decide, without a browser: which units are shown first, in which words, and what is marked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from padan.export.review import Line
from padan.ui.marks import Look, Mark
from search import Searcher
from search.errors import UnknownUnitError
from search.match import called_units
from search.types import (
    CriterionState,
    MatchAnswer,
    Statement,
    StatementKind,
    UnitMatch,
)

_SURE, _FAIR = 0.8, 0.5  # confidence from which a unit is called a strong, then a likely match
_UNITS = 3  # units judged when a person has chosen none
_PLAIN_LOOKS = {
    StatementKind.NOISE: Look.NOISE,
    StatementKind.DISCLAIMED: Look.DISCLAIMED,
    StatementKind.HEADING: Look.HEADING,
}


class Trust(StrEnum):
    """Confidence in words."""

    STRONG = "strong"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


def trust(confidence: float) -> Trust:
    """The word for a confidence in [0, 1]."""
    if confidence >= _SURE:
        return Trust.STRONG
    return Trust.LIKELY if confidence >= _FAIR else Trust.DOUBTFUL


def sure_and_doubtful(answer: MatchAnswer) -> tuple[tuple[UnitMatch, ...], tuple[UnitMatch, ...]]:
    """Units to show at once, and those to fold away: all of them where nothing in the catalogue fits the text."""
    sure = called_units(answer)
    return sure, tuple(unit for unit in answer.units if unit not in sure)


def statement_numbers(answer: MatchAnswer, chosen: str | None) -> dict[int, int]:
    """Statement id → the number beside it in the text and in the units, counted from 1 in text order.

    Where nothing fits the text only the evidence of a unit that a person chose has numbers: the rest is no evidence.
    Nor is what a doubtful unit quotes for want of better: a statement that no unit covers.
    """
    units = [unit for unit in answer.units if answer.confident or unit.code == chosen]
    uncovered = set(answer.uncovered)
    quoted = sorted(
        {
            part.statement
            for unit in units
            for part in unit.evidence
            if unit.code == chosen or part.statement not in uncovered
        }
    )
    return {statement: number for number, statement in enumerate(quoted, start=1)}


def chosen_unit(answer: MatchAnswer, wanted: str | None) -> str | None:
    """The unit whose evidence is marked: the one a person chose, else the first that fits."""
    sure, _ = sure_and_doubtful(answer)
    if any(unit.code == wanted for unit in answer.units):
        return wanted
    return sure[0].code if sure else None


def text_marks(
    answer: MatchAnswer, chosen: str | None, numbers: Mapping[int, int], picked: int | None = None
) -> list[Mark]:
    """A mark for every statement; the evidence of the chosen unit, or the statement picked, stands out.

    Headings are no statements of work, and cannot be picked.
    """
    strong = {part.statement for unit in answer.units if unit.code == chosen for part in unit.evidence}
    uncovered = frozenset(answer.uncovered)
    found = []
    for statement in answer.statements:
        look = Look.PICKED if statement.id == picked else _look(statement, strong, numbers, uncovered)
        pick = None if look is Look.HEADING else statement.id
        found.append(Mark(statement.start, statement.end, look, numbers.get(statement.id), pick))
    return found


def _look(statement: Statement, strong: Collection[int], quoted: Collection[int], uncovered: Collection[int]) -> Look:
    if statement.id in strong:
        return Look.CHOSEN
    if statement.id in quoted:
        return Look.EVIDENCE
    if statement.id in uncovered:
        return Look.UNCOVERED
    return _PLAIN_LOOKS.get(statement.kind, Look.COVERED)


def picked_statement(answer: MatchAnswer, wanted: int | None) -> Statement | None:
    """The statement a person picked, if the text has it."""
    return next((statement for statement in answer.statements if statement.id == wanted), None)


def units_of(answer: MatchAnswer, statement: Statement) -> tuple[UnitMatch, ...]:
    """The units that quote a statement, best first; one that no unit covers is quoted for want of better only."""
    if statement.id in answer.uncovered:
        return ()
    return tuple(unit for unit in answer.units if any(part.statement == statement.id for part in unit.evidence))


def without_unit(answer: MatchAnswer, statement: Statement) -> str:
    """Why no unit quotes a statement: the last part of a key in the language table."""
    if statement.id in answer.uncovered:
        return Look.UNCOVERED
    return _PLAIN_LOOKS.get(statement.kind, Look.COVERED)


def first_units(answer: MatchAnswer) -> tuple[str, ...]:
    """Codes to judge when none is chosen: the best that fit; where none fits, none."""
    return tuple(unit.code for unit in sure_and_doubtful(answer)[0][:_UNITS])


def canonical(codes: Iterable[str], searcher: Searcher) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes in any printed form → the canonical ones, each once, and those that are in no decree."""
    known: dict[str, None] = {}
    unknown = []
    for code in codes:
        try:
            known[searcher.unit(code).code] = None
        except UnknownUnitError:
            unknown.append(code)
    return tuple(known), tuple(unknown)


def asked_units(advert: MatchAnswer) -> tuple[str, ...]:
    """Codes an advert calls for with some confidence."""
    return tuple(unit.code for unit in sure_and_doubtful(advert)[0])


def in_states(lines: Sequence[Line], states: Collection[CriterionState]) -> tuple[Line, ...]:
    """The criteria in any of the states; no state chosen means all."""
    return tuple(line for line in lines if not states or line.state in states)
