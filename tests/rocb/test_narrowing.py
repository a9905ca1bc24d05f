"""Filters and the frame, drawn without templates, are what the templates would draw."""

import pytest
from django import forms
from django.template import Context, Template
from django.test.html import parse_html
from django.utils import translation
from django.utils.safestring import mark_safe

from missions.filters import MatrixFilter
from missions.models import Matrix
from rocb import standing
from rocb.forms import line, select
from rocb.narrowing import drawn
from tests.factories.missions import CycleFactory
from tests.factories.rocb import OfficeFactory, RegionFactory

AWKWARD = '<b>"Ü" & Co.</b>'


class Awkward(forms.Form):
    one = forms.ChoiceField(choices=[("", "All"), ("a&b", AWKWARD), (3, "three")], required=False)
    grouped = forms.ChoiceField(choices=[("Group", [("x", AWKWARD)]), ("y", "Y")])
    words = forms.CharField(widget=forms.TextInput(attrs={"type": "search", "data-x": AWKWARD}))
    flag = forms.BooleanField(required=False)
    number = forms.IntegerField(min_value=0)


@pytest.mark.parametrize(
    "data",
    [None, {"one": "a&b", "grouped": "x", "words": AWKWARD, "flag": "on", "number": "7"}, {}],
)
@pytest.mark.parametrize("name", Awkward.base_fields)
def test_a_filter_is_drawn_as_its_widget_is(name, data):
    field = Awkward(data)[name]
    plain = field.field.widget
    context = plain.get_context(name, field.value(), field.build_widget_attrs(
        {"id": field.auto_id}, plain
    ))  # fmt: skip
    told = Template(f"{{% include '{plain.template_name}' %}}").render(Context(context))
    assert parse_html(drawn(field)) == parse_html(told)
    if isinstance(plain, forms.Select):
        assert parse_html(select(context["widget"])) == parse_html(told)
    elif name != "flag":
        assert parse_html(line(context["widget"])) == parse_html(told)


@pytest.mark.django_db
def test_a_reader_chooses_among_what_that_reader_may_see(rf, officer, coordinator, office):
    """Two readers of a kind share the question and not its answer."""
    own = CycleFactory(office=office, status="open")
    other = CycleFactory(office=OfficeFactory(region=RegionFactory(code="EU")), status="open")
    planned = CycleFactory(office=office, status="planned")
    standing.kept.clear()
    for user, seen in ((officer, True), (coordinator, False)):
        request = rf.get("/")
        request.user = user
        shown = drawn(
            MatrixFilter({}, queryset=Matrix.objects.all(), request=request).form["cycle"]
        )
        assert f'value="{own.pk}"' in shown
        assert f'value="{other.pk}"' not in shown
        assert (f'value="{planned.pk}"' in shown) == seen


def test_what_never_differs_is_drawn_once_for_each_language():
    template = Template("{% load i18n %}{% once %}{{ word }} {% translate 'Search' %}{% endonce %}")
    assert template.render(Context({"word": "a"})) == "a Search"
    assert template.render(Context({"word": "b"})) == "a Search"
    with translation.override("fr"):
        assert template.render(Context({"word": "c"})) == "c Rechercher"


AWKWARD_URL = "/a/?b=1&c=<2>"
# What is drawn in Python, and the template that says the same.
PIECES = {
    "crumbs": (
        [(AWKWARD, AWKWARD_URL), (mark_safe("<i>here</i>"), None)],
        """{% for label, url in it %}<li>{% if url %}<a href="{{ url }}">{{ label }}</a>{% else %}
        <span aria-current="page">{{ label }}</span>{% endif %}</li>{% endfor %}""",
    ),
    "fact_items": (
        [
            (AWKWARD, AWKWARD),
            ("none", ""),
            ("zero", 0),
            ("safe", mark_safe("<b>1</b>")),
            ("x", None),
        ],
        """{% for label, value in it %}<div><dt>{{ label }}</dt><dd>{% if value or value == 0 %}
        {{ value }}{% else %}–{% endif %}</dd></div>{% endfor %}""",
    ),
    "task_items": (
        [
            {"text": AWKWARD, "url": AWKWARD_URL, "tag": AWKWARD, "tone": "bad", "by": AWKWARD},
            {"text": mark_safe("<i>a</i>"), "url": "/", "tag": "", "by": ""},
            {"text": "b", "url": "/b/"},
        ],
        """{% for task in it %}<li><a href="{{ task.url }}">{{ task.text }}</a>{% if task.tag %}
        {% tag task.tag task.tone %}{% endif %}{% if task.by %}<span class="by">{{ task.by }}</span>
        {% endif %}</li>{% endfor %}""",
    ),
    "chain_items": (
        [(AWKWARD, [(AWKWARD, AWKWARD_URL), ("b", "")], True), ("empty", [], False)],
        """{% for label, items, now in it %}<li{% if now %} class="now" aria-current="step"{% endif %}>
        <strong>{{ label }}</strong>{% for text, url in items %}{% if url %}<a href="{{ url }}">
        {{ text }}</a>{% else %}<span>{{ text }}</span>{% endif %}{% empty %}<span>none yet</span>
        {% endfor %}</li>{% endfor %}""",
    ),
}


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_is_drawn_as_a_template_would_draw_it(name):
    given, told = PIECES[name]
    drawn = Template(f"<ul>{{% {name} it %}}</ul>").render(Context({"it": given}))
    plain = Template(f"<ul>{told}</ul>").render(Context({"it": given}))
    assert parse_html(drawn) == parse_html(plain)


def test_a_stacked_bar_tells_each_share_in_words():
    parts = [
        {"label": AWKWARD, "value": 3, "fill": "f1"},
        {"label": "b", "value": 1, "text": "<1>"},
    ]
    drawn = Template("{% stacked it %}").render(Context({"it": parts}))
    assert "&lt;b&gt;&quot;Ü&quot; &amp; Co.&lt;/b&gt;: <strong>3</strong> (75 %)" in drawn
    assert "b: <strong>&lt;1&gt;</strong> (25 %)" in drawn
    assert '<rect class="f1" x="0.0" width="750.0" height="26"/>' in drawn
    assert '<rect class="f1" x="750.0" width="250.0" height="26"/>' in drawn
