"""Decrees, their units in full and their findings as markup; nothing here touches Streamlit."""

from collections.abc import Callable, Iterable, Mapping

from padan.ui.cards import chip, unit_body
from padan.ui.language import TABLE, Words
from padan.ui.markup import NOTHING, Html, joined, tag
from search.catalogue import Catalogue
from search.types import Decree, Finding, Place, Unit

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


def decrees(shown: Catalogue, words: Words) -> Html:
    """One line a decree: its number, field and title beside what it holds."""
    return tag(
        "div", *(_decree(decree, shown.revoked.get(decree.name), words) for decree in shown.decrees), look="list"
    )


def _decree(decree: Decree, revoked_by: str | None, words: Words) -> Html:
    number = tag("span", decree.name, look="code")
    marks = [number]
    if decree.kind == "taxonomy":
        marks.append(chip(words("catalogue.taxonomy"), "likely"))
    if revoked_by:
        marks.append(chip(words("catalogue.revoked_by") + f" {revoked_by}", "weak", words("catalogue.revoked.help")))
    title = tag("div", decree.title, look="met") if decree.title != decree.field else NOTHING
    name = tag("div", tag("div", *marks, look="row"), tag("div", decree.field or decree.name, look="strong"), title)
    return tag("div", name, tag("div", counts(decree, words), look="counts"), look="row spread")


def counts(decree: Decree, words: Words) -> str:
    """Units, those with criteria, findings: in words."""
    detailed = sum(unit.detailed for unit in decree.units)
    parts = [words("catalogue.units", count=len(decree.units))]
    if decree.kind == "decree":
        parts.append(words("catalogue.detailed", count=detailed))
    return " · ".join([*parts, words("catalogue.findings", count=len(decree.findings))])


def decree_head(decree: Decree, words: Words) -> Html:
    """A decree's heading: what it is called, the file it was read from, and the decrees it revokes."""
    source = f"{words('catalogue.source')} {decree.source}"
    revokes = f" · {words('catalogue.revokes')} {', '.join(decree.revokes)}" if decree.revokes else ""
    return tag("h3", called(decree), look="unit") + tag("p", source + revokes, look="hint")


def called(decree: Decree) -> str:
    """A decree's number and field in one line; of a taxonomy the file's name says both."""
    return decree.name if decree.kind == "taxonomy" else f"{decree.name} · {decree.field or decree.title}"


def units(decree: Decree, chosen: Iterable[tuple[Unit, bool]], titles: Titles, words: Words) -> Html:
    """Units that fold open, each with whether it is in force."""
    paths = {path.unit: path.path for path in decree.function_map}
    return tag(
        "div",
        *(_unit(unit, in_force, paths.get(unit.code, ()), decree, titles, words) for unit, in_force in chosen),
        look="list",
    )


def _unit(unit: Unit, in_force: bool, path: tuple[str, ...], decree: Decree, titles: Titles, words: Words) -> Html:
    chips = [tag("span", unit.code, look="code")]
    if unit.detailed:
        chips.append(chip(words("catalogue.criteria", count=len(unit.criteria)), "evidenced"))
    elif decree.kind == "decree":
        chips.append(chip(words("catalogue.title_only"), "plain"))
    if not in_force:
        chips.append(chip(words("catalogue.not_in_force"), "weak", words("catalogue.not_in_force.help")))
    head = tag("summary", tag("div", *chips, look="row"), tag("span", unit.title, look="strong"))
    return tag("details", head, tag("div", unit_in_full(unit, path, decree, titles, words), look="inside"), look="fold")


def unit_in_full(unit: Unit, path: tuple[str, ...], decree: Decree, titles: Titles, words: Words) -> Html:
    """Everything the decree says of a unit, and where."""
    parts = [_where(unit, words), _path(path, words)]
    if unit.detailed or decree.kind == "decree":
        parts.append(unit_body(unit, words))
    elif unit.description:
        parts.append(tag("p", unit.description, look="lead"))
    needed = [
        f"{code}  {titles[code].title if code in titles else words('gaps.prerequisite.unknown')}"
        for code in unit.prerequisites
    ]
    parts.append(_items(words("gaps.prerequisites"), needed))
    parts.append(_items(words("section.critical_aspects"), unit.critical_aspects))
    rest = [_items(words(f"section.{name}"), lines(unit)) for name, lines in _SECTIONS if lines(unit)]
    if rest:
        parts.append(tag("details", tag("summary", words("catalogue.rest")), *rest, look="fold rest"))
    if unit.aliases:  # last, as they are no part of the decree
        parts.append(_items(words("field.alias"), unit.aliases))
    return joined(parts)


def _where(unit: Unit, words: Words) -> Html:
    others = unit.printed_codes[1:]
    printed = f" · {words('catalogue.also_printed')} {', '.join(others)}" if others else ""
    return (
        tag("p", f"{words('catalogue.printed')} {place(unit.source, words)}{printed}", look="hint")
        if unit.source
        else NOTHING
    )


def _path(path: tuple[str, ...], words: Words) -> Html:
    said = [step for step in path if step]
    return _fact(words("catalogue.path"), " › ".join(said)) if said else NOTHING


def _fact(label: str, text: str) -> Html:
    return tag("div", tag("span", label, look="label"), tag("span", text), look="field")


def _items(heading: str, lines: Iterable[str]) -> Html:
    items = [tag("li", line) for line in lines]
    return tag("h4", heading, look="element") + tag("ul", *items, look="items") if items else NOTHING


def findings(found: Iterable[Finding], words: Words) -> Html:
    """A table of findings: where, of which kind, what."""
    names = ("finding.where", "finding.kind", "finding.message")
    head = tag("thead", tag("tr", *(tag("th", words(name), scope="col") for name in names)))
    rows = [
        tag(
            "tr",
            tag("td", place(finding.where, words), look="place"),
            tag("td", kind_name(finding.kind, words), look="kind", title=finding.kind),
            tag("td", finding.message),
        )
        for finding in found
    ]
    return tag("table", head, tag("tbody", *rows), look="findings")


def kind_name(kind: str, words: Words) -> str:
    """A kind of finding in words; one that the table does not know by its own name."""
    key = f"finding.{kind}"
    return words(key) if key in TABLE else kind


def place(where: Place | None, words: Words) -> str:
    """A page or line in words."""
    return words(f"place.{where.unit}", number=where.number) if where else ""
