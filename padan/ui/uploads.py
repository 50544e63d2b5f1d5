"""A document a person uploads in place of pasting its text: read from memory, never written anywhere."""

import streamlit as st
from starlette.formparsers import MultiPartParser

from padan.inputs import text_of_upload
from padan.ui.draw import Tone, notice
from padan.ui.faults import Fault, fault_of, text_fault
from padan.ui.language import Words
from padan.ui.state import held, hold
from search.errors import PadanError

_SUFFIXES = ["pdf", "docx", "html", "htm", "txt"]
_IN_MEMORY = 32 * 1024 * 1024  # bytes; above `server.maxUploadSize`


def keep_uploads_in_memory() -> None:
    """Keep the web server from laying uploads of more than a megabyte into a temporary file on their way."""
    MultiPartParser.spool_max_size = _IN_MEMORY


def take_upload(name: str, words: Words) -> str:
    """Offer to upload a document, and put its text into a text box that is yet to be made: the key of that box.

    Each text comes in a box of its own: what is typed and not sent yet would win over a text put into the same box.
    """
    file = st.file_uploader(words("upload.label"), _SUFFIXES, key=f"{name}-upload")
    if file is not None and file.file_id != held(f"{name}-uploaded", ""):
        hold(f"{name}-uploaded", file.file_id)  # a file is read once, whatever comes of it
        with st.spinner(words("upload.working")):
            text, fault = _read(file.getvalue(), file.name)
        if fault:
            notice(words(fault.key), Tone.ERROR, fault.details)
        else:
            hold(f"{name}-boxes", held(f"{name}-boxes", 0) + 1)
            st.session_state[_box(name)] = text
            notice(words("upload.read", count=len(text)))
    return _box(name)


def _box(name: str) -> str:
    return f"{name}-text-{held(f'{name}-boxes', 0)}"


def _read(data: bytes, name: str) -> tuple[str, Fault | None]:
    """The text of a document, or what keeps it from being read."""
    try:
        text = text_of_upload(data, name)
    except PadanError as error:
        return "", fault_of(error)
    fault = text_fault(text)
    return text, Fault(fault) if fault else None
