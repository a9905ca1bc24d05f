"""Addresses of pillar 1."""


app_name = "missions"

urlpatterns: list = []
