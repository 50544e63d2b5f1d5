"""Units whose elements speak of another unit's title: a page of the decree was filled with the wrong text."""

from collections.abc import Sequence

from indexer.decree.words import content_roots
from search.types import Finding, Unit

_FEWEST_WORDS = 2  # that the other title must have and the unit's own has not


def off_title_findings(units: Sequence[Unit]) -> tuple[Finding, ...]:
    """One finding per unit whose elements have no word of its own title but every word of another's.

    Only words that tell the two titles apart count, so a shorter title inside a longer one is no better fit.
    """
    titles = [content_roots(unit.title) for unit in units]
    findings = []
    for unit, own in zip(units, titles, strict=True):
        if not unit.elements or len(unit.elements) < 2:
            continue
        spoken = content_roots(" ".join(element.title for element in unit.elements))
        better = [
            (len(other - own), other_unit)
            for other_unit, other in zip(units, titles, strict=True)
            if len(other - own) >= _FEWEST_WORDS and other - own <= spoken and not (own - other) & spoken
        ]
        if better and own:
            fitting = max(better, key=lambda scored: scored[0])[1]
            message = (
                f"The elements of unit {unit.code} '{unit.title}' do not speak of its title; "
                f"they fit unit {fitting.code} '{fitting.title}'."
            )
            findings.append(Finding("elements-off-title", message, unit.source))
    return tuple(findings)
