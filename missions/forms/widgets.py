"""Inputs that the forms of missions share."""

from django import forms

DAY = forms.DateInput(attrs={"type": "date"})


def lines(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})
