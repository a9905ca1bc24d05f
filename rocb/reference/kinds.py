"""The kinds of reference record that are looked after in the portal: one declaration each.

Their pages (rocb/views/reference.py) and their form (rocb/reference/forms.py) are made from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rocb.models import DiagnosticArea, Framework, Grouping, Measure, Region, Standard, Theme
from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: what its list shows, what may be worded anew, and whether it takes new rows.

    `named` are the fields that tell rows apart: fixed as soon as something points to the row. `name` is
    the field in two languages that the row is called by.
    """

    model: Any
    label: Any
    lead: Any
    shown: Sequence[str]
    named: Sequence[str]
    worded: Sequence[str]
    name: str = "title"
    ordering: Sequence[str] = ("code",)
    add_label: Any = ""  # empty: the rows are all there are

    @property
    def key(self) -> str:
        return self.model._meta.model_name

    @property
    def fields(self) -> list[str]:
        """What the form asks for."""
        return [*self.named, *self.worded]


kinds: Registry[Kind] = Registry("Kind of reference record")

KINDS = (
    Kind(
        Theme,
        _("Themes"),
        _("Subjects that requests, events, reports, donors and training centres share."),
        name="name",
        shown=("name_en", "name_fr", "code", "used_until"),
        named=("code",),
        worded=("name_en", "name_fr", "used_until"),
        ordering=("name_en__az",),
        add_label=_("New theme"),
    ),
    Kind(
        Framework,
        _("Frameworks and their editions"),
        _("The published instruments that standards and measures belong to."),
        name="name",
        shown=("name_en", "name_fr", "code", "edition", "is_default", "used_until"),
        named=("code", "edition"),
        worded=("name_en", "name_fr", "note", "is_default", "used_until"),
        ordering=("code", "edition"),
        add_label=_("New edition"),
    ),
    Kind(
        Standard,
        _("Standards"),
        _("What members are assessed by, and report on in their matrices."),
        shown=("title_en", "title_fr", "framework__edition", "code", "is_active", "used_until"),
        named=("framework", "code", "pillar", "number"),
        worded=("title_en", "title_fr", "position", "is_active", "source", "used_until"),
        # The edition that is used for new cycles comes first.
        ordering=(
            "-framework__is_default",
            "framework__code",
            "framework__edition",
            "position",
            "pk",
        ),
        add_label=_("New standard"),
    ),
    Kind(
        DiagnosticArea,
        _("Diagnostic areas"),
        _(
            "The seven areas of the WCO diagnostic framework: findings and advice are written by them."
        ),
        shown=("title_en", "title_fr", "number", "used_until"),
        named=(),
        worded=("title_en", "title_fr", "former_title", "topics", "used_until"),
        ordering=("number",),
    ),
    Kind(
        Measure,
        _("Measures"),
        _(
            "The measures of the Trade Facilitation Agreement, and the chapters of the Kyoto Convention."
        ),
        shown=("title_en", "title_fr", "framework__code", "code", "used_until"),
        named=("framework", "code"),
        worded=("title_en", "title_fr", "heading_en", "heading_fr", "position", "used_until"),
        ordering=("framework__code", "framework__edition", "position", "pk"),
        add_label=_("New measure"),
    ),
    Kind(
        Region,
        _("Regions"),
        _("The six regions of the WCO."),
        name="name",
        shown=("name_en", "name_fr", "long_name_en", "long_name_fr", "code"),
        named=(),
        worded=("name_en", "name_fr", "long_name_en", "long_name_fr"),
    ),
    Kind(
        Grouping,
        _("Groupings of members"),
        _(
            "Overlapping groups such as ASEAN; who belongs to them is said on the page of each member."
        ),
        name="name",
        shown=("name", "code", "used_until"),
        named=("code",),
        worded=("name", "source", "used_until"),
        add_label=_("New grouping"),
    ),
)
