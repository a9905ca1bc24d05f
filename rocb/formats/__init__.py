"""How dates, times and numbers are written and read, by language."""
