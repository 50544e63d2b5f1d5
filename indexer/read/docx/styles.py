"""Paragraph styles → the list a style puts its paragraphs in."""

from dataclasses import dataclass

from lxml import etree

from indexer.read.docx.names import W, is_on, number, value

_LONGEST_CHAIN = 12  # styles based on one another; Word allows 11


@dataclass(frozen=True, slots=True)
class ListUse:
    """The list a paragraph is in and its level there, from 0; `style` where a style says so."""

    list_id: str
    level: int
    style: str = ""


class Styles:
    """The styles of one document."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the styles part; a document without one has no styles."""
        found = () if root is None else root.iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        paragraphs = (style for style in self._styles.values() if style.get(f"{W}type") == "paragraph")
        usual = (style for style in paragraphs if style.get(f"{W}default") in ("1", "true", "on"))
        self._usual = next((style.get(f"{W}styleId", "") for style in usual), "")

    def list_use(self, style: str | None) -> ListUse | None:
        """The list that a paragraph of this style (None: of the default style) is in."""
        name = self._usual if style is None else style
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(name)
            if found is None:
                return None
            list_id = value(found, "pPr/numPr/numId")
            if list_id is not None:
                return ListUse(list_id, number(value(found, "pPr/numPr/ilvl")), name)
            name = value(found, "basedOn") or ""
        return None

    def is_hidden(self, style: str | None) -> bool:
        """Whether a character style hides its text."""
        return bool(style) and is_on(self._styles.get(style or ""), "rPr/vanish")
