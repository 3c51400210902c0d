"""Addresses of the aims."""

from django.urls import path

from matang.flow.aims.pages import aims, editing, indicators, links, listing, outline, plans
from matang.flow.aims.pages.nomenclature import browsing, loading
from matang.flow.aims.pages.picture import page as picture

app_name = "aims"

urlpatterns = [
    path("", outline.outline, name="outline"),
    path("cabang/<int:aim_id>/", outline.branch, name="branch"),
    path("gambar/", picture.picture, name="picture"),
    path("daftar/", listing.aims, name="aims"),
    path("unduh/", listing.download, name="download"),
    path("dokumen/", plans.plans, name="plans"),
    path("dokumen/baru/", plans.plan_new, name="plan_new"),
    path("dokumen/<int:plan_id>/ubah/", plans.plan_change, name="plan_change"),
    path("baru/", editing.aim_new, name="aim_new"),
    path("<int:aim_id>/", aims.aim, name="aim"),
    path("<int:aim_id>/tambah/", editing.aim_add, name="aim_add"),
    path("<int:aim_id>/ubah/", editing.aim_change, name="aim_change"),
    path("<int:aim_id>/pindah/", editing.aim_move, name="aim_move"),
    path("<int:aim_id>/geser/", editing.aim_shift, name="aim_shift"),
    path("<int:aim_id>/akhiri/", editing.aim_retire, name="aim_retire"),
    path("<int:aim_id>/aktifkan/", editing.aim_restore, name="aim_restore"),
    path("<int:aim_id>/indikator/baru/", indicators.indicator_new, name="indicator_new"),
    path("indikator/<int:indicator_id>/ubah/", indicators.indicator_change, name="indicator_change"),
    path("indikator/<int:indicator_id>/akhiri/", indicators.indicator_end, name="indicator_end"),
    path("indikator/<int:indicator_id>/aktifkan/", indicators.indicator_restore, name="indicator_restore"),
    path("<int:aim_id>/hubungan/baru/", links.link_new, name="link_new"),
    path("hubungan/<int:link_id>/putus/", links.link_end, name="link_end"),
    path("nomenklatur/", browsing.nomenclature, name="nomenclature"),
    path("nomenklatur/ambil/<str:code>/", browsing.plant, name="plant"),
    path("nomenklatur/edisi/", loading.editions, name="editions"),
    path("nomenklatur/edisi/muat/", loading.edition_new, name="edition_new"),
    path("nomenklatur/edisi/<int:edition_id>/", loading.edition, name="edition"),
    path("nomenklatur/edisi/<int:edition_id>/temuan/", loading.findings_download, name="findings_download"),
]
