"""A few thousand adverts → any number of them, no two alike, so that what was computed before does not win alone."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

_SWAPPED, _OTHER, _MISTYPED, _DROPPED = 0.05, 0.08, 0.01, 0.1  # of words, words, words, and stretches of words
_STRETCH = 10  # words


def adverts(source: Path) -> list[str]:
    """The texts of a JSONL file with a key `text`, packed or not."""
    data = source.read_bytes()
    lines = (gzip.decompress(data) if source.suffix == ".gz" else data).splitlines()
    return [str(json.loads(line)["text"]) for line in lines]


def varied(texts: list[str], count: int, seed: int = 0) -> Iterator[str]:
    """Yield the texts in turn, from the second turn on with words changed, moved, mistyped and left out."""
    chance = random.Random(seed)
    words = [word for text in texts for word in text.split()]
    for number in range(count):
        text = texts[number % len(texts)]
        yield text if number < len(texts) else _vary(text, words, chance)


def _vary(text: str, words: list[str], chance: random.Random) -> str:
    """Spaces stay as they are, since where an advert is cut depends on its lines."""
    pieces = text.split(" ")
    for at in range(len(pieces)):
        drawn = chance.random()
        if drawn < _OTHER:
            pieces[at] = chance.choice(words)
        elif drawn < _OTHER + _SWAPPED and at:
            pieces[at - 1], pieces[at] = pieces[at], pieces[at - 1]
        elif drawn < _OTHER + _SWAPPED + _MISTYPED and len(pieces[at]) > 1:
            slip = chance.randrange(1, len(pieces[at]))
            pieces[at] = pieces[at][:slip] + pieces[at][slip - 1] + pieces[at][slip:]
    stretches = [pieces[at : at + _STRETCH] for at in range(0, len(pieces), _STRETCH)]
    kept = [stretch for stretch in stretches if len(stretches) < 3 or chance.random() >= _DROPPED]
    return " ".join(piece for stretch in kept for piece in stretch)
