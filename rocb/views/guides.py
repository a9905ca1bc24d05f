"""The help pages: which guides there are, and one guide. Open to everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy

from rocb.guides import GUIDES, guide, guide_for
from rocb.views.house import Page


@method_decorator(login_not_required, name="dispatch")
class Help(Page):
    """The guides, the reader's own first."""

    title = gettext_lazy("Help")
    template_name = "help/index.html"

    def get(self, request):
        own = guide_for(request.user)
        others = [one for one in GUIDES if one != own]
        return self.page({"own": own, "others": others})


@method_decorator(login_not_required, name="dispatch")
class HelpGuide(Page):
    """One guide, in the reader's language."""

    template_name = "help/guide.html"

    def breadcrumbs(self):
        return [(Help.title, reverse("help")), (self.title, None)]

    def get(self, request, slug):
        found = guide(slug)
        if found is None:
            raise Http404
        self.title = found.title
        context = {"guide": found, "text": found.template(), "pictures": found.pictures()}
        return self.page(context)
