"""The workbook to fill in."""

import io

import xlsxwriter
from django.utils.translation import gettext as _

from missions.models import Level, Mission
from missions.models.choices import Horizon, Priority
from rocb.models import DiagnosticArea


def workbook(mission: Mission, kinds: tuple[str, ...]) -> bytes:
    """An empty workbook with the tables of these kinds, drop-downs and the areas filled in."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    bold = book.add_format(
        {"bold": True, "bg_color": "#E6EEF5", "text_wrap": True, "valign": "top"}
    )
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    areas = [str(area) for area in DiagnosticArea.objects.in_use().order_by("number")]
    sheets: dict[str, tuple[str, list[tuple[str, int]]]] = {
        "finding": (_("Findings"), [(_("Area"), 34), (_("Finding"), 70), (_("Evidence"), 50)]),
        "recommendation": (
            _("Recommendations"),
            [(_("Area"), 34), (_("Recommendation"), 70), (_("Standards"), 18), (_("Priority"), 12),
             (_("Horizon"), 28)],
        ),
        "assessment": (
            _("Self-assessment"),
            [(_("Area"), 34), (_("Level"), 26), (_("Where we stand"), 60), (_("What we need"), 60)],
        ),
    }  # fmt: skip
    for kind in kinds:
        title, columns = sheets[kind]
        sheet = book.add_worksheet(str(title))
        sheet.freeze_panes(1, 0)
        for index, (label, width) in enumerate(columns):
            sheet.set_column(index, index, width, wrap)
            sheet.write(0, index, str(label), bold)
        drop_down(sheet, 0, areas)
        if kind == "recommendation":
            drop_down(sheet, 3, [str(x) for x in Priority.labels])
            drop_down(sheet, 4, [str(x) for x in Horizon.labels])
        if kind == "assessment":
            drop_down(sheet, 1, [str(x) for x in Level.labels])
            for index, row in enumerate(mission.assessments.select_related("area"), 1):
                sheet.write(index, 0, str(row.area))
                sheet.write(index, 1, "" if row.level is None else str(Level(row.level).label))
                sheet.write_string(index, 2, row.situation)
                sheet.write_string(index, 3, row.needs)
    book.close()
    return buffer.getvalue()


def drop_down(sheet, column: int, words: list[str]) -> None:
    """Choices for a column; a list longer than Excel takes (255 characters) goes without."""
    if len(",".join(words)) <= 255:
        sheet.data_validation(1, column, 300, column, {"validate": "list", "source": words})
