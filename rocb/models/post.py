"""Mail that goes out, the ledger of reminders, and the record of every scheduled job."""

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models.parties import Administration, OfAdministrationQuerySet
from rocb.models.people import Person
from rocb.roles import Role


class MailQuerySet(models.QuerySet):
    """Mails somebody may see: an office those of its region, a member those to its own people."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.ADMINISTRATOR:
            return self
        if user.is_office:
            return self.filter(
                models.Q(administration__region=user.region_id)
                | models.Q(administration=None) & self.of_office(user)
            )
        if user.is_member:
            return self.filter(
                administration=user.organisation_id, person__organisation=user.organisation_id
            )
        return self.filter(person=user.person_id)

    def of_office(self, user) -> models.Q:
        """Among those about no member: caused by the office's people, or written to people of its region.

        Donors and experts belong to no region. What the portal wrote to them of itself is anybody's
        to look after, but for the digest, which tells what they owe to every office.
        """
        ours = models.Q(person__organisation__administration__region=user.region_id) | models.Q(
            person__organisation=user.organisation_id
        )
        of_nobody = models.Q(
            person__organisation__administration=None, person__organisation__office=None
        )
        return (
            models.Q(by__person__organisation=user.organisation_id)
            | ours
            | models.Q(by=None) & of_nobody & ~models.Q(template="digest")
        )

    def waiting(self):
        return self.filter(status=Mail.Status.QUEUED)


class Mail(models.Model):
    """One message to one person. Written in the transaction that caused it, sent by a worker.

    `key` is unique: asking twice for the same mail makes one. A worker holds the row's lock while it
    sends, so a killed worker gives it back at once and loses nothing.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        DROPPED = "dropped", _("No longer needed")
        CANCELLED = "cancelled", _("Cancelled")

    key = models.CharField(max_length=200, unique=True)
    template = models.CharField(_("message"), max_length=60)
    context = models.JSONField(default=dict)
    # None: it goes to an address that is nobody's in the contact book, as a subscriber's.
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="mails")
    email = models.EmailField(_("address"), blank=True)
    administration = models.ForeignKey(
        Administration, models.SET_NULL, null=True, blank=True, related_name="mails"
    )
    content_type = models.ForeignKey(ContentType, models.SET_NULL, null=True, related_name="+")
    object_id = models.BigIntegerField(null=True)
    about = GenericForeignKey("content_type", "object_id")
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    body = models.TextField(_("text"), blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.QUEUED, db_default="queued"
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    not_before = models.DateTimeField(_("not before"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, db_default=0)
    last_error = models.CharField(_("last error"), max_length=500, blank=True, db_default="")
    sent_at = models.DateTimeField(_("sent"), null=True)
    message_id = models.CharField(max_length=200, blank=True, db_default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="mails_caused"
    )

    objects = MailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                condition=models.Q(status="queued"),
                name="mail_waiting",
            ),
            models.Index(
                fields=["id"], condition=models.Q(status="failed"), name="mail_not_delivered"
            ),
            models.Index(fields=["administration", "-created_at"], name="mail_of_member"),
            models.Index(fields=["-created_at"], name="mail_newest"),
        ]
        permissions = [("manage_outbox", "Edit and cancel mail that has not gone")]

    def __str__(self):
        return self.subject or self.key

    def get_absolute_url(self):
        return reverse("office-mail", args=[self.pk])

    @property
    def to_name(self) -> str:
        """Whom it is to: a name, or an address that is nobody's in the contact book."""
        return self.person.full_name if self.person else self.email

    @property
    def language(self) -> str:
        """The language in which its reader gets letters."""
        return self.person.language if self.person else self.context.get("language", "en")

    def allows(self, user, perm):
        return user.has_perm(perm)


class Reminder(models.Model):
    """The ledger: this person was reminded of this deadline at this rung. Once, for ever.

    A deadline is named by its kind, the record, and the round of its ladder: a matrix that is
    returned starts a new round. Written before anything is sent; `mail` is the digest it went in.
    """

    kind = models.CharField(_("deadline"), max_length=60)
    object_id = models.BigIntegerField()
    round = models.PositiveSmallIntegerField(default=0, db_default=0)
    rung = models.SmallIntegerField(_("rung"), help_text=_("Days from the due date."))
    due_on = models.DateField(_("due"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="reminders")
    administration = models.ForeignKey(
        Administration, models.CASCADE, null=True, related_name="reminders"
    )
    reason = models.CharField(_("why this person"), max_length=12)
    made_at = models.DateTimeField(_("made"))
    mail = models.ForeignKey(Mail, models.SET_NULL, null=True, related_name="reminders")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "round", "rung", "person"], name="reminded_once"
            )
        ]
        indexes = [
            models.Index(fields=["person"], condition=models.Q(mail=None), name="not_in_a_mail"),
            models.Index(fields=["administration", "-made_at"], name="reminders_of_member"),
        ]
        triggers = [pgtrigger.Protect(name="keep", operation=pgtrigger.Delete)]

    def __str__(self):
        return f"{self.kind} {self.object_id} {self.rung:+d}"


class PauseQuerySet(OfAdministrationQuerySet):
    """Which pauses somebody may see, and which of them are in force."""

    def current(self, today):
        """Pauses that silence reminders on `today` (a date)."""
        return self.filter(
            models.Q(until_on=None) | models.Q(until_on__gte=today), from_on__lte=today
        )


class ReminderPause(models.Model):
    """Nobody of this administration is reminded (of one kind, or of anything) between two days."""

    administration = models.ForeignKey(
        Administration, models.CASCADE, verbose_name=_("member"), related_name="reminder_pauses"
    )
    kind = models.CharField(_("deadline"), max_length=60, blank=True)
    object_id = models.BigIntegerField(null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day of silence; empty: until ended."),
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = PauseQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]
        permissions = [("pause_reminders", "Pause reminders for a member")]

    def __str__(self):
        return f"{self.administration_id} {self.from_on}"

    def get_absolute_url(self):
        return reverse("office-pauses")

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.administration)


class JobRun(models.Model):
    """One run of a scheduled job: what it did, and whether it ended. Silence raises an alarm."""

    class Outcome(models.TextChoices):
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    job = models.CharField(_("job"), max_length=60)
    started_at = models.DateTimeField(_("started"))
    ended_at = models.DateTimeField(_("ended"), null=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, default=Outcome.RUNNING)
    sent = models.PositiveIntegerField(_("done"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)
    skipped = models.PositiveIntegerField(_("skipped"), default=0)
    detail = models.TextField(_("detail"), blank=True)

    class Meta:
        indexes = [models.Index(fields=["job", "-started_at"], name="run_of_job")]
        permissions = [("view_jobs", "See scheduled jobs")]

    def __str__(self):
        return f"{self.job} {self.started_at:%Y-%m-%d %H:%M}"
