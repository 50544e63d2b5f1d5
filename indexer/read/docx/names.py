"""The names of Word's elements, and the newer "strict" spelling of them turned into the usual one."""

from functools import cache

from lxml import etree

_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

W = f"{{{_USUAL.decode()}}}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def plain_names(part: bytes) -> bytes:
    """A part with the usual name space throughout."""
    return part.replace(_STRICT, _USUAL)


def value(parent: etree._Element | None, path: str) -> str | None:
    """The `w:val` of the first element on a path of Word's names (`pPr/numPr/ilvl`); None when there is none."""
    found = child(parent, path)
    return None if found is None else found.get(f"{W}val")


def child(parent: etree._Element | None, path: str) -> etree._Element | None:
    """The first element on a path of Word's names; None when there is none."""
    return None if parent is None else parent.find(_in_full(path))


@cache
def _in_full(path: str) -> str:
    return "/".join(f"{W}{name}" for name in path.split("/"))


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number as files have it; `otherwise` for anything else."""
    try:
        return int(text[:10]) if text else otherwise
    except ValueError:
        return otherwise


def is_on(parent: etree._Element | None, path: str) -> bool:
    """Whether a switch is set: it is there, and not with a value that says no."""
    found = child(parent, path)
    return found is not None and found.get(f"{W}val", "1").lower() not in ("0", "false", "off")
