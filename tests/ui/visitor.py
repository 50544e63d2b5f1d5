"""What a test does on the page: make its world, open it, paste a text, read what is there."""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from world import index_of, word_model

from indexer.passages import all_passages
from search.encode.static import StaticEncoder
from search.store import save_index
from search.types import Decree

ROOT = Path(__file__).parent.parent.parent


def save_world(folder: Path, decree: Decree) -> Path:
    """An index of a decree, with a model that any process can load by the path the manifest names."""
    model = word_model(folder / "model", [passage.text for passage in all_passages(decree.units)])
    save_index(folder / "index", index_of(decree, StaticEncoder(str(model), model)))
    return folder / "index"


def open_page(**parameters: str | list[str]) -> AppTest:
    """The page as a new visitor with this address sees it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def give(app: AppTest, text: str, view: str = "match") -> AppTest:
    """Paste a text into the form of a view and send it."""
    app.text_area(key=f"{view}-text-0").set_value(text)
    return app.button(key=f"{view}-submit").click().run()


def seen(app: AppTest) -> str:
    """All markup on the page, but for the style sheet."""
    return "\n".join(element.value for element in app.html if "<style>" not in element.value)
