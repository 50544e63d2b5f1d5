"""Short duties made from a written word list: every work verb with the objects it can take, in many wordings."""

import random
from dataclasses import dataclass
from pathlib import Path

from training.errors import TrainingError
from training.pairs import Row

WORDS = Path(__file__).with_name("work_words.tsv")
NAME = "written/work_words"


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb or object: the groups it belongs to and its wordings in both languages."""

    part: str
    groups: frozenset[str]
    english: tuple[str, ...]
    indonesian: tuple[str, ...]


def entries(path: Path = WORDS) -> list[Entry]:
    """The entries of the word list. Raises TrainingError with the line number of a bad line."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != 4 or cells[0] not in {"verb", "object"}:
            raise TrainingError(f"{path.name}, line {number}: need verb|object, groups, English, Indonesian.")
        found.append(Entry(cells[0], frozenset(cells[1].split(",")), *(tuple(cell.split("|")) for cell in cells[2:])))
    return found


def rows(path: Path = WORDS, wordings: int = 8, seed: int = 0, weight: float = 1.0) -> list[Row]:
    """For every fitting verb and object, and every object alone, `wordings` random English–Indonesian rows."""
    every, rng = entries(path), random.Random(seed)
    verbs = [entry for entry in every if entry.part == "verb"]
    found: dict[tuple[str, str], Row] = {}
    for thing in (entry for entry in every if entry.part == "object"):
        for verb in [None, *(verb for verb in verbs if "any" in verb.groups or verb.groups & thing.groups)]:
            for _ in range(wordings):
                left, right = rng.choice(thing.english), rng.choice(thing.indonesian)
                if verb is not None:
                    left, right = f"{rng.choice(verb.english)} {left}", f"{rng.choice(verb.indonesian)} {right}"
                found.setdefault((left, right), Row(left, right, "parallel", NAME, weight))
    return list(found.values())
