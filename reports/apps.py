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
        from reports.chores import JOBS
        from reports.deadlines import KINDS
        from reports.emails import LETTERS
        from reports.figures import FIGURES
        from reports.newsletter import SOURCES, sources
        from reports.personal import HOLDINGS
        from reports.plan_deadlines import KINDS as PLAN_KINDS
        from reports.retention import RULES
        from reports.sections import Section, sections
        from reports.seeding import SEEDER
        from reports.seeding.growth import GROWTHS
        from rocb.api import Resource, resources
        from rocb.deadlines import deadlines
        from rocb.errands import errands
        from rocb.figures import figures
        from rocb.growing import growths
        from rocb.jobs import jobs
        from rocb.navigation import Entry, menu
        from rocb.outbox import letters
        from rocb.personal.holdings import holdings
        from rocb.retention import rules
        from rocb.seeding import seeders

        menu.register(Entry("reports", _("Reports"), "reports:report-list", "file", is_public=True))
        for section in (
            Section("library", _("Library"), "reports:report-list", is_public=True),
            Section("circulars", _("Circulars"), "reports:circular-list", "reports.view_circular"),
            Section("newsletter", _("Newsletter"), "reports:newsletter-list", is_public=True),
            Section("figures", _("Figures"), "reports:figures", is_public=True),
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
        errands.register(DRAFT)
        figures.register(*FIGURES)
        for kind in (*KINDS, *PLAN_KINDS):
            deadlines.register(kind)
        letters.register(*LETTERS)
        jobs.register(*JOBS)
        sources.register(*SOURCES)
        holdings.register(*HOLDINGS)
        rules.register(*RULES)
        panels.register()
        resources.register(*(Resource(key, viewset) for key, viewset in RESOURCES.items()))
        seeders.register(SEEDER)
        growths.register(*GROWTHS)
