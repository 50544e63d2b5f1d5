"""Read, clean and thin out the training rows."""

import gzip
import html
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.errors import CorpusMissingError
from training.sources import Kind, Source

MAX_WORDS = 60
MAX_LETTERS = 190  # of a sentence's English side: longer ones cost the teachers most and teach a mean of pieces least
_PLACEHOLDER = re.compile(r"%\(?\w*\)?[sd]?\b|\$?\{[^{}]*\}|<[^<>]+>|x{3}number\w*|`+|\*{2,}|&\w+;", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Row:
    """Two texts that mean the same: `left` English (or informal, or a title), `right` Indonesian."""

    left: str
    right: str
    kind: Kind
    source: str
    weight: float


def clean(text: str) -> str:
    """Plain text of one side: entities decoded, placeholders and mark-up out, one space, at most MAX_WORDS words."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    return " ".join(_SPACE.sub(" ", _PLACEHOLDER.sub(" ", text)).split(" ")[:MAX_WORDS]).strip()


def lines(path: Path) -> Iterator[str]:
    """The lines of a plain or gzipped UTF-8 text. Raises CorpusMissingError with the path."""
    if not path.is_file():
        raise CorpusMissingError(path)
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as handle:
        for line in handle:
            yield line.rstrip("\n")


def read(corpora: Path, source: Source, seed: int = 0) -> list[Row]:
    """The cleaned, distinct rows of one source, in file order; rows without letters or with equal sides are dropped."""
    found: dict[tuple[str, str], Row] = {}
    for line in lines(corpora / source.path):
        cells = line.split("\t")
        if len(cells) < 2:
            continue
        left, right = clean(cells[0]), clean(cells[1])
        key = (left.casefold(), right.casefold())
        if key in found or key[0] == key[1] or not _fits(left, right, source.kind):
            continue
        found[key] = Row(left, right, source.kind, source.name, source.weight)
    rows = list(found.values())
    if source.limit is not None and len(rows) > source.limit:
        rows = [rows[i] for i in sorted(random.Random(seed).sample(range(len(rows)), source.limit))]
    return rows


def _fits(left: str, right: str, kind: Kind) -> bool:
    counts = len(_WORD.findall(left)), len(_WORD.findall(right))
    if min(counts) == 0:
        return False
    if kind == "parallel":  # three times as long is not a translation
        return len(left) <= MAX_LETTERS and max(counts) >= 3 and max(counts) <= 3 * min(counts) + 3
    return True


def distinct(rows: list[Row], per_side: int = 4) -> list[Row]:
    """Rows with doubles between sources dropped, no left side kept more than `per_side` times (long sense lists)."""
    seen: set[tuple[str, str]] = set()
    often: dict[str, int] = {}
    kept = []
    for row in rows:
        key = (row.left.casefold(), row.right.casefold())
        if key in seen or often.get(key[0], 0) >= per_side:
            continue
        seen.add(key)
        often[key[0]] = often.get(key[0], 0) + 1
        kept.append(row)
    return kept


@dataclass(frozen=True, slots=True)
class Advert:
    """One real advertisement that may be trained on."""

    title: str
    text: str
    language: str


def adverts(path: Path) -> list[Advert]:
    """The adverts of a JSON-lines file marked `use: train-or-test`; every other row stays unread."""
    rows = (json.loads(line) for line in lines(path))
    return [Advert(row["title"], row["text"], row["lang"]) for row in rows if row["use"] == "train-or-test"]


def windows(advert: Advert, words: int = 14) -> list[str]:
    """An advert's text cut in runs of `words` words: its own sentence marks are gone."""
    tokens = advert.text.split()
    return [" ".join(tokens[i : i + words]) for i in range(0, len(tokens), words) if len(tokens[i : i + words]) >= 5]
