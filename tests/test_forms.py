"""What a form does not ask for, nobody can set with it; and what it offers, its reader may see.

Each page with a form is opened by somebody who may, filled in, and sent twice from the same state of the
database: as it is, and with every column of the record beside it. Both must write the same, word by word.
"""

import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models, transaction
from django.db.backends.postgresql.psycopg_any import Jsonb
from django.urls import resolve
from django.utils import timezone

from rocb.reference.kinds import kinds
from rocb.roles import Role
from rocb.views.confirm import ConfirmPage
from rocb.views.house import FormPage
from tests.factories.donors import AgreementFactory, EngagementFactory
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    ExpertFactory,
    MissionFactory,
    RecommendationFactory,
)
from tests.factories.programmes import AssistanceRequestFactory, EventFactory, ResourcePersonFactory
from tests.factories.reports import ObjectiveFactory, StrategicPlanFactory
from tests.factories.rocb import (
    AdministrationFactory,
    OfficeFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)
from tests.test_project import CAST, signed_in, table
from tests.world import address

pytestmark = pytest.mark.django_db

# Who sends a form: the first of these who may open it, the least trusted first.
SENDERS = (
    "donor", "expert", "executive", "contributor", "coordinator", "secretariat",
    "attache", "officer", "head", "administrator",
)  # fmt: skip
# Everybody chooses among these; only who keeps the lists reads their pages.
FOR_ALL = {kind.model for kind in kinds}
# Somebody is lent by, and a member helped by, any administration of the world.
ALL_MEMBERS = {
    "programmes:request-office helpers",
    "office-person-create seconded_from",
    "office-person-edit seconded_from",
}
# What else somebody might try, whatever the record is.
TRIED = (
    "pk", "id", "role", "status", "office", "region", "organisation", "administration", "by", "user",
    "person", "created_by", "updated_by", "is_shared", "is_superuser", "is_active", "revision",
)  # fmt: skip


def strangers():
    """What belongs to another office, and to a member of its region."""
    office = OfficeFactory(region=RegionFactory(code="EU"), name="ROCB Europe")
    member = AdministrationFactory(region=office.region)
    person = PersonFactory(organisation=member)
    UserFactory(role=Role.OFFICER, organisation=office)
    ExpertFactory(person=person, administration=member)
    ActionFactory(plan=ActionPlanFactory(administration=member))
    for made in (MissionFactory, RecommendationFactory, AssistanceRequestFactory):
        made(administration=member)
    ResourcePersonFactory(event=EventFactory(office=office), person=person)
    ObjectiveFactory(plan=StrategicPlanFactory(office=office))
    for made in (EngagementFactory, AgreementFactory):
        made(office=office)


def pages_with_forms(world) -> list[tuple[str, str, type, str]]:
    """(name, address, kind of page, who sends it) of each page that takes more than a yes."""
    found = []
    for name, letters in table().items():
        url = address(name, world)
        view = getattr(resolve(url.partition("?")[0]).func, "view_class", object)
        may = [who for who in SENDERS if letters[CAST.index(who)] == "+"]
        if issubclass(view, FormPage) and not issubclass(view, ConfirmPage) and may:
            found.append((name, url, view, may[0]))
    return found


def sample(field, name: str):
    """Something that may be typed into a field."""
    if isinstance(field, forms.FileField):
        return SimpleUploadedFile("paper.pdf", b"%PDF-1.4 Dear Sir")
    if isinstance(field, forms.ModelChoiceField):
        key = field.queryset.values_list(field.to_field_name or "pk", flat=True).first()
        return [key] if isinstance(field, forms.ModelMultipleChoiceField) else key
    if isinstance(field, forms.ChoiceField):
        flat = forms.ChoiceField(choices=field.choices).widget.optgroups("x", [])
        keys = [one["value"] for _label, ones, _at in flat for one in ones if one["value"]]
        return keys[:1] if isinstance(field, forms.MultipleChoiceField) else (keys or [""])[0]
    if isinstance(field, forms.BooleanField):
        return "on"
    if isinstance(field, forms.DateField):
        if not name:
            return (timezone.localdate() - timedelta(days=1)).isoformat()
        later = any(word in name for word in ("until", "ends", "due", "reply", "respond", "answer"))
        return (timezone.localdate() + timedelta(days=40 if later else 30)).isoformat()
    if isinstance(field, forms.TimeField):
        return "16:00" if "end" in name or "finish" in name else "09:00"
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return str(max(1, field.min_value or 1))
    if isinstance(field, forms.EmailField):
        return "somebody.new@example.org"
    if isinstance(field, forms.URLField):
        return "https://example.org/"
    return "Words"


def typed(form) -> dict:
    """A form as its page showed it, with something in each field that must not be empty."""
    posted = {}
    for name, field in form.fields.items():
        value = form[name].value()
        if value in (None, "", []) and field.required:
            value = sample(field, name) or ""
        if isinstance(value, date | time | datetime):
            value = value.isoformat()
        elif isinstance(value, models.QuerySet | list | tuple):
            value = [str(getattr(one, "pk", one)) for one in value]
        if value not in (None, False):
            posted[form.add_prefix(name)] = "on" if value is True else value
    return posted


