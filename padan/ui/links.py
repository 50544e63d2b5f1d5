"""What a link to the page can carry: the view, the language, a query, units, a decree. Never a pasted text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

_LONGEST_QUERY = (
    120  # characters; what is longer was pasted rather than typed, and does not belong into a browser's history
)
_MOST_UNITS = 20
_LONGEST_CODE = 100
_RUN = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LONGEST_DECREE = 255  # characters of a name: number and year, or that of a file


class View(StrEnum):
    """The views, in the order of the menu; the value is the name in the address."""

    SEARCH = "cari"
    MATCH = "cocokkan"
    GAPS = "kesenjangan"
    BATCH = "massal"
    CATALOGUE = "katalog"
    EVALUATION = "evaluasi"


class Language(StrEnum):
    """The languages the page speaks."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Link:
    """The state of the page that an address holds."""

    view: View = View.MATCH
    language: Language = Language.INDONESIAN
    query: str = ""
    units: tuple[str, ...] = ()
    decree: str = ""
    opened: str = ""  # code of the unit shown in full over the view
    run: str = ""  # secret name of a run over a table


def read_link(parameters: Mapping[str, Sequence[str]]) -> Link:
    """Parameters of an address → link; what is unknown or too long is as if it were not there."""

    def first(name: str) -> str:
        return next(iter(parameters.get(name, ())), "")

    name, language, query, decree, unit = map(first, ("view", "lang", "q", "decree", "unit"))
    run = first("run")
    view = View(name) if name in {*View} else (View.SEARCH if query else View.MATCH)
    judged = parameters.get("unit", ()) if view is View.GAPS else ()
    return Link(
        view,
        Language(language) if language in {*Language} else Language.INDONESIAN,
        query if _is_linkable(query) else "",
        tuple(dict.fromkeys(code for code in judged if code))[:_MOST_UNITS],
        decree if len(decree) <= _LONGEST_DECREE and decree.isprintable() else "",
        unit if view is not View.GAPS and len(unit) <= _LONGEST_CODE and unit.isprintable() else "",
        run if view is View.BATCH and _RUN.fullmatch(run) else "",
    )


def write_link(link: Link) -> dict[str, list[str]]:
    """Link → parameters of an address: only what differs from the start, and only what the view uses."""
    parameters: dict[str, list[str]] = {"view": [link.view]}
    if link.language is not Language.INDONESIAN:
        parameters["lang"] = [link.language]
    if link.view is View.SEARCH and link.query and _is_linkable(link.query):
        parameters["q"] = [link.query]
    if link.view is View.GAPS and link.units:
        parameters["unit"] = list(link.units[:_MOST_UNITS])
    if link.view is View.CATALOGUE and link.decree:
        parameters["decree"] = [link.decree]
    if link.view is not View.GAPS and link.opened:
        parameters["unit"] = [link.opened]
    if link.view is View.BATCH and link.run:
        parameters["run"] = [link.run]
    return parameters


def unit_address(code: str, language: Language) -> str:
    """The address that opens a unit in full."""
    return "?" + urlencode(write_link(Link(View.SEARCH, language, opened=code)), doseq=True)


def _is_linkable(query: str) -> bool:
    return len(query) <= _LONGEST_QUERY and query.isprintable()
