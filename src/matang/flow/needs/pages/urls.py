"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.needs.pages import evidence, gaps, needs
from matang.flow.needs.pages.dictionary import editing, editions, listing
from matang.flow.needs.pages.standards import changes, post, sheet
from matang.flow.needs.pages.standards import editing as standard_editing
from matang.flow.needs.pages.standards import listing as standard_listing

app_name = "needs"
urlpatterns: list[URLPattern] = [
    path("kesenjangan/", gaps.gaps, name="gaps"),
    path("pegawai/<int:person_id>/", gaps.person, name="person"),
    path("pegawai/<int:person_id>/bukti/", evidence.record, name="record_evidence"),
    path("jabatan/<int:post_id>/", post.post_standard, name="post_standard"),
    path("jabatan/<int:post_id>/ubah/", standard_editing.post_edit, name="post_edit"),
    path("jabatan/<int:post_id>/salin/", standard_editing.post_copy, name="post_copy"),
    path("jabatan/<int:post_id>/lembar/", sheet.post_sheet, name="post_sheet"),
    path("standar/", standard_listing.standards, name="standards"),
    path("standar/unduh/", standard_listing.standards_download, name="standards_download"),
    path("standar/templat/", standard_listing.template, name="standards_template"),
    path("standar/unggah/", changes.standards_upload, name="standards_upload"),
    path("standar/rumpun/", standard_editing.families, name="families"),
    path("standar/rumpun/isi/", standard_editing.family_edit, name="family_edit"),
    path("standar/perubahan/", changes.standard_changes, name="standard_changes"),
    path("standar/perubahan/<int:change_id>/", changes.standard_change, name="standard_change"),
    path("kamus/", listing.dictionary, name="dictionary"),
    path("kamus/unduh/", listing.download, name="dictionary_download"),
    path("kamus/baru/", editing.competency_new, name="competency_new"),
    path("kamus/muat/", editions.edition_new, name="edition_new"),
    path("kamus/riwayat/", editions.editions, name="editions"),
    path("kamus/riwayat/<int:edition_id>/", editions.edition, name="edition"),
    path("kamus/<int:competency_id>/", listing.competency, name="competency"),
    path("kamus/<int:competency_id>/ubah/", editing.competency_edit, name="competency_edit"),
    path("kamus/<int:competency_id>/akhiri/", editing.competency_end, name="competency_end"),
    path("unit/", needs.needs, name="needs"),
    path("unit/baru/", needs.open_one, name="open_need"),
]
