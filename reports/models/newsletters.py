"""Newsletters, what stands in them, and who gets them."""

import pghistory
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.workflow.newsletters import NEWSLETTER, NewsletterStatus
from rocb.models import Office, Person, Record
from rocb.models.base import UNTRACKED


class NewsletterQuerySet(models.QuerySet):
    """Sent ones for everybody; drafts for the own office."""

    def visible_to(self, user):
        sent = models.Q(status=NewsletterStatus.SENT)
        if not user.is_authenticated:
            return self.filter(sent)
        if user.is_superuser:
            return self
        if user.is_office:
            return self.filter(sent | models.Q(office=user.organisation_id))
        return self.filter(sent)


@pghistory.track(exclude=UNTRACKED)
class Newsletter(Record):
    """One issue, about a quarter. Once sent it is archived as it went, for anybody to read."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="newsletters", editable=False)
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    title = models.CharField(_("title"), max_length=160)
    intro = models.TextField(
        _("introduction"),
        max_length=6000,
        blank=True,
        help_text=_("Markdown: **bold**, lists with “- ”, links as [words](https://…)."),
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=NewsletterStatus,
        default=NewsletterStatus.DRAFT,
        editable=False,
    )
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = NewsletterQuerySet.as_manager()
    told_by_steps = ("sent_at",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="one_issue_a_number"),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")),
                name="newsletter_ends_after_it_begins",
                violation_error_message=_("It ends before it begins."),
            ),
        ]
        triggers = [NEWSLETTER.trigger()]
        permissions = [("send_newsletter", "Send newsletters")]

    def __str__(self):
        return f"{self.number} {self.title}"

    def get_absolute_url(self):
        return reverse("reports:newsletter-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    def shows_trail(self, user) -> bool:
        """How an issue came about is its office's own business."""
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    @property
    def is_draft(self) -> bool:
        return self.status == NewsletterStatus.DRAFT


class NewsletterItem(models.Model):
    """One piece of a newsletter: collected from the portal, or written by hand."""

    newsletter = models.ForeignKey(Newsletter, models.CASCADE, related_name="items")
    part = models.CharField(max_length=24)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"), max_length=2000, blank=True)
    url = models.CharField(_("leads to"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    is_included = models.BooleanField(_("stands in it"), default=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title


class Subscriber(models.Model):
    """An address that asked for the newsletter. It gets one after it has confirmed, until it leaves."""

    email = models.EmailField(_("e-mail"))
    language = models.CharField(max_length=8, default="en")
    asked_at = models.DateTimeField(_("asked"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    left_at = models.DateTimeField(_("left"), null=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [models.UniqueConstraint(Lower("email"), name="subscribed_once")]

    def __str__(self):
        return self.email


class NewsletterRefusal(models.Model):
    """Somebody with a sign-in who does not want the newsletter any more."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="newsletter_refusal")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.person_id}"
