"""What stands after a person has had their say: what views and exports show.

Three things are kept apart, because a certification body must be able to tell them apart:

- what Padan found in the text: one of three states, with verbatim quotations. It is never "competent" or "not
  competent".
- the person's verdict on a criterion: another state, evidence of their own, or both. It is marked as theirs everywhere.
- the person's claim for a whole element, K (kompeten) or BK (belum kompeten): their answer to "Dapatkah Saya …?" of
  form FR.APL.02. Nothing else ticks a box of that form, neither a state nor a verdict: no evidence in one text says
  nothing about what someone can do, and whether evidence suffices is for the assessor to say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from search.types import (
    Comparison,
    Coverage,
    CriterionGap,
    CriterionState,
    DocumentKind,
    GapsAnswer,
    NextUnit,
    PrerequisiteGap,
    Quote,
    Statement,
    Unit,
    UnitGaps,
)


class Claim(StrEnum):
    """A person's answer for an element; the value is what the form prints."""

    COMPETENT = "K"
    NOT_YET = "BK"


class Spot(NamedTuple):
    """A criterion or an element by its place in the unit, from 0: a decree may print one number twice.

    A unit that is known by its title only has one place, 0, for both.
    """

    unit: str
    place: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of one criterion; without a state their evidence counts as evidence."""

    state: CriterionState | None = None
    evidence: str = ""

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return self.state is not None or bool(self.evidence)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All a person said about one text."""

    verdicts: Mapping[Spot, Verdict] = field(default_factory=dict)
    claims: Mapping[Spot, Claim] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.verdicts or self.claims)

    def with_verdict(self, spot: Spot, verdict: Verdict) -> "Decisions":
        """The same with one verdict more, or fewer where it says nothing."""
        others = {place: one for place, one in self.verdicts.items() if place != spot}
        return replace(self, verdicts={**others, spot: verdict} if verdict else others)

    def with_claim(self, spot: Spot, claim: Claim | None) -> "Decisions":
        """The same with one claim more, or fewer where there is none."""
        others = {place: one for place, one in self.claims.items() if place != spot}
        return replace(self, claims={**others, spot: claim} if claim else others)


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion, or a unit known by its title only, with what was found and what the person says."""

    spot: Spot
    no: str
    text: str
    found: CriterionState
    quotes: tuple[Quote, ...]
    verdict: Verdict

    @property
    def state(self) -> CriterionState:
        """The state that holds: the person's where there is one."""
        if self.verdict.state is not None:
            return self.verdict.state
        return CriterionState.EVIDENCED if self.verdict.evidence else self.found


@dataclass(frozen=True, slots=True)
class ElementReview:
    """An element with its criteria and the person's claim."""

    spot: Spot
    no: str
    title: str
    lines: tuple[Line, ...]
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class UnitReview:
    """One unit as it stands; one that is known by its title only has one element, without title, with one line."""

    code: str
    title: str
    detailed: bool
    state: CriterionState
    elements: tuple[ElementReview, ...]
    prerequisites: tuple[PrerequisiteGap, ...]
    revoked_by: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in printed order."""
        return tuple(line for element in self.elements for line in element.lines)

    @property
    def open(self) -> tuple[str, ...]:
        """The numbers of the criteria that are not evidenced yet, the person's word counted."""
        return tuple(line.no for line in self.lines if self.detailed and line.state is not CriterionState.EVIDENCED)

    @property
    def coverage(self) -> Coverage:
        """How many criteria are in each state, the person's word counted."""
        return coverage_of(self.lines if self.detailed else ())


@dataclass(frozen=True, slots=True)
class Review:
    """Units of one text as they stand; `asked` and `next` are filled where a CV is compared with an advert."""

    kind: DocumentKind
    units: tuple[UnitReview, ...]
    uncovered: tuple[Statement, ...]
    asked: tuple[str, ...] = ()
    next: tuple[NextUnit, ...] = ()

    @property
    def coverage(self) -> Coverage:
        """How many criteria of all units are in each state."""
        return coverage_of(line for unit in self.units if unit.detailed for line in unit.lines)

    @property
    def said(self) -> int:
        """How many lines a person had a say on."""
        return sum(bool(line.verdict) for unit in self.units for line in unit.lines)

    def with_comparison(self, found: Comparison) -> "Review":
        """The same beside what an advert asks for."""
        return replace(self, asked=found.asked, next=found.next)


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands at the top and under the form; empty parts are left to be written by hand."""

    scheme: str = ""
    scheme_no: str = ""
    candidate: str = ""
    assessor: str = ""


def coverage_of(lines: Iterable[Line]) -> Coverage:
    """How many lines are in each state."""
    states = [line.state for line in lines]
    return Coverage(*(states.count(state) for state in CriterionState))


def review(answer: GapsAnswer, catalogue: Mapping[str, Unit], decisions: Decisions | None = None) -> Review:
    """An answer with a person's decisions applied; `catalogue` is the one the answer was given from."""
    said = decisions or Decisions()
    units = tuple(_unit(unit, catalogue[unit.code], said) for unit in answer.units)
    states = {unit.code: unit.state for unit in units}
    missed = set(answer.uncovered)
    return Review(
        answer.kind,
        tuple(replace(unit, prerequisites=_restated(unit.prerequisites, states)) for unit in units),
        tuple(statement for statement in answer.statements if statement.id in missed),
    )


def _unit(gaps: UnitGaps, unit: Unit, said: Decisions) -> UnitReview:
    elements = _elements(gaps, unit, said) if gaps.criteria else (_whole(gaps, said),)
    lines = [line for element in elements for line in element.lines]
    state = _state(lines) if any(line.verdict for line in lines) else gaps.state
    return UnitReview(gaps.code, gaps.title, bool(gaps.criteria), state, elements, gaps.prerequisites, gaps.revoked_by)


def _elements(gaps: UnitGaps, unit: Unit, said: Decisions) -> tuple[ElementReview, ...]:
    rest = iter(enumerate(gaps.criteria))
    found = []
    for place, element in enumerate(unit.elements):
        lines = tuple(_line(gaps.code, next(rest), said) for _ in element.criteria)
        spot = Spot(gaps.code, place)
        found.append(ElementReview(spot, element.no, element.title, lines, said.claims.get(spot)))
    return tuple(found)


def _line(code: str, numbered: tuple[int, CriterionGap], said: Decisions) -> Line:
    place, gap = numbered
    spot = Spot(code, place)
    return Line(spot, gap.no, gap.text, gap.state, gap.evidence, said.verdicts.get(spot, Verdict()))


def _whole(gaps: UnitGaps, said: Decisions) -> ElementReview:
    """The one line of a unit without criteria."""
    spot = Spot(gaps.code, 0)
    line = Line(spot, "", gaps.title, gaps.state, gaps.evidence, said.verdicts.get(spot, Verdict()))
    return ElementReview(spot, "", "", (line,), said.claims.get(spot))


def _state(lines: Iterable[Line]) -> CriterionState:
    """A unit in one word, as `search.match` has it: shown when every criterion is, weak when any is shown or weak."""
    states = {line.state for line in lines}
    if states == {CriterionState.EVIDENCED}:
        return CriterionState.EVIDENCED
    return CriterionState.NOT_EVIDENCED if states <= {CriterionState.NOT_EVIDENCED} else CriterionState.WEAK


def _restated(needed: Iterable[PrerequisiteGap], states: Mapping[str, CriterionState]) -> tuple[PrerequisiteGap, ...]:
    """Prerequisites that are judged themselves have the state they have there."""
    return tuple(replace(gap, state=states.get(gap.code, gap.state)) for gap in needed)
