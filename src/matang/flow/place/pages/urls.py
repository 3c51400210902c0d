"""Addresses of the stage."""

from django.urls import URLPattern, path

from matang.flow.place.pages import convening, deciding, meeting, nominations, objections, panel, papers, reasons, sheets, waivers

app_name = "place"
urlpatterns: list[URLPattern] = [
    path("sidang/", panel.queue, name="queue"),
    path("sidang/<int:scenario_id>/<int:post_id>/", deciding.decide_page, name="decide"),
    path("sidang/<int:scenario_id>/<int:post_id>/kecualikan/<int:person_id>/", waivers.waive_page, name="waive"),
    path("sidang/<int:scenario_id>/<int:post_id>/ajukan-nama/", nominations.nominate_page, name="nominate"),
    path("kecualikan/<int:waiver_id>/tarik/", waivers.withdraw_page, name="withdraw_waiver"),
    path("rapat/", meeting.meetings, name="meetings"),
    path("rapat/baru/", convening.new, name="new_meeting"),
    path("rapat/<int:meeting_id>/", meeting.meeting, name="meeting"),
    path("rapat/<int:meeting_id>/ubah/", convening.change, name="change_meeting"),
    path("rapat/<int:meeting_id>/hadir/", meeting.attendance, name="attendance"),
    path("rapat/<int:meeting_id>/pernyataan/", meeting.statement, name="statement"),
    path("rapat/<int:meeting_id>/tambah/", meeting.add_posts, name="add_posts"),
    path("rapat/<int:meeting_id>/berita-acara/", papers.minutes, name="minutes"),
    path("rapat/<int:meeting_id>/<str:act>/", meeting.act, name="meeting_act"),
    path("rapat/<int:meeting_id>/jabatan/<int:item_id>/", sheets.sheet, name="sheet"),
    path("rapat/<int:meeting_id>/jabatan/<int:item_id>/cetak/", sheets.printed, name="sheet_print"),
    path("rapat/<int:meeting_id>/jabatan/<int:item_id>/suara/", sheets.vote, name="vote"),
    path("rapat/<int:meeting_id>/jabatan/<int:item_id>/tutup/", sheets.close, name="close_vote"),
    path("rapat/<int:meeting_id>/jabatan/<int:item_id>/buka-lagi/", sheets.reopen, name="reopen_advice"),
    path("putusan/", deciding.decided, name="decided"),
    path("putusan/<int:decision_id>/", deciding.decision, name="decision"),
    path("putusan/<int:decision_id>/batal/", deciding.undo_page, name="undo"),
    path("putusan/<int:decision_id>/naskah/", papers.letters, name="letters"),
    path("putusan/<int:decision_id>/keberatan/", objections.file_page, name="object"),
    path("dokumen/<int:document_id>/", papers.paper, name="paper"),
    path("keberatan/", objections.objections, name="objections"),
    path("keberatan/<int:objection_id>/", objections.objection, name="objection"),
    path("keberatan/<int:objection_id>/tarik/", objections.withdraw_page, name="withdraw_objection"),
    path("alasan-saya/", reasons.my_reasons, name="my_reasons"),
]
