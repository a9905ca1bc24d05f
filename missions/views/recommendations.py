"""Recommendations: what was advised, what the member answered, which actions carry it out."""

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.actions import answer_recommendation
from missions.filters import RecommendationFilter
from missions.forms.plans import AnswerForm, RecommendationForm
from missions.models import Action, Answer, Finding, Recommendation
from missions.models.choices import Priority
from missions.views.field import Rewriting
from missions.views.plans import member_can_see
from rocb import markup
from rocb.models.alphabet import az
from rocb.panels import panels_on
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, VerbPage

ANSWER_TONES = {Answer.ACCEPTED: "ok", Answer.PARTLY: "warn", Answer.NOTED: "neutral"}


class RecommendationList(ListPage):
    perm = "missions.view_recommendation"
    model = Recommendation
    title = gettext_lazy("Recommendations")
    filterset_class = RecommendationFilter
    ordering = ("administration__country_name__az", "pk")
    columns = (
        Column("number", gettext_lazy("Number"), link="missions:recommendation-detail"),
        Column("text", gettext_lazy("Recommendation"), is_sortable=False),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("area", gettext_lazy("Area"), "area__title"),
        Column("priority", gettext_lazy("Priority"), choices=Priority),
        Column("answer", gettext_lazy("Answer"), kind="tag", choices=Answer),
        Column("made", gettext_lazy("Made"), "made_on", kind="day"),
    )
    create = (
        "missions.change_recommendation",
        "missions:recommendation-create",
        gettext_lazy("New recommendation"),
    )
    empty = {
        "title": gettext_lazy("No recommendation yet"),
        "text": gettext_lazy("What missions advise a member to do is listed here."),
    }

    def count_label(self, count):
        return ngettext("%d recommendation", "%d recommendations", count) % count


