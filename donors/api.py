"""The API of pillar 2."""

from rest_framework import serializers

from donors.models import Donor
from rocb.api import Records


class DonorRow(serializers.Serializer):
    """A donor."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    acronym = serializers.CharField()
    kind = serializers.CharField()
    iso2 = serializers.CharField()
    iati_identifier = serializers.CharField()
    is_identifier_verified = serializers.BooleanField()
    valid_from_on = serializers.DateField()
    valid_until_on = serializers.DateField()


class Donors(Records):
    perm = "donors.view_donor"
    model = Donor
    serializer_class = DonorRow
