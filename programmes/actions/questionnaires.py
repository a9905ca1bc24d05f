"""Questionnaires: copied, put in order, made the one that is used."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from programmes.models import Question, Questionnaire
from rocb.models import User

PERM = "programmes.change_questionnaire"
COPIED = ("title_en", "title_fr", "beat", "intro", "intro_fr")
COPIED_QUESTION = (
    "position",
    "code",
    "text_en",
    "text_fr",
    "help",
    "help_fr",
    "kind",
    "options",
    "options_fr",
    "is_required",
    "level",
)


@transaction.atomic
def copy_questionnaire(questionnaire: Questionnaire, *, by: User) -> Questionnaire:
    """The same questions as a questionnaire of the office's own, to be changed at will."""
    if not by.has_perm(PERM) or by.office_id is None:
        raise PermissionDenied
    values = {name: getattr(questionnaire, name) for name in COPIED}
    for name in ("title_en", "title_fr"):
        if values[name]:
            with translation.override(name[-2:]):
                values[name] = (_("%s (copy)") % values[name])[:200]
    copy = Questionnaire.objects.create(
        office_id=by.office_id, created_by=by, updated_by=by, **values
    )
    Question.objects.bulk_create(
        Question(
            questionnaire=copy,
            created_by=by,
            updated_by=by,
            **{name: getattr(question, name) for name in COPIED_QUESTION},
        )
        for question in questionnaire.questions.all()
    )
    return copy


@transaction.atomic
def save_questionnaire(questionnaire: Questionnaire, *, by: User) -> Questionnaire:
    """Store it; where it is the one that is used, it takes the place of the one before.

    Surveys that are open keep the questions that they were opened with.
    """
    if questionnaire.is_default:
        questionnaire.is_active = True
        rivals = Questionnaire.objects.select_for_update(of=("self",)).filter(
            office=questionnaire.office_id, beat=questionnaire.beat, is_default=True
        )
        for rival in rivals.exclude(pk=questionnaire.pk):
            rival.is_default, rival.updated_by = False, by
            rival.save()
    if questionnaire.pk is None:
        questionnaire.created_by = by
    questionnaire.updated_by = by
    questionnaire.save()
    return questionnaire


def locked(question: Question, by: User) -> list[Question]:
    """All questions of the same questionnaire in their order, nobody else moving them."""
    sheet = Questionnaire.objects.select_for_update(of=("self",)).get(pk=question.questionnaire_id)
    if not sheet.allows(by, PERM):
        raise PermissionDenied
    return list(sheet.questions.all())


def number(questions: list[Question], by: User) -> None:
    for place, one in enumerate(questions, 1):
        if one.position != place:
            one.position, one.updated_by = place, by
            one.save()


@transaction.atomic
def move_question(question: Question, *, by: User, up: bool) -> None:
    """One place up or down; at the end of the list nothing happens."""
    questions = locked(question, by)
    here = next(at for at, one in enumerate(questions) if one.pk == question.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(questions):
        questions[here], questions[there] = questions[there], questions[here]
    number(questions, by)


@transaction.atomic
def take_out_question(question: Question, *, by: User) -> None:
    """Ask it no more. Surveys that were opened with it keep it, and its answers."""
    questions = [one for one in locked(question, by) if one.pk != question.pk]
    question.delete()
    number(questions, by)
