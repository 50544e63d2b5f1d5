"""Many decrees and taxonomies as one: which unit is in force, look-up by any printed form of a code, JSON.

Two printed forms of a decree's code are one (`code_key`); the last part of a code is its version, so `….025.1` and
`….025.2` are two. Codes of a taxonomy count as they are given there: `1.11` and `11.1` may be two entries of it.

Of a code in several decrees the newest decree's unit is in force. A decree that another one of the catalogue revokes is
not in force at all: a person who looks for a standard to recruit, train or certify by must not be offered one that no
longer holds. So its units are neither searched nor matched unless they are asked for (`Choices.revoked`, for whoever
reads old certificates), and then every answer says so. `padan catalogue` shows them always.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from search.codec import (
    decree_from_dict,
    decree_to_dict,
    example_file_from_dict,
    example_file_to_dict,
    label_file_from_dict,
    label_file_to_dict,
)
from search.errors import InputError, UnknownUnitError
from search.types import Decree, Example, ExampleFile, LabelFile, Unit

_SUGGESTIONS = 3
_LIST_THEM = "List them with: padan catalogue"


def code_key(code: str) -> str:
    """What all printed forms of a code share: its capitals and digits."""
    return "".join(char for char in code.upper() if char.isalnum())


@dataclass(frozen=True, slots=True)
class Choices:
    """What a catalogue was asked to hold; an index remembers it."""

    aliases: bool = True  # alternative labels: those bundled and the user's own
    revoked: bool = False  # the units of revoked decrees among those that are searched
    examples: bool = True  # worked examples: those bundled and the user's own
    deep: bool | None = None  # vectors of the deep encoder; None: where there are not too many texts for it


@dataclass(frozen=True)
class Catalogue:
    """Decrees as they were read, the files of labels and of examples that go with them, and what was asked for."""

    decrees: tuple[Decree, ...]
    labels: tuple[LabelFile, ...] = ()
    choices: Choices = field(default_factory=Choices)
    examples: tuple[ExampleFile, ...] = ()

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every unit that is searched, once by canonical code, in order, with its labels."""
        return {code: self._labelled(unit, decree) for code, (unit, decree) in self._chosen.items()}

    @cached_property
    def revoked(self) -> dict[str, str]:
        """Name of a revoked decree → name of the decree here that revokes it, the newest where several do."""
        revoked: dict[str, str] = {}
        ages = {decree.name: (decree.year, decree.number) for decree in self.decrees}
        for decree in sorted(self.decrees, key=_age):
            # Only an older decree: a misread number must not revoke one that came later.
            revoked |= {name: decree.name for name in decree.revokes if name in ages and ages[name] < _age(decree)}
        return revoked

    @cached_property
    def former(self) -> dict[str, str]:
        """Code of a searched unit that stands in revoked decrees only → the decree that revoked its own."""
        return {
            code: self.revoked[decree.name] for code, (_, decree) in self._chosen.items() if decree.name in self.revoked
        }

    @cached_property
    def taught(self) -> dict[str, tuple[Example, ...]]:
        """Canonical code → the examples of a unit that is searched, in the order of the files, each text once."""
        found: dict[str, dict[tuple[str, str], Example]] = {}
        for file in self.examples:
            for one in file.examples:
                codes = self._by_key.get(code_key(one.unit), [])
                if len(codes) == 1:
                    found.setdefault(codes[0], {}).setdefault((one.no, one.text.casefold()), one)
        return {code: tuple(found[code].values()) for code in self._chosen if code in found}

    def in_force(self, decree: Decree) -> tuple[bool, ...]:
        """For each unit of a decree, whether it is the one in force of its code."""
        if decree.name in self.revoked:
            return (False,) * len(decree.units)
        return tuple(self._chosen[self._canonical(unit, decree)][0] is unit for unit in decree.units)

    def unit(self, code: str) -> Unit:
        """The unit of a code in any printed form, whatever its case; raises UnknownUnitError with the closest codes."""
        if code.strip() in self.units:
            return self.units[code.strip()]
        key = code_key(code)
        found = self._by_key.get(key, [])
        if len(found) == 1:
            return self.units[found[0]]
        if found:
            raise UnknownUnitError(
                f"Code '{code.strip()}' may be {' or '.join(found[:9])}. Give one of them as printed."
            )
        if key in self._set_aside:
            own = self._set_aside[key]
            raise UnknownUnitError(
                f"Unit '{code.strip()}' stands in decree {own}, which decree {self.revoked[own]} revoked. "
                "Index such units too with: padan index --revoked"
            )
        raise UnknownUnitError(f"Unit '{code.strip()}' is in no decree of the catalogue. {self._hint(key)}")

    def _hint(self, key: str) -> str:
        from rapidfuzz import fuzz, process  # only for who has mistyped a code

        close = process.extract(key, list(self._by_key), scorer=fuzz.ratio, limit=_SUGGESTIONS, score_cutoff=60)
        codes = ", ".join(self._by_key[near][0] for near, *_ in close)
        return f"Did you mean {codes}?" if codes else _LIST_THEM

    def labelled(self) -> "Catalogue":
        """The same with every label put into the units of its decrees, those not in force too."""
        decrees = [
            replace(decree, units=tuple(self._labelled(unit, decree) for unit in decree.units))
            for decree in self.decrees
        ]
        return replace(self, decrees=tuple(decrees), labels=(), examples=())

    @cached_property
    def _ranked(self) -> list[Decree]:
        """In force first, then the newest; of two of one age the first."""
        return sorted(self.decrees, key=lambda decree: (decree.name in self.revoked, -decree.year, -decree.number))

    @cached_property
    def _forms(self) -> dict[str, str]:
        """Key of a decree's code → the code as the decree that counts prints it."""
        forms: dict[str, str] = {}
        for decree in self._ranked:
            if decree.kind == "decree":
                for unit in decree.units:
                    forms.setdefault(code_key(unit.code), unit.code)
        return forms

    def _canonical(self, unit: Unit, decree: Decree) -> str:
        return self._forms[code_key(unit.code)] if decree.kind == "decree" else unit.code

    @cached_property
    def _chosen(self) -> dict[str, tuple[Unit, Decree]]:
        """Canonical code → the unit that is searched and its decree, in the order of the decrees."""
        first: dict[str, Decree] = {}
        for decree in self._ranked:
            if self.choices.revoked or decree.name not in self.revoked:
                for unit in decree.units:
                    first.setdefault(self._canonical(unit, decree), decree)
        chosen: dict[str, tuple[Unit, Decree]] = {}
        for decree in self.decrees:
            for unit in decree.units:
                code = self._canonical(unit, decree)
                if first.get(code) is decree:
                    chosen.setdefault(code, (unit, decree))
        return chosen

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        """Key of any printed form → the codes it may stand for: of a taxonomy's codes several may fold to one key."""
        codes: dict[str, list[str]] = {}
        for code, (unit, _) in self._chosen.items():
            for key in dict.fromkeys(map(code_key, (code, *unit.printed_codes))):
                codes.setdefault(key, []).append(code)
        return codes

    @cached_property
    def _set_aside(self) -> dict[str, str]:
        """Key of a code that only revoked decrees hold → the newest of them."""
        aside: dict[str, str] = {}
        for decree in self._ranked:
            if decree.name in self.revoked:
                for unit in decree.units:
                    aside.setdefault(code_key(unit.code), decree.name)
        return aside

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        """Code as a file of labels prints it, and its key → labels, in the order of the files."""
        labels: dict[str, list[str]] = {}
        for file in self.labels:
            for entry in file.units:
                for code in {entry.code, code_key(entry.code)}:
                    labels.setdefault(code, []).extend(entry.labels)
        return labels

    def _labelled(self, unit: Unit, decree: Decree) -> Unit:
        if not self.labels:
            return unit
        codes = (unit.code, *unit.printed_codes)
        keys: Iterable[str] = map(code_key, codes) if decree.kind == "decree" else codes
        labels = [label for key in dict.fromkeys(keys) for label in self._labels.get(key, ())]
        return replace(unit, aliases=distinct((*unit.aliases, *labels))) if labels else unit


