from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RocbConfig(AppConfig):
    """The ground floor: parties, rights, trail, post, deadlines."""

    name = "rocb"
    verbose_name = _("Office")

    def ready(self):
        from django.db.models.signals import post_migrate

        from rocb.alarms import TROUBLE
        from rocb.api import Resource, resources
        from rocb.chores import JOBS
        from rocb.emails import LETTERS
        from rocb.errands import errands
        from rocb.exports import LIST_FILE
        from rocb.figures import figures
        from rocb.growing import POST, growths
        from rocb.handover import ADMINISTRATIONS, open_work
        from rocb.jobs import jobs
        from rocb.navigation import Entry, menu
        from rocb.office_figures import FIGURES
        from rocb.outbox import letters
        from rocb.panels import boxes
        from rocb.personal.holdings import HOLDINGS, holdings
        from rocb.prepared import PREPARED
        from rocb.reference import loaders
        from rocb.reference.facts import LOADERS
        from rocb.reference.kinds import KINDS, kinds
        from rocb.reminders import DIGEST
        from rocb.resources import RESOURCES
        from rocb.retention import RULES, rules
        from rocb.search import searchables
        from rocb.seeding import PEOPLE, seeders
        from rocb.sought import SEARCHABLES
        from rocb.standing import forget

        post_migrate.connect(forget)
        for letter in (DIGEST, *LETTERS):
            letters.register(letter)
        figures.register(*FIGURES)
        open_work.register(ADMINISTRATIONS)
        jobs.register(*JOBS)
        holdings.register(*HOLDINGS)
        rules.register(*RULES)
        boxes.register(TROUBLE)
        boxes.register(PREPARED)
        errands.register(LIST_FILE)
        seeders.register(PEOPLE)
        growths.register(POST)
        loaders.register(*LOADERS)
        kinds.register(*KINDS)
        resources.register(*(Resource(key, viewset) for key, viewset in RESOURCES.items()))
        searchables.register(*SEARCHABLES)
        menu.register(Entry("desk", _("Desk"), "desk", "grid", "rocb.view_desk"))
        menu.register(
            Entry("members", _("Members"), "member-list", "people", "rocb.view_administration")
        )
        menu.register(Entry("office", _("Office"), "office", "gear", "rocb.view_person"))
