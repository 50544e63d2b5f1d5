"""The recipe that makes the bundled static encoder, repeatable from its corpora: python -m training static."""
