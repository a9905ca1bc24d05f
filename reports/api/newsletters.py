"""The API of newsletters: what was sent, and for the office its drafts and their step."""

from rest_framework import serializers

from reports.models import Newsletter
from reports.workflow.newsletters import NEWSLETTER
from rocb.api import Records, Steps


class NewsletterRow(serializers.Serializer):
    """An issue."""

    id = serializers.IntegerField()
    number = serializers.IntegerField()
    title = serializers.CharField()
    from_on = serializers.DateField()
    until_on = serializers.DateField()
    sent_at = serializers.DateTimeField()
    status = serializers.CharField()


class Newsletters(Steps, Records):
    perm = "reports.view_report"
    model = Newsletter
    serializer_class = NewsletterRow
    workflow = NEWSLETTER
    ordering = ("-number", "pk")

    def get_queryset(self):
        return super().get_queryset().select_related("office")

    def more(self, record) -> dict:
        items = record.items.filter(is_included=True).values("part", "title", "text", "url")
        return {**super().more(record), "intro": record.intro, "items": list(items)}


RESOURCES = {"newsletters": Newsletters}
