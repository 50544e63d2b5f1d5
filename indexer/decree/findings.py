"""Findings that need the whole decree in view. The other pages report what they see while reading, among them

`code-differs`         a body whose code is not the one the list gives its title
`list-repeated`        a second list of units, as in an appendix
`heading-misspelt`     a heading of a body read in spite of a slip
`word-broken`          a word that bad kerning or a page break cut, read as one (from the PDF reader)
`word-hyphenated`      a word cut by a hyphen at a line end, read as one
`word-glued`           two words without a blank between, left as printed
`page-damaged`         pages that cannot be read
`page-scanned`         pages that are pictures only

and those made here:

`code-variant`         a code printed in more than one form
`title-differs`        map, list, body or a prerequisite word a title differently
`no-body`              a listed unit without a body
`unit-not-listed`      a body whose unit is not in the list
`prerequisite-unknown` a prerequisite that is no unit of this decree
`truncated`            the decree breaks off, with what its last unit lacks
`section-missing`      the same for a unit that is not the last
"""

from collections.abc import Container, Iterable

from indexer.decree.codes import CodeBook
from indexer.decree.drafts import Body, ListedUnit
from indexer.decree.words import fold
from search.types import Finding, Place


def code_variants(codes: Iterable[str], book: CodeBook) -> list[Finding]:
    """One finding per unit whose code has several printed forms, at the first line that departs from the canonical."""
    findings = []
    for code in codes:
        forms = book.forms(code)
        if len(forms) > 1:
            shown = "; ".join(f"{form} ({_places(places)})" for form, places in forms.items())
            variant = list(forms.values())[1]
            findings.append(
                Finding("code-variant", f"Unit {code} is printed in {len(forms)} forms: {shown}.", variant[0])
            )
    return findings


class TitleBook:
    """Every printing of every unit's title."""

    def __init__(self) -> None:
        """Begin without any."""
        self._titles: dict[str, list[tuple[str, str, Place]]] = {}

    def add(self, code: str, where: str, title: str, place: Place) -> None:
        """Note a title as printed `where` (`"map"`, `"list"`, …)."""
        if title:
            self._titles.setdefault(code, []).append((where, title, place))

    def differences(self) -> list[Finding]:
        """One finding per unit whose title is worded in more than one way; case and punctuation do not count."""
        findings = []
        for code, printings in self._titles.items():
            if len({fold(title) for _, title, _ in printings}) > 1:
                shown = "; ".join(
                    f"{where} ({place.unit} {place.number}): '{title}'" for where, title, place in printings
                )
                findings.append(Finding("title-differs", f"Unit {code} has several titles: {shown}.", printings[0][2]))
        return findings


def without_body(listed: Iterable[ListedUnit], with_body: Container[str]) -> list[Finding]:
    """One finding per listed unit whose code is not among those with a body."""
    return [
        Finding("no-body", f"Unit {unit.code} '{unit.title}' is listed without its elements and criteria.", unit.place)
        for unit in listed
        if unit.code not in with_body
    ]


def incomplete(bodies: list[Body], listed: tuple[ListedUnit, ...]) -> list[Finding]:
    """What bodies lack; of the last one, or of a list without any body, that the decree breaks off there."""
    findings = []
    for body in bodies:
        if body.missing:
            missing = ", ".join(body.missing)
            if body is bodies[-1]:
                unit = f"unit {body.code}" if body.code else "a unit without code"
                message = f"The decree breaks off in {unit}; missing: {missing}."
                findings.append(Finding("truncated", message, body.last_place))
            else:
                findings.append(Finding("section-missing", f"Unit {body.code} lacks: {missing}.", body.place))
    if not bodies and listed:
        message = f"The decree breaks off after listing {listed[-1].code}; missing: the body of every unit."
        findings.append(Finding("truncated", message, listed[-1].place))
    return findings


def _places(places: list[Place]) -> str:
    numbers = ", ".join(str(place.number) for place in places)
    return f"{places[0].unit} {numbers}"
