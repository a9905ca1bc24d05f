"""The pictures of the guides, taken of the demonstration."""
