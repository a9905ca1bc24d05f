"""The matrix as a workbook: made here, filled in offline, read back row by row."""

from missions.workbook.applying import apply_upload
from missions.workbook.reading import Preview, WrongWorkbook, compare
from missions.workbook.writing import make_workbook

__all__ = ["Preview", "WrongWorkbook", "apply_upload", "compare", "make_workbook"]
