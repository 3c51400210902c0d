"""Addresses."""

from django.urls import path

from matang.portal.documents import pages

app_name = "documents"
urlpatterns = [
    path("", pages.ask, name="ask"),
    path("<str:code>/", pages.answer, name="answer"),
]
