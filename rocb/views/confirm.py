"""A step that is only confirmed: what will happen first, then the button."""

from typing import Any

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
