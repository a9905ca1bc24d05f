"""The submissions of a matrix, and what changed from one to the next."""

from django.utils.translation import gettext as _

from missions.models import MatrixVersion
from missions.versions import FIELD_WORDS, differences, worded
from missions.views.matrices import MatrixPage
from rocb import markup
from rocb.frozen import as_read
from rocb.posted import number_in


class MatrixVersions(MatrixPage):
    """Every submission as it was, and what changed between any two."""

    template_name = "missions/matrix_versions.html"

    def get(self, request, pk):
        matrix = self.find()
        versions = list(
            MatrixVersion.objects.filter(matrix=matrix)
            .select_related("submitted_by__person", "typed_by__person")
            .defer("content")
            .order_by("number")
        )
        numbers = [version.number for version in versions]
        second = self.asked("b", numbers, -1)
        first = self.asked("a", numbers, -2)
        changes = None
        if first and second and first != second:
            pair = {v.number: v for v in matrix.versions.filter(number__in=[first, second])}
            changes = differences(as_read(pair[first].content), as_read(pair[second].content))
            for change in changes:
                change["changes"] = [
                    (FIELD_WORDS.get(name, name), worded(name, old), worded(name, new))
                    for name, old, new in change["changes"]
                ]
        return self.page(
            {
                "title": _("Versions"),
                "matrix": matrix,
                "breadcrumbs": self.crumbs(matrix, _("Versions")),
                "versions": [
                    {
                        "number": version.number,
                        "when": markup.moment(version.submitted_at),
                        "signed": version.submitted_by and version.submitted_by.full_name,
                        "typed": version.typed_by and version.typed_by.full_name,
                        "seal": version.sha256[:12],
                    }
                    for version in versions
                ],
                "first": first,
                "second": second,
                "changes": changes,
            }
        )

    def asked(self, name: str, numbers: list[int], place: int) -> int | None:
        asked = number_in(self.request.GET.get(name, ""), None)
        if asked in numbers:
            return asked
        return numbers[place] if len(numbers) >= -place else None
