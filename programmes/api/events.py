"""Programmes and events in the API."""

from rest_framework import serializers

from programmes.models import Event, Programme
from programmes.workflow import EVENT
from rocb.api import Records, Steps


class ProgrammeRow(serializers.Serializer):
    """A programme."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    acronym = serializers.CharField()
    sponsor = serializers.CharField(source="sponsor.name")
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()


class Programmes(Records):
    perm = "programmes.view_programme"
    model = Programme
    serializer_class = ProgrammeRow


class EventRow(serializers.Serializer):
    """An event."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    kind = serializers.CharField()
    scope = serializers.CharField()
    programme = serializers.CharField(source="programme.name")
    host = serializers.CharField(source="host.name")
    place = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    time_zone = serializers.CharField()
    status = serializers.CharField()


class Events(Steps, Records):
    perm = "programmes.view_event"
    model = Event
    serializer_class = EventRow
    workflow = EVENT
    ordering = ("-starts_on", "pk")
    filterset_fields = ("status", "kind")


RESOURCES = {"programmes": Programmes, "events": Events}
