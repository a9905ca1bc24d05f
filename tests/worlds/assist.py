"""Records behind the addresses of requests, agendas, resource persons and training centres."""

from datetime import timedelta

from django.utils import timezone

from tests.factories.programmes import (
    AssistanceRequestFactory,
    CourseFactory,
    EventFactory,
    EventSessionFactory,
    ResourcePersonFactory,
    ResourceProfileFactory,
)
from tests.factories.rocb import PersonFactory


def furnish(cast: dict) -> dict[str, dict]:
    day = timezone.localdate() + timedelta(days=40)
    event = EventFactory(office=cast["office"], status="announced", starts_on=day, ends_on=day)
    session = EventSessionFactory(event=event, on=day)
    request = AssistanceRequestFactory(administration=cast["member"])
    idea = EventFactory(office=cast["office"])
    speaker = PersonFactory(organisation=cast["office"])
    place = ResourcePersonFactory(event=event, person=speaker)
    profile = ResourceProfileFactory(person=speaker)
    course = CourseFactory(centre__run_by=cast["member"])
    return {
        "programmes:event-centres": {"pk": idea.pk},
        "programmes:event-move": {"pk": event.pk},
        "programmes:event-copy": {"pk": event.pk},
        "programmes:event-ask": {"pk": event.pk},
        "programmes:event-resources": {"pk": event.pk},
        "programmes:outcome-list": {},
        "programmes:resource-place": {"pk": place.pk},
        "programmes:resource-step": {"pk": place.pk, "step": "release"},
        "programmes:resource-answer": {"token": "unknown"},
        "programmes:profile-list": {},
        "programmes:profile-create": {},
        "programmes:profile-": {"pk": profile.pk},
        "programmes:compendium": {},
        "programmes:centre-list": {},
        "programmes:centre-create": {},
        "programmes:centre-": {"pk": course.centre_id},
        "programmes:course-create": {"pk": course.centre_id},
        "programmes:course-": {"pk": course.pk},
        "api:training-centres-": {"pk": course.centre_id},
        "api:resource-persons-": {"pk": place.pk},
        "api:resource-persons-step": {"pk": place.pk, "step": "release"},
        "programmes:request-list": {},
        "programmes:request-create": {},
        "programmes:request-": {"pk": request.pk},
        "programmes:request-step": {"pk": request.pk, "step": "assess"},
        "api:requests-": {"pk": request.pk},
        "api:requests-step": {"pk": request.pk, "step": "assess"},
        "programmes:home": {},
        "programmes:programme-list": {},
        "programmes:programme-create": {},
        "programmes:session-create": {"pk": event.pk},
        "programmes:session-": {"pk": session.pk},
    }
