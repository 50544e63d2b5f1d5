"""A review whose every text is what somebody else wrote."""

from padan.export.review import ElementReview, Line, Review, Spot, UnitReview, Verdict
from search.types import CriterionState, NextUnit, PrerequisiteGap, Quote, Statement, StatementKind

MISSING = CriterionState.NOT_EVIDENCED


def hostile_review(first: str, second: str) -> Review:
    """One unit with one criterion: titles and own evidence are `first`, criterion and quotation `second`."""
    spot = Spot("A.1", 0)
    line = Line(spot, "1.1", second, MISSING, (Quote(0, 0, 1, second, 0.5),), Verdict(None, first))
    unit = UnitReview(
        code="A.1",
        title=first,
        detailed=True,
        state=MISSING,
        elements=(ElementReview(spot, "1", first, (line,), None),),
        prerequisites=(PrerequisiteGap("A.2", first, MISSING),),
    )
    left = Statement(0, second, 0, 1, StatementKind.DUTY)
    return Review("cv", (unit,), (left,), ("A.1",), (NextUnit("A.2", first, MISSING, False, ("A.1",)),))
