"""Surveys: planned, opened, answered without a name, chased, closed; and every bad input."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from programmes import actions
from programmes.asking import behind, content_of, link_of, token_of
from programmes.chores.surveys import run_surveys
from programmes.models import Question, Questionnaire, Respondent, Response, Survey
from rocb.models import Mail
from rocb.outbox import send_waiting
from rocb.workflow import StepRefused
from tests.factories.programmes import EventFactory
from tests.factories.rocb import PersonFactory, UserFactory
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
RIGHT = {"q-overall": "4", "q-length": "1", "q-better": "Nothing."}


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def sheets(office):
    """The house's questionnaires for the three beats."""
    return [three_questions(beat=beat, is_default=True) for beat in ("before", "end", "later")]


@pytest.fixture
def event(office, sheets):
    return EventFactory(
        office=office, status="confirmed", starts_on=ahead(30), ends_on=ahead(34), title="AEO"
    )


@pytest.fixture
def people(event, member):
    """Four who are coming."""
    return [
        NominationFactory(
            event=event,
            administration=member,
            person=PersonFactory(organisation=member, gender="w"),
            status="confirmed",
        ).person
        for _ in range(4)
    ]


@pytest.fixture
def survey(event, people, officer):
    """The one before the event, open."""
    actions.keep_beats(event, by=officer)
    return actions.open_survey(event.surveys.get(beat="before"), by=officer)


def first(survey) -> Respondent:
    return survey.respondents.order_by("pk").first()


def test_three_beats_are_planned_once_and_move_with_the_event(event, officer):
    actions.keep_beats(event, by=officer)
    assert actions.keep_beats(event, by=officer) == []
    days = event.surveys.order_by("opens_on").values_list("beat", "opens_on", "closes_on")
    assert list(days) == [
        ("before", ahead(16), ahead(29)),
        ("end", ahead(34), ahead(48)),
        ("later", ahead(216), ahead(244)),
    ]
    chosen = event.surveys.get(beat="later")
    chosen.follows_event = False
    chosen.save()
    event.starts_on, event.ends_on = ahead(60), ahead(61)
    event.save()
    actions.keep_beats(event, by=officer)
    days = event.surveys.order_by("opens_on").values_list("beat", "opens_on")
    assert list(days) == [("before", ahead(46)), ("end", ahead(61)), ("later", ahead(216))]


def test_announcing_plans_and_cancelling_takes_them_away(office, sheets, officer):
    event = EventFactory(
        office=office, status="planned", starts_on=ahead(30), ends_on=ahead(34), title="AEO"
    )
    announced = actions.announce_event(event, by=officer)
    assert announced.surveys.count() == 3
    actions.cancel_event(announced, by=officer, comment="Flood")
    assert announced.surveys.count() == 0


def test_moving_an_event_moves_its_surveys(event, officer):
    actions.keep_beats(event, by=officer)
    actions.move_event(event, by=officer, starts_on=ahead(50), ends_on=ahead(51), place="Suva")
    assert event.surveys.get(beat="end").opens_on == ahead(51)


def test_an_office_s_own_default_goes_before_the_house_s(event, office, officer):
    own = three_questions(beat="end", is_default=True, office=office)
    actions.keep_beats(event, by=officer)
    assert event.surveys.get(beat="end").questionnaire == own


def test_opening_copies_the_questions_and_writes_to_each_once(survey, people, officer):
    assert survey.content == content_of(survey.questionnaire)
    assert survey.respondents.count() == 4
    assert Mail.objects.filter(template="survey_asked").count() == 4
    actions.ask_people(survey, [(person, None) for person in people], by=officer)
    assert Mail.objects.count() == 4


def test_the_mail_carries_the_link_and_the_table_does_not(survey, mailoutbox):
    with time_machine.travel(timezone.now(), tick=False):  # a token holds the second of its making
        send_waiting()
        token = token_of(first(survey))
    assert len(mailoutbox) == 4
    (mail,) = [one for one in mailoutbox if token in one.body]
    assert "A few questions about AEO" in mail.subject
    assert "without your name" in mail.body
    rows = Mail.objects.values_list("context", "body")
    assert not any(token in str(row) for row in rows)


