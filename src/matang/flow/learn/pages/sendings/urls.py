"""Addresses of sendings."""

from django.urls import path

from matang.flow.learn.pages.sendings import acting, candidates, editing, letters, listing, mine, page, past, visits

urlpatterns = [
    path("", listing.sendings, name="sendings"),
    path("unduh/", listing.sendings_download, name="sendings_download"),
    path("baru/", editing.sending_new, name="sending_new"),
    path("lama/", past.sending_past, name="sending_past"),
    path("<int:sending_id>/", page.sending, name="sending"),
    path("<int:sending_id>/alasan/", editing.sending_purpose, name="sending_purpose"),
    path("<int:sending_id>/perjalanan/", editing.sending_journey, name="sending_journey"),
    path("<int:sending_id>/peserta/", editing.participant_new, name="participant_new"),
    path("<int:sending_id>/cetak/", page.sending_print, name="sending_print"),
    path("<int:sending_id>/calon/", candidates.candidates, name="candidates"),
    path("<int:sending_id>/calon/ajukan/", candidates.candidate_add, name="candidate_add"),
    path("<int:sending_id>/surat/", letters.letters, name="letters"),
    path("<int:sending_id>/surat/terbitkan/", letters.letter_issue, name="letter_issue"),
    path("<int:sending_id>/surat/<int:document_id>/", letters.letter, name="letter"),
    path("<int:sending_id>/kunjungan/", visits.visit_brief, name="visit_brief"),
    path("<int:sending_id>/kesan/", visits.visit_feedback, name="visit_feedback"),
    path("<int:sending_id>/ajukan/", acting.sending_submit, name="sending_submit"),
    path("<int:sending_id>/tarik/", acting.sending_take_back, name="sending_take_back"),
    path("<int:sending_id>/jawaban/", acting.sending_note_answer, name="sending_note_answer"),
    path("<int:sending_id>/putusan/", acting.sending_decide, name="sending_decide"),
    path("<int:sending_id>/batal/", acting.sending_cancel, name="sending_cancel"),
    path("<int:sending_id>/berangkat/", acting.sending_start, name="sending_start"),
    path("<int:sending_id>/kembali/", acting.sending_return, name="sending_return"),
    path("<int:sending_id>/tutup/", acting.sending_close, name="sending_close"),
    path("<int:sending_id>/buka-lagi/", acting.sending_reopen, name="sending_reopen"),
    path("peserta/<int:participant_id>/pilih/", acting.participant_choose, name="participant_choose"),
    path("peserta/<int:participant_id>/hasil/", candidates.candidate_effect, name="candidate_effect"),
    path("diajukan/", mine.my_proposals, name="my_proposals"),
    path("diajukan/<int:participant_id>/komitmen/", mine.proposal_commit, name="proposal_commit"),
    path("diajukan/<int:participant_id>/mundur/", mine.proposal_withdraw, name="proposal_withdraw"),
    path("peserta/<int:participant_id>/hapus/", acting.participant_drop, name="participant_drop"),
]
