"""Addresses."""

from django.urls import path

from matang.ui import style

app_name = "ui"
urlpatterns = [path("", style.page, name="style")]
