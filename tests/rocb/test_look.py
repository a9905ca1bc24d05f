"""What the pages are made of: weight, tags, tables, the shape of a form, and no inline code."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import brotli
import pytest
from django import forms
from django.conf import settings
from django.forms import modelform_factory
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe

from rocb import markup
from rocb.context import closest
from rocb.markup.charts import segments
from rocb.models import Administration, Person

STATIC = Path(settings.BASE_DIR) / "static"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
PAGES = sorted(p for p in TEMPLATES.rglob("*.html") if "emails" not in p.parts)


def weight(name):
    return len(brotli.compress((STATIC / name).read_bytes()))


def drawn(source, **context):
    return Template(source).render(Context(context))


class SampleForm(forms.Form):
    title = forms.CharField(label="Title", help_text="As in the report.")
    due_on = forms.DateField(label="Due", required=False)
    answer = forms.ChoiceField(
        label="Answer", choices=[("a", "Accepted"), ("n", "Noted")], widget=forms.RadioSelect
    )
    is_shared = forms.BooleanField(label="Shared", required=False)


def test_the_frame_is_light():
    assert weight("portal.css") <= 6144
    assert weight("portal.js") <= 3072
    assert weight("passkey.js") <= 1536
    assert weight("icons.svg") <= 2048


def test_every_icon_that_a_template_asks_for_is_drawn():
    known = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "icons.svg").read_text()))
    asked = set()
    for page in PAGES:
        asked |= set(re.findall(r'{% icon "(\w+)"', page.read_text()))
    assert asked - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_no_inline_style_or_script(page):
    source = page.read_text()
    assert re.findall(r"\sstyle=|<style|\son\w+=\"|<script(?![^>]*\ssrc=)", source) == []


def test_every_class_in_a_template_has_a_rule():
    rules = (STATIC / "portal.css").read_text()
    used = set()
    for page in (TEMPLATES / "components").glob("*.html"):
        for value in re.findall(r'class="([^"{]+)"', page.read_text()):
            used |= set(value.split())
    assert {name for name in used if f".{name}" not in rules} == set()


def test_days_are_written_the_same_everywhere():
    assert markup.day(dt.date(2027, 3, 4)) == "4 Mar 2027"
    assert markup.weekday(dt.date(2027, 3, 4)) == "Thu 4 Mar 2027"
    assert markup.moment(dt.datetime(2027, 3, 4, 10, 42, tzinfo=dt.UTC)) == "4 Mar 2027, 10:42"
    assert markup.day(None, "–") == "–"


def test_a_kept_day_does_not_keep_its_language():
    assert markup.day(dt.date(2027, 3, 4)) == "4 Mar 2027"
    with translation.override("fr"):
        assert markup.day(dt.date(2027, 3, 4)) == "4 mars 2027"


@pytest.mark.parametrize(
    ("end", "text"),
    [
        (dt.date(2027, 3, 4), "4 Mar 2027"),
        (dt.date(2027, 3, 8), "4–8 Mar 2027"),
        (dt.date(2027, 4, 2), "4 Mar 2027 – 2 Apr 2027"),
        (None, "4 Mar 2027"),
    ],
)
def test_a_span_of_days_is_as_short_as_it_stays_clear(end, text):
    assert markup.days(dt.date(2027, 3, 4), end) == text


def test_money_carries_its_currency_and_drops_empty_cents():
    assert markup.money(Decimal("1250000.00"), "USD") == "USD\u00a01,250,000"
    assert markup.money(Decimal("12.5"), "AUD") == "AUD\u00a012.50"
    assert markup.money(None, "USD", "–") == "–"


def test_a_tag_escapes_its_words():
    assert markup.tag("<b>", "ok") == '<strong class="tag ok">&lt;b&gt;</strong>'
    assert [markup.tone_of(s) for s in ("accepted", "returned", "draft", "?")] == [
        "ok", "warn", "neutral", "neutral",
    ]  # fmt: skip


def test_rows_escape_what_is_not_marked_safe():
    columns = [{"label": "Name"}, {"label": 'A "b"', "numeric": True}, {"label": "C"}]
    html = markup.rows_html([["<i>x</i>", 5, mark_safe("<b>y</b>")]], columns)
    assert html == (
        '<tr><th scope="row">&lt;i&gt;x&lt;/i&gt;</th>'
        '<td data-label="A &quot;b&quot;" class="n">5</td>'
        '<td data-label="C"><b>y</b></td></tr>\n'
    )


def test_progress_stays_between_nothing_and_everything():
    assert 'value="100"' in markup.progress(140)
    assert 'value="0"' in markup.progress(-3)
    assert markup.progress(None) == "–"


def test_segments_fill_the_bar():
    parts = segments([{"label": "a", "value": 1}, {"label": "b", "value": 3}])
    assert [(p["x"], p["width"], p["share"]) for p in parts] == [
        ("0.0", "250.0", 25),
        ("250.0", "750.0", 75),
    ]
    assert segments([{"label": "a", "value": 0}])[0]["width"] == "0.0"


def test_query_changes_one_key_and_keeps_the_rest():
    request = RequestFactory().get("/x/", {"q": "a&b", "page": "3"})
    assert drawn("{% query page=4 %}", request=request) == "?q=a%26b&amp;page=4"
    assert drawn("{% query page=None %}", request=request) == "?q=a%26b"


def test_a_field_has_its_label_help_and_error_tied_to_it():
    html = str(SampleForm({"title": ""})["title"].as_field_group())
    assert '<label for="id_title">Title</label>' in html
    assert '<div class="help" id="id_title_helptext">As in the report.</div>' in html
    assert '<ul class="error" id="id_title_error"><li>This field is required.</li></ul>' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html


def test_optional_fields_say_so_and_dates_use_the_browsers_own_picker():
    form = SampleForm(initial={"due_on": dt.date(2027, 3, 4)})
    html = str(form["due_on"].as_field_group())
    assert "(optional)" in html
    assert '<input type="date" name="due_on" value="2027-03-04" id="id_due_on">' in html


def test_nothing_is_chosen_in_words():
    """Django's dashes say nothing to whoever hears a page instead of seeing it."""
    words = {True: "Choose one", False: "None chosen"}
    for required, said in words.items():
        form = modelform_factory(Person, fields=["seconded_from"])()
        form.fields["seconded_from"].queryset = Administration.objects.none()
        form.fields["seconded_from"].required = required
        form.fields["seconded_from"].widget.is_required = required
        html = str(form["seconded_from"].as_field_group())
        assert f'<option value="" selected>{said}</option>' in html


