"""The office: settings, and the ground floor that every pillar stands on."""

from rocb.celery import app as celery_app

__all__ = ["celery_app"]
