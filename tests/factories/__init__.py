"""Rows for tests, one factory for each model."""
