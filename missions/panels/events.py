"""What stands on the page of an event: the missions that it belongs to, who was certified at it."""

from django.urls import reverse
from django.utils.dateparse import parse_date

from missions.models import Certification, Mission
from rocb import markup
from rocb.panels import Found, RecordPanel, finds


def around_event(user, event) -> list:
    """The missions that an event belongs to, and who was certified at it."""
    missions = Mission.objects.visible_to(user).filter(event=event.pk)
    parts = [
        finds(
            missions,
            "event-missions:mission",
            "administration__country_name",
            "phase",
            "starts_on",
        )
    ]
    if user.has_perm("missions.view_roster"):
        stages = Certification.objects.visible_to(user).filter(event=event.pk)
        person = ("expert__person__given_name", "expert__person__family_name")
        parts.append(finds(stages, "event-missions:award", "expert", *person, "stage"))
    return parts


def event_panel(user, event, found: list[Found]) -> dict:
    missions, awarded = [], []
    for row in sorted(found, key=lambda row: row.id):
        if row.key == "event-missions:mission":
            member, phase, day = row.names
            missions.append(
                {
                    "text": f"{member}, {Mission.Phase(phase).label}",
                    "url": reverse("missions:mission-detail", args=[row.id]),
                    "by": markup.day(parse_date(day) if day else None),
                }
            )
        else:
            expert, given, family, stage = row.names
            awarded.append(
                {
                    "text": f"{given} {family}".strip(),
                    "url": reverse("missions:expert-detail", args=[expert]),
                    "by": Certification.Stage(stage).label,
                }
            )
    may_award = user.has_perm("missions.change_expert") and event.kind == event.Kind.ACCREDITATION
    award = f"{reverse('missions:expert-award')}?event={event.pk}" if may_award else ""
    if not (missions or awarded or award):
        return {}
    return {"missions": missions, "awarded": awarded, "award_url": award}


PANELS = (
    RecordPanel(
        "event-missions",
        "event",
        "missions.view_mission",
        "missions/_event.html",
        event_panel,
        around_event,
    ),
)
