"""Records behind the addresses of personal data and of the help pages."""


def furnish(cast: dict) -> dict[str, dict]:
    return {
        "office-person-erase": {"pk": cast["person"].pk},
        "help-guide": {"slug": "officer"},
    }
