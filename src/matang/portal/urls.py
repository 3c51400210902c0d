"""Addresses."""

from django.urls import path

from matang.portal import pages

app_name = "portal"
urlpatterns = [
    path("", pages.home, name="home"),
    path("cari/", pages.search, name="search"),
    path("tahap/<slug:key>/", pages.stage, name="stage"),
    path("pilihan/", pages.preferences, name="preferences"),
]
