"""What pillar 3 shows on pages of the ground floor: desk, member page, search. By noun."""

from programmes.panels import events, news, nominations, requests, resources, surveys


def register() -> None:
    """Put all of it into the registries; called once by apps.py."""
    requests.register()
    events.register()
    resources.register()
    nominations.register()
    surveys.register()
    news.register()
