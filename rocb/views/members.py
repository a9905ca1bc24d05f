"""The directory of members, and a member's one page."""

from typing import ClassVar

import django_filters as filters
from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.deadlines import deadlines, deadlines_of
from rocb.forms import offer_in_use
from rocb.models import Administration, Grouping, Mail, Region, Reminder, User
from rocb.narrowing import RecordFilter
from rocb.panels import panels_on
from rocb.roles import OFFICE_ROLES
from rocb.views.desk import task_of
from rocb.views.house import Column, DetailPage, EditPage, ListPage


class MemberFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=gettext_lazy("Name"),
        method="by_name",
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    region = RecordFilter(
        label=gettext_lazy("Region"), queryset=lambda _request: Region.objects.all()
    )
    groupings = RecordFilter(
        label=gettext_lazy("Grouping"), queryset=lambda _request: Grouping.objects.all()
    )
    is_member = filters.BooleanFilter(label=gettext_lazy("WCO member"))

    class Meta:
        model = Administration
        fields: list[str] = []

    def by_name(self, queryset, _name, value):
        words = Q(iso2__iexact=value)
        for name in Administration.EVERY_NAME:
            words |= Q(**{f"{name}__icontains": value})
        return queryset.filter(words)


class MemberList(ListPage):
    """Names and membership: no secret to anybody with a sign-in. The pages behind are."""

    perm = "rocb.view_administration"
    model = Administration
    title = gettext_lazy("Members")
    filterset_class = MemberFilter
    ordering = ("country_name__az",)
    per_page = 100
    empty = {
        "title": gettext_lazy("No member yet"),
        "text": gettext_lazy("The reference data bring the administrations of the region."),
    }

    @property
    def columns(self):
        reads_all = self.request.user.has_perm("rocb.view_region")
        link = {"link": "member", "link_by": "iso2"} if reads_all else {}
        shown = [
            Column("country", gettext_lazy("Member"), "country_name", **link),
            Column("name", gettext_lazy("Administration"), "name"),
            Column("iso2", gettext_lazy("Code")),
            Column("group", gettext_lazy("WCO group"), "wco_group"),
            Column("is_member", gettext_lazy("WCO member"), kind="flag"),
        ]
        if reads_all:
            shown.append(Column("officer", gettext_lazy("Officer"), "officer__person__family_name"))
        return tuple(shown)

    def rows(self):
        user = self.request.user
        if user.is_office:
            return Administration.objects.visible_to(user)
        return Administration.objects.listed()

    @property
    def lead(self):
        user = self.request.user
        if not user.is_member or user.person.organisation is None:
            return ""
        own = Administration.objects.visible_to(user).first()
        return markup.link(_("To the page of %s") % own, own.get_absolute_url()) if own else ""

    def count_label(self, count):
        return ngettext("%d administration", "%d administrations", count) % count


class MemberDetail(DetailPage):
    """A member's one page. Its three tabs keep each of them light."""

    perm = "rocb.view_administration"
    model = Administration
    template_name = "member.html"

    def kwargs_of_record(self):
        return {"iso2__iexact": self.kwargs["iso2"]}

    def queryset(self):
        return super().queryset().select_related("region", "officer__person")

    def tab_names(self):
        user = self.request.user
        names = [("overview", _("Overview")), ("past", _("History and comments"))]
        if user.has_perm("rocb.view_sent") or user.is_member:
            names.insert(1, ("sent", _("What was sent")))
        return names

    def breadcrumbs(self):
        return [(_("Members"), reverse("member-list")), (self.record.country_name, None)]

    def links(self, member):
        if not member.allows(self.request.user, "rocb.change_administration"):
            return []
        return [(_("Edit"), reverse("member-edit", args=[member.iso2.lower()]))]

    def facts(self, member):
        found = [
            (_("Administration"), member.name),
            (_("Region"), member.region.name),
            (_("WCO member"), _("yes") if member.is_member else _("no")),
            (_("Time zone"), member.time_zone),
            (_("Officer in charge"), member.officer and member.officer.full_name),
        ]
        for fact in member.facts.order_by("kind", "from_on"):
            if fact.kind != "wco_member":
                since = markup.day(fact.from_on)
                text = _("since %s") % since if since else _("yes")
                if fact.until_on:
                    text = f"{text} – {markup.day(fact.until_on)}"
                found.append((fact.get_kind_display(), text))
        return found

    def who_can_see(self, member):
        return [
            _("The coordinator, contributors and head of customs of %s") % member.country_name,
            _("The regional office"),
            _("The WCO Secretariat"),
        ]

    def details(self, member):
        context = {"kicker": _("Member"), "member": member}
        user = self.request.user
        if self.tab == "overview":
            due = deadlines_of(user, at=timezone.now(), administration=member, limit=12)
            context["due"] = [task_of(one, user) for one in due]
            context["panels"] = panels_on("member", user, member)
        elif self.tab == "sent":
            context |= sent_to(member, user)
        return context


