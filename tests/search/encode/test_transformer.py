"""The real loading code on a transformer of two layers built here: no hub is needed."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from search.encode import load_encoder
from search.encode.transformer import TransformerEncoder, _prefixes
from search.errors import EncoderError

pytest.importorskip("sentence_transformers")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    base = tmp_path_factory.mktemp("models") / "bert"
    words = ["[PAD]", "[UNK]", "query", "passage", ":", "nasi", "goreng"]
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", model_max_length=32
    ).save_pretrained(base)
    torch.manual_seed(0)
    BertModel(
        BertConfig(vocab_size=7, hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16)
    ).save_pretrained(base)
    body = Transformer(str(base))
    target = tmp_path_factory.mktemp("models") / "tiny-e5"
    SentenceTransformer(modules=[body, Pooling(8), Normalize()], device="cpu").save(str(target))
    return target


def test_loads_a_folder_and_prefixes_by_kind(folder: Path) -> None:
    encoder = load_encoder(str(folder))
    query, passage = encoder.encode(["nasi goreng"], kind="query"), encoder.encode(["nasi goreng"], kind="passage")
    assert encoder.dim == 8
    assert query.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(query, axis=1), 1, atol=1e-5)
    assert np.abs(query - passage).max() > 1e-3  # the e5 in its name gives it two prefixes


def test_empty_text_is_a_zero_row(folder: Path) -> None:
    rows = load_encoder(str(folder)).encode(["nasi", " "])
    assert rows[1].tolist() == [0.0] * 8


def test_prompts_of_the_model_win_over_its_name() -> None:
    class Prompted:
        prompts = {"query": "Q: ", "document": "D: "}  # noqa: RUF012 - the library's attribute

    assert _prefixes("multilingual-e5-small", Prompted()) == {"query": "Q: ", "passage": "D: "}
    assert _prefixes("multilingual-e5-small", object()) == {"query": "query: ", "passage": "passage: "}
    assert _prefixes("all-MiniLM-L6-v2", object()) == {"query": "", "passage": ""}


def test_a_model_that_cannot_be_had_is_one_clear_line() -> None:
    with pytest.raises(
        EncoderError, match=r"^Model 'nobody/none' is neither .* Give the path .* use --encoder padan-id-en"
    ):
        load_encoder("nobody/none")


def test_a_folder_that_is_no_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"^Model folder .* cannot be read \(.*\)\. Save the model anew\.$"):
        load_encoder(str(tmp_path))


def test_weights_of_any_ending_are_in_the_fingerprint(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "tiny-e5"))
    encoder = TransformerEncoder("tiny-e5", str(copy))
    seen = {encoder.fingerprint}
    for name in ("onnx/model.onnx", "pytorch_model.bin"):
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_bytes(b"weights")
        seen.add(encoder._identity(copy))
    assert len(seen) == 3
    (copy / ".cache").mkdir()
    (copy / ".cache" / "note.json").write_text("{}")
    assert encoder._identity(copy) in seen
