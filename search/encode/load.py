"""Name → encoder: a bundled model, a folder, or a model of the hub."""

from functools import lru_cache
from pathlib import Path

from search.encode.graph import GraphEncoder, is_graph
from search.encode.protocol import Encoder
from search.encode.static import StaticEncoder, is_static
from search.errors import EncoderError
from search.resources import data_dir

DEFAULT = "padan-id-en"
DEEP = "padan-id-en-deep"


def load_encoder(name: str | None = None) -> Encoder:
    """Load an encoder: None for the bundled static model, a bundled name, a folder's path, or a hub name.

    Raises EncoderError when it cannot be had, MissingExtraError when it needs sentence-transformers and that is not
    installed.
    """
    return _load(DEFAULT if name is None else _lasting(name))


def has_encoder(name: str) -> bool:
    """Whether an encoder of this name is here as a folder, bundled or the user's own."""
    return (data_dir() / "models" / name).is_dir() or Path(name).expanduser().is_dir()


def _lasting(name: str) -> str:
    """A name that means the same from any working folder, as an index stores it: a folder by its whole path."""
    if (data_dir() / "models" / name).is_dir():
        return name
    folder = Path(name).expanduser()
    return str(folder.resolve()) if folder.is_dir() else name


@lru_cache(maxsize=4)
def _load(name: str) -> Encoder:
    bundled = data_dir() / "models" / name
    folder = bundled if bundled.is_dir() else Path(name).expanduser()
    if is_static(folder):
        return StaticEncoder(name, folder)
    if is_graph(folder):
        return GraphEncoder(name, folder)
    if name in (DEFAULT, DEEP):
        raise EncoderError(f"The bundled model '{name}' is missing from {bundled.parent}. Reinstall padan.")
    if Path(name).is_absolute() and not folder.is_dir():
        raise EncoderError(
            f"The model folder {name} does not exist. Give the path of a sentence-transformers folder, or use "
            f"--encoder {DEFAULT} for the bundled model."
        )
    from search.encode.transformer import TransformerEncoder

    return TransformerEncoder(name, str(folder) if folder.is_dir() else name)
