"""Addresses of the import."""

from django.urls import URLPattern, path

from matang.flow.register.pages.imports import columns, history, matching, preview, template

urlpatterns: list[URLPattern] = [
    path("impor/", history.imports, name="imports"),
    path("impor/unggah/", history.import_new, name="import_new"),
    path("impor/templat-penilaian/", template.appraisal_template, name="appraisal_template"),
    path("impor/<int:run_id>/", preview.import_run, name="import_run"),
    path("impor/<int:run_id>/kolom/", columns.import_columns, name="import_columns"),
    path("impor/<int:run_id>/unit/", matching.import_units, name="import_units"),
    path("impor/<int:run_id>/simpan/", preview.import_commit, name="import_commit"),
    path("impor/<int:run_id>/kemajuan/", preview.import_progress, name="import_progress"),
    path("impor/<int:run_id>/batal/", preview.import_discard, name="import_discard"),
    path("impor/<int:run_id>/hasil/", preview.import_result, name="import_result"),
]
