"""The API of pillar 3."""

from rest_framework import serializers

from programmes.models import Programme
from rocb.api import Records


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
