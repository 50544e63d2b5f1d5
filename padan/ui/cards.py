"""Units, quotations and criteria as markup; nothing here touches Streamlit."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from padan.ui.choose import trust
from padan.ui.language import Words
from padan.ui.links import unit_address
from padan.ui.marks import Mark, marked
from padan.ui.markup import NOTHING, Html, joined, tag
from padan.ui.picks import unit_pick
from search.types import (
    CriterionState,
    Evidence,
    FieldEvidence,
    Quote,
    Statement,
    Unit,
    UnitMatch,
)

SIGNS = {CriterionState.EVIDENCED: "●", CriterionState.WEAK: "◐", CriterionState.NOT_EVIDENCED: "○"}
Place = Callable[[str], Sequence[Mark]]  # a text of the standard → the marks to show in it


def heading(title: str, lead: str = "") -> Html:
    """A view's title and what it is for."""
    return tag("h2", title, look="title") + (tag("p", lead, look="lead") if lead else NOTHING)


def unit_head(code: str, title: Html | str, *chips: Html) -> Html:
    """Code small, title large, chips beside the code."""
    return tag("div", tag("div", tag("span", code, look="code"), *chips, look="row"), tag("h3", title, look="unit"))


def unit_link(code: str, title: Html | str, words: Words) -> Html:
    """A unit's title that opens the unit in full."""
    return tag("a", title, look="open", href=unit_address(code, words.language), data_choose=unit_pick(code))


def chip(text: str, look: str, explained: str = "") -> Html:
    """A short word in a pill; `explained` shows when one points at it."""
    return tag("span", text, look=f"chip {look}", **({"title": explained} if explained else {}))


def printed(unit: Unit, of_decree: bool, words: Words) -> tuple[Html, ...]:
    """How much of a unit its decree prints; of a taxonomy's unit nothing is missing."""
    if unit.detailed:
        return (chip(words("unit.criteria", count=len(unit.criteria)), "evidenced", words("help.criterion")),)
    return (chip(words("unit.only_title"), "plain", words("unit.title_only")),) if of_decree else ()


def confidence(unit: UnitMatch, words: Words) -> Html:
    """How sure Padan is, in words with the figure."""
    name = trust(unit.confidence)
    percent = round(unit.confidence * 100)
    return chip(words(f"match.trust.{name}", percent=percent), name, words("match.trust.help"))


def state(value: CriterionState, words: Words) -> Html:
    """A criterion's state as sign and word, so that it can be told without its colour."""
    return chip(f"{SIGNS[value]} {words(f'state.{value}')}", value)


def evidence(parts: Iterable[Evidence], numbers: Mapping[int, int], words: Words) -> Html:
    """Quotations of the text, each with the line of the standard it supports."""
    return joined(_evidence(part, numbers.get(part.statement), words) for part in parts)


def _evidence(part: Evidence, number: int | None, words: Words) -> Html:
    link = NOTHING if number is None else tag("a", str(number), look="number", href=f"#padan-statement-{number}")
    met = tag("div", f"{words('match.meets')} {words(f'field.{part.field}')}: ", tag("q", part.field_text), look="met")
    return tag("blockquote", link, tag("span", part.text, look="said"), met, look="quote")


def quotes(parts: Iterable[Quote | Statement]) -> Html:
    """Quotations alone."""
    return joined(tag("blockquote", tag("span", part.text, look="said"), look="quote") for part in parts)


def field_met(part: FieldEvidence, place: Place, words: Words) -> Html:
    """The passage of the standard that a query met, with the query's words marked."""
    label = " ".join(filter(None, (words(f"field.{part.field}"), part.no)))
    return tag("div", tag("span", label, look="label"), tag("span", marked(part.text, place(part.text))), look="field")


def terms(words: Words) -> Html:
    """What a unit, an element and a KUK are."""
    return joined(tag("p", words(f"help.{name}"), look="hint") for name in ("unit", "element", "criterion"))


def unit_body(unit: Unit, words: Words) -> Html:
    """A unit's elements and criteria as the decree prints them."""
    if not unit.detailed:
        return tag("p", words("unit.title_only"), look="hint")
    parts = [tag("p", unit.description, look="lead")] if unit.description else []
    for element in unit.elements:
        parts.append(_element(element.no, element.title, words))
        parts += [_line(criterion.no, criterion.text) for criterion in element.criteria]
    return joined(parts)


def _element(no: str, title: str, words: Words) -> Html:
    return tag("h4", tag("span", f"{words('gaps.element')} {no}", look="label"), title, look="element")


def _line(no: str, text: str) -> Html:
    return tag("div", tag("span", no, look="no"), tag("span", text), look="line")
