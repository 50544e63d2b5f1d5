"""Sentences written for the purpose.

Those of work: a thing done there in four wordings, and a near miss that is something else. Scenes: sentences of all the
world and their translations, neighbours differing in little.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.errors import TrainingError
from training.pairs import Row

FOLDER = Path(__file__).with_name("sentences")
NAME = "written/sentences"
WEIGHT = 3.0
SCENES = Path(__file__).with_name("scenes")
SCENES_NAME = "written/scenes"
SCENES_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English wording, three Indonesian ones (plain, as a criterion, colloquial), and the near miss."""

    english: str
    indonesian: tuple[str, str, str]
    miss: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Every wording and the near miss."""
        return (self.english, *self.indonesian, self.miss)


def sentences(folder: Path = FOLDER) -> list[Sentence]:
    """All written sentences, file by file. Raises TrainingError with the line of a bad one."""
    return [Sentence(one, (two, three, four), miss) for *_, (one, two, three, four, miss) in lines(folder, 5)]


def lines(folder: Path, columns: int) -> Iterator[tuple[str, int, list[str]]]:
    """The file, the number and the cells of each line of a folder. Raises TrainingError with the line of a bad one."""
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) != columns or not all(cells):
                raise TrainingError(f"{path.name}, line {number}: need {columns} columns, none empty.")
            yield path.name, number, cells


def rows(every: list[Sentence]) -> list[Row]:
    """Each sentence's English beside each of its Indonesian wordings."""
    return [Row(each.english, wording, "parallel", NAME, WEIGHT) for each in every for wording in each.indonesian]


def scenes(folder: Path = SCENES) -> list[Row]:
    """The English of each line of a scene beside its Indonesian. Raises TrainingError with the line of a bad one."""
    return [
        Row(english, indonesian, "parallel", SCENES_NAME, SCENES_WEIGHT)
        for *_, (english, indonesian) in lines(folder, 2)
    ]
