"""Addresses of cohorts."""

from django.urls import path

from matang.flow.learn.pages.cohorts import cohorts

urlpatterns = [
    path("angkatan/", cohorts.cohorts, name="cohorts"),
    path("angkatan/baru/", cohorts.cohort_new, name="cohort_new"),
    path("angkatan/<int:cohort_id>/", cohorts.cohort, name="cohort"),
    path("angkatan/<int:cohort_id>/ubah/", cohorts.cohort_change, name="cohort_change"),
    path("angkatan/<int:cohort_id>/hapus/", cohorts.cohort_remove, name="cohort_remove"),
    path("angkatan/<int:cohort_id>/bidang/", cohorts.wanted_new, name="wanted_new"),
    path("angkatan/bidang/<int:field_id>/", cohorts.wanted_change, name="wanted_change"),
    path("angkatan/bidang/<int:field_id>/hapus/", cohorts.wanted_remove, name="wanted_remove"),
]
