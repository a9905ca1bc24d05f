"""Sign-ins, the invitations that make them, and what was typed but not yet saved."""

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from rocb.models.base import Record
from rocb.models.people import Person
from rocb.roles import MEMBER_ROLES, OFFICE_ROLES, Role


def is_current(today) -> models.Q:
    """Inside their dates on `today` (a date), and not blocked."""
    in_time = models.Q(ends_on=None) | models.Q(ends_on__gte=today)
    return in_time & models.Q(is_active=True, starts_on__lte=today)


class UserQuerySet(models.QuerySet):
    """Which sign-ins somebody may see and manage, and which of them are current."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.ADMINISTRATOR:
            return self
        if user.is_office:
            return self.filter(
                models.Q(person__organisation__administration__region=user.region_id)
                | models.Q(person__organisation=user.organisation_id)
                | models.Q(role__in=[Role.DONOR, Role.EXPERT, Role.SECRETARIAT])
            )
        if user.is_member:
            return self.filter(person__organisation=user.organisation_id)
        return self.filter(pk=user.pk)

    def current(self, today):
        """Sign-ins inside their dates on `today` (a date) that are not blocked."""
        return self.filter(is_current(today))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes users; a password is only ever set through an invitation or a reset."""

    def create_user(self, email, password=None, *, person=None, role=Role.CONTRIBUTOR, **extra):
        """Make a sign-in for `person`; without a password nobody can sign in with it yet."""
        if person is None:
            person = Person.objects.create(family_name=email.split("@")[0], email=email)
        user = self.model(
            email=self.normalize_email(email).lower(), person=person, role=role, **extra
        )
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **extra):
        """The one emergency account: bypasses every right."""
        extra.setdefault("role", Role.ADMINISTRATOR)
        return self.create_user(email, password, is_superuser=True, **extra)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


@pghistory.track(
    fields=["email", "role", "starts_on", "ends_on", "is_active", "is_superuser"],
    model_name="UserEvent",
)
class User(AbstractBaseUser, PermissionsMixin):
    """A sign-in for one person, with one role, between two dates (secondments end).

    Outside its dates it signs nobody in, and sessions that are open end with it.
    """

    email = models.EmailField(_("e-mail"))
    person = models.OneToOneField(Person, models.PROTECT, related_name="user")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    starts_on = models.DateField(_("starts"), default=timezone.localdate)
    ends_on = models.DateField(
        _("ends"), null=True, blank=True, help_text=_("The last day; empty while it lasts.")
    )
    is_active = models.BooleanField(_("not blocked"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_seen_at = models.DateTimeField(_("last seen"), null=True, blank=True, editable=False)
    wants_digest = models.BooleanField(
        _("reminders by mail"),
        default=True,
        help_text=_("Without them you only see what is due on your desk."),
    )
    calendar_key_hash = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]
        permissions = [
            ("manage_users", "Manage sign-ins"),
            ("manage_own_users", "Manage the sign-ins of the own administration"),
            ("invite_user", "Invite somebody to sign in"),
        ]

    def __str__(self):
        return self.email

    @property
    def is_staff(self) -> bool:
        """The back office for repair is for the emergency account alone."""
        return self.is_superuser

    @property
    def is_office(self) -> bool:
        return self.role in OFFICE_ROLES

    @property
    def is_member(self) -> bool:
        return self.role in MEMBER_ROLES

    @property
    def organisation_id(self) -> int | None:
        return self.person.organisation_id

    @property
    def administration_id(self) -> int | None:
        """The administration a member user belongs to; none for every other role."""
        return self.organisation_id if self.is_member else None

    @property
    def office_id(self) -> int | None:
        """The regional office that a staff user works in; none for every other role."""
        return self.organisation_id if self.is_office else None

    @cached_property
    def region_id(self) -> int | None:
        """The region that a staff user's office serves; none for every other role."""
        if not self.is_office or self.person.organisation is None:
            return None
        office = getattr(self.person.organisation, "office", None)
        return office.region_id if office else None

    @property
    def standing(self) -> str:
        """Role and organisation in one word: what is made for one standing is not for the next."""
        return f"{self.role}:{self.organisation_id or ''}"

    @property
    def time_zone(self) -> str:
        """Where the clock of the own office or administration stands; UTC for everybody else."""
        return self.person.organisation.time_zone if self.person.organisation else "UTC"

    @cached_property
    def full_name(self) -> str:
        return self.person.full_name or self.email

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.person.given_name or self.full_name

    def is_current(self, now) -> bool:
        """Whether the sign-in is open at `now` (an aware moment)."""
        today = timezone.localdate(now)
        return bool(
            self.is_active
            and self.starts_on <= today
            and (self.ends_on is None or today <= self.ends_on)
        )

    def may_work_for(self, administration) -> bool:
        """Whether records of this administration are the user's own or the own office's."""
        if self.is_superuser:
            return True
        if self.is_member:
            return administration.pk == self.organisation_id
        return self.is_office and administration.region_id == self.region_id

    def allows(self, user, perm):
        """Whether `user` may do `perm` to this sign-in: nobody raises anybody above oneself."""
        if not user.has_perm(perm):
            return False
        if user.is_member:
            return self.is_member and self.organisation_id == user.organisation_id
        return not self.is_superuser or user.is_superuser


class InvitationQuerySet(models.QuerySet):
    """Which invitations somebody may see: those to people whose sign-ins they would see."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.ADMINISTRATOR:
            return self
        if user.is_office:
            return self.filter(person__in=Person.objects.visible_to(user).values("pk"))
        if user.has_perm("rocb.manage_own_users"):
            return self.filter(person__organisation=user.organisation_id, role__in=MEMBER_ROLES)
        return self.none()

    def with_state(self, now):
        """Adds `state`: how each invitation stands at `now` (an aware moment)."""
        return self.annotate(
            state=models.Case(
                models.When(accepted_at__isnull=False, then=models.Value("accepted")),
                models.When(withdrawn_at__isnull=False, then=models.Value("withdrawn")),
                models.When(expires_at__lte=now, then=models.Value("lapsed")),
                default=models.Value("open"),
                output_field=models.CharField(),
            )
        )


class Invitation(Record):
    """An invitation to sign in, sent to one address, for one role. Used once, then void.

    Only the hash of its token is kept; the token itself travels in the mail alone. One that `is_held`
    was meant for an address that belongs elsewhere: no link was sent, and the office was told.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail"))
    role = models.CharField(_("role"), max_length=16, choices=Role)
    ends_on = models.DateField(_("sign-in ends"), null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(_("expires"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    is_held = models.BooleanField(default=False, db_default=False, editable=False)

    objects = InvitationQuerySet.as_manager()

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        LAPSED = "lapsed", _("Expired")

    class Meta:
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.email} ({self.get_role_display()})"

    def is_open(self, now) -> bool:
        """Whether the link still works at `now`."""
        is_void = self.is_held or self.accepted_at or self.withdrawn_at
        return not is_void and now < self.expires_at


class Draft(models.Model):
    """What somebody typed into a form and has not saved: one per person and address.

    `parked` rows were posted after the session had ended; they have no user until their writer
    signs in again, and are found by the hash of a cookie.
    """

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="drafts")
    key_hash = models.CharField(max_length=64, blank=True, db_index=True)
    path = models.CharField(max_length=300)
    fields = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "path"],
                condition=models.Q(user__isnull=False),
                name="draft_once_per_page",
            )
        ]

    def __str__(self):
        return self.path
