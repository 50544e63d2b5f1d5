"""An index of the smallest world on disk, and adverts for it."""

import sys
from pathlib import Path

import pytest
from world import DECREE, index_of, word_model

from indexer.passages import all_passages
from search import Searcher
from search.encode.static import StaticEncoder
from search.store import save_index

sys.path.insert(0, str(Path(__file__).parent))  # for `adverts`


@pytest.fixture(scope="session")
def kitchen_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index and, beside it, its model."""
    folder = tmp_path_factory.mktemp("kitchen")
    model = word_model(folder / "model", [passage.text for passage in all_passages(DECREE.units)])
    encoder = StaticEncoder(str(model), model)
    save_index(folder / "index", index_of(DECREE, encoder))
    return folder / "index"


@pytest.fixture(scope="session")
def kitchen_searcher(kitchen_index: Path) -> Searcher:
    return Searcher.open(kitchen_index)
