"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.plan.pages import scenarios, stability, why
from matang.flow.plan.pages.development.urls import urlpatterns as development

app_name = "plan"
urlpatterns: list[URLPattern] = [
    path("", scenarios.scenarios, name="scenarios"),
    path("baru/", scenarios.new, name="new"),
    path("<int:scenario_id>/", scenarios.scenario, name="scenario"),
    path("<int:scenario_id>/hitung/", scenarios.compute, name="compute"),
    path("<int:scenario_id>/kemajuan/", scenarios.progress, name="progress"),
    path("<int:scenario_id>/ajukan/", scenarios.submit, name="submit"),
    path("<int:scenario_id>/bukti/<str:name>.json", scenarios.proof, name="proof"),
    path("<int:scenario_id>/ketahanan/", stability.stability, name="stability"),
    path("<int:scenario_id>/ketahanan/hitung/", stability.measure, name="measure_stability"),
    path("<int:scenario_id>/mengapa/<int:post_id>/<int:person_id>/", why.why_page, name="why"),
    *development,
]
