"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.needs.pages import evidence, gaps, needs, standards

app_name = "needs"
urlpatterns: list[URLPattern] = [
    path("kesenjangan/", gaps.gaps, name="gaps"),
    path("pegawai/<int:person_id>/", gaps.person, name="person"),
    path("pegawai/<int:person_id>/bukti/", evidence.record, name="record_evidence"),
    path("jabatan/<int:post_id>/", standards.post_standard, name="post_standard"),
    path("unit/", needs.needs, name="needs"),
    path("unit/baru/", needs.open_one, name="open_need"),
]
