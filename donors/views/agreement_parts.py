"""The parts of an agreement's page, in words."""

from django.db.models import Sum
from django.utils.translation import gettext as _

from donors.activity_page import title_of
from donors.models import Allocation, DonorReport
from donors.workflow import ReportStatus
from rocb import markup
from rocb.roles import Role


def places_of(record) -> str:
    """For whom an agreement is, in words; one query."""
    shares = record.shares.select_related("administration")
    parts = [
        f"{one.administration.country_name if one.administration else one.get_region_display()} "
        f"{one.percent.normalize():f}\u00a0%"
        for one in shares
    ]
    return ", ".join(parts) or _("the whole region")


def instalment(one, record, today) -> dict:
    if one.received_on:
        tag = (_("received"), "ok")
    elif one.due_on < today:
        tag = (_("overdue"), "bad")
    else:
        tag = (_("planned"), "neutral")
    return {
        "number": one.number,
        "due": markup.day(one.due_on),
        "amount": markup.money(one.amount, record.currency),
        "received": markup.money(one.received_amount, record.currency)
        if one.received_amount
        else "",
        "received_on": markup.day(one.received_on),
        "condition": one.condition,
        "tag": markup.tag(*tag),
        "pk": one.pk,
        "is_open": one.received_on is None,
    }


def allocations_of(record, user) -> list[dict]:
    """What an agreement gives to which activity, what is spent of it; one query."""
    rows = (
        record.allocations.select_related(
            "activity__event", "activity__mission__administration", "activity__action"
        )
        .annotate(spent=Sum("expenditures__amount"))
        .order_by("on", "pk")
    )
    if user.role == Role.DONOR:
        rows = rows.filter(released_on=None)
    return [
        {
            "pk": one.pk,
            "title": title_of(one.activity),
            "url": one.activity.get_absolute_url(),
            "kind": {"event": _("Event"), "mission": _("Mission"), "action": _("Action")}[
                one.activity.kind
            ],
            "what": one.what,
            "is_money": one.kind == Allocation.Kind.MONEY,
            "amount": markup.money(one.amount, record.currency),
            "spent": markup.money(one.spent, record.currency) if one.spent else "",
            "on": markup.day(one.on),
            "released": markup.day(one.released_on),
            "reason": one.released_reason,
        }
        for one in rows
    ]


def reports_of(record, user, today) -> list[dict]:
    """The reports owed and sent, as this reader sees them; one query."""
    rows = DonorReport.objects.visible_to(user).filter(agreement=record)
    found = []
    for one in rows:
        is_late = one.status == ReportStatus.WRITING and one.due_on < today
        found.append(
            {
                "text": f"{one.get_kind_display()}, {markup.days(one.from_on, one.until_on)}",
                "url": one.get_absolute_url(),
                "by": _("due %s") % markup.day(one.due_on),
                "tag": _("overdue") if is_late else one.get_status_display(),
                "tone": "bad" if is_late else markup.tone_of(one.status),
            }
        )
    return found
