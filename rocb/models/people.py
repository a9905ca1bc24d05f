"""The contact book: people, and their names as columns."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import CharField, Func
from django.db.models.functions import Concat, Greatest, Least, Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models.alphabet import Alphabetical
from rocb.models.base import UNTRACKED, Record
from rocb.models.parties import Administration, Organisation
from rocb.roles import Role


class PersonQuerySet(models.QuerySet):
    """Which people of the contact book somebody may see."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.ADMINISTRATOR:
            return self
        if user.is_office:
            # The members of the own region, and parties that belong to no region at all.
            return self.filter(
                models.Q(organisation__administration__region=user.region_id)
                | models.Q(organisation=user.organisation_id)
                | models.Q(organisation__administration=None, organisation__office=None)
            )
        if user.is_member:
            return self.filter(organisation=user.organisation_id)
        return self.filter(pk=user.person_id)

    def owning(self):
        """Whoever has an `address` that is their own; not who was named under somebody else's."""
        own = self.exclude(email="").filter(has_others_email=False)
        return own.annotate(address=Lower("email"))

    def with_email(self, *addresses):
        """Whose addresses these are, whatever their capitals; at most one person each."""
        return self.owning().filter(address__in=[one.lower() for one in addresses if one])


def name_at(path: str):
    """The full name of the person at a path, as a column: a name needs no whole row."""
    return FullName(f"{path}__given_name", f"{path}__family_name", output_field=CharField())


class FullName(Func):
    """Two names as one text; empty where there is neither."""

    template = "TRIM(CONCAT_WS(' ', %(expressions)s))"


# Given and family name are often swapped: both orders are one name.
SAME_NAME = Concat(
    Least(Lower("given_name"), Lower("family_name")),
    models.Value(" "),
    Greatest(Lower("given_name"), Lower("family_name")),
)


@pghistory.track(exclude=[*UNTRACKED, "search"])
class Person(Record):
    """Somebody in the contact book; few of them sign in. One row for one human being.

    An address is one person's. Where a member names somebody under an address of a person whom it may not
    see, it is told nothing: the entry `has_others_email` until the office settles whose it is.
    """

    class Gender(models.TextChoices):
        WOMAN = "w", _("Woman")
        MAN = "m", _("Man")
        UNSTATED = "", _("Not stated")

    class Title(models.TextChoices):
        MR = "Mr", _("Mr")
        MS = "Ms", _("Ms")
        DR = "Dr", _("Dr")
        NONE = "", _("None")

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="people",
    )
    honorific = models.CharField(_("title"), max_length=8, choices=Title, blank=True)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    has_others_email = models.BooleanField(default=False, db_default=False, editable=False)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    position = models.CharField(_("position"), max_length=160, blank=True)
    unit = models.CharField(_("unit"), max_length=160, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True)
    language = models.CharField(
        _("language of letters"), max_length=8, choices=settings.LANGUAGES, default="en"
    )
    seconded_from = models.ForeignKey(
        Administration,
        models.SET_NULL,
        verbose_name=_("seconded from"),
        null=True,
        blank=True,
        related_name="seconded_people",
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector(
            "given_name", "family_name", "email", "position", "unit", config="simple"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email="") & models.Q(has_others_email=False),
                name="person_email_once",
            )
        ]
        indexes = [
            GinIndex(fields=["search"], name="person_search"),
            models.Index(
                Alphabetical("family_name"), Alphabetical("given_name"), "id", name="person_az"
            ),
            models.Index(SAME_NAME, name="person_same_name"),
            models.Index(
                fields=["id"],
                condition=models.Q(has_others_email=True),
                name="person_with_others_address",
            ),
        ]
        permissions = [
            ("merge_person", "Merge two people that are one"),
            ("hand_over", "Hand open work over to somebody else"),
        ]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    def addresses(self) -> list[str]:
        """Every address under which somebody is known, in small letters: in the book, at sign-in."""
        user = getattr(self, "user", None)
        found = (self.email, user.email if user else "")
        return list(dict.fromkeys(address.lower() for address in found if address))

    def has_signin(self) -> bool:
        """Whether this person signs in to the portal at all; one query."""
        return hasattr(self, "user")

    def get_absolute_url(self):
        return reverse("office-person", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_office or user.role == Role.ADMINISTRATOR)
