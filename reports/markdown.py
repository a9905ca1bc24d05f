"""Texts that staff write for others, from Markdown to HTML that is safe to show."""

from functools import cache

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "blockquote", "hr", "code",
    "pre", "table", "thead", "tbody", "tr", "th", "td", "del",
}  # fmt: skip
SCHEMES = {"http", "https", "mailto"}


@cache
def parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "breaks": True})
    return made.enable(["table", "strikethrough"]).disable("image")


def html_of(text: str) -> SafeString:
    """The text as HTML. Headings begin one level down: the page has its own."""
    tokens = parser().parse(text.replace("\x00", ""))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 4)}"
    raw = parser().renderer.render(tokens, parser().options, {})
    return SafeString(
        nh3.clean(
            raw,
            tags=TAGS,
            attributes={"a": {"href"}, "ol": {"start"}},
            url_schemes=SCHEMES,
            link_rel="noopener noreferrer",
        )
    )
