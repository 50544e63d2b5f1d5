"""What the columns of known taxonomies are called: ESCO, O*NET, and tables people make themselves."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["code", "title", "description", "aliases"]

# Folded names; where a table has several of one part, the first filled one counts, of aliases all do.
NAMES: dict[Part, tuple[str, ...]] = {
    "code": ("code", "kode", "kodeunit", "unitcode", "onetsoccode", "elementid", "id", "concepturi", "uri"),
    "title": ("title", "judul", "judulunit", "preferredlabel", "preferredterm", "elementname", "name", "nama", "label"),
    "description": ("description", "deskripsi", "definition", "definisi", "scopenote"),
    "aliases": ("aliases", "alias", "altlabels", "altlabel", "alternatetitles", "synonyms", "sinonim", "hiddenlabels"),
}
NEEDED: tuple[Part, ...] = ("code", "title")
WANTED = "Columns wanted: code, title, and if there are any description, aliases"


def columns_of(names: Sequence[str]) -> dict[Part, tuple[int, ...]]:
    """Where a header has each part, in the order in which they count; a part that is not there is left out."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places.setdefault(fold(name), place)
    found = {part: tuple(places[name] for name in known if name in places) for part, known in NAMES.items()}
    return {part: at for part, at in found.items() if at}


def fold(name: str) -> str:
    """A column's name in small letters and digits alone: `O*NET-SOC Code` → `onetsoccode`."""
    return "".join(char for char in name.lower() if char.isalnum())
