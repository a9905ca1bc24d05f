"""The ground floor: parties, people, reference libraries, trail, post."""

from rocb.models.accounts import Draft, Invitation, User
from rocb.models.base import Record
from rocb.models.errands import Errand
from rocb.models.library import DiagnosticArea, Framework, Measure, Standard, Theme
from rocb.models.parties import (
    Administration,
    AdministrationFact,
    Grouping,
    OfAdministrationQuerySet,
    Office,
    Organisation,
    Region,
)
from rocb.models.people import Person
from rocb.models.post import JobRun, Mail, Reminder, ReminderPause
from rocb.models.privacy import DataRequest
from rocb.models.trail import Attachment, Comment, StatusChange

__all__ = [
    "Administration",
    "AdministrationFact",
    "Attachment",
    "Comment",
    "DataRequest",
    "DiagnosticArea",
    "Draft",
    "Errand",
    "Framework",
    "Grouping",
    "Invitation",
    "JobRun",
    "Mail",
    "Measure",
    "OfAdministrationQuerySet",
    "Office",
    "Organisation",
    "Person",
    "Record",
    "Region",
    "Reminder",
    "ReminderPause",
    "Standard",
    "StatusChange",
    "Theme",
    "User",
]
