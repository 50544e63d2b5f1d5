"""Decrees ⇄ dicts in the shape of `padan catalogue --json`; a `Place` is `{"line": 12}` or `{"page": 3}`."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from search.errors import InputError
from search.types import Criterion, Decree, Element, Finding, FunctionPath, Place, Unit

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")


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
        number=_value(data, "number", int),
        year=_value(data, "year", int),
        title=_value(data, "title", str),
        field=_value(data, "field", str),
        units=_each(data, "units", unit_from_dict),
        function_map=_each(data, "function_map", _path_from_dict),
        findings=_each(data, "findings", finding_from_dict),
        source=_value(data, "source", str),
    )


def unit_from_dict(data: Mapping[str, Any]) -> Unit:
    """Inverse of `unit_to_dict`."""
    return Unit(
        code=_value(data, "code", str),
        title=_value(data, "title", str),
        printed_codes=_strings(data, "printed_codes"),
        description=_value(data, "description", str),
        detailed=_value(data, "detailed", bool),
        elements=_each(data, "elements", _element_from_dict),
        context=_strings(data, "context"),
        equipment=_strings(data, "equipment"),
        supplies=_strings(data, "supplies"),
        rules=_strings(data, "rules"),
        norms=_strings(data, "norms"),
        standards=_strings(data, "standards"),
        assessment=_strings(data, "assessment"),
        prerequisites=_strings(data, "prerequisites"),
        knowledge=_strings(data, "knowledge"),
        skills=_strings(data, "skills"),
        attitudes=_strings(data, "attitudes"),
        critical_aspects=_strings(data, "critical_aspects"),
        aliases=_strings(data, "aliases"),
        source=_place_from_dict(data, "source"),
    )


def finding_from_dict(data: Mapping[str, Any]) -> Finding:
    """Inverse of `finding_to_dict`."""
    return Finding(_value(data, "kind", str), _value(data, "message", str), _place_from_dict(data, "where"))


def _element_to_dict(element: Element) -> Json:
    criteria = [{"no": criterion.no, "text": criterion.text} for criterion in element.criteria]
    return {"no": element.no, "title": element.title, "criteria": criteria}


def _element_from_dict(data: Mapping[str, Any]) -> Element:
    return Element(_value(data, "no", str), _value(data, "title", str), _each(data, "criteria", _criterion_from_dict))


def _criterion_from_dict(data: Mapping[str, Any]) -> Criterion:
    return Criterion(_value(data, "no", str), _value(data, "text", str))


def _path_from_dict(data: Mapping[str, Any]) -> FunctionPath:
    path = _strings(data, "path")
    if len(path) != 4:
        raise InputError(
            f"Catalogue JSON: 'path' has {len(path)} parts instead of 4. Build the index anew: padan index"
        )
    return FunctionPath(_value(data, "unit", str), (path[0], path[1], path[2], path[3]))


def _place_to_dict(place: Place | None) -> Json | None:
    return None if place is None else {place.unit: place.number}


def _place_from_dict(data: Mapping[str, Any], key: str) -> Place | None:
    value = data.get(key)
    if value is None:
        return None
    unit = "page" if "page" in _value(data, key, dict) else "line"
    number = _value(value, unit, int)
    return Place("page", number) if unit == "page" else Place("line", number)


def _value(data: Mapping[str, Any], key: str, kind: type[T]) -> T:
    value = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(value, kind):
        found = "missing" if value is None else f"of type {type(value).__name__}"
        raise InputError(f"Catalogue JSON: '{key}' is {found}. Build the index anew: padan index")
    return value


def _strings(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(_value({key: item}, key, str) for item in _value(data, key, list))


def _each(data: Mapping[str, Any], key: str, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    return tuple(read(item) for item in _value(data, key, list))
