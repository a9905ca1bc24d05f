"""The resource persons of an event: who was asked, who could be, and the answers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions.resources import (
    ASKING,
    accept_resource,
    ask_resource,
    decline_resource,
    resource_behind,
)
from programmes.filters.resources import ProfileFilter
from programmes.forms.resources import AskForm
from programmes.models import Event, ResourcePerson, ResourceProfile
from programmes.roster import propose
from programmes.views.events import EventPage, EventRecord, when
from programmes.workflow import RESOURCE, ResourceStatus
from rocb import markup
from rocb.posted import number_in
from rocb.views.house import RecordPage, StepPage
from rocb.views.places import PlaceAnswer
from rocb.workflow import StepRefused

MOST = 60


class EventResources(EventPage):
    """Who was asked to speak: the office's own page. Others read who comes on the agenda."""

    part = "resources"
    template_name = "programmes/event_resources.html"

    def who_can_see(self, event):
        return [_("The regional office")]

    def find(self):
        event = super().find()
        if not event.shows_trail(self.request.user):
            raise Http404
        return event

    def facts(self, event):
        return []

    def links(self, event):
        if event.status in ASKING and event.allows(self.request.user, "programmes.run_event"):
            return [(_("Find resource persons"), reverse("programmes:event-ask", args=[event.pk]))]
        return []

    def details(self, event):
        places = event.resource_persons.select_related("person__organisation").order_by("pk")
        may_release = event.allows(self.request.user, "programmes.run_event")
        return {
            "places": [
                {
                    "name": place.person.full_name,
                    "from": place.person.organisation,
                    "subject": place.subject,
                    "status": place.get_status_display(),
                    "tone": markup.tone_of(place.status),
                    "answer_by": markup.weekday(place.answer_by)
                    if place.status == ResourceStatus.ASKED
                    else "",
                    "release_url": reverse("programmes:resource-step", args=[place.pk, "release"])
                    if may_release and place.status in RESOURCE.step("release").sources
                    else "",
                }
                for place in places
            ]
        }


class Undone(Exception):
    """Somebody could not be asked, so nobody is."""


class EventAsk(EventRecord, RecordPage):
    """The roster seen from one event: the fitting first, with a box to tick for each."""

    perm = "programmes.run_event"
    template_name = "programmes/event_ask.html"
    title = gettext_lazy("Find resource persons")

    def find(self):
        event = super().find()
        if not event.allows(self.request.user, self.perm):
            raise PermissionDenied
        return event

    def back(self) -> str:
        return reverse("programmes:event-resources", args=[self.record.pk])

    def get(self, request, pk):
        self.record = self.find()
        if self.record.status not in ASKING:
            messages.error(
                request,
                _("Nobody can be asked while the event is “%s”.")
                % self.record.get_status_display(),
            )
            return HttpResponseRedirect(self.back())
        return self.answer(set(), AskForm(event=self.record))

    def post(self, request, pk):
        self.record = event = self.find()
        form = AskForm(request.POST, event=event)
        chosen = {number_in(key, 0) for key in request.POST.getlist("person")} - {0}
        if not chosen:
            form.add_error(None, _("Tick at least one person."))
        if not form.is_valid():
            return self.answer(chosen, form, 422)
        profiles = ResourceProfile.objects.visible_to(request.user).filter(pk__in=chosen)
        problems = []
        try:
            with transaction.atomic():
                for profile in profiles.select_related("person"):
                    try:
                        ask_resource(event, profile.person, by=request.user, **form.cleaned_data)
                    except ValidationError as error:
                        problems += error.messages
                if problems:
                    raise Undone
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(self.back())
        except Undone:
            for sentence in problems:
                form.add_error(None, sentence)
            form.add_error(None, _("Nobody has been asked yet: correct this first."))
            return self.answer(chosen, form, 422)
        count = len(profiles)
        words = ngettext("%d person has been asked.", "%d people have been asked.", count)
        messages.success(request, words % count)
        return HttpResponseRedirect(self.back())

    def answer(self, chosen, form, status=200):
        event, user = self.record, self.request.user
        roster = ResourceProfile.objects.visible_to(user).filter(is_active=True)
        narrow = ProfileFilter(self.request.GET, queryset=roster, request=self.request)
        narrow.form.fields.pop("active")
        candidates = propose(event, narrow.qs, timezone.localdate())
        return self.page(
            {
                "event": event,
                "form": form,
                "filter": narrow,
                "filters_active": any(self.request.GET.get(n) for n in narrow.form.fields),
                "more": max(0, len(candidates) - MOST),
                "cancel_url": self.back(),
                "candidates": [
                    {
                        "pk": one.profile.pk,
                        "name": one.profile.person.full_name,
                        "url": one.profile.get_absolute_url(),
                        "from": one.profile.person.organisation,
                        "reasons": "; ".join(one.reasons),
                        "obstacles": "; ".join(one.obstacles),
                        "chosen": one.profile.pk in chosen,
                    }
                    for one in candidates[:MOST]
                ],
            },
            status,
        )


class ResourceStep(StepPage):
    """Release is the office's; accepting and declining are the person's own."""

    model = ResourcePerson
    workflow = RESOURCE

    def queryset(self):
        return super().queryset().select_related("event", "person")

    def consequences(self, place):
        return {
            "accept": [_("You stand on the agenda as somebody who comes. The office is told.")],
            "decline": [_("The office is told, and asks somebody else.")],
            "release": [_("The person is told why, and leaves the agenda.")],
        }[self.step.name]


def resource_place(request, pk):
    """From a place to where its reader can see it."""
    place = get_object_or_404(ResourcePerson.objects.visible_to(request.user), pk=pk)
    events = Event.objects.visible_to(request.user).filter(pk=place.event_id)
    event = events.first()
    if event is None:
        return HttpResponseRedirect(reverse("desk"))
    name = "event-resources" if event.shows_trail(request.user) else "event-agenda"
    return HttpResponseRedirect(reverse(f"programmes:{name}", args=[event.pk]))


class ResourceAnswer(PlaceAnswer):
    """The answer of somebody who was asked to be a resource person."""

    title = gettext_lazy("Will you be a resource person?")
    accepted = gettext_lazy("Thank you. We look forward to seeing you.")
    behind = staticmethod(resource_behind)
    accept = staticmethod(accept_resource)
    decline = staticmethod(decline_resource)

    def facts(self, place):
        event = place.event
        return [
            (_("Event"), event.title),
            (_("When"), when(event)),
            (_("Where"), event.place),
            (_("Subject"), place.subject),
            (_("Please answer by"), markup.weekday(place.answer_by)),
        ]
