"""Where the deep student starts: some layers of multilingual-e5-small, and those of its pieces that our texts use."""

import json
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, processors

from training import e5
from training.vocabulary import MARK, UNKNOWN

PIECES = 28_000
LAYERS = (0, 1, 2, 4, 6, 8, 10, 11)  # of twelve: left out one by one from the middle they are missed least
OPEN, CLOSE, PAD = "[CLS]", "[SEP]", "[PAD]"
KNOWN_AS = {OPEN: e5.OPEN, CLOSE: e5.CLOSE, PAD: e5.PAD}


def smaller(tokenizer: Tokenizer, often: NDArray[np.float64], size: int = PIECES) -> Tokenizer:
    """A unigram tokenizer of the `size` pieces met most `often`, single letters always, set between [CLS] and [SEP]."""
    own = Tokenizer.from_str(tokenizer.to_str())
    vocab: list[tuple[str, float]] = [
        (str(piece), float(score)) for piece, score in json.loads(own.to_str())["model"]["vocab"]
    ]
    met = [_letter(vocab[i][0]) and often[i] > 0 for i in range(len(vocab))]
    kept = sorted(range(len(vocab)), key=lambda i: (vocab[i][0] != UNKNOWN and not met[i], -often[i], i))
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


def _letter(piece: str) -> bool:
    return len(piece.strip(MARK)) <= 1


def first(known: e5.E5, tokenizer: Tokenizer) -> tuple[Any, NDArray[np.float32]]:
    """The body of LAYERS and the vectors [pieces, dim] of a `smaller` tokenizer's pieces."""
    names = [str(tokenizer.id_to_token(i)) for i in range(tokenizer.get_vocab_size())]
    return e5.body(known, LAYERS), e5.rows_of(known, names, KNOWN_AS)


def centre(body: Any, means: NDArray[np.float32]) -> None:
    """Move the body's last layer so that texts of these `means` [n, dim] over their pieces lie about zero.

    E5's rows share most of their direction, which says nothing of the text.
    """
    with torch.no_grad():
        body.encoder.layer[-1].output.LayerNorm.bias -= torch.from_numpy(means.mean(axis=0))
