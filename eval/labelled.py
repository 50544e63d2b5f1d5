"""Labelled sets: texts as TSV, judgements as TREC qrels."""

import csv
from dataclasses import dataclass
from pathlib import Path

from search.errors import InputError
from search.resources import data_dir


@dataclass(frozen=True, slots=True)
class Query:
    """A labelled search query; `type` says in what way it is hard."""

    id: str
    type: str
    language: str
    text: str
    split: str = "dev"


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Queries and, per query id, the grade of each unit that answers it: 2 asked for, 1 also right."""

    name: str
    queries: tuple[Query, ...]
    grades: dict[str, dict[str, int]]


def load_set(name: str) -> LabelledSet:
    """Load `data/eval/NAME.tsv` and `NAME.qrels`; raises InputError naming the sets there are."""
    folder = data_dir() / "eval"
    table, judged = folder / f"{name}.tsv", folder / f"{name}.qrels"
    if not (table.is_file() and judged.is_file()):
        known = ", ".join(sorted(path.stem for path in folder.glob("*.qrels"))) or "none"
        raise InputError(f"There is no labelled set '{name}'. Sets here: {known}")
    with table.open(encoding="utf-8", newline="") as file:
        queries = tuple(Query(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return LabelledSet(name, queries, _grades(judged))


def _grades(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    for line in path.read_text("utf-8").splitlines():
        query, _, unit, grade = line.split()
        grades.setdefault(query, {})[unit] = int(grade)
    return grades
