"""A BERT of two small layers over the pieces of a few pairs, written as the deep recipe writes its model."""

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from training import vocabulary
from training.deep import export, start

PAIRS = [
    ("handle customer complaints", "menangani keluhan pelanggan"),
    ("write a report", "menulis laporan"),
    ("count the stock", "menghitung stok barang"),
    ("serve the guests", "melayani tamu"),
]
DIM = 32


def a_tokenizer() -> Tokenizer:
    """Pieces of the pairs, between [CLS] and [SEP]."""
    whole = vocabulary.train(vocabulary.count([text for pair in PAIRS for text in pair] * 3), words=60, parts=60)
    return start.smaller(whole, np.arange(whole.get_vocab_size(), 0, -1.0), size=whole.get_vocab_size() + 3)


def a_body(layers: int = 2) -> BertModel:
    """A body of random weights, always the same."""
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=1,
        hidden_size=DIM,
        num_hidden_layers=layers,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=130,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        initializer_range=0.5,
    )
    return BertModel(config, add_pooling_layer=False)


def saved(folder: Path) -> Path:
    """The folder of such a model."""
    tokenizer = a_tokenizer()
    pieces = np.random.default_rng(1).standard_normal((tokenizer.get_vocab_size(), DIM)).astype(np.float32)
    export.write(folder, tokenizer, a_body(), pieces)
    return folder
