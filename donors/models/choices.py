"""Kinds and limits that the tables of pillar 2 share, and how an amount is kept."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

TEXT_LIMIT = 4000
MOST = Decimal("1000000000")

# ISO 4217: what an agreement in this work can be in. Codes of funds and metals are left out.
CODES = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES
    KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU
    MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND
    TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW
"""
CURRENCIES = frozenset(CODES.split())


class Instrument(TextChoices):
    """How a donor helps."""

    MONEY = "money", _("Money")
    EXPERTISE = "expertise", _("Experts")
    TRAINING = "training", _("Training and study visits")
    EQUIPMENT = "equipment", _("Equipment")


class RegionCode(TextChoices):
    """Parts of the world that an agreement may be for as a whole (OECD DAC list, as IATI uses it)."""

    ASIA = "798", _("Asia, regional")
    OCEANIA = "889", _("Oceania, regional")
    FAR_EAST = "789", _("Far East Asia, regional")
    SOUTH = "679", _("South Asia, regional")
    MELANESIA = "1033", _("Melanesia, regional")
    MICRONESIA = "1034", _("Micronesia, regional")
    POLYNESIA = "1035", _("Polynesia, regional")


class Sector(TextChoices):
    """What an agreement is for, as the OECD counts it; the customs part of its list."""

    TRADE_FACILITATION = "33120", _("Trade facilitation")
    TRADE_POLICY = "33110", _("Trade policy and administrative management")
    TRADE_TRAINING = "33181", _("Trade education/training")
    REVENUE = "15114", _("Domestic revenue mobilisation")
    INTEGRITY = "15113", _("Anti-corruption organisations and institutions")
    NARCOTICS = "16063", _("Narcotics control")
    ENVIRONMENT = "41010", _("Environmental policy and administrative management")


def check_currency(code: str) -> None:
    """Refuse what is no currency."""
    if code not in CURRENCIES:
        raise ValidationError(
            _("“%(code)s” is no currency. Write its three letters, such as USD or JPY."),
            params={"code": code},
        )


def amount_field(label, **kwargs) -> models.DecimalField:
    """An amount of money: above nothing, with cents, and no more than anybody gives."""
    kwargs.setdefault(
        "validators",
        [
            MinValueValidator(Decimal("0.01"), _("An amount is more than nothing.")),
            MaxValueValidator(
                MOST, _("More than 1,000,000,000 in one amount: look at the zeros again.")
            ),
        ],
    )
    return models.DecimalField(label, max_digits=14, decimal_places=2, **kwargs)


def currency_field(label="", **kwargs) -> models.CharField:
    """A currency by its three letters (ISO 4217)."""
    kwargs.setdefault("default", "USD")
    return models.CharField(
        label or _("currency"), max_length=3, validators=[check_currency], **kwargs
    )
