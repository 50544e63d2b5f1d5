"""How fast a batch is: adverts a second, how many times a plain pipeline, peak memory, and where the time goes."""
