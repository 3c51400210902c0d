"""Sendings of before Matang, written down from their records: what is unknown stays unknown, in lists and in sums."""

from datetime import date

import pytest
from django.urls import reverse

from matang.flow.learn.models import Participant, Sending, SendingStep
from matang.flow.learn.public import sent_rows
from matang.foundation.access.selectors import actor_of
from tests.cast import Cast
from tests.factories.journeys import ground
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def test_hr_writes_down_what_the_records_tell_and_nothing_more(cast: Cast, browse: type[ActorClient]) -> None:
    base = ground(cast)
    client, page = browse(cast.users["hr_officer"]), reverse("learn:sending_past")
    nip = cast.people["servant"].nip
    said = {
        "unit": cast.units["clinic"].pk,
        "kind": "internship",
        "title": "Sampah",
        "host": base.host.pk,
        "source": "ST 12/2024",
    }
    wrong = (
        ({}, "sedikitnya hari mulai"),
        ({"starts_on": "2024-07-12", "ends_on": "2024-07-01"}, "sudah selesai"),
        ({"ends_on": "2099-01-01"}, "sudah selesai"),
        ({"ends_on": "2024-10-12", "people": "999"}, "Tidak ada pegawai dengan NIP 999"),
        ({"ends_on": "2024-10-12", "people": f"{nip}\n{cast.people['superior'].nip}", "count": "1"}, "kurang dari yang disebut"),
    )
    for data, words in wrong:
        answer = client.post(page, said | data)
        assert (answer.status_code, words in answer.content.decode()) == (200, True), words
    assert Sending.objects.count() == 0
    client.post(page, said | {"ends_on": "2024-10-12"})
    client.post(page, said | {"starts_on": "2024-07-12", "title": "Air", "people": f" {nip} ", "count": "4"})
    client.post(page, said | {"starts_on": "2024-07-12", "title": "Pasar", "count": "8"})
    rows = {row.title: row for row in Sending.objects.all()}
    told = {title: (row.starts_on, row.ends_on, row.seats, row.origin, row.state) for title, row in rows.items()}
    assert told == {
        "Sampah": (None, date(2024, 10, 12), None, "records", "returned"),
        "Air": (date(2024, 7, 12), None, 4, "records", "returned"),
        "Pasar": (date(2024, 7, 12), None, 8, "records", "returned"),
    }
    servant, clinic = cast.people["servant"], cast.units["clinic"].name
    named = Participant.objects.values_list("sending__title", "person_id", "card_name", "card_unit", "host_agency_id")
    assert list(named) == [("Air", servant.pk, servant.display_name, clinic, None)]
    assert servant.display_name in client.get(reverse("learn:trainees")).content.decode()
    step = SendingStep.objects.get(sending=rows["Sampah"])
    assert (step.made_on, step.reason) == (date(2024, 10, 12), "Dimuat dari catatan lama: ST 12/2024")
    counted = {row.title: (row.people, row.people_known) for row in sent_rows(actor_of(cast.users["hr_officer"]))}
    assert counted == {"Sampah": (0, False), "Air": (4, True), "Pasar": (8, True)}
    shown = client.get(reverse("learn:sendings")).content.decode()
    assert (shown.count("dicatat kemudian"), shown.count("tidak diketahui")) == (3, 1)
