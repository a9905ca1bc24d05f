from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """Pillar 3: technical assistance and training."""

    name = "programmes"
    verbose_name = _("Programmes")

    def ready(self):
        from programmes.api import RESOURCES
        from programmes.figures import FIGURES
        from programmes.panels import SEARCHABLES
        from programmes.reference import LOADER
        from programmes.seeding import SEEDER
        from rocb.api import Resource, resources
        from rocb.figures import figures
        from rocb.navigation import Entry, menu
        from rocb.reference import loaders
        from rocb.search import searchables
        from rocb.seeding import seeders

        for figure in FIGURES:
            figures.register(figure)
        menu.register(
            Entry(
                "programmes",
                _("Programmes"),
                "programmes:programme-list",
                "book",
                "programmes.view_programme",
            )
        )
        menu.register(
            Entry(
                "events", _("Events"), "programmes:event-list", "calendar", "programmes.view_event"
            )
        )
        for key, viewset in RESOURCES.items():
            resources.register(Resource(key, viewset))
        loaders.register(LOADER)
        seeders.register(SEEDER)
        for searchable in SEARCHABLES:
            searchables.register(searchable)
