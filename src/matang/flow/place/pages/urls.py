"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.place.pages import panel

app_name = "place"
urlpatterns: list[URLPattern] = [
    path("sidang/", panel.queue, name="queue"),
    path("putusan/", panel.decided, name="decided"),
    path("putusan/<int:decision_id>/", panel.decision, name="decision"),
    path("putusan/<int:decision_id>/batal/", panel.undo_page, name="undo"),
    path("alasan-saya/", panel.my_reasons, name="my_reasons"),
    path("sidang/<int:scenario_id>/<int:post_id>/", panel.decide_page, name="decide"),
]
