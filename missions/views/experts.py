"""The roster of experts, and one expert."""

from datetime import date

from django.contrib import messages
from django.db.models import CharField, DateField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import ExpertFilter
from missions.models import Certification, Expert, Mission, TeamMember
from missions.workflow import PlaceStatus
from rocb import markup
from rocb.languages import names_of
from rocb.views.house import Column, DetailPage, FormPage, ListPage

EXPERT = "missions:expert-detail"


class ExpertList(ListPage):
    perm = "missions.view_roster"
    model = Expert
    title = gettext_lazy("Experts")
    filterset_class = ExpertFilter
    ordering = ("person__family_name__az", "person__given_name__az", "pk")
    columns = (
        Column("name", gettext_lazy("Family name"), "person__family_name", link=EXPERT),
        Column("given", gettext_lazy("Given name"), "person__given_name"),
        Column("member", gettext_lazy("Administration"), "administration__country_name"),
        Column("category", gettext_lazy("Category"), choices=Expert.Category),
        Column("stage", gettext_lazy("Stage"), kind="tag", choices=Certification.Stage),
        Column("until", gettext_lazy("Certified until"), kind="day"),
        Column("spoken", gettext_lazy("Languages"), "languages__0", is_sortable=False),
        Column("active", gettext_lazy("May be asked"), "is_active", kind="flag"),
    )
    create = ("missions.change_expert", "missions:expert-create", gettext_lazy("New expert"))
    empty = {
        "title": gettext_lazy("No expert yet"),
        "text": gettext_lazy("People who may be asked to go on missions are listed here."),
    }

    @property
    def lead(self):
        if not self.request.user.has_perm("missions.change_expert"):
            return ""
        return markup.link(_("Award a stage at a workshop"), reverse("missions:expert-award"))

    def rows(self):
        return super().rows().annotate(**latest_stage())

    def count_label(self, count):
        return ngettext("%d expert", "%d experts", count) % count


def latest_stage() -> dict:
    """The last stage that an expert reached, and until when, as columns."""
    last = Certification.objects.filter(expert=OuterRef("pk")).order_by("-awarded_on", "-pk")
    return {
        "stage": Subquery(last.values("stage")[:1], output_field=CharField()),
        "until": Subquery(last.values("expires_on")[:1], output_field=DateField()),
    }


class ExpertRecord:
    model = Expert

    def queryset(self):
        return super().queryset().select_related("person", "administration")

    def breadcrumbs(self):
        trail = [(_("Experts"), reverse("missions:expert-list"))]
        if not self.request.user.has_perm("missions.view_roster"):
            trail = []
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail


class ExpertDetail(ExpertRecord, DetailPage):
    perm = "missions.view_expert"
    kicker = gettext_lazy("Expert")
    template_name = "missions/expert_detail.html"

    def links(self, expert):
        user, found = self.request.user, []
        if expert.allows(user, "missions.change_expert"):
            for label, name in (
                (_("Add a stage"), "certification-create"),
                (_("Edit"), "expert-edit"),
            ):
                found.append((label, reverse(f"missions:{name}", args=[expert.pk])))
        elif may_keep(expert, user):
            found.append((_("Edit"), reverse("missions:expert-edit", args=[expert.pk])))
        if may_keep(expert, user) or expert.allows(user, "missions.change_expert"):
            away = reverse("missions:absence-create", args=[expert.pk])
            found.append((_("Add a time away"), away))
        return found

    def facts(self, expert):
        home = expert.administration
        return [
            (_("Administration"), home.country_name if home else _("none of the region")),
            (_("Position"), expert.person.position),
            (_("E-mail"), expert.person.email),
            (_("Category"), expert.get_category_display()),
            (_("Languages"), names_of(expert.languages)),
            (_("Areas"), ", ".join(str(area) for area in expert.areas.all())),
            (_("May be asked"), _("Yes") if expert.is_active else _("No")),
            (_("Experience"), expert.experience),
        ]

    def who_can_see(self, expert):
        who = [_("The expert"), _("The regional office"), _("The WCO Secretariat")]
        if expert.administration:
            own = _("The coordinator, contributors and head of customs of %s")
            who.append(own % expert.administration.country_name)
        return who

    def details(self, expert):
        user, today = self.request.user, timezone.localdate()
        may_change = expert.allows(user, "missions.change_expert")
        stages = expert.certifications.select_related("event")
        return {
            "stages": [
                {
                    "text": str(one),
                    "tag": stage_word(one, today),
                    "tone": "ok" if is_valid(one, today) else "neutral",
                    "by": when_and_where(one),
                    "edit_url": reverse("missions:certification-edit", args=[one.pk])
                    if may_change
                    else "",
                }
                for one in stages
            ],
            "absences": [
                {
                    "text": markup.days(one.from_on, one.until_on),
                    "by": one.reason,
                    "url": reverse("missions:absence-delete", args=[one.pk])
                    if may_change or may_keep(expert, user)
                    else "",
                }
                for one in expert.absences.filter(until_on__gte=today)
            ],
            **missions_of(expert, user),
        }


