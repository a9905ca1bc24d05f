"""Form pages on which one searches before one saves."""

from rocb.finding import is_search
from rocb.views.house import FormPage


class FindingPage(FormPage):
    """Before CreatePage, EditPage or VerbPage: a post that searches shows the form again.

    Nothing is checked and nothing saved; whatever was typed stands in the form as it was.
    """

    def post(self, request, *args, **kwargs):
        if not is_search(request.POST):
            return super().post(request, *args, **kwargs)
        return self.search(request.POST)

    def search(self, data):
        if (answer := self.opened()) is not None:
            return answer
        initial = {
            name: field.widget.value_from_datadict(data, {}, name)
            for name, field in self.form_class.base_fields.items()
        }
        form = self.form(initial=initial, words=data, **self.about())
        if "version" in data:
            self.versioned(form, data["version"])
        return self.show(form)
