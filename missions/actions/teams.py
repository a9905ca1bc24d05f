"""Places on a team: asked for, answered through a link or the portal, given back."""

from datetime import datetime, timedelta

from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.actions.missions import in_charge, news
from missions.matcher import Candidate, propose
from missions.models import Expert, Mission, TeamMember
from missions.workflow import GATHERING, PLACE, PlaceStatus
from rocb.post import post_to
from rocb.workflow import StepRefused

LINK = "missions.place"
LINK_LASTS = timedelta(days=60)


def token_of(place: TeamMember) -> str:
    """The secret of the link in the mail: for this place, this asking, and nothing else."""
    return signing.dumps({"place": place.pk, "asked": stamp(place)}, salt=LINK)


def link_of(place: TeamMember) -> str:
    return reverse("missions:place-answer", args=[token_of(place)])


def stamp(place: TeamMember) -> str:
    return place.asked_at.isoformat() if place.asked_at else ""


def place_behind(token: str) -> TeamMember | None:
    """The place that a link leads to while it waits for an answer; None for every other link."""
    try:
        found = signing.loads(token, salt=LINK, max_age=LINK_LASTS)
    except signing.BadSignature:
        return None
    place = (
        TeamMember.objects.select_related("mission__administration", "person")
        .filter(pk=found["place"], status=PlaceStatus.ASKED)
        .first()
    )
    return place if place and stamp(place) == found["asked"] else None


def check_gathering(mission: Mission) -> None:
    if mission.status not in GATHERING:
        raise StepRefused(
            _("The team cannot be changed while the mission is “%s”.")
            % mission.get_status_display()
        )


def origin_of(expert: Expert) -> str:
    """Where somebody of the roster comes from, unless said otherwise."""
    return TeamMember.Origin.REGION if expert.administration_id else TeamMember.Origin.SECRETARIAT


@transaction.atomic
def ask(
    mission: Mission, expert: Expert, *, by, role: str, answer_by=None, origin: str = ""
) -> TeamMember:
    """Ask an expert to join, or keep one in reserve (`role` "reserve"); the person gets a mail.

    Raises ValidationError with the reason where a rule stands against it (own administration, another
    mission on those days, a certificate that has expired), StepRefused when the team is fixed.
    """
    mission = Mission.objects.select_for_update(of=("self",)).get(pk=mission.pk)
    if not mission.allows(by, "missions.run_mission"):
        raise PermissionDenied
    check_gathering(mission)
    is_reserve = role == PlaceStatus.RESERVE
    wanted = TeamMember.Role.EXPERT if is_reserve else role
    candidate = candidate_of(mission, expert)
    refuse_hindered(candidate, wanted)
    if wanted == TeamMember.Role.LEADER and not is_reserve:
        refuse_second_leader(mission)
    place = TeamMember.objects.create(
        mission=mission,
        person=expert.person,
        role=wanted,
        origin=origin or origin_of(expert),
        status=PlaceStatus.RESERVE if is_reserve else PlaceStatus.ASKED,
        reasons="; ".join(candidate.reasons)[:1000],
        asked_at=None if is_reserve else timezone.now(),
        answer_by=answer_by,
        created_by=by,
        updated_by=by,
    )
    if not is_reserve:
        post_question(place, by)
    return place


def candidate_of(mission: Mission, expert: Expert) -> Candidate:
    return propose(mission, timezone.localdate(), Expert.objects.filter(pk=expert.pk))[0]


def refuse_hindered(candidate: Candidate, role: str) -> None:
    hindrances = candidate.hindrances(role)
    if hindrances:
        raise ValidationError(
            _("%(name)s cannot be asked: %(reasons)s.")
            % {"name": candidate.expert, "reasons": "; ".join(hindrances)}
        )


def refuse_second_leader(mission: Mission) -> None:
    leader = mission.team.holding().filter(role=TeamMember.Role.LEADER).first()
    if leader:
        raise ValidationError(
            _("%s has the leader's place. Release it before asking somebody else to lead.")
            % leader.person.full_name
        )


def post_question(place: TeamMember, by) -> None:
    """The mail with the link; its text is made at sending, so that no secret is stored."""
    post_to(
        [place.person],
        "place_asked",
        f"place_asked:{place.pk}:{stamp(place)}",
        about=place,
        administration=place.mission.administration,
        by=by,
    )


@transaction.atomic
def ask_reserve(place: TeamMember, *, by, comment: str = "") -> TeamMember:
    """Ask somebody who was kept in reserve; the rules are applied as of today."""
    place = PLACE.take(place, "ask", by=by, comment=comment)
    check_gathering(place.mission)
    # The own reserve is no second place: judged as if it were not there.
    expert = Expert.objects.get(person=place.person_id)
    candidate = candidate_of(place.mission, expert)
    own = _("has a place on this mission already")
    candidate.obstacles = [one for one in candidate.obstacles if one != own]
    refuse_hindered(candidate, place.role)
    place.asked_at = timezone.now()
    place.save(update_fields=["asked_at"])
    post_question(place, by)
    return place


def answered(place: TeamMember, step: str, by, comment: str, at: datetime) -> TeamMember:
    place = PLACE.take(place, step, by=by, comment=comment, by_link=by is None)
    place.answered_at = at
    place.save(update_fields=["answered_at"])
    return place


@transaction.atomic
def accept_place(place: TeamMember, *, by=None, comment: str = "") -> TeamMember:
    """The person joins. `by` is None when a link was followed. The officer is told.

    Raises StepRefused when the mission was cancelled meanwhile, or the person is taken on those days.
    """
    check_gathering(Mission.objects.select_for_update(of=("self",)).get(pk=place.mission_id))
    place = answered(place, "accept", by, comment, timezone.now())
    tell_office(place, "place_accepted", by, comment)
    return place


@transaction.atomic
def decline_place(place: TeamMember, *, by=None, comment: str = "") -> TeamMember:
    """The person does not come: the place is open again, and the officer is led to the matcher."""
    place = answered(place, "decline", by, comment, timezone.now())
    tell_office(place, "place_declined", by, comment)
    return place


@transaction.atomic
def release_place(place: TeamMember, *, by, comment: str = "") -> TeamMember:
    """The office takes a place back; somebody who was asked is told why."""
    was = place.status
    place = PLACE.take(place, "release", by=by, comment=comment)
    check_gathering(place.mission)
    if was != PlaceStatus.RESERVE:
        post_to(
            [place.person],
            "place_released",
            f"place_released:{place.pk}:{place.updated_at.timestamp():.0f}",
            about=place,
            administration=place.mission.administration,
            by=by,
            comment=comment,
            path="",
        )
    return place


def tell_office(place: TeamMember, template: str, by, comment: str) -> None:
    news(
        place.mission,
        in_charge(place.mission),
        template,
        by,
        comment,
        key=f"{template}:{place.pk}:{stamp(place)}",
        place=place.pk,
        path=reverse("missions:mission-team", args=[place.mission_id])
        if template == "place_declined"
        else place.get_absolute_url(),
    )
