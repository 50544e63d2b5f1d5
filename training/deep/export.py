"""Write the deep student: a sentence-transformers folder in half precision, and the graph ONNX Runtime runs it by.

There is one copy of the weights: `model.onnx` holds no numbers of its own but points into `model.safetensors`.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto, external_data_helper, helper, save_model
from tokenizers import Tokenizer

from training.deep.start import CLOSE, OPEN, PAD
from training.vocabulary import UNKNOWN

LONGEST = 128  # pieces of a text the saved model reads
_OPSET = 20
_IR = 9  # the file version that belongs to the opset


def write(folder: Path, tokenizer: Tokenizer, body: Any, pieces: NDArray[np.float32]) -> None:
    """Save so that `SentenceTransformer(folder)` and `search.encode` both load it; body and pieces become float16."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    folder.mkdir(parents=True, exist_ok=True)
    body.config.vocab_size = len(pieces)
    words = torch.nn.Embedding(len(pieces), pieces.shape[1], padding_idx=0, _weight=torch.from_numpy(pieces))
    body.embeddings.word_embeddings = words
    body.to(torch.float16).save_pretrained(folder)
    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        pad_token=PAD,
        cls_token=OPEN,
        sep_token=CLOSE,
        unk_token=UNKNOWN,
        model_max_length=LONGEST,
    )
    fast.save_pretrained(folder)
    _amend(folder / "config.json", dtype="float32")  # kept in halves, computed in float32
    module = Transformer(str(folder), max_seq_length=LONGEST)
    model = SentenceTransformer(modules=[module, Pooling(body.config.hidden_size, "mean"), Normalize()], device="cpu")
    model.save(str(folder), create_model_card=False)
    body.save_pretrained(folder)  # `save` above wrote float32
    _amend(folder / "config.json", dtype="float32")
    save_graph(folder, body.config.num_hidden_layers, body.config.num_attention_heads)


def _amend(path: Path, **values: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values, indent=2) + "\n", encoding="utf-8")


def save_graph(folder: Path, layers: int, heads: int) -> None:
    """Write `model.onnx`: ids [n, length] → rows [n, dim], the mean over a text's pieces, not yet of norm 1.

    All texts of a call have one length, so there is no padding and no mask.
    """
    graph = Graph(folder / "model.safetensors", heads)
    x = graph.embedded("ids")
    for layer in range(layers):
        x = graph.layer(x, f"encoder.layer.{layer}.")
    graph.add("ReduceMean", [x, graph.constant("axis", np.array([1]))], "rows", keepdims=0)
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "length"])
    rows = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", graph.dim])
    whole = helper.make_graph(graph.nodes, "padan-id-en-deep", [ids], [rows], graph.weights)
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    save_model(model, folder / "model.onnx")


