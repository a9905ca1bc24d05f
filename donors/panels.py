"""What pillar 2 shows on pages of the others: search, who pays, whether a need is shared."""

from decimal import Decimal

from django.db.models import TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.models import (
    Activity,
    Agreement,
    Allocation,
    DonorReport,
    Engagement,
    FundingRequest,
    Need,
    Snapshot,
)
from donors.names import named
from donors.sought import SEARCHABLES
from donors.workflow import AGREEMENT, IN_THE_BOOKS, REPORT, REQUEST, RUNNING, SnapshotStatus
from programmes.workflow import OPEN_REQUESTS
from rocb import markup
from rocb.frozen import as_read
from rocb.handover import OpenWork, open_work
from rocb.models.alphabet import az
from rocb.news import Followed, news, news_of_steps
from rocb.panels import (
    Found,
    HomePanel,
    RecordPanel,
    finds,
    home_panels,
    record_panels,
)
from rocb.roles import Role
from rocb.search import searchables

PAYS = "donors.allocate_money"


def money_of(kind: str):
    """Who pays for an event, a mission or an action, and the agreements that could; as rows."""
    key = f"{kind}-money"

    def rows(user, record) -> list:
        standing = Allocation.objects.standing().filter(
            agreement__status__in=IN_THE_BOOKS, **{f"activity__{kind}": record.pk}
        )
        columns = ("agreement__donor", "agreement__donor__name", "activity__slug", "kind", "what")
        money = (Cast("amount", TextField()), "agreement__currency")
        parts = [finds(standing, f"{key}:payer", *columns, *money)]
        if user.has_perm(PAYS):
            running = Agreement.objects.visible_to(user).filter(status__in=RUNNING)
            named = ("starts_on", "reference", "donor__acronym", "donor__name")
            parts.append(finds(running.order_by("-starts_on"), f"{key}:offer", *named)[:8])
        return parts

    def context(user, record, found: list[Found]) -> dict:
        may_pay = (kind != "action" or record.is_shared) and record.allows(user, PAYS)
        payers = payers_of(user, [row for row in found if row.key == f"{key}:payer"])
        offers = [
            {
                "label": f"{reference} ({acronym or name})",
                "url": f"{reverse('donors:allocation-create', args=[pk])}?{kind}={record.pk}",
            }
            for _key, pk, (_day, reference, acronym, name) in sorted(
                (row for row in found if may_pay and row.key == f"{key}:offer"),
                key=lambda row: row.names[0] or "",
                reverse=True,
            )
        ]
        return {"payers": payers, "offers": offers, "key": kind} if payers or offers else {}

    return context, rows


def payers_of(user, found: list[Found]) -> list[dict]:
    """Who pays for something, in the reader's own degree of detail.

    The office and the Secretariat read amounts, a donor its own, a member no amounts.
    """
    reads_all = user.has_perm("donors.view_money")
    payers: dict[int, dict] = {}
    for row in sorted(found, key=lambda row: (row.names[1], row.id)):
        donor, name, slug, kind, what, amount, currency = row.names
        one = payers.setdefault(donor, {"text": name, "parts": [], "url": ""})
        if reads_all or (user.role == Role.DONOR and donor == user.organisation_id):
            one["url"] = reverse("donors:activity-detail", args=[slug])
            is_money = kind == Allocation.Kind.MONEY
            one["parts"].append(markup.money(Decimal(amount), currency) if is_money else what)
    return [
        {"text": one["text"], "url": one["url"], "by": ", ".join(one["parts"])}
        for one in payers.values()
    ]


def consent_of(user, request, _found) -> dict:
    """On the page of a request for assistance: whether donors read it, and the way to change that."""
    need = Need.objects.filter(request=request.pk).first()
    is_shared = need is not None and need.is_shared
    is_covered = need is not None and need.is_covered
    on_board = is_shared and not is_covered and request.status in OPEN_REQUESTS
    may_share = user.is_member and request.allows(user, "donors.share_request")
    asked = FundingRequest.objects.visible_to(user).filter(for_requests=request.pk)
    return {
        "is_shared": is_shared,
        "is_covered": is_covered,
        "since": markup.day(need.shared_at) if need is not None and is_shared else "",
        "share_url": reverse("donors:need-share", args=[request.pk]) if may_share else "",
        "edit_url": reverse("donors:need-edit", args=[request.pk])
        if request.allows(user, "donors.change_need")
        else "",
        "need_url": reverse("donors:need-request", args=[request.pk])
        if on_board and user.has_perm("donors.view_need")
        else "",
        "asked": [
            {
                "text": one.title,
                "url": one.get_absolute_url(),
                "by": one.donor.name,
                "tag": one.get_status_display(),
                "tone": markup.tone_of(one.status),
            }
            for one in asked.select_related("donor").order_by("-pk")
        ]
        if user.has_perm("donors.view_fundingrequest")
        else [],
    }


