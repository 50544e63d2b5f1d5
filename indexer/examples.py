"""Files of worked examples: sentences with which people ask for or show the work of a unit or of one criterion.

    unit            no   shows  text
    M.70MKT00.037.1      1      Nelpon 60 calon pembeli sehari dari data pameran
    M.70MKT00.003.2 3.2  0      Membuat daftar pesaing di kecamatan

A table of tab-separated columns. Without `no` an example is of the unit as a whole; with `shows` 0 it lies near the
criterion and does not show it. Examples are kept apart from the decrees, whose words are never altered, and are never
shown: an index learns from them to read what is told in other words than the standard's (`indexer.teach`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.beside import read_beside
from indexer.read.limits import MEGABYTE
from indexer.teach import FEWEST
from search.catalogue import Catalogue, code_key
from search.errors import InputError
from search.resources import data_dir
from search.types import Example, ExampleFile, Finding, Place

_VERSION = 1  # raise it when this page makes something else of a file
_MOST_BYTES = 16 * MEGABYTE
_COLUMNS = ("unit", "no", "shows", "text")
_LONGEST = 500  # characters of an example
_SHOWS = {"1": True, "0": False}


def bundled_examples() -> tuple[Path, ...]:
    """The files of examples that come with Padan."""
    return tuple(sorted(path.resolve() for path in (data_dir() / "examples").glob("*.tsv")))


def read_examples(paths: Sequence[Path], known: Sequence[ExampleFile] = ()) -> tuple[ExampleFile, ...]:
    """The bundled files of examples, then the user's own; those `known` by their content are not read again.

    Raises `InputError` with file and line for a file of another shape.
    """
    return read_beside(bundled_examples(), paths, known, f"examples-{_VERSION}", _MOST_BYTES, _file)


def _file(name: str, digest: str, data: bytes, bundled: bool) -> ExampleFile:
    return ExampleFile(name, digest, tuple(_examples(data, name)), bundled)


def example_findings(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Examples of units that no decree has, of criteria that their unit has not, and units with too few to learn by."""
    findings: list[Finding] = []
    codes = {
        code_key(form)
        for decree in catalogue.decrees
        for unit in decree.units
        for form in (unit.code, *unit.printed_codes)
    }
    for file in catalogue.examples:
        unknown = [one for one in file.examples if code_key(one.unit) not in codes]
        if not (file.bundled and len(unknown) == len(file.examples)):  # whoever left out its decree knows that
            firsts = {code_key(one.unit): one for one in reversed(unknown)}
            findings += [_unknown(file, one) for one in reversed(firsts.values())]
    for code, examples in catalogue.taught.items():
        printed = [criterion.no for criterion in catalogue.units[code].criteria if criterion.text.strip()]
        numbers = set(printed)
        given = Counter(one.no for one in examples if one.shows)
        strange = sorted(given.keys() - numbers - {""})
        if strange:
            findings.append(Finding("example-unknown-criterion", f"Unit {code} has no criterion {', '.join(strange)}."))
        few = [f"{no or 'the unit'} ({count})" for no, count in given.items() if count < FEWEST and no not in strange]
        lacking = sorted(numbers - given.keys()) if given.keys() - {""} - set(strange) else []
        twice = sorted(no for no, count in Counter(printed).items() if count > 1)
        if twice and given.keys() & numbers:
            message = f"Unit {code} prints criterion {', '.join(twice)} twice; its criteria are not learnt by examples."
            findings.append(Finding("example-number-twice", message))
        if few or lacking:
            told = ", ".join([*few, *(f"{no} (0)" for no in lacking)])
            message = f"Unit {code}: {FEWEST} examples are needed each, and there are fewer of {told}; not learnt by."
            findings.append(Finding("example-few", message))
    return tuple(findings)


def _unknown(file: ExampleFile, one: Example) -> Finding:
    message = f"{file.source} has examples of unit {one.unit}, which is in no decree of the catalogue."
    return Finding("example-unknown-unit", message, Place("line", one.line))


def _examples(data: bytes, name: str) -> Iterator[Example]:
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from None
    if not lines or tuple(lines[0].split("\t")) != _COLUMNS:
        raise InputError(f"{name} line 1: the columns {', '.join(_COLUMNS)} are wanted, separated by tabs.")
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            yield _example(line.split("\t"), name, number)


def _example(cells: list[str], name: str, line: int) -> Example:
    cells = [" ".join(cell.split()) for cell in cells]
    if len(cells) != len(_COLUMNS) or not cells[0] or cells[2] not in _SHOWS or not 0 < len(cells[3]) <= _LONGEST:
        raise InputError(
            f"{name} line {line}: a unit, a criterion's number or nothing, 1 or 0, and a text of 1 to {_LONGEST} "
            "characters are wanted, separated by tabs."
        )
    unit, no, shows, text = cells
    return Example(unit, no, _SHOWS[shows], text, line)
