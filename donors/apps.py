from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DonorsConfig(AppConfig):
    """Pillar 2: partnerships with donors."""

    name = "donors"
    verbose_name = _("Donors")

    def ready(self):
        from donors import panels
        from donors.api import RESOURCES
        from donors.deadlines import KINDS
        from donors.emails import LETTERS
        from donors.figures import FIGURES
        from donors.personal import HOLDINGS
        from donors.reference import LOADER
        from donors.seeding import SEEDER
        from rocb.api import Resource, resources
        from rocb.deadlines import deadlines
        from rocb.figures import figures
        from rocb.navigation import Entry, menu
        from rocb.outbox import letters
        from rocb.personal.holdings import holdings
        from rocb.reference import loaders
        from rocb.seeding import seeders

        figures.register(*FIGURES)
        deadlines.register(*KINDS)
        letters.register(*LETTERS)
        menu.register(Entry("donors", _("Partners"), "donors:home", "money", "donors.view_donor"))
        resources.register(*(Resource(key, viewset) for key, viewset in RESOURCES.items()))
        holdings.register(*HOLDINGS)
        loaders.register(LOADER)
        seeders.register(SEEDER)
        panels.register()
