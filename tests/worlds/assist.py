"""Records behind the addresses of requests, agendas, resource persons and training centres."""

from datetime import timedelta

from django.utils import timezone

from tests.factories.programmes import EventFactory, EventSessionFactory


def furnish(cast: dict) -> dict[str, dict]:
    day = timezone.localdate() + timedelta(days=40)
    event = EventFactory(office=cast["office"], status="announced", starts_on=day, ends_on=day)
    session = EventSessionFactory(event=event, on=day)
    return {
        "programmes:home": {},
        "programmes:programme-list": {},
        "programmes:programme-create": {},
        "programmes:session-create": {"pk": event.pk},
        "programmes:session-": {"pk": session.pk},
    }
