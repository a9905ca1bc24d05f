"""What the worker does for pillar 4: ids in, one call each."""

from celery import shared_task

from reports.actions import read_version


@shared_task
def read_file(pk: int) -> None:
    """Read the text of one uploaded file; whoever uploaded it sends this after the commit."""
    read_version(pk)
