"""What pillar 4 shows on pages of others; called once by apps.py."""

from reports.panels import circulars, library, office, plans


def register() -> None:
    """Put all of it into the registries."""
    library.register()
    circulars.register()
    plans.register()
    office.register()
