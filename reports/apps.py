from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Pillar 4: reports and coordination."""

    name = "reports"
    verbose_name = _("Reports")

    def ready(self):
        from reports.api import Reports
        from reports.figures import FIGURES
        from reports.panels import FOUND, LATEST, RELATED
        from reports.seeding import SEEDER
        from rocb.api import Resource, resources
        from rocb.figures import figures
        from rocb.navigation import Entry, menu
        from rocb.panels import home_panels, record_panels
        from rocb.search import searchables
        from rocb.seeding import seeders

        for figure in FIGURES:
            figures.register(figure)
        home_panels.register(LATEST)
        record_panels.register(RELATED)
        searchables.register(FOUND)
        menu.register(
            Entry("reports", _("Reports"), "reports:report-list", "file", "reports.view_report")
        )
        resources.register(Resource("reports", Reports))
        seeders.register(SEEDER)
