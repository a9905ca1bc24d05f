"""A report on its way to its readers: files, their text, publication, followers, downloads."""

import hashlib

import structlog
from celery import current_app
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.files import Unreadable, check, config_of, texts
from reports.models import Downloads, FilePage, FileVersion, Following, Report
from reports.search import index_report
from reports.workflow.library import REPORT
from rocb.models import Standard, Theme, User
from rocb.outbox import queue_mail
from rocb.workflow import StepRefused

log = structlog.get_logger(__name__)
READ_TASK = "reports.tasks.read_file"


def wake_reader(pk: int) -> None:
    """Ask a worker to read a file; without a broker the clock's next round does it."""
    try:
        current_app.send_task(READ_TASK, args=[pk], retry=False, ignore_result=True)
    except Exception as error:
        log.warning("reader_not_woken", error=str(error))


@transaction.atomic
def add_version(report: Report, upload, *, by: User, language: str, note: str = "") -> FileVersion:
    """Keep a file as the newest version in its language; the one before is kept for the office.

    Its text is read by a worker afterwards. Raises PermissionDenied, ValidationError with the reason.
    """
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if not report.allows(by, "reports.change_report"):
        raise PermissionDenied
    found = check(upload)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    sha256 = digest.hexdigest()
    before = report.files.filter(language=language, is_current=True).first()
    if before and before.sha256 == sha256:
        raise ValidationError(
            _("This is the file that is there already: version %s.") % before.number
        )
    if before:
        before.is_current = False
        before.save(update_fields=["is_current"])
    version = FileVersion(
        report=report,
        number=(report.files.aggregate(n=Max("number"))["n"] or 0) + 1,
        language=language,
        kind=found.kind,
        name=upload.name.replace("\x00", "").rpartition("/")[2][-200:],
        sha256=sha256,
        size=upload.size,
        pages=found.pages,
        note=note.strip(),
        by=by,
    )
    version.file.save(sha256, upload, save=False)
    version.save()
    report.languages = sorted(
        set(report.files.filter(is_current=True).values_list("language", flat=True))
    )
    report.updated_by = by
    report.save()
    index_report(report)
    transaction.on_commit(lambda: wake_reader(version.pk))
    return version


@transaction.atomic
def read_version(pk: int) -> FileVersion | None:
    """Take the text out of a kept file, page by page, and put it into the search. Idempotent.

    None where another worker is at it, or where it is done. Whoever uploaded a file that the search
    cannot find anything in is told by mail.
    """
    version = (
        FileVersion.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("report", "by__person")
        .filter(pk=pk, reading=FileVersion.Reading.WAITING)
        .first()
    )
    if version is None:
        return None
    config = config_of(version.language)
    try:
        pages = [
            FilePage(version=version, number=number, config=config, text=text)
            for number, text in texts(version)
        ]
    except Unreadable as error:
        # A file that breaks its reader stays readable by people; the page says that it is not found.
        log.warning("file_not_read", version=pk, error=str(error))
        pages, reading = [], FileVersion.Reading.FAILED
    else:
        reading = FileVersion.Reading.DONE if pages else FileVersion.Reading.NO_TEXT
    FilePage.objects.bulk_create(pages, 200, ignore_conflicts=True)
    version.reading = reading
    version.save(update_fields=["reading"])
    if pages:
        index_report(version.report)
    else:
        queue_mail(
            key=f"file_not_searchable:{version.pk}",
            template="file_not_searchable",
            to=version.by,
            context={
                "file": version.name,
                "title": version.report.title,
                "is_broken": reading == FileVersion.Reading.FAILED,
                "path": version.report.get_absolute_url(),
            },
            about=version.report,
        )
    return version


def save_report(report: Report) -> None:
    """After an edit: harvesters learn of what became public, and the search of new words."""
    if report.is_published and report.is_public and report.deposited_at is None:
        Report.objects.filter(pk=report.pk).update(deposited_at=timezone.now())
    index_report(report)


@transaction.atomic
def publish_report(report: Report, *, by: User, comment: str = "") -> Report:
    """Readers find it from now on; whoever follows one of its topics gets one mail, ever.

    Raises StepRefused without a file or a summary.
    """
    report = REPORT.take(report, "publish", by=by, comment=comment)
    if not report.files.filter(is_current=True).exists():
        raise StepRefused(_("There is no file yet. Upload the report before you publish it."))
    if not report.summary.strip():
        raise StepRefused(
            _("There is no summary yet: it is what readers and catalogues see first. Write it.")
        )
    today = timezone.localdate()
    report.published_on = report.published_on or today
    report.year = report.year or today.year
    if report.is_public:
        report.deposited_at = report.deposited_at or timezone.now()
    report.save(update_fields=["published_on", "year", "deposited_at"])
    index_report(report)
    for user in followers_of(report):
        queue_mail(
            key=f"report_published:{report.pk}:{user.person_id}",
            template="report_published",
            to=user,
            context={"title": report.title, "path": report.get_absolute_url()},
            about=report,
            by=by,
        )
    return report


def followers_of(report: Report) -> list[User]:
    """Who follows one of its themes or standards and may read it: each once."""
    topics = Following.objects.filter(
        Q(theme__in=report.themes.all()) | Q(standard__in=report.standards.all())
    )
    users = User.objects.current(timezone.localdate()).filter(pk__in=topics.values("user"))
    return [user for user in users.select_related("person") if is_for(user, report)]


def is_for(user: User, report: Report) -> bool:
    """Whether a follower may read it once it is published."""
    return (
        report.is_public
        or user.is_office
        or user.is_member
        or user.role in ("expert", "secretariat")
    )


@transaction.atomic
def follow(user: User, *, theme: Theme | None = None, standard: Standard | None = None) -> None:
    """Write to this user when a report on the topic is published. Twice is once."""
    Following.objects.get_or_create(user=user, theme=theme, standard=standard)


@transaction.atomic
def unfollow(user: User, *, theme: Theme | None = None, standard: Standard | None = None) -> None:
    """Write no more about this topic."""
    Following.objects.filter(user=user, theme=theme, standard=standard).delete()


def count_download(version: FileVersion) -> None:
    """One more download this month. Who it was is not kept."""
    month = timezone.localdate().replace(day=1)
    row, _made = Downloads.objects.get_or_create(version=version, month=month)
    Downloads.objects.filter(pk=row.pk).update(count=F("count") + 1)
