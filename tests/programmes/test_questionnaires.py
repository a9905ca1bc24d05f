"""The questionnaire builder and the pages of surveys, as officers use them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from programmes.models import Question, Questionnaire, Survey
from rocb.models import StatusChange
from tests.factories.programmes import EventFactory
from tests.factories.rocb import PersonFactory
from tests.factories.surveys import (
    NominationFactory,
    QuestionFactory,
    QuestionnaireFactory,
    RespondentFactory,
    SurveyFactory,
    three_questions,
)

pytestmark = pytest.mark.django_db
TODAY = date.today()


def url(name, *args):
    return reverse(f"programmes:{name}", args=args)


@pytest.fixture
def sheet(office):
    return three_questions(office=office, title="Ours")


def codes(sheet) -> list[str]:
    return list(sheet.questions.values_list("code", flat=True))


def test_from_a_new_questionnaire_to_its_preview(client, officer, office):
    client.force_login(officer)
    client.post(url("questionnaire-create"), {"title_en": "End", "beat": "end", "is_default": "on"})
    sheet = Questionnaire.objects.get()
    assert (sheet.office_id, sheet.is_default, sheet.is_active) == (office.pk, True, True)
    page = client.post(
        url("question-create", sheet.pk),
        {
            "text_en": "How long?",
            "text_fr": "Durée ?",
            "kind": "choice",
            "options": "Short\n\n  Right \n",
            "options_fr": "Courte\nBien",
            "code": "Length",
            "level": "1",
            "is_required": "on",
        },
        follow=True,
    )
    question = Question.objects.get()
    assert (question.code, question.position) == ("length", 1)
    assert (question.options, question.options_fr) == (["Short", "Right"], ["Courte", "Bien"])
    assert "How long?" in page.content.decode()
    preview = url("questionnaire-preview", sheet.pk)
    assert "Durée ?" in client.get(preview, {"language": "fr"}).content.decode()
    assert client.post(preview, {}).status_code == 422
    right = client.post(preview, {"q-length": "1"})
    assert (right.status_code, "Nothing has been kept" in right.content.decode()) == (200, True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"options": "One"}, "Give at least two answers to choose from."),
        ({"options": "Same\nSame"}, "“Same” stands here twice."),
        ({"options": "A\n" + "x" * 121}, "This answer is longer than 120 characters"),
        ({"options": "\n".join(map(str, range(21)))}, "Give at most 20 answers"),
        ({"options_fr": "Un"}, "There are 2 answers in English and 1 in French."),
        ({"code": "overall"}, "Another question has this code."),
        ({"code": "two words"}, "Enter a valid"),
        ({"text_en": "x" * 401}, "at most 400 characters"),
    ],
)
def test_a_wrong_question_is_told(client, officer, sheet, wrong, sentence):
    client.force_login(officer)
    right = {"text_en": "Q?", "kind": "choices", "options": "A\nB", "code": "new"}
    answer = client.post(url("question-create", sheet.pk), {**right, **wrong})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert sheet.questions.count() == 3


def test_up_down_and_out(client, officer, sheet):
    client.force_login(officer)
    first, second, _third = sheet.questions.all()
    client.post(url("question-move", first.pk), {"to": "down"})
    assert codes(sheet) == ["length", "overall", "better"]
    client.post(url("question-move", second.pk), {"to": "up"})
    assert codes(sheet) == ["length", "overall", "better"]
    client.post(url("question-delete", second.pk))
    assert codes(sheet) == ["overall", "better"]
    assert list(sheet.questions.values_list("position", flat=True)) == [1, 2]


def test_the_house_s_own_is_copied_not_changed(client, officer, office):
    house = three_questions(is_default=True, title="House")
    client.force_login(officer)
    assert client.get(url("questionnaire-edit", house.pk)).status_code == 403
    question = house.questions.first()
    for name in ("question-edit", "question-delete"):
        assert client.get(url(name, question.pk)).status_code == 403
    assert client.post(url("question-move", question.pk)).status_code == 403
    page = client.post(url("questionnaire-copy", house.pk), follow=True)
    copy = Questionnaire.objects.get(office=office)
    assert (copy.title, copy.is_default, codes(copy)) == ("House (copy)", False, codes(house))
    assert "This is your copy" in page.content.decode()


def test_two_people_on_one_question(client, officer, sheet):
    client.force_login(officer)
    question = sheet.questions.get(code="overall")
    data = {"text_en": "Mine?", "kind": "rating", "code": "overall", "is_required": "on"}
    stale = question.updated_at.isoformat()
    question.text = "Theirs?"
    question.save()
    answer = client.post(url("question-edit", question.pk), {**data, "version": stale})
    assert answer.status_code == 409
    assert "Theirs?" in answer.content.decode()


def test_another_office_s_questionnaire_is_not_there(client, officer):
    from tests.factories.rocb import OfficeFactory, RegionFactory

    other = QuestionnaireFactory(
        office=OfficeFactory(region=RegionFactory(code="ESA", name="East")), is_default=True
    )
    question = QuestionFactory(questionnaire=other)
    client.force_login(officer)
    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.get(url("question-edit", question.pk)).status_code == 404


def test_a_yearly_survey_from_form_to_results(
    client, officer, coordinator, other_coordinator, member
):
    sheet = three_questions(beat="needs", is_default=True)
    client.force_login(officer)
    data = {
        "title_en": "Needs 2027",
        "questionnaire": sheet.pk,
        "administrations": [member.pk],
        "opens_on": TODAY,
        "closes_on": TODAY + timedelta(days=30),
    }
    backwards = client.post(url("survey-create"), {**data, "opens_on": TODAY + timedelta(days=40)})
    assert "The survey closes before it opens." in backwards.content.decode()
    past = client.post(url("survey-create"), {**data, "closes_on": TODAY - timedelta(days=1)})
    assert "This day has passed." in past.content.decode()
    planned = client.post(url("survey-create"), data, follow=True).content.decode()
    assert "1 person would be asked today." in planned
    survey = Survey.objects.get()
    step = url("survey-step", survey.pk, "open")
    assert coordinator.person.full_name in client.get(step).content.decode()
    opened = client.post(step, follow=True).content.decode()
    assert "0 of 1 have answered" in opened
    who = client.get(survey.get_absolute_url(), {"tab": "who"}).content.decode()
    assert coordinator.person.full_name in who
    assert "not yet" in who
    steps = StatusChange.objects.of(survey).values_list("step", flat=True)
    assert list(steps) == ["open"]


def test_an_open_survey_keeps_its_questions_and_first_day(client, officer, office):
    sheet = three_questions(beat="needs")
    survey = SurveyFactory(office=office, questionnaire=sheet, status="open")
    client.force_login(officer)
    html = client.get(url("survey-edit", survey.pk)).content.decode()
    assert 'name="questionnaire"' not in html
    assert 'name="opens_on"' not in html
    later = TODAY + timedelta(days=50)
    client.post(
        url("survey-edit", survey.pk),
        {"title_en": "T", "closes_on": later, "version": survey.updated_at.isoformat()},
    )
    survey.refresh_from_db()
    assert (survey.closes_on, survey.follows_event) == (later, False)
    client.post(url("survey-step", survey.pk, "close"))
    turned = client.get(url("survey-edit", survey.pk), follow=True).content.decode()
    assert "Open it again to change its last day" in turned
    again = client.post(
        url("survey-step", survey.pk, "reopen"),
        {"closes_on": TODAY - timedelta(days=2)},
        follow=True,
    )
    assert "Choose a closing day that is still to come." in again.content.decode()


def test_reminding_from_the_page(client, officer, office):
    survey = SurveyFactory(office=office, questionnaire=three_questions(), status="open")
    row = RespondentFactory(survey=survey)
    client.force_login(officer)
    page = url("survey-nudge", survey.pk)
    nobody = client.get(page, follow=True).content.decode()
    assert "There is nobody to remind now." in nobody
    survey.respondents.update(asked_at=row.asked_at - timedelta(days=4))
    assert row.person.full_name in client.get(page).content.decode()
    done = client.post(page, follow=True).content.decode()
    assert "1 person is reminded." in done


def test_the_surveys_of_an_event_from_its_page(client, officer, office, member):
    for beat in ("before", "end", "later"):
        three_questions(beat=beat, is_default=True, title=f"Sheet {beat}")
    day = TODAY + timedelta(days=20)
    event = EventFactory(office=office, status="announced", starts_on=day, ends_on=day)
    person = PersonFactory(organisation=member, email="")
    NominationFactory(event=event, administration=member, person=person, status="confirmed")
    client.force_login(officer)
    tab = url("event-evaluation", event.pk)
    assert "No survey yet" in client.get(tab).content.decode()
    planned = client.post(url("event-surveys-plan", event.pk), follow=True).content.decode()
    assert "3 surveys are planned." in planned
    assert (
        "Nothing to plan"
        in client.post(url("event-surveys-plan", event.pk), follow=True).content.decode()
    )
    survey = event.surveys.get(beat="before")
    shown = client.get(survey.get_absolute_url()).content.decode()
    assert "No address:" in shown
    assert person.full_name in shown


def test_an_officer_of_another_office_does_not_see_the_tab(client, coordinator, officer, office):
    from tests.factories.rocb import OfficeFactory, RegionFactory

    elsewhere = OfficeFactory(region=RegionFactory(code="ESA", name="East"))
    event = EventFactory(office=elsewhere, status="held")
    for user in (officer, coordinator):
        client.force_login(user)
        assert client.get(url("event-evaluation", event.pk)).status_code == 404


def test_lists_filter_and_export(client, officer, office):
    SurveyFactory(office=office, questionnaire=three_questions(beat="needs"), title="Needs")
    SurveyFactory(office=office, questionnaire=three_questions(beat="end"), title="End")
    client.force_login(officer)
    listed = client.get(url("survey-list"), {"beat": "needs"}).content.decode()
    assert ">Needs<" in listed
    assert ">End<" not in listed
    rows = b"".join(client.get(url("survey-list"), {"export": "csv"}).streaming_content)
    assert b"Needs" in rows
    fragment = client.get(url("survey-list"), headers={"HX-Request": "true"}).content.decode()
    assert fragment.lstrip().startswith('<div id="rows">')


def test_the_api_opens_a_survey_with_the_same_refusals(client, officer, office):
    survey = SurveyFactory(office=office, questionnaire=three_questions(beat="needs"))
    client.force_login(officer)
    step = reverse("api:surveys-step", args=[survey.pk, "open"])
    refused = client.post(step, {}, content_type="application/json")
    assert (refused.status_code, "nobody to ask" in refused.json()["detail"]) == (409, True)
    row = client.get(reverse("api:questionnaires-detail", args=[survey.questionnaire_id])).json()
    assert [one["code"] for one in row["questions"]] == ["overall", "length", "better"]
