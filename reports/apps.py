from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Pillar 4: reports and coordination."""

    name = "reports"
    verbose_name = _("Reports")

    def ready(self):
        from reports import panels
        from reports.annual_files import DRAFT
        from reports.api import RESOURCES
        from reports.figures import FIGURES
        from reports.plan_deadlines import KINDS as PLAN_KINDS
        from reports.sections import Section, sections
        from reports.seeding import SEEDER
        from rocb.api import Resource, resources
        from rocb.deadlines import deadlines
        from rocb.errands import errands
        from rocb.figures import figures
        from rocb.navigation import Entry, menu
        from rocb.seeding import seeders

        errands.register(DRAFT)
        for figure in FIGURES:
            figures.register(figure)
        for kind in PLAN_KINDS:
            deadlines.register(kind)
        menu.register(
            Entry("reports", _("Reports"), "reports:report-list", "file", "reports.view_report")
        )
        for section in (
            Section("library", _("Library"), "reports:report-list", "reports.view_report"),
            Section("figures", _("Figures"), "reports:figures", "reports.view_figures"),
            Section("region", _("Region"), "reports:region", "reports.view_figures"),
            Section("plan", _("Plan"), "reports:plan", "reports.view_strategicplan"),
            Section(
                "annual-report",
                _("Annual report"),
                "reports:annual-list",
                "reports.view_annualreport",
            ),
        ):
            sections.register(section)
        panels.register()
        for key, viewset in RESOURCES.items():
            resources.register(Resource(key, viewset))
        seeders.register(SEEDER)
