"""Programmes and events in the API."""

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from programmes.actions import copy_event, move_event
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
    languages = serializers.ListField(child=serializers.CharField())
    capacity = serializers.IntegerField()
    centre = serializers.CharField(source="centre.name")
    sponsor = serializers.CharField(source="sponsor.name")
    outcome = serializers.CharField()
    status = serializers.CharField()


class MoveInput(serializers.Serializer):
    """What changes for everybody concerned."""

    starts_on = serializers.DateField(required=False)
    ends_on = serializers.DateField(required=False)
    begins_at = serializers.TimeField(required=False, allow_null=True)
    finishes_at = serializers.TimeField(required=False, allow_null=True)
    place = serializers.CharField(required=False, max_length=160)
    comment = serializers.CharField(required=False, allow_blank=True, max_length=10_000)


class CopyInput(serializers.Serializer):
    """What differs in the copy."""

    title = serializers.CharField(required=False, max_length=300)
    starts_on = serializers.DateField()

    def validate_starts_on(self, day):
        if day < timezone.localdate():
            raise serializers.ValidationError(_("This day has passed."))
        return day


class Events(Steps, Records):
    perm = "programmes.view_event"
    model = Event
    serializer_class = EventRow
    workflow = EVENT
    ordering = ("-starts_on", "pk")
    filterset_fields = ("status", "kind")

    @extend_schema(request=MoveInput, responses={200: None})
    @action(detail=True, methods=["post"])
    def move(self, request, pk=None):
        """New days, hours or place; everybody concerned is told once. What is left out stays."""
        event, asked = self.asked("programmes.run_event", MoveInput)
        values = {name: getattr(event, name) for name in MOVED} | asked
        moved = move_event(event, by=request.user, **values)
        return Response(self.rows(Event.objects.filter(pk=moved.pk))[0])

    @extend_schema(request=CopyInput, responses={201: None})
    @action(detail=True, methods=["post"])
    def copy(self, request, pk=None):
        """The same content on other days, as an idea: nobody is invited yet."""
        event, values = self.asked("programmes.change_event", CopyInput)
        made = copy_event(event, by=request.user, **{"title": event.title, **values})
        return Response(self.rows(Event.objects.filter(pk=made.pk))[0], status=201)


MOVED = ("starts_on", "ends_on", "begins_at", "finishes_at", "place")


RESOURCES = {"programmes": Programmes, "events": Events}
