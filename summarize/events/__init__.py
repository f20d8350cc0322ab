"""How accounts of one event are brought together; `summarize.stories` is the way in."""
