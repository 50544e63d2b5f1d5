"""Fixtures shared by every room: the smallest world, and the decree that comes with the project."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `world`

from world import DECREE, index_of, word_model

from indexer.decree import read_decree
from indexer.passages import all_passages
from search import Searcher
from search.encode.static import StaticEncoder
from search.resources import data_dir
from search.store import StoredIndex
from search.types import Decree


@pytest.fixture(scope="session")
def marketing_file() -> Path:
    return data_dir() / "decrees" / "kepmen-124-2022-pemasaran.md"


@pytest.fixture(scope="session")
def marketing(marketing_file: Path) -> Decree:
    return read_decree(marketing_file)


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> StaticEncoder:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    return StaticEncoder("tiny", word_model(folder, [passage.text for passage in all_passages(DECREE.units)]))


@pytest.fixture(scope="session")
def tiny_index(tiny_encoder: StaticEncoder) -> StoredIndex:
    return index_of(DECREE, tiny_encoder)


@pytest.fixture(scope="session")
def tiny_searcher(tiny_index: StoredIndex, tiny_encoder: StaticEncoder) -> Searcher:
    return Searcher(tiny_index, tiny_encoder)
