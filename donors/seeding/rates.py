"""Rates of currencies for each quarter since 2007: invented, near what they were, and marked so."""

from datetime import date
from decimal import Decimal
from random import Random

from donors.models import Rate
from rocb.seeding import Demo

AROUND = {
    "JPY": "0.0085",
    "EUR": "1.2000",
    "AUD": "0.7800",
    "NZD": "0.7000",
    "CHF": "1.0500",
    "KRW": "0.00085",
    "GBP": "1.4500",
}


def rates(demo: Demo) -> None:
    random, made = Random("donors rates"), []
    for currency, middle in AROUND.items():
        for year in range(2007, demo.today.year + 1):
            for month in (1, 4, 7, 10):
                on = date(year, month, 1)
                if on > demo.today:
                    continue
                usd = Decimal(middle) * Decimal(str(round(random.uniform(0.9, 1.1), 3)))
                made.append(
                    Rate(
                        currency=currency,
                        on=on,
                        usd=usd.quantize(Decimal("0.00000001")),
                        source="Demonstration: invented",
                    )
                )
    Rate.objects.bulk_create(made)
