"""What the pages of figures, plan and annual report need."""


def furnish(cast) -> dict[str, dict]:
    return {"reports:figure": {"key": "donors"}}
