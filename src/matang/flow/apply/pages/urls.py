"""Addresses of the stage."""

from django.urls import path, register_converter

from matang.flow.apply.pages import adoptions, downloads, editing, practices, presentations, recommendations


class PartConverter:
    """One of the three parts of a recommendation."""

    regex = "|".join(editing.PARTS)

    def to_python(self, value: str) -> str:
        """Return the part."""
        return value

    def to_url(self, value: str) -> str:
        """Return the part."""
        return value


register_converter(PartConverter, "part")
app_name = "apply"
urlpatterns = [
    path("", recommendations.recommendations, name="recommendations"),
    path("unduh/", downloads.recommendations_download, name="recommendations_download"),
    path("baru/", editing.recommendation_new, name="recommendation_new"),
    path("<int:recommendation_id>/", recommendations.recommendation, name="recommendation"),
    path("<int:recommendation_id>/tulis/<part:part>/", editing.recommendation_write, name="recommendation_write"),
    path("<int:recommendation_id>/ajukan/", recommendations.recommendation_submit, name="recommendation_submit"),
    path("<int:recommendation_id>/tarik/", recommendations.recommendation_take_back, name="recommendation_take_back"),
    path("<int:recommendation_id>/hapus/", recommendations.recommendation_delete, name="recommendation_delete"),
    path("<int:recommendation_id>/putusan/", recommendations.recommendation_decide, name="recommendation_decide"),
    path("paparan/", presentations.presentations, name="presentations"),
    path("paparan/baru/", presentations.presentation_new, name="presentation_new"),
    path("paparan/<int:presentation_id>/", presentations.presentation, name="presentation"),
    path("paparan/<int:presentation_id>/terlaksana/", presentations.presentation_held, name="presentation_held"),
    path("paparan/<int:presentation_id>/batal/", presentations.presentation_cancel, name="presentation_cancel"),
    path("dijalankan/", adoptions.adoptions, name="adoptions"),
    path("dijalankan/unduh/", downloads.adoptions_download, name="adoptions_download"),
    path("dijalankan/<int:adoption_id>/", adoptions.adoption, name="adoption"),
    path("dijalankan/<int:adoption_id>/tindakan/", adoptions.action_write, name="action_new"),
    path("dijalankan/<int:adoption_id>/tindakan/<int:action_id>/", adoptions.action_write, name="action_change"),
    path("dijalankan/<int:adoption_id>/tindakan/<int:action_id>/hapus/", adoptions.action_remove, name="action_remove"),
    path("dijalankan/<int:adoption_id>/mulai/", adoptions.adoption_begin, name="adoption_begin"),
    path("dijalankan/<int:adoption_id>/periksa/", adoptions.adoption_check, name="adoption_check"),
    path("dijalankan/<int:adoption_id>/tutup/", adoptions.adoption_close, name="adoption_close"),
    path("dijalankan/<int:adoption_id>/buka/", adoptions.adoption_reopen, name="adoption_reopen"),
    path("tertahan/", adoptions.stuck, name="stuck"),
    path("tertahan/unduh/", downloads.stuck_download, name="stuck_download"),
    path("pustaka/", practices.practices, name="practices"),
    path("pustaka/unduh/", downloads.practices_download, name="practices_download"),
    path("pustaka/<int:practice_id>/", practices.practice, name="practice"),
    path("pustaka/<int:practice_id>/ubah/", practices.practice_change, name="practice_change"),
    path("pustaka/<int:practice_id>/terbit/", practices.practice_publish, name="practice_publish"),
    path("pustaka/<int:practice_id>/nama/", practices.practice_credit, name="practice_credit"),
    path("pustaka/<int:practice_id>/usulkan/", practices.practice_propose, name="practice_propose"),
]
