"""The model's pieces: common words whole, rarer ones in parts, the normaliser kept inside tokenizer.json.

A trained unigram model alone cuts even common words ("look" + "ing"), which a mean of piece vectors cannot mend. So the
parts are learnt from word types (frequencies damped), and every common word gets a score just above that of its parts.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

WORDS = 54_000
PARTS = 14_000
BONUS = 1.0  # how much likelier a common word is whole than in parts
UNKNOWN = "<unk>"
# What is no letter, digit or one of # + % parts words: adverts often lose their punctuation, so none is relied on.
_APART = r"[^\p{L}\p{M}\p{N}#+%]+"
_PLAIN = re.compile(r"[a-z0-9#+%àáâãäåçèéêëìíîïñòóôõöøùúûüý]+")  # pieces are learnt from these, the rest is <unk>
MARK = "\u2581"


def empty() -> Tokenizer:
    """A tokenizer that normalises and parts words but knows no piece yet."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(_APART), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=MARK, prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace(replacement=MARK, prepend_scheme="always")
    return tokenizer


def train(counts: Counter[str], words: int = WORDS, parts: int = PARTS) -> Tokenizer:
    """A tokenizer of the `words` commonest words and at most `parts` parts, <unk> first; `counts` as of `count`."""
    tokenizer = empty()
    trainer = trainers.UnigramTrainer(
        vocab_size=parts, unk_token=UNKNOWN, special_tokens=[UNKNOWN], max_piece_length=12, show_progress=False
    )
    tokenizer.train_from_iterator(_damped(counts), trainer)
    scores: dict[str, float] = dict(json.loads(tokenizer.to_str())["model"]["vocab"])
    common = sorted(counts, key=lambda word: (-counts[word], word))[:words]
    for word, encoding in zip(common, tokenizer.encode_batch(common, add_special_tokens=False), strict=True):
        if len(encoding.tokens) > 1:
            scores[MARK + word] = sum(scores[part] for part in encoding.tokens) + BONUS
    unknown = scores.pop(UNKNOWN)
    tokenizer.model = models.Unigram([(UNKNOWN, unknown), *sorted(scores.items())], unk_id=0)
    return tokenizer


def count(texts: Iterable[str]) -> Counter[str]:
    """How often each plain word occurs, after the tokenizer's own normaliser."""
    normalise = empty().normalizer.normalize_str
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in normalise(text).split(" ") if _PLAIN.fullmatch(word))
    return counts


def often(texts: list[str], tokenizer: Tokenizer, block: int = 20_000) -> NDArray[np.float64]:
    """How often each piece occurs [vocabulary]."""
    found = np.zeros(tokenizer.get_vocab_size())
    for at in range(0, len(texts), block):
        for encoding in tokenizer.encode_batch(texts[at : at + block], add_special_tokens=False):
            np.add.at(found, encoding.ids, 1)
    return found


def plain(tokenizer: Tokenizer) -> list[str]:
    """Every piece as text, in order of its number."""
    tokens = (tokenizer.id_to_token(i) for i in range(tokenizer.get_vocab_size()))
    return [str(token).replace(MARK, " ").strip() for token in tokens]


def _damped(counts: Counter[str]) -> Iterator[str]:
    # sorted, so that the same texts give the same pieces
    for word, often in sorted(counts.items()):
        if often >= 2:
            yield " ".join([word] * math.isqrt(often))
