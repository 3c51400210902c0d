"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.plan.pages import compare, constraints, drafts, files, refused, scenarios, stability, succession, successors, why
from matang.flow.plan.pages.development.urls import urlpatterns as development

app_name = "plan"
urlpatterns: list[URLPattern] = [
    path("", scenarios.scenarios, name="scenarios"),
    path("baru/", drafts.new, name="new"),
    path("banding/", compare.compare, name="compare"),
    path("suksesi/", succession.succession, name="succession"),
    path("suksesi/orang/", successors.listed, name="listed"),
    path("suksesi/jabatan/<int:post_id>/", successors.successors, name="successors"),
    path("suksesi/<int:listing_id>/keluarkan/", successors.remove, name="remove_successor"),
    path("<int:scenario_id>/", scenarios.scenario, name="scenario"),
    path("<int:scenario_id>/ubah/", drafts.edit, name="edit"),
    path("<int:scenario_id>/jabatan/", drafts.posts, name="posts"),
    path("<int:scenario_id>/salin/", drafts.copy, name="copy"),
    path("<int:scenario_id>/nama/", drafts.rename, name="rename"),
    path("<int:scenario_id>/hapus/", drafts.delete, name="delete"),
    path("<int:scenario_id>/pembatasan/", constraints.constraints, name="constraints"),
    path("<int:scenario_id>/pembatasan/<int:constraint_id>/cabut/", constraints.remove, name="remove_constraint"),
    path("<int:scenario_id>/usulan.xlsx", files.workbook, name="workbook"),
    path("<int:scenario_id>/cetak/", files.printed, name="printed"),
    path("<int:scenario_id>/ditolak/<int:post_id>/", refused.refused, name="refused"),
    path("<int:scenario_id>/perubahan/", scenarios.changes, name="changes"),
    path("<int:scenario_id>/hitung/", scenarios.compute, name="compute"),
    path("<int:scenario_id>/kemajuan/", scenarios.progress, name="progress"),
    path("<int:scenario_id>/ajukan/", scenarios.submit, name="submit"),
    path("<int:scenario_id>/bukti/<str:name>.json", scenarios.proof, name="proof"),
    path("<int:scenario_id>/ketahanan/", stability.stability, name="stability"),
    path("<int:scenario_id>/ketahanan/hitung/", stability.measure, name="measure_stability"),
    path("<int:scenario_id>/mengapa/<int:post_id>/<int:person_id>/", why.why_page, name="why"),
    *development,
]
