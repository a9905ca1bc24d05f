"""The API of pillar 4: the same rows, rights and actions as its pages."""

from reports.api import plans
from reports.api.library import Reports

RESOURCES = {"reports": Reports, **plans.RESOURCES}
