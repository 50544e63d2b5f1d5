"""What a person takes away: form FR.APL.02 as DOCX, and the same judgements as XLSX, CSV and printable HTML.

One way through: an answer of `Searcher.gaps` and the person's decisions → `review` → `table` where rows are wanted →
a file of one format each, by `formats`. All of it is made in memory, as bytes; the same review gives the same bytes.
"""
