"""Turning a page so that its text runs from left to right, whatever way the page was laid."""

from dataclasses import dataclass

from indexer.read.pdf.marks import Rule

_Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Turn:
    """Page coordinates (origin bottom left) → upright ones (origin top left); `quarters` is the text's direction."""

    quarters: int  # 0 rightwards, 1 downwards, 2 leftwards (upside down), 3 upwards
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width of the page when its text stands upright."""
        return self.right - self.left if self.quarters % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height of the page when its text stands upright."""
        return self.top - self.bottom if self.quarters % 2 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """One point, turned."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return self.top - y, self.right - x
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return y - self.bottom, x - self.left

    def span(self, box: _Box, origin: tuple[float, float]) -> tuple[float, float, float]:
        """Left and right edge of a glyph, and its baseline; it begins at its origin, `j` reaches farther left."""
        one, other = self.point(box[0], box[1])[0], self.point(box[2], box[3])[0]
        x, y = self.point(*origin)
        return min(max(x, one, other), max(x, min(one, other))), max(one, other), y

    def rule(self, rule: Rule) -> Rule:
        """A drawn line, turned."""
        ends = [(rule.start, rule.at), (rule.end, rule.at)]
        if not rule.horizontal:
            ends = [(y, x) for x, y in ends]
        (x0, y0), (x1, y1) = (self.point(*end) for end in ends)
        if abs(y0 - y1) < abs(x0 - x1):
            return Rule(True, y0, min(x0, x1), max(x0, x1))
        return Rule(False, x0, min(y0, y1), max(y0, y1))
