"""All addresses. Each stage lists its own in ``pages/urls.py``."""

from django.urls import include, path

handler400 = "matang.ui.errors.bad_request"
handler403 = "matang.ui.errors.forbidden"
handler404 = "matang.ui.errors.not_found"
handler500 = "matang.ui.errors.server_error"

urlpatterns = [
    path("", include("matang.portal.urls")),
    path("akun/", include("matang.foundation.identity.urls")),
    path("periksa/", include("matang.portal.documents.urls")),
    path("kelola/", include("matang.portal.accounts.urls")),
    path("aturan/", include("matang.portal.rules.urls")),
    path("gaya/", include("matang.ui.urls")),
    path("daftar/", include("matang.flow.register.pages.urls")),
    path("tujuan/", include("matang.flow.aims.pages.urls")),
    path("kebutuhan/", include("matang.flow.needs.pages.urls")),
    path("rencana/", include("matang.flow.plan.pages.urls")),
    path("penetapan/", include("matang.flow.place.pages.urls")),
    path("belajar/", include("matang.flow.learn.pages.urls")),
    path("penerapan/", include("matang.flow.apply.pages.urls")),
    path("hasil/", include("matang.flow.measure.pages.urls")),
]
