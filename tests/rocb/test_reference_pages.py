"""Reference records are worded anew, added and ended in the portal; what was sent keeps its words."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from missions import actions
from programmes.forms.events import EventForm
from programmes.models import Event
from rocb.kept import kept
from rocb.models import DiagnosticArea, Framework, Grouping, Region, Standard, Theme
from rocb.reference.kinds import kinds
from rocb.reference.uses import uses_of
from tests.factories.programmes import EventFactory
from tests.factories.rocb import FrameworkFactory, StandardFactory
from tests.rocb.test_reference import load

pytestmark = pytest.mark.django_db


def url(name: str, *args) -> str:
    return reverse(f"reference-{name}", args=args)


def fields_of(client, address: str) -> dict:
    """What the form of a page holds, as a browser would send it back."""
    form = client.get(address).context["form"]
    values = {name: form[name].value() for name in form.fields if not form.fields[name].disabled}
    return {name: value for name, value in values.items() if value not in (None, False, "")}


def change(client, record, **values):
    address = url("edit", record._meta.model_name, record.pk)
    return client.post(address, {**fields_of(client, address), **values})


@pytest.fixture
def reader(client, head):
    client.force_login(head)
    return client


@pytest.fixture
def theme():
    return Theme.objects.create(code="origin", name_en="Rules of origin")


def test_the_lists_lead_to_every_entry(reader):
    load()
    html = reader.get(reverse("reference")).content.decode()
    for kind in kinds:
        assert url("list", kind.key) in html
        with CaptureQueriesContext(
            connection,
        ) as queries:
            rows = reader.get(url("list", kind.key)).content.decode()
        assert len(queries) <= 6
        record = kind.model.objects.order_by(*kind.ordering).first()
        assert record.get_absolute_url() in rows
        with CaptureQueriesContext(connection) as queries:
            assert str(record) in reader.get(record.get_absolute_url()).content.decode()
        assert len(queries) <= 8


def test_a_new_name_is_read_at_once_in_both_languages(reader, head, theme):
    event = EventFactory(office=head.person.organisation.office)
    event.themes.add(theme)
    answer = change(reader, theme, name_en="Origin", name_fr="Origine")
    assert answer.headers["Location"] == theme.get_absolute_url()
    for language, name in (("en", "Origin"), ("fr", "Origine")):
        reader.cookies["django_language"] = language
        assert name in [word.strip() for word in choices(reader, event)]
    reader.cookies["django_language"] = "en"
    past = reader.get(theme.get_absolute_url()).context["timeline"]
    assert {(entry["who"], entry["text"]) for entry in past} == {
        (head.full_name, "name: from “Rules of origin” to “Origin”"),
        (head.full_name, "name in French: from “” to “Origine”"),
    }


def test_sums_that_are_kept_are_counted_anew(reader, theme, django_capture_on_commit_callbacks):
    def name() -> str:
        return kept("names of themes", lambda: Theme.objects.get().name)

    assert name() == "Rules of origin"
    Theme.objects.update(name_en="By hand")
    assert name() == "Rules of origin"
    with django_capture_on_commit_callbacks(execute=True):
        change(reader, theme, name_en="Origin")
    assert name() == "Origin"


def choices(client, event) -> list[str]:
    form = client.get(reverse("programmes:event-edit", args=[event.pk])).context["form"]
    return [str(label) for _key, label in form.fields["themes"].choices]


def test_what_has_ended_is_not_offered_and_stays_where_it_stands(reader, head, theme):
    other = Theme.objects.create(code="transit", name_en="Transit")
    event = EventFactory(office=head.person.organisation.office)
    event.themes.add(theme)
    today = timezone.localdate()
    assert change(reader, theme, used_until=today.isoformat()).status_code == 302
    assert set(EventForm().fields["themes"].queryset) == {theme, other}
    change(reader, theme, used_until=(today - timedelta(days=1)).isoformat())
    assert list(EventForm().fields["themes"].queryset) == [other]
    assert set(EventForm(instance=event).fields["themes"].queryset) == {theme, other}
    assert list(Event.objects.get(pk=event.pk).themes.all()) == [theme]
    assert "not in use" in reader.get(theme.get_absolute_url()).content.decode()


def test_the_code_is_fixed_once_something_names_it(reader, head):
    reader.post(url("create", "theme"), {"code": "drons", "name_en": "Drones"})
    made = Theme.objects.get(name_en="Drones")
    change(reader, made, code="drones")
    made.refresh_from_db()
    assert made.code == "drones"
    EventFactory(office=head.person.organisation.office).themes.add(made)
    change(reader, made, code="other")
    made.refresh_from_db()
    assert (made.code, uses_of(made)) == ("drones", 1)


def test_the_code_of_a_fact_is_fixed(reader):
    load()
    made = Theme.objects.get(code="aeo")
    change(reader, made, code="other", name_en="Authorized operators")
    made.refresh_from_db()
    assert (made.code, made.name_en) == ("aeo", "Authorized operators")


def test_loading_the_facts_again_leaves_new_words_alone(reader):
    load()
    themes, regions = Theme.objects.count(), Region.objects.count()
    change(reader, Theme.objects.get(code="aeo"), name_fr="OEA")
    change(reader, Region.objects.get(code="AP"), name_en="Asia and the Pacific")
    change(reader, DiagnosticArea.objects.get(number=1), title_en="Leading", topics="One\n\nTwo ")
    lines = load().splitlines()
    assert [line.split()[-6:-2] for line in lines] == [["0", "added", "0", "changed"]] * len(lines)
    assert Theme.objects.get(code="aeo").name_fr == "OEA"
    assert Region.objects.get(code="AP").name_en == "Asia and the Pacific"
    area = DiagnosticArea.objects.get(number=1)
    assert (area.title_en, area.topics) == ("Leading", ["One", "Two"])
    assert (Theme.objects.count(), Region.objects.count()) == (themes, regions)


@pytest.mark.parametrize(
    ("kind", "values", "field", "sentence"),
    [
        ("theme", {"code": "x", "name_en": "rules of ORIGIN"}, "name_en", "this name already"),
        ("theme", {"code": "origin", "name_en": "Other"}, "code", "this code already"),
        ("theme", {"code": "two words", "name_en": "Other"}, "code", "valid"),
        ("grouping", {"code": "G"}, "name", "required"),
        (
            "framework",
            {"code": "SAFE", "edition": "2007", "name_en": "F"},
            None,
            "this code already",
        ),
        (
            "framework",
            {"code": "SAFE", "edition": "2030", "name_en": "F", "is_default": "on"},
            "is_default",
            "Enter its standards first",
        ),
    ],
)
def test_a_bad_entry_is_answered_by_a_sentence(reader, theme, kind, values, field, sentence):
    FrameworkFactory(edition="2007")
    answer = reader.post(url("create", kind), values)
    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert sentence in " ".join(errors[field or "__all__"])
    assert list(errors) == [field or "__all__"]


def test_exactly_one_edition_is_used_for_new_cycles(reader):
    old, new = FrameworkFactory(edition="2007", is_default=True), FrameworkFactory(edition="2025")
    StandardFactory(framework=new)
    assert change(reader, old, is_default="").status_code == 422
    assert change(reader, old, used_until="2020-01-01").status_code == 422
    assert change(reader, new, is_default="on").status_code == 302
    assert list(Framework.objects.filter(is_default=True)) == [new]
    assert change(reader, old, used_until="2020-01-01").status_code == 302


def test_whoever_saves_second_is_shown_both(reader, theme):
    address = url("edit", "theme", theme.pk)
    mine = fields_of(reader, address)
    change(reader, theme, name_en="Origin")
    answer = reader.post(address, {**mine, "name_en": "Origins"})
    assert answer.status_code == 409
    assert (answer.context["conflict"][0]["theirs"], answer.context["conflict"][0]["mine"]) == (
        "Origin",
        "Origins",
    )


def test_a_matrix_that_was_sent_keeps_its_words(reader, matrix, coordinator):
    matrix.standard_rows.update(level=2)
    matrix.action_rows.update(is_unchanged=True)
    standard = matrix.standard_rows.first().standard
    actions.submit_matrix(matrix, by=coordinator)
    change(reader, standard, title_en="New words")
    row = matrix.versions.get().content["standards"][0]
    assert (row["code"], row["title"]) == (standard.code, standard.title_en)


def test_a_list_is_narrowed(reader):
    load()
    for query, found in (
        ("?q=integrité", []),
        ("?q=INTÉGRITÉ DU&framework=%d", ["Employee Integrity"]),
        ("?q=p1-s10&framework=%d&used=on", ["Employee Integrity"]),
        ("?framework=%d", 17),
    ):
        framework = Framework.objects.get(code="SAFE", edition="2007")
        address = url("list", "standard") + query.replace("%d", str(framework.pk))
        titles = reader.get(address + "&export=csv").getvalue().decode().splitlines()[1:]
        if isinstance(found, int):
            assert len(titles) == found
        else:
            assert [line.split(",")[0] for line in titles] == found


@pytest.mark.parametrize("kind", ["region", "diagnosticarea"])
def test_of_some_there_are_no_more(reader, kind):
    assert reader.get(url("create", kind)).status_code == 404
    assert reader.get(url("list", "nothing")).status_code == 404


def test_who_reads_and_who_changes(client, cast, theme):
    edit, create = url("edit", "theme", theme.pk), url("create", "theme")
    for name, reads, changes in (
        ("officer", 200, 403),
        ("secretariat", 200, 403),
        ("administrator", 200, 200),
        ("coordinator", 403, 403),
    ):
        client.force_login(cast[name])
        assert client.get(theme.get_absolute_url()).status_code == reads
        assert client.get(edit).status_code == client.get(create).status_code == changes
        assert client.post(edit, {"name_en": "Mine"}).status_code in (403, 409)
    theme.refresh_from_db()
    assert theme.name_en == "Rules of origin"


def test_a_standard_nobody_verified_or_that_ended_is_not_in_use():
    StandardFactory(is_active=False)
    StandardFactory(used_until=date(2020, 1, 1))
    kept = StandardFactory(used_until=timezone.localdate())
    assert list(Standard.objects.in_use()) == [kept]


def test_the_list_costs_the_same_with_many(reader):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            reader.get(url("list", "grouping"))
        return len(queries)

    Grouping.objects.create(code="A", name="One")
    cost()
    one = cost()
    Grouping.objects.bulk_create(Grouping(code=f"G{n}", name=f"Group {n}") for n in range(30))
    assert cost() == one
