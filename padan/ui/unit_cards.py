"""A unit in full as markup: everything the decree says of it, and where."""

from collections.abc import Callable, Iterable, Mapping

from padan.ui.cards import terms, unit_body, unit_head, unit_link
from padan.ui.decree_cards import called, place
from padan.ui.language import Words
from padan.ui.markup import NOTHING, Html, joined, plain, tag
from search.types import Decree, Unit

Titles = Mapping[str, Unit]  # canonical code → unit, for the titles of prerequisites

_SECTIONS: tuple[tuple[str, Callable[[Unit], tuple[str, ...]]], ...] = (
    ("context", lambda unit: unit.context),
    ("equipment", lambda unit: unit.equipment),
    ("supplies", lambda unit: unit.supplies),
    ("rules", lambda unit: unit.rules),
    ("norms", lambda unit: unit.norms),
    ("standards", lambda unit: unit.standards),
    ("assessment", lambda unit: unit.assessment),
    ("knowledge", lambda unit: unit.knowledge),
    ("skills", lambda unit: unit.skills),
    ("attitudes", lambda unit: unit.attitudes),
)


def unit_page(unit: Unit, decree: Decree, titles: Titles, words: Words) -> Html:
    """A unit by itself: its name, the decree it stands in, everything that says of it."""
    path = next((path.path for path in decree.function_map if path.unit == unit.code), ())
    decree_line = tag("p", called(decree), look="hint")
    return unit_head(unit.code, unit.title) + decree_line + _in_full(unit, path, decree, titles, words)


def _in_full(unit: Unit, path: tuple[str, ...], decree: Decree, titles: Titles, words: Words) -> Html:
    parts = [tag("div", _path(path, words), _where(unit, words), look="facts")]
    if unit.detailed or decree.kind == "decree":
        parts.append(unit_body(unit, words))
    elif unit.description:
        parts.append(tag("p", unit.description, look="lead"))
    needed = [_prerequisite(code, titles, words) for code in unit.prerequisites]
    parts.append(_items(words("gaps.prerequisites"), needed))
    parts.append(_items(words("section.critical_aspects"), unit.critical_aspects))
    rest = [_items(words(f"section.{name}"), lines(unit)) for name, lines in _SECTIONS if lines(unit)]
    if rest:
        parts.append(tag("details", tag("summary", words("catalogue.rest")), *rest, look="fold rest"))
    if unit.aliases:  # last, as they are no part of the decree
        parts.append(_items(words("field.alias"), unit.aliases))
    parts.append(tag("details", tag("summary", words("help.terms")), terms(words), look="fold rest"))
    return joined(parts)


def _prerequisite(code: str, titles: Titles, words: Words) -> Html:
    known = code in titles
    name = unit_link(code, titles[code].title, words) if known else plain(words("gaps.prerequisite.unknown"))
    return tag("span", code, look="code") + plain("  ") + name


def _where(unit: Unit, words: Words) -> Html:
    others = unit.printed_codes[1:]
    also = f" · {words('catalogue.also_printed')} {', '.join(others)}" if others else ""
    return (
        tag("p", f"{words('catalogue.printed')} {place(unit.source, words)}{also}", look="hint")
        if unit.source
        else NOTHING
    )


def _path(path: tuple[str, ...], words: Words) -> Html:
    said = [step for step in path if step]
    return _fact(words("catalogue.path"), " › ".join(said)) if said else NOTHING


def _fact(label: str, text: str) -> Html:
    return tag("div", tag("span", label, look="label"), tag("span", text), look="field")


def _items(heading: str, lines: Iterable[Html | str]) -> Html:
    items = [tag("li", line) for line in lines]
    return tag("h4", heading, look="element") + tag("ul", *items, look="items") if items else NOTHING
