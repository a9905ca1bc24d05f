"""The page of one record: facts, chain, steps, trail."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from rocb import markup
from rocb.trail import comments_of, files_of, shows_trail, timeline_of
from rocb.views.house.base import RecordPage
from rocb.workflow import Workflow


class DetailPage(RecordPage):
    """A record with everything that hangs on it."""

    template_name = "generic/detail.html"
    kicker: Any = ""
    workflow: Workflow | None = None
    step_url = ""

    def get(self, request, *args, **kwargs):
        self.record = record = self.find()
        is_first = self.tab == self.tab_names()[0][0]
        context = {
            "record": record,
            "title": str(record),
            "kicker": self.kicker,
            "status": self.status(record),
            "steps": self.steps(record),
            "actions": self.links(record),
            "tab": self.tab,
            "tabs": self.tabs(),
            "facts": self.facts(record) if is_first else [],
            "chain": self.chain(record),
            **(self.trail(record) if self.shows_past() else {}),
            "who_can_see": self.who_can_see(record),
            **self.details(record),
        }
        return self.page(context)

    def tab_names(self) -> list[tuple[str, Any]]:
        """The parts of the page, (key, label), the first one first. One: all on one page.

        Pages with much to show keep what happened so far, comments and files in a part `past`.
        """
        return [("", "")]

    @cached_property
    def tab(self) -> str:
        """The part that the address asks for."""
        names = [key for key, _label in self.tab_names()]
        asked = self.request.GET.get("tab", "")
        return asked if asked in names else names[0]

    def tabs(self) -> list[tuple[Any, str, bool]]:
        names, path = self.tab_names(), self.request.path
        if len(names) == 1:
            return []
        return [
            (label, f"{path}?tab={key}" if index else path, key == self.tab)
            for index, (key, label) in enumerate(names)
        ]

    def shows_past(self) -> bool:
        is_here = len(self.tab_names()) == 1 or self.tab == "past"
        return is_here and shows_trail(self.record, self.request.user)

    def trail(self, record) -> dict:
        """Its past, comments and files; five queries."""
        user = self.request.user
        may_comment = record.allows(user, "rocb.comment_shared")
        target = [record._meta.label_lower, record.pk]
        may_add = record.allows(user, "rocb.add_file")
        return {
            "timeline": timeline_of(record, user),
            "comments": comments_of(record, user),
            "comment_url": reverse("comment-add", args=target)
            if may_comment or record.allows(user, "rocb.comment_internal")
            else "",
            "can_comment_internal": user.has_perm("rocb.comment_internal"),
            "can_comment_shared": may_comment,
            "files": files_of(record, user),
            "file_url": reverse("file-add", args=target) if may_add else "",
        }

    def status(self, record) -> tuple[str, str] | None:
        if self.workflow is None:
            return None
        value = getattr(record, self.workflow.field)
        label = getattr(record, f"get_{self.workflow.field}_display")()
        return label, markup.tone_of(value)

    def steps(self, record) -> list[tuple[Any, str, str]]:
        """The steps open to the reader, as buttons, from the same table that takes them."""
        if self.workflow is None:
            return []
        return [
            (step.label, reverse(self.step_url, args=[record.pk, step.name]), step.tone)
            for step in self.workflow.open_to(record, self.request.user)
        ]

    def links(self, record) -> list[tuple[Any, str]]:
        return []

    def facts(self, record) -> list[tuple[Any, Any]]:
        return []

    def chain(self, record) -> list[tuple[Any, list, bool]]:
        return []

    def who_can_see(self, record) -> list[str]:
        return []

    def details(self, record) -> dict:
        return {}
