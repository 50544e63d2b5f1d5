"""The labelled set is whole: its counts, and judgements that follow from the two annotators and the rulings."""

import csv
from collections import Counter
from collections.abc import Iterator

import pytest

from eval.labelled import load_set
from search.resources import data_dir

FOLDER = data_dir() / "eval"
Cell = tuple[str, str]


def rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def judged(name: str) -> dict[Cell, int]:
    lines = (FOLDER / f"{name}.qrels").read_text("utf-8").splitlines()
    return {(text, unit): int(grade) for text, _, unit, grade in (line.split() for line in lines)}


def labels(annotator: str, name: str) -> dict[Cell, int]:
    return {
        (row["id"], row["unit"]): int(row["grade"]) for row in rows(f"labels-{annotator}.tsv") if row["set"] == name
    }


def test_queries_are_whole() -> None:
    labelled = load_set("queries")
    assert Counter(query.split for query in labelled.texts) == {"dev": 120, "test": 80}
    assert set(labelled.grades) == {query.id for query in labelled.texts}
    answers = Counter(unit for grades in labelled.grades.values() for unit, grade in grades.items() if grade == 2)
    assert len(answers) == 50
    assert answers.total() == 200


def test_adverts_are_whole() -> None:
    adverts = {row["id"]: row for row in rows("adverts.tsv")}
    assert Counter(row["split"] for row in adverts.values()) == {"dev": 46, "test": 46}
    assert {path.stem for path in (FOLDER / "adverts").glob("*.txt")} == set(adverts)
    asked = {(adverts[text]["split"], unit) for (text, unit), grade in judged("adverts").items() if grade == 2}
    assert Counter(split for split, _ in asked) == {"dev": 50, "test": 50}
    assert {text for text, _ in judged("adverts")} == {key for key, row in adverts.items() if row["kind"] == "fits"}


@pytest.mark.parametrize("name", ["queries", "adverts"])
def test_a_judgement_is_agreed_or_settled(name: str) -> None:
    first, second = labels("a", name), labels("b", name)
    texts = {row["id"] for row in rows(f"{name}.tsv")}
    settled = {(row["text"], row["unit"]): int(row["final"]) for row in rows("settled.tsv") if row["text"] in texts}
    differing = {cell for cell in first.keys() | second.keys() if first.get(cell) != second.get(cell)}
    assert differing <= settled.keys()
    final = {**first, **settled}
    assert judged(name) == {cell: grade for cell, grade in final.items() if grade}


def test_criteria_of_cvs_are_agreed_or_settled_and_quoted() -> None:
    first, second = labels("a", "cvs"), labels("b", "cvs")
    settled = {(row["text"], row["unit"]): int(row["final"]) for row in rows("settled.tsv") if row["text"][0] == "c"}
    assert first.keys() ^ second.keys() == settled.keys()
    final = {cell for cell, grade in {**first, **settled}.items() if grade}
    criteria = list(rows("cvs-criteria.tsv"))
    assert {(row["id"], f"{row['unit']} {row['no']}") for row in criteria if row["evidenced"] == "1"} == final
    assert {(row["id"], row["unit"]) for row in criteria} == {
        (row["id"], unit) for row in rows("cvs.tsv") for unit in row["units"].split()
    }
    for row in criteria:
        assert row["quote"] in (FOLDER / "cvs" / f"{row['id']}.txt").read_text("utf-8")
        assert bool(row["quote"]) == (row["evidenced"] == "1")


@pytest.mark.parametrize(("name", "kappa"), [("queries", 0.967), ("adverts", 0.937), ("cvs", 0.996)])
def test_agreement_is_as_the_datasheet_says(name: str, kappa: float) -> None:
    """Cohen's kappa over every text and unit (CVs: criterion), the grades as plain classes."""
    first, second = labels("a", name), labels("b", name)
    cells = sum(1 for _ in rows("cvs-criteria.tsv")) if name == "cvs" else 50 * sum(1 for _ in rows(f"{name}.tsv"))
    both = Counter((first.get(cell, 0), second.get(cell, 0)) for cell in first.keys() | second.keys())
    both[0, 0] = cells - both.total()
    by_first, by_second = (Counter({g: sum(n for p, n in both.items() if p[k] == g) for g in range(3)}) for k in (0, 1))
    observed = sum(both[grade, grade] for grade in range(3)) / cells
    chance = sum(by_first[grade] * by_second[grade] for grade in range(3)) / cells**2
    assert round((observed - chance) / (1 - chance), 3) == kappa
