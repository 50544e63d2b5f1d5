"""Decrees ⇄ dicts in the shape of `padan catalogue --json`; a `Place` is `{"line": 12}` or `{"page": 3}`."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from search.codec.values import each, strings, value
from search.errors import InputError
from search.types import Criterion, Decree, Element, Finding, FunctionPath, Place, Unit

Json: TypeAlias = dict[str, Any]


def decree_to_dict(decree: Decree) -> Json:
    """A decree as one entry of the catalogue's `decrees`."""
    return {
        "number": decree.number,
        "year": decree.year,
        "title": decree.title,
        "field": decree.field,
        "function_map": [{"unit": row.unit, "path": list(row.path)} for row in decree.function_map],
        "units": [unit_to_dict(unit) for unit in decree.units],
        "findings": [finding_to_dict(finding) for finding in decree.findings],
        "source": decree.source,
        "revokes": list(decree.revokes),
        "kind": decree.kind,
    }


def unit_to_dict(unit: Unit) -> Json:
    """A unit with everything the decree says of it."""
    return {
        "code": unit.code,
        "printed_codes": list(unit.printed_codes),
        "title": unit.title,
        "description": unit.description,
        "detailed": unit.detailed,
        "elements": [_element_to_dict(element) for element in unit.elements],
        "prerequisites": list(unit.prerequisites),
        "critical_aspects": list(unit.critical_aspects),
        "knowledge": list(unit.knowledge),
        "skills": list(unit.skills),
        "attitudes": list(unit.attitudes),
        "context": list(unit.context),
        "equipment": list(unit.equipment),
        "source": _place_to_dict(unit.source),
        "supplies": list(unit.supplies),
        "rules": list(unit.rules),
        "norms": list(unit.norms),
        "standards": list(unit.standards),
        "assessment": list(unit.assessment),
        "aliases": list(unit.aliases),
    }


def finding_to_dict(finding: Finding) -> Json:
    """A finding with its place."""
    return {"kind": finding.kind, "message": finding.message, "where": _place_to_dict(finding.where)}


def decree_from_dict(data: Mapping[str, Any]) -> Decree:
    """Inverse of `decree_to_dict`; raises `InputError` naming the key that is missing or of another type."""
    return Decree(
        number=value(data, "number", int),
        year=value(data, "year", int),
        title=value(data, "title", str),
        field=value(data, "field", str),
        units=each(data, "units", unit_from_dict),
        function_map=each(data, "function_map", _path_from_dict),
        findings=each(data, "findings", finding_from_dict),
        source=value(data, "source", str),
        # Absent from an index of an older version.
        revokes=strings(data, "revokes") if "revokes" in data else (),
        kind="taxonomy" if data.get("kind") == "taxonomy" else "decree",
    )


def unit_from_dict(data: Mapping[str, Any]) -> Unit:
    """Inverse of `unit_to_dict`."""
    return Unit(
        code=value(data, "code", str),
        title=value(data, "title", str),
        printed_codes=strings(data, "printed_codes"),
        description=value(data, "description", str),
        detailed=value(data, "detailed", bool),
        elements=each(data, "elements", _element_from_dict),
        context=strings(data, "context"),
        equipment=strings(data, "equipment"),
        supplies=strings(data, "supplies"),
        rules=strings(data, "rules"),
        norms=strings(data, "norms"),
        standards=strings(data, "standards"),
        assessment=strings(data, "assessment"),
        prerequisites=strings(data, "prerequisites"),
        knowledge=strings(data, "knowledge"),
        skills=strings(data, "skills"),
        attitudes=strings(data, "attitudes"),
        critical_aspects=strings(data, "critical_aspects"),
        aliases=strings(data, "aliases"),
        source=_place_from_dict(data, "source"),
    )


def finding_from_dict(data: Mapping[str, Any]) -> Finding:
    """Inverse of `finding_to_dict`."""
    return Finding(value(data, "kind", str), value(data, "message", str), _place_from_dict(data, "where"))


def _element_to_dict(element: Element) -> Json:
    criteria = [{"no": criterion.no, "text": criterion.text} for criterion in element.criteria]
    return {"no": element.no, "title": element.title, "criteria": criteria}


def _element_from_dict(data: Mapping[str, Any]) -> Element:
    return Element(value(data, "no", str), value(data, "title", str), each(data, "criteria", _criterion_from_dict))


def _criterion_from_dict(data: Mapping[str, Any]) -> Criterion:
    return Criterion(value(data, "no", str), value(data, "text", str))


def _path_from_dict(data: Mapping[str, Any]) -> FunctionPath:
    path = strings(data, "path")
    if len(path) != 4:
        raise InputError(
            f"Catalogue JSON: 'path' has {len(path)} parts instead of 4. Build the index anew: padan index"
        )
    return FunctionPath(value(data, "unit", str), (path[0], path[1], path[2], path[3]))


def _place_to_dict(place: Place | None) -> Json | None:
    return None if place is None else {place.unit: place.number}


def _place_from_dict(data: Mapping[str, Any], key: str) -> Place | None:
    if data.get(key) is None:
        return None
    place = value(data, key, dict)
    unit = "page" if "page" in place else "line"
    number = value(place, unit, int)
    return Place("page", number) if unit == "page" else Place("line", number)
