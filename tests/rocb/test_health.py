"""/healthz and /readyz tell the truth when a part is away."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from rocb.embedded import free_port
from rocb.health import known_migrations

pytestmark = pytest.mark.django_db


def test_process_is_well(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_process_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")


def test_ready(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "failing": [], "database": "ok", "broker": "ok", "migrations": "ok"},
    )


def test_broker_away(client, settings):
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{free_port()}/0"
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["failing"]) == (503, ["broker"])
    assert answer.json()["broker"] == "The broker does not answer."


def test_migration_missing(client):
    MigrationRecorder.Migration.objects.filter(app="contenttypes", name="0001_initial").delete()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["failing"]) == (503, ["migrations"])
    assert answer.json()["migrations"] == (
        f"1 of {len(known_migrations())} migrations are not applied."
    )


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_database_away(client):
    good = connection.settings_dict["OPTIONS"].get("host")
    connection.close()
    connection.settings_dict["OPTIONS"]["host"] = "/nowhere"
    try:
        answer = client.get("/readyz")
    finally:
        connection.close()
        connection.settings_dict["OPTIONS"]["host"] = good
    assert (answer.status_code, answer.json()["failing"]) == (503, ["database", "migrations"])
