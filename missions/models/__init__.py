"""Pillar 1: experts and missions, recommendations, action plans, and their follow-up."""

from missions.models.actions import Action, ExtensionRequest
from missions.models.choices import Answer, Implementation, Level, Support
from missions.models.cycles import Cycle, Matrix, MatrixVersion, ReturnComment
from missions.models.experts import Absence, Certification, Expert
from missions.models.findings import Finding
from missions.models.imports import MatrixUpload, MissionImport, PlanImport
from missions.models.missions import Mission, TeamMember
from missions.models.plans import ActionPlan
from missions.models.recommendations import Recommendation
from missions.models.report import ReportRemark, ReportVersion
from missions.models.rows import ActionRow, StandardRow
from missions.models.visits import AgendaItem, Assessment

__all__ = [
    "Absence",
    "Action",
    "ActionPlan",
    "ActionRow",
    "AgendaItem",
    "Answer",
    "Assessment",
    "Certification",
    "Cycle",
    "Expert",
    "ExtensionRequest",
    "Finding",
    "Implementation",
    "Level",
    "Matrix",
    "MatrixUpload",
    "MatrixVersion",
    "Mission",
    "MissionImport",
    "PlanImport",
    "Recommendation",
    "ReportRemark",
    "ReportVersion",
    "ReturnComment",
    "StandardRow",
    "Support",
    "TeamMember",
]
