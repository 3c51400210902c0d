"""Addresses of the development proposals."""

from django.urls import URLPattern, path

from matang.flow.plan.pages.development import catalogue, files, lines, proposals, yearly

urlpatterns: list[URLPattern] = [
    path("pengembangan/", proposals.developments, name="developments"),
    path("pengembangan/baru/", proposals.development_new, name="development_new"),
    path("pengembangan/saya/", lines.my_development, name="my_development"),
    path("pengembangan/kegiatan/", catalogue.acts, name="acts"),
    path("pengembangan/kegiatan/baru/", catalogue.act_new, name="act_new"),
    path("pengembangan/kegiatan/berkas/", files.acts_export, name="acts_export"),
    path("pengembangan/kegiatan/templat/", files.acts_template, name="acts_template"),
    path("pengembangan/kegiatan/impor/", files.acts_import, name="acts_import"),
    path("pengembangan/kegiatan/impor/simpan/", files.acts_import_save, name="acts_import_save"),
    path("pengembangan/kegiatan/<int:act_id>/", catalogue.act, name="act"),
    path("pengembangan/kegiatan/<int:act_id>/tawarkan/", catalogue.act_offer, name="act_offer"),
    path("pengembangan/kegiatan/<int:act_id>/hapus/", catalogue.act_delete, name="act_delete"),
    path("pengembangan/<int:proposal_id>/", proposals.development, name="development"),
    path("pengembangan/<int:proposal_id>/hitung/", proposals.development_compute, name="development_compute"),
    path("pengembangan/<int:proposal_id>/kemajuan/", proposals.development_progress, name="development_progress"),
    path("pengembangan/<int:proposal_id>/ajukan/", proposals.development_submit, name="development_submit"),
    path("pengembangan/<int:proposal_id>/hapus/", proposals.development_delete, name="development_delete"),
    path("pengembangan/<int:proposal_id>/bukti/<str:name>.json", proposals.development_proof, name="development_proof"),
    path("pengembangan/<int:proposal_id>/kebutuhan/", lines.development_lines, name="development_lines"),
    path("pengembangan/<int:proposal_id>/tahunan/", yearly.development_year, name="development_year"),
    path("pengembangan/<int:proposal_id>/tahunan/berkas/", yearly.development_year_export, name="development_year_export"),
]
