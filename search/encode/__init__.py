"""Text → vectors: one `Encoder` face, the bundled static model by default, any sentence-transformers model by name."""

from search.encode.load import load_encoder
from search.encode.protocol import Encoder

__all__ = ["Encoder", "load_encoder"]
