"""A funded activity in words, for its page: live, frozen or published."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donors.activity_chain import Content
from donors.activity_page import status_label
from donors.documents import (
    action_line,
    activity_facts,
    amounts,
    hidden_line,
    people_line,
)
from donors.models import Activity, Snapshot
from donors.workflow import SnapshotStatus
from rocb import markup
from rocb.roles import Role


def sees_live(user) -> bool:
    """Whether somebody reads funded activities as they are, and not only what is published."""
    return user.is_authenticated and user.has_perm("donors.view_activity")


def shown(content: Content, user=None) -> dict:
    """The content of a page in words, for templates/donors/_activity.html."""
    sees = sees_live(user) if user is not None else False
    evaluation = content["evaluation"]
    people = content["people"]
    return {
        "facts": activity_facts(content),
        "purpose": content["purpose"],
        "outcome": content["outcome"],
        "asked": content["asked"],
        "payers": [
            {
                "donor": one["donor"],
                "amounts": amounts(one["amounts"]),
                "spent": amounts(one["spent"]),
                "in_kind": "; ".join(one["in_kind"]),
                "agreements": [
                    (a["reference"], reverse("donors:agreement-detail", args=[a["pk"]]))
                    for a in one["agreements"]
                ]
                if sees
                else [],
            }
            for one in content["payers"]
        ],
        "tells_money": any(o["amounts"] or o["in_kind"] for o in content["payers"]),
        "people": people_line(people) if people["total"] else "",
        "administrations": [{"label": name, "value": n} for name, n in people["administrations"]],
        "answers": evaluation.get("answers"),
        "questions": evaluation.get("questions", []),
        "actions": [{**one, "line": action_line(one)} for one in content["actions"]],
        "hidden": hidden_line(content["hidden"]),
        "documents": [
            (one["name"], reverse("file", args=[one["file"]]), one["size"])
            for one in content["documents"]
        ],
        "office": content["office"],
        "city": content["city"],
        "website": content["website"],
    }


def chain_of(content: Content) -> list[tuple]:
    """The chain read backwards: money, activity, people and actions, reported, verified."""
    actions, hidden = content["actions"], content["hidden"]
    people = content["people"]["total"]
    moved = len(actions) + hidden["total"]
    told = []
    if people:
        told.append((ngettext("%d person trained", "%d people trained", people) % people, ""))
    if moved:
        told.append((ngettext("%d action", "%d actions", moved) % moved, ""))
    reported = sorted({one["reported"][0] for one in actions if one["reported"]})[-1:]
    verified = sum(bool(one["verified"]) for one in actions) + hidden["verified"]
    return [
        (_("Money"), [(one["donor"], "") for one in content["payers"]], False),
        (_("Activity"), [(status_label(content["kind"], content["status"]), "")], True),
        (_("People and actions"), told, False),
        (_("Reported"), [(cycle, "") for cycle in reported], False),
        (
            _("Verified"),
            [(ngettext("%d action", "%d actions", verified) % verified, "")] if verified else [],
            False,
        ),
    ]


def reading(user) -> int | None:
    """Whose money is shown with amounts: the reader's own, or everybody's for the office."""
    return user.organisation_id if user.role == Role.DONOR else None


def published_of(slug: str) -> Snapshot | None:
    """What everybody may read under an address: the published state, if its member still agrees."""
    rows = Snapshot.objects.filter(status=SnapshotStatus.PUBLISHED)
    rows = rows.filter(activity__in=Activity.objects.published(), activity__slug=slug)
    return rows.select_related("activity").first()


def snapshots_of(activity, user) -> list[dict]:
    """The frozen states that staff may look at; one query."""
    return [
        {
            "text": _("As at %s") % markup.day(one.as_at),
            "url": one.get_absolute_url(),
            "tag": one.get_status_display(),
            "tone": markup.tone_of(one.status),
        }
        for one in Snapshot.objects.visible_to(user).filter(activity=activity)[:6]
    ]
