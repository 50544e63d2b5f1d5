"""Inline markup off, words kept: `<p>`, `<ul>`, `<i>`, `*emphasis*` and a handful of entities."""

import html
import re

_BREAKS = re.compile(r"</?(?:p|ul|ol|li|br|div|tr)\b[^<>]*>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:i|b|u|em|strong|span|sup|sub|font|a|td|th|table|tbody|thead)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_EMPHASIS = re.compile(r"(?<!\\)\*(?=[^\s*])([^*]*[^\s*\\])\*")
_ESCAPE = re.compile(r"\\([*_.()\[\]#+\-!`\\])")


def plain_lines(text: str) -> str:
    """Text without markup, one line per paragraph of the source, white space folded, empty lines dropped."""
    if not any(sign in text for sign in "<*&\\\n"):
        return one_line(text)
    text = _INLINE.sub("", _BREAKS.sub("\n", text))
    text = _EMPHASIS.sub(r"\1", text.replace("**", ""))
    text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    text = _ESCAPE.sub(r"\1", text)
    return "\n".join(line for line in map(one_line, text.split("\n")) if line)


def one_line(text: str) -> str:
    """All white space, line breaks included, folded to single blanks."""
    return " ".join(text.split())
