"""The entrance to pillar 2: the pipeline for the office, the own page for a donor."""

from django.db.models import Count, QuerySet, Subquery, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.matching import matches
from donors.models import Activity, Agreement, Donor, DonorReport, FundingRequest, Instalment
from donors.money import Balance, Rates, added_up, balances, rates_at, with_money
from donors.names import named
from donors.needs import actions_on_the_board, requests_on_the_board, wanted_of
from donors.views.matches import match_line
from donors.workflow import RUNNING, AgreementStatus, ReportStatus, RequestStatus
from programmes.models import Nomination
from programmes.workflow import NominationStatus
from rocb import markup
from rocb.figures import counted_for
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
    """Where every request and agreement stands, what is due, the money in each currency.

    Five queries beside the reader's own.
    """
    today = timezone.localdate()
    agreements = Agreement.objects.visible_to(user)
    by_currency = balances(agreements.running())
    return {
        "tiles": tiles(user, today),
        "stages": stages(user),
        "bars": [one.bar(_("Running agreements in %s") % one.currency) for one in by_currency],
        "total": total_line(by_currency, rates_at(today)),
        "registers": registers(user),
    }


def total_line(by_currency: list[Balance], rates: Rates) -> str:
    """One number over all currencies, saying its rates; empty where there is but one currency."""
    if not by_currency:
        return ""
    total = rates.total((one.currency, one.agreed) for one in by_currency)
    return total.in_words() if total.is_converted or total.missing else ""


TILES = ("actions", "requests", "running", "late", "reports_late", "reports")


def standing_open(reader, today) -> tuple[QuerySet, ...]:
    """What each of the `TILES` counts."""
    agreements = Agreement.objects.visible_to(reader)
    outstanding = Instalment.objects.visible_to(reader).outstanding()
    reports = DonorReport.objects.visible_to(reader).owed()
    return (
        actions_on_the_board(reader),
        requests_on_the_board(reader),
        agreements.filter(status=AgreementStatus.ACTIVE),
        outstanding.filter(agreement__status__in=RUNNING, due_on__lt=today),
        reports.filter(due_on__lt=today),
        reports,
    )


def tiles(user, today) -> list[dict]:
    """What stands open, each number a link to what it counts. One query."""
    numbers = counted_for(user, "tiles of partners", lambda one: standing_open(one, today))
    found = dict(zip(TILES, numbers, strict=True))
    agreement_list, report_list = reverse("donors:agreement-list"), reverse("donors:report-list")
    numbers = (
        (
            found["actions"] + found["requests"],
            _("needs on the board"),
            reverse("donors:need-list"),
        ),
        (found["running"], _("agreements active"), f"{agreement_list}?status=active"),
        (found["late"], _("instalments overdue"), f"{reverse('donors:instalment-list')}?late=on"),
        (found["reports_late"], _("reports overdue"), f"{report_list}?late=on"),
        (found["reports"], _("reports to write"), f"{report_list}?status=writing"),
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
        ("donors.view_agreement", _("Instalments"), "instalment-list"),
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
    """What a donor sees first: its money, what it moved, what fits it, what it is owed.

    Nine queries beside the reader's own: three of them look for needs that fit.
    """
    today = timezone.localdate()
    donor = Donor.objects.get(pk=user.organisation_id)
    agreements = list(with_money(Agreement.objects.visible_to(user)).order_by("-starts_on", "-pk"))
    by_currency = added_up(
        Balance(one.currency, one.amount, one.received, one.allocated, one.spent)
        for one in agreements
    )
    rates = rates_at(today)
    found = matches([donor], wanted_of(user), today, rates, agreements)
    reports = DonorReport.objects.visible_to(user).select_related("agreement")
    asked = FundingRequest.objects.visible_to(user).filter(
        status__in=[RequestStatus.SENT, RequestStatus.IN_DISCUSSION]
    )
    paid, numbers = moved(user)
    return {
        "kicker": _("Your partnership with the regional office"),
        "donor": donor,
        "bars": [one.bar() for one in by_currency],
        "total": total_line(by_currency, rates),
        "moved": numbers,
        "agreements": [agreement_line(one) for one in agreements[:MOST]],
        "activities": paid,
        "matches": [match_line(one, user) for one in found[:5]],
        "matches_url": reverse("donors:donor-matches", args=[donor.pk]),
        "reports": [report_line(one, today) for one in reports.order_by("-due_on")[:MOST]],
        "asked": [asked_line(one) for one in asked.order_by("-pk")[:MOST]],
        "registers": registers(user),
    }


def agreement_line(one) -> dict:
    return {
        "text": f"{one.reference} {one.title}",
        "url": one.get_absolute_url(),
        "tag": one.get_status_display(),
        "tone": markup.tone_of(one.status),
        "by": f"{markup.money(one.amount, one.currency)}, {markup.days(one.starts_on, one.ends_on)}",
    }


def asked_line(one) -> dict:
    return {
        "text": one.title,
        "url": one.get_absolute_url(),
        "tag": one.get_status_display(),
        "tone": markup.tone_of(one.status),
        "by": markup.money(one.amount, one.currency),
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


def moved(user) -> tuple[list[dict], list[dict]]:
    """The newest activities a donor pays for, and in numbers what its money moved. One query."""
    own = Activity.objects.visible_to(user)
    attended = Nomination.objects.filter(
        status=NominationStatus.ATTENDED, event__funded__in=own.values("pk")
    )

    def count(rows: QuerySet, path: str) -> Subquery:
        one = rows.order_by().annotate(counted_all=Value(1)).values("counted_all")
        return Subquery(one.annotate(n=Count(path, distinct=True)).values("n"))

    newest = named(own).annotate(
        all_of_it=count(own, "pk"),
        people=count(attended, "pk"),
        members=count(attended, "administration"),
    )
    rows = list(
        newest.order_by("-pk").values_list("name", "slug", "all_of_it", "people", "members")[:MOST]
    )
    n, people, members = rows[0][2:] if rows else (0, 0, 0)
    where = reverse("donors:activity-list")
    numbers = (
        (n, ngettext("activity paid for", "activities paid for", n)),
        (people or 0, _("people trained")),
        (members or 0, _("administrations reached")),
    )
    return (
        [
            {"text": name, "url": reverse("donors:activity-detail", args=[slug])}
            for name, slug, *_counts in rows
        ],
        [{"number": markup.number(n), "text": text, "url": where} for n, text in numbers],
    )
