"""What a text shows of each criterion of chosen units, what it shows weakly, and what it does not show."""

from collections.abc import Sequence

import numpy as np

from search.match.levels import Levels, levels_of
from search.match.read import ReadText
from search.match.units import aboutness
from search.store import StoredIndex
from search.types import (
    Coverage,
    Criterion,
    CriterionGap,
    CriterionState,
    Field,
    GapsAnswer,
    PrerequisiteGap,
    Quote,
    Scores,
    Unit,
    UnitGaps,
)

_QUOTES = 2  # statements quoted per criterion


def find_gaps(read: ReadText, index: StoredIndex, units: Sequence[Unit], catalogue: dict[str, Unit]) -> GapsAnswer:
    """Judge every criterion of `units` against the text; prerequisites are looked up in `catalogue` by code."""
    judge = _Judge(read, index)
    gaps = tuple(judge.unit(unit, catalogue) for unit in units)
    uncovered = tuple(statement.id for statement in read.proofs if statement.id not in judge.covered)
    confident = aboutness(read.unit_scores) >= levels_of(index.manifest.chance).about
    return GapsAnswer(read.kind, read.language, read.statements, gaps, uncovered, confident)


class _Judge:
    """One text's statements against the passages of an index; notes the statements that a judged unit covers."""

    def __init__(self, read: ReadText, index: StoredIndex) -> None:
        self._read, self._levels = read, levels_of(index.manifest.chance)
        self._criterion_levels = levels_of(index.manifest.chance_of_decree or index.manifest.chance)
        self._place = {code: place for place, code in enumerate(index.unit_codes)}
        self._rows = index.unit_rows
        self._fields = [passage.field for passage in index.passages]
        self.covered: set[int] = set()

    def unit(self, unit: Unit, catalogue: dict[str, Unit]) -> UnitGaps:
        """Judge one unit."""
        rows = self._rows[self._place[unit.code]] if unit.code in self._place else range(0)
        self._note(rows)
        # By position, not by number: a decree may print one number twice.
        columns = iter([row for row in rows if self._fields[row] is Field.CRITERION])
        criteria = tuple(
            self._criterion(element.no, criterion, next(columns, None) if criterion.text.strip() else None)
            for element in unit.elements
            for criterion in element.criteria
        )
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

    def _note(self, rows: range) -> None:
        """Remember the statements that say something of any of a unit's passages."""
        if rows and self._read.proofs:
            best = self._read.scores[:, rows.start : rows.stop].max(axis=1)
            near = np.flatnonzero(best >= self._levels.weak)
            self.covered |= {self._read.proofs[row].id for row in near}

    def _criterion(self, element: str, criterion: Criterion, column: int | None) -> CriterionGap:
        levels = self._criterion_levels
        quotes = () if column is None else self._quotes(self._read.scores[:, column], levels)
        score = quotes[0].score if quotes else 0.0
        return CriterionGap(element, criterion.no, criterion.text, levels.state(score), score, quotes)

    def _prerequisite(self, code: str, catalogue: dict[str, Unit]) -> PrerequisiteGap:
        quotes = self._unit_quotes(code)
        title = catalogue[code].title if code in catalogue else ""
        return PrerequisiteGap(code, title, self._state(quotes), quotes)

    def _unit_quotes(self, code: str) -> tuple[Quote, ...]:
        if code not in self._place:
            return ()
        return self._quotes(self._read.unit_scores[:, self._place[code]], self._levels)

    def _state(self, quotes: tuple[Quote, ...]) -> CriterionState:
        return self._levels.state(quotes[0].score if quotes else 0.0)

    def _quotes(self, scores: Scores, levels: Levels) -> tuple[Quote, ...]:
        """The best statements at or above `weak`, best first, ties in the order of the text."""
        order = np.argsort(-scores, kind="stable")[:_QUOTES]
        return tuple(
            Quote(statement.id, statement.start, statement.end, statement.text, float(scores[row]))
            for row in order
            if scores[row] >= levels.weak
            for statement in [self._read.proofs[row]]
        )


def _whole(coverage: Coverage) -> CriterionState:
    """A detailed unit in one word: shown when every criterion is, weak when any is shown or weak."""
    if coverage.evidenced and not coverage.weak and not coverage.not_evidenced:
        return CriterionState.EVIDENCED
    return CriterionState.WEAK if coverage.evidenced or coverage.weak else CriterionState.NOT_EVIDENCED
