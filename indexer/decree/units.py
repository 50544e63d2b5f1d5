"""List and bodies → units, with their codes and prerequisites in canonical form."""

from indexer.decree.codes import CodeBook, find_codes
from indexer.decree.drafts import Body, Found, Item, ListedUnit
from indexer.decree.findings import TitleBook
from search.types import Finding, Unit


def listed_unit(listed: ListedUnit, book: CodeBook) -> Unit:
    """A unit of which the decree prints no body."""
    return Unit(listed.code, listed.title, printed_codes=tuple(book.forms(listed.code)), source=listed.place)


def bodied_unit(code: str, title: str, body: Body, prerequisites: tuple[str, ...], book: CodeBook) -> Unit:
    """A unit with its body; detailed once it has a criterion."""
    texts = {name: tuple(item.text for item in items) for name, items in body.sections.items()}
    return Unit(
        code=code,
        title=title,
        printed_codes=tuple(book.forms(code)),
        description=body.description,
        detailed=any(element.criteria for element in body.elements),
        elements=body.elements,
        context=texts.get("context", ()),
        equipment=texts.get("tools", ()) + texts.get("equipment", ()),
        supplies=texts.get("supplies", ()),
        rules=texts.get("rules", ()),
        norms=texts.get("norms and standards", ()) + texts.get("norms", ()),
        standards=texts.get("standards", ()),
        assessment=texts.get("assessment", ()),
        prerequisites=prerequisites,
        knowledge=texts.get("knowledge and skills", ()) + texts.get("knowledge", ()),
        skills=texts.get("skills", ()),
        attitudes=texts.get("attitudes", ()),
        critical_aspects=texts.get("critical_aspects", ()),
        source=body.place,
    )


def prerequisites_of(code: str, body: Body, book: CodeBook, titles: TitleBook, found: Found) -> tuple[str, ...]:
    """Canonical codes of a unit's prerequisites; one found nowhere else stays as printed."""
    codes = []
    for item in body.sections.get("prerequisites", ()):
        printed = find_codes(item.text)
        if not printed:
            message = f"Unit {code}: prerequisite '{item.text}' names no code."
            found.append(Finding("prerequisite-without-code", message, item.place))
        elif len(printed) == 1:
            codes.append(_resolve(code, printed[0], item, book, titles, found))
        else:
            codes += [_resolve(code, one, Item("", item.place), book, titles, found) for one in printed]
    return tuple(dict.fromkeys(codes))


def _resolve(code: str, printed: str, item: Item, book: CodeBook, titles: TitleBook, found: Found) -> str:
    if book.canonical(printed) is None:
        close = book.closest(printed)
        hint = f" Meant may be {close}." if close else ""
        message = f"Unit {code}: prerequisite {printed} is no unit of this decree.{hint}"
        found.append(Finding("prerequisite-unknown", message, item.place))
        return printed
    canonical = book.add(printed, item.place)
    title = item.text.partition(printed)[2] or item.text.partition(printed[-4:])[2]  # blanks inside the printed code
    titles.add(canonical, f"prerequisite of {code}", title.strip(" :;.-–"), item.place)
    return canonical
