"""The API explained: a page made from its own OpenAPI document."""

from django.utils.translation import get_language, gettext_lazy

from rocb.openapi import document
from rocb.views.house import Page


class ApiDocs(Page):
    perm = "rocb.view_desk"
    title = gettext_lazy("The API")
    template_name = "api_docs.html"

    def get(self, request):
        # Drawn once for each language: the template asks for it the first time alone.
        return self.page({"parts": parts})


def parts() -> list[tuple[str, list[dict]]]:
    """Each kind of record with its addresses and verbs, in the reader's language."""
    schema = document(get_language())
    found: dict[str, list[dict]] = {}
    for path, verbs in sorted(schema["paths"].items()):
        name = path.removeprefix("/api/v1/").split("/")[0]
        if not path.startswith("/api/v1/"):
            continue
        for verb, operation in verbs.items():
            found.setdefault(name, []).append(described(path, verb, operation, schema))
    return sorted(found.items())


def described(path: str, verb: str, operation: dict, schema: dict) -> dict:
    """One verb of one address, with what it takes."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    kind = body.get("schema", {}).get("$ref", "").rpartition("/")[2]
    fields = schema["components"]["schemas"].get(kind, {}).get("properties", {})
    return {
        "verb": verb.upper(),
        "path": path,
        "text": operation.get("description", ""),
        "parameters": [
            (one["name"], one["schema"].get("type", ""))
            for one in operation.get("parameters", ())
            if one["in"] == "query"
        ],
        "fields": [(name, about.get("type", "")) for name, about in fields.items()],
        "answers": sorted(operation.get("responses", {})),
    }
