"""Putting somebody forward, and sending somebody else instead."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import add_person, nominate, replace_nominee
from programmes.actions.invitations import is_late
from programmes.actions.replacing import REPLACEABLE
from programmes.forms.nominees import NomineeForm
from programmes.models import Invitation, Nomination
from programmes.views.invitations import InvitationRecord
from programmes.workflow import LIVE, InvitationStatus
from rocb import markup
from rocb.drafts import forget_draft
from rocb.trail import add_file
from rocb.views.house import CreatePage
from rocb.workflow import StepRefused


class NomineePage(InvitationRecord, CreatePage):
    """What nominating and replacing share: a person chosen or found, then the action."""

    perm = "programmes.nominate"
    form_class = NomineeForm
    template_name = "programmes/nominee_form.html"

    def breadcrumbs(self):
        invitation = self.invitation
        return [
            (_("Invitations"), reverse("programmes:invitation-list")),
            (str(invitation), invitation.get_absolute_url()),
            (self.title, None),
        ]

    def form(self, data=None, files=None, **more):
        return NomineeForm(data, files, invitation=self.invitation, by=self.request.user, **more)

    def cancel_url(self):
        return self.invitation.get_absolute_url()

    def turned_away(self, sentence: str):
        messages.error(self.request, sentence)
        return HttpResponseRedirect(self.cancel_url())

    def act(self, form, person) -> Nomination:
        raise NotImplementedError

    def add(self, values):
        return add_person(
            self.invitation.administration,
            values,
            by=self.request.user,
            is_invented=self.invitation.event.is_invented,
        )

    def finish(self, form):
        by = self.request.user
        try:
            with transaction.atomic():
                person = form.found or self.add(form.cleaned_data)
                record = self.act(form, person)
                if letter := form.cleaned_data.get("letter"):
                    add_file(record, letter, by=by)
                forget_draft(by, self.request.path)
        except StepRefused as refused:
            return self.turned_away(str(refused))
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, status=422)
        if form.remark:
            messages.warning(self.request, form.remark)
        messages.success(self.request, self.saved(record))
        return HttpResponseRedirect(self.success_url(record))


class NominationCreate(NomineePage):
    title = gettext_lazy("Nominate somebody")
    submit_label = gettext_lazy("Nominate")

    def prepare(self):
        self.invitation = invitation = get_object_or_404(self.queryset(), pk=self.kwargs["pk"])
        if not invitation.allows(self.request.user, self.perm):
            raise PermissionDenied
        self.kicker = str(invitation)
        number = invitation.nominations.filter(status__in=LIVE).count()
        if number >= invitation.seats:
            words = ngettext(
                "The seat is taken: who comes now is in reserve.",
                "The %(n)d seats are taken: who comes now is in reserve.",
                invitation.seats,
            )
            self.lead = words % {"n": invitation.seats}
        if invitation.status != InvitationStatus.OPEN:
            return self.turned_away(
                _("The invitation is “%s”: ask the regional office to open it again.")
                % invitation.get_status_display()
            )
        if self.request.user.is_member and is_late(invitation):
            return self.turned_away(
                _("Answers were wanted by %s. Ask the regional office for more time.")
                % markup.weekday(invitation.respond_by)
            )
        return None

    def act(self, form, person):
        return nominate(self.invitation, by=self.request.user, person=person, **form.details)

    def success_url(self, record):
        return self.invitation.get_absolute_url()

    def saved(self, record):
        words = _("%(name)s is nominated, with rank %(rank)s.")
        found = words % {"name": record.person.full_name, "rank": record.rank}
        if not record.person.email:
            found += " " + _("Without an e-mail address the result cannot be sent to the person.")
        return found


class NominationReplace(NomineePage):
    title = gettext_lazy("Send somebody else")
    submit_label = gettext_lazy("Replace")

    def prepare(self):
        rows = Nomination.objects.visible_to(self.request.user)
        self.nomination = row = get_object_or_404(
            rows.select_related("person", "event__office", "administration", "invitation"),
            pk=self.kwargs["pk"],
        )
        if row.invitation is None:
            raise Http404
        if not row.allows(self.request.user, self.perm):
            raise PermissionDenied
        self.invitation = get_object_or_404(
            Invitation.objects.select_related("event__office", "administration"),
            pk=row.invitation_id,
        )
        self.kicker = str(self.invitation)
        self.lead = (
            _(
                "Somebody else comes in place of %s, with the same seat or place. Who is "
                "replaced is withdrawn."
            )
            % row.person.full_name
        )
        if row.status not in REPLACEABLE:
            return self.turned_away(
                _("Somebody who is “%s” cannot be replaced.") % row.get_status_display()
            )
        return None

    def act(self, form, person):
        return replace_nominee(self.nomination, by=self.request.user, person=person, **form.details)

    def saved(self, record):
        return _("%s comes instead; the office is told.") % record.person.full_name