def help_to(_user, member) -> list:
    """What donors pay for a member."""
    ways = ("mission__administration", "action__plan__administration")
    parts = []
    for way in ways:
        rows = Allocation.objects.standing().filter(
            agreement__status__in=IN_THE_BOOKS, **{f"activity__{way}": member.pk}
        )
        told = ("name", "agreement__donor__name", "activity__slug")
        parts.append(
            finds(named(rows.order_by(), "activity__"), "donors", *told, pk="activity").distinct()
        )
    return parts


def helped(user, _member, found: list[Found]) -> dict:
    """Without amounts: a member reads none."""
    reads = user.has_perm("donors.view_activity")
    return {
        "helped": [
            {
                "text": name,
                "by": donor,
                "url": reverse("donors:activity-detail", args=[slug]) if reads else "",
            }
            for name, donor, slug in sorted(
                (row.names for row in found), key=lambda names: [az(one) for one in names]
            )[:12]
        ]
    }


def published() -> dict:
    """On the public home: the newest published pages; one query."""
    rows = Snapshot.objects.filter(
        status=SnapshotStatus.PUBLISHED, activity__in=Activity.objects.published()
    ).select_related("activity")
    return {
        "activities": [
            {
                "text": as_read(one.content)["title"],
                "url": one.activity.get_absolute_url(),
                "by": _("as at %s") % markup.day(one.as_at),
            }
            for one in rows.order_by("-published_at")[:5]
        ],
        "all_url": reverse("donors:activity-list"),
    }


def report_called(names: list) -> str:
    kind, until_on = names
    return f"{DonorReport.Kind(kind).label} {markup.day(parse_date(until_on))}"


STEPS = news_of_steps(
    "donor-steps",
    "donors.view_agreement",
    Followed(Agreement, AGREEMENT, ("reference", "title"), "donors:agreement-detail", " ".join),
    Followed(FundingRequest, REQUEST, ("title",), "donors:request-detail"),
    Followed(DonorReport, REPORT, ("kind", "until_on"), "donors:report-detail", report_called),
)


WORKS = (
    OpenWork(
        "agreements",
        gettext_lazy("agreements"),
        lambda user: Agreement.objects.filter(officer=user).exclude(
            status__in=["closed", "terminated"]
        ),
        "officer",
    ),
    OpenWork(
        "funding-requests",
        gettext_lazy("requests for money"),
        lambda user: FundingRequest.objects.filter(
            officer=user, status__in=["drafting", "sent", "in_discussion"]
        ),
        "officer",
    ),
    OpenWork(
        "next-steps",
        gettext_lazy("next steps with donors"),
        lambda user: Engagement.objects.with_next_step().filter(next_step_by=user),
        "next_step_by",
    ),
)


def register() -> None:
    """Put all of it into the registries; called once by apps.py."""
    for kind, perm in (
        ("event", "programmes.view_event"),
        ("mission", "missions.view_mission"),
        ("action", "missions.view_action"),
    ):
        record_panels.register(
            RecordPanel(f"{kind}-money", kind, perm, "donors/_payers.html", *money_of(kind))
        )
    record_panels.register(
        RecordPanel(
            "request-consent",
            "request",
            "programmes.view_assistancerequest",
            "donors/_consent.html",
            consent_of,
        )
    )
    record_panels.register(
        RecordPanel(
            "donors",
            "member",
            "rocb.view_administration",
            "donors/_member.html",
            helped,
            help_to,
        )
    )
    home_panels.register(HomePanel("funded-activities", "donors/_published.html", published))
    news.register(STEPS)
    searchables.register(*SEARCHABLES)
    open_work.register(*WORKS)
