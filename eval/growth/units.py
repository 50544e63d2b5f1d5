"""A few units → any number of them: other trades' words in the same sentences, and sentences said in other ways."""

import random
import re
from collections.abc import Iterator, Sequence

from search.text.tokens import STOPWORDS
from search.types import Criterion, Element, Unit

_WORD = re.compile(r"[A-Za-z]{5,}")
_REPLACED = 0.5  # of the content words of a unit, each the same way throughout
_CRITERIA = 15  # of a unit
_SYNONYMS = {
    "ditetapkan": "ditentukan",
    "diidentifikasi": "dikenali",
    "dilaksanakan": "dijalankan",
    "dibuat": "disusun",
    "sesuai": "menurut",
    "berdasarkan": "menurut",
    "dievaluasi": "dinilai",
    "dianalisis": "dikaji",
    "menetapkan": "menentukan",
    "melaksanakan": "menjalankan",
    "menyusun": "membuat",
    "mengelola": "menangani",
}


def grow(seeds: Sequence[Unit], words: Sequence[str], count: int, seed: int = 0) -> Iterator[Unit]:
    """Yield units of fifteen criteria each, no two alike; words: what their trades' words are drawn from."""
    chance = random.Random(seed)
    detailed = [unit for unit in seeds if unit.criteria]
    titles = [unit.title for unit in seeds]
    for number in range(count):
        yield _unit(number, detailed, chance.choice(titles), words, chance)


def _unit(number: int, seeds: Sequence[Unit], title: str, words: Sequence[str], chance: random.Random) -> Unit:
    trade: dict[str, str] = {}

    def said(text: str) -> str:
        return _WORD.sub(lambda found: _in_trade(found[0], trade, words, chance), text)

    pool = [criterion.text for unit in seeds for criterion in unit.criteria]
    elements = tuple(
        Element(
            str(at),
            said(chance.choice(chance.choice(seeds).elements).title),
            tuple(Criterion(f"{at}.{n}", said(chance.choice(pool))) for n in range(1, 6)),
        )
        for at in range(1, _CRITERIA // 5 + 1)
    )
    code = f"X.{number:05}GRW00.001.1"
    return Unit(code=code, printed_codes=(code,), title=said(title), detailed=True, elements=elements)


def _in_trade(word: str, trade: dict[str, str], words: Sequence[str], chance: random.Random) -> str:
    low = word.lower()
    if low in STOPWORDS:
        return word
    if low in _SYNONYMS:
        return _SYNONYMS[low] if chance.random() < _REPLACED else word
    if low not in trade:
        trade[low] = chance.choice(words) if chance.random() < _REPLACED else word
    return trade[low]
