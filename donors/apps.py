from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DonorsConfig(AppConfig):
    """Pillar 2: partnerships with donors."""

    name = "donors"
    verbose_name = _("Donors")

    def ready(self):
        from donors.api import Donors
        from donors.figures import FIGURES
        from donors.reference import LOADER
        from donors.seeding import SEEDER
        from rocb.api import Resource, resources
        from rocb.figures import figures
        from rocb.navigation import Entry, menu
        from rocb.reference import loaders
        from rocb.seeding import seeders

        for figure in FIGURES:
            figures.register(figure)
        menu.register(
            Entry("donors", _("Donors"), "donors:donor-list", "money", "donors.view_donor")
        )
        resources.register(Resource("donors", Donors))
        loaders.register(LOADER)
        seeders.register(SEEDER)
