"""Addresses of the days of interns."""

from django.urls import path

from matang.flow.learn.pages.daily import attendance, beside, book, levels, people, phone

urlpatterns = [
    path("buku/", book.logbook, name="logbook"),
    path("buku/tulis/", book.log_write, name="log_write"),
    path("buku/luring/", phone.log_shell, name="log_shell"),
    path("buku/keadaan/", phone.log_state, name="log_state"),
    path("buku/kirim/", phone.log_send, name="log_send"),
    path("buku/pekerja.js", phone.log_worker, name="log_worker"),
    path("buku/aplikasi.webmanifest", phone.log_manifest, name="log_manifest"),
    path("harian/", people.trainees, name="trainees"),
    path("harian/di-sini/", people.hosted, name="hosted_trainees"),
    path("harian/<int:participant_id>/", people.trainee, name="trainee"),
    path("harian/<int:participant_id>/tanggapi/", people.log_sign, name="log_sign"),
    path("harian/<int:participant_id>/mentor/", people.host_mentor, name="host_mentor"),
    path("harian/<int:participant_id>/rotasi/", beside.rotation, name="rotation"),
    path("harian/<int:participant_id>/kehadiran/", attendance.attendance, name="attendance"),
    path("harian/<int:participant_id>/kehadiran/isi/", attendance.attendance_fill, name="attendance_fill"),
    path("harian/<int:participant_id>/sikap/", beside.notes, name="notes"),
    path("harian/<int:participant_id>/tinjauan/", beside.review, name="review"),
    path("harian/<int:participant_id>/penilaian/", levels.levels, name="levels"),
    path("harian/<int:participant_id>/penilaian/lembar/", levels.levels_paper, name="levels_paper"),
    path("harian/foto/<int:photo_id>/", book.log_photo, name="log_photo"),
    path("harian/<int:participant_id>/<uuid:identifier>/", book.log_entry, name="log_entry"),
]
