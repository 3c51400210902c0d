"""A search of many words asks one condition a word: the query may not double with each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from tests.http import ActorClient

LISTS = (
    "aims:aims", "aims:thoughts", "learn:sendings", "learn:reports", "learn:reports_download", "learn:hosts", "learn:cases",
    "learn:tariffs", "learn:agreements", "learn:requests_here", "apply:recommendations", "apply:adoptions", "apply:practices",
    "measure:indicators", "register:partners", "register:people", "portal:search",
)  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_search_of_many_words_stays_a_short_query(cast: Cast, name: str) -> None:
    client = ActorClient(cast.users["hr_officer"])
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name), {"q": "kata " * 12}).status_code == 200
    assert max(len(query["sql"]) for query in asked.captured_queries) < 20_000
    assert client.get(reverse(name), {"q": "a " * 400}).status_code == 200
