"""How quoted speech and its speakers are found; `summarize.find_quotes` is the way in."""
