"""Addresses of hosts, agreements and the host's calendar."""

from django.urls import path

from matang.flow.learn.pages.hosts import agreements, calendar, editing, listing

urlpatterns = [
    path("tuan-rumah/", listing.hosts, name="hosts"),
    path("tuan-rumah/unduh/", listing.hosts_download, name="hosts_download"),
    path("tuan-rumah/baru/", editing.host_new, name="host_new"),
    path("tuan-rumah/<int:host_id>/", listing.host, name="host"),
    path("tuan-rumah/<int:host_id>/ubah/", editing.host_change, name="host_change"),
    path("tuan-rumah/<int:host_id>/hapus/", editing.host_remove, name="host_remove"),
    path("tuan-rumah/<int:host_id>/keunggulan/", editing.strength_new, name="strength_new"),
    path("tuan-rumah/keunggulan/<int:strength_id>/", editing.strength_change, name="strength_change"),
    path("tuan-rumah/keunggulan/<int:strength_id>/hapus/", editing.strength_remove, name="strength_remove"),
    path("tuan-rumah/<int:host_id>/penawaran/", editing.offering_new, name="offering_new"),
    path("tuan-rumah/penawaran/<int:offering_id>/", editing.offering_change, name="offering_change"),
    path("tuan-rumah/penawaran/<int:offering_id>/terbit/", editing.offering_publish, name="offering_publish"),
    path("tuan-rumah/penawaran/<int:offering_id>/hapus/", editing.offering_remove, name="offering_remove"),
    path("penawaran/", listing.offers, name="offers"),
    path("penawaran/<int:offering_id>/jadikan-tuan-rumah/", listing.offer_take, name="offer_take"),
    path("perjanjian/", agreements.agreements, name="agreements"),
    path("perjanjian/unduh/", agreements.agreements_download, name="agreements_download"),
    path("perjanjian/baru/", agreements.agreement_new, name="agreement_new"),
    path("perjanjian/<int:agreement_id>/", agreements.agreement, name="agreement"),
    path("perjanjian/<int:agreement_id>/ubah/", agreements.agreement_change, name="agreement_change"),
    path("perjanjian/<int:agreement_id>/hapus/", agreements.agreement_remove, name="agreement_remove"),
    path("perjanjian/<int:agreement_id>/perpanjang/", agreements.agreement_renew, name="agreement_renew"),
    path("perjanjian/<int:agreement_id>/hentikan/", agreements.agreement_stop, name="agreement_stop"),
    path("perjanjian/<int:agreement_id>/lanjutkan/", agreements.agreement_resume, name="agreement_resume"),
    path("perjanjian/<int:agreement_id>/kewajiban/", agreements.obligation_new, name="obligation_new"),
    path("perjanjian/kewajiban/<int:obligation_id>/", agreements.obligation_change, name="obligation_change"),
    path("perjanjian/kewajiban/<int:obligation_id>/hapus/", agreements.obligation_remove, name="obligation_remove"),
    path("perjanjian/kewajiban/<int:obligation_id>/catat/", agreements.entry_new, name="entry_new"),
    path("perjanjian/pemenuhan/<int:entry_id>/hapus/", agreements.entry_remove, name="entry_remove"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/unduh/", calendar.calendar_download, name="calendar_download"),
    path("kalender/kunjungan/", calendar.visit_new, name="visit_new"),
    path("kalender/kunjungan/<int:visit_id>/", calendar.visit_change, name="visit_change"),
    path("kalender/kunjungan/<int:visit_id>/batal/", calendar.visit_cancel, name="visit_cancel"),
    path("kalender/kunjungan/<int:visit_id>/berlaku/", calendar.visit_resume, name="visit_resume"),
    path("kalender/pengiriman/<int:sending_id>/", calendar.hosted_complete, name="hosted_complete"),
]
