"""What the pages of the ground floor need behind them."""

from django.core.files.base import ContentFile

from tests.factories.rocb import ErrandFactory


def furnish(cast) -> dict[str, dict]:
    """A long list that is ready for the officer."""
    errand = ErrandFactory(asked_by=cast["officer"], status="done", file_name="list.csv", size=2)
    errand.file.save(f"errands/{errand.pk}", ContentFile(b"a\n"))
    return {"my-errand": {"pk": errand.pk}, "my-errands": {}}
