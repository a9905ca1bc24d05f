"""A mission's report: its versions as pages, PDF and Word; comments of the member and replies."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from missions.actions import remark, reply
from missions.forms.missions import ReplyForm
from missions.models import Level, Mission, ReportRemark, ReportVersion
from missions.models.choices import Answer, Horizon, Priority
from missions.report import content_of, document_of
from missions.views.missions import MissionRecord
from missions.workflow import MissionStatus
from rocb import markup
from rocb.documents import MissingGlyph, docx, pdf
from rocb.frozen import as_read
from rocb.views.house import Page, RecordPage, VerbPage
from rocb.workflow import StepRefused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def shown(content: dict, remarks=()) -> dict:
    """Content as the page shows it: words in place of keys, comments under their places."""
    said: dict[str, list] = {}
    for one in remarks:
        said.setdefault(one.anchor, []).append(one)

    def pieces(name):
        return [{**piece, "remarks": said.get(piece["anchor"], [])} for piece in content[name]]

    texts = (
        ("objectives", _("Why the mission was asked for")),
        ("terms", _("Terms of reference")),
        ("situation", _("Situation")),
    )
    after = (("way_forward", _("Way forward")), ("debrief", _("Debrief")))
    return {
        "before": [(title, pieces(name)) for name, title in texts if content[name]],
        "after": [(title, pieces(name)) for name, title in after if content[name]],
        "areas": [shown_area(area, said) for area in content["areas"]],
        "comparison": [
            {
                "area": f"{row['number']} {row['title']}",
                "before": level(row["before"]),
                "after": level(row["after"]),
            }
            for row in content["comparison"]
        ],
        "agenda": content["agenda"],
        "team": content["team"],
    }


def level(value) -> str:
    return "–" if value is None else str(Level(value).label)


def shown_area(area: dict, said: dict) -> dict:
    def with_remarks(piece):
        return {**piece, "remarks": said.get(piece["anchor"], [])}

    return {
        "title": f"{area['number']} {area['title']}" if area["title"] else _("Other"),
        "level": level(area["level"]) if area["level"] is not None else "",
        "note": area["note"],
        "findings": [with_remarks(piece) for piece in area["findings"]],
        "recommendations": [
            {
                **with_remarks(piece),
                "priority": Priority(piece["priority"]).label,
                "horizon": Horizon(piece["horizon"]).label,
                "answer": Answer(piece["answer"]).label if piece["answer"] else "",
            }
            for piece in area["recommendations"]
        ],
    }


def marked(version: ReportVersion) -> str:
    """What stands on each printed page."""
    if version.kind == ReportVersion.Kind.FINAL:
        return ""
    return _("Draft %s") % version.number


class VersionRecord(MissionRecord):
    """A version that the reader may see, and its mission."""

    def find_version(self) -> ReportVersion:
        versions = ReportVersion.objects.visible_to(self.request.user)
        version = get_object_or_404(
            versions.select_related("mission__administration", "made_by__person"),
            mission=self.kwargs["pk"],
            number=self.kwargs["number"],
        )
        self.record = version.mission
        return version


class ReportVersionPage(VersionRecord, Page):
    perm = "missions.view_mission"
    template_name = "missions/report_version.html"

    def get(self, request, pk, number):
        return self.answer(self.find_version())

    def post(self, request, pk, number):
        version = self.find_version()
        anchor = request.POST.get("anchor", "")
        try:
            remark(version, by=request.user, anchor=anchor, text=request.POST.get("text", ""))
        except StepRefused as refused:
            messages.error(request, str(refused))
        except ValidationError as error:
            messages.error(request, error.messages[0])
        else:
            messages.success(request, _("Your comment has been sent to the office."))
        return HttpResponseRedirect(f"{request.path}#{anchor}")

    def answer(self, version):
        mission, user, content = version.mission, self.request.user, as_read(version.content)
        remarks = list(version.remarks.select_related("created_by__person", "replied_by__person"))
        is_open = mission.status == MissionStatus.MEMBER_COMMENTS
        is_last = version.number == mission.report_versions.count()
        return self.page(
            {
                "title": _("Report of the mission to %s") % content["member"],
                "version": version,
                "mission": mission,
                "report": shown(content, remarks),
                "facts": [
                    (_("Version"), f"{version.number}, {version.get_kind_display()}"),
                    (_("Sent"), markup.moment(version.made_at)),
                    (_("By"), version.made_by and version.made_by.full_name),
                    (_("Comments wanted by"), markup.weekday(mission.comments_due_on)),
                ],
                "may_comment": is_open
                and is_last
                and mission.allows(user, "missions.comment_report"),
                "may_reply": mission.allows(user, "missions.run_mission"),
                "files": files_of(mission, version),
            }
        )


def files_of(mission, version) -> list[tuple[str, str]]:
    return [
        (label, reverse("missions:report-file", args=[mission.pk, version.number, kind]))
        for kind, label in (("pdf", "PDF"), ("docx", "Word"))
    ]


class ReportPreview(MissionRecord, RecordPage):
    """The report as it stands, for those who write it; nothing is kept."""

    perm = "missions.write_findings"
    template_name = "missions/report_version.html"
    title = gettext_lazy("The report as it stands")

    def get(self, request, pk):
        self.record = mission = self.find()
        if not mission.allows(request.user, self.perm):
            raise PermissionDenied
        content = content_of(mission)
        if request.GET.get("as") in RENDERERS:
            return printed(
                request, mission, content, request.GET["as"], mark=_("Not sent yet"), name="preview"
            )
        return self.page(
            {
                "mission": mission,
                "report": shown(content),
                "is_preview": True,
                "files": [
                    ("PDF", f"{request.path}?as=pdf"),
                    ("Word", f"{request.path}?as=docx"),
                ],
            }
        )


RENDERERS = {"pdf": (pdf, "application/pdf"), "docx": (docx, WORD)}


def printed(
    request, mission: Mission, content: dict, kind: str, *, mark: str, name: str
) -> HttpResponse:
    """The report as a file to keep, in the reader's language."""
    render, content_type = RENDERERS[kind]
    language = get_language() or "en"
    try:
        file = render(document_of(content, mark=mark, language=language))
    except MissingGlyph as missing:
        messages.error(
            request,
            _("The PDF cannot show these letters: %s. Take the Word file, or write them in Latin.")
            % missing,
        )
        return HttpResponseRedirect(f"{mission.get_absolute_url()}?tab=report")
    response = HttpResponse(file, content_type=content_type)
    stem = slugify(f"{mission.administration.iso2}-mission-{mission.pk}-{name}")
    response["Content-Disposition"] = f'attachment; filename="{stem}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response


class ReportFile(VersionRecord, Page):
    """A version as PDF or Word."""

    perm = "missions.view_mission"

    def get(self, request, pk, number, kind):
        if kind not in RENDERERS:
            raise Http404
        version = self.find_version()
        return printed(
            request,
            version.mission,
            as_read(version.content),
            kind,
            mark=marked(version),
            name=f"report-{number}",
        )


class RemarkReply(VerbPage):
    """The office replies to one comment."""

    perm = "missions.run_mission"
    model = ReportRemark
    form_class = ReplyForm
    title = gettext_lazy("Reply to the comment")
    submit_label = gettext_lazy("Save the reply")

    def queryset(self):
        return super().queryset().select_related("mission__administration", "version")

    def breadcrumbs(self):
        mission = self.record.mission
        return [
            (_("Missions"), reverse("missions:mission-list")),
            (str(mission), mission.get_absolute_url()),
        ]

    @property
    def lead(self):
        return f"{self.record.anchor}: {self.record.text}"

    def initial(self, record):
        return {"text": record.reply}

    def act(self, record, text):
        return reply(record, by=self.request.user, text=text)
