"""The entrance to pillar 2: the pipeline for the office, the own page for a donor."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.matching import matches
from donors.models import Activity, Agreement, Donor, DonorReport, FundingRequest, Instalment
from donors.money import Balance, balances, rates_at
from donors.names import named
from donors.needs import actions_on_the_board, requests_on_the_board, wanted_of
from donors.views.matches import match_line
from donors.workflow import AgreementStatus, ReportStatus, RequestStatus
from programmes.models import Nomination
from programmes.workflow import NominationStatus
from rocb import markup
from rocb.roles import Role
from rocb.views.house import Page

STAGES = (
    RequestStatus.DRAFTING,
    RequestStatus.SENT,
    RequestStatus.IN_DISCUSSION,
    AgreementStatus.DRAFT,
    AgreementStatus.SIGNED,
    AgreementStatus.ACTIVE,
)
MOST = 8


class Home(Page):
    perm = "donors.view_donor"

    @property
    def title(self):
        if self.is_donor:
            return self.request.user.person.organisation.name
        return gettext_lazy("Partners")

    @property
    def is_donor(self) -> bool:
        user = self.request.user
        return user.role == Role.DONOR and user.organisation_id is not None

    def get(self, request):
        if self.is_donor:
            self.template_name = "donors/donor_home.html"
            return self.page(donor_home(request.user))
        self.template_name = "donors/home.html"
        return self.page(office_home(request.user))


def office_home(user) -> dict:
    """Where every request and agreement stands, what is due, and the money in each currency."""
    today = timezone.localdate()
    agreements = Agreement.objects.visible_to(user)
    by_currency = balances(agreements.running())
    return {
        "tiles": tiles(user, today),
        "stages": stages(user),
        "bars": [one.bar(_("Running agreements in %s") % one.currency) for one in by_currency],
        "total": total_line(by_currency, today),
        "registers": registers(user),
    }


def total_line(by_currency: list[Balance], today) -> str:
    """One number over all currencies, saying its rates; empty where there is but one currency."""
    if not by_currency:
        return ""
    total = rates_at(today).total((one.currency, one.agreed) for one in by_currency)
    return total.in_words() if total.is_converted or total.missing else ""


def tiles(user, today) -> list[dict]:
    """What stands open, each number a link to what it counts."""
    outstanding = Instalment.objects.visible_to(user).filter(
        received_on=None, agreement__status__in=["signed", "active"]
    )
    late = outstanding.filter(due_on__lt=today).count()
    reports = (
        DonorReport.objects.visible_to(user)
        .owed()
        .aggregate(late=Count("pk", filter=Q(due_on__lt=today)), open=Count("pk"))
    )
    board = actions_on_the_board(user).count() + requests_on_the_board(user).count()
    running = Agreement.objects.visible_to(user).filter(status=AgreementStatus.ACTIVE).count()
    report_list = reverse("donors:report-list")
    numbers = (
        (board, _("needs on the board"), reverse("donors:need-list")),
        (running, _("agreements active"), f"{reverse('donors:agreement-list')}?status=active"),
        (late, _("instalments overdue"), f"{reverse('donors:agreement-list')}?status=active"),
        (reports["late"], _("reports overdue"), f"{report_list}?status=writing"),
        (reports["open"], _("reports to write"), f"{report_list}?status=writing"),
    )
    return [{"number": markup.number(n), "text": text, "url": url} for n, text, url in numbers]


def stages(user) -> list[dict]:
    """The pipeline: each stage with its newest records. Two queries."""
    requests = list(
        FundingRequest.objects.visible_to(user)
        .filter(status__in=STAGES[:3])
        .select_related("donor")
        .order_by("-pk")[:100]
    )
    agreements = list(
        Agreement.objects.visible_to(user)
        .filter(status__in=STAGES[3:])
        .select_related("donor")
        .order_by("-starts_on", "-pk")[:100]
    )
    parts = (
        (requests, RequestStatus, STAGES[:3], "donors:request-list", _("Request")),
        (agreements, AgreementStatus, STAGES[3:], "donors:agreement-list", _("Agreement")),
    )
    found = []
    for rows, choices, statuses, url, word in parts:
        for status in statuses:
            of_status = [row for row in rows if row.status == status]
            found.append(
                {
                    "label": f"{word}: {choices(status).label}",
                    "count": len(of_status),
                    "url": f"{reverse(url)}?status={status}",
                    "tasks": [
                        {
                            "text": row.title,
                            "url": row.get_absolute_url(),
                            "by": f"{row.donor.acronym or row.donor.name}, "
                            f"{markup.money(row.amount, row.currency)}",
                        }
                        for row in of_status[:MOST]
                    ],
                    "more": max(0, len(of_status) - MOST),
                }
            )
    return found


def registers(user) -> list[dict]:
    """The lists of this pillar that the reader may open."""
    known = (
        ("donors.view_donor", _("Donors"), "donor-list"),
        ("donors.view_engagement", _("Talks with donors"), "engagement-list"),
        ("donors.view_need", _("Needs board"), "need-list"),
        ("donors.view_fundingrequest", _("Requests for money"), "request-list"),
        ("donors.view_agreement", _("Agreements"), "agreement-list"),
        ("donors.view_agreement", _("Allocations"), "allocation-list"),
        ("donors.view_activity", _("Funded activities"), "activity-list"),
        ("donors.view_donorreport", _("Reports to donors"), "report-list"),
        ("donors.view_money", _("Rates of currencies"), "rate-list"),
        ("donors.export_iati", _("Export for IATI"), "iati-check"),
    )
    return [
        {"text": label, "url": reverse(f"donors:{name}")}
        for perm, label, name in known
        if user.has_perm(perm)
    ]


def donor_home(user) -> dict:
    """What a donor sees first: its money, what it moved, what fits it, what it is owed."""
    today = timezone.localdate()
    donor = Donor.objects.get(pk=user.organisation_id)
    agreements = Agreement.objects.visible_to(user)
    by_currency = balances(agreements)
    activities = named(Activity.objects.visible_to(user)).order_by("-pk")
    found = matches([donor], wanted_of(user), today)
    reports = DonorReport.objects.visible_to(user).select_related("agreement")
    asked = FundingRequest.objects.visible_to(user).filter(
        status__in=[RequestStatus.SENT, RequestStatus.IN_DISCUSSION]
    )
    return {
        "kicker": _("Your partnership with the regional office"),
        "donor": donor,
        "bars": [one.bar() for one in by_currency],
        "total": total_line(by_currency, today),
        "moved": moved(user),
        "agreements": [
            {
                "text": f"{one.reference} {one.title}",
                "url": one.get_absolute_url(),
                "tag": one.get_status_display(),
                "tone": markup.tone_of(one.status),
                "by": f"{markup.money(one.amount, one.currency)}, "
                f"{markup.days(one.starts_on, one.ends_on)}",
            }
            for one in agreements.order_by("-starts_on")[:MOST]
        ],
        "activities": [
            {"text": name, "url": reverse("donors:activity-detail", args=[slug])}
            for name, slug in activities.values_list("name", "slug")[:MOST]
        ],
        "matches": [match_line(one, user) for one in found[:5]],
        "matches_url": reverse("donors:donor-matches", args=[donor.pk]),
        "reports": [report_line(one, today) for one in reports.order_by("-due_on")[:MOST]],
        "asked": [
            {
                "text": one.title,
                "url": one.get_absolute_url(),
                "tag": one.get_status_display(),
                "tone": markup.tone_of(one.status),
                "by": markup.money(one.amount, one.currency),
            }
            for one in asked.order_by("-pk")[:MOST]
        ],
        "registers": registers(user),
    }


def report_line(one, today) -> dict:
    is_sent = one.status == ReportStatus.SENT
    is_late = not is_sent and one.due_on < today
    return {
        "text": f"{one.get_kind_display()}, {markup.days(one.from_on, one.until_on)}",
        "url": one.get_absolute_url(),
        "by": one.agreement.title,
        "tag": _("sent") if is_sent else _("due %s") % markup.day(one.due_on),
        "tone": "ok" if is_sent else "bad" if is_late else "info",
    }


def moved(user) -> list[dict]:
    """What the donor's money moved, in numbers: activities, people, administrations. Two queries."""
    own = Activity.objects.visible_to(user)
    people = Nomination.objects.filter(
        status=NominationStatus.ATTENDED, event__funded__in=own.values("pk")
    ).aggregate(n=Count("pk"), members=Count("administration", distinct=True))
    count = own.count()
    where = reverse("donors:activity-list")
    numbers = (
        (count, ngettext("activity paid for", "activities paid for", count), where),
        (people["n"], _("people trained"), where),
        (people["members"], _("administrations reached"), where),
    )
    return [{"number": markup.number(n), "text": text, "url": url} for n, text, url in numbers]
