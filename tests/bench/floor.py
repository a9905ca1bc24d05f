"""The floor: the page's own SQL through a bare cursor, and the page's own bytes."""

from django.contrib import admin
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from missions.models import Action
from rocb.urls import urlpatterns as ours

# What the floor view answers with now: SQL texts, bytes, status.
now: dict = {"sql": [], "body": b"", "status": 200}
# Session and user are asked for by the middleware of the floor view too: the first of each.
FRAME = ('SELECT "django_session"."', 'SELECT "rocb_user"."id"')


@csrf_exempt
def floor(request):
    """Run the SQL, fetch everything, and send the bytes. A post is read as ours has to read it."""
    len(request.POST)
    with connection.cursor() as cursor:
        for sql in now["sql"]:
            cursor.execute(sql)
            if cursor.description:
                cursor.fetchall()
    return HttpResponse(now["body"], status=now["status"])


class ActionAdmin(admin.ModelAdmin):
    """Django's own list of the rows that a plan shows."""

    list_display = (
        "number", "title", "responsible_unit", "current_due_on", "status", "percent",
        "support_needed", "is_shared",
    )  # fmt: skip
    list_per_page = 100


site = admin.AdminSite()
site.register(Action, ActionAdmin)
ADMIN_LIST = "/admin/missions/action/"
urlpatterns = [path("floor/", floor), path("admin/", site.urls), *ours]


def record(ask) -> int:
    """Take over the SQL and the bytes of one request of ours; returns the number of queries."""
    with CaptureQueriesContext(connection) as captured:
        response = ask()
    sql = [query["sql"].lstrip() for query in captured.captured_queries]
    for beginning in FRAME:
        framed = next((one for one in sql if one.startswith(beginning)), None)
        if framed is not None:
            sql.remove(framed)
    now["sql"] = [one for one in sql if one.startswith(("SELECT", "WITH", "(SELECT"))]
    now["body"], now["status"] = response.content, response.status_code
    return len(captured.captured_queries)
