"""The API of pillar 1, by noun: the same rows, rights and actions as its pages."""

from missions.api import matrices, missions, plans, recommendations

RESOURCES = {
    **missions.RESOURCES,
    **recommendations.RESOURCES,
    **plans.RESOURCES,
    **matrices.RESOURCES,
}
