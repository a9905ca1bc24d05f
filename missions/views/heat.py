"""The heat map of the region: member by standard, and how actions move, on any day."""

from datetime import date

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.forms.widgets import DAY
from missions.heat import FEWEST, HeatMap, heat_map, slippage_by_area
from missions.models import Action, Level
from rocb import markup
from rocb.exports import export_rows
from rocb.kept import kept, reader
from rocb.models import Administration, Framework, Grouping
from rocb.views.house import Page


class HeatForm(forms.Form):
    """Which day, which edition, which group of members."""

    as_at = forms.DateField(label=gettext_lazy("As at"), required=False, widget=DAY)
    framework = forms.ModelChoiceField(
        Framework.objects.none(), label=gettext_lazy("Edition"), required=False
    )
    grouping = forms.ModelChoiceField(
        Grouping.objects.none(), label=gettext_lazy("Group of members"), required=False
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        used = Framework.objects.filter(standards__is_active=True, code="SAFE").distinct()
        self.fields["framework"].queryset = used
        self.fields["framework"].empty_label = _("The one in use")
        self.fields["grouping"].queryset = Grouping.objects.order_by("code")
        self.fields["grouping"].empty_label = _("All")
        # The own level and the median of a group of three give the other two away.
        if user.is_member:
            del self.fields["grouping"]


class HeatMapPage(Page):
    """Staff read every member; a member reads its own row and the region's median."""

    perm = "missions.view_heat_map"
    template_name = "missions/heat_map.html"
    title = gettext_lazy("Where the region stands")

    def breadcrumbs(self):
        return [(_("SAFE and Columbus"), reverse("missions:home")), (self.title, None)]

    def get(self, request):
        form = HeatForm(request.GET or None, user=request.user)
        chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
        as_at = chosen.get("as_at") or timezone.localdate()
        framework = chosen.get("framework") or Framework.objects.filter(is_default=True).first()
        if framework is None:
            raise Http404(_("No edition of the standards has been loaded yet."))
        region = self.region(request.user)
        if grouping := chosen.get("grouping"):
            region = region.filter(groupings=grouping)
        found = heat_map(region, framework, as_at)
        if request.GET.get("export") in ("csv", "xlsx") and not request.user.is_member:
            return self.exported(found, request.GET["export"])
        query = request.GET.copy()
        query["export"] = "xlsx"
        return self.page(
            {
                "form": form if form.is_bound else HeatForm(user=request.user),
                "as_at": as_at,
                "heat": self.table(found),
                "medians": self.medians(found),
                "few": FEWEST,
                "reported": len(found.matrices),
                "total": len(found.members),
                "areas": self.slippage(as_at),
                "export_url": "" if request.user.is_member else f"?{query.urlencode()}",
            }
        )

    def region(self, user):
        """The members that the figures are made from."""
        members = Administration.objects.filter(is_member=True)
        if user.is_member:
            return members.filter(region__administrations=user.organisation_id)
        if user.is_office:
            return members.filter(region=user.region_id)
        return members

    def table(self, found):
        user = self.request.user
        members = [
            one for one in found.members if not user.is_member or one.pk == user.organisation_id
        ]
        return {
            "title": _("SAFE standards by member"),
            "columns": [{"short": one.code, "label": str(one)} for one in found.standards],
            "key": [label for _value, label in Level.choices],
            "rows": [heat_row(found, member) for member in members],
        }

    def medians(self, found):
        shares = found.shares()
        return [
            {
                "standard": str(one),
                "members": shares[one.pk]["members"] if one.pk in shares else None,
                "median": Level(shares[one.pk]["median"]).label if one.pk in shares else "",
            }
            for one in found.standards
        ]

    def slippage(self, as_at: date):
        user = self.request.user
        actions = Action.objects.visible_to(user)
        found = kept("slippage", lambda: slippage_by_area(actions, as_at), reader(user), as_at)
        return [
            {
                **row,
                "slippage": markup.number(row["slippage"]),
                "days_to_close": markup.number(row["days_to_close"], "–"),
            }
            for row in found
        ]

    def exported(self, found, kind):
        headings = [_("Member"), *(one.code for one in found.standards)]
        rows = (
            [
                member.country_name,
                *(found.levels.get((member.pk, one.pk)) for one in found.standards),
            ]
            for member in found.members
        )
        return export_rows(headings, rows, str(self.title), kind)


def heat_row(found: HeatMap, member: Administration) -> dict:
    """One member: each level leads to where the member reported it."""
    matrix = found.matrices.get(member.pk)
    url = reverse("missions:matrix-detail", args=[matrix]) if matrix else ""
    return {
        "name": member.country_name,
        "url": member.get_absolute_url(),
        "cells": [
            {
                "level": found.levels.get((member.pk, standard.pk)),
                "url": f"{url}#s{standard.pk}" if url else "",
            }
            for standard in found.standards
        ],
    }