def test_an_answer_without_a_sign_in_once(client, survey):
    url = link_of(first(survey))
    page = client.get(url)
    assert (page.status_code, page["Cache-Control"]) == (200, "no-store")
    answer = client.post(url, RIGHT)
    assert "Your answer has arrived" in answer.content.decode()
    assert first(survey).has_answered
    again = client.post(url, RIGHT)
    assert (again.status_code, Response.objects.count()) == (410, 1)
    assert "Your answer has arrived" in again.content.decode()
    assert Response.objects.get().answers == {"overall": 4, "length": 1, "better": "Nothing."}


def test_nothing_leads_from_an_answer_to_its_giver(client, survey):
    """No link, no day, no moment, and keys that are drawn by lot."""
    for respondent in survey.respondents.order_by("pk"):
        client.post(link_of(respondent), RIGHT)
    assert set(survey.respondents.values_list("answered_at", flat=True)) == {None}
    rows = Response.objects.values_list("administration", "answered_on")
    assert set(rows) == {(None, None)}
    keys = list(Response.objects.values_list("pk", flat=True))
    assert all(key > 10**6 for key in keys)
    assert len({field.name for field in Response._meta.fields} & {"person", "respondent"}) == 0


@pytest.mark.parametrize("token", ["", "x", "a:b:c"])
def test_a_forged_link(client, survey, token):
    good = token_of(first(survey))
    for wrong in (f"{good}{token}x", f"{token}{good[5:]}", token or "0"):
        answer = client.get(reverse("programmes:answer", args=[wrong]))
        assert answer.status_code == 410
        assert "This link does not lead anywhere" in answer.content.decode()


def test_a_link_of_another_purpose(client, survey):
    from django.core import signing

    respondent = first(survey)
    other = signing.dumps(
        {"asked": respondent.pk, "at": respondent.asked_at.isoformat()}, salt="missions.place"
    )
    assert client.get(reverse("programmes:answer", args=[other])).status_code == 410


