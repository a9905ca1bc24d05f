"""Pillar 4, by noun: the library."""

from reports.models.library import Report

__all__ = ["Report"]
