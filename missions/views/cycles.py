"""Follow-up cycles: who has reported, who is late, what was sent."""

from collections import Counter

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import CycleFilter
from missions.forms.plans import CycleForm
from missions.models import ActionPlan, Cycle, Matrix
from missions.workflow import CYCLE, EDITABLE, CycleStatus, MatrixStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.models import Framework, Office, Reminder, User
from rocb.roles import Role
from rocb.standing import Blank, records_for
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage

FILED = (MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED)
HEADINGS = (
    {"label": gettext_lazy("Member")},
    {"label": gettext_lazy("Status")},
    {"label": gettext_lazy("Due"), "nowrap": True},
    {"label": gettext_lazy("Submitted"), "nowrap": True},
    {"label": gettext_lazy("Last reminder")},
)
STANDS = {
    "accepted": (gettext_lazy("Accepted"), "f3"),
    "submitted": (gettext_lazy("To be reviewed"), "f1"),
    "open": (gettext_lazy("Not yet filed"), "f0"),
    "late": (gettext_lazy("Overdue"), "f5"),
}


class CycleList(ListPage):
    perm = "missions.view_cycle"
    model = Cycle
    title = gettext_lazy("Follow-up cycles")
    filterset_class = CycleFilter
    ordering = ("-due_on",)
    columns = (
        Column("name", gettext_lazy("Cycle"), link="missions:cycle-detail"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=CycleStatus),
        Column("opens", gettext_lazy("Opens"), "opens_on", kind="day"),
        Column("due", gettext_lazy("Due"), "due_on", kind="day"),
        Column("closes", gettext_lazy("Closes"), "closes_on", kind="day"),
    )
    create = ("missions.change_cycle", "missions:cycle-create", gettext_lazy("Plan a cycle"))
    empty = {
        "title": gettext_lazy("No cycle yet"),
        "text": gettext_lazy(
            "Plan the first half-year, then open it: each plan in force gets a matrix."
        ),
    }

    def count_label(self, count):
        return ngettext("%d cycle", "%d cycles", count) % count


