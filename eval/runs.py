"""What each system answered, as files in TREC format: `text Q0 unit rank score system`, with the judgements beside."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from eval.answers import Judgement, Ranking, strict
from eval.court import Answers, Hearing
from eval.labelled import LabelledSet


def write_runs(folder: Path, hearing: Hearing) -> None:
    """Write SET.SYSTEM.run for each system and SET.qrels; of CVs a query is text/unit and a document a criterion."""
    folder.mkdir(parents=True, exist_ok=True)
    name = hearing.labelled.name
    _write(folder / f"{name}.qrels", _qrels(hearing.labelled))
    for system, answers in hearing.answers.items():
        _write(folder / f"{name}.{system}.run", _run(hearing.labelled, answers, system))


def _qrels(labelled: LabelledSet) -> Iterator[str]:
    for text, grades in labelled.grades.items():
        yield from (f"{text} 0 {unit} {grade}" for unit, grade in grades.items())
    for label in labelled.criteria:
        yield f"{label.text}/{label.unit} 0 {label.no} {int(label.evidenced)}"


def _run(labelled: LabelledSet, answers: Answers, system: str) -> Iterator[str]:
    for text, answer in zip(labelled.texts, answers, strict=True):
        if isinstance(answer, Ranking):
            yield from _lines(text.id, answer.units, answer.scores, system)
            continue
        by_unit: dict[str, list[Judgement]] = {}
        for one in answer:
            by_unit.setdefault(one.unit, []).append(one)
        for unit, judged in by_unit.items():
            judged.sort(key=lambda one: -one.score)
            yield from _lines(f"{text.id}/{unit}", (one.no for one in judged), (one.score for one in judged), system)


def _lines(query: str, documents: Iterable[str], scores: Iterable[float], system: str) -> Iterator[str]:
    falling = strict(list(scores))
    for rank, (document, score) in enumerate(zip(documents, falling, strict=True), start=1):
        yield f"{query} Q0 {document} {rank} {score:.9g} {system}"


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
