"""What is over in pillar 4, for an office of many more years."""

from django.db.models import Q

from reports.models import Circular, FilePage, FileVersion, Report
from reports.models.circulars import Copy, Reply
from rocb.growing import Growth

GROWTHS = (
    Growth(
        "reports",
        ((Report, Q(status="published")), (FileVersion, "report"), (FilePage, "version")),
        # Numbers of a series go on from its last.
        {Report: {"number": "t.number + k * 100"}},
    ),
    Growth(
        "circulars",
        ((Circular, ~Q(sent_at=None)), (Reply, "circular"), (Copy, "reply")),
        {
            Circular: {"reference": "left(t.reference, 20) || '-' || k"},
            Reply: {"answered_at": "coalesce(t.answered_at, t.created_at)"},
        },
    ),
)
