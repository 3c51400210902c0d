"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.register.pages import people
from matang.flow.register.pages.imports.addresses import urlpatterns as import_addresses

app_name = "register"
urlpatterns: list[URLPattern] = [
    path("pegawai/", people.people, name="people"),
    path("pegawai/unduh/", people.people_export, name="people_export"),
    *import_addresses,
]
