"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.register.pages import people

app_name = "register"
urlpatterns: list[URLPattern] = [
    path("pegawai/", people.people, name="people"),
    path("pegawai/unduh/", people.people_export, name="people_export"),
]
