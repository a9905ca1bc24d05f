"""Addresses of the whole portal. Each pillar has its own; what is not listed here does not exist."""

from django.urls import include, path

from rocb import health

urlpatterns = [
    path("healthz", health.healthz, name="health"),
    path("readyz", health.readyz, name="ready"),
]
