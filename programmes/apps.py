from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """Pillar 3: technical assistance and training."""

    name = "programmes"
    verbose_name = _("Programmes")

    def ready(self):
        from programmes import panels
        from programmes.api import RESOURCES
        from programmes.chores import JOBS
        from programmes.deadlines import KINDS
        from programmes.emails import LETTERS
        from programmes.engaged import COMMITMENTS
        from programmes.figures import FIGURES
        from programmes.personal import HOLDINGS
        from programmes.reference import LOADERS
        from programmes.retention import RULES
        from programmes.seeding import SEEDER
        from programmes.seeding.growth import GROWTHS
        from rocb.api import Resource, resources
        from rocb.deadlines import deadlines
        from rocb.engaged import commitments
        from rocb.figures import figures
        from rocb.growing import growths
        from rocb.jobs import jobs
        from rocb.navigation import Entry, menu
        from rocb.outbox import letters
        from rocb.personal.holdings import holdings
        from rocb.reference import loaders
        from rocb.retention import rules
        from rocb.seeding import seeders

        figures.register(*FIGURES)
        deadlines.register(*KINDS)
        commitments.register(*COMMITMENTS)
        letters.register(*LETTERS)
        for entry in (
            Entry(
                "programmes",
                _("Programmes"),
                "programmes:home",
                "book",
                "programmes.view_programme",
            ),
            Entry("calendar", _("Calendar"), "programmes:calendar", "calendar", is_public=True),
            Entry(
                "events", _("Events"), "programmes:event-list", "calendar", "programmes.view_event"
            ),
        ):
            menu.register(entry)
        resources.register(*(Resource(key, viewset) for key, viewset in RESOURCES.items()))
        holdings.register(*HOLDINGS)
        rules.register(*RULES)
        panels.register()
        loaders.register(*LOADERS)
        jobs.register(*JOBS)
        seeders.register(SEEDER)
        growths.register(*GROWTHS)