def distinct(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels without those that differ in case only from one before."""
    kept: dict[str, str] = {}
    for label in labels:
        kept.setdefault(label.casefold(), label)
    return tuple(kept.values())


def catalogue_to_dict(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue in the shape of `padan catalogue --json`, and what an index remembers beside it."""
    decrees = []
    for decree in catalogue.decrees:
        data = decree_to_dict(decree)
        data["revoked_by"] = catalogue.revoked.get(decree.name)
        for unit, in_force in zip(data["units"], catalogue.in_force(decree), strict=True):
            unit["in_force"] = in_force
        decrees.append(data)
    data = {"decrees": decrees}
    if catalogue.labels:
        data["labels"] = [label_file_to_dict(file) for file in catalogue.labels]
    if catalogue.examples:
        data["examples"] = [example_file_to_dict(file) for file in catalogue.examples]
    if catalogue.choices != Choices():
        data["choices"] = asdict(catalogue.choices)
    return data


def catalogue_from_dict(data: Mapping[str, Any]) -> Catalogue:
    """Inverse of `catalogue_to_dict`; raises InputError when a key is missing or of another type."""
    decrees, choices = data.get("decrees"), data.get("choices", {})
    labels, examples = data.get("labels", []), data.get("examples", [])
    if not isinstance(decrees, list):
        raise InputError("Catalogue JSON has no list 'decrees'. Build the index anew: padan index")
    if not (isinstance(labels, list) and isinstance(examples, list) and isinstance(choices, dict)):
        raise InputError(
            "Catalogue JSON: 'labels', 'examples' or 'choices' is of another type. Build the index anew: padan index"
        )
    return Catalogue(
        tuple(map(decree_from_dict, decrees)),
        tuple(map(label_file_from_dict, labels)),
        Choices(
            choices.get("aliases") is not False,
            choices.get("revoked") is True,
            choices.get("examples") is not False,
            _flag(choices.get("deep")),
        ),
        tuple(map(example_file_from_dict, examples)),
    )


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _age(decree: Decree) -> tuple[int, int]:
    return decree.year, decree.number
