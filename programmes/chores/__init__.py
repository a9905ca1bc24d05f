"""The scheduled jobs of pillar 3, by noun."""

from programmes.chores import nominations, surveys

JOBS = (*nominations.JOBS, *surveys.JOBS)
