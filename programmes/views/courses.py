"""The courses of a training centre: added, corrected, taken out."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.forms.centres import CourseForm
from programmes.models import Course, TrainingCentre
from rocb.views.confirm import ConfirmPage, TakeOut
from rocb.views.house import CreatePage, EditPage


class OfCentre:
    """A course of one centre."""

    perm = "programmes.change_trainingcentre"
    form_class = CourseForm
    model = Course

    def breadcrumbs(self):
        return [
            (_("Training centres"), reverse("programmes:centre-list")),
            (self.centre.name, self.centre.get_absolute_url()),
        ]

    def cancel_url(self):
        return self.centre.get_absolute_url()

    def check(self):
        if not self.centre.allows(self.request.user, self.perm):
            raise PermissionDenied


class CourseCreate(OfCentre, CreatePage):
    title = gettext_lazy("Add a course")

    def prepare(self):
        centres = TrainingCentre.objects.visible_to(self.request.user)
        self.centre = get_object_or_404(centres, pk=self.kwargs["pk"])
        self.check()

    def form(self, data=None, files=None, **more):
        return CourseForm(data, files, instance=Course(centre=self.centre), **more)


class CourseRecord(OfCentre):
    def find(self):
        courses = Course.objects.visible_to(self.request.user).select_related("centre")
        course = get_object_or_404(courses, pk=self.kwargs["pk"])
        self.centre = course.centre
        self.check()
        return course


class CourseEdit(CourseRecord, EditPage):
    title = gettext_lazy("Edit the course")


class CourseDelete(TakeOut, CourseRecord, ConfirmPage):
    title = gettext_lazy("Take the course out")
    whole = "centre"
