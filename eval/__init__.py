"""The court: labelled sets in, measured systems out. Run it with `padan eval`."""
