"""`make audit`: what checkers that others wrote say about the running portal."""
