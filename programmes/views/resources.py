"""The roster of resource persons: who can speak about what, and who was used when."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, DateField, F, Func, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.filters.resources import ProfileFilter
from programmes.forms.resources import ProfileForm
from programmes.models import ResourcePerson, ResourceProfile
from programmes.workflow import ResourceStatus
from rocb import markup
from rocb.languages import names_of
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage

PROFILE = "programmes:profile-detail"


def use_columns() -> dict:
    """Themes as one text, how often somebody spoke, and when last: as columns."""
    through = ResourceProfile.themes.through.objects.filter(resourceprofile=OuterRef("pk"))
    names = (
        through.order_by()
        .values("resourceprofile")
        .annotate(names=StringAgg("theme__name", ", ", order_by="theme__name"))
        .values("names")
    )
    spoke = ResourcePerson.objects.filter(
        person=OuterRef("person"), status=ResourceStatus.ACCEPTED
    ).order_by()
    count = spoke.values("person").annotate(n=Count("pk")).values("n")
    last = spoke.order_by("-event__starts_on").values("event__starts_on")[:1]
    tongues = Func(
        F("languages"), Value(", "), function="array_to_string", output_field=TextField()
    )
    return {
        "about": Subquery(names, output_field=TextField()),
        "times": Coalesce(Subquery(count), 0),
        "last_used_on": Subquery(last, output_field=DateField()),
        "tongues": tongues,
    }


class ProfileList(ListPage):
    perm = "programmes.view_resourceprofile"
    model = ResourceProfile
    title = gettext_lazy("Resource persons")
    filterset_class = ProfileFilter
    ordering = ("person__family_name__az", "person__given_name__az", "pk")
    columns = (
        Column("name", gettext_lazy("Family name"), "person__family_name", link=PROFILE),
        Column("given", gettext_lazy("Given name"), "person__given_name"),
        Column("home", gettext_lazy("Organisation"), "person__organisation__name"),
        Column("about", gettext_lazy("Themes"), is_sortable=False),
        Column("tongues", gettext_lazy("Languages"), is_sortable=False),
        Column("times", gettext_lazy("Times used"), kind="number"),
        Column("last", gettext_lazy("Last used"), "last_used_on", kind="day"),
        Column("active", gettext_lazy("Can be asked"), "is_active", kind="flag"),
    )
    create = (
        "programmes.change_resourceprofile",
        "programmes:profile-create",
        gettext_lazy("New resource person"),
    )
    empty = {
        "title": gettext_lazy("Nobody yet"),
        "text": gettext_lazy(
            "People who can speak at events are listed here, by theme, language and administration."
        ),
    }

    def rows(self):
        return super().rows().annotate(**use_columns())

    def count_label(self, count):
        return ngettext("%d person", "%d persons", count) % count


class ProfileRecord:
    model = ResourceProfile

    def queryset(self):
        return super().queryset().select_related("person__organisation")

    def breadcrumbs(self):
        trail = [(_("Resource persons"), reverse("programmes:profile-list"))]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("programmes:profile-list")

    def form(self, data=None, files=None, **more):
        return ProfileForm(data, files, user=self.request.user, **more)


class ProfileDetail(ProfileRecord, DetailPage):
    perm = "programmes.view_resourceprofile"
    kicker = gettext_lazy("Resource person")
    template_name = "programmes/profile_detail.html"

    def tab_names(self):
        return [("", _("Profile")), ("past", _("History, comments, files"))]

    def links(self, profile):
        if not profile.allows(self.request.user, "programmes.change_resourceprofile"):
            return []
        return [(_("Edit"), reverse("programmes:profile-edit", args=[profile.pk]))]

    def facts(self, profile):
        person = profile.person
        return [
            (_("Organisation"), person.organisation),
            (_("Position"), person.position),
            (_("E-mail"), person.email),
            (_("Themes"), ", ".join(str(theme) for theme in profile.themes.all())),
            (_("Languages"), names_of(profile.languages)),
            (_("Can be asked"), _("Yes") if profile.is_active else _("No")),
            (_("Note"), profile.note),
        ]

    def who_can_see(self, profile):
        return [_("The regional office")]

    def details(self, profile):
        if self.tab:
            return {}
        places = (
            ResourcePerson.objects.visible_to(self.request.user)
            .filter(person=profile.person_id)
            .select_related("event")
            .order_by("-event__starts_on", "-pk")
        )
        return {
            "places": [
                {
                    "text": place.event.title,
                    "url": place.event.get_absolute_url(),
                    "tag": place.get_status_display(),
                    "tone": markup.tone_of(place.status),
                    "by": ", ".join(
                        part
                        for part in (
                            markup.days(place.event.starts_on, place.event.ends_on),
                            place.subject,
                        )
                        if part
                    ),
                }
                for place in places[:40]
            ]
        }


class ProfileCreate(ProfileRecord, CreatePage):
    perm = "programmes.change_resourceprofile"
    title = gettext_lazy("New resource person")
    form_class = ProfileForm


class ProfileEdit(ProfileRecord, EditPage):
    perm = "programmes.change_resourceprofile"
    title = gettext_lazy("Edit the resource person")
    form_class = ProfileForm
