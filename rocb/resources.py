"""The API of the ground floor: members, and what is due."""

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.response import Response

from rocb.api import MayUse, Records
from rocb.deadlines import deadlines_of, is_mine
from rocb.models import Administration


class MemberRow(serializers.Serializer):
    """A customs administration."""

    id = serializers.IntegerField()
    iso2 = serializers.CharField()
    iso3 = serializers.CharField()
    country_name = serializers.CharField()
    name = serializers.CharField()
    region = serializers.CharField(source="region.code")
    wco_group = serializers.CharField()
    is_member = serializers.BooleanField()
    time_zone = serializers.CharField()


class Members(Records):
    perm = "rocb.view_administration"
    model = Administration
    serializer_class = MemberRow
    ordering = ("country_name__az",)


class DeadlineRow(serializers.Serializer):
    """Something open, with the days left where its debtor lives."""

    kind = serializers.CharField()
    record = serializers.IntegerField()
    title = serializers.CharField()
    member = serializers.CharField()
    due_on = serializers.DateField()
    days_left = serializers.IntegerField()
    is_mine = serializers.BooleanField()
    url = serializers.CharField()


class Deadlines(viewsets.ViewSet):
    """What is open for the reader, the most urgent first; at most 200."""

    permission_classes = (MayUse,)
    perm = "rocb.view_desk"

    @extend_schema(responses=DeadlineRow(many=True))
    def list(self, request):
        user = request.user
        charge = frozenset(
            user.administrations_in_charge.values_list("pk", flat=True) if user.is_office else ()
        )
        return Response(
            [
                {
                    "kind": one.kind.key,
                    "record": one.object_id,
                    "title": one.title,
                    "member": one.administration,
                    "due_on": one.due_on,
                    "days_left": one.days_left,
                    "is_mine": is_mine(one, user, charge),
                    "url": one.url,
                }
                for one in deadlines_of(user, at=timezone.now())
            ]
        )


RESOURCES = {"members": Members, "deadlines": Deadlines}
