"""Addresses of the days of interns."""

from django.urls import path

from matang.flow.learn.pages.daily import book, phone

urlpatterns = [
    path("buku/", book.logbook, name="logbook"),
    path("buku/tulis/", book.log_write, name="log_write"),
    path("buku/luring/", phone.log_shell, name="log_shell"),
    path("buku/keadaan/", phone.log_state, name="log_state"),
    path("buku/kirim/", phone.log_send, name="log_send"),
    path("buku/pekerja.js", phone.log_worker, name="log_worker"),
    path("buku/aplikasi.webmanifest", phone.log_manifest, name="log_manifest"),
    path("harian/foto/<int:photo_id>/", book.log_photo, name="log_photo"),
    path("harian/<int:participant_id>/<uuid:identifier>/", book.log_entry, name="log_entry"),
]
