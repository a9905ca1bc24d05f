"""What was written in the field, from a workbook: findings, recommendations, self-assessment.

Three tables, known by their headings, on any sheets. Nothing is stored by reading; each problem is
named by cell and reason, and a file sent twice adds nothing.
"""

from missions.field_import.applying import apply, check_may, may_assess, states
from missions.field_import.blank import workbook
from missions.field_import.reading import NothingFound, parse

__all__ = ["NothingFound", "apply", "check_may", "may_assess", "parse", "states", "workbook"]
