"""Action plans from the files that members have: read, previewed, then taken over."""

from missions.plan_import.applying import apply_rows, plan_for
from missions.plan_import.comparing import Found, compare
from missions.plan_import.reading import NoPlan, Parsed, parse

__all__ = ["Found", "NoPlan", "Parsed", "apply_rows", "compare", "parse", "plan_for"]
