"""The figures `padan eval --write-figures` keeps, read for the page; nothing here measures."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.errors import InputError

_REMEDY = "Write it anew with: padan eval --write-figures"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its 95 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Group:
    """All texts of a set, or those of one type or language: system → measure → figure."""

    by: str
    name: str
    texts: int
    figures: Mapping[str, Mapping[str, Figure]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Confidences of one bin: how many, their mean, the share of them that is true."""

    items: int
    said: float
    found: float


@dataclass(frozen=True, slots=True)
class MeasuredSet:
    """One labelled set; `texts` holds the main measure of single texts."""

    name: str
    whole: Group
    groups: tuple[Group, ...]
    reliability: Mapping[str, tuple[Bin, ...]]
    texts: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that was measured; `own` are Padan's own systems, the deepest last."""

    split: str
    encoder: str
    own: tuple[str, ...]
    sets: Mapping[str, MeasuredSet]


def read_measured(path: Path) -> Measured:
    """The figures of a file; raises InputError where there are none or they cannot be read."""
    try:
        document = json.loads(path.read_text("utf-8"))
        sets = {name: _set(name, document) for name in document["sets"]}
        return Measured(document["split"], document["encoder"], tuple(document["own"]), sets)
    except FileNotFoundError:
        raise InputError(f"{path.name} is not there. {_REMEDY}") from None
    except (ValueError, KeyError, TypeError, StopIteration) as error:
        raise InputError(f"{path.name} is no file of figures ({type(error).__name__}). {_REMEDY}") from None


def _set(name: str, document: Mapping[str, Any]) -> MeasuredSet:
    groups = tuple(_groups(verdict for verdict in document["verdicts"] if verdict["set"] == name))
    proofs = [proof for proof in document["proofs"] if proof["set"] == name]
    return MeasuredSet(
        name,
        next(group for group in groups if group.by == "all"),
        tuple(group for group in groups if group.by != "all"),
        {
            proof["system"]: tuple(Bin(one["items"], one["said"], one["found"]) for one in proof["reliability"])
            for proof in proofs
            if proof["reliability"]
        },
        document["texts"][name],
    )


def _groups(verdicts: Iterable[Mapping[str, Any]]) -> Iterable[Group]:
    found: dict[tuple[str, str, int], dict[str, dict[str, Figure]]] = {}
    for verdict in verdicts:
        key = verdict["by"], verdict["group"], verdict["queries"]
        figures = {measure: Figure(**figure) for measure, figure in verdict["figures"].items()}
        found.setdefault(key, {})[verdict["system"]] = figures
    return (Group(*key, figures) for key, figures in found.items())
