"""Pillar 3: programmes, requests, events and who comes to them, evaluation, training centres."""

from programmes.models.centres import Course, TrainingCentre
from programmes.models.events import Event, EventSession
from programmes.models.invitations import Invitation
from programmes.models.nominations import Certificate, Nomination, NominationImport
from programmes.models.programmes import Programme, ProgrammeQuerySet
from programmes.models.questionnaires import OF_EVENT, YEARLY, Beat, Question, Questionnaire
from programmes.models.requests import AssistanceRequest
from programmes.models.resources import ResourcePerson, ResourceProfile
from programmes.models.surveys import Respondent, Response, Survey

__all__ = [
    "OF_EVENT",
    "YEARLY",
    "AssistanceRequest",
    "Beat",
    "Certificate",
    "Course",
    "Event",
    "EventSession",
    "Invitation",
    "Nomination",
    "NominationImport",
    "Programme",
    "ProgrammeQuerySet",
    "Question",
    "Questionnaire",
    "ResourcePerson",
    "ResourceProfile",
    "Respondent",
    "Response",
    "Survey",
    "TrainingCentre",
]