def test_answers_after_closing(client, survey, officer):
    url = link_of(first(survey))
    late = timezone.now() + timedelta(days=60)
    assert behind(token_of(first(survey)), late).state == "closed"
    actions.close_survey(survey, by=officer)
    answer = client.post(url, RIGHT)
    assert (answer.status_code, Response.objects.count()) == (410, 0)
    assert "The survey has closed" in answer.content.decode()
    with pytest.raises(StepRefused, match="has closed"):
        actions.record_answer(first(survey), {}, at=timezone.now())


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"q-overall": ""}, "Please answer this question."),
        ({"q-length": "7"}, "Choose among the answers that are offered."),
        ({"q-overall": "6"}, "Choose among the answers that are offered."),
        ({"q-better": "x" * 100_000}, "at most 4000 characters"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_typed_is_lost(client, survey, wrong, sentence):
    url = link_of(first(survey))
    answer = client.post(url, {**RIGHT, "q-better": "Shorter days.", **wrong})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    if "q-better" not in wrong:
        assert "Shorter days." in html
    assert not Response.objects.exists()
    assert not first(survey).has_answered


def test_the_language_is_chosen_and_what_was_typed_stays(client, survey):
    url = link_of(first(survey))
    data = {"q-length": "1", "q-better": "Un café", "switch": "fr"}
    html = client.post(f"{url}?language=fr", data).content.decode()
    assert "Trop court" in html
    assert "Un café" in html
    assert re.search(r'value="1"[^>]*checked', html)
    assert 'lang="fr"' in html
    Question.objects.filter(code="length").update(options_fr=[])
    survey.content = content_of(survey.questionnaire)
    survey.save()
    assert "Trop court" not in client.get(f"{url}?language=fr").content.decode()


def test_changing_a_questionnaire_leaves_an_open_survey_alone(client, survey, officer):
    question = survey.questionnaire.questions.get(code="overall")
    Question.objects.filter(pk=question.pk).update(text="Something else?")
    survey.questionnaire.questions.get(code="length").delete()
    html = client.get(link_of(first(survey))).content.decode()
    assert "How was it?" in html
    assert "How long?" in html
    assert "Something else?" not in html


def test_a_survey_without_questions_or_people_does_not_open(event, officer, member, sheets):
    actions.keep_beats(event, by=officer)
    survey = event.surveys.get(beat="before")
    with pytest.raises(StepRefused, match="nobody to ask"):
        actions.open_survey(survey, by=officer)
    NominationFactory(event=event, administration=member, status="confirmed")
    survey.questionnaire.questions.all().delete()
    with pytest.raises(StepRefused, match="no questions"):
        actions.open_survey(survey, by=officer)


def test_who_is_asked_at_the_end(event, people, officer, member):
    NominationFactory(event=event, administration=member, status="no_show")
    NominationFactory(event=event, administration=member, status="waiting")
    actions.keep_beats(event, by=officer)
    survey = event.surveys.get(beat="end")
    assert [person for person, _member in actions.people_of(survey)] == people
    event.nominations.filter(person=people[0]).update(status="attended")
    later = event.surveys.get(beat="later")
    assert [person for person, _member in actions.people_of(later)] == people[:1]


def test_the_clock_opens_closes_and_does_nothing_twice(event, people, office, time_machine):
    def run(day, hour=1):
        moment = timezone.make_aware(
            timezone.datetime(day.year, day.month, day.day, hour), timezone.get_default_timezone()
        )
        time_machine.move_to(moment, tick=False)
        return run_surveys(moment)

    assert run(TODAY).done == 3
    assert run(TODAY).done == 0
    assert run(ahead(16)).done == 1
    assert event.surveys.get(beat="before").status == "open"
    assert run(ahead(16), 5).done == 0
    assert Mail.objects.filter(template="survey_asked").count() == 4
    late = PersonFactory()
    NominationFactory(event=event, person=late, status="confirmed")
    event.nominations.filter(person=people[0]).update(status="no_show")
    assert run(ahead(17)).done == 2
    assert event.surveys.get(beat="before").respondents.filter(person=late).exists()
    assert not event.surveys.get(beat="before").respondents.filter(person=people[0]).exists()
    # Half-way and three days before the end; missed ones are one mail.
    assert run(ahead(27)).done == 4
    assert run(ahead(27), 9).done == 0
    assert Mail.objects.filter(template="survey_nudged").count() == 4
    assert run(ahead(30)).done == 1
    assert event.surveys.get(beat="before").status == "closed"
    assert run(ahead(30), 9).done == 0


def test_reminders_are_few_and_never_after_answering(client, survey, officer, attache):
    with pytest.raises(PermissionDenied):
        actions.nudge(survey, by=attache)
    assert actions.nudge(survey, by=officer) == 0, "they were asked a moment ago"
    survey.respondents.update(asked_at=timezone.now() - timedelta(days=5))
    client.post(link_of(first(survey)), RIGHT)
    for _ in range(5):
        survey.respondents.update(nudged_at=timezone.now() - timedelta(days=3))
        actions.nudge(survey, by=officer)
    assert set(survey.respondents.values_list("has_answered", "nudges")) == {(True, 0), (False, 3)}
    assert Mail.objects.filter(template="survey_nudged").count() == 9


def test_a_reminder_that_waits_does_not_go_to_somebody_who_has_answered(
    client, survey, officer, mailoutbox
):
    client.post(link_of(first(survey)), RIGHT)
    send_waiting()
    assert len(mailoutbox) == 3


def test_answers_without_a_name_count_from_three_on(client, survey, officer):
    rows = list(survey.respondents.order_by("pk"))
    for row in rows[:2]:
        client.post(link_of(row), RIGHT)
    actions.close_survey(survey, by=officer)
    assert Response.objects.filter(is_counted=True).count() == 0
    again = actions.reopen_survey(survey, by=officer, closes_on=ahead(3))
    client.post(link_of(rows[2]), RIGHT)
    again = actions.close_survey(again, by=officer)
    assert Response.objects.filter(is_counted=True).count() == 3
    again = actions.reopen_survey(again, by=officer, closes_on=ahead(3))
    client.post(link_of(rows[3]), RIGHT)
    actions.close_survey(again, by=officer)
    assert Response.objects.filter(is_counted=True).count() == 3


def test_a_yearly_survey_asks_coordinators_and_is_named(
    client, office, officer, member, coordinator, contributor, other_coordinator
):
    sheet = three_questions(beat="needs")
    second = UserFactory(role="coordinator", organisation=member)
    survey = actions.new_survey(
        sheet, office=office, title="Needs", closes_on=ahead(20), by=officer
    )
    survey = actions.open_survey(survey, by=officer)
    asked = survey.respondents.values_list("person_id", flat=True)
    assert set(asked) == {coordinator.person_id, second.person_id, other_coordinator.person_id}
    row = survey.respondents.get(person=coordinator.person)
    client.force_login(coordinator)
    desk = client.get("/").content.decode()
    assert desk.count("Questions to answer: Needs") == 1
    mine = reverse("programmes:survey-mine", args=[row.pk])
    page = client.get(mine, follow=True)
    assert "You answer for Vanuatu." in page.content.decode()
    client.post(page.redirect_chain[-1][0], RIGHT)
    assert Response.objects.get().administration == member
    # The other coordinator of the same member need not answer, and cannot.
    other = survey.respondents.get(person=second.person)
    assert other.has_answered
    assert client.post(link_of(other), RIGHT).status_code == 410
    assert "Questions to answer" not in client.get("/").content.decode()


def test_a_circular_asks_whom_it_likes(office, officer, member, person):
    sheet = three_questions(beat="circular")
    survey = actions.new_survey(sheet, office=office, title="A", closes_on=ahead(9), by=officer)
    run_surveys(timezone.now())
    survey.refresh_from_db()
    assert survey.status == "planned"
    survey = actions.ask_people(survey, [(person, member), (person, member)], by=officer)
    assert (survey.status, survey.respondents.count()) == ("open", 1)
    stranger = PersonFactory()
    actions.ask_people(survey, [(stranger, None)], by=officer)
    assert survey.respondents.count() == 2
    closed = actions.close_survey(survey, by=officer)
    with pytest.raises(StepRefused, match="closed"):
        actions.ask_people(closed, [(PersonFactory(), None)], by=officer)


def test_respondents_are_seen_by_the_office_and_by_whom_was_asked(
    office, officer, coordinator, contributor, other_coordinator, member, donor
):
    named = SurveyFactory(office=office, questionnaire__beat="needs", status="open")
    row = RespondentFactory(survey=named, person=coordinator.person, administration=member)
    around = SurveyFactory(office=office, questionnaire__beat="end", status="open")
    own = RespondentFactory(survey=around, person=contributor.person, administration=member)
    seen = {
        user: set(Respondent.objects.visible_to(user))
        for user in (officer, coordinator, contributor, other_coordinator, donor)
    }
    assert seen == {
        officer: {row, own},
        coordinator: {row},
        contributor: {own},
        other_coordinator: set(),
        donor: set(),
    }


def test_surveys_that_could_not_open_are_on_the_desk(client, event, officer, office):
    actions.keep_beats(event, by=officer)
    Survey.objects.filter(beat="before").update(opens_on=ahead(-1))
    client.force_login(officer)
    assert "Survey that did not open" in client.get("/").content.decode()


def test_another_office_sees_none_of_it(officer, other_office_survey):
    assert not Survey.objects.visible_to(officer).filter(pk=other_office_survey.pk).exists()
    assert not other_office_survey.allows(officer, "programmes.run_survey")


@pytest.fixture
def other_office_survey(db):
    from tests.factories.rocb import OfficeFactory, RegionFactory

    elsewhere = OfficeFactory(region=RegionFactory(code="ESA", name="East"))
    return SurveyFactory(office=elsewhere)


def test_house_questionnaires_are_loaded_once_and_can_be_answered_in_both_languages(db):
    from programmes.asking import languages_in
    from programmes.house_questionnaires import questionnaires

    made = questionnaires()
    assert made.added == Questionnaire.objects.count() + Question.objects.count()
    again = questionnaires()
    assert (again.added, again.changed) == (0, 0)
    beats = Questionnaire.objects.filter(is_default=True).values_list("beat", flat=True)
    assert sorted(beats) == ["before", "end", "follow_up", "later", "needs"]
    assert all(languages_in(content_of(one)) == ["en", "fr"] for one in Questionnaire.objects.all())


def test_before_and_after_ask_with_the_same_codes(db):
    from programmes.house_questionnaires import questionnaires

    questionnaires()
    codes = {
        sheet.beat: set(sheet.questions.values_list("code", flat=True))
        for sheet in Questionnaire.objects.all()
    }
    assert {"knowledge", "confidence"} <= codes["before"] & codes["end"] & codes["later"]


def test_one_default_for_a_beat(office, officer):
    first_one = QuestionnaireFactory(office=office, is_default=True)
    second = QuestionnaireFactory(office=office)
    QuestionFactory(questionnaire=second)
    second.is_default = True
    actions.save_questionnaire(second, by=officer)
    first_one.refresh_from_db()
    assert (first_one.is_default, second.is_default) == (False, True)
