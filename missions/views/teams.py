"""The team of a mission: who could come and why, and the answers of those who were asked."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.actions import accept_place, ask, decline_place, place_behind
from missions.forms.missions import ROLES
from missions.forms.widgets import DAY
from missions.matcher import propose, suggestion
from missions.models import Expert, Mission, TeamMember
from missions.views.missions import MissionRecord
from missions.workflow import GATHERING, PLACE
from rocb import markup
from rocb.posted import numbered
from rocb.views.house import RecordPage, StepPage
from rocb.views.places import PlaceAnswer
from rocb.workflow import StepRefused


class MissionTeam(MissionRecord, RecordPage):
    """The matcher: everybody on the roster, the fitting first, with a role to choose for each."""

    perm = "missions.run_mission"
    template_name = "missions/mission_team.html"
    title = gettext_lazy("Find people for the mission")

    def find(self):
        mission = super().find()
        if not mission.allows(self.request.user, self.perm):
            raise PermissionDenied
        return mission

    def get(self, request, pk):
        self.record = self.find()
        if self.record.status not in GATHERING:
            messages.error(
                request,
                _("The team cannot be changed while the mission is “%s”.")
                % self.record.get_status_display(),
            )
            return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab=team")
        return self.answer({}, {}, AskForm())

    def post(self, request, pk):
        self.record = mission = self.find()
        form = AskForm(request.POST)
        roles = numbered(request.POST, "r-").items()
        chosen = {pk: value for pk, value in roles if value and value in dict(ROLES)}
        if not chosen:
            form.add_error(None, _("Choose a role for at least one person."))
        if not form.is_valid():
            return self.answer(chosen, {}, form, 422)
        experts = Expert.objects.visible_to(request.user).select_related("person")
        problems = {}
        try:
            with transaction.atomic():
                for expert in experts.filter(pk__in=chosen):
                    try:
                        ask(
                            mission,
                            expert,
                            by=request.user,
                            role=chosen[expert.pk],
                            answer_by=form.cleaned_data["answer_by"],
                        )
                    except ValidationError as error:
                        problems[expert.pk] = error.messages[0]
                if problems:
                    raise Undone
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(mission.get_absolute_url())
        except Undone:
            for sentence in problems.values():
                form.add_error(None, sentence)
            form.add_error(None, _("Nobody has been asked yet: correct this first."))
            return self.answer(chosen, problems, form, 422)
        count = sum(role != "reserve" for role in chosen.values())
        words = ngettext("%d person has been asked.", "%d people have been asked.", count)
        messages.success(request, words % count)
        return HttpResponseRedirect(f"{mission.get_absolute_url()}?tab=team")

    def answer(self, chosen, problems, form, status=200):
        mission = self.record
        candidates = propose(
            mission,
            timezone.localdate(),
            Expert.objects.visible_to(self.request.user).filter(is_active=True),
        )
        proposed = {} if mission.team.holding().exists() else suggestion(candidates)
        wanted = chosen if self.request.method == "POST" else proposed
        return self.page(
            {
                "mission": mission,
                "form": form,
                "proposed": bool(proposed) and not chosen,
                "candidates": [
                    {
                        "expert": one.expert,
                        "url": one.expert.get_absolute_url(),
                        "fits": one.fits,
                        "reasons": "; ".join(one.reasons),
                        "obstacles": [*one.obstacles, *filter(None, [one.certificate])],
                        "options": options_of(one, wanted.get(one.expert.pk, "")),
                        "problem": problems.get(one.expert.pk, ""),
                    }
                    for one in candidates
                ],
            },
            status,
        )


class Undone(Exception):
    """Somebody could not be asked, so nobody is."""


class AskForm(forms.Form):
    """By when answers are wanted."""

    answer_by = forms.DateField(label=gettext_lazy("Answer wanted by"), widget=DAY, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer_by"].initial = timezone.localdate() + timedelta(days=10)

    def clean_answer_by(self):
        day = self.cleaned_data["answer_by"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return day


def options_of(candidate, chosen: str) -> list[tuple[str, str, bool]]:
    """The roles that somebody may be asked for: (value, label, chosen)."""
    if candidate.obstacles:
        return []
    roles = ROLES
    if candidate.certificate:
        roles = [(value, label) for value, label in ROLES if value in ("", "observer")]
    return [(value, str(label), value == chosen) for value, label in roles]


class PlaceStep(StepPage):
    """Ask the reserve, release a place; accepting is the person's own."""

    model = TeamMember
    workflow = PLACE

    def queryset(self):
        return super().queryset().select_related("mission__administration", "person")

    def consequences(self, place):
        return {
            "ask": [_("%s gets a mail with a link to accept or decline.") % place.person.full_name],
            "release": [_("The place is open again."), _("Who was asked is told why.")],
            "accept": [_("You are on the team, and see everything of this mission.")],
            "decline": [_("The office is told, and asks somebody else.")],
        }[self.step.name]


class TeamPlaceAnswer(PlaceAnswer):
    """The answer of somebody who was asked to join a mission."""

    title = gettext_lazy("Will you join this mission?")
    accepted = gettext_lazy("Thank you. You are on the team.")
    behind = staticmethod(place_behind)
    accept = staticmethod(accept_place)
    decline = staticmethod(decline_place)

    def facts(self, place):
        mission = place.mission
        return [
            (_("Member"), mission.administration.country_name),
            (_("Phase"), mission.get_phase_display()),
            (_("Dates"), markup.days(mission.starts_on, mission.ends_on)),
            (_("You are asked as"), place.get_role_display()),
            (_("Please answer by"), markup.weekday(place.answer_by)),
        ]


def place_mission(request, pk):
    """From a place to its team: where a deadline leads."""
    place = get_object_or_404(TeamMember.objects.visible_to(request.user), pk=pk)
    get_object_or_404(Mission.objects.visible_to(request.user), pk=place.mission_id)
    return HttpResponseRedirect(place.get_absolute_url())
