"""Lines of a paragraph → one text: wraps joined, hyphens at line ends judged, broken words mended and told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.read.pdf.glyph_text import SOFT_HYPHEN
from indexer.read.pdf.marks import Line, Word
from indexer.read.pdf.vocabulary import LETTERS, Vocabulary
from search.types import Finding, Place

_HYPHENS = ("-", SOFT_HYPHEN)


@dataclass(slots=True)
class Joiner:
    """Joins the lines of one document; what it mends is noted in `remarks` until they are taken."""

    vocabulary: Vocabulary
    place: Place
    remarks: list[Finding] = field(default_factory=list)

    def text(self, lines: Sequence[Line]) -> str:
        """The text of a paragraph."""
        parts: list[str] = []
        last: Word | None = None
        for line in lines:
            for index, word in enumerate(line.words):
                if word.closed:
                    message = f"A blank is typed inside '{word.text}' but none is printed; read as one word."
                    self.remarks.append(Finding("word-broken", message, self.place))
                self._add(parts, last, word, wrapped=index == 0)
                last = word
        text = "".join(parts).replace(SOFT_HYPHEN, "")
        self._note_glued(text)
        return text

    def take_remarks(self) -> tuple[Finding, ...]:
        """The remarks since the last time."""
        taken = tuple(self.remarks)
        self.remarks.clear()
        return taken

    def _add(self, parts: list[str], last: Word | None, word: Word, wrapped: bool) -> None:
        if last is None:
            parts.append(word.text)
        elif wrapped and last.text.endswith(_HYPHENS) and len(last.text) > 1 and not last.trailed:
            self._after_hyphen(parts, word)
        elif (wrapped and last.text.endswith("/") and not last.trailed) or self._is_one_word(last, word, wrapped):
            parts.append(word.text)
        else:
            parts.append(f" {word.text}")

    def _after_hyphen(self, parts: list[str], word: Word) -> None:
        left, right = _last_letters(parts[-1].rstrip("".join(_HYPHENS))), _first_letters(word.text)
        soft = parts[-1].endswith(SOFT_HYPHEN)
        is_whole = soft or self.vocabulary.is_word(left + right) or self.vocabulary.are_pieces(left, right)
        if (
            len(left) > 1
            and right
            and (right.islower() or left.isupper())
            and is_whole
            and not self.vocabulary.has_hyphened(left, right)
        ):
            parts[-1] = parts[-1][:-1]
            self._note("word-hyphenated", f"{left}-{right}", left + right)
        parts.append(word.text)

    def _is_one_word(self, last: Word, word: Word, wrapped: bool) -> bool:
        left, right = _last_letters(last.text), _first_letters(word.text)
        if not left or not right or not last.text[-1].isalpha() or not right[0].islower() or right.isupper():
            return False
        typed = wrapped or last.trailed or word.spaced
        if not self.vocabulary.proves_one_word(left, right, typed):
            return False
        self._note("word-broken", f"{left} {right}", left + right)
        return True

    def _note_glued(self, text: str) -> None:
        """Tell words without the blank between them; they stay as printed, for decrees print such words on purpose."""
        for word in LETTERS.findall(text):
            two = self.vocabulary.two_words_in(word)
            if two:
                message = f"'{word}' may be '{' '.join(two)}', as elsewhere in the document; left as printed."
                self.remarks.append(Finding("word-glued", message, self.place))

    def _note(self, kind: str, printed: str, read: str) -> None:
        how = "at a line end" if kind == "word-hyphenated" else "with a gap inside"
        message = f"'{printed}' is printed {how}; read as '{read}'."
        self.remarks.append(Finding(kind, message, self.place))


def _last_letters(text: str) -> str:
    found = LETTERS.findall(text)
    return found[-1] if found and text.endswith(found[-1]) else ""


def _first_letters(text: str) -> str:
    found = LETTERS.match(text)
    return found.group() if found else ""
