"""What the answers say, and what is never said: fewer than three, not even by subtraction."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from programmes.actions import close_survey
from programmes.models import Response, Survey
from programmes.results import level_means, results_of, with_counts
from programmes.together import headline, together
from rocb.models import Mail, Theme
from tests.factories.programmes import EventFactory
from tests.factories.rocb import AdministrationFactory
from tests.factories.surveys import (
    QuestionFactory,
    RespondentFactory,
    ResponseFactory,
    SurveyFactory,
    answered,
    three_questions,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 6)


@pytest.fixture
def survey(office):
    event = EventFactory(office=office, status="held", title="AEO workshop")
    sheet = three_questions(beat="end")
    return SurveyFactory(office=office, event=event, questionnaire=sheet, status="closed")


def question(survey, code):
    return next(one for one in results_of(survey).questions if one.code == code)


def test_means_counts_and_texts(survey):
    answered(
        survey,
        {"overall": 5, "length": 1, "better": "b"},
        {"overall": 4, "length": 1, "better": "A"},
        {"overall": 3, "length": 0, "better": "c"},
    )
    overall, length, better = results_of(survey).questions
    assert (overall.count, overall.mean, overall.level_name) == (3, 4.0, "Reaction")
    assert [bar.value for bar in overall.bars] == [1, 1, 1, 0, 0]
    assert [(bar.label, bar.value) for bar in length.bars] == [("Too short", 1), ("Right", 2)]
    assert better.texts == ["A", "b", "c"]
    assert results_of(survey).rate == 100


def test_two_answers_are_not_told(client, survey, officer):
    answered(survey, {"overall": 5, "better": "Telling"}, {"overall": 1})
    assert results_of(survey).is_hidden
    client.force_login(officer)
    for url in (
        survey.get_absolute_url(),
        reverse("programmes:survey-export", args=[survey.pk]),
        reverse("api:surveys-detail", args=[survey.pk]),
        reverse("programmes:event-evaluation", args=[survey.event_id]),
        reverse("programmes:evaluation"),
    ):
        answer = client.get(url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code == 200
        assert b"Telling" not in body
        assert b"5 \xe2\x80\x93 very good" not in body


def test_a_question_that_two_answered_is_not_told(survey):
    answered(survey, *[{"overall": 4, "better": "x"}] * 2, {"overall": 3})
    better = question(survey, "better")
    assert (better.is_hidden, better.texts, better.count) == (True, [], 0)
    assert question(survey, "overall").count == 3


def test_women_and_men_only_when_no_part_is_small(survey):
    answered(survey, *[{"overall": 5}] * 4, gender="w")
    answered(survey, *[{"overall": 3}] * 3, gender="m")
    assert question(survey, "overall").groups == [("Women", 4, 5.0), ("Men", 3, 3.0)]
    answered(survey, {"overall": 1}, gender="")
    # The whole less women less men would be the one who did not say.
    assert question(survey, "overall").groups == []


def test_answers_that_do_not_count_yet_are_held_back(survey):
    answered(survey, *[{"overall": 4}] * 3)
    ResponseFactory(survey=survey, answers={"overall": 1})
    RespondentFactory(survey=survey, has_answered=True)
    results = results_of(survey)
    assert (results.counted, results.answered, results.held_back) == (3, 4, 1)
    assert question(survey, "overall").mean == 4.0


def test_an_open_survey_without_names_shows_nothing_yet(client, survey, officer):
    shown = SurveyFactory(
        office=survey.office, questionnaire=survey.questionnaire, status="open", beat="end"
    )
    for _ in range(4):
        ResponseFactory(survey=shown, answers={"overall": 2})
        RespondentFactory(survey=shown, has_answered=True)
    client.force_login(officer)
    html = client.get(shown.get_absolute_url()).content.decode()
    assert "Shown when the survey has closed" in html
    assert "4 of 4 have answered" in html


def test_before_and_after_are_compared_by_code(survey, client, officer):
    sheet = three_questions(beat="before")
    before = SurveyFactory(
        office=survey.office, event=survey.event, questionnaire=sheet, status="closed"
    )
    answered(before, *[{"overall": 2}] * 3)
    answered(survey, *[{"overall": 4}] * 3)
    overall = question(survey, "overall")
    assert (overall.before, overall.change) == (2.0, "+2.0")
    client.force_login(officer)
    url = reverse("programmes:event-evaluation", args=[survey.event_id])
    html = client.get(url).content.decode()
    assert "Before and after" in html
    assert "+2.0" in html


def test_several_events_add_up_only_what_each_may_tell(survey, office):
    def another(*answers):
        one = SurveyFactory(
            office=office,
            event=EventFactory(office=office),
            questionnaire=survey.questionnaire,
            status="closed",
        )
        answered(one, *answers)
        return one

    answered(survey, *[{"overall": 5, "better": "x"}] * 3)
    another(*[{"overall": 2}] * 6)
    another({"overall": 1}, {"overall": 1})
    whole = together(list(with_counts(Survey.objects.all())))
    overall = next(one for one in whole.questions if one.code == "overall")
    assert (overall.count, overall.mean, whole.too_few) == (9, 3.0, 1)
    assert (whole.asked, whole.answered, whole.rate) == (9, 9, 100)
    assert level_means(whole.questions) == [(1, 3.0)]
    assert not any(one.kind == "text" for one in whole.questions)


def test_the_page_over_events_is_narrowed_by_theme(client, survey, officer, office):
    answered(survey, *[{"overall": 5}] * 3)
    theme = Theme.objects.create(code="aeo", name="AEO")
    client.force_login(officer)
    url = reverse("programmes:evaluation")
    assert "AEO workshop" in client.get(url).content.decode()
    empty = client.get(url, {"theme": theme.pk}).content.decode()
    assert "No results for this choice" in empty
    survey.event.themes.add(theme)
    assert "AEO workshop" in client.get(url, {"theme": theme.pk}).content.decode()
    assert "AEO workshop" not in client.get(url, {"beat": "later"}).content.decode()
    rows = client.get(url, {"export": "csv"})
    assert b"How was it?" in b"".join(rows.streaming_content)


def rows_of(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_without_names_holds_no_single_answer(client, survey, officer):
    answered(
        survey,
        {"overall": 5, "length": 1, "better": "=cmd()"},
        {"overall": 4, "length": 1, "better": "A"},
        {"overall": 3, "length": 0, "better": "c"},
    )
    client.force_login(officer)
    url = reverse("programmes:survey-export", args=[survey.pk])
    rows = rows_of(client.get(url))
    assert rows[0] == ["Question", "Level", "Answer", "Answers", "Mean"]
    assert rows[1] == ["How was it?", "Reaction", "5 – very good", "1", "4.0"]
    assert ["What better?", "", "'=cmd()", "", ""] in rows
    assert client.get(url, {"as": "xlsx"}).status_code == 200
    assert client.get(url, {"as": "exe"}).status_code == 404


def test_the_file_with_names_has_a_row_for_each_member(client, office, officer, member):
    survey = SurveyFactory(
        office=office, questionnaire=three_questions(beat="needs"), status="open"
    )
    ResponseFactory(
        survey=survey,
        administration=member,
        answered_on=DAY,
        is_counted=True,
        answers={"overall": 4, "length": 0, "better": "More."},
    )
    client.force_login(officer)
    rows = rows_of(client.get(reverse("programmes:survey-export", args=[survey.pk])))
    assert rows == [
        ["Member", "How was it?", "How long?", "What better?"],
        ["Vanuatu", "4 – good", "Too short", "More."],
    ]
    assert not results_of(survey).is_hidden
    assert "1 administration has answered" in client.get(survey.get_absolute_url()).content.decode()


def test_what_may_be_told_outside_the_office(survey, office):
    assert headline(survey.event) is None
    answered(survey, *[{"overall": 4}] * 3)
    sheet = three_questions(beat="later")
    QuestionFactory(questionnaire=sheet, code="applied", kind="yes_no")
    later = SurveyFactory(office=office, event=survey.event, questionnaire=sheet, status="closed")
    answered(later, {"applied": True}, {"applied": True}, {"applied": False})
    assert headline(survey.event) == {
        "asked": 3, "answered": 3, "reaction": 4.0, "applied": 67, "applied_of": 3,
    }  # fmt: skip
    Response.objects.filter(survey=later).first().delete()
    assert "applied" not in headline(survey.event)


@pytest.mark.parametrize("name", ["survey-list", "questionnaire-list", "evaluation"])
def test_lists_ask_as_often_for_one_row_as_for_thirty(
    client, office, officer, name, django_assert_max_num_queries
):
    client.force_login(officer)
    sheet = three_questions(beat="end")
    counts = []
    for number in (1, 30):
        while Survey.objects.count() < number:
            event = EventFactory(office=office, status="held")
            one = SurveyFactory(office=office, event=event, questionnaire=sheet, status="closed")
            answered(one, *[{"overall": 4, "length": 1}] * 3)
            three_questions(office=office)
        with django_assert_max_num_queries(12 if name == "evaluation" else 8) as asked:
            assert client.get(reverse(f"programmes:{name}")).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_survey_s_pages_ask_little(client, survey, officer, django_assert_max_num_queries):
    client.force_login(officer)
    counts = []
    for number in (3, 30):
        answered(survey, *[{"overall": 4, "length": 1, "better": "x"}] * number)
        with django_assert_max_num_queries(9) as asked:
            client.get(survey.get_absolute_url())
        with django_assert_max_num_queries(9) as who:
            client.get(survey.get_absolute_url(), {"tab": "who"})
        counts.append((len(asked), len(who)))
    assert counts[0] == counts[1]


def test_results_are_for_the_office_and_the_secretariat(
    client, survey, secretariat, coordinator, donor
):
    answered(survey, *[{"overall": 4}] * 3)
    url = survey.get_absolute_url()
    client.force_login(secretariat)
    assert client.get(url).status_code == 200
    for user in (coordinator, donor):
        client.force_login(user)
        assert client.get(url).status_code == 403


def test_a_member_reads_its_answer_and_the_regions_numbers(
    client, office, officer, member, coordinator, other_coordinator, executive
):
    sheet = three_questions(office=office, beat="needs")
    survey = SurveyFactory(office=office, questionnaire=sheet, status="open", title="Needs 2026")
    url = reverse("programmes:survey-results", args=[survey.pk])
    own = {"overall": 1, "length": 0, "better": "Our own words"}
    ResponseFactory(survey=survey, administration=member, is_counted=True, answers=own)
    RespondentFactory(
        survey=survey, person=coordinator.person, administration=member, has_answered=True
    )
    for number in range(3):
        answers = {"overall": 5, "length": 1, "better": "Of another"} if number else {"overall": 5}
        there = AdministrationFactory()
        ResponseFactory(survey=survey, administration=there, is_counted=True, answers=answers)
    client.force_login(coordinator)
    early = client.get(url).content.decode()
    assert "Our own words" in early
    assert "mean" not in early
    close_survey(survey, by=officer)
    letter = Mail.objects.get(template="survey_results")
    assert (letter.person, letter.context["path"]) == (coordinator.person, url)
    page = client.get(url).content.decode()
    assert "mean 4.0" in page
    assert "too few answers to be shown" in page  # the choice was answered by three
    assert "Of another" not in page
    assert url in client.get(reverse("programmes:home")).content.decode()
    client.force_login(executive)
    assert client.get(url).status_code == 200
    for user in (other_coordinator, officer):
        client.force_login(user)
        assert client.get(url).status_code == 404
