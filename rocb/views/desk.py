"""The desk: what is due, what waits for me, what changed since I was here. And the public home."""

from datetime import datetime, timedelta

from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from rocb import markup
from rocb.deadlines import Deadline, deadlines_of, is_mine
from rocb.models import User
from rocb.news import told_since
from rocb.panels import home_panels, outlooks, waiting_for

# A desk shows what is late and what falls due within this time.
HORIZON = timedelta(days=60)
MOST = 40
# What others owe is told by kind; each kind opens into so many of its lines.
MOST_OF_A_KIND = 12
SEEN_EVERY = timedelta(minutes=10)


def desk(request):
    """`/`: the desk of whoever is signed in, the public home for everybody else."""
    if not request.user.is_authenticated:
        return render(
            request, "public_home.html", {"title": _("Welcome"), "panels": public_panels()}
        )
    user, now = request.user, timezone.now()
    found = deadlines_of(user, at=now, until=timezone.localdate(now) + HORIZON)
    charge = members_in_charge(user)
    mine = [one for one in found if is_mine(one, user, charge)]
    calls = [one for one in mine if one.kind.call]
    mine = [one for one in mine if not one.kind.call]
    watched = [one for one in found if not is_mine(one, user, charge)]
    since = last_visit(request, now)
    context = {
        "title": _("Desk"),
        "calls": [{**task_of(one, user), "call": one.kind.call} for one in calls],
        "mine": [task_of(one, user) for one in mine[:MOST]],
        "watched": by_kind(watched, user),
        "mine_more": max(0, len(mine) - MOST),
        "overdue": sum(one.is_overdue for one in [*calls, *mine]),
        "boxes": waiting_for(user),
        "news": changes(user, since),
        "since": markup.moment(since),
        "outlooks": []
        if mine or calls
        else [one.sentence(user) for one in outlooks if may(user, one)],
    }
    return render(request, "desk.html", context)


def members_in_charge(user) -> frozenset[int]:
    """The members that an officer has in charge; asked of an office that has some."""
    if not user.is_office:
        return frozenset()
    return frozenset(user.administrations_in_charge.values_list("pk", flat=True))


def may(user, part) -> bool:
    return not part.perm or user.has_perm(part.perm)


def public_panels() -> list[dict]:
    return [{"template": panel.template, "panel": panel.context()} for panel in home_panels]


def task_of(deadline: Deadline, user, text: str = "") -> dict:
    """A deadline as a line of the task list; `text` where its kind has been named already."""
    tone = "bad" if deadline.is_overdue else "warn" if deadline.is_soon else "neutral"
    parts = [] if user.is_member else [deadline.administration]
    parts.append(markup.weekday(deadline.due_on))
    return {
        "text": text or deadline.title,
        "url": deadline.url_for(user),
        "tag": deadline.left(),
        "tone": tone,
        "by": ", ".join(part for part in parts if part),
    }


def by_kind(found: list[Deadline], user) -> list[dict]:
    """What others owe, a line for each kind: how much, how much of it late, and the most urgent."""
    kinds: dict[str, list[Deadline]] = {}
    for one in found:
        kinds.setdefault(one.kind.key, []).append(one)
    return [
        {
            "label": ones[0].kind.label,
            "count": len(ones),
            "overdue": sum(one.is_overdue for one in ones),
            "tasks": [task_of(one, user, one.what) for one in ones[:MOST_OF_A_KIND]],
            "more": max(0, len(ones) - MOST_OF_A_KIND),
        }
        for ones in kinds.values()
    ]


def last_visit(request, now: datetime) -> datetime:
    """When the reader was here before this session; noted at most every ten minutes."""
    user = request.user
    kept = request.session.get("since")
    if kept is None:
        since = user.last_seen_at or user.created_at
        request.session["since"] = since.isoformat()
    else:
        since = parse_datetime(kept)
    if user.last_seen_at is None or user.last_seen_at < now - SEEN_EVERY:
        User.objects.filter(pk=user.pk).update(last_seen_at=now)
    return since


def changes(user, since: datetime) -> list[dict]:
    """What others did since then, the newest first."""
    return [
        {
            "text": text,
            "url": url,
            "by": f"{who}, {markup.moment(when)}" if who else markup.moment(when),
        }
        for when, text, url, who in told_since(user, since)
    ]
