"""What all pages of the house share, and the record that one is about."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.generic import View

from rocb import standing


class Page(View):
    """What all pages share: who may open them, and what their frame shows."""

    perm = ""
    title: Any = ""
    template_name = ""

    def dispatch(self, request, *args, **kwargs):
        if self.perm and not request.user.has_perm(self.perm):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def breadcrumbs(self) -> list[tuple[Any, str | None]]:
        return []

    def wants_rows(self) -> bool:
        """Whether htmx asks for the fragment alone; going back in the history wants the page."""
        htmx = getattr(self.request, "htmx", None)
        return bool(htmx and not htmx.boosted and not htmx.history_restore_request)

    def page(self, context: dict, status: int = 200):
        context = {"title": self.title, "breadcrumbs": self.breadcrumbs(), **context}
        return render(self.request, self.template_name, context, status=status)


def found_by(user, view: type["RecordPage"], where: dict) -> Any | None:
    """The record that a page is about, asked for in words that are the same for its kind of reader.

    Raises `Unfit` where they are not: where the page looks at more of the request than its reader.
    """

    def make(reader):
        page: Any = view()
        page.request = standing.StandInRequest(reader)
        try:
            records = page.queryset()
        except AttributeError as error:
            raise standing.Unfit(str(error)) from error
        return records.filter(**{name: standing.Blank(f"this_{name}") for name in where})

    name = f"{view.__module__}.{view.__qualname__}"
    asked = {f"this_{name}": getattr(value, "pk", value) for name, value in where.items()}
    return standing.find_for(user, name, make, **asked)


class RecordPage(Page):
    """A page about one record, found among those the reader may see."""

    model: Any = None

    def queryset(self):
        return self.model.objects.visible_to(self.request.user)

    def find(self):
        """The record of the address; 404 where the reader may not see it."""
        where = self.kwargs_of_record()
        try:
            record = found_by(self.request.user, type(self), where)
        except standing.Unfit:
            return get_object_or_404(self.queryset(), **where)
        if record is None:
            raise Http404
        return record

    def kwargs_of_record(self) -> dict:
        return {"pk": self.kwargs["pk"]}
