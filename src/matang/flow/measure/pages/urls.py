"""Addresses of the stage."""

from django.urls import path

from matang.flow.measure.pages import chain, downloads, effects, imports, indicators, publishing, series

app_name = "measure"
urlpatterns = [
    path("", chain.chain, name="chain"),
    path("unduh/", downloads.chain_download, name="chain_download"),
    path("lembar/", chain.chain_paper, name="chain_paper"),
    path("lembar/<int:document_id>/", chain.paper, name="paper"),
    path("terbitkan/", publishing.publish, name="publish"),
    path("antarpemerintah/", publishing.governments, name="governments"),
    path("publik/", publishing.public, name="public"),
    path("indikator/", indicators.indicators, name="indicators"),
    path("indikator/unduh/", downloads.indicators_download, name="indicators_download"),
    path("indikator/<int:indicator_id>/", indicators.indicator, name="indicator"),
    path("indikator/<int:indicator_id>/unduh/", downloads.indicator_download, name="indicator_download"),
    path("indikator/<int:indicator_id>/kebutuhan/", indicators.need_open, name="need_open"),
    path("indikator/<int:indicator_id>/deret/", series.series_new, name="series_new"),
    path("indikator/<int:indicator_id>/pengaruh/", effects.effect_new, name="effect_new"),
    path("belum-diisi/", series.owed, name="owed"),
    path("belum-diisi/unduh/", downloads.owed_download, name="owed_download"),
    path("indikator/impor/", imports.imports, name="imports"),
    path("indikator/impor/templat/", imports.import_template, name="import_template"),
    path("indikator/impor/<int:import_id>/", imports.one_import, name="import"),
    path("indikator/impor/<int:import_id>/putus/", imports.import_decide, name="import_decide"),
    path("indikator/deret/<int:series_id>/", series.series, name="series"),
    path("indikator/deret/<int:series_id>/unduh/", downloads.series_download, name="series_download"),
    path("indikator/deret/<int:series_id>/ubah/", series.series_change, name="series_change"),
    path("indikator/deret/<int:series_id>/isi/", series.value_new, name="value_new"),
    path("indikator/nilai/<int:value_id>/tarik/", series.value_withdraw, name="value_withdraw"),
    path("indikator/pengaruh/<int:question_id>/", effects.effect, name="effect"),
    path("indikator/pengaruh/<int:question_id>/hitung/", effects.effect_compute, name="effect_compute"),
    path("indikator/pengaruh/<int:question_id>/tutup/", effects.effect_close, name="effect_close"),
    path("indikator/pengaruh/hasil/<int:result_id>/tetapkan/", effects.effect_publish, name="effect_publish"),
]
