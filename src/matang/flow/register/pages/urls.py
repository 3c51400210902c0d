"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.register.pages import (
    corrections,
    partners,
    people,
    person,
    post_changes,
    posts,
    records,
    regions,
    unit_changes,
    units,
)
from matang.flow.register.pages.imports.addresses import urlpatterns as import_addresses

app_name = "register"
urlpatterns: list[URLPattern] = [
    path("pegawai/", people.people, name="people"),
    path("pegawai/unduh/", people.people_export, name="people_export"),
    path("pegawai/baru/", records.person_new, name="person_new"),
    path("pegawai/pilih/", post_changes.person_pick, name="person_pick"),
    path("pegawai/<int:person_id>/", person.person, name="person"),
    path("pegawai/<int:person_id>/data/", person.person_data, name="person_data"),
    path("pegawai/<int:person_id>/perbaikan/", corrections.correction_new, name="correction_new"),
    path("pegawai/<int:person_id>/catat/<slug:kind>/", records.record_new, name="record_new"),
    path("pegawai/<int:person_id>/catat/<slug:kind>/<int:record_id>/batal/", records.record_undo, name="record_undo"),
    path("perbaikan/", corrections.corrections, name="corrections"),
    path("perbaikan/<int:correction_id>/", corrections.correction, name="correction"),
    path("perbaikan/<int:correction_id>/jawab/", corrections.correction_answer, name="correction_answer"),
    path("perbaikan/<int:correction_id>/tarik/", corrections.correction_withdraw, name="correction_withdraw"),
    path("unit/", units.units, name="units"),
    path("unit/unduh/", units.units_export, name="units_export"),
    path("unit/baru/", unit_changes.unit_new, name="unit_new"),
    path("unit/<int:unit_id>/", units.unit, name="unit"),
    path("unit/<int:unit_id>/ubah/", unit_changes.unit_change, name="unit_change"),
    path("unit/<int:unit_id>/akhiri/", unit_changes.unit_end, name="unit_end"),
    path("unit/<int:unit_id>/jabatan-baru/", post_changes.post_new, name="post_new"),
    path("jabatan/", posts.posts, name="posts"),
    path("jabatan/unduh/", posts.posts_export, name="posts_export"),
    path("jabatan/<int:post_id>/", posts.post, name="post"),
    path("jabatan/<int:post_id>/ubah/", post_changes.post_change, name="post_change"),
    path("jabatan/<int:post_id>/akhiri/", post_changes.post_end, name="post_end"),
    path("jabatan/<int:post_id>/pemangku/", post_changes.incumbency_new, name="incumbency_new"),
    path("pemangku/<int:incumbency_id>/akhiri/", post_changes.incumbency_end, name="incumbency_end"),
    path("wilayah/", regions.regions, name="regions"),
    path("wilayah/<str:code>/", regions.region, name="region"),
    path("mitra/", partners.partners, name="partners"),
    path("mitra/baru/", partners.partner_new, name="partner_new"),
    path("mitra/<int:partner_id>/ubah/", partners.partner_change, name="partner_change"),
    path("mitra/<int:partner_id>/akhiri/", partners.partner_end, name="partner_end"),
    path("mitra/<int:partner_id>/lanjutkan/", partners.partner_resume, name="partner_resume"),
    *import_addresses,
]