class MemberForm(forms.ModelForm):
    """What the office says of a member; codes and membership come from the reference facts."""

    website = forms.URLField(label=gettext_lazy("website"), required=False, assume_scheme="https")

    class Meta:
        model = Administration
        fields = (
            "name_en",
            "name_fr",
            "country_name_fr",
            "acronym",
            "website",
            "time_zone",
            "officer",
            "groupings",
            "is_listed",
            "is_name_verified",
        )
        widgets: ClassVar = {"groupings": forms.CheckboxSelectMultiple}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        staff = User.objects.current(timezone.localdate()).filter(
            role__in=OFFICE_ROLES, person__organisation=user.organisation_id
        )
        offer_in_use(self, "groupings")
        self.fields["officer"].queryset = staff.select_related("person")
        self.fields["officer"].label_from_instance = lambda officer: officer.full_name
        self.fields["time_zone"].help_text = _("Due dates end with the day there.")


class MemberEdit(EditPage):
    perm = "rocb.change_administration"
    model = Administration
    title = gettext_lazy("Edit the member")
    form_class = MemberForm

    def kwargs_of_record(self):
        return {"iso2__iexact": self.kwargs["iso2"]}

    def form(self, data=None, files=None, **more):
        return MemberForm(data, files, user=self.request.user, **more)

    @property
    def kicker(self):
        return self.record.country_name

    def breadcrumbs(self):
        member = self.record
        return [
            (_("Members"), reverse("member-list")),
            (member.country_name, member.get_absolute_url()),
            (self.title, None),
        ]


def sent_to(member, user) -> dict:
    """Reminders and mails about a member, the newest first, with what became of each."""
    reminders = (
        Reminder.objects.filter(administration=member)
        .select_related("person", "mail")
        .order_by("-made_at", "-pk")
    )
    mails = (
        Mail.objects.visible_to(user)
        .filter(administration=member)
        .select_related("person")
        .order_by("-created_at", "-pk")
    )
    return {"reminders": reminder_rows(reminders[:60]), "mails": mail_rows(mails[:60])}


def reminder_rows(reminders):
    headings = [_("Sent to"), _("About"), _("Due"), _("Rung"), _("Why"), _("Delivered")]
    reasons = {
        "debtor": _("owes it"),
        "nobody": _("nobody else can be reached"),
        "officer": _("officer in charge"),
        "head": _("head"),
    }
    rows = [
        (
            row.person.full_name,
            about(row),
            markup.day(row.due_on),
            rung_words(row.rung),
            reasons.get(row.reason, row.reason),
            delivered(row.mail),
        )
        for row in reminders
    ]
    columns = [{"label": word} for word in headings]
    return {"headings": headings, "rows": markup.rows_html(rows, columns), "count": len(rows)}


def about(row) -> str:
    """What was reminded of, with the way there."""
    if row.kind not in deadlines:
        return row.kind
    kind = deadlines[row.kind]
    return markup.link(kind.label, reverse(kind.page_name or kind.url_name, args=[row.object_id]))


def rung_words(rung: int) -> str:
    if rung < 0:
        return ngettext("%d day before", "%d days before", -rung) % -rung
    if rung == 0:
        return _("on the day")
    return ngettext("%d day after", "%d days after", rung) % rung


def delivered(mail) -> str:
    """What became of a mail, as a tag with the moment."""
    if mail is None:
        return markup.tag(_("in the next digest"), "neutral")
    tones = {"sent": "ok", "failed": "bad", "queued": "info"}
    shown = markup.tag(mail.get_status_display(), tones.get(mail.status, "neutral"))
    return mark_safe(f"{shown} {markup.moment(mail.sent_at)}")


def mail_rows(mails):
    headings = [_("Subject"), _("Sent to"), _("Delivered")]
    rows = [
        (mail.subject or mail.template.replace("_", " "), mail.to_name, delivered(mail))
        for mail in mails
    ]
    columns = [{"label": word} for word in headings]
    return {"headings": headings, "rows": markup.rows_html(rows, columns), "count": len(rows)}
