"""Addresses of the archive."""

from django.urls import path

from matang.flow.learn.pages.cases import answering, importing, listing, page, totals

urlpatterns = [
    path("arsip/", listing.cases, name="cases"),
    path("arsip/unduh/", listing.cases_download, name="cases_download"),
    path("arsip/jumlah/", totals.cases_totals, name="cases_totals"),
    path("arsip/pertanyaan/", listing.cases_questions, name="cases_questions"),
    path("arsip/impor/", importing.cases_import, name="cases_import"),
    path("arsip/impor/templat/", importing.cases_template, name="cases_template"),
    path("arsip/impor/<int:import_id>/", importing.cases_checked, name="cases_checked"),
    path("arsip/impor/<int:import_id>/masukkan/", importing.cases_apply, name="cases_apply"),
    path("arsip/impor/<int:import_id>/buang/", importing.cases_discard, name="cases_discard"),
    path("arsip/impor/<int:import_id>/batalkan/", importing.cases_undo, name="cases_undo"),
    path("arsip/<int:case_id>/", page.case, name="case"),
    path("arsip/<int:case_id>/jawab/<slug:field>/", answering.case_answer, name="case_answer"),
]
