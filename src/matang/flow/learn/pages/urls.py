"""Addresses of the stage."""

from django.urls import URLPattern

from matang.flow.learn.pages.hosts.urls import urlpatterns as hosts

app_name = "learn"
urlpatterns: list[URLPattern] = [*hosts]
