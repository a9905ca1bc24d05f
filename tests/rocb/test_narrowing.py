"""Filters and the frame, drawn without templates, are what the templates would draw."""

import pytest
from django import forms
from django.template import Context, Template
from django.test.html import parse_html
from django.utils import translation

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
