"""How numeric claims are read; `summarize.find_claims` is the way in."""
