"""The OpenAPI document of the API."""

from functools import cache

from django.utils.translation import get_language
from drf_spectacular.generators import SchemaGenerator

SENTENCE = {
    "type": "object",
    "properties": {"detail": {"type": "string"}},
    "required": ["detail"],
    "description": "A sentence that says why not.",
}
WRONG = {
    "description": "Sentences by the name of the value that they are about, or a list of them."
}
KINDS = {"Refusal": SENTENCE, "WrongValues": WRONG}


class OneDocument(SchemaGenerator):
    """The document is the same for everybody, and takes seconds: made once in each language."""

    def get_schema(self, request=None, public=False):
        return document(get_language())


@cache
def document(language: str) -> dict:
    """Of every address, as for somebody who may use all of them."""
    return SchemaGenerator().get_schema(request=None, public=True)


def name_refusals(result, generator, request, public):
    """Every answer of the API besides success, in the OpenAPI document: the same for all addresses."""
    result.setdefault("components", {}).setdefault("schemas", {}).update(KINDS)
    for path, verbs in result["paths"].items():
        for verb, operation in verbs.items():
            codes = {"400": "WrongValues"} | dict.fromkeys(("401", "403", "429"), "Refusal")
            if "{" in path:
                codes["404"] = "Refusal"
            if verb != "get":
                codes["409"] = "Refusal"
            for code, kind in codes.items():
                schema = {"$ref": f"#/components/schemas/{kind}"}
                operation["responses"][code] = {
                    "content": {"application/json": {"schema": schema}},
                    "description": kind,
                }
    return result
