"""Training centres and resource persons in the API."""

from rest_framework import serializers

from programmes.models import ResourcePerson, TrainingCentre
from programmes.workflow import RESOURCE
from rocb.api import Records, Steps


class CentreRow(serializers.Serializer):
    """A regional training centre."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    run_by = serializers.CharField(source="run_by.iso2")
    city = serializers.CharField()
    seats = serializers.IntegerField()
    beds = serializers.IntegerField()
    languages = serializers.ListField(child=serializers.CharField())
    since_on = serializers.DateField()
    until_on = serializers.DateField()
    is_verified = serializers.BooleanField()


class TrainingCentres(Records):
    perm = "programmes.view_trainingcentre"
    model = TrainingCentre
    serializer_class = CentreRow
    ordering = ("name__az", "pk")

    def more(self, record):
        courses = record.courses.order_by("title__az").values("id", "title", "days", "languages")
        themes = record.themes.order_by("code").values_list("code", flat=True)
        return {"courses": list(courses), "themes": list(themes)}


class ResourceRow(serializers.Serializer):
    """Somebody asked to speak at an event."""

    id = serializers.IntegerField()
    event = serializers.IntegerField(source="event.id")
    person = serializers.IntegerField(source="person.id")
    subject = serializers.CharField()
    status = serializers.CharField()
    answer_by = serializers.DateField()


class ResourcePersons(Steps, Records):
    perm = "programmes.answer_resource"
    model = ResourcePerson
    serializer_class = ResourceRow
    workflow = RESOURCE
    filterset_fields = ("status", "event")


RESOURCES = {"training-centres": TrainingCentres, "resource-persons": ResourcePersons}
