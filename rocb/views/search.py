"""Search over everything the reader may see."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.search import found
from rocb.views.house import Page

LONGEST = 200


class Search(Page):
    perm = "rocb.search"
    title = gettext_lazy("Search")
    template_name = "search.html"

    def get(self, request):
        words = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
        results = [
            {
                "label": kind.label,
                "tasks": [{"text": text, "url": url, "by": line} for text, url, line in rows],
                "more": more,
            }
            for kind, rows, more in found(request.user, words)
        ]
        title = _("Search: %s") % words if words else self.title
        return self.page({"title": title, "q": words, "results": results})
