"""The scheduled jobs of pillar 3, by noun."""

from programmes.chores import surveys

JOBS = (*surveys.JOBS,)
