"""The recipe of the deep encoder: MiniLM's body over Indonesian–English pieces, taught to lie on the targets."""
