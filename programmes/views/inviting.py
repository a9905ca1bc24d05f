"""Inviting administrations to an event: chosen, previewed, sent."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import invite_members
from programmes.actions.invitations import has_begun, receivers_of
from programmes.forms.nominations import InviteForm
from programmes.views.of_event import OfEvent
from rocb import markup
from rocb.workflow import StepRefused


class EventInvite(OfEvent):
    """Choose, see who would be written to, send: nothing goes before the preview."""

    perm = "programmes.invite_members"
    title = gettext_lazy("Invite administrations")
    template_name = "programmes/event_invite.html"

    def get(self, request, pk):
        self.record = event = self.find()
        if not event.is_open or has_begun(event):
            return self.turned_back(
                _("Administrations are invited while an event is announced, before it begins.")
            )
        return self.show(InviteForm(event=event))

    def post(self, request, pk):
        self.record = event = self.find()
        form = InviteForm(request.POST, event=event)
        if "back" in request.POST:
            return self.show(InviteForm(initial=self.typed(form), event=event))
        if not form.is_valid():
            return self.show(form, 422)
        values = form.cleaned_data
        plan = {name: values[name] for name in ("seats", "respond_by", "message")}
        if "send" not in request.POST:
            try:
                return self.preview(form, values)
            except ValidationError as error:
                form.add_error(None, error)
                return self.show(form, 422)
        try:
            made = invite_members(event, values["chosen"], by=request.user, **plan)
        except StepRefused as refused:
            return self.turned_back(str(refused))
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, 422)
        words = ngettext(
            "%d administration is invited.", "%d administrations are invited.", len(made)
        )
        messages.success(request, words % len(made))
        return HttpResponseRedirect(self.home())

    def typed(self, form):
        """What was chosen before the preview, to be changed."""
        data = self.request.POST
        return {
            **{name: data.get(name, "") for name in ("seats", "respond_by", "message")},
            "groups": data.getlist("groups"),
            "members": data.getlist("members"),
        }

    def preview(self, form, values):
        reached = receivers_of(values["chosen"])
        seats = values["seats"] * len(values["chosen"])
        event = self.record
        kept = [
            (name, data)
            for name in ("seats", "respond_by", "message", "groups", "members")
            for data in self.request.POST.getlist(name)
        ]
        return self.page(
            {
                "event": event,
                "form": form,
                "kept": kept,
                "names": [one.country_name for one in reached.members],
                "receivers": len(reached.users),
                "missing": reached.missing,
                "seats": seats,
                "too_many": event.capacity and seats > event.capacity,
                "respond_by": markup.weekday(values["respond_by"]),
                "message": values["message"],
            }
        )

    def show(self, form, status=200):
        return self.page({"event": self.record, "form": form, "names": None}, status)
