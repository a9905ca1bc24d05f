"""Numbers that browsers send, and what is none."""

import pytest
from django.urls import reverse

from rocb.posted import number_in, numbered


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("9" * 18, 10**18 - 1)]
    + [(text, None) for text in ("", "-1", "1.5", "٣", "²", "7 ", "\x00", "9" * 19, "9" * 5000)],
)
def test_a_number_is_digits_and_not_too_many(text, number):
    """Five thousand digits are no number: Python itself refuses to read them."""
    assert number_in(text, None) == number


def test_the_fields_of_a_table_are_told_by_the_key_of_their_row():
    posted = {"a-1": "x", "a-02": "y", "a-": "?", "a-b": "?", "b-3": "?", f"a-{'9' * 5000}": "?"}
    assert numbered(posted, "a-") == {1: "x", 2: "y"}


@pytest.mark.django_db
def test_a_page_of_a_list_with_a_number_that_never_ends(client, officer):
    client.force_login(officer)
    assert client.get("/members/", {"page": "9" * 5000}).status_code == 200


@pytest.mark.django_db
def test_a_key_that_never_ends_is_nobodys(client, officer, person):
    client.force_login(officer)
    address = f"/office/people/{person.pk}/merge/"
    assert client.get(address, {"with": "9" * 5000}).status_code == 404
    assert client.get(reverse("office-user-invite"), {"person": "9" * 5000}).status_code == 200
