"""How sentences are ranked, by sumy and for it; `summarize.summarize` is the way in."""
