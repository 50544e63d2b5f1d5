"""The only maker of HTML: other people's text goes in as text, and comes out escaped between tags of our own."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_UNPRINTABLE = re.compile(r"[\0\ud800-\udfff]")  # what neither HTML nor UTF-8 can carry


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that is safe to show; Streamlit reads it through `_repr_html_` and leaves its white space alone."""

    markup: str

    def _repr_html_(self) -> str:
        """What Streamlit asks for."""
        return self.markup

    def __add__(self, other: "Html") -> "Html":
        """Markup after markup."""
        return Html(self.markup + other.markup)


NOTHING = Html("")


def plain(text: str) -> Html:
    """Any text, escaped: it can open no tag, no entity and no attribute."""
    return Html(html.escape(_UNPRINTABLE.sub("\ufffd", text), quote=True))


def joined(parts: Iterable[Html]) -> Html:
    """Markup after markup, in one go however much there is."""
    return Html("".join(part.markup for part in parts))


def tag(name: str, *inside: Html | str, look: str = "", **attributes: str) -> Html:
    """An element of ours: `look` names classes without their `padan-` prefix; strings inside it are escaped."""
    if look:
        attributes = {"class": " ".join(f"padan-{one}" for one in look.split()), **attributes}
    written = "".join(f' {key.replace("_", "-")}="{plain(value).markup}"' for key, value in attributes.items())
    body = "".join((part if isinstance(part, Html) else plain(part)).markup for part in inside)
    return Html(f"<{name}{written}>{body}</{name}>")