def smuggled(view, form) -> dict:
    """Every column of the record that the form does not ask for, with another value."""
    record = getattr(form, "instance", None)
    others = {}
    for model in {view.model, type(record)} - {None, type(None)}:
        for field in model._meta.concrete_fields:
            for name in {field.name, field.attname}:
                others[name] = other_value(field, getattr(record, field.attname, None))
    others |= {name: others.get(name, "1") for name in TRIED}
    return {name: value for name, value in others.items() if name not in form.fields}


def other_value(field, now):
    """A value of this column that is not the one it has."""
    if field.remote_field:
        others = field.remote_field.model._base_manager.exclude(pk=now)
        return str(others.order_by("-pk").values_list("pk", flat=True).first() or 1)
    if field.choices:
        return [str(key) for key, _label in field.flatchoices if key != now][-1]
    if isinstance(field, models.BooleanField):
        return "" if now else "on"
    if isinstance(field, models.DateField):
        return "2001-02-03"
    return "424242" if isinstance(field, models.IntegerField | models.DecimalField) else "smuggled"


# Keys, tokens and the codes of certificates.
BY_LOT = r"[\w-]{30,}|\b[A-Z0-9]{16}\b"


def plainly(value):
    """The values of a statement, JSON opened."""
    if isinstance(value, list | tuple):
        return [plainly(one) for one in value]
    return value.adapted if isinstance(value, Jsonb) else value


@contextmanager
def written():
    """What is written to the database, word by word; undone afterwards.

    Numbers begin where they began the last time, and what is drawn by lot is left out.
    """
    found: list[str] = []

    def look(execute, sql, params, many, context):
        if not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")) or ";" in sql:
            line = re.sub(BY_LOT, "~", f"{sql} {plainly(params)}")
            if "django_session" not in sql:
                found.append(line)
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 7000000)"
                " FROM pg_sequences WHERE schemaname = 'public'"
            )
        with connection.execute_wrapper(look):
            yield found
        transaction.set_rollback(True)


def sent(client, url: str, posted: dict) -> tuple[dict, list[str]]:
    """What the page takes, and what it then writes: what it asks for is filled in once."""
    with written() as found:
        answer = client.post(url, posted)
    if answer.status_code != 422:
        return posted, found
    form = answer.context["form"]
    asked = {name: sample(form.fields[name], "") for name in form.errors if name in form.fields}
    asked = {name: value for name, value in asked.items() if value is not None}
    with written() as found:
        client.post(url, posted | asked)
    return posted | asked, found


def hidden(field, user) -> tuple[set, int | None]:
    """What a field offers though its reader may not see it; and the key of something that is hidden."""
    model = field.queryset.model
    if not hasattr(model.objects, "visible_to") or model in FOR_ALL:
        return set(), None
    offered = set(field.queryset.values_list("pk", flat=True))
    seen = set(model.objects.visible_to(user).values_list("pk", flat=True))
    others = model._base_manager.exclude(pk__in=seen | offered).order_by("-pk")
    return offered - seen, others.values_list("pk", flat=True).first()


@pytest.fixture(scope="module")
def walk(furnished):
    """What came of sending each form: what was written, what it offered, what it was sent in vain."""
    cast, world = furnished
    strangers()
    clients = {who: signed_in(cast[who]) for who in SENDERS}
    with time_machine.travel(timezone.now(), tick=False):
        return [
            send(clients[who], cast[who], name, url, view)
            for name, url, view, who in pages_with_forms(world)
        ]


@dataclass
class Sent:
    """One form: `plain` and `more` are what was written without and with other columns."""

    name: str
    plain: list[str]
    more: list[str]
    offered: dict[str, set]
    others: dict[str, int]
    refused: set[str] | None  # the fields that were; None where the form was taken


def send(client, user, name: str, url: str, view) -> Sent:
    form = client.get(url).context["form"]
    posted, plain = sent(client, url, typed(form))
    with written() as more:
        client.post(url, smuggled(view, form) | posted)
    offered, others, refused = {}, {}, set()
    for key, field in form.fields.items():
        if isinstance(field, forms.ModelChoiceField):
            offered[key], other = hidden(field, user)
            if other:
                several = isinstance(field, forms.ModelMultipleChoiceField)
                others[form.add_prefix(key)] = [other] if several else other
    if others:
        with written() as wrong:
            answer = client.post(url, posted | others)
        refused = None if wrong or answer.status_code != 422 else set(answer.context["form"].errors)
    return Sent(name, plain, more, offered, others, refused)


def test_a_form_sets_nothing_that_it_does_not_ask_for(walk):
    assert {one.name: set(one.more) ^ set(one.plain) for one in walk if one.more != one.plain} == {}
    assert len([one for one in walk if one.plain]) > 100


def test_a_form_offers_nothing_that_its_reader_may_not_see(walk):
    told = {f"{one.name} {key}" for one in walk for key, keys in one.offered.items() if keys}
    assert told == ALL_MEMBERS


def test_a_form_takes_no_record_that_its_reader_may_not_see(walk):
    tried = [one for one in walk if one.others]
    assert [one.name for one in tried if one.refused is None or set(one.others) - one.refused] == []
    assert sum(len(one.others) for one in tried) > 50
