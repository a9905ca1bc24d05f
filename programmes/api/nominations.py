"""Invitations, nominees and certificates in the API. What somebody eats or needs is never in it."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from programmes.actions import nominate
from programmes.models import Certificate, Invitation, Nomination
from programmes.workflow import INVITATION, NOMINATION
from rocb.api import Records, Steps
from rocb.models import Person


class InvitationRow(serializers.Serializer):
    """An invitation of one member to one event."""

    id = serializers.IntegerField()
    event = serializers.IntegerField(source="event_id")
    title = serializers.CharField(source="event.title")
    member = serializers.CharField(source="administration.iso2")
    seats = serializers.IntegerField()
    respond_by = serializers.DateField()
    answered_at = serializers.DateTimeField()
    status = serializers.CharField()


class NomineeInput(serializers.Serializer):
    """Somebody of the contact book, put forward."""

    person = serializers.IntegerField()
    rank = serializers.IntegerField(required=False, min_value=1, max_value=999)
    language = serializers.ChoiceField(
        choices=Nomination.English.choices, required=False, allow_blank=True
    )
    has_course = serializers.BooleanField(required=False)
    is_self_funded = serializers.BooleanField(required=False)
    motivation = serializers.CharField(required=False, allow_blank=True, max_length=2000)


class Invitations(Steps, Records):
    perm = "programmes.view_invitation"
    model = Invitation
    serializer_class = InvitationRow
    workflow = INVITATION
    ordering = ("-event__starts_on", "pk")
    filterset_fields = ("status", "event", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("event__office", "administration")

    @extend_schema(request=NomineeInput, responses={201: None})
    @action(detail=True, methods=["post"], perm="programmes.nominate")
    def nominate(self, request, pk=None):
        """Put somebody forward. Sent to the office with the step “answer”."""
        invitation, values = self.asked("programmes.nominate", NomineeInput)
        people = Person.objects.visible_to(request.user)
        person = get_object_or_404(people, pk=values.pop("person"))
        made = nominate(invitation, by=request.user, person=person, **values)
        return Response({"id": made.pk, "rank": made.rank, "status": made.status}, status=201)


class NominationRow(serializers.Serializer):
    """A nominee or participant."""

    id = serializers.IntegerField()
    event = serializers.IntegerField(source="event_id")
    title = serializers.CharField(source="event.title")
    starts_on = serializers.DateField(source="event.starts_on")
    invitation = serializers.IntegerField(source="invitation_id")
    member = serializers.CharField(source="administration.iso2")
    person = serializers.IntegerField(source="person_id")
    given_name = serializers.CharField(source="person.given_name")
    family_name = serializers.CharField(source="person.family_name")
    gender = serializers.CharField(source="person.gender")
    rank = serializers.IntegerField()
    language = serializers.CharField()
    has_course = serializers.BooleanField()
    is_self_funded = serializers.BooleanField()
    days_attended = serializers.IntegerField()
    status = serializers.CharField()


class Nominations(Steps, Records):
    perm = "programmes.view_nomination"
    model = Nomination
    serializer_class = NominationRow
    workflow = NOMINATION
    ordering = ("-event__starts_on", "pk")
    filterset_fields = ("status", "event", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("event__office", "administration", "person")


class CertificateRow(serializers.Serializer):
    """A certificate of participation."""

    id = serializers.IntegerField()
    code = serializers.CharField()
    nomination = serializers.IntegerField(source="nomination_id")
    given_name = serializers.CharField()
    family_name = serializers.CharField()
    event_title = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    issued_on = serializers.DateField()
    withdrawn_on = serializers.DateField()


class Certificates(Records):
    perm = "programmes.view_nomination"
    model = Certificate
    serializer_class = CertificateRow
    ordering = ("-issued_on", "pk")
    filterset_fields = ("nomination__event",)


RESOURCES = {
    "event-invitations": Invitations,
    "nominations": Nominations,
    "certificates": Certificates,
}
