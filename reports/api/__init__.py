"""The API of pillar 4: the same rows, rights and actions as its pages."""

from reports.api import circulars, library, newsletters, plans

RESOURCES = {**library.RESOURCES, **circulars.RESOURCES, **newsletters.RESOURCES, **plans.RESOURCES}
