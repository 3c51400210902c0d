"""Addresses of the aims."""

from django.urls import path

from matang.flow.aims.pages import aims, editing, indicators, links, listing, outline, picking, plans
from matang.flow.aims.pages.flower import comparing as flower_comparing
from matang.flow.aims.pages.flower import lists as flower_lists
from matang.flow.aims.pages.flower import test as flower_test
from matang.flow.aims.pages.mayor import editing as mayor_editing
from matang.flow.aims.pages.mayor import view as mayor_view
from matang.flow.aims.pages.nomenclature import browsing, loading
from matang.flow.aims.pages.picture import page as picture
from matang.flow.aims.pages.thought import answering, efforts, overview
from matang.flow.aims.pages.thought import listing as thought_listing

app_name = "aims"

urlpatterns = [
    path("", outline.outline, name="outline"),
    path("cabang/<int:aim_id>/", outline.branch, name="branch"),
    path("gambar/", picture.picture, name="picture"),
    path("pilih/simpul/", picking.aim_pick, name="aim_pick"),
    path("pilih/indikator/", picking.indicator_pick, name="indicator_pick"),
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
    path("pikir/", thought_listing.thoughts, name="thoughts"),
    path("pikir/baru/", thought_listing.thought_new, name="thought_new"),
    path("pikir/<int:paper_id>/", overview.thought, name="thought"),
    path("pikir/<int:paper_id>/tutup/", overview.thought_close, name="thought_close"),
    path("pikir/<int:paper_id>/tanya/<str:key>/", answering.thought_ask, name="thought_ask"),
    path("pikir/<int:paper_id>/upaya/baru/", efforts.effort_new, name="effort_new"),
    path("pikir/<int:paper_id>/upaya/<int:effort_id>/", efforts.effort_change, name="effort_change"),
    path("pikir/<int:paper_id>/upaya/<int:effort_id>/kegiatan/", efforts.effort_plant, name="effort_plant"),
    path("pikir/<int:paper_id>/versi/<int:number>/", overview.thought_version, name="thought_version"),
    path("pikir/dokumen/<int:document_id>/", overview.thought_document, name="thought_document"),
    path("bunga/", flower_lists.flowers, name="flowers"),
    path("bunga/unduh/", flower_lists.flowers_download, name="flowers_download"),
    path("bunga/banding/", flower_comparing.flower_compare, name="flower_compare"),
    path("bunga/berbeda/<int:statement_id>/cabut/", flower_comparing.not_same_end, name="not_same_end"),
    path("bunga/<int:aim_id>/", flower_test.flower, name="flower"),
    path("wali-kota/", mayor_view.mayor, name="mayor"),
    path("wali-kota/di-luar/", mayor_view.mayor_loose, name="mayor_loose"),
    path("wali-kota/unduh/", mayor_view.mayor_download, name="mayor_download"),
    path("wali-kota/muat/", mayor_editing.mayor_load, name="mayor_load"),
    path("wali-kota/pengumuman/baru/", mayor_editing.announcement_new, name="announcement_new"),
    path("wali-kota/agenda/baru/", mayor_editing.agenda_new, name="agenda_new"),
    path("wali-kota/agenda/<int:agenda_id>/ubah/", mayor_editing.agenda_change, name="agenda_change"),
    path("wali-kota/program/baru/", mayor_editing.mayor_programme_new, name="mayor_programme_new"),
    path("wali-kota/program/<int:programme_id>/ubah/", mayor_editing.mayor_programme_change, name="mayor_programme_change"),
    path("wali-kota/program/<int:programme_id>/kaitkan/", mayor_editing.mayor_tie, name="mayor_tie"),
    path("wali-kota/hapus/<str:kind>/<int:key>/", mayor_editing.mayor_drop, name="mayor_drop"),
]
