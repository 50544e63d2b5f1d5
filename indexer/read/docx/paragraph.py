"""One Word paragraph → its lines of text as shown, and the text boxes anchored in it."""

from collections.abc import Iterator

from lxml import etree

from indexer.read.docx.names import COMPATIBILITY, MATH_TEXT, W, child, is_on, value
from indexer.read.docx.styles import Styles
from indexer.read.markup import one_line

_OFF = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "sdtPr")
)
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


class Reader:
    """Collects what the runs of a paragraph say; deletions, hidden text and field codes are left out."""

    def __init__(self, styles: Styles) -> None:
        """Begin with nothing said."""
        self.boxes: list[etree._Element] = []
        self._styles = styles
        self._said: list[str] = []

    def read(self, element: etree._Element) -> None:
        """Take what is inside an element, in order."""
        for inner in shown_children(element):
            tag = inner.tag
            if tag in (f"{W}t", MATH_TEXT):
                self._said.append(inner.text or "")
            elif tag in _SIGNS:
                self._said.append(_SIGNS[tag])
            elif tag == f"{W}txbxContent":
                self.boxes.append(inner)
            elif tag not in _OFF and not (tag == f"{W}r" and self._is_hidden(inner)):
                self.read(inner)

    def lines(self) -> list[str]:
        """The lines said, cut where the author broke them, empty ones dropped."""
        return [line for line in map(one_line, "".join(self._said).split("\n")) if line]

    def _is_hidden(self, run: etree._Element) -> bool:
        if child(run, "rPr/vanish") is not None:
            return is_on(run, "rPr/vanish")
        return self._styles.is_hidden(value(run, "rPr/rStyle"))


def shown_children(element: etree._Element) -> Iterator[etree._Element]:
    """What is inside an element; of the same thing in several forms for several programs, the first form."""
    if element.tag == f"{COMPATIBILITY}AlternateContent":
        forms = element.find(f"{COMPATIBILITY}Choice"), element.find(f"{COMPATIBILITY}Fallback")
        return iter(next((form for form in forms if form is not None), ()))
    return iter(element)
