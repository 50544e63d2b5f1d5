"""What one would write in an afternoon: each sentence through MiniLM, cosines with every passage, the best units.

SentenceTransformer on torch with its own settings, one advert's sentences at a time, nothing remembered.
"""

import re
from collections.abc import Callable, Iterable
from time import process_time

import numpy as np

from eval.models import load_minilm
from search.rank import best_per_unit
from search.store import StoredIndex
from search.text.segments import segments

Split = Callable[[str], list[str]]
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
_TOP = 10


def sentences(text: str) -> list[str]:
    """Cut at full stops and line breaks; an advert scraped into one line stays one sentence, cut after 256 pieces."""
    return [part for part in _SENTENCE_ENDS.split(text) if part.strip()]


def statements(text: str) -> list[str]:
    """Cut as Padan cuts."""
    return [text[start:end] for (start, end), _ in segments(text)]


def adverts_a_second(texts: Iterable[str], index: StoredIndex, split: Split, seconds: float) -> float:
    """Adverts a second of processor time of the plain pipeline in one thread, after some seconds of it."""
    model = load_minilm()
    import torch  # which MiniLM has imported by now

    torch.set_num_threads(1)
    passages = model.encode([passage.text for passage in index.passages], normalize_embeddings=True)
    begun, count = process_time(), 0
    for text in texts:
        parts = split(text)
        if parts:
            scores = np.asarray(model.encode(parts, normalize_embeddings=True, show_progress_bar=False) @ passages.T)
            best_per_unit(scores, index.unit_starts)[0].max(axis=0).argsort()[-_TOP:]
        count += 1
        if process_time() - begun > seconds:
            break
    return count / (process_time() - begun)
