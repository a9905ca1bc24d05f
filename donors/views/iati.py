"""The export for IATI, and what staff should know before anybody publishes it."""

from collections import Counter
from itertools import islice

from django.core.exceptions import PermissionDenied
from django.http import Http404, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from donors.iati import Around, activity_element, check, exported, stream
from donors.iati.checking import ERROR
from donors.iati.parts import is_preview
from donors.models import Agreement, Donor
from rocb import markup
from rocb.roles import Role
from rocb.standing import ask
from rocb.views.house import Page

# What a page looks at; the file itself has no end.
CHECKED = 500


def agreements_of(request):
    """The agreements that go into this reader's file; `?donor=` narrows them to one donor."""
    rows = Agreement.objects.visible_to(request.user)
    asked = request.GET.get("donor", "")
    if not asked:
        return rows
    if not (asked.isdecimal() and len(asked) < 18):
        raise Http404
    if not Donor.objects.visible_to(request.user).filter(pk=asked).exists():
        raise Http404
    return rows.filter(donor=asked)


@require_GET
def iati_xml(request):
    """IATI 2.03, one activity for each agreement, streamed."""
    if not request.user.has_perm("donors.export_iati"):
        raise PermissionDenied
    rows = agreements_of(request)
    if not rows.in_the_books().exists():
        raise Http404
    response = StreamingHttpResponse(
        stream(rows, at=timezone.now()), content_type="application/xml; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="iati-preview.xml"'
    response["Cache-Control"] = "private, no-store"
    return response


class IatiCheck(Page):
    """The findings of the rules that no schema knows, agreement by agreement."""

    perm = "donors.export_iati"
    template_name = "donors/iati_check.html"
    title = gettext_lazy("Export for IATI")

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def get(self, request):
        rows = agreements_of(request)
        looked_at = list(islice(exported(rows), CHECKED))
        count = len(looked_at)
        if count == CHECKED:
            count = rows.in_the_books().count()
        query = f"?{request.GET.urlencode()}" if request.GET.get("donor") else ""
        return self.page(
            {
                "is_preview": is_preview(),
                "count": count,
                "count_label": ngettext("%d agreement", "%d agreements", count) % count,
                "more": max(0, count - CHECKED),
                "file_url": f"{reverse('donors:export-iati')}{query}" if count else "",
                "donors": self.donors(),
                **findings(looked_at, Around(rows)),
            }
        )

    def donors(self) -> list[tuple[str, str]]:
        """To narrow the file to one donor, who reads only its own anyway."""
        user = self.request.user
        if user.role == Role.DONOR:
            return []

        def rows(reader):
            paying = Agreement.objects.visible_to(reader).values("donor")
            found = Donor.objects.visible_to(reader).filter(pk__in=paying)
            return found.order_by("name__az").values_list("name", "pk")

        found = ask(user, "donors with agreements", rows)
        return [(name, f"{self.request.path}?donor={pk}") for name, pk in found]


def findings(agreements, around: Around) -> dict:
    """What is wrong, agreement by agreement, and how often each lesser note was made."""
    today = timezone.localdate()
    groups, notes = [], Counter()
    for row in agreements:
        found = check(activity_element(row, around, today=today), today=today)
        notes.update(one.sentence for one in found if one.level != ERROR)
        wrong = [one for one in found if one.level == ERROR]
        if wrong:
            url = row.agreement.get_absolute_url()
            groups.append({"text": str(row.agreement), "url": url, "findings": wrong})
    return {
        "errors": sum(len(group["findings"]) for group in groups),
        "groups": groups,
        "notes": [{"sentence": text, "count": markup.number(n)} for text, n in notes.items()],
    }
