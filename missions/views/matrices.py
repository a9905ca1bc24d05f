"""The follow-up matrix: list and page; what every page of a matrix stands on."""

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import MatrixFilter
from missions.models import Matrix
from missions.sheets import progress_of, reading, rows_of
from missions.workflow import MATRIX, MatrixStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.models.people import name_at
from rocb.views.house import Column, DetailPage, ListPage, RecordPage


class MatrixList(ListPage):
    perm = "missions.view_matrix"
    model = Matrix
    title = gettext_lazy("Follow-up matrices")
    filterset_class = MatrixFilter
    ordering = ("-cycle__due_on", "-cycle_id", "administration__country_name__az")
    columns = (
        Column(
            "member",
            gettext_lazy("Member"),
            "administration__country_name",
            link="missions:matrix-detail",
        ),
        Column("cycle", gettext_lazy("Cycle"), "cycle__name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=MatrixStatus),
        Column("due", gettext_lazy("Due"), "due_on", kind="day"),
        Column("submitted", gettext_lazy("Submitted"), "submitted_at", kind="day"),
    )
    empty = {
        "title": gettext_lazy("No matrix yet"),
        "text": gettext_lazy("When a cycle opens, each plan in force gets its matrix here."),
    }

    def count_label(self, count):
        return ngettext("%d matrix", "%d matrices", count) % count


class MatrixPage(RecordPage):
    """A matrix with the records every page of it names."""

    perm = "missions.view_matrix"
    model = Matrix

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("cycle", "plan", "administration")
            .annotate(
                typed_name=name_at("typed_by__person"),
                submitted_name=name_at("submitted_by__person"),
            )
        )

    def crumbs(self, matrix, last=None):
        trail = [
            (_("Follow-up matrices"), reverse("missions:matrix-list")),
            (f"{matrix.administration.country_name}, {matrix.cycle.name}", None),
        ]
        if last:
            trail[-1] = (trail[-1][0], matrix.get_absolute_url())
            trail.append((last, None))
        return trail


class MatrixDetail(MatrixPage, DetailPage):
    template_name = "missions/matrix_detail.html"
    kicker = gettext_lazy("Follow-up matrix")
    workflow = MATRIX
    step_url = "missions:matrix-step"

    def may_fill(self, matrix):
        user = self.request.user
        return user.is_member and matrix.is_editable and matrix.allows(user, "missions.fill_matrix")

    def steps(self, matrix):
        found = super().steps(matrix)
        if not self.may_fill(matrix):
            return found
        fill = (_("Fill in"), reverse("missions:matrix-edit", args=[matrix.pk]), "primary")
        return [fill, *((label, url, "secondary") for label, url, _tone in found)]

    def links(self, matrix):
        pk, found = matrix.pk, []
        if self.may_fill(matrix):
            found.append((_("Upload a workbook"), reverse("missions:matrix-upload", args=[pk])))
        found.append((_("Download as a workbook"), reverse("missions:matrix-workbook", args=[pk])))
        found.append((_("Versions"), reverse("missions:matrix-versions", args=[pk])))
        return found

    def facts(self, matrix):
        return [
            (_("Action plan"), markup.link(matrix.plan.title, matrix.plan.get_absolute_url())),
            (_("Due"), due_line(matrix)),
            (_("Typed by"), signed(matrix.typed_name, matrix.typed_at)),
            (_("Submitted by"), signed(matrix.submitted_name, matrix.submitted_at)),
            (_("Copy to the Secretariat"), matrix.copied_to and markup.moment(matrix.copied_at)),
        ]

    def chain(self, matrix):
        plan = matrix.plan
        return [
            (_("Action plan"), [(plan.title, plan.get_absolute_url())], False),
            (_("Progress"), [(matrix.cycle.name, "")], True),
            (
                _("Verified"),
                [(_("accepted"), "")] if matrix.status == MatrixStatus.ACCEPTED else [],
                False,
            ),
        ]

    def who_can_see(self, matrix):
        member = matrix.administration.country_name
        return [
            _("The coordinator, contributors and head of customs of %s") % member,
            _("The regional office"),
            _("The WCO Secretariat"),
        ]

    def tab_names(self):
        return [("", _("Matrix")), ("past", _("History, comments, files"))]

    def details(self, matrix):
        frame = {
            "title": f"{matrix.administration.country_name}, {matrix.cycle.name}",
            "breadcrumbs": self.crumbs(matrix),
        }
        if self.tab:
            return frame
        rows = rows_of(matrix)
        done, total = progress_of(rows)
        return {
            **frame,
            "sheet": reading(rows),
            "done": done,
            "total": total,
        }


def signed(name: str, moment) -> str:
    return f"{name}, {markup.moment(moment)}" if name else ""


def due_line(matrix) -> str:
    """The due date, and how long that still is where the member lives."""
    day = markup.weekday(matrix.due_on)
    if not matrix.is_editable:
        return day
    left = (matrix.due_on - local_today(timezone.now(), matrix.administration.time_zone)).days
    if left < 0:
        late = ngettext("%d day overdue", "%d days overdue", -left) % -left
        return mark_safe(f"{day} {markup.tag(late, 'bad')}")
    return f"{day} ({ngettext('%d day left', '%d days left', left) % left})"
