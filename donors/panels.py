"""What pillar 2 shows on pages of the others: search, who pays, whether a need is shared."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
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
from rocb.handover import OpenWork, open_work
from rocb.models import StatusChange
from rocb.panels import (
    HomePanel,
    News,
    Panel,
    RecordPanel,
    home_panels,
    member_panels,
    news,
    record_panels,
)
from rocb.roles import Role
from rocb.search import searchables


def payers_of(user, activity_filter: dict) -> list[dict]:
    """Who pays for something, in the reader's own degree of detail; one query.

    The office and the Secretariat read amounts, a donor its own, a member no amounts.
    """
    rows = (
        Allocation.objects.standing()
        .filter(agreement__status__in=IN_THE_BOOKS, **activity_filter)
        .select_related("agreement__donor", "activity")
        .order_by("agreement__donor__name", "pk")
    )
    reads_all = user.has_perm("donors.view_money")
    found: dict[int, dict] = {}
    for row in rows:
        one = found.setdefault(
            row.agreement.donor_id, {"text": row.agreement.donor.name, "parts": [], "url": ""}
        )
        is_own = user.role == Role.DONOR and row.agreement.donor_id == user.organisation_id
        if reads_all or is_own:
            one["url"] = row.activity.get_absolute_url()
            money = markup.money(row.amount, row.agreement.currency)
            one["parts"].append(money if row.kind == Allocation.Kind.MONEY else row.what)
    return [
        {"text": one["text"], "url": one["url"], "by": ", ".join(one["parts"])}
        for one in found.values()
    ]


def money_of(kind: str):
    """The panel for the page of an event, a mission or an action."""

    def context(user, record) -> dict:
        payers = payers_of(user, {f"activity__{kind}": record.pk})
        offers = []
        if user.has_perm("donors.allocate_money") and record.allows(user, "donors.allocate_money"):
            agreements = Agreement.objects.visible_to(user).filter(status__in=RUNNING)
            offers = [
                {
                    "label": f"{one.reference} ({one.donor.acronym or one.donor.name})",
                    "url": f"{reverse('donors:allocation-create', args=[one.pk])}?{kind}={record.pk}",
                }
                for one in agreements.select_related("donor").order_by("-starts_on")[:8]
            ]
            if kind == "action" and not record.is_shared:
                offers = []
        if not payers and not offers:
            return {}
        return {"payers": payers, "offers": offers, "key": kind}

    return context


def consent_of(user, request) -> dict:
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


def of_member(user, administration) -> dict:
    """On a member's page: what donors pay for it, without amounts for the member. Two queries."""
    found = []
    for path in ("activity__mission__administration", "activity__action__plan__administration"):
        rows = (
            Allocation.objects.standing()
            .filter(agreement__status__in=IN_THE_BOOKS, **{path: administration.pk})
            .order_by()
        )
        named_rows = named(rows, "activity__").values_list(
            "name", "agreement__donor__name", "activity__slug"
        )
        found += list(named_rows.distinct())
    reads = user.has_perm("donors.view_activity")
    return {
        "helped": [
            {
                "text": name,
                "by": donor,
                "url": reverse("donors:activity-detail", args=[slug]) if reads else "",
            }
            for name, donor, slug in sorted(found)[:12]
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
                "text": one.content["title"],
                "url": one.activity.get_absolute_url(),
                "by": _("as at %s") % markup.day(one.as_at),
            }
            for one in rows.order_by("-published_at")[:5]
        ],
        "all_url": reverse("donors:activity-list"),
    }


FOLLOWED = ((Agreement, AGREEMENT), (FundingRequest, REQUEST), (DonorReport, REPORT))


def steps_since(user, moment) -> list[tuple]:
    """The steps others took on agreements, requests and reports that this reader sees; few queries."""
    found = []
    for model, flow in FOLLOWED:
        kind = ContentType.objects.get_for_model(model)
        seen = model.objects.visible_to(user)
        rows = list(
            StatusChange.objects.filter(
                content_type=kind, object_id__in=seen.values("pk"), at__gt=moment
            )
            .exclude(by=user)
            .select_related("by__person")
            .order_by("-at")[:8]
        )
        if not rows:
            continue
        ids = {row.object_id for row in rows}
        records = {one.pk: one for one in seen.filter(pk__in=ids)}
        for row in rows:
            record = records[row.object_id]
            label = flow.step(row.step).label if row.step in flow.steps else row.step
            who = row.by.full_name if row.by and user.role != Role.DONOR else ""
            name = record.title if hasattr(record, "title") else str(record)
            found.append((row.at, f"{name}: {label}", record.get_absolute_url(), who))
    return found


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
            RecordPanel(f"{kind}-money", kind, perm, "donors/_payers.html", money_of(kind))
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
    member_panels.register(
        Panel("donors", "rocb.view_administration", "donors/_member.html", of_member)
    )
    home_panels.register(HomePanel("funded-activities", "donors/_published.html", published))
    news.register(News("donor-steps", "donors.view_agreement", steps_since))
    for searchable in SEARCHABLES:
        searchables.register(searchable)
    for work in WORKS:
        open_work.register(work)
