"""What every tokenizer needs first."""


def sound(text: str) -> str:
    """A text without lone surrogates, which a tokenizer could not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
