"""Circulars that went out, one that is answered in part, and newsletters with their subscribers."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from programmes.models import Beat, Question, Questionnaire
from reports.actions import collect, send_circular
from reports.forms.newsletters import last_quarter
from reports.models import Circular, Copy, Newsletter, Reply, Subscriber
from reports.seeding import texts
from rocb.models import Administration, User
from rocb.roles import Role
from rocb.seeding import Demo, at, passed


def seed(demo: Demo) -> None:
    chance = Random("circulars")
    by = demo.user("officer4")
    old_circulars(demo, by, chance)
    open_circular(demo, by, chance)
    subject, body = texts.DRAFT
    Circular.objects.create(
        office=demo.office, subject=subject, body=body, all_members=True, created_by=by,
        updated_by=by,
    )  # fmt: skip
    newsletters(demo, by)


def people_of(demo: Demo) -> dict[int, User]:
    """The coordinator of each member of the region."""
    users = User.objects.filter(
        role=Role.COORDINATOR,
        person__organisation__administration__region=demo.office.region_id,
    )
    return {user.person.organisation_id: user for user in users.select_related("person")}


def old_circulars(demo: Demo, by, chance: Random) -> None:
    """Closed ones of the last years, in their archive."""
    coordinators = people_of(demo)
    members = list(Administration.objects.filter(region=demo.office.region_id, is_member=True))
    numbers: Counter[int] = Counter()
    for subject, body, months, days, share in texts.CIRCULARS:
        day = demo.today - timedelta(days=30 * months)
        numbers[day.year] += 1
        circular = Circular.objects.create(
            office=demo.office,
            reference=f"{day.year}/{numbers[day.year]}",
            subject=subject,
            body=body,
            all_members=True,
            reply_by=day + timedelta(days=days) if days else None,
            status="closed",
            sent_at=at(day),
            created_by=by,
            updated_by=by,
        )
        sent = ("send", "draft", "sent", by, day, "")
        closed = ("close", "sent", "closed", by, day + timedelta(days=days + 30), "")
        passed([(circular, sent), (circular, closed)])
        sheets = [
            Reply(circular=circular, administration=member, created_by=by, updated_by=by)
            for member in members
        ]
        asked = [
            (sheet, coordinators[sheet.administration_id])
            for sheet in sheets
            if sheet.administration_id in coordinators
        ]
        for sheet, coordinator in asked:
            if days and chance.random() < share:
                answer(sheet, coordinator, day + timedelta(days=chance.randrange(2, days)))
        Reply.objects.bulk_create(sheets)
        Copy.objects.bulk_create(
            Copy(
                reply=sheet,
                person=coordinator.person,
                is_mailed=True,
                read_at=sheet.answered_at
                or (at(day + timedelta(days=3)) if chance.random() < 0.9 else None),
            )
            for sheet, coordinator in asked
        )


def answer(sheet: Reply, by: User, day: date) -> None:
    sheet.text = "Please find our reply here. (Demonstration text.)"
    sheet.answered_at, sheet.answered_by = at(day), by


def open_circular(demo: Demo, by, chance: Random) -> None:
    """Sent two weeks ago with two questions; two thirds have read it, half have replied."""
    sheet = Questionnaire.objects.create(
        office=demo.office,
        title="Contact points for electronic commerce",
        title_fr="Points de contact pour le commerce électronique",
        beat=Beat.CIRCULAR,
        created_by=by,
        updated_by=by,
    )
    for position, (code, kind, text, text_fr) in enumerate(texts.QUESTIONS, 1):
        Question.objects.create(
            questionnaire=sheet, position=position, code=code, kind=kind, text=text,
            text_fr=text_fr, created_by=by, updated_by=by,
        )  # fmt: skip
    subject, body = texts.OPEN
    day = demo.today - timedelta(days=14)
    circular = Circular.objects.create(
        office=demo.office, subject=subject, body=body, all_members=True, questionnaire=sheet,
        reply_by=demo.today + timedelta(days=9), created_by=by, updated_by=by,
    )  # fmt: skip
    with demo.moment(at(day)):
        circular = send_circular(circular, by=by)
    Circular.objects.filter(pk=circular.pk).update(sent_at=at(day))
    coordinators = people_of(demo)
    for number, one in enumerate(circular.replies.order_by("administration__country_name")):
        user = coordinators.get(one.administration_id)
        # The coordinator of the tour has it still to do.
        if user is None or user == demo.user("coordinator.pg") or number % 3 == 2:
            continue
        when = at(day + timedelta(days=chance.randrange(1, 12)))
        one.copies.filter(person=user.person).update(read_at=when)
        if number % 2 == 0:
            answers = {"declared": chance.random() < 0.6, "contact": "Unit for postal consignments"}
            Reply.objects.filter(pk=one.pk).update(
                answers=answers,
                text="Our contact point is named above. (Demonstration text.)",
                answered_at=when,
                answered_by=user,
                updated_by=user,
            )


def newsletters(demo: Demo, by) -> None:
    """Two issues that have gone, one draft, and some subscribers."""
    spans = []
    day = demo.today
    for _number in range(3):
        first, last = last_quarter(day)
        spans.append((first, last))
        day = first
    for number, (first, last) in enumerate(reversed(spans), 68):
        quarter = (first.month - 1) // 3 + 1
        issue = Newsletter.objects.create(
            office=demo.office,
            number=number,
            title=f"Quarter {quarter} of {first.year}",
            intro=texts.INTRO,
            from_on=first,
            until_on=last,
            is_invented=True,
            created_by=by,
            updated_by=by,
        )
        collect(issue, by=by)
        if number < 70:
            gone = last + timedelta(days=10)
            Newsletter.objects.filter(pk=issue.pk).update(status="sent", sent_at=at(gone))
            passed([(issue, ("send", "draft", "sent", by, gone, ""))])
    Subscriber.objects.bulk_create(
        Subscriber(
            email=f"reader{number}@example.org",
            language="fr" if number % 4 == 0 else "en",
            asked_at=demo.days_ago(40 * number + 3),
            confirmed_at=demo.days_ago(40 * number + 3) if number % 5 else None,
        )
        for number in range(1, 15)
    )
