"""Text → vectors: one `Encoder` face, the bundled static model by default, any sentence-transformers model by name."""

from search.encode.load import DEEP, DEFAULT, has_encoder, load_encoder
from search.encode.protocol import Encoder

__all__ = ["DEEP", "DEFAULT", "Encoder", "has_encoder", "load_encoder"]
