"""What becomes of the content of a funded activity once it is frozen."""

import hashlib
import json

from django.db.models import Q

from donors.activity_chain import Content
from donors.models import Activity, Need
from missions.models import Action, TeamMember
from missions.models.choices import FINISHED
from missions.workflow import PlaceStatus
from rocb.models import Person


def digest_of(content: Content) -> str:
    """The hash that a frozen content is known by."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def without_amounts(content: Content) -> Content:
    """The same with no money in it but who pays."""
    bare = [{**one, "amounts": [], "spent": [], "agreements": []} for one in content["payers"]]
    return {**content, "payers": bare}


def still_shared(content: Content) -> Content:
    """A frozen content without what its members have stopped sharing since. Two queries at most."""
    actions = {one["action"] for one in content["actions"]}
    requests = {one["request"] for one in content["asked"]}
    shared = set(
        Action.objects.filter(pk__in=actions, is_shared=True).values_list("pk", flat=True)
        if actions
        else ()
    )
    wanted = set(
        Need.objects.filter(request__in=requests, is_shared=True).values_list("request", flat=True)
        if requests
        else ()
    )
    gone = [one for one in content["actions"] if one["action"] not in shared]
    hidden = content["hidden"]
    return {
        **content,
        "asked": [one for one in content["asked"] if one["request"] in wanted],
        "actions": [one for one in content["actions"] if one["action"] in shared],
        "hidden": {
            "total": hidden["total"] + len(gone),
            "finished": hidden["finished"] + sum(one["status"] in FINISHED for one in gone),
            "verified": hidden["verified"] + sum(bool(one["verified"]) for one in gone),
        },
    }


def named_people(activity: Activity, content: Content) -> list[str]:
    """Persons of the activity whose names stand in its texts: none may. Two queries at most."""
    people = Person.objects.none()
    if activity.event_id:
        people = Person.objects.filter(
            Q(nominations__event=activity.event_id) | Q(resource_places__event=activity.event_id)
        )
    elif activity.mission_id:
        on_team = TeamMember.objects.filter(mission=activity.mission_id).exclude(
            status=PlaceStatus.DECLINED
        )
        people = Person.objects.filter(pk__in=on_team.values("person"))
    text = " ".join(
        [content["title"], content["purpose"], content["implementer"], content["outcome"]]
        + [f"{one['title']} {one['reason']}" for one in content["asked"]]
        + [f"{one['title']} {one['result']}" for one in content["actions"]]
        + [what for one in content["payers"] for what in one["in_kind"]]
    ).casefold()
    names = {one.full_name for one in people.exclude(given_name="").distinct()}
    return sorted(name for name in names if name.casefold() in text)
