"""What a person takes away: the form and the tables, made in memory when they are asked for."""

from collections.abc import Callable

import streamlit as st

from padan.export.review import FormHead, Review
from padan.ui import decide
from padan.ui.draw import notice, show
from padan.ui.faults import fault_of
from padan.ui.language import Words
from padan.ui.markup import tag
from padan.ui.state import hold

_SUFFIXES = ("docx", "xlsx", "csv", "html")
_HEAD = ("scheme", "scheme_no", "candidate", "assessor")
_LONGEST = 200  # characters of a name or title


def offer_files(review: Review, words: Words) -> None:
    """The four formats; the form only for a CV, as an advert assesses nobody."""
    with st.container(border=True, gap="small", key="files"):
        show(tag("h3", words("files.title"), look="side"), tag("p", words("files.lead"), look="hint"))
        buttons = st.container(horizontal=True, gap="small")
        if review.kind == "cv":
            head = _head(words)
        else:
            head = FormHead()
            show(tag("p", words("files.job"), look="hint"))
        with buttons:
            for suffix in _SUFFIXES:
                if suffix != "docx" or review.kind == "cv":
                    _file(review, suffix, head, words)


def _file(review: Review, suffix: str, head: FormHead, words: Words) -> None:
    st.download_button(
        words(f"files.{suffix}"),
        data=made(review, suffix, head, words),
        file_name=words(f"files.name.{suffix}"),
        key=f"file-{suffix}",
        help=words(f"files.help.{suffix}"),
        type="primary" if suffix == "docx" else "secondary",
        on_click="ignore",
    )


def made(review: Review, suffix: str, head: FormHead, words: Words) -> Callable[[], bytes]:
    """What makes a file when it is asked for, so that drawing the page need not wait for four of them.

    Streamlit logs what goes wrong in it with its message, which must not be one that quotes a text.
    """

    def make() -> bytes:
        from padan.export.formats import Format, export

        try:
            return export(review, Format(suffix), words, head)
        except Exception as error:
            fault_of(error)
            raise RuntimeError(suffix) from None

    return make


def _head(words: Words) -> FormHead:
    """Ask what stands at the top and under the form; all of it may stay empty.

    It is sent by a button: a click on a download straight from a field would meet the page while it is drawn anew.
    """
    head = decide.form_head()
    with st.expander(words("files.head")), st.form("head", border=False):
        columns = st.columns(2)
        for number, name in enumerate(_HEAD):
            columns[number % 2].text_input(
                words(f"files.head.{name}"), getattr(head, name), max_chars=_LONGEST, key=f"head-{name}"
            )
        if st.form_submit_button(words("files.head.use"), key="head-use", on_click=_use_head):
            notice(words("files.head.used"))
    return head


def _use_head() -> None:
    hold("form-head", FormHead(**{name: st.session_state[f"head-{name}"] or "" for name in _HEAD}))
