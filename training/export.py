"""Write the student as a sentence-transformers folder: int8 rows, one scale a row, the tokenizer beside them."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
    },
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.base.modules.normalize.Normalize"},
]
NORMALIZE = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
CONFIG = {
    "__version__": {"sentence_transformers": "6.2.0"},
    "default_prompt_name": None,
    "model_type": "SentenceTransformer",
    "prompts": {"document": "", "query": ""},
    "similarity_fn_name": "cosine",
}


def quantise(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows [n, dim] as int8 and one float32 scale [n] each: rows ≈ int8 · scale, off by half a step at most."""
    scale = np.abs(rows).max(axis=1) / 127
    steps = np.rint(rows / np.maximum(scale, 1e-12)[:, None])
    return np.clip(steps, -127, 127).astype(np.int8), scale.astype(np.float32)


def write(folder: Path, tokenizer: Tokenizer, rows: NDArray[np.float32]) -> None:
    """Save the model so that `SentenceTransformer(folder)` loads it; the layout of the tensors is model2vec's."""
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    embeddings, weights = quantise(rows)
    save_file({"embeddings": embeddings, "weights": weights}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)  # safetensors writes for the owner only
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    _json(folder / "modules.json", MODULES)
    _json(folder / "config_sentence_transformers.json", CONFIG)
    _json(folder / "1_Normalize" / "config.json", NORMALIZE)


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
