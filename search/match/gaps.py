"""What a text shows of each criterion of chosen units, what it shows weakly, and what it does not show."""

from collections.abc import Sequence

from search.match.levels import Levels, levels_of
from search.match.read import ReadText
from search.store import StoredIndex
from search.types import (
    Coverage,
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


def find_gaps(
    read: ReadText,
    index: StoredIndex,
    units: Sequence[Unit],
    catalogue: dict[str, Unit],
) -> GapsAnswer:
    """Judge every criterion of `units` against the text; prerequisites are looked up in `catalogue` by code."""
    judge = _Judge(read, index, levels_of(index.manifest.chance))
    gaps = tuple(judge.unit(unit, catalogue) for unit in units)
    uncovered = tuple(statement.id for row, statement in enumerate(read.proofs) if not judge.covers(row, units))
    return GapsAnswer(read.kind, read.language, read.statements, gaps, uncovered)


class _Judge:
    """One text's statements against the passages of an index."""

    def __init__(self, read: ReadText, index: StoredIndex, levels: Levels) -> None:
        self._read, self._levels = read, levels
        self._column = {(passage.unit, passage.field, passage.no): row for row, passage in enumerate(index.passages)}
        best = read.unit_scores
        self._unit_scores = {code: best[:, place] for place, code in enumerate(index.unit_codes)}

    def unit(self, unit: Unit, catalogue: dict[str, Unit]) -> UnitGaps:
        criteria = tuple(
            self._criterion(unit, element.no, no_text.no, no_text.text)
            for element in unit.elements
            for no_text in element.criteria
        )
        coverage = Coverage(*(sum(gap.state is state for gap in criteria) for state in CriterionState))
        quotes = self._quotes(self._unit_scores.get(unit.code))
        return UnitGaps(
            code=unit.code,
            title=unit.title,
            detailed=unit.detailed,
            coverage=coverage,
            criteria=criteria,
            prerequisites=tuple(self._prerequisite(code, catalogue) for code in unit.prerequisites),
            evidence=quotes,
            state=_whole(coverage) if unit.detailed else self._best(quotes),
        )

    def covers(self, row: int, units: Sequence[Unit]) -> bool:
        """Whether a statement speaks of any of the units."""
        return any(
            float(self._unit_scores[unit.code][row]) >= self._levels.weak
            for unit in units
            if unit.code in self._unit_scores
        )

    def _criterion(self, unit: Unit, element: str, no: str, text: str) -> CriterionGap:
        column = self._column.get((unit.code, Field.CRITERION, no))
        quotes = self._quotes(None if column is None else self._read.scores[:, column])
        return CriterionGap(element, no, text, self._best(quotes), quotes[0].score if quotes else 0.0, quotes)

    def _prerequisite(self, code: str, catalogue: dict[str, Unit]) -> PrerequisiteGap:
        quotes = self._quotes(self._unit_scores.get(code))
        title = catalogue[code].title if code in catalogue else ""
        return PrerequisiteGap(code, title, self._best(quotes), quotes)

    def _best(self, quotes: tuple[Quote, ...]) -> CriterionState:
        return self._levels.state(quotes[0].score if quotes else 0.0)

    def _quotes(self, scores: Scores | None) -> tuple[Quote, ...]:
        """The best statements at or above `weak`, best first, ties in the order of the text."""
        if scores is None:
            return ()
        order = sorted(range(len(scores)), key=lambda row: (-round(float(scores[row]), 4), row))[:_QUOTES]
        return tuple(
            Quote(statement.id, statement.start, statement.end, statement.text, float(scores[row]))
            for row in order
            if scores[row] >= self._levels.weak
            for statement in [self._read.proofs[row]]
        )


def _whole(coverage: Coverage) -> CriterionState:
    """A detailed unit in one word: shown when every criterion is, weak when any is shown or weak."""
    if coverage.evidenced and not coverage.weak and not coverage.not_evidenced:
        return CriterionState.EVIDENCED
    return CriterionState.WEAK if coverage.evidenced or coverage.weak else CriterionState.NOT_EVIDENCED
