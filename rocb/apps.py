from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RocbConfig(AppConfig):
    """The ground floor: parties, rights, trail, post, deadlines."""

    name = "rocb"
    verbose_name = _("Office")

    def ready(self):
        from rocb.alarms import TROUBLE
        from rocb.chores import JOBS
        from rocb.jobs import jobs
        from rocb.navigation import Entry, menu
        from rocb.outbox import letters
        from rocb.panels import boxes
        from rocb.reminders import DIGEST
        from rocb.search import searchables
        from rocb.sought import SEARCHABLES

        letters.register(DIGEST)
        for job in JOBS:
            jobs.register(job)
        boxes.register(TROUBLE)
        for searchable in SEARCHABLES:
            searchables.register(searchable)
        menu.register(Entry("desk", _("Desk"), "desk", "grid", "rocb.view_desk"))
        menu.register(
            Entry("members", _("Members"), "member-list", "people", "rocb.view_administration")
        )
