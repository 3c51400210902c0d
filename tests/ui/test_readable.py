"""The character NUL, which no text column keeps, is refused before a page meets it."""

import pytest
from django.urls import reverse

from matang.flow.measure.models import PublishedFigures
from tests.cast import Cast
from tests.http import ActorClient


def test_an_address_or_a_form_with_a_nul_is_refused_and_nothing_changes(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL", logger="django.request")
    client = ActorClient(cast.users["appointing_official"])
    for query in ({"q": "a\0b"}, {"a\0": "b"}):
        answer = client.get(reverse("measure:indicators"), query_params=query)
        assert (answer.status_code, "Permintaan ini tidak dapat dibaca" in answer.content.decode()) == (400, True)
    assert client.post(reverse("measure:publish"), {"reason": "a\0b"}).status_code == 400
    assert not PublishedFigures.objects.exists()
    assert client.get(reverse("measure:indicators"), query_params={"q": "ab"}).status_code == 200
