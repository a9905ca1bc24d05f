"""A step that is only confirmed: what will happen first, then the button."""

from typing import Any

from django.utils.translation import gettext_lazy

from rocb.office_forms import NothingForm
from rocb.views.house import VerbPage


class ConfirmPage(VerbPage):
    """One button, for records whose states are dates and flags and not a workflow."""

    template_name = "generic/step.html"
    form_class = NothingForm
    tone = "primary"

    def consequences(self, record) -> list[Any]:
        return []

    def show(self, form, status: int = 200, **more):
        return super().show(
            form,
            status,
            record=self.record,
            tone=self.tone,
            consequences=self.consequences(self.record),
            draft_url="",
            **more,
        )


class TakeOut:
    """Takes a part out of a record and leads back to it; `whole` is the part's way to the record.

    Stands before what creating and editing the part share, whose form it does not ask for, and before
    `ConfirmPage`.
    """

    submit_label = gettext_lazy("Take it out")
    tone = "warning"
    whole = ""

    def form(self, data=None, files=None, **more):
        return NothingForm(data, files, **more)

    def success_url(self, record):
        return self.cancel_url()

    def act(self, record):
        whole = getattr(record, self.whole)
        record.delete()
        return whole
