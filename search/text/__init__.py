"""Text in, words, stems, languages and statements out: pure functions, total on any string."""
