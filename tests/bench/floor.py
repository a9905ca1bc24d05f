"""The floor: the page's own SQL through a bare cursor, and the page's own bytes."""

from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from rocb.urls import urlpatterns as ours

# What the floor view answers with now: SQL texts, bytes, status.
now: dict = {"sql": [], "body": b"", "status": 200}
# Session and user are asked for by the middleware of the floor view too.
FRAME = ('FROM "django_session"', '"rocb_user"."password"')


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


urlpatterns = [path("floor/", floor), *ours]


def record(ask) -> int:
    """Take over the SQL and the bytes of one request of ours; returns the number of queries."""
    with CaptureQueriesContext(connection) as captured:
        response = ask()
    sql = [query["sql"] for query in captured.captured_queries]
    kept = ("SELECT", "WITH", "(SELECT")
    now["sql"] = [
        one for one in sql if one.startswith(kept) and not any(word in one for word in FRAME)
    ]
    now["body"], now["status"] = response.content, response.status_code
    return len(sql)
