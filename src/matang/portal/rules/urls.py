"""Addresses. The key of a rule always holds a dot, so it is never one of the words before it."""

from django.urls import path

from matang.portal.rules import pages

app_name = "rules"
urlpatterns = [
    path("", pages.listing, name="rules"),
    path("unduh/", pages.export, name="export"),
    path("sumber/", pages.sources, name="sources"),
    path("sumber/<slug:key>/", pages.source, name="source"),
    path("<str:key>/", pages.rule, name="rule"),
]
