"""One character code of a PDF → what it prints: ligatures in letters, odd blanks as blanks, symbol-font dots as `•`."""

UNMAPPED = "\ufffd"
BULLET = "•"
SOFT_HYPHEN = "\u00ad"

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BLANKS = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))
_NOTHING = frozenset((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F))
_HYPHENS = frozenset((0x02, 0x2010, 0x2011, 0xFFFE))  # 0x02 and 0xFFFE: PDFium's signs for a hyphen at a line end
_BULLETS = frozenset((0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x2023, 0x27A2, 0x2756, 0x2713, 0x2714, 0x25BA, 0xB7))
_PRIVATE = range(0xE000, 0xF900)
_PRIVATE_HYPHEN = 0xF02D  # Symbol's minus, which Word sets as a list mark


def glyph_text(code: int) -> str:
    """The text of a character code, "" for what prints nothing, `UNMAPPED` for what cannot be known."""
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _BLANKS:
        return " "
    if code in _HYPHENS or code == _PRIVATE_HYPHEN:
        return "-"
    if code in _BULLETS or code in _PRIVATE:
        return BULLET
    if code in _NOTHING:
        return ""
    if code < 0x20 or code == 0xFFFD or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNMAPPED
    return chr(code)
