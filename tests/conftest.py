"""The cast: one of everybody who ever meets the portal, around one member of one office."""

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from missions import actions
from missions.models import Matrix
from tests.cast import NAMES, Cast
from tests.world import furnish

# Files that take a minute or so come first: nobody waits for one of them at the end.
LONG = ("tests/browser/test_every_page.py", "tests/test_project.py", "tests/test_launch.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The order in which files are handed out (`--no-loadscope-reorder` in the Makefile keeps it)."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(autouse=True)
def in_english():
    """A page read in another language leaves that language behind in the thread."""
    translation.activate("en")


@pytest.fixture(autouse=True, scope="session")
def quick_passwords():
    """A password is made to take a third of a second to check; here it is checked hundreds of times."""
    quick = "django.contrib.auth.hashers.MD5PasswordHasher"
    with override_settings(PASSWORD_HASHERS=[quick]):
        yield


@pytest.fixture
def cast(db):
    """All of them by name: `cast.head`, `cast["head"]`."""
    return Cast()


def one_of_the_cast(name):
    """The fixture of that name."""

    @pytest.fixture(name=name)
    def somebody(cast):
        return cast[name]

    return somebody


for _name in NAMES:
    globals()[f"cast_{_name}"] = one_of_the_cast(_name)


@pytest.fixture(scope="module")
def furnished(django_db_setup, django_db_blocker):
    """The cast and one of everything, made once: what a reader's walk leaves is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = Cast()
        for name in NAMES:
            getattr(cast, name)
        yield cast, furnish(cast)
        transaction.set_rollback(True)


def filled(matrix, by) -> Matrix:
    """The matrix with an answer in every row."""
    for row in matrix.standard_rows.all():
        actions.save_standard_row(
            matrix, row.standard_id, {"level": 2}, by=by, revision=row.revision
        )
    for row in matrix.action_rows.all():
        actions.save_action_row(
            matrix,
            row.action_id,
            {"status": "in_progress", "percent": "40", "progress": "Drafted."},
            by=by,
            revision=row.revision,
        )
    return matrix


@pytest.fixture
def submitted_matrix(matrix, coordinator):
    return actions.submit_matrix(filled(matrix, coordinator), by=coordinator)
