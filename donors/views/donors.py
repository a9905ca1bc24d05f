"""Donors: who finances capacity building, under which names, and whom the office speaks with."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONArray
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.models import (
    Agreement,
    Contact,
    Donor,
    DonorName,
    Engagement,
    FundingRequest,
    Instrument,
)
from donors.money import balances
from donors.workflow import RUNNING
from rocb import markup
from rocb.figures import CountOf
from rocb.roles import Role
from rocb.views.house import Column, DetailPage, ListPage


class DonorList(ListPage):
    perm = "donors.view_donor"
    model = Donor
    title = gettext_lazy("Donors")
    ordering = ("name__az",)
    columns = (
        Column("name", gettext_lazy("Donor"), link="donors:donor-detail"),
        Column("acronym", gettext_lazy("Acronym")),
        Column("kind", gettext_lazy("Kind"), choices=Donor.Kind),
        Column("iso2", gettext_lazy("Country")),
        Column("agreements", gettext_lazy("Agreements running"), "running", kind="number"),
        Column("until", gettext_lazy("Until"), "valid_until_on", kind="day"),
        Column("successor", gettext_lazy("Successor"), "successor__name"),
    )
    create = ("donors.change_donor", "donors:donor-create", gettext_lazy("New donor"))
    empty = {
        "title": gettext_lazy("No donor yet"),
        "text": gettext_lazy("Institutions that give money, goods or people are listed here."),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def rows(self):
        own = Agreement.objects.visible_to(self.request.user).filter(donor=OuterRef("pk"))
        running = own.filter(status__in=RUNNING).values("pk")
        return super().rows().annotate(running=CountOf(running))

    def count_label(self, count):
        return ngettext("%d donor", "%d donors", count) % count


class DonorRecord:
    model = Donor

    def queryset(self):
        return super().queryset().select_related("successor")

    def breadcrumbs(self):
        trail = [
            (_("Partners"), reverse("donors:home")),
            (_("Donors"), reverse("donors:donor-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (record.name, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("donors:donor-list")


class DonorDetail(DonorRecord, DetailPage):
    perm = "donors.view_donor"
    kicker = gettext_lazy("Donor")
    template_name = "donors/donor_detail.html"

    def queryset(self):
        """With what hangs on it in columns of their own: names of lists need no query each."""
        of_donor, cares = OuterRef("pk"), Donor.themes.through.objects
        helps = Donor.administrations.through.objects
        country = "administration__country_name"
        return (
            super()
            .queryset()
            .annotate(
                theme_names=ArraySubquery(
                    cares.filter(donor=of_donor).order_by("theme__name__az").values("theme__name")
                ),
                member_names=ArraySubquery(
                    helps.filter(donor=of_donor).order_by(country).values(country)
                ),
                # The older a name, the further down.
                old_names=ArraySubquery(
                    DonorName.objects.filter(donor=of_donor)
                    .order_by("-until_on")
                    .values_list(JSONArray("name", "acronym", "until_on"))
                ),
                came_from=ArraySubquery(
                    Donor.objects.filter(successor=of_donor)
                    .order_by("valid_until_on")
                    .values_list(JSONArray("pk", "name", "valid_until_on"))
                ),
            )
        )

    def tab_names(self):
        if not self.request.user.is_office:
            return super().tab_names()
        return [("", _("Donor")), ("past", _("History, comments, files"))]

    def status(self, donor):
        if donor.is_current(timezone.localdate()):
            return None
        return _("Ended on %s") % markup.day(donor.valid_until_on), "neutral"

    def links(self, record):
        user, found = self.request.user, []
        at = [record.pk]
        if user.has_perm("donors.view_need") and record.is_current(timezone.localdate()):
            found.append((_("Needs that fit"), reverse("donors:donor-matches", args=at)))
        if record.allows(user, "donors.change_donor"):
            found += [
                (_("Edit"), reverse("donors:donor-edit", args=at)),
                (_("New name"), reverse("donors:donor-rename", args=at)),
                (_("Merged or closed"), reverse("donors:donor-close", args=at)),
                (_("Delete"), reverse("donors:donor-delete", args=at)),
            ]
        return found

    def facts(self, donor):
        helps = ", ".join(str(Instrument(one).label) for one in donor.instruments)
        found = [
            (_("Acronym"), donor.acronym),
            (_("Kind"), donor.get_kind_display()),
            (_("Country"), donor.iso2),
            (_("Website"), donor.website and markup.link(donor.website, donor.website)),
            (_("How it helps"), helps),
            (_("Themes it cares for"), ", ".join(donor.theme_names)),
            (_("Members it helps"), ", ".join(donor.member_names)),
            (_("IATI identifier"), identifier(donor)),
            (_("Period"), markup.days(donor.valid_from_on, donor.valid_until_on)),
            (
                _("Successor"),
                donor.successor and self.linked(donor.successor),
            ),
        ]
        if self.request.user.is_office:
            found.append((_("Note"), donor.note))
        return found

    def linked(self, donor):
        """A donor by its name, and a link for those who may open it."""
        if self.request.user.role == Role.DONOR:
            return donor.name
        return markup.link(donor.name, donor.get_absolute_url())

    def who_can_see(self, donor):
        return [
            _("Every regional office"),
            _("The WCO Secretariat"),
            _("The donor itself: without the office's notes, talks and people"),
        ]

    def details(self, donor):
        if self.tab:
            return {}
        user = self.request.user
        agreements = Agreement.objects.visible_to(user).filter(donor=donor)
        asked = FundingRequest.objects.visible_to(user).filter(donor=donor)
        found = {
            "names": [
                (f"{name} ({acronym})" if acronym else name, day_of(until))
                for name, acronym, until in donor.old_names
            ],
            "predecessors": [
                (day_of(until), self.linked(Donor(pk=pk, name=name)))
                for pk, name, until in donor.came_from
            ],
            "bars": [one.bar() for one in balances(agreements.in_the_books())],
            "agreements": [line_of(one) for one in agreements.order_by("-starts_on")[:20]],
            "requests": [line_of(one) for one in asked.order_by("-pk")[:20]],
        }
        if user.has_perm("donors.view_contact"):
            found |= {"contacts": contacts(donor, user), "talks": talks(donor, user)}
            if donor.allows(user, "donors.change_engagement"):
                query = f"?donor={donor.pk}"
                found |= {
                    "contact_url": reverse("donors:contact-create", args=[donor.pk]),
                    "talk_url": f"{reverse('donors:engagement-create')}{query}",
                    "request_url": f"{reverse('donors:request-create')}{query}",
                    "agreement_url": f"{reverse('donors:agreement-create')}{query}"
                    if user.has_perm("donors.change_agreement")
                    else "",
                }
        return found


def day_of(text: str | None) -> str:
    """A day that came out of the database as text, in words."""
    return markup.day(date.fromisoformat(text)) if text else ""


def line_of(record) -> dict:
    """An agreement or a request as a line of a task list."""
    return {
        "text": str(record),
        "url": record.get_absolute_url(),
        "tag": record.get_status_display(),
        "tone": markup.tone_of(record.status),
        "by": f"{markup.money(record.amount, record.currency)}, "
        f"{markup.days(record.starts_on, record.ends_on)}".strip(", "),
    }


def contacts(donor, user) -> list[dict]:
    """Whom the office speaks with, those who left last; one query."""
    today = timezone.localdate()
    rows = Contact.objects.visible_to(user).filter(donor=donor).select_related("person")
    may_edit = donor.allows(user, "donors.change_engagement")
    found = [
        {
            "name": one.person.full_name,
            "url": one.person.get_absolute_url(),
            "position": one.person.position,
            "duty": one.duty,
            "email": one.person.email,
            "phone": one.person.phone,
            "is_main": one.is_main,
            "left": markup.day(one.until_on) if one.until_on and one.until_on < today else "",
            "edit_url": reverse("donors:contact-edit", args=[one.pk]) if may_edit else "",
        }
        for one in rows
    ]
    return sorted(found, key=lambda one: bool(one["left"]))


def talks(donor, user) -> list[dict]:
    """The last talks, each with what is still to be done; one query."""
    rows = Engagement.objects.visible_to(user).filter(donor=donor)[:8]
    today = timezone.localdate()
    return [
        {
            "text": one.subject,
            "url": one.get_absolute_url(),
            "by": f"{one.get_kind_display()}, {markup.day(one.on)}",
            **next_step_tag(one, today),
        }
        for one in rows
    ]


def next_step_tag(one, today) -> dict:
    """How the next step of a talk stands, as a tag."""
    if not one.next_step:
        return {}
    if one.done_on:
        return {"tag": _("done"), "tone": "ok"}
    late = one.next_step_due_on and one.next_step_due_on < today
    return {
        "tag": _("next step by %s") % markup.day(one.next_step_due_on),
        "tone": "bad" if late else "warn",
    }


def identifier(donor) -> str:
    """The IATI identifier, saying so where nobody has verified it."""
    if not donor.iati_identifier or donor.is_identifier_verified:
        return donor.iati_identifier
    return mark_safe(f"{escape(donor.iati_identifier)} {markup.tag(_('not verified'), 'warn')}")
