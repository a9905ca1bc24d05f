"""A mission from request to cancelled or closed: the steps that have consequences."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.models import Assessment, Mission
from missions.workflow import MISSION, MissionStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.models import DiagnosticArea, User
from rocb.post import officers_of, post_to, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused


def in_charge(mission: Mission) -> list[User]:
    """The officer of the mission, else the member's own."""
    today = timezone.localdate()
    own = list(User.objects.current(today).filter(pk=mission.officer_id).select_related("person"))
    return own or officers_of(mission.administration)


def news(
    mission: Mission, users, template: str, by, comment: str = "", key: str = "", **context
) -> None:
    """Tell people about a step; `updated_at` moves with each step and makes the key, unless the
    news has one of its own."""
    tell(
        users,
        template,
        key or f"{template}:{mission.pk}:{mission.updated_at.timestamp():.0f}",
        about=mission,
        administration=mission.administration,
        by=by,
        comment=comment,
        **context,
    )


def overlapping(mission: Mission):
    """Other missions to the same member on the same days, as a queryset."""
    if not (mission.starts_on and mission.ends_on):
        return Mission.objects.none()
    return (
        Mission.objects.filter(
            administration=mission.administration_id,
            starts_on__lte=mission.ends_on,
            ends_on__gte=mission.starts_on,
        )
        .exclude(status=MissionStatus.CANCELLED)
        .exclude(pk=mission.pk)
    )


def tell_of_request(mission: Mission, *, by) -> None:
    """A member has asked for a mission: the office is told."""
    news(mission, officers_of(mission.administration), "mission_requested", by)


@transaction.atomic
def accept_mission(mission: Mission, *, by, comment: str = "") -> Mission:
    """The office takes the request on. Whoever accepts it is in charge unless somebody is."""
    mission = MISSION.take(mission, "accept", by=by, comment=comment)
    if mission.officer_id is None and by.is_office:
        mission.officer = by
        mission.save(update_fields=["officer"])
    prepare_areas(mission)
    receivers = users_of(mission.administration, Role.COORDINATOR, Role.EXECUTIVE)
    news(mission, receivers, "mission_accepted", by, comment)
    return mission


@transaction.atomic
def select_team(mission: Mission, *, by, comment: str = "") -> Mission:
    """The team is complete. Raises StepRefused without dates, without a leader who has accepted,
    or while somebody has not answered."""
    mission = MISSION.take(mission, "select-team", by=by, comment=comment)
    if not (mission.starts_on and mission.ends_on):
        raise StepRefused(_("Give the first and the last day first: certificates depend on them."))
    places = mission.team.aggregate_places()
    if places["asked"]:
        raise StepRefused(
            ngettext(
                "%d person has not answered yet. Wait for the answer, or release the place.",
                "%d people have not answered yet. Wait for their answers, or release the places.",
                places["asked"],
            )
            % places["asked"]
        )
    if not places["leaders"]:
        raise StepRefused(
            _("The team has no leader who has accepted. Ask somebody to lead it first.")
        )
    return mission


@transaction.atomic
def agree_terms(mission: Mission, *, by, comment: str = "") -> Mission:
    """Member and office agree on the terms of reference, which must have been written."""
    mission = MISSION.take(mission, "agree-terms", by=by, comment=comment)
    if not mission.terms.strip():
        raise StepRefused(_("There are no terms of reference yet. Write them first."))
    team = [place.person for place in mission.team.accepted().select_related("person")]
    receivers = users_of(mission.administration, Role.COORDINATOR) + in_charge(mission)
    news(mission, receivers, "mission_agreed", by, comment)
    post_to(
        [person for person in team if not person.has_signin()],
        "mission_agreed",
        f"mission_agreed:{mission.pk}",
        about=mission,
        administration=mission.administration,
        by=by,
        path="",
    )
    return mission


@transaction.atomic
def arrive(mission: Mission, *, by, comment: str = "") -> Mission:
    """The visit begins, on its first day at the earliest (where the member lives)."""
    mission = MISSION.take(mission, "arrive", by=by, comment=comment)
    today = local_today(timezone.now(), mission.administration.time_zone)
    if mission.starts_on is None or mission.starts_on > today + timedelta(days=1):
        raise StepRefused(
            _("The visit begins on %s. Change the dates if that is not so any more.")
            % markup.day(mission.starts_on, "–")
        )
    return mission


@transaction.atomic
def cancel_mission(mission: Mission, *, by, comment: str = "") -> Mission:
    """Nothing comes of it. The member and everybody asked are told why; reserves are not."""
    mission = MISSION.take(mission, "cancel", by=by, comment=comment)
    receivers = users_of(mission.administration, Role.COORDINATOR, Role.EXECUTIVE)
    news(mission, receivers, "mission_cancelled", by, comment)
    held = mission.team.holding().select_related("person")
    post_to(
        [place.person for place in held],
        "mission_cancelled",
        f"mission_cancelled:{mission.pk}",
        about=mission,
        administration=mission.administration,
        by=by,
        comment=comment,
        path="",
    )
    return mission


@transaction.atomic
def send_assessment(mission: Mission, *, by) -> Mission:
    """The member's self-assessment is complete; the officer is told. Needs a level in every area.

    Raises ValidationError naming the areas that have none.
    """
    mission = Mission.objects.select_for_update(of=("self",)).get(pk=mission.pk)
    rows = mission.assessments.select_related("area")
    missing = [str(row.area) for row in rows if row.level is None]
    if missing or not rows:
        raise ValidationError(
            _("These areas have no level yet: %s.") % (", ".join(missing) or _("all"))
        )
    mission.assessed_at, mission.updated_by = timezone.now(), by
    mission.save(update_fields=["assessed_at", "updated_by", "updated_at"])
    news(mission, in_charge(mission), "mission_assessed", by)
    return mission


def prepare_areas(mission: Mission) -> None:
    """One row of the assessment for each of the mission's areas; all seven where none is named."""
    areas = list(mission.areas.all()) or list(DiagnosticArea.objects.in_use())
    Assessment.objects.bulk_create(
        [Assessment(mission=mission, area=area) for area in areas], ignore_conflicts=True
    )