class Graph:
    """A BERT encoder as ONNX nodes, its weights named as in the safetensors file they lie in."""

    def __init__(self, weights: Path, heads: int) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self._file, self._where, self._start = weights.name, *_table(weights)
        self.dim, self.heads = int(self._where["embeddings.word_embeddings.weight"]["shape"][1]), heads

    def add(self, op: str, inputs: list[str], output: str, **settings: Any) -> str:
        """One node; returns its output's name."""
        self.nodes.append(helper.make_node(op, inputs, [output], **settings))
        return output

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """A small constant kept inside the graph."""
        self.weights.append(
            helper.make_tensor(name, helper.np_dtype_to_tensor_dtype(value.dtype), value.shape, value.ravel())
        )
        return name

    def weight(self, name: str) -> str:
        """A weight of the safetensors file, as float32."""
        about = self._where[name]
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT16, dims=about["shape"])
        begin, end = about["data_offsets"]
        tensor.raw_data = b""
        external_data_helper.set_external_data(tensor, self._file, self._start + begin, end - begin)
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        self.weights.append(tensor)
        return name

    def full(self, name: str) -> str:
        """A weight turned to float32."""
        return self.add("Cast", [self.weight(name)], f"{name}.full", to=TensorProto.FLOAT)

    def embedded(self, ids: str) -> str:
        """Piece, position and type vectors added up and normalised [n, length, dim]."""
        words = self.add("Gather", [self.weight("embeddings.word_embeddings.weight"), ids], "words.half")
        words = self.add("Cast", [words], "words", to=TensorProto.FLOAT)
        zero, one, two = (
            self.constant(name, np.array([value])) for name, value in (("zero", 0), ("one", 1), ("two", 2))
        )
        shape = self.add("Shape", [ids], "ids.shape")
        length = self.add("Slice", [shape, one, two], "length")
        places = self.add("Slice", [self.full("embeddings.position_embeddings.weight"), zero, length], "places")
        kind = self.add("Slice", [self.full("embeddings.token_type_embeddings.weight"), zero, one], "kind")
        total = self.add("Add", [words, self.add("Add", [places, kind], "places.kind")], "embedded.sum")
        return self.normalised(total, "embeddings.LayerNorm", "embedded")

    def normalised(self, x: str, name: str, output: str) -> str:
        """Layer normalisation with BERT's epsilon."""
        inputs = [x, self.full(f"{name}.weight"), self.full(f"{name}.bias")]
        return self.add("LayerNormalization", inputs, output, axis=-1, epsilon=1e-12)

    def linear(self, x: str, name: str) -> str:
        """x · weightᵀ + bias."""
        turned = self.add("Transpose", [self.full(f"{name}.weight")], f"{name}.turned", perm=[1, 0])
        product = self.add("MatMul", [x, turned], f"{name}.product")
        return self.add("Add", [product, self.full(f"{name}.bias")], f"{name}.out")

    def layer(self, x: str, name: str) -> str:
        """One transformer layer."""
        mixed = self.linear(self.attended(x, f"{name}attention.self."), f"{name}attention.output.dense")
        x = self.normalised(
            self.add("Add", [mixed, x], f"{name}attention.sum"),
            f"{name}attention.output.LayerNorm",
            f"{name}attention.out",
        )
        wide = self.add("Gelu", [self.linear(x, f"{name}intermediate.dense")], f"{name}gelu")
        back = self.add("Add", [self.linear(wide, f"{name}output.dense"), x], f"{name}sum")
        return self.normalised(back, f"{name}output.LayerNorm", f"{name}out")

    def attended(self, x: str, name: str) -> str:
        """What each piece reads from the others [n, length, dim]."""
        split = self._once("split", np.array([0, 0, self.heads, self.dim // self.heads]))
        whole = self._once("whole", np.array([0, 0, self.dim]))
        axes = {"query": [0, 2, 1, 3], "key": [0, 2, 3, 1], "value": [0, 2, 1, 3]}
        parts = {}
        for part, order in axes.items():
            shaped = self.add("Reshape", [self.linear(x, f"{name}{part}"), split], f"{name}{part}.split")
            parts[part] = self.add("Transpose", [shaped], f"{name}{part}.heads", perm=order)
        scores = self.add("MatMul", [parts["query"], parts["key"]], f"{name}scores")
        scale = self._once("scale", np.array(np.sqrt(self.heads / self.dim), dtype=np.float32))
        shares = self.add("Softmax", [self.add("Mul", [scores, scale], f"{name}scaled")], f"{name}shares", axis=-1)
        read = self.add("MatMul", [shares, parts["value"]], f"{name}read")
        turned = self.add("Transpose", [read], f"{name}read.turned", perm=[0, 2, 1, 3])
        return self.add("Reshape", [turned, whole], f"{name}read.whole")

    def _once(self, name: str, value: NDArray[Any]) -> str:
        return name if any(weight.name == name for weight in self.weights) else self.constant(name, value)


def _table(path: Path) -> tuple[dict[str, Any], int]:
    """The head of a safetensors file: where each tensor lies, and where the tensors start."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        return json.loads(file.read(size)), 8 + size
