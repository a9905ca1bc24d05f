"""What is owed in pillar 1, by noun; desk, reminders and calendars read it from here."""

from missions.deadlines import cycles, experts, matrices, missions, plans, reports

KINDS = (
    *matrices.KINDS,
    *plans.KINDS,
    *cycles.KINDS,
    *missions.KINDS,
    *reports.KINDS,
    *experts.KINDS,
)
