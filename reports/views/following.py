"""Topics that a reader follows: one mail for each report on them."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.actions import follow, unfollow
from reports.models import Following
from reports.sections import InReports
from rocb.forms import standards_to_choose
from rocb.models import Standard, Theme
from rocb.posted import number_in
from rocb.views.house import Page


class FollowingPage(InReports, Page):
    """Every theme and standard, with a button that follows it or stops."""

    section = "library"
    perm = "reports.view_report"
    title = gettext_lazy("Topics you follow")
    template_name = "reports/following.html"

    def breadcrumbs(self):
        return [(_("Best-practice library"), reverse("reports:report-list")), (self.title, None)]

    def get(self, request):
        followed = set(Following.objects.filter(user=request.user).values_list("theme", "standard"))
        themes = [
            {
                "key": f"theme-{theme.pk}",
                "label": theme.name,
                "on": (theme.pk, None) in followed,
            }
            for theme in Theme.objects.all()
        ]
        standards = [
            {
                "key": f"standard-{one.pk}",
                "label": str(one),
                "on": (None, one.pk) in followed,
            }
            for one in standards_to_choose()
        ]
        return self.page({"groups": [(_("Themes"), themes), (_("Standards"), standards)]})

    def post(self, request):
        kind, _dash, pk = request.POST.get("topic", "").partition("-")
        models = {"theme": Theme, "standard": Standard}
        if kind not in models:
            raise Http404
        topic = get_object_or_404(models[kind], pk=number_in(pk, 0))
        if request.POST.get("verb") == "stop":
            unfollow(request.user, **{kind: topic})
            messages.success(request, _("You get no more mail about “%s”.") % topic)
        else:
            follow(request.user, **{kind: topic})
            messages.success(
                request, _("You get a mail when a report on “%s” is published.") % topic
            )
        back = request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(
            back, {request.get_host()}, require_https=request.is_secure()
        )
        return HttpResponseRedirect(back if back and safe else reverse("reports:following"))
