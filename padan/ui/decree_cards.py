"""Decrees, their units, function maps and findings as markup; nothing here touches Streamlit."""

from collections.abc import Iterable, Mapping

from padan.ui.cards import chip, printed, unit_link
from padan.ui.function_tree import Branch
from padan.ui.language import TABLE, Words
from padan.ui.markup import NOTHING, Html, plain, tag
from search.catalogue import Catalogue
from search.types import Decree, Finding, Place, Unit

_OPEN_LEVELS = 2  # of the function map: tujuan utama and its fungsi kunci


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


def units(decree: Decree, chosen: Iterable[tuple[Unit, bool]], words: Words) -> Html:
    """One line a unit, each with whether it is in force."""
    return tag("div", *(_unit(unit, in_force, decree, words) for unit, in_force in chosen), look="list")


def _unit(unit: Unit, in_force: bool, decree: Decree, words: Words) -> Html:
    chips = [tag("span", unit.code, look="code"), *printed(unit, decree.kind == "decree", words)]
    if not in_force:
        chips.append(chip(words("catalogue.not_in_force"), "weak", words("catalogue.not_in_force.help")))
    title = tag("div", unit_link(unit.code, unit.title, words), look="strong")
    return tag("div", tag("div", *chips, look="row"), title)


def function_map(decree: Decree, branches: Iterable[Branch], in_force: Mapping[str, bool], words: Words) -> Html:
    """The function map as a tree whose branches fold; its leaves are units."""

    def leaves(branch: Branch) -> Html:
        return units(decree, [(unit, in_force[unit.code]) for unit in branch.units], words) if branch.units else NOTHING

    def grown(branch: Branch, depth: int) -> Html:
        count = tag("span", words("catalogue.units", count=branch.count), look="counts")
        head = tag("summary", tag("span", branch.name or words("catalogue.unmapped"), look="strong"), plain(" "), count)
        inside = tag("div", *(grown(part, depth + 1) for part in branch.parts), leaves(branch), look="inside")
        opened = {"open": ""} if depth < _OPEN_LEVELS else {}
        return tag("details", head, inside, look="fold", **opened)

    return tag("div", *(grown(branch, 0) for branch in branches), look="tree")


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
