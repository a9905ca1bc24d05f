"""Agreements as IATI 2.03: written as a stream, checked by the rules that the schema cannot see."""

from donors.iati.checking import Finding, check
from donors.iati.rows import Around, exported
from donors.iati.writing import activity_element, stream

__all__ = ["Around", "Finding", "activity_element", "check", "exported", "stream"]
