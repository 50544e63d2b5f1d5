"""A person's verdicts, claims and the head of their form, each with its text: in this session's memory only."""

import streamlit as st

from padan.export.review import Decisions, FormHead, Spot, Verdict
from padan.ui.state import build_in_use, held, hold

_NAME = "decisions"


def decisions(text: str) -> Decisions:
    """What the person said about a text."""
    return _all().get(_key(text), Decisions())


def decide(text: str, spot: Spot, verdict: Verdict) -> None:
    """Take a verdict in place of the one before; an empty one gives the word back to Padan."""
    _keep(text, decisions(text).with_verdict(spot, verdict))
    close()


def claim(text: str, spot: Spot, key: str) -> None:
    """Take over what the element's K and BK on the page say now."""
    _keep(text, decisions(text).with_claim(spot, st.session_state[key]))


def earlier(text: str) -> Decisions | None:
    """What was last said about another text, where nothing has been said about this one yet."""
    if decisions(text):
        return None
    return next((said for key, said in reversed(_all().items()) if key != _key(text) and said), None)


def take_over(text: str, said: Decisions) -> None:
    """Use what was said about another text, for example before the CV was improved."""
    _keep(text, said)


def edited() -> Spot | None:
    """The criterion whose form is open."""
    return held("edited", None)


def edit(spot: Spot) -> None:
    """Open a criterion's form."""
    hold("edited", spot)


def close() -> None:
    """Close it."""
    hold("edited", None)


def form_head() -> FormHead:
    """What stands at the top of form FR.APL.02."""
    return held("form-head", FormHead())


def _all() -> dict[tuple[str | None, str], Decisions]:
    return held(_NAME, {})


def _key(text: str) -> tuple[str | None, str]:
    """Places in units may differ in another build of the index."""
    return build_in_use(), text


def _keep(text: str, said: Decisions) -> None:
    others = {key: one for key, one in _all().items() if key != _key(text)}
    hold(_NAME, {**others, _key(text): said})
