"""What a text shows of each criterion of chosen units, what it shows weakly, and what it does not show."""

from collections.abc import Sequence

import numpy as np

from search.match.calibration import Probabilities, calibration
from search.match.judge import Judge, Support
from search.match.levels import levels_of
from search.match.read import ReadText
from search.match.units import something_fits
from search.store import StoredIndex
from search.types import (
    Coverage,
    Criterion,
    CriterionGap,
    CriterionState,
    GapsAnswer,
    PrerequisiteGap,
    Quote,
    Scores,
    Statement,
    Unit,
    UnitGaps,
)

_QUOTES = 2  # statements quoted per criterion
_STATES = tuple(CriterionState)  # from the surest down: of two judgements the more careful one holds
_SECOND = 0.15  # how much less than the best statement a second one may claim to be quoted too


def find_gaps(read: ReadText, index: StoredIndex, units: Sequence[Unit], catalogue: dict[str, Unit]) -> GapsAnswer:
    """Judge every criterion of `units` against the text; prerequisites are looked up in `catalogue` by code."""
    judge = _Gaps(read, index)
    gaps = tuple(judge.unit(unit, catalogue) for unit in units)
    uncovered = tuple(statement.id for statement in read.proofs if statement.id not in judge.covered)
    confident = something_fits(read)
    return GapsAnswer(read.kind, read.language, read.statements, gaps, uncovered, confident, read.depth)


class _Gaps:
    """One text's statements against the passages of an index; notes the statements that a judged unit covers."""

    def __init__(self, read: ReadText, index: StoredIndex) -> None:
        self._read, self._levels = read, levels_of(read.chance)
        self._judge = Judge(read, index)
        self._place = {code: place for place, code in enumerate(index.unit_codes)}
        self.covered: set[int] = set()

    def unit(self, unit: Unit, catalogue: dict[str, Unit]) -> UnitGaps:
        """Judge one unit."""
        self._note(unit.code)
        criteria = self._criteria(unit)
        coverage = Coverage(*(sum(gap.state is state for gap in criteria) for state in CriterionState))
        quotes = self._unit_quotes(unit.code)
        return UnitGaps(
            code=unit.code,
            title=unit.title,
            detailed=unit.detailed,
            coverage=coverage,
            criteria=criteria,
            prerequisites=tuple(self._prerequisite(code, catalogue) for code in unit.prerequisites),
            evidence=quotes,
            state=_whole(coverage) if unit.detailed else self._state(quotes),
        )

    def _note(self, code: str) -> None:
        """Remember the statements that say something of a unit."""
        if code in self._place:
            near = np.flatnonzero(self._read.unit_scores[:, self._place[code]] >= self._levels.weak)
            self.covered |= {self._read.proofs[row].id for row in near}

    def _criteria(self, unit: Unit) -> tuple[CriterionGap, ...]:
        found = self._judge.unit(unit.code)
        numbers = calibration(self._read.depth, found.taught)
        sure = numbers.criterion.probabilities(found.features)
        # By position, not by number: a decree may print one number twice.
        places = iter(range(len(sure)))
        return tuple(
            self._criterion(element.no, criterion, found, sure, next(places, None) if criterion.text.strip() else None)
            for element in unit.elements
            for criterion in element.criteria
        )

    def _criterion(
        self, element: str, criterion: Criterion, found: Support, sure: Probabilities, place: int | None
    ) -> CriterionGap:
        if place is None or not found.similar[:, place].any():
            return CriterionGap(element, criterion.no, criterion.text, CriterionState.NOT_EVIDENCED, 0.0, ())
        score = float(sure[place])
        state = max(calibration(self._read.depth, found.taught).state(score), found.most[place], key=_STATES.index)
        shown = state is not CriterionState.NOT_EVIDENCED
        quotes = self._shown(found.claims[:, place], found.similar[:, place]) if shown else ()
        return CriterionGap(element, criterion.no, criterion.text, state, score, quotes)

    def _shown(self, claims: Scores, similar: Scores) -> tuple[Quote, ...]:
        """The statements that support a criterion most, ties in the order of the text."""
        order = [int(row) for row in np.argsort(-claims, kind="stable")[:_QUOTES]]
        kept = [row for row in order if claims[row] >= claims[order[0]] - _SECOND]
        return tuple(_quote(self._judge.told[row], float(similar[row])) for row in kept)

    def _prerequisite(self, code: str, catalogue: dict[str, Unit]) -> PrerequisiteGap:
        quotes = self._unit_quotes(code)
        title = catalogue[code].title if code in catalogue else ""
        return PrerequisiteGap(code, title, self._state(quotes), quotes)

    def _unit_quotes(self, code: str) -> tuple[Quote, ...]:
        """The best statements at or above `weak`, best first, ties in the order of the text."""
        if code not in self._place:
            return ()
        scores = self._read.unit_scores[:, self._place[code]]
        order = [int(row) for row in np.argsort(-scores, kind="stable")[:_QUOTES]]
        return tuple(
            _quote(self._read.proofs[row], float(scores[row])) for row in order if scores[row] >= self._levels.weak
        )

    def _state(self, quotes: tuple[Quote, ...]) -> CriterionState:
        return self._levels.state(quotes[0].score if quotes else 0.0)


def _quote(statement: Statement, score: float) -> Quote:
    return Quote(statement.id, statement.start, statement.end, statement.text, score)


def _whole(coverage: Coverage) -> CriterionState:
    """A detailed unit in one word: shown when every criterion is, weak when any is shown or weak."""
    if coverage.evidenced and not coverage.weak and not coverage.not_evidenced:
        return CriterionState.EVIDENCED
    return CriterionState.WEAK if coverage.evidenced or coverage.weak else CriterionState.NOT_EVIDENCED
