"""Addresses of reports."""

from django.urls import path

from matang.flow.learn.pages.reports import acting, alumni, hours, listing, writing

urlpatterns = [
    path("laporan/", listing.reports, name="reports"),
    path("laporan/unduh/", listing.reports_download, name="reports_download"),
    path("laporan/<int:report_id>/", listing.report, name="report"),
    path("laporan/<int:report_id>/lampiran/", listing.report_document, name="report_document"),
    path("laporan/<int:report_id>/terima/", acting.report_accept, name="report_accept"),
    path("laporan/<int:report_id>/kembalikan/", acting.report_send_back, name="report_send_back"),
    path("laporan/<int:report_id>/tarik-penerimaan/", acting.report_take_back, name="report_take_back"),
    path("laporan/<int:report_id>/bersedia/", acting.report_help, name="report_help"),
    path("laporan/<int:report_id>/berhenti/", acting.report_stop_help, name="report_stop_help"),
    path("laporan/tulis/<int:participant_id>/", writing.report_write, name="report_write"),
    path("laporan/tulis/<int:participant_id>/ajukan/", writing.report_submit, name="report_submit"),
    path("jp-saya/", hours.my_hours, name="my_hours"),
    path("jp/<int:person_id>/", hours.person_hours, name="person_hours"),
    path("alumni/", alumni.alumni, name="alumni"),
]
