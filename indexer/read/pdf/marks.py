"""What stands on one page: glyphs and drawn lines, turned upright, measured in points from the top left corner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character; `x1` is where its advance ends, `y` its baseline (growing downwards)."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, `at` a height (horizontal) or a distance from the left (vertical), from `start` to `end`."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as extracted; `pictured`: the share of it that images cover, 0 to 1."""

    number: int  # from 1
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictured: float = 0.0
    damaged: bool = False  # could not be read at all
    turned: str = ""  # text that runs in another direction than most, not read
    unmapped: int = 0  # characters without a readable code


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a gap between; `spaced`: a blank was typed before it, `trailed`: one after it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spaced: bool = False
    trailed: bool = False
    closed: bool = False  # a blank is typed inside it which the page does not show

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the word's ink: where it is looked for in a table."""
        return (self.x0 + self.x1) / 2, self.y - self.size * 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, left to right; never empty."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single blanks between."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        """Its baseline: that of its largest word."""
        return max(self.words, key=lambda word: word.size).y

    @property
    def size(self) -> float:
        """Its largest font size."""
        return max(word.size for word in self.words)
