"""A circular on its way: to whom it goes, who has read it, what is replied."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.asking import content_of
from reports.audience import Audience, audience_of
from reports.models import Circular, Copy, Reply
from reports.workflow.circulars import CIRCULAR, CircularStatus
from rocb.models import Administration, User
from rocb.outbox import queue_mail
from rocb.post import officers_of, tell
from rocb.roles import Role
from rocb.workflow import StepRefused


def receivers_of(circular: Circular) -> list[Administration]:
    """The administrations that it is meant for as it stands, each once."""
    members = Administration.objects.filter(region=circular.office.region_id, is_member=True)
    if not circular.all_members:
        chosen = members.filter(pk__in=circular.members.values("pk"))
        grouped = members.filter(groupings__in=circular.groupings.all())
        members = members.filter(pk__in=chosen.values("pk").union(grouped.values("pk")))
    return list(members.order_by("country_name__az"))


def audience(circular: Circular) -> Audience:
    """Who gets the mail, and who has nobody to write to."""
    roles = [Role.COORDINATOR, *([Role.EXECUTIVE] if circular.to_executives else [])]
    return audience_of(receivers_of(circular), *roles)


def next_reference(circular: Circular) -> str:
    """The next one of the year: 2026/3."""
    year = timezone.localdate().year
    used = Circular.objects.filter(office=circular.office_id, reference__startswith=f"{year}/")
    numbers = [int(one.partition("/")[2]) for one in used.values_list("reference", flat=True)]
    return f"{year}/{max(numbers, default=0) + 1}"


@transaction.atomic
def send_circular(circular: Circular, *, by: User, comment: str = "") -> Circular:
    """Send it, once: one mail for each person, a reply sheet for each member.

    A member without anybody to write to has its sheet too, and finds it after signing in. Raises
    StepRefused for nobody, and for a reply date that has passed.
    """
    circular = CIRCULAR.take(circular, "send", by=by, comment=comment)
    # Two circulars sent at once must not take the same number.
    type(circular.office).objects.select_for_update(of=("self",)).get(pk=circular.office_id)
    members = receivers_of(circular)
    if not members:
        raise StepRefused(_("It would go to nobody. Choose its receivers first."))
    if circular.reply_by and circular.reply_by < timezone.localdate():
        raise StepRefused(_("The day for replies has passed. Choose a later one first."))
    circular.sent_at, circular.reference = timezone.now(), next_reference(circular)
    if circular.questionnaire is not None:
        circular.content = content_of(circular.questionnaire)
    circular.save(update_fields=["sent_at", "reference", "content"])
    sheets = Reply.objects.bulk_create(
        Reply(circular=circular, administration=member, created_by=by, updated_by=by)
        for member in members
    )
    sheet_of = {sheet.administration_id: sheet for sheet in sheets}
    people = audience(circular).people
    Copy.objects.bulk_create(
        Copy(reply=sheet_of[user.person.organisation_id], person=user.person, is_mailed=True)
        for user in people
    )
    for user in people:
        queue_mail(
            key=f"circular:{circular.pk}:{user.person_id}",
            template="circular",
            to=user,
            context={"path": circular.get_absolute_url()},
            about=circular,
            administration=sheet_of[user.person.organisation_id].administration,
            by=by,
        )
    return circular


@transaction.atomic
def move_reply_day(circular: Circular, *, by: User, reply_by: date, comment: str = "") -> Circular:
    """Give members another day for their replies; who was written to and has not replied is told.

    Reminders begin anew. Raises ValidationError for a day that has passed, or the one it is already.
    """
    circular = CIRCULAR.take(circular, "move", by=by, comment=comment)
    if reply_by < timezone.localdate():
        raise ValidationError({"reply_by": _("This day has passed.")})
    if reply_by == circular.reply_by:
        raise ValidationError({"reply_by": _("Replies are wanted by this day already.")})
    before, circular.reply_by = circular.reply_by, reply_by
    circular.save(update_fields=["reply_by"])
    days = {"before_on": before.isoformat() if before else "", "until_on": reply_by.isoformat()}
    tell_owing(circular, "circular_moved", by=by, comment=comment, **days)
    return circular


@transaction.atomic
def reopen_circular(circular: Circular, *, by: User, comment: str = "") -> Circular:
    """Take replies again after it was closed, with the reason; who has not replied is told.

    The day for replies stays; reminders begin anew.
    """
    circular = CIRCULAR.take(circular, "reopen", by=by, comment=comment)
    until = circular.reply_by.isoformat() if circular.reply_by else ""
    tell_owing(circular, "circular_reopened", by=by, comment=comment, until_on=until)
    return circular


def tell_owing(circular: Circular, template: str, *, by: User, comment: str, **words: str) -> None:
    """One mail to each person who was written to for a member that has not replied."""
    for copy in owing(circular).select_related("person", "reply__administration"):
        queue_mail(
            key=f"{template}:{circular.pk}:{circular.updated_at.isoformat()}:{copy.person_id}",
            template=template,
            to=copy.person,
            context={
                "path": copy.reply.get_absolute_url(),
                "circular": str(circular),
                "comment": comment.strip(),
                **words,
            },
            about=circular,
            administration=copy.reply.administration,
            by=by,
        )


def owing(circular: Circular) -> QuerySet[Copy]:
    """Who was written to for members that have not replied."""
    return Copy.objects.filter(reply__circular=circular, reply__answered_at=None, is_mailed=True)


@transaction.atomic
def mark_read(circular: Circular, *, by: User) -> None:
    """A member opened it after signing in; the first time counts."""
    if not by.is_member or circular.is_draft:
        return
    sheet = circular.replies.filter(administration=by.organisation_id).first()
    if sheet is None:
        return
    copy, _made = Copy.objects.get_or_create(reply=sheet, person=by.person)
    if copy.read_at is None:
        Copy.objects.filter(pk=copy.pk, read_at=None).update(read_at=timezone.now())


@transaction.atomic
def reply(sheet: Reply, *, by: User, text: str, answers: dict, version: str | None = None) -> Reply:
    """Reply for the own administration; until it is closed a reply can be replaced. The officer is told.

    `version` is the moment at which the sheet was opened, where that is known. Raises
    PermissionDenied, StepRefused, ValidationError for an empty reply.
    """
    sheet = Reply.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if not by.is_member or not sheet.allows(by, "reports.answer_circular"):
        raise PermissionDenied
    circular = sheet.circular
    if circular.status != CircularStatus.SENT:
        raise StepRefused(
            _("No reply can be given any more: the circular is “%s”.")
            % circular.get_status_display()
        )
    if version is not None and version != sheet.updated_at.isoformat():
        raise ValidationError(
            _(
                "Somebody of your administration has replied while you were writing. Your text is "
                "below; open the reply in another window, compare, and send again."
            )
        )
    text = text.replace("\x00", "").strip()
    if not text and not answers:
        raise ValidationError(_("Write a reply first."))
    was_answered = sheet.answered_at is not None
    sheet.text, sheet.answers = text, answers
    sheet.answered_at, sheet.answered_by, sheet.updated_by = timezone.now(), by, by
    sheet.save()
    if not was_answered:
        tell(
            officers_of(sheet.administration),
            "circular_answered",
            f"circular_answered:{sheet.pk}",
            about=sheet,
            administration=sheet.administration,
            by=by,
            subject_line=str(circular),
        )
    return sheet
