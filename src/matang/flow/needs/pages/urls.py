"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.needs.pages.dictionary import editing, editions, listing
from matang.flow.needs.pages.evidence import assessments, rating, recording
from matang.flow.needs.pages.gaps import overview, people, person, worth
from matang.flow.needs.pages.needs import listing as need_listing
from matang.flow.needs.pages.standards import changes, post, sheet
from matang.flow.needs.pages.standards import editing as standard_editing
from matang.flow.needs.pages.standards import listing as standard_listing

app_name = "needs"
urlpatterns: list[URLPattern] = [
    path("kesenjangan/", overview.gaps, name="gaps"),
    path("kesenjangan/rumpun/", overview.families, name="gap_families"),
    path("kesenjangan/unduh/", overview.download, name="gap_download"),
    path("kesenjangan/pegawai/", people.people, name="gap_people"),
    path("kesenjangan/pegawai/unduh/", people.people_download, name="gap_people_download"),
    path("kesenjangan/bukti/", worth.cheapest, name="cheapest"),
    path("kesenjangan/bukti/unduh/", worth.cheapest_download, name="cheapest_download"),
    path("biaya-bukti/", worth.costs, name="evidence_costs"),
    path("pegawai/<int:person_id>/", person.person, name="person"),
    path("pegawai/<int:person_id>/bukti/", recording.record, name="record_evidence"),
    path("penilaian-atasan/", rating.rating, name="rating"),
    path("pegawai/<int:person_id>/penilaian/", rating.rate, name="rate"),
    path("bukti/<int:evidence_id>/tarik/", recording.withdraw, name="withdraw_evidence"),
    path("bukti/<int:evidence_id>/perbaiki/", recording.correct, name="correct_evidence"),
    path("bukti/<int:evidence_id>/dokumen/", recording.document, name="evidence_document"),
    path("hasil-penilaian/", assessments.assessments, name="assessments"),
    path("hasil-penilaian/templat/", assessments.template, name="assessment_template"),
    path("hasil-penilaian/<int:file_id>/", assessments.assessment, name="assessment"),
    path("hasil-penilaian/<int:file_id>/simpan/", assessments.commit, name="assessment_commit"),
    path("hasil-penilaian/<int:file_id>/batal/", assessments.discard, name="assessment_discard"),
    path("hasil-penilaian/<int:file_id>/tarik/", assessments.take_back, name="assessment_withdraw"),
    path("hasil-penilaian/<int:file_id>/temuan/", assessments.findings, name="assessment_findings"),
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
    path("standar/perubahan/<int:change_id>/temuan/", changes.standard_findings, name="standard_findings"),
    path("kamus/", listing.dictionary, name="dictionary"),
    path("kamus/unduh/", listing.download, name="dictionary_download"),
    path("kamus/baru/", editing.competency_new, name="competency_new"),
    path("kamus/muat/", editions.edition_new, name="edition_new"),
    path("kamus/riwayat/", editions.editions, name="editions"),
    path("kamus/riwayat/<int:edition_id>/", editions.edition, name="edition"),
    path("kamus/<int:competency_id>/", listing.competency, name="competency"),
    path("kamus/<int:competency_id>/ubah/", editing.competency_edit, name="competency_edit"),
    path("kamus/<int:competency_id>/akhiri/", editing.competency_end, name="competency_end"),
    path("unit/", need_listing.needs, name="needs"),
    path("unit/unduh/", need_listing.needs_download, name="needs_download"),
    path("unit/baru/", need_listing.open_one, name="open_need"),
    path("unit/<int:need_id>/", need_listing.need, name="need"),
    path("unit/<int:need_id>/ubah/", need_listing.change_one, name="change_need"),
    path("unit/<int:need_id>/status/", need_listing.move_one, name="move_need"),
]
