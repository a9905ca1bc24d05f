"""Forms of newsletters."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import Newsletter, NewsletterItem
from reports.newsletter import BY_HAND, parts
from rocb.forms import day_field


def last_quarter(today: date) -> tuple[date, date]:
    """First and last day of the calendar quarter that has ended last."""
    first_of_this = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = first_of_this - timedelta(days=1)
    return date(last.year, 3 * ((last.month - 1) // 3) + 1, 1), last


class NewNewsletterForm(forms.Form):
    """The period that is collected."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    from_on = day_field(label=gettext_lazy("From"))
    until_on = day_field(label=gettext_lazy("Until"))

    def clean(self):
        values = super().clean()
        first, last = values.get("from_on"), values.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("It ends before it begins."))
        return values


class NewsletterForm(forms.ModelForm):
    """The issue with its items: what stands in it, in which words and order; one more by hand."""

    class Meta:
        model = Newsletter
        fields = ["title", "intro"]
        widgets = {"intro": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = list(self.instance.items.all()) if self.instance.pk else []
        for row in self.rows:
            self.add_item(row.pk, row)
        self.add_item("new", None)

    def add_item(self, key, row: NewsletterItem | None) -> None:
        position = (self.rows[-1].position + 1 if self.rows else 1) if row is None else row.position
        self.fields[f"title-{key}"] = forms.CharField(
            label=_("Title"), max_length=300, required=False, initial=row.title if row else ""
        )
        self.fields[f"text-{key}"] = forms.CharField(
            label=_("Text"),
            max_length=2000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=row.text if row else "",
        )
        self.fields[f"place-{key}"] = forms.IntegerField(
            label=_("Place"), min_value=1, max_value=999, required=False, initial=position
        )
        self.fields[f"in-{key}"] = forms.BooleanField(
            label=_("Stands in it"), required=False, initial=row.is_included if row else False
        )

    def groups(self):
        """(heading, fields) of each item, for the template."""
        headings = parts()
        for row in self.rows:
            yield f"{headings.get(row.part, row.part)}: {row.title}", self.of(row.pk)
        yield _("One more, by hand"), self.of("new")

    def of(self, key):
        return [self[f"{name}-{key}"] for name in ("in", "title", "text", "place")]

    def own_fields(self):
        return [self[name] for name in self.Meta.fields]

    def clean(self):
        values = super().clean()
        for row in self.rows:
            if values.get(f"in-{row.pk}") and not (values.get(f"title-{row.pk}") or "").strip():
                self.add_error(f"title-{row.pk}", _("Give it a title, or take it out."))
        if values.get("text-new") and not (values.get("title-new") or "").strip():
            self.add_error("title-new", _("Give it a title, or take it out."))
        return values

    def save_items(self, newsletter: Newsletter) -> None:
        """Write what was said of the items."""
        values = self.cleaned_data
        for row in self.rows:
            row.title = values[f"title-{row.pk}"] or row.title
            row.text, row.is_included = values[f"text-{row.pk}"], values[f"in-{row.pk}"]
            row.position = values[f"place-{row.pk}"] or row.position
        NewsletterItem.objects.bulk_update(self.rows, ["title", "text", "is_included", "position"])
        if values.get("title-new", "").strip():
            NewsletterItem.objects.create(
                newsletter=newsletter,
                part=BY_HAND,
                title=values["title-new"].strip(),
                text=values["text-new"],
                position=values["place-new"] or 999,
            )


class SubscribeForm(forms.Form):
    """An address that wants the newsletter."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
