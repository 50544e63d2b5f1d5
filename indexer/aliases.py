"""Files of alternative labels: what people call the work of a unit in adverts and CVs.

    M.70MKT00.037.1:
      id: [telemarketing, penawaran lewat telepon]
      en: [telesales, outbound calling]

Labels are kept apart from the decrees, whose words are never altered; they are put into `Unit.aliases` where units are
searched and shown. A unit that no decree of the catalogue has is a finding: its decree may not be indexed yet.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indexer.beside import read_beside
from indexer.read.limits import MEGABYTE
from indexer.taxonomy.rows import clean
from search.catalogue import Catalogue, code_key, distinct
from search.errors import InputError
from search.resources import data_dir
from search.types import Finding, LabelFile, Place, UnitLabels

if TYPE_CHECKING:
    from yaml import Node

_VERSION = 1  # raise it when this page makes something else of a file
_MOST_BYTES = MEGABYTE
_LONGEST, _MOST = 200, 200  # characters of a label, labels of a unit
_SHARED_BY = 3  # units: a label of more of them tells none of them from the others
_SHAPE = "An entry is a code with lists of labels, such as 'M.70MKT00.037.1: {id: [telemarketing]}'"


def bundled_aliases() -> tuple[Path, ...]:
    """The files of labels that come with Padan."""
    return tuple(sorted(path.resolve() for path in (data_dir() / "aliases").glob("*.yaml")))


def read_aliases(paths: Sequence[Path], known: Sequence[LabelFile] = ()) -> tuple[LabelFile, ...]:
    """The bundled files of labels, then the user's own; those `known` by their content are not read again.

    Raises `InputError` with file and line for a file of another shape.
    """
    return read_beside(bundled_aliases(), paths, known, f"labels-{_VERSION}", _MOST_BYTES, _file)


def _file(name: str, digest: str, data: bytes, bundled: bool) -> LabelFile:
    return LabelFile(name, digest, tuple(_entries(data, name)), bundled)


def label_findings(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Units that the files of labels name and no decree has, and labels that too many units share."""
    codes = {form for decree in catalogue.decrees for unit in decree.units for form in (unit.code, *unit.printed_codes)}
    keys = {code_key(u.code): u.code for decree in catalogue.decrees if decree.kind == "decree" for u in decree.units}
    findings: list[Finding] = []
    users: dict[str, dict[str, None]] = {}  # label → units, in order
    for file in catalogue.labels:
        unknown = [unit for unit in file.units if unit.code not in codes and code_key(unit.code) not in keys]
        if not (file.bundled and len(unknown) == len(file.units)):  # whoever left out its decree knows that
            findings += [_unknown(file, unit) for unit in unknown]
        for unit in file.units:
            for label in unit.labels:
                users.setdefault(label.casefold(), {})[keys.get(code_key(unit.code), unit.code)] = None
    for label, units in users.items():
        if len(units) > _SHARED_BY:
            first = ", ".join([*units][:_SHARED_BY])
            message = f"Label '{label}' is given to {len(units)} units ({first}, …) and tells none of them apart."
            findings.append(Finding("alias-shared", message))
    return tuple(findings)


def _unknown(file: LabelFile, unit: UnitLabels) -> Finding:
    message = f"{file.source} labels unit {unit.code}, which is in no decree of the catalogue."
    return Finding("alias-unknown-unit", message, Place("line", unit.line))


def _entries(data: bytes, name: str) -> Iterator[UnitLabels]:
    root = _parsed(data, name)
    seen: set[int] = set()
    for code, groups in _pairs(root, name, seen):
        labels: list[str] = []
        for _, listed in _pairs(groups, name, seen):
            labels += _labels(listed, name, seen)
        if len(labels) > _MOST:
            raise InputError(f"{name} line {_line(code)}: {len(labels)} labels, but a unit has {_MOST} at most.")
        yield UnitLabels(_text(code, name), distinct(labels), _line(code))


def _parsed(data: bytes, name: str) -> "Node":
    """The file as nodes that know their lines; the safe loader makes no objects, and these are not even loaded."""
    import yaml  # only where a file of labels is new

    try:
        root = yaml.compose(data, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or type(error).__name__
        raise InputError(f"{name}{where} is no YAML: {problem}. {_SHAPE}.") from None
    if root is None:
        raise InputError(f"{name} is empty. {_SHAPE}.")
    return root


def _pairs(node: "Node", name: str, seen: set[int]) -> "list[tuple[Node, Node]]":
    pairs: Any = _once(node, name, seen).value
    if node.id != "mapping":
        raise InputError(f"{name} line {_line(node)}: a list or text stands where names are wanted. {_SHAPE}.")
    return list(pairs)


def _labels(node: "Node", name: str, seen: set[int]) -> list[str]:
    items: Any = _once(node, name, seen).value
    if node.id != "sequence":
        raise InputError(f"{name} line {_line(node)}: labels are wanted as a list. {_SHAPE}.")
    return [_text(item, name) for item in items]


def _text(node: "Node", name: str) -> str:
    """A code or label as it is written: `no` and `24/7` are words here, whatever else YAML takes them for."""
    text = clean(node.value) if node.id == "scalar" else ""
    if not text or node.tag.endswith(":null") or len(text) > _LONGEST:
        raise InputError(
            f"{name} line {_line(node)}: a text of 1 to {_LONGEST} characters is wanted here, in quotes if it has "
            f"signs such as ': '. {_SHAPE}."
        )
    return text


def _once(node: "Node", name: str, seen: set[int]) -> "Node":
    if id(node) in seen:  # a few anchors can stand for more labels than any memory holds
        raise InputError(f"{name} line {_line(node)}: a part is repeated by reference (&, *). Write it out.")
    seen.add(id(node))
    return node


def _line(node: "Node") -> int:
    return int(node.start_mark.line) + 1
