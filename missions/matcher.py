"""Who could go on a mission: everybody on the roster, the fitting first, each with the reasons.

Hard rules keep somebody from being asked at all; everything else only orders the list. The same
rules are applied once more when a person is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import (
    CharField,
    Count,
    DateField,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.models import Certification, Expert, Mission, TeamMember
from missions.workflow import GONE, PlaceStatus
from rocb import markup
from rocb.engaged import engaged
from rocb.languages import names_of

# "Least used" looks back two years from the first day of the mission.
LATELY = timedelta(days=730)
FOREVER = date(9999, 12, 31)


@dataclass
class Candidate:
    """One expert with regard to one mission: what speaks for, and what stands against."""

    expert: Any  # an Expert with the columns of `with_record`
    reasons: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    certificate: str = ""  # the one obstacle that does not keep an observer away
    rank: tuple = ()

    @property
    def fits(self) -> bool:
        """Whether the expert may be asked as leader or expert."""
        return not self.obstacles and not self.certificate

    def hindrances(self, role: str) -> list[str]:
        """What keeps this person from being asked in a role (of TeamMember.Role)."""
        if role == TeamMember.Role.OBSERVER or not self.certificate:
            return self.obstacles
        return [*self.obstacles, self.certificate]


def counted(rows: QuerySet, by: str):
    """How many of `rows` point at the expert, as a column."""
    found = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)


def with_record(experts: QuerySet, mission: Mission, today: date) -> QuerySet:
    """The experts with everything the rules ask about them, in one query."""
    first = mission.starts_on or today
    mine = Certification.objects.filter(expert=OuterRef("pk"), stage__in=Certification.CERTIFIED)
    until = mine.order_by().values("expert")
    places = TeamMember.objects.filter(person=OuterRef("person"))
    gone = places.filter(status=PlaceStatus.ACCEPTED, mission__status__in=GONE)
    return experts.annotate(
        valid_until=Subquery(
            until.filter(awarded_on__lte=first)
            .annotate(u=Max(Coalesce("expires_on", Value(FOREVER))))
            .values("u"),
            output_field=DateField(),
        ),
        lately=counted(gone.filter(mission__starts_on__gte=first - LATELY), "person"),
        led=counted(gone.filter(role=TeamMember.Role.LEADER), "person"),
        place=Subquery(
            places.filter(mission=mission.pk).order_by("-pk").values("status")[:1],
            output_field=CharField(),
        ),
        area_numbers=ArrayAgg("areas__number", filter=Q(areas__isnull=False), distinct=True),
    )


def propose(mission: Mission, today: date, experts: QuerySet | None = None) -> list[Candidate]:
    """Candidates for a mission, those that fit first; five queries whatever the roster's length.

    `experts` narrows whom to look at; all active ones of the roster by default.
    """
    if experts is None:
        experts = Expert.objects.filter(is_active=True)
    rows = with_record(experts.select_related("person", "administration"), mission, today)
    wanted = set(mission.areas.values_list("number", flat=True))
    first = mission.starts_on or today
    people = [expert.person_id for expert in rows]
    taken = engaged(people, first, mission.ends_on or first, apart=mission)
    candidates = [judged(expert, mission, wanted, taken, today) for expert in rows]
    return sorted(candidates, key=lambda one: one.rank)


def judged(
    expert: Any, mission: Mission, wanted: set[int], taken: dict[int, str], today: date
) -> Candidate:
    """One expert against the rules. `wanted` are the numbers of the mission's areas, `taken` says
    who is elsewhere on its days."""
    found = Candidate(expert)
    last = mission.ends_on or mission.starts_on or today
    check_certificate(found, last)
    check_free(found, mission, taken)
    spoken = [code for code in mission.languages if code in expert.languages]
    if spoken:
        found.reasons.append(_("speaks %s") % names_of(spoken))
    elif mission.languages:
        found.obstacles.append(_("speaks none of: %s") % names_of(mission.languages))
    covered = sorted(wanted & set(expert.area_numbers or []))
    if covered:
        found.reasons.append(
            _("knows %(covered)s of %(all)s areas (%(numbers)s)")
            % {
                "covered": len(covered),
                "all": len(wanted),
                "numbers": ", ".join(map(str, covered)),
            }
        )
    if expert.led:
        found.reasons.append(
            ngettext("has led %d mission", "has led %d missions", expert.led) % expert.led
        )
    found.reasons.append(
        ngettext("%d mission in 24 months", "%d missions in 24 months", expert.lately)
        % expert.lately
        if expert.lately
        else _("no mission in 24 months")
    )
    found.rank = (not found.fits, -len(spoken), -len(covered), expert.lately, str(expert))
    return found


def check_certificate(found: Candidate, last: date) -> None:
    until = found.expert.valid_until
    if until is None:
        found.certificate = _("holds no certificate")
    elif until < last:
        found.certificate = _("the certificate expires on %s, before the mission ends") % (
            markup.day(until)
        )
    elif until == FOREVER:
        found.reasons.append(_("certified"))
    else:
        found.reasons.append(_("certified until %s") % markup.day(until))


def check_free(found: Candidate, mission: Mission, taken: dict[int, str]) -> None:
    expert = found.expert
    if expert.administration_id == mission.administration_id:
        found.obstacles.append(_("belongs to the member's own administration"))
    if not expert.is_active:
        found.obstacles.append(_("is not on the active roster"))
    if expert.place in (PlaceStatus.ASKED, PlaceStatus.ACCEPTED, PlaceStatus.RESERVE):
        found.obstacles.append(_("has a place on this mission already"))
    elif expert.place == PlaceStatus.DECLINED:
        found.obstacles.append(_("has declined"))
    if why := taken.get(expert.person_id):
        found.obstacles.append(why)


def suggestion(candidates: Iterable[Candidate], size: int = 3) -> dict[int, str]:
    """A team out of the candidates: expert id -> role or "reserve"; who has led before leads."""
    fitting = [one for one in candidates if one.fits]
    team, rest = fitting[:size], fitting[size:]
    if not team:
        return {}
    leader = max(team, key=lambda one: one.expert.led)
    chosen: dict[int, str] = {
        one.expert.pk: TeamMember.Role.LEADER if one is leader else TeamMember.Role.EXPERT
        for one in team
    }
    if rest:
        chosen[rest[0].expert.pk] = PlaceStatus.RESERVE
    return chosen
