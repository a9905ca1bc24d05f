"""Pillar 1: recommendations, action plans, and the follow-up that keeps them moving."""

from missions.models.choices import Answer, Implementation, Level, Support
from missions.models.cycles import Cycle, Matrix, MatrixVersion, ReturnComment
from missions.models.imports import MatrixUpload, PlanImport
from missions.models.plans import Action, ActionPlan, ExtensionRequest
from missions.models.recommendations import Recommendation
from missions.models.rows import ActionRow, StandardRow

__all__ = [
    "Action",
    "ActionPlan",
    "ActionRow",
    "Answer",
    "Cycle",
    "ExtensionRequest",
    "Implementation",
    "Level",
    "Matrix",
    "MatrixUpload",
    "MatrixVersion",
    "PlanImport",
    "Recommendation",
    "ReturnComment",
    "StandardRow",
    "Support",
]
