"""Labelled sets: texts as TSV, judgements as TREC qrels or as criteria that a CV evidences; each text in one split."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Literal

from search.errors import InputError
from search.resources import data_dir

SetName = Literal["queries", "adverts", "cvs"]
SETS: tuple[SetName, ...] = ("queries", "adverts", "cvs")
Grades = dict[str, dict[str, int]]  # text → unit → 2 asked for, 1 also right


class Split(StrEnum):
    """Which texts: `dev` to choose by, `test` to report only, `all` both."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A query, an advert or a CV; `type` says in what way a query is hard, whether an advert fits, of a CV nothing."""

    id: str
    type: str
    language: str
    text: str
    split: str = "dev"


@dataclass(frozen=True, slots=True)
class CriterionLabel:
    """Whether a CV evidences a criterion of a unit, as judged."""

    text: str  # id
    unit: str
    no: str
    evidenced: bool


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Texts with the graded units of each, or of CVs with the criteria judged."""

    name: SetName
    texts: tuple[LabelledText, ...]
    grades: Grades
    criteria: tuple[CriterionLabel, ...] = ()

    def of(self, split: Split) -> "LabelledSet":
        """The texts of one split with their judgements."""
        texts = tuple(text for text in self.texts if split is Split.ALL or text.split == split)
        ids = {text.id for text in texts}
        return replace(
            self,
            texts=texts,
            grades={text: grades for text, grades in self.grades.items() if text in ids},
            criteria=tuple(label for label in self.criteria if label.text in ids),
        )


def load_set(name: str) -> LabelledSet:
    """Load a set of `data/eval`; raises InputError naming the sets there are."""
    folder = data_dir() / "eval"
    for known in SETS:
        if known == name and (folder / f"{name}.tsv").is_file():
            return _cvs(folder) if known == "cvs" else _graded(folder, known)
    there = ", ".join(known for known in SETS if (folder / f"{known}.tsv").is_file()) or "none"
    raise InputError(f"There is no labelled set '{name}'. Sets here: {there}")


def _graded(folder: Path, name: SetName) -> LabelledSet:
    """Queries carry their text in the table; adverts lie in files of their own."""
    texts = tuple(
        LabelledText(
            row["id"],
            row.get("type") or row["kind"],
            row["language"],
            row["text"] if "text" in row else _text(folder / name / f"{row['id']}.txt"),
            row["split"],
        )
        for row in _rows(folder / f"{name}.tsv")
    )
    return LabelledSet(name, texts, _grades(folder / f"{name}.qrels"))


def _cvs(folder: Path) -> LabelledSet:
    texts = tuple(
        LabelledText(row["id"], "cv", row["language"], _text(folder / "cvs" / f"{row['id']}.txt"), row["split"])
        for row in _rows(folder / "cvs.tsv")
    )
    criteria = tuple(
        CriterionLabel(row["id"], row["unit"], row["no"], row["evidenced"] == "1")
        for row in _rows(folder / "cvs-criteria.tsv")
    )
    return LabelledSet("cvs", texts, {}, criteria)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _grades(path: Path) -> Grades:
    grades: Grades = {}
    for line in path.read_text("utf-8").splitlines():
        text, _, unit, grade = line.split()
        grades.setdefault(text, {})[unit] = int(grade)
    return grades
