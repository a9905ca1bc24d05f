"""An invitation changed, its nominees put in order, and its steps."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import change_invitation, rank_nominees
from programmes.actions.invitations import has_begun
from programmes.forms.nominations import InvitationForm
from programmes.models import Invitation
from programmes.views.invitations import InvitationRecord
from programmes.workflow import INVITATION, InvitationStatus, NominationStatus
from rocb.posted import numbered
from rocb.views.house import (
    EditPage,
    RecordPage,
    StepPage,
)
from rocb.workflow import StepRefused


class InvitationEdit(InvitationRecord, EditPage):
    perm = "programmes.invite_members"
    title = gettext_lazy("Change the invitation")
    form_class = InvitationForm

    def closed(self, invitation):
        if invitation.status == InvitationStatus.CANCELLED:
            return _("This invitation was taken back.")
        if not invitation.event.is_open or has_begun(invitation.event):
            return _("Nothing can be changed here any more: the event is over, or not open.")
        return ""

    def save(self, form):
        return change_invitation(
            Invitation.objects.get(pk=form.instance.pk),
            by=self.request.user,
            **{name: form.cleaned_data[name] for name in InvitationForm.Meta.fields},
        )

    def finish(self, form):
        try:
            return super().finish(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, status=422)


class InvitationStep(InvitationRecord, StepPage):
    workflow = INVITATION

    def consequences(self, invitation):
        live = invitation.nominations.filter(status=NominationStatus.NOMINATED).count()
        reserve = max(0, live - invitation.seats)
        sent = (
            ngettext(
                "%d nominee goes to the regional office.",
                "%d nominees go to the regional office.",
                live,
            )
            % live
        )
        found = {
            "answer": [
                sent,
                _("Afterwards the office opens the invitation again if you ask it to."),
            ],
            "decline": [_("The office is told that nobody comes, and why."), gone(live)],
            "reopen": [_("The member can add and change nominees again; it is told.")],
            "cancel": [
                _("The member is told that the invitation was taken back, and why."),
                gone(live),
            ],
        }[self.step.name]
        if self.step.name == "answer" and reserve:
            words = ngettext(
                "%d of them is in reserve: there are fewer seats.",
                "%d of them are in reserve: there are fewer seats.",
                reserve,
            )
            found.insert(1, words % reserve)
        return [sentence for sentence in found if sentence]


def gone(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%d nominee not yet selected is withdrawn.",
        "%d nominees not yet selected are withdrawn.",
        number,
    )
    return words % number


class InvitationRanks(InvitationRecord, RecordPage):
    """The numbers in front of the nominees, put in order."""

    perm = "programmes.nominate"

    def post(self, request, pk):
        invitation = self.find()
        ranks = numbered(request.POST, "r-").items()
        order = {pk: int(value) for pk, value in ranks if value.isdecimal() and len(value) < 5}
        try:
            rank_nominees(invitation, order, by=request.user)
        except StepRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The order is saved."))
        return HttpResponseRedirect(invitation.get_absolute_url())
