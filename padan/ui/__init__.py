"""The page: one file a view, all markup through one escaping maker, all words in one table."""