class RecommendationRecord:
    model = Recommendation

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related(
                "administration", "area", "answered_by__person", "mission__administration"
            )
        )

    def breadcrumbs(self):
        trail = [(_("Recommendations"), reverse("missions:recommendation-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.number, record.get_absolute_url())] if record else trail


class RecommendationDetail(RecommendationRecord, DetailPage):
    perm = "missions.view_recommendation"
    kicker = gettext_lazy("Recommendation")
    template_name = "missions/recommendation_detail.html"

    def status(self, record):
        if not record.answer:
            return _("Not answered yet"), "warn"
        return record.get_answer_display(), ANSWER_TONES[record.answer]

    def links(self, record):
        user, found = self.request.user, []
        if record.allows(user, "missions.answer_recommendation"):
            label = _("Change the answer") if record.answer else _("Answer")
            found.append((label, reverse("missions:recommendation-answer", args=[record.pk])))
        if record.allows(user, "missions.change_recommendation"):
            found.append((_("Edit"), reverse("missions:recommendation-edit", args=[record.pk])))
        return found

    def find(self):
        record = super().find()
        self.is_rewritten = bool(
            record.rewritten and record.mission.shows_unsent(self.request.user)
        )
        return record.as_written() if self.is_rewritten else record

    def findings(self, record):
        """Those that this reader has been sent, or writes."""
        return Finding.objects.visible_to(self.request.user).filter(recommendations=record)

    def facts(self, record):
        member = record.administration
        return [
            (_("Member"), markup.link(member.country_name, member.get_absolute_url())),
            (_("Area"), record.area and record.area.title),
            (_("Priority"), record.get_priority_display()),
            (_("Horizon"), record.get_horizon_display()),
            (
                _("From"),
                markup.link(record.mission, f"{record.mission.get_absolute_url()}?tab=findings")
                if record.mission
                else record.source,
            ),
            (_("Findings"), ", ".join(f"{one}: {one.text[:120]}" for one in self.findings(record))),
            (_("Made on"), markup.day(record.made_on)),
            (
                _("Standards"),
                ", ".join(str(one) for one in record.standards.order_by("position")),
            ),
            (_("Reason"), record.answer_reason),
            (
                _("Rewritten"),
                _("The member reads it when the report is sent again.")
                if self.is_rewritten
                else "",
            ),
            (
                _("Answered by"),
                record.answered_by
                and f"{record.answered_by.full_name}, {markup.moment(record.answered_at)}",
            ),
        ]

    def chain(self, record):
        seen = record.actions.visible_to(self.request.user)
        shown = seen.only("number", "title", "status", "current_due_on")
        in_order = shown.order_by("plan", "position")
        found = list(in_order[: MOST_ACTIONS + 1])
        self.actions = found[:MOST_ACTIONS]
        self.more_url = ""
        links = [(action.number, action.get_absolute_url()) for action in self.actions]
        if len(found) > MOST_ACTIONS:
            self.more_url = f"{reverse('missions:action-list')}?recommendation={record.pk}"
            links.append((_("See all of them"), self.more_url))
        mission = record.mission
        return [
            (
                _("Mission"),
                [(mission.get_phase_display(), mission.get_absolute_url())] if mission else [],
                False,
            ),
            (_("Recommendation"), [(record.number, "")], True),
            (_("Actions"), links, False),
        ]

    def who_can_see(self, record):
        return member_can_see(record.administration)

    def details(self, record):
        return {
            "solutions": solved_elsewhere(record, self.request.user),
            "panels": panels_on("recommendation", self.request.user, record),
            "title": _("Recommendation %s") % record.number,
            "lead": record.text,
            "tasks": [
                {
                    "text": str(action),
                    "url": action.get_absolute_url(),
                    "tag": action.get_status_display(),
                    "tone": markup.tone_of(action.status),
                    "by": markup.day(action.current_due_on),
                }
                for action in self.actions
            ],
            "more_url": self.more_url,
        }


# A recommendation is carried out by a few actions; a page need not draw more.
MOST_ACTIONS = 12


def solved_elsewhere(record, user) -> list[dict]:
    """What other members did last about the same standards, as far as they let others read it."""
    linked = Action.standards.through.objects.filter(standard__in=record.standards.all())
    # Not as a filter of its own: PostgreSQL would gather all that is linked before it sorts, where
    # the index of what is told, newest first, leads to the first twelve at once.
    same_standard = Coalesce(Exists(linked.filter(action=OuterRef("pk"))), False)
    rows = (
        Action.objects.told_by_others(user)
        .alias(same_standard=same_standard)
        .filter(same_standard=True)
        .exclude(plan__administration=record.administration_id)
        .select_related("plan__administration")
        .order_by(F("implemented_at").desc(nulls_last=True), "-pk")[:12]
    )
    return [
        {
            "member": row.plan.administration.country_name,
            "title": row.title,
            "result": row.expected_result,
        }
        for row in sorted(rows, key=lambda row: az(row.plan.administration.country_name))
    ]


class RecommendationCreate(RecommendationRecord, CreatePage):
    perm = "missions.change_recommendation"
    title = gettext_lazy("New recommendation")
    form_class = RecommendationForm

    def form(self, data=None, files=None, **more):
        return RecommendationForm(data, files, user=self.request.user, **more)

    def cancel_url(self):
        return reverse("missions:recommendation-list")


class RecommendationEdit(Rewriting, RecommendationRecord, EditPage):
    perm = "missions.change_recommendation"
    title = gettext_lazy("Edit the recommendation")
    form_class = RecommendationForm

    def form(self, data=None, files=None, **more):
        return super().form(data, files, user=self.request.user, **more)


class RecommendationAnswer(RecommendationRecord, VerbPage):
    perm = "missions.answer_recommendation"
    title = gettext_lazy("Answer the recommendation")
    submit_label = gettext_lazy("Save the answer")
    form_class = AnswerForm

    @property
    def lead(self):
        return self.record.text

    def initial(self, record):
        return {"answer": record.answer, "answer_reason": record.answer_reason}

    def act(self, record, answer, answer_reason):
        return answer_recommendation(
            record, by=self.request.user, answer=answer, reason=answer_reason
        )
