"""Text → words: the same reading for indexing, querying and highlighting."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.text.normalise import normalise
from search.text.slang import formal

VERSION = 1

_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([a-z]{3,})2(nya|an)?")  # marah2 → marah, mobil2an → mobilan: chat shorthand for reduplication

# Function words of both languages: they say nothing about work, and in one decree's small world their IDF is not low.
STOPWORDS = frozenset(
    """
    dan atau yang di ke dari untuk dengan pada dalam oleh sebagai serta agar para itu ini ada adalah akan dapat bisa
    juga
    sudah telah maupun antara secara hal bagi kepada terhadap tersebut setiap lain lainnya saya kami kita anda kamu aku
    dia mereka nya pun lah kah si sang jika bila kalau karena namun tetapi tapi sehingga hingga sampai saat ketika cara
    gimana bagaimana apa siapa dong sih deh kok aja saja lagi mau
    the a an and or of to in on for with at by from as is are be this that these those it its we you your our their they
    i my me he she will can may must should how what who which into
    """.split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands: `text[start:end]`."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Every run of letters and digits as printed, with its span."""
    for found in _WORD.finditer(text):
        yield Word(found.group(), found.start(), found.end())


def plain_words(text: str) -> list[str]:
    """The same without their spans, several times as fast."""
    return _WORD.findall(text)


def with_words(text: str, written: Callable[[str], str]) -> str:
    """The text with each of its words as `written` has it."""
    return _WORD.sub(lambda found: written(found[0]), text)


def tokens(text: str) -> list[str]:
    """Normalised words with slang written out and function words left out."""
    return [token for word in plain_words(normalise(text)) for token in spellings(word) if token not in STOPWORDS]


def spellings(word: str) -> list[str]:
    """One normalised word → the formal words it stands for: `marah2` → `marah`, `medsos` → `media sosial`."""
    doubled = _DOUBLED.fullmatch(word)
    if doubled:
        word = doubled.group(1) + (doubled.group(2) or "")
    return formal(word).split()
