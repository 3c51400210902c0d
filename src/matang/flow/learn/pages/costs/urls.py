"""Addresses of costs."""

from django.urls import path

from matang.flow.learn.pages.costs import compare, tariffs

urlpatterns = [
    path("<int:sending_id>/biaya/", compare.costs, name="costs"),
    path("<int:sending_id>/biaya/pilih/", compare.cost_choose, name="cost_choose"),
    path("tarif/", tariffs.tariffs, name="tariffs"),
    path("tarif/baru/", tariffs.tariff_new, name="tariff_new"),
    path("tarif/impor/", tariffs.tariffs_import, name="tariffs_import"),
    path("tarif/templat/", tariffs.tariffs_template, name="tariffs_template"),
    path("tarif/<int:tariff_id>/", tariffs.tariff_change, name="tariff_change"),
    path("tarif/<int:tariff_id>/hapus/", tariffs.tariff_remove, name="tariff_remove"),
]
