"""The API of pillar 2, by noun: the same rows, rights and actions as its pages."""

from donors.api import activities, donors, money, needs

RESOURCES = {
    **donors.RESOURCES,
    **money.RESOURCES,
    **activities.RESOURCES,
    **needs.RESOURCES,
}
