"""Units → the passages that are indexed: one text per field, never one long text per unit."""

import re
from collections.abc import Iterable, Iterator

from search.types import Field, Passage, Unit

# Every description opens with this sentence of the form; it would make all units look alike.
_FORM = re.compile(
    r"^\s*unit(?: kompetensi)? ini (?:berhubungan|berkaitan) dengan pengetahuan,? keterampilan,? dan sikap(?: kerja)? "
    r"yang di(?:butuhkan|perlukan)(?: dalam| untuk)?\s*",
    re.IGNORECASE,
)


def unit_passages(unit: Unit) -> Iterator[Passage]:
    """Yield a unit's indexed texts: title, aliases, description without the form's opening, elements, criteria."""
    yield Passage(unit.code, Field.TITLE, "", unit.title)
    for alias in unit.aliases:
        yield Passage(unit.code, Field.ALIAS, "", alias)
    if description := _FORM.sub("", unit.description).strip():
        yield Passage(unit.code, Field.DESCRIPTION, "", description)
    for element in unit.elements:
        yield Passage(unit.code, Field.ELEMENT, element.no, element.title)
        for criterion in element.criteria:
            yield Passage(unit.code, Field.CRITERION, criterion.no, criterion.text)


def all_passages(units: Iterable[Unit]) -> tuple[Passage, ...]:
    """The passages of many units, those of one unit together; a passage without any text is left out."""
    return tuple(passage for unit in units for passage in unit_passages(unit) if passage.text.strip())
