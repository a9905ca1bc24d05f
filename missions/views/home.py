"""The entrance to pillar 1: where follow-up stands, and the way to each register."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.filters import day_there
from missions.models import Action, ExtensionRequest, Matrix, Mission, Recommendation
from missions.workflow import ExtensionStatus, MatrixStatus
from rocb import markup
from rocb.roles import Role
from rocb.views.house import Page


class Home(Page):
    perm = "missions.view_mission"
    title = gettext_lazy("SAFE Framework and Columbus Programme")
    template_name = "missions/home.html"

    def get(self, request):
        return self.page({"tiles": tiles(request.user), "registers": registers(request.user)})


def tiles(user) -> list[dict]:
    """What stands open, each number a link to the rows that it counts."""
    actions = Action.objects.visible_to(user).open()
    late = Q(current_due_on__lt=day_there("plan__administration__time_zone"))
    counted = actions.aggregate(open=Count("pk"), late=Count("pk", filter=late))
    matrices = Matrix.objects.visible_to(user)
    review = matrices.filter(status=MatrixStatus.SUBMITTED).count()
    waiting = ExtensionRequest.objects.visible_to(user).filter(status=ExtensionStatus.REQUESTED)
    unanswered = Recommendation.objects.visible_to(user).filter(answer="")
    sheet, action = reverse("missions:matrix-list"), reverse("missions:action-list")
    register = reverse("missions:mission-list")
    running = Mission.objects.visible_to(user).running().count()
    numbers = (
        ("matrix", matrices.owed().count(), _("matrices not yet filed"), f"{sheet}?owed=on"),
        ("matrix", review, _("matrices to review"), f"{sheet}?status=submitted"),
        ("action", counted["late"], _("actions overdue"), f"{action}?overdue=on"),
        ("action", counted["open"], _("actions open"), f"{action}?open=on"),
        (
            "extension",
            waiting.count(),
            _("later due dates asked for"),
            f"{reverse('missions:extension-list')}?status=requested",
        ),
        (
            "recommendation",
            unanswered.count(),
            _("recommendations not answered"),
            f"{reverse('missions:recommendation-list')}?answer=none",
        ),
        ("mission", running, _("missions under way"), f"{register}?running=on"),
    )
    return [
        {"number": markup.number(number), "text": text, "url": url}
        for kind, number, text, url in numbers
        if user.has_perm(f"missions.view_{kind}")
    ]


def registers(user) -> list[dict]:
    """The lists of this pillar that the reader may open."""
    known = (
        ("missions.view_mission", _("Missions"), "mission-list"),
        ("missions.view_roster", _("Experts"), "expert-list"),
        ("missions.keep_profile", _("My profile as an expert"), "expert-mine"),
        ("missions.view_heat_map", _("Where the region stands"), "heat-map"),
        ("missions.view_recommendation", _("Recommendations"), "recommendation-list"),
        ("missions.view_plan", _("Action plans"), "plan-list"),
        ("missions.view_action", _("Actions"), "action-list"),
        ("missions.view_extension", _("Requests for a later due date"), "extension-list"),
        ("missions.view_cycle", _("Follow-up cycles"), "cycle-list"),
        ("missions.view_matrix", _("Follow-up matrices"), "matrix-list"),
    )
    found = [
        {"text": label, "url": reverse(f"missions:{name}")}
        for perm, label, name in known
        if user.has_perm(perm) and not (name == "expert-mine" and user.role != Role.EXPERT)
    ]
    if user.has_perm("rocb.view_reference"):
        found.append({"text": _("Reference lists"), "url": reverse("reference")})
    return found
