from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """Pillar 3: technical assistance and training."""

    name = "programmes"
    verbose_name = _("Programmes")

    def ready(self):
        from programmes.api import Programmes
        from programmes.reference import LOADER
        from rocb.api import Resource, resources
        from rocb.navigation import Entry, menu
        from rocb.reference import loaders

        menu.register(
            Entry(
                "programmes",
                _("Programmes"),
                "programmes:programme-list",
                "book",
                "programmes.view_programme",
            )
        )
        resources.register(Resource("programmes", Programmes))
        loaders.register(LOADER)
