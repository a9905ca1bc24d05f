"""One of everything, slice by slice, for `tests/world.py`."""