def test_a_posted_day_is_read_back_in_every_language():
    for language in ("en", "fr"):
        with translation.override(language):
            assert SampleForm().fields["due_on"].clean("2027-03-04") == dt.date(2027, 3, 4)


def test_the_error_summary_links_to_what_can_be_focused():
    form = SampleForm({"title": ""})
    form.add_error(None, "The plan is closed.")
    html = render_to_string("components/error_summary.html", {"form": form})
    assert "There are 3 problems" in html
    assert re.findall(r'href="#(\w+)"', html) == ["id_title", "id_answer_0"]
    assert "The plan is closed." in html


def test_the_menu_marks_the_closest_entry_alone():
    urls = ["/", "/missions/", "/missions/plans/"]
    assert closest(urls, "/missions/plans/4/") == "/missions/plans/"
    assert closest(urls, "/missions/4/") == "/missions/"
    assert closest(urls, "/") == "/"
    assert closest(urls, "/donors/") == ""


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500", "maintenance"])
def test_error_pages_stand_without_request_and_database(name):
    html = render_to_string(f"{name}.html")
    assert html.count("<h1>") == 1
    assert '<main id="main"' in html


def test_a_step_says_first_who_gets_a_mail():
    html = render_to_string(
        "generic/step.html",
        {
            "title": "Open",
            "receivers": {"count": 31, "names": [], "missing": ["Nauru", "Palau"]},
            "form": forms.Form(),
            "cancel_url": "/",
            "submit_label": "Open",
        },
    )
    assert "31 people will get a mail." in html
    assert "2 have no address:" in html
    assert "Nauru, Palau" in html


def test_an_empty_list_says_how_it_starts():
    empty = {
        "title": "No plans yet",
        "text": "A plan starts after a mission.",
        "url": "/new/",
        "label": "Start",
    }
    html = render_to_string("generic/_rows.html", {"rows": [], "columns": [], "empty": empty})
    assert "No plans yet" in html
    assert 'href="/new/"' in html
    assert "<table" not in html


@pytest.mark.django_db
def test_while_developing_too_a_hidden_record_is_answered_by_the_portal(
    client, settings, coordinator, plan
):
    settings.DEBUG = True
    client.force_login(coordinator)
    answer = client.get(f"/missions/plans/{plan.pk + 1000}/")
    assert answer.status_code == 404
    assert "belongs to people with other rights" in answer.text
