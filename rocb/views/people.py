"""The contact book: list, one person, create, edit, duplicates, merge."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.addresses import owner_of
from rocb.kept import forget, kept, reader
from rocb.models import Mail, Person
from rocb.office_filters import PersonFilter, matching
from rocb.office_forms import PersonForm
from rocb.people import (
    FILLED,
    MOST_GROUPS,
    duplicates,
    fillings,
    merge,
    names_twice,
    pointing_at,
    why_not,
)
from rocb.personal.erasing import is_erased
from rocb.posted import number_in
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, Page
from rocb.views.office import OFFICE

PEOPLE = (gettext_lazy("People"), "/office/people/")


class PersonList(ListPage):
    perm = "rocb.view_person"
    model = Person
    title = gettext_lazy("People")
    filterset_class = PersonFilter
    ordering = ("family_name__az", "given_name__az", "pk")
    columns = (
        Column("family_name", gettext_lazy("Family name"), link="office-person"),
        Column("given_name", gettext_lazy("Given name")),
        Column("organisation", gettext_lazy("Organisation"), "organisation__name"),
        Column("position", gettext_lazy("Position")),
        Column("email", gettext_lazy("E-mail")),
        Column("phone", gettext_lazy("Telephone"), is_sortable=False),
    )
    create = ("rocb.change_person", "office-person-create", gettext_lazy("New person"))
    empty = {
        "title": gettext_lazy("Nobody in the contact book yet"),
        "text": gettext_lazy(
            "Coordinators, experts, donors' contacts and staff stand here, "
            "whether they sign in or not."
        ),
    }

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def count_label(self, count):
        return ngettext("%s person", "%s people", count) % markup.number(count)


class PersonDetail(DetailPage):
    perm = "rocb.view_person"
    model = Person
    template_name = "office/person.html"
    kicker = gettext_lazy("Contact book")

    def queryset(self):
        return super().queryset().select_related("organisation", "user", "seconded_from")

    def breadcrumbs(self):
        return [OFFICE, PEOPLE, (str(self.record), None)]

    def links(self, person):
        user, found = self.request.user, []
        if person.allows(user, "rocb.change_person"):
            found.append((_("Edit"), reverse("office-person-edit", args=[person.pk])))
        if person.allows(user, "rocb.answer_data_request"):
            found.append((_("Personal data"), reverse("office-person-data", args=[person.pk])))
        if user.has_perm("rocb.merge_person"):
            found.append((_("Merge"), reverse("office-person-merge", args=[person.pk])))
        if user.has_perm("rocb.invite_user") and not hasattr(person, "user"):
            found.append((_("Invite"), f"{reverse('office-user-invite')}?person={person.pk}"))
        return found

    def facts(self, person):
        return [
            (_("Organisation"), person.organisation),
            (_("Position"), person.position),
            (_("Unit"), person.unit),
            (_("E-mail"), person.email and markup.link(person.email, f"mailto:{person.email}")),
            *doubts(person),
            (_("Telephone"), person.phone),
            (_("Language of letters"), person.get_language_display()),
            (_("Seconded from"), person.seconded_from),
            (_("Sign-in"), self.signin(person)),
        ]

    def signin(self, person):
        user = getattr(person, "user", None)
        if user is None:
            return _("None")
        words = f"{user.get_role_display()}, {user.email}"
        if not self.request.user.has_perm("rocb.manage_users"):
            return words
        return markup.link(words, reverse("office-user", args=[user.pk]))

    def who_can_see(self, person):
        place = person.organisation
        return [
            _("The regional office"),
            *([_("The coordinator of %s, as far as sign-ins go") % place] if place else []),
        ]

    def details(self, person):
        mails = Mail.objects.none()
        if self.request.user.has_perm("rocb.manage_outbox"):
            mails = Mail.objects.visible_to(self.request.user).filter(person=person)
        return {"mails": mails.order_by("-created_at")[:10]}


def doubts(person: Person) -> list[tuple[str, str]]:
    """What the office has to settle where somebody was named under the address of somebody else."""
    owner = owner_of(person)
    if owner is None:
        return []
    words = _(
        "has this address too, and whoever named the person was not told so. If the two are one, "
        "merge them; else ask for the person's own address."
    )
    name = ", ".join(filter(None, (owner.full_name, str(owner.organisation or ""))))
    said = format_html("{} {}", markup.link(name, owner.get_absolute_url()), words)
    return [(_("Address to settle"), said)]


class PersonForms:
    """What creating and editing share."""

    perm = "rocb.change_person"
    model = Person
    form_class = PersonForm

    def form(self, data=None, files=None, **more):
        return PersonForm(data, files, by=self.request.user, **more)


class PersonCreate(PersonForms, CreatePage):
    title = gettext_lazy("New person")

    def breadcrumbs(self):
        return [OFFICE, PEOPLE, (self.title, None)]

    def cancel_url(self):
        return reverse("office-people")


class PersonEdit(PersonForms, EditPage):
    title = gettext_lazy("Edit a person")

    def queryset(self):
        return super().queryset().select_related("user")

    def closed(self, person):
        return _("This person was erased: the entry stays as it is.") if is_erased(person) else ""

    def breadcrumbs(self):
        return [OFFICE, PEOPLE, (str(self.record), self.record.get_absolute_url())]


class Duplicates(Page):
    """People who are probably one, side by side."""

    perm = "rocb.merge_person"
    title = gettext_lazy("Duplicates")
    template_name = "office/duplicates.html"

    columns = (
        {"label": gettext_lazy("Name")},
        {"label": gettext_lazy("Organisation")},
        {"label": gettext_lazy("E-mail")},
        {"label": gettext_lazy("Position")},
    )

    def breadcrumbs(self):
        return [OFFICE, PEOPLE, (self.title, None)]

    def get(self, request):
        people = Person.objects.visible_to(request.user)
        names = kept("names that stand twice", lambda: names_twice(people), *reader(request.user))
        start = min(max(0, number_in(request.GET.get("from", ""), 0)), len(names))
        then = start + MOST_GROUPS
        groups = duplicates(people, names, start)
        return self.page(
            {
                "groups": [side_by_side(group) for group in groups],
                "columns": self.columns,
                "is_first": not start,
                "more_url": f"{request.path}?from={then}" if then < len(names) else "",
            }
        )


def side_by_side(group: list[Person]) -> dict:
    """People who are probably one: the rows of their table, and the ways to compare them."""
    page, first = markup.Linker("office-person"), group[0]
    compare = reverse("office-person-merge", args=[first.pk])
    return {
        "name": first.full_name,
        "rows": [
            (
                page(one.full_name, one.pk),
                one.organisation or "",
                addresses(one),
                one.position,
            )
            for one in group
        ],
        "compare": [
            (number, f"{compare}?with={other.pk}") for number, other in enumerate(group[1:], 2)
        ],
    }


def addresses(person: Person) -> str:
    """Every address under which somebody is known."""
    user = getattr(person, "user", None)
    return ", ".join(dict.fromkeys(filter(None, (person.email, user.email if user else ""))))


class PersonMerge(Page):
    """Choose the other entry, see what moves, then make one of two."""

    perm = "rocb.merge_person"
    title = gettext_lazy("Merge two entries")
    template_name = "office/merge.html"

    def breadcrumbs(self):
        return [OFFICE, PEOPLE, (str(self.keep), self.keep.get_absolute_url()), (self.title, None)]

    def visible(self):
        people = Person.objects.visible_to(self.request.user)
        return people.select_related("organisation", "user")

    def setup_people(self, pk, other):
        self.keep = get_object_or_404(self.visible(), pk=pk)
        self.lose = None
        if other:
            self.lose = get_object_or_404(self.visible(), pk=number_in(other, 0))

    def get(self, request, pk):
        self.setup_people(pk, request.GET.get("with", ""))
        return self.preview() if self.lose else self.choose()

    def choose(self):
        words = self.request.GET.get("q", "")
        query = matching(words)
        found = self.visible().filter(search=query).exclude(pk=self.keep.pk) if query else []
        rows = [(one, addresses(one)) for one in found[:20]]
        return self.page({"keep": self.keep, "words": words, "found": rows})

    def preview(self, error="", status: int = 200):
        context = {
            "keep": self.keep,
            "lose": self.lose,
            "reason": error or why_not(self.keep, self.lose),
            "moves": pointing_at(self.lose),
            "compared": self.compared(),
        }
        return self.page(context, status=status)

    def compared(self):
        """Field by field: what is kept, what goes."""
        filled, rows = fillings(self.keep, self.lose), []
        for name in ("family_name", *FILLED):
            field = Person._meta.get_field(name)
            mine, theirs = getattr(self.keep, name), getattr(self.lose, name)
            if mine or theirs:
                rows.append((field.verbose_name, mine or "", theirs or "", name in filled))
        return rows

    def post(self, request, pk):
        self.setup_people(pk, request.POST.get("with", "0"))
        if self.lose is None:
            raise PermissionDenied
        try:
            merge(self.keep, self.lose, by=request.user)
        except ValidationError as error:
            return self.preview(error.messages[0], status=422)
        forget()
        messages.success(request, _("The two entries are one now."))
        return HttpResponseRedirect(self.keep.get_absolute_url())