class CycleRecord:
    model = Cycle

    def queryset(self):
        return super().queryset().select_related("office__region", "framework")

    def breadcrumbs(self):
        trail = [(_("Follow-up cycles"), reverse("missions:cycle-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.name, record.get_absolute_url())] if record else trail


class CycleDetail(CycleRecord, DetailPage):
    perm = "missions.view_cycle"
    kicker = gettext_lazy("Follow-up cycle")
    template_name = "missions/cycle_detail.html"
    workflow = CYCLE
    step_url = "missions:cycle-step"

    def links(self, cycle):
        user, found = self.request.user, []
        if cycle.allows(user, "missions.change_cycle") and cycle.status != CycleStatus.CLOSED:
            found.append((_("Edit"), reverse("missions:cycle-edit", args=[cycle.pk])))
        matrices = f"{reverse('missions:matrix-list')}?cycle={cycle.pk}"
        found.append((_("Export the matrices"), f"{matrices}&export=xlsx"))
        return found

    def facts(self, cycle):
        return [
            (_("Office"), cycle.office.name),
            (_("Edition"), str(cycle.framework)),
            (_("Opens"), markup.weekday(cycle.opens_on)),
            (_("Due"), markup.weekday(cycle.due_on)),
            (_("Closes"), markup.weekday(cycle.closes_on)),
        ]

    def who_can_see(self, cycle):
        return [
            _("The regional office, and the members of its region (each only its own matrix)"),
            _("The WCO Secretariat"),
        ]

    def tab_names(self):
        return [("", _("Matrices")), ("past", _("History, comments, files"))]

    def details(self, cycle):
        if self.tab:
            return {}
        now, user = timezone.now(), self.request.user
        matrices = [(one, stand_of(one, cycle, now)) for one in matrices_of(cycle, user)]
        sent = last_reminders(cycle, user)
        counts = Counter(stand for _matrix, stand in matrices)
        link = markup.Linker("missions:matrix-detail")
        rows = [
            (
                link(matrix.administration.country_name, matrix.pk),
                status_tag(matrix),
                due_cell(matrix, stand == "late"),
                markup.day(matrix.submitted_at),
                sent.get(matrix.pk, ""),
            )
            for matrix, stand in matrices
        ]
        return {
            "cycle": cycle,
            "headings": HEADINGS,
            "matrix_rows": markup.rows_html(rows, HEADINGS),
            "total": len(rows),
            "segments": [
                {"label": label, "value": counts[stand], "fill": fill}
                for stand, (label, fill) in STANDS.items()
                if counts[stand]
            ],
            "without": without_matrix(cycle, user),
            "open_url": reverse("missions:cycle-step", args=[cycle.pk, "open"]),
        }


def stand_of(matrix: Matrix, cycle: Cycle, now) -> str:
    """Open or late while the member has it in an open cycle, else the status of the matrix."""
    if matrix.status not in EDITABLE or cycle.status != CycleStatus.OPEN:
        return matrix.status
    today = local_today(now, matrix.administration.time_zone)
    return "late" if matrix.due_on < today else "open"


def status_tag(matrix: Matrix) -> str:
    label = matrix.get_status_display()
    if matrix.has_nothing_to_report and matrix.status in FILED:
        label = _("%s: nothing to report") % label
    return markup.tag(label, markup.tone_of(matrix.status))


def due_cell(matrix: Matrix, is_late: bool) -> str:
    day = markup.day(matrix.due_on)
    return mark_safe(f"{day} {markup.tag(_('overdue'), 'bad')}") if is_late else day


def matrices_of(cycle, user) -> list[Matrix]:
    """The matrices of a cycle that this reader may see, by member; one query."""
    return records_for(
        user,
        "matrices of a cycle",
        lambda reader: (
            Matrix.objects.visible_to(reader)
            .filter(cycle=Blank("cycle"))
            .select_related("administration")
            .order_by("administration__country_name__az")
        ),
        cycle=cycle.pk,
    )


def last_reminders(cycle, user) -> dict[int, str]:
    """The day of the last reminder about each matrix, for those who may know what was sent."""
    if not user.has_perm("rocb.view_sent"):
        return {}
    found = (
        Reminder.objects.filter(
            kind="matrix", object_id__in=Matrix.objects.filter(cycle=cycle).values("pk")
        )
        .values("object_id")
        .annotate(last=Max("made_at"), times=Count("rung", distinct=True))
    )
    return {row["object_id"]: f"{markup.day(row['last'])} ({row['times']})" for row in found}


def without_matrix(cycle, user) -> int:
    """How many plans came into force since the cycle opened and have no matrix in it."""
    if cycle.status != CycleStatus.OPEN or not cycle.allows(user, "missions.open_cycle"):
        return 0
    plans = ActionPlan.objects.in_force().filter(administration__region=cycle.office.region_id)
    return plans.exclude(matrices__cycle=cycle).count()


class CycleCreate(CycleRecord, CreatePage):
    perm = "missions.change_cycle"
    title = gettext_lazy("Plan a cycle")
    form_class = CycleForm

    def form(self, data=None, files=None, **more):
        return CycleForm(data, files, user=self.request.user, **more)

    def initial(self):
        return {"framework": Framework.objects.filter(is_default=True).first()}

    def cancel_url(self):
        return reverse("missions:cycle-list")

    def save(self, form):
        form.instance.office = Office.objects.get(pk=self.request.user.office_id)
        return super().save(form)


class CycleEdit(CycleRecord, EditPage):
    perm = "missions.change_cycle"
    title = gettext_lazy("Edit the cycle")
    form_class = CycleForm
    lead = gettext_lazy("Matrices that are open already keep their own due date.")

    def form(self, data=None, files=None, **more):
        return CycleForm(data, files, user=self.request.user, **more)

    def closed(self, cycle):
        return _("A closed cycle cannot be changed.") if cycle.status == CycleStatus.CLOSED else ""


class CycleStep(CycleRecord, StepPage):
    workflow = CYCLE

    def plans(self, cycle):
        return (
            ActionPlan.objects.in_force()
            .filter(administration__region=cycle.office.region_id)
            .exclude(matrices__cycle=cycle)
        )

    def get(self, request, *args, **kwargs):
        cycle = self.find()
        if self.step.name == "open" and cycle.status == CycleStatus.OPEN:
            return self.show(cycle, self.form())
        return super().get(request, *args, **kwargs)

    def consequences(self, cycle):
        if self.step.name == "close":
            waiting = cycle.matrices.filter(status__in=[*EDITABLE, MatrixStatus.SUBMITTED]).count()
            first = ngettext(
                "%d matrix is not accepted yet; it can be read, but not submitted any more.",
                "%d matrices are not accepted yet; they can be read, but not submitted any more.",
                waiting,
            )
            return [first % waiting, _("Nobody is reminded of this cycle any more.")]
        count = self.plans(cycle).count()
        return [
            ngettext(
                "%d plan in force gets its matrix, filled with what was accepted last.",
                "%d plans in force get their matrix, filled with what was accepted last.",
                count,
            )
            % count,
            _("Plans that have theirs already are left alone."),
        ]

    def receivers(self, cycle):
        if self.step.name != "open":
            return None
        plans = list(self.plans(cycle).select_related("administration"))
        users = User.objects.current(timezone.localdate()).filter(role=Role.COORDINATOR)
        served = set(
            users.filter(person__organisation__in=[p.administration_id for p in plans]).values_list(
                "person__organisation", flat=True
            )
        )
        count = users.filter(person__organisation__in=served).count() if served else 0
        missing = [
            p.administration.country_name for p in plans if p.administration_id not in served
        ]
        return {"count": count, "names": [], "missing": missing}
