"""What search finds on the ground floor: members and people."""

from django.contrib.postgres.search import SearchVector
from django.utils.translation import gettext_lazy as _

from rocb.models import Administration, Person
from rocb.search import Searchable


def searched_members(user):
    return Administration.objects.visible_to(user).annotate(
        words=SearchVector(*Administration.EVERY_NAME, "acronym", "iso2", config="simple")
    )


SEARCHABLES = (
    Searchable(
        "members",
        _("Members"),
        searched_members,
        "words",
        lambda member: (member.country_name, member.get_absolute_url(), member.name),
        "rocb.view_administration",
    ),
    Searchable(
        "people",
        _("People"),
        lambda user: Person.objects.visible_to(user).select_related("organisation"),
        "search",
        lambda person: (
            person.full_name,
            person.get_absolute_url(),
            ", ".join(str(part) for part in (person.position, person.organisation) if part),
        ),
        "rocb.view_person",
    ),
)
