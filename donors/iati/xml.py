"""XML as text: the file is a few elements over and over, and a tree of them costs ten times as much."""

import re

# Attributes whose names are no Python names.
HYPHENS = {
    "iso_date": "iso-date",
    "value_date": "value-date",
    "crs_channel_code": "crs-channel-code",
    "aggregation_status": "aggregation-status",
    "default_currency": "default-currency",
    "last_updated_datetime": "last-updated-datetime",
    "xml_lang": "xml:lang",
}
# What must be written otherwise; what XML may not hold at all goes.
ESCAPED = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;",
}  # fmt: skip
IN_TEXT = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
IN_ATTRIBUTES = re.compile(r'[&<>"\x00-\x1f\ufffe\uffff]')


def escaped(found: re.Match[str]) -> str:
    return ESCAPED.get(found[0], "")


def text(words: str) -> str:
    """Words as the content of an element."""
    return IN_TEXT.sub(escaped, words)


def element(name: str, content: str = "", /, **attributes: str) -> str:
    """An element without its empty attributes; its content is XML already: elements, or `text`."""
    said = "".join(
        [
            f' {HYPHENS.get(key, key)}="{IN_ATTRIBUTES.sub(escaped, value)}"'
            for key, value in attributes.items()
            if value
        ]
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def narrative(name: str, words: str, /, **attributes: str) -> str:
    """An element that says something in words, as the standard wants them."""
    said = text(words)
    return element(name, f"<narrative>{said}</narrative>" if said else "<narrative/>", **attributes)
