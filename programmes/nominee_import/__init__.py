"""Nominees from lists that people keep: pasted or sent in, previewed, then taken over."""

from programmes.nominee_import.applying import apply_rows
from programmes.nominee_import.comparing import Found, compare
from programmes.nominee_import.reading import NoList, parse

__all__ = ["Found", "NoList", "apply_rows", "compare", "parse"]
