"""What the registers of reference records need behind them."""

from tests.factories.rocb import StandardFactory


def furnish(cast) -> dict[str, dict]:
    """A standard of an edition."""
    standard = StandardFactory()
    return {
        "reference-list": {"kind": "standard"},
        "reference-create": {"kind": "standard"},
        "reference-": {"kind": "standard", "pk": standard.pk},
    }
