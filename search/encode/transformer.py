"""Any sentence-transformers model by name or folder; torch is imported only here, when such a model is asked for."""

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from search.encode.fingerprint import hash_files
from search.errors import EncoderError, MissingExtraError
from search.types import TextKind, Vectors

# Models that were trained with a prefix and lose several points without it; by a part of the name.
_PREFIXES: tuple[tuple[str, dict[TextKind, str]], ...] = (
    ("e5", {"query": "query: ", "passage": "passage: "}),
    ("bge-small-en", {"query": "Represent this sentence for searching relevant passages: ", "passage": ""}),
    ("nomic-embed", {"query": "search_query: ", "passage": "search_document: "}),
)
_BATCH = 32
_KNOCK = 3.0  # seconds


class TransformerEncoder:
    """A SentenceTransformer behind the house's encoder face."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self._model = _load(name, source)
        self._prefixes = _prefixes(name, self._model)
        self.dim = int(self._model.get_embedding_dimension())
        self.fingerprint = self._identity(Path(source))

    def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:
        """Encode texts → float32 [n, dim], rows of norm 1, or zero for a blank text."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        full = [number for number, text in enumerate(texts) if text.strip()]
        if full:
            prefix = self._prefixes[kind]
            rows[full] = self._model.encode(
                [prefix + texts[number] for number in full],
                batch_size=_BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return rows

    def _identity(self, folder: Path) -> str:
        prefixes = "|".join(f"{kind}={prefix}" for kind, prefix in sorted(self._prefixes.items()))
        if folder.is_dir():
            return hash_files(folder, _files(folder), prefixes)
        revision = getattr(self._model[0].auto_model.config, "_commit_hash", None) or "unknown"
        return f"{self.name}@{revision}|{prefixes}"


def _load(name: str, source: str) -> Any:
    """A folder or a model already downloaded needs no network; the hub is asked only when it can be reached."""
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtraError("sentence-transformers", "models") from error
    try:
        return SentenceTransformer(source, device="cpu", local_files_only=True)
    except Exception as error:  # network, file and format errors of many kinds: all mean the same to the user
        if Path(source).is_dir():
            raise EncoderError(
                f"Model folder '{name}' cannot be read ({type(error).__name__}). Save the model anew."
            ) from error
        if not _hub_answers():
            raise EncoderError(
                f"Model '{name}' is neither a folder here nor downloaded, and the model hub cannot be reached. "
                "Give the path of a sentence-transformers folder, or use --encoder padan-id-en for the bundled model."
            ) from error
    try:
        return SentenceTransformer(source, device="cpu")
    except Exception as error:
        raise EncoderError(
            f"Model '{name}' is not on the model hub, or is no sentence encoder ({type(error).__name__}). "
            "Check the name."
        ) from error


def _files(folder: Path) -> list[str]:
    """Every file of a model, since weights have many endings; hidden ones are download notes and hold none."""
    paths = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return [path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)]


def _hub_answers() -> bool:
    """Whether the hub's door opens within seconds; its own client would go on knocking for a minute."""
    from huggingface_hub import constants

    address = urlsplit(constants.ENDPOINT)
    if constants.HF_HUB_OFFLINE or not address.hostname:
        return False
    try:
        with socket.create_connection((address.hostname, address.port or 443), timeout=_KNOCK):
            return True
    except Exception:  # refused, no name, no route, or a sandbox that allows no sockets
        return False


def _prefixes(name: str, model: Any) -> dict[TextKind, str]:
    """The model's own prompts where its config names them, else the known ones of its family, else none."""
    prompts = getattr(model, "prompts", None) or {}
    if prompts.get("query") or prompts.get("passage") or prompts.get("document"):
        return {"query": prompts.get("query") or "", "passage": prompts.get("passage") or prompts.get("document") or ""}
    stem = Path(name).name.lower()
    return next((prefixes for part, prefixes in _PREFIXES if part in stem), {"query": "", "passage": ""})
