"""The smallest world: a bag-of-words model of a few words, three units, and an index of them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from indexer.passages import all_passages
from search.codec import decree_to_dict
from search.encode.static import StaticEncoder
from search.store import Chance, Manifest, StoredIndex, build_lexical, pack_vectors
from search.store.folder import Disk
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, words
from search.types import Criterion, Decree, Element, Passage, Unit

COOK = Unit(
    code="I.55COK00.001.1",
    printed_codes=("I.55COK00.001.1", "I.55.COK00.001.1"),
    title="Memasak Nasi Goreng",
    description="Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja yang dibutuhkan "
    "dalam memasak nasi.",
    detailed=True,
    elements=(
        Element("1", "Menyiapkan bahan", (Criterion("1.1", "Beras dicuci."), Criterion("1.2", "Bumbu diulek."))),
        Element("2", "Menyajikan hidangan", (Criterion("2.1", "Piring dihias."),)),
    ),
    prerequisites=("I.55COK00.002.1",),
)
CLEAN = Unit(code="I.55COK00.002.1", printed_codes=("I.55COK00.002.1",), title="Membersihkan Dapur")
SERVE = Unit(code="I.55COK00.003.1", printed_codes=("I.55COK00.003.1",), title="Melayani Tamu")
DECREE = Decree(
    number=1, year=2020, title="Penetapan Standar", field="Tata Boga", units=(COOK, CLEAN, SERVE), source="boga.md"
)


def save_model(folder: Path, vocabulary: Sequence[str], rows: np.ndarray, quantised: bool = False) -> Path:
    """Save a StaticEmbedding folder whose token i has vector `rows[i]`."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer(
        models.WordLevel({word: number for number, word in enumerate(vocabulary)}, unk_token=vocabulary[0])
    )
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    if quantised:
        scale = np.abs(rows).max(axis=1) / 127
        tensors = {"embeddings": np.round(rows / scale[:, None]).astype(np.int8), "weights": scale.astype(np.float32)}
    else:
        tensors = {"embedding.weight": rows.astype(np.float32)}
    save_file(tensors, folder / "model.safetensors")
    kinds = ("StaticEmbedding", "Normalize")
    modules = [
        {
            "idx": number,
            "name": str(number),
            "path": "" if number == 0 else f"{number}_{kind}",
            "type": f"sentence_transformers.models.{kind}",
        }
        for number, kind in enumerate(kinds)
    ]
    (folder / "modules.json").write_text(json.dumps(modules), "utf-8")
    (folder / "1_Normalize").mkdir(exist_ok=True)
    return folder


def word_model(folder: Path, texts: Iterable[str], dim: int = 64) -> Path:
    """A model with one random direction per word: texts are alike as far as they share words."""
    vocabulary = ["[UNK]", *sorted({word.text for text in texts for word in words(normalise(text))})]
    rows = np.random.default_rng(0).standard_normal((len(vocabulary), dim)).astype(np.float32)
    rows[0] = 1e-3
    return save_model(folder, vocabulary, rows)


def index_of(decree: Decree, encoder: StaticEncoder) -> StoredIndex:
    """An index in memory, assembled by hand."""
    passages = all_passages(decree.units)
    stemmer = Stemmer()
    lexical = build_lexical([stemmer.learn(tokens(passage.text)) for passage in passages])
    for word in sorted(surface(passages)):
        stemmer.learn([word, *spellings(word)])
    vectors = pack_vectors(encoder.encode([passage.text for passage in passages]))
    manifest = Manifest(
        encoder.name,
        encoder.fingerprint,
        encoder.dim,
        len(passages),
        {decree.source: "0" * 32},
        chance=Chance(0.2, 0.08),
    )
    return StoredIndex(manifest, passages, vectors, lexical, stemmer.table, {"decrees": [decree_to_dict(decree)]})


def surface(passages: Iterable[Passage]) -> set[str]:
    """Every word of the passages as printed."""
    return {word.text for passage in passages for word in words(normalise(passage.text))}


class FailingDisk(Disk):
    """Fails at its n-th act; a failing write leaves half a file behind, as a full disk would."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError("disk full")

    def make(self, folder: Path) -> None:
        self._step()
        super().make(folder)

    def write(self, path: Path, data: bytes) -> None:
        if self.left == 0:
            path.write_bytes(data[: len(data) // 2])
        self._step()
        super().write(path, data)

    def move(self, source: Path, target: Path) -> None:
        self._step()
        super().move(source, target)

    def sync(self, path: Path) -> None:
        self._step()
        super().sync(path)

    def flush(self, folder: Path) -> None:
        self._step()
        super().flush(folder)

    def remove(self, folder: Path) -> None:
        self._step()
        super().remove(folder)
