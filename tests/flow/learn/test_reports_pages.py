"""Pages of reports: one question a page, kept with every step."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.learn.models import SendingReport
from tests.cast import Cast
from tests.factories.journeys import returned
from tests.flow.apply.homecoming import accepted_report
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def test_a_report_is_written_page_by_page(cast: Cast, browse: type[ActorClient]) -> None:
    made = returned(cast)
    client = browse(cast.users["civil_servant"])
    address = reverse("learn:report_write", args=[made.participant.pk])
    for number in range(1, 5):
        response = client.post(f"{address}?bagian={number}", {"text": f"Jawaban {number}"})
        assert response["Location"] == f"{address}?bagian={number + 1}"
    check = client.get(f"{address}?bagian=5").content.decode()
    assert "Siap diajukan" in check
    assert all(f"Jawaban {number}" in check for number in range(1, 5))
    client.post(reverse("learn:report_submit", args=[made.participant.pk]))
    report = SendingReport.objects.get()
    assert (report.state, report.seen, report.action_plan) == ("submitted", "Jawaban 1", "Jawaban 4")
    assert client.get(address)["Location"] == reverse("learn:report", args=[report.pk])


def test_an_ugly_file_is_refused_in_words_and_the_text_is_kept(cast: Cast, browse: type[ActorClient]) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    made = returned(cast)
    client = browse(cast.users["civil_servant"])
    address = reverse("learn:report_write", args=[made.participant.pk])
    response = client.post(f"{address}?bagian=4", {"text": "Rencana", "document": SimpleUploadedFile("a.pdf", b"MZ\x00\x01")})
    assert response.status_code == 200
    report = SendingReport.objects.get()
    assert (report.action_plan, report.document_id) == ("Rencana", None)


def test_the_list_asks_as_often_for_one_as_for_many(cast: Cast, browse: type[ActorClient]) -> None:
    from tests.permissions.learn_reports import again

    made = accepted_report(cast)
    client = browse(cast.users["hr_officer"])
    address = reverse("learn:reports")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(8):
        again(made.journey.sending, made.journey.participant, made.report, f"Lagi {number}")
    with CaptureQueriesContext(connection) as many:
        assert client.get(address).content.decode().count("Lagi ") == 8
    assert len(many) == len(few)


def test_my_hours_names_the_article_and_that_nobody_read_it(cast: Cast, browse: type[ActorClient]) -> None:
    accepted_report(cast)
    page = browse(cast.users["civil_servant"]).get(reverse("learn:my_hours")).content.decode()
    assert "(belum diverifikasi)" in page
    assert "JP setahun 20 JP; paling sedikit 20 JP" in page or "JP setahun 20" in page
