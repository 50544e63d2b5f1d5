"""What stands of criteria and units, the person's word among it, as markup; nothing here touches Streamlit."""

from collections.abc import Iterable

from padan.export.review import ElementReview, Line, Review, UnitReview
from padan.export.table import why
from padan.export.words import next_step
from padan.ui.cards import chip, quotes, state, unit_link
from padan.ui.language import Words
from padan.ui.markup import NOTHING, Html, tag
from search.types import Coverage, CriterionState, DocumentKind, NextUnit, PrerequisiteGap


def element_head(element: ElementReview, words: Words) -> Html:
    """An element's number and title."""
    return tag("h4", tag("span", f"{words('gaps.element')} {element.no}", look="label"), element.title, look="element")


def criterion(line: Line, kind: DocumentKind, words: Words) -> Html:
    """One criterion: its state, its quotations, the person's own evidence, and what to do next."""
    text = tag("div", tag("span", line.no, look="no"), tag("span", line.text), look="line")
    head = tag("div", text, _state(line, words), look="row spread")
    return tag("div", head, _said(line, kind, words), look=f"criterion {line.state}")


def whole(line: Line, kind: DocumentKind, words: Words) -> Html:
    """A unit that is known by its title only: the statements nearest to it."""
    said = "gaps.nearest" if line.quotes else "gaps.no_quote"
    head = tag("div", tag("p", words(said), look="hint"), _state(line, words), look="row spread")
    return tag("div", head, _said(line, kind, words), look=f"criterion {line.state} whole")


def _said(line: Line, kind: DocumentKind, words: Words) -> Html:
    own = line.verdict.evidence
    mine = tag("div", tag("span", words("gaps.own"), look="label"), tag("span", own, look="mine"), look="own")
    step = tag("p", next_step(line, kind, words), look="step")
    return quotes(line.quotes) + (mine if own else NOTHING) + step


def _state(line: Line, words: Words) -> Html:
    """The state that holds; where it is the person's, what Padan found stands beside it."""
    shown = state(line.state, words)
    if not line.verdict:
        return shown
    said = [tag("div", words("gaps.yours"), look="yours")]
    if line.state is not line.found:
        said.append(tag("div", f"{words('gaps.found')} {words(f'state.{line.found}')}", look="yours"))
    return tag("div", shown, *said, look="states")


def coverage(counts: Coverage, words: Words) -> Html:
    """Three numbers in words under a bar of the same three parts; never one percentage."""
    values = (counts.evidenced, counts.weak, counts.not_evidenced)
    bar = [
        tag("i", look=name, style=f"flex-grow:{value}")
        for name, value in zip(CriterionState, values, strict=True)
        if value
    ]
    said = words("gaps.counts", evidenced=counts.evidenced, weak=counts.weak, missing=counts.not_evidenced)
    return tag("div", tag("div", *bar, look="bar", aria_hidden="true"), tag("span", said, look="met"), look="coverage")


def overview(units: Iterable[UnitReview], words: Words) -> Html:
    """One line a unit: what the text shows of it, and a way down to its card."""
    return tag("div", *(_overview_line(unit, words) for unit in units), look="overview")


def _overview_line(unit: UnitReview, words: Words) -> Html:
    link = tag("a", unit.title, look="jump", href=f"#{place(unit.code)}")
    name = tag("div", tag("span", unit.code, look="code"), tag("div", link))
    shown = coverage(unit.coverage, words) if unit.detailed else state(unit.state, words)
    return tag("div", name, shown, look="row spread")


def place(code: str) -> str:
    """The name of a unit's card in the page."""
    return "padan-unit-" + "".join(letter if letter.isalnum() else "-" for letter in code)


def unit_head(unit: UnitReview, words: Words) -> Html:
    """A unit's code and title, and how many criteria are in each state."""
    marks = [tag("span", unit.code, look="code")]
    if unit.revoked_by:
        marks.append(chip(f"{words('catalogue.revoked_by')} {unit.revoked_by}", "weak"))
    title = unit_link(unit.code, unit.title, words)
    counted = coverage(unit.coverage, words) if unit.detailed else tag("p", words("unit.title_only"), look="hint")
    return tag("div", tag("div", *marks, look="row"), tag("h3", title, look="unit"), counted, id=place(unit.code))


def prerequisites(needed: Iterable[PrerequisiteGap], words: Words) -> Html:
    """The units that come before, each with what the text shows of it."""
    lines = []
    for gap in needed:
        title = unit_link(gap.code, gap.title, words) if gap.title else words("gaps.prerequisite.unknown")
        name = tag("div", tag("span", gap.code, look="code"), tag("div", title))
        lines.append(tag("div", tag("div", name, state(gap.state, words), look="row spread"), quotes(gap.evidence[:1])))
    return tag("h4", words("gaps.prerequisites"), look="element") + tag("div", *lines, look="overview")


def asked_for(review: Review, words: Words) -> Html:
    """How many of the units an advert calls for the text shows, shows in part, or does not show."""
    open_ones = {one.code: one.state for one in review.next}
    states = [open_ones.get(code, CriterionState.EVIDENCED) for code in review.asked]
    shown, weak, missing = (states.count(state) for state in CriterionState)
    return tag("p", words("gaps.asked", count=len(states), shown=shown, weak=weak, missing=missing), look="lead")


def next_units(units: Iterable[NextUnit], judged: Iterable[UnitReview], words: Words) -> Html:
    """Units in the order to take them, each with why, its state, and what to do about it."""
    reviewed = {unit.code: unit for unit in judged}
    return tag("ol", *(_next(one, reviewed.get(one.code), words) for one in units), look="path")


def _next(one: NextUnit, unit: UnitReview | None, words: Words) -> Html:
    title = one.title or words("gaps.prerequisite.unknown")
    link = tag("a", title, look="jump", href=f"#{place(one.code)}") if unit else tag("span", title, look="strong")
    marks = tag("div", tag("span", one.code, look="code"), chip(why(one, words), "plain"), look="row")
    step = tag("p", _step(one, unit, words), look="step")
    return tag("li", tag("div", tag("div", marks, link, step), state(one.state, words), look="row spread"))


def _step(one: NextUnit, unit: UnitReview | None, words: Words) -> str:
    """The first thing to do about a unit: its open criteria, or its standard where only the title is known."""
    if unit is None:
        return words("gaps.next.add")
    if not unit.detailed:
        return words(f"step.whole.{one.state}")
    counts = unit.coverage
    key = "gaps.next.some" if one.state is CriterionState.WEAK else "gaps.next.all"
    return words(key, open=counts.weak + counts.not_evidenced, count=len(unit.lines))
