from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MissionsConfig(AppConfig):
    """Pillar 1: SAFE Framework and Columbus Programme."""

    name = "missions"
    verbose_name = _("Missions")

    def ready(self):
        from missions import panels
        from missions.api import RESOURCES
        from missions.deadlines import KINDS
        from missions.emails import LETTERS
        from missions.engaged import COMMITMENTS
        from missions.figures import FIGURES
        from missions.personal import HOLDINGS
        from missions.retention import RULES
        from missions.seeding import SEEDER
        from missions.seeding.growth import GROWTHS
        from rocb.api import Resource, resources
        from rocb.deadlines import deadlines
        from rocb.engaged import commitments
        from rocb.figures import figures
        from rocb.growing import growths
        from rocb.navigation import Entry, menu
        from rocb.outbox import letters
        from rocb.personal.holdings import holdings
        from rocb.retention import rules
        from rocb.seeding import seeders

        deadlines.register(*KINDS)
        commitments.register(*COMMITMENTS)
        letters.register(*LETTERS)
        holdings.register(*HOLDINGS)
        rules.register(*RULES)
        figures.register(*FIGURES)
        for entry in (
            Entry("missions", _("Missions"), "missions:home", "flag", "missions.view_mission"),
            Entry("plans", _("Plans"), "missions:plan-list", "check", "missions.view_plan"),
            Entry(
                "matrices", _("Follow-up"), "missions:matrix-list", "grid", "missions.view_matrix"
            ),
        ):
            menu.register(entry)
        resources.register(*(Resource(key, viewset) for key, viewset in RESOURCES.items()))
        panels.register()
        seeders.register(SEEDER)
        growths.register(*GROWTHS)
