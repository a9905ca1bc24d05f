"""Tags and filters of the portal's templates; a built-in library, so nothing needs loading."""

from django import template
from django.urls import resolve, reverse
from django.utils.html import format_html
from django.utils.translation import get_language

from rocb import markup, narrowing

register = template.Library()

register.filter("day", markup.day)
register.filter("weekday", markup.weekday)
register.filter("moment", markup.moment)
register.filter("number", markup.number)
register.filter("money", markup.money)
register.filter("tone", markup.tone_of)
register.simple_tag(markup.icon, name="icon")
register.simple_tag(markup.tag, name="tag")
register.simple_tag(markup.days, name="days")
register.simple_tag(markup.progress, name="progress")
register.simple_tag(markup.rows_html, name="table_rows")
register.simple_tag(narrowing.drawn, name="drawn")
register.simple_tag(markup.menu_items, name="menu_items")
register.simple_tag(markup.heat_rows, name="heat_rows")
register.simple_tag(markup.list_items, name="list_items")
register.simple_tag(markup.crumbs, name="crumbs")
register.simple_tag(markup.fact_items, name="fact_items")
register.simple_tag(markup.task_items, name="task_items")
register.simple_tag(markup.chain_items, name="chain_items")
register.simple_tag(markup.stacked, name="stacked")
register.simple_tag(markup.drawn_bars, name="drawn_bars")


class Once(template.Node):
    """What never differs but in its language: drawn the first time, and kept with the template."""

    def __init__(self, nodelist) -> None:
        self.nodelist = nodelist
        self.kept: dict[str | None, str] = {}

    def render(self, context) -> str:
        language = get_language()
        if language not in self.kept:
            self.kept[language] = self.nodelist.render(context)
        return self.kept[language]


@register.tag
def once(parser, _token) -> Once:
    """{% once %}…{% endonce %}: nothing inside may depend on reader, request or record."""
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return Once(nodelist)


@register.simple_block_tag(takes_context=True)
def way(context, content, url_name: str) -> str:
    """A link to a page for whoever may open it; for everybody else its words alone."""
    url = reverse(url_name)
    user, view = context["user"], getattr(resolve(url).func, "view_class", None)
    perm = getattr(view, "perm", "")
    if user.is_authenticated and perm and not user.has_perm(perm):
        return content
    return format_html('<a href="{}">{}</a>', url, content)


@register.simple_tag(takes_context=True)
def query(context, **changes) -> str:
    """The page's query string with `changes` made; None takes a key out. Starts with “?”."""
    current = context["request"].GET.copy()
    for key, value in changes.items():
        if value is None:
            current.pop(key, None)
        else:
            current[key] = value
    return format_html("?{}", current.urlencode()) if current else "?"


@register.filter
def widget_kind(field) -> str:
    """How a form field is laid out: check, group, or line."""
    if field.use_fieldset:
        return "group"
    return "check" if field.widget_type == "checkbox" else "line"


@register.filter
def error_links(form) -> list[tuple[str, str]]:
    """(target id, sentence) for the summary on top of a form: whole-form errors first."""
    links = [("", error) for error in form.non_field_errors()]
    for field in form.hidden_fields():
        links += [("", f"{field.label}: {error}") for error in field.errors]
    for field in form.visible_fields():
        links += [(first_id(field), f"{field.label}: {error}") for error in field.errors]
    return links


def first_id(field) -> str:
    """The id of the control that a link should focus: of a group, its first choice."""
    if not field.use_fieldset:
        return field.id_for_label
    return next((choice.id_for_label for choice in field), "") or field.auto_id


@register.filter
def size(count) -> str:
    """A file size for people: 340 KB, 2.1 MB."""
    count = int(count or 0)
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}\u00a0KB"
    return f"{markup.number(round(count / 1_000_000, 1))}\u00a0MB"
