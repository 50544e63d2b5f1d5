"""Single texts of the labelled sets: what they are labelled with beside what Padan answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eval.labelled import CriterionLabel, LabelledSet, LabelledText
from search.types import CriterionState, UnitGaps

ASKED = 2  # the grade of a unit the text is about; 1 is a neighbour that is also right


class Verdict(StrEnum):
    """How an answer stands to its label."""

    RIGHT = "right"
    NEAR = "near"  # grade 1: also right
    EXTRA = "extra"  # answered, not labelled
    MISSED = "missed"  # labelled, not answered


@dataclass(frozen=True, slots=True)
class Line:
    """A unit of an answer or of the labels; no rank where it was not answered."""

    code: str
    rank: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A criterion: labelled evidenced or not, and the state Padan gives it."""

    no: str
    text: str
    evidenced: bool
    state: CriterionState

    @property
    def verdict(self) -> Verdict:
        """A weak criterion says neither yes nor no, so it is near in both cases."""
        if self.state is CriterionState.WEAK:
            return Verdict.NEAR
        if self.evidenced == (self.state is CriterionState.EVIDENCED):
            return Verdict.RIGHT
        return Verdict.MISSED if self.evidenced else Verdict.EXTRA


def in_order(labelled: LabelledSet, values: Mapping[str, float]) -> tuple[LabelledText, ...]:
    """The texts, the worst answered first; those with nothing to measure come last."""
    return tuple(sorted(labelled.texts, key=lambda text: (values.get(text.id, 2.0), text.id)))


def compared(found: Sequence[str], grades: Mapping[str, int]) -> tuple[Line, ...]:
    """The units answered in their order, then the labelled ones that are not among them."""
    answered = [Line(code, rank, _verdict(grades.get(code, 0))) for rank, code in enumerate(found, start=1)]
    missed = sorted((-grade, code) for code, grade in grades.items() if code not in found)
    return (*answered, *(Line(code, None, Verdict.MISSED) for _, code in missed))


def _verdict(grade: int) -> Verdict:
    if grade >= ASKED:
        return Verdict.RIGHT
    return Verdict.NEAR if grade else Verdict.EXTRA


def judged_lines(unit: UnitGaps, labels: Iterable[CriterionLabel]) -> tuple[JudgedLine, ...]:
    """The criteria of a unit that are labelled, in printed order."""
    known = {label.no: label.evidenced for label in labels if label.unit == unit.code}
    return tuple(JudgedLine(gap.no, gap.text, known[gap.no], gap.state) for gap in unit.criteria if gap.no in known)
