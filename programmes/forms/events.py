"""Forms of programmes and events."""

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from programmes.models import Event, Programme, TrainingCentre
from programmes.workflow import GATHERING, EventStatus
from rocb.forms import LanguagesField, offer_in_use, standards_to_choose
from rocb.models import Administration, Organisation

DAY = forms.DateInput(attrs={"type": "date"})
HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class ProgrammeForm(forms.ModelForm):
    """A programme with its sponsor and period."""

    class Meta:
        model = Programme
        fields = [
            "name_en", "name_fr", "acronym", "sponsor", "starts_on", "ends_on", "description",
        ]  # fmt: skip
        widgets = {"description": forms.Textarea(attrs={"rows": 5})}


# What others have noted in their calendars changes on a page of its own, where they are told.
ANNOUNCED = (*GATHERING, EventStatus.POSTPONED)
MOVED_ELSEWHERE = ("starts_on", "ends_on", "begins_at", "finishes_at", "place")


class EventForm(forms.ModelForm):
    """An event as it is planned. Whose it is, is the reader's office."""

    languages = LanguagesField(label=_("Languages it is held in"))

    class Meta:
        model = Event
        fields = [
            "title",
            "kind",
            "scope",
            "programme",
            "starts_on",
            "ends_on",
            "begins_at",
            "finishes_at",
            "time_zone",
            "host",
            "centre",
            "place",
            "sponsor",
            "languages",
            "capacity",
            "required_course",
            "offer_days",
            "summary",
            "outcome",
            "themes",
            "standards",
        ]
        widgets = {
            "starts_on": DAY,
            "ends_on": DAY,
            "begins_at": HOUR,
            "finishes_at": HOUR,
            "summary": forms.Textarea(attrs={"rows": 4}),
            "outcome": forms.Textarea(attrs={"rows": 4}),
            "themes": forms.CheckboxSelectMultiple,
            "standards": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "place": _("City and country, or the address of the webinar's room."),
            "outcome": _("What came out of it; filled in afterwards."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "themes")
        self.fields["standards"].queryset = standards_to_choose(self.instance)
        hosts = Administration.objects.listed()
        self.fields["host"].queryset = Organisation.objects.filter(pk__in=hosts.values("pk"))
        self.fields["sponsor"].queryset = Organisation.objects.filter(trainingcentre=None)
        self.offer_parties(hosts)
        self.fields["offer_days"].required = False
        if self.instance.pk and self.instance.status in ANNOUNCED:
            for name in MOVED_ELSEWHERE:
                del self.fields[name]

    def offer_parties(self, hosts) -> None:
        """Hosts, centres and sponsors to choose from; one query for the three of them."""
        rows = Organisation.objects.order_by("name__az").values_list(
            "pk",
            "name",
            Exists(hosts.filter(pk=OuterRef("pk"))),
            Exists(TrainingCentre.objects.filter(pk=OuterRef("pk"))),
        )
        offered: dict[str, list] = {"host": [], "centre": [], "sponsor": []}
        for pk, name, is_host, is_centre in rows:
            if is_host:
                offered["host"].append((pk, name))
            offered["centre" if is_centre else "sponsor"].append((pk, name))
        for name, choices in offered.items():
            self.fields[name].choices = [("", self.fields[name].empty_label), *choices]

    def clean_offer_days(self):
        return self.cleaned_data["offer_days"] or Event._meta.get_field("offer_days").default

    def clean(self):
        values = super().clean()
        first, last = values.get("starts_on"), values.get("ends_on")
        begins, finishes = values.get("begins_at"), values.get("finishes_at")
        if begins and finishes and first and first == last and finishes <= begins:
            self.add_error("finishes_at", _("It is over before it begins: correct the hours."))
        self.check_room(values)
        return values

    def check_room(self, values) -> None:
        """What the centre's largest room holds. A centre also says host and place, if nobody did."""
        centre, seats = values.get("centre"), values.get("capacity")
        if centre is None:
            return
        if seats and centre.seats and seats > centre.seats:
            self.add_error(
                "centre",
                _(
                    "The largest room of this centre seats %(room)d, and the event has %(seats)d "
                    "seats. Choose another centre, or fewer seats."
                )
                % {"room": centre.seats, "seats": seats},
            )
        if not values.get("host"):
            values["host"] = Organisation.objects.get(pk=centre.run_by_id)
        if "place" in self.fields and not values.get("place"):
            values["place"] = centre.city
