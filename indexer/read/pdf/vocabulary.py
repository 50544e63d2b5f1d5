"""The words of one document, which prove whether two pieces are one word."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from indexer.read.pdf.marks import Line

LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_CLITICS = frozenset(("nya", "an", "kan", "lah", "pun", "ku", "mu"))  # set off by a hyphen behind foreign words
_PROOF = 3  # times the whole word must stand in the document
_RARER = 5  # times rarer the piece must be than the whole
_ROOT = 4  # letters from which a piece may be a word that others are made of
_TYPED = 0.3  # share of words with a blank after them in a document that types its blanks
_GLUED_LENGTH = (9, 40)
_SHORT_WORDS = frozenset("di ke ya se api apa bu pak tv it ac pc as is in of to the and or no ii iv vi xi".split())


class Vocabulary:
    """How often each word stands in a document."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Count the words of all lines."""
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._hyphened: Counter[str] = Counter()
        printed = blanks = 0
        for line in lines:
            printed += len(line.words)
            blanks += sum(word.trailed for word in line.words)
            text = line.text.lower()
            words = LETTERS.findall(text)
            self._words.update(words)
            self._pairs.update(pairwise(words))
            self._hyphened.update(_HYPHENED.findall(text))
        self._text = " ".join(self._words)
        self._types_blanks = blanks > _TYPED * printed

    def has_hyphened(self, left: str, right: str) -> bool:
        """Whether `left-right` is printed elsewhere, or is a word said twice, `sehari-hari` too."""
        left, right = left.lower(), right.lower()
        return left.endswith(right) or right.startswith(left) or f"{left}-{right}" in self._hyphened

    def are_pieces(self, left: str, right: str) -> bool:
        """Whether two pieces at a line end are no words of this document by themselves; `class-nya` stays as it is."""
        return right.lower() not in _CLITICS and max(self._words[left.lower()], self._words[right.lower()]) <= 1

    def is_word(self, text: str) -> bool:
        """Whether the document prints this word in one piece."""
        return self._words[text.lower()] > 0

    def two_words_in(self, word: str) -> tuple[str, str] | None:
        """The two words, printed side by side elsewhere, that a word met only once seems to consist of."""
        word = word.lower()
        if self._words[word] != 1 or not _GLUED_LENGTH[0] <= len(word) <= _GLUED_LENGTH[1]:
            return None
        for place in range(_ROOT, len(word) - _ROOT + 1):
            if self._pairs[word[:place], word[place:]]:
                return word[:place], word[place:]
        return None

    def proves_one_word(self, left: str, right: str, typed: bool) -> bool:
        """Whether two neighbours are one word broken by kerning; `typed`: there is a blank between them.

        The whole must be a frequent word and one piece next to unknown elsewhere; without a typed blank it is enough
        that the whole stands somewhere, and more often than the piece.
        """
        left, right = left.lower(), right.lower()
        whole = self._words[left + right]
        if not whole or left in _SHORT_WORDS or right in _SHORT_WORDS:
            return False
        piece = min(left, right, key=lambda part: self._words[part])
        rarer = self._words[piece]
        alone = rarer > self._pairs[left, right]  # the piece also stands elsewhere
        if not typed and self._types_blanks:  # where none is typed, a gap is all there ever is between words
            return whole >= rarer or not alone
        if whole < _PROOF or rarer * _RARER > whole:
            return False
        return len(piece) < _ROOT or not (alone or self._is_root(piece, left + right))

    def _is_root(self, piece: str, whole: str) -> bool:
        """Whether other words of the document are made of a piece: `sama` in `bersama` is a word by itself."""
        holders = re.findall(rf"\S*{re.escape(piece)}\S*", self._text)
        return any(word not in (piece, whole) for word in holders)
