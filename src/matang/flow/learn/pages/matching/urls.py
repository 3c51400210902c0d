"""Addresses of matching rounds."""

from django.urls import path, re_path

from matang.flow.learn.pages.matching import applicants, parts, rounds

urlpatterns = [
    path("putaran/", rounds.rounds, name="rounds"),
    path("putaran/saya/", applicants.my_rounds, name="my_rounds"),
    path("putaran/baru/", rounds.round_new, name="round_new"),
    path("putaran/<int:round_id>/", rounds.round_page, name="round"),
    path("putaran/<int:round_id>/ubah/", rounds.round_change, name="round_change"),
    path("putaran/<int:round_id>/hapus/", rounds.round_remove, name="round_remove"),
    path("putaran/<int:round_id>/hitung/", rounds.round_compute, name="round_compute"),
    path("putaran/<int:round_id>/kemajuan/", rounds.round_progress, name="round_progress"),
    path("putaran/<int:round_id>/tetapkan/", rounds.round_fix, name="round_fix"),
    path("putaran/<int:round_id>/unduh/", applicants.round_download, name="round_download"),
    re_path(r"^putaran/(?P<round_id>\d{1,15})/berkas/(?P<what>soal|hasil)/$", applicants.round_file, name="round_file"),
    path("putaran/<int:round_id>/masa/", parts.period_new, name="period_new"),
    path("putaran/masa/<int:period_id>/", parts.period_change, name="period_change"),
    path("putaran/masa/<int:period_id>/hapus/", parts.period_remove, name="period_remove"),
    path("putaran/<int:round_id>/tempat/", parts.place_new, name="place_new"),
    path("putaran/tempat/<int:place_id>/", parts.place_change, name="place_change"),
    path("putaran/tempat/<int:place_id>/hapus/", parts.place_remove, name="place_remove"),
    path("putaran/<int:round_id>/daerah/", parts.region_new, name="region_new"),
    path("putaran/daerah/<int:region_id>/", parts.region_change, name="region_change"),
    path("putaran/daerah/<int:region_id>/hapus/", parts.region_remove, name="region_remove"),
    path("putaran/<int:round_id>/pelamar/", applicants.applicant_new, name="applicant_new"),
    path("putaran/<int:round_id>/pelamar/ambil/", applicants.applicants_take, name="applicants_take"),
    path("putaran/<int:round_id>/pelamar/impor/", applicants.applicants_import, name="applicants_import"),
    path("putaran/<int:round_id>/pelamar/templat/", applicants.applicants_template, name="applicants_template"),
    path("putaran/pelamar/<int:applicant_id>/", applicants.applicant, name="applicant"),
    path("putaran/pelamar/<int:applicant_id>/ubah/", applicants.applicant_change, name="applicant_change"),
    path("putaran/pelamar/<int:applicant_id>/hapus/", applicants.applicant_remove, name="applicant_remove"),
]
