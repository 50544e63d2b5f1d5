"""The page over the smallest world: an index of three units on disk, a model of a few words beside it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

sys.path.insert(0, str(Path(__file__).parent))  # for `visitor`
sys.path.insert(0, str(Path(__file__).parent.parent / "indexer"))  # for `hotel_decree`

from serving import Server, serve
from visitor import open_page, save_world
from world import DECREE


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = save_world(tmp_path, DECREE)
    monkeypatch.setenv("PADAN_INDEX", str(folder))
    st.cache_resource.clear()
    return folder


@pytest.fixture
def page(index: Path) -> Callable[..., AppTest]:  # noqa: ARG001 - the index is what the page opens
    return open_page


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    yield from serve(tmp_path, save_world(tmp_path / "world", DECREE))