def may_keep(expert, user) -> bool:
    """Whether it is the reader's own profile."""
    return user.person_id == expert.person_id and user.has_perm("missions.keep_profile")


def is_valid(one: Certification, today) -> bool:
    in_time = one.awarded_on <= today and (one.expires_on is None or one.expires_on >= today)
    return one.stage in Certification.CERTIFIED and in_time


def stage_word(one: Certification, today) -> str:
    if one.stage in Certification.CERTIFIED and one.expires_on and one.expires_on < today:
        return _("expired")
    return _("valid") if is_valid(one, today) else ""


def when_and_where(one: Certification) -> str:
    until = _("until %s") % markup.day(one.expires_on) if one.expires_on else ""
    parts = (markup.day(one.awarded_on), until, one.event.title if one.event else "", one.note)
    return ", ".join(part for part in parts if part)


MOST_MISSIONS = 12


def missions_of(expert, user) -> dict:
    """The last missions an expert was on that this reader may see, and the way to all; one query."""
    taken = Mission.objects.visible_to(user).filter(
        team__person=expert.person_id, team__status=PlaceStatus.ACCEPTED
    )
    # What has no date yet is to come, and first. Read from the few places of one person: in the plain
    # order of the register PostgreSQL would look through everybody's missions for them.
    latest = Coalesce("starts_on", Value(date.max)).desc()
    columns = taken.order_by(latest, "-pk").values_list(
        "pk", "administration__country_name", "phase", "team__role", "starts_on", "ends_on"
    )
    found = list(columns[: MOST_MISSIONS + 1])
    page, roles = markup.Linker("missions:mission-detail"), dict(TeamMember.Role.choices)
    register = f"{reverse('missions:mission-list')}?expert={expert.pk}"
    return {
        "missions": [
            {
                "text": Mission.called(country, phase),
                "url": page.url(pk),
                "tag": roles[role],
                "tone": "neutral",
                "by": markup.days(starts_on, ends_on),
            }
            for pk, country, phase, role, starts_on, ends_on in found[:MOST_MISSIONS]
        ],
        "more_url": register if len(found) > MOST_MISSIONS else "",
    }


class OwnProfile(FormPage):
    """The expert's own page: straight to the record, or a sentence where there is none yet."""

    perm = "missions.keep_profile"

    def get(self, request):
        expert = Expert.objects.filter(person=request.user.person_id).first()
        if expert:
            return HttpResponseRedirect(expert.get_absolute_url())
        messages.info(
            request,
            _("You are not on the roster of experts yet. The regional office can put you on it."),
        )
        return HttpResponseRedirect("/")


def certification_expert(request, pk):
    """From a certificate to its expert: where a deadline leads."""
    certificates = Certification.objects.visible_to(request.user).select_related("expert")
    return HttpResponseRedirect(get_object_or_404(certificates, pk=pk).get_absolute_url())
