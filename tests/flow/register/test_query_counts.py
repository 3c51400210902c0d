"""Every page asks the database the same few questions, however many rows there are."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matang.flow.register.models import Incumbency
from matang.foundation.access.roles import Role
from matang.foundation.tenancy.models import Agency
from tests.cast import make_user
from tests.factories.register import City, make_city
from tests.http import ActorClient

SIGNING_IN = 2  # the session with its account, and the grants
PAGES = {
    "/daftar/pegawai/": 4,  # stamp of the tree, count, rows, standings
    "/daftar/pegawai/?q=dinas&urut=-golongan": 5,  # and the units with such a name
    "/daftar/pegawai/{person}/": 2,  # the person, the history
    "/daftar/pegawai/{person}/data/": 4,  # and the trails of the person and of the records
    "/daftar/pegawai/unduh/": 3,  # stamp, rows, standings
    "/daftar/unit/": 2,  # stamp, counts (between two settings for the planner)
    "/daftar/unit/?tampilan=pohon": 2,
    "/daftar/unit/{unit}/": 6,  # stamp, counts, attention, posts, holders, vacant
    "/daftar/jabatan/": 4,  # stamp, count, rows, holders
    "/daftar/jabatan/unduh/": 3,
    "/daftar/jabatan/{post}/": 4,  # the post, stamp, holdings, definitive holders
    "/daftar/perbaikan/": 2,  # count and rows
}


def asked(client: ActorClient, address: str) -> int:
    """Return how many questions a page asks, savepoints left out; the second time, when nothing is fresh."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(address)
    counted = [
        query["sql"]
        for query in captured
        if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT current_setting", "SELECT set_config"))
    ]
    return len(counted)


@pytest.mark.parametrize("people", [10, 200])
def test_the_number_of_questions_does_not_grow(palu: Agency, people: int) -> None:
    city = make_city(palu, people)
    client = ActorClient(make_user(palu, "petugas", Role.HR_OFFICER))
    post = Incumbency.objects.get(person_id=city.people[0], kind="definitive").post_id
    found = {
        address: asked(client, address.format(person=city.people[0], unit=city.opds[0], post=post)) - SIGNING_IN
        for address in PAGES
    }
    assert found == PAGES


def test_a_page_of_fifty_among_many_is_light(palu: Agency) -> None:
    city: City = make_city(palu, 2_000, opds=40, sections=8)
    client = ActorClient(make_user(palu, "petugas", Role.HR_OFFICER))
    page = client.get("/daftar/pegawai/").content
    assert page.count(b"<tr>") == 51
    assert len(gzip.compress(page)) < 12_000
    assert len(gzip.compress(client.get(f"/daftar/unit/{city.opds[0]}/").content)) < 12_000
