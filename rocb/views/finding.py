"""Form pages on which one searches before one saves."""

from rocb.finding import is_search


class FindingPage:
    """Before CreatePage, EditPage or VerbPage: a post that searches shows the form again.

    Nothing is checked and nothing saved; whatever was typed stands in the form as it was.
    """

    def post(self, request, *args, **kwargs):
        if not is_search(request.POST):
            return super().post(request, *args, **kwargs)  # type: ignore[misc]
        return self.search(request.POST)

    def search(self, data):
        more = {}
        if hasattr(self, "prepare"):
            if (answer := self.prepare()) is not None:
                return answer
        else:
            self.record = self.find()  # type: ignore[attr-defined]
        if hasattr(self, "turned_away"):
            if (answer := self.turned_away(self.record)) is not None:
                return answer
            more["instance"] = self.record
        initial = {
            name: field.widget.value_from_datadict(data, {}, name)
            for name, field in self.form_class.base_fields.items()  # type: ignore[attr-defined]
        }
        form = self.form(initial=initial, words=data, **more)  # type: ignore[attr-defined]
        if "version" in data:
            self.versioned(form, data["version"])  # type: ignore[attr-defined]
        return self.show(form)  # type: ignore[attr-defined]
