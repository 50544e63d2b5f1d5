"""PDF → blocks: characters with their places and drawn lines, read for what a typesetter meant by them."""

from indexer.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
