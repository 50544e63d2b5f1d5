"""What a catalogue of many decrees costs: grown synthetically, indexed in several ways, and searched."""
