"""The board of a planning workshop: each recommendation, and the actions that will carry it out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.actions import plan_action
from missions.forms.missions import BoardForm
from missions.models import Action, Recommendation
from missions.report import in_order
from missions.views.plans import PlanRecord
from rocb import markup
from rocb.posted import number_in
from rocb.views.house import RecordPage
from rocb.workflow import StepRefused


class PlanBoard(PlanRecord, RecordPage):
    """From recommendations to a draft plan in one sitting; one small form under each of them."""

    perm = "missions.change_action"
    template_name = "missions/plan_board.html"
    title = gettext_lazy("Planning board")

    def find(self):
        plan = super().find()
        if not plan.allows(self.request.user, self.perm):
            raise PermissionDenied
        return plan

    def get(self, request, pk):
        self.record = self.find()
        return self.turned_away() or self.answer()

    def turned_away(self):
        if self.record.is_draft:
            return None
        messages.error(
            self.request,
            _("Only a draft is planned on the board; this plan is “%s”.")
            % self.record.get_status_display(),
        )
        return HttpResponseRedirect(self.record.get_absolute_url())

    def post(self, request, pk):
        self.record = plan = self.find()
        if (answer := self.turned_away()) is not None:
            return answer
        wanted = request.POST.get("recommendation", "")
        form = BoardForm(request.POST, prefix=f"r{wanted}")
        advice = self.advice().filter(pk=number_in(wanted, 0)).first()
        if not form.is_valid():
            return self.answer(form, wanted, 422)
        try:
            action = plan_action(plan, by=request.user, recommendation=advice, **form.cleaned_data)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(plan.get_absolute_url())
        except ValidationError as error:
            form.add_error(None, error)
            return self.answer(form, wanted, 422)
        messages.success(request, _("Action %s added.") % action.number)
        return HttpResponseRedirect(f"{request.path}#r{wanted or 0}")

    def advice(self):
        """What the plan answers: the advice of its mission, or all that the member has."""
        plan = self.record
        rows = Recommendation.objects.visible_to(self.request.user).filter(
            administration=plan.administration_id
        )
        return rows.filter(mission=plan.mission_id) if plan.mission_id else rows

    def answer(self, form=None, wanted="", status=200):
        plan = self.record
        rows = sorted(
            self.advice().select_related("area").prefetch_related("standards"),
            key=lambda row: (row.area.number if row.area else 99, in_order(row.number)),
        )
        planned = self.planned({row.pk for row in rows})
        cards = [
            {
                **advice_card(row),
                "actions": planned.get(row.pk, []),
                "form": self.form_for(row.pk, form, wanted),
            }
            for row in rows
        ]
        alone = {
            "pk": 0,
            "number": "",
            "text": _("Actions that stand alone"),
            "actions": planned.get(0, []),
            "form": self.form_for("", form, wanted),
        }
        return self.page(
            {
                "plan": plan,
                "cards": [*cards, alone],
                "without": sum(not card["actions"] for card in cards),
                "total": len(cards),
                "number_of_actions": plan.actions.count(),
                "form": form,
            },
            status,
        )

    def planned(self, shown: set[int]) -> dict[int, list[dict]]:
        """The actions of the plan by what they carry out of what is shown; all others under 0."""
        found: dict[int, list[dict]] = {}
        rows = self.record.actions.prefetch_related("recommendations").order_by("position", "pk")
        for action in rows:
            for key in {one.pk for one in action.recommendations.all()} & shown or {0}:
                found.setdefault(key, []).append(action_card(action))
        return found

    def form_for(self, pk, form, wanted):
        if form is not None and str(pk) == wanted:
            return form
        return BoardForm(prefix=f"r{pk}")


def advice_card(row: Recommendation) -> dict:
    return {
        "pk": row.pk,
        "number": row.number,
        "url": row.get_absolute_url(),
        "text": row.text,
        "area": row.area,
        "standards": ", ".join(one.code for one in row.standards.all()),
        "answer": row.get_answer_display(),
    }


def action_card(action: Action) -> dict:
    return {
        "text": str(action),
        "url": reverse("missions:action-edit", args=[action.pk]),
        "due": markup.day(action.current_due_on),
        "unit": action.responsible_unit,
        "cost": markup.money(action.cost, action.currency),
    }
