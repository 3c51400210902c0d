"""Lists: search, filters, order, pages, counts, downloads, and the day they show."""

import io
from datetime import date, timedelta

import openpyxl
import pytest

from matang.flow.register.models import Incumbency, Person, Post, ServiceRecord
from matang.flow.register.public import officer_for, unit_tree
from matang.flow.register.selectors.counts import HORIZONS, own_counts, rolled_up
from matang.flow.register.selectors.home import attention_in, months_between
from matang.flow.register.selectors.listing import PeopleQuestion, ordered, people_asked, rows_of
from matang.flow.register.selectors.posts import PostQuestion, free_posts, post_rows, posts_asked, vacant_posts
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast, make_user
from tests.factories.register import City, make_city
from tests.http import ActorClient

DAY = date(2026, 11, 1)


def asked(agency: Agency, **facts: object) -> list[str]:
    """Return the names that an officer finds."""
    question = PeopleQuestion(day=DAY, **facts)
    found = people_asked(officer_for(agency.pk), question)
    rows = rows_of(ordered(found, question.sort), DAY)
    assert len(rows) == found.count()
    return [row.full_name for row in rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nurul", {"Nurul Pegawai"}),
        ("NUR peg", {"Nurul Pegawai"}),
        ("urul", set()),
        ("199001012015012003", {"Nurul Pegawai"}),
        ("1990", {"Nurul Pegawai", "Ratna Lain"}),
        ("dinas sosial", {"Ratna Lain", "Kartini Lain"}),
        ("kepala", {"Hadijah Kepala", "Sitti Atasan", "Kartini Lain"}),
        ("kepala sosial", {"Kartini Lain"}),
        ("puskesmas nurul", {"Nurul Pegawai"}),
        ("%", {"Hadijah Kepala", "Sitti Atasan", "Nurul Pegawai", "Ratna Lain", "Kartini Lain"}),
        ("tidak ada", set()),
    ],
)
def test_search_finds_beginnings_of_words(cast: Cast, text: str, found: set[str]) -> None:
    assert set(asked(cast.palu, text=text)) == found


def test_filters_narrow_the_list(cast: Cast) -> None:
    clinic = cast.units["clinic"].path
    assert set(asked(cast.palu, unit_path=clinic)) == {"Nurul Pegawai", "Sitti Atasan"}
    assert set(asked(cast.palu, unit_path=cast.units["health"].path)) == {"Nurul Pegawai", "Sitti Atasan", "Hadijah Kepala"}
    assert set(asked(cast.palu, post_kind="jpt_pratama")) == {"Hadijah Kepala", "Kartini Lain"}
    assert asked(cast.palu, kind="pppk") == []
    assert asked(cast.palu, grade="III/a") == []


def test_who_has_left_is_hidden_unless_asked_for(cast: Cast) -> None:
    servant = cast.people["servant"]
    ServiceRecord.objects.create(agency=cast.palu, person=servant, state="retired", valid_from=date(2026, 6, 1))
    assert "Nurul Pegawai" not in asked(cast.palu)
    assert asked(cast.palu, state="retired") == ["Nurul Pegawai"]
    assert "Nurul Pegawai" in asked(cast.palu, state="all")
    earlier = people_asked(officer_for(cast.palu.pk), PeopleQuestion(day=date(2026, 5, 31)))
    assert servant in earlier


def test_who_has_not_begun_is_not_there_yet(cast: Cast) -> None:
    Person.objects.filter(pk=cast.people["servant"].pk).update(service_start=date(2026, 12, 1))
    assert "Nurul Pegawai" not in asked(cast.palu)


@pytest.mark.parametrize("sort", ["nama", "nip", "golongan", "jabatan", "unit", "lahir"])
def test_every_order_lists_everybody_once_both_ways(palu: Agency, sort: str) -> None:
    make_city(palu, 30)
    up, down = asked(palu, sort=sort), asked(palu, sort=f"-{sort}")
    assert sorted(up) == sorted(down)
    assert len(set(up)) == 30


def test_unknown_comes_last_in_either_order(palu: Agency) -> None:
    make_city(palu, 5)
    Person.objects.create(agency=palu, nip="199501012020012009", kind="pns", full_name="Aaa Tanpa Tanggal")
    assert asked(palu, sort="lahir")[-1] == asked(palu, sort="-lahir")[-1] == "Aaa Tanpa Tanggal"


@pytest.fixture
def city(palu: Agency) -> City:
    """Return a city of 120 people."""
    return make_city(palu, 120)


def test_the_numbers_of_units_are_those_of_their_lists(palu: Agency, city: City) -> None:
    tree = unit_tree(palu.pk, DAY)
    counts = rolled_up(tree.roots, own_counts(palu.pk, DAY))
    assert sum(counts[root.id].filled for root in tree.roots) == 120
    for node in tree.walk():
        mine = counts[node.id]
        for place, months in enumerate(HORIZONS):
            assert mine.retiring[place] == len(asked(palu, unit_path=node.path, retiring=months))
        vacant = list(vacant_posts(palu.pk, DAY, node.path))
        assert mine.vacant == sum(post.vacancies for post in vacant)
        assert [post.pk for post in vacant][:3] == [post.id for post in free_posts(palu.pk, DAY, node.path, 3)]
        listed = posts_asked(palu.pk, PostQuestion(day=DAY, unit_path=node.path))
        assert mine.posts == listed.count()
        attention = attention_in(palu.pk, node.path, DAY, 12)
        assert (len(attention.leaving), len(attention.acting)) == (mine.retiring[0], mine.acting)
        assert own_counts(palu.pk, DAY, node.path).keys() <= {each.id for each in node.walk()}


def test_who_has_left_does_not_retire(palu: Agency, city: City) -> None:
    tree = unit_tree(palu.pk, DAY)
    before = rolled_up(tree.roots, own_counts(palu.pk, DAY))
    leaving = attention_in(palu.pk, "/", DAY, 12).leaving
    ServiceRecord.objects.filter(person_id=leaving[0].person_id).update(state="deceased")
    after = rolled_up(tree.roots, own_counts(palu.pk, DAY))
    assert sum(before[root.id].retiring[0] for root in tree.roots) - 1 == sum(after[root.id].retiring[0] for root in tree.roots)
    assert len(attention_in(palu.pk, "/", DAY, 12).leaving) == len(leaving) - 1


def test_posts_are_filtered_by_how_they_stand(palu: Agency, city: City) -> None:
    def found(**facts: object) -> set[int]:
        return set(posts_asked(palu.pk, PostQuestion(day=DAY, **facts)).values_list("pk", flat=True))

    every = found()
    assert found(state="lowong") == set(city.posts[120:])
    assert found(state="terisi") == set(city.posts[:120])
    assert found(state="plt") == set(Incumbency.objects.filter(kind="acting").values_list("post_id", flat=True))
    assert found(state="kapasitas") == set()
    Post.objects.filter(pk=city.posts[0]).update(capacity=None)
    assert found(state="kapasitas") == {city.posts[0]}
    assert found(kind="administrator") == set(city.posts[120:])
    assert found(text="kosong bidang") == set(city.posts[120:])
    assert found() == every


def test_a_post_without_known_capacity_is_neither_vacant_nor_full(palu: Agency, city: City) -> None:
    Post.objects.filter(pk=city.posts[-1]).update(capacity=None)
    (row,) = post_rows(posts_asked(palu.pk, PostQuestion(day=DAY)).filter(pk=city.posts[-1]), DAY)
    assert row.vacancies is None
    tree = unit_tree(palu.pk, DAY)
    total = rolled_up(tree.roots, own_counts(palu.pk, DAY))
    assert sum(total[root.id].uncounted for root in tree.roots) == 1
    assert sum(total[root.id].vacant for root in tree.roots) == 7


@pytest.fixture
def officer(palu: Agency, city: City) -> ActorClient:
    """Return an HR officer's browser in the city."""
    return ActorClient(make_user(palu, "petugas", Role.HR_OFFICER))


def test_pages_of_fifty_show_everybody_once(officer: ActorClient, city: City) -> None:
    seen: list[str] = []
    for number in (1, 2, 3):
        page = officer.get("/daftar/pegawai/", {"halaman": number}).content.decode()
        seen += [str(key) for key in city.people if f'href="/daftar/pegawai/{key}/"' in page]
    assert sorted(seen) == sorted(map(str, city.people))


@pytest.mark.parametrize(
    "query", ["halaman=999", "halaman=x", "halaman=-1", "per=kapan", "unit=x", "urut=x", "pensiun=7", "golongan=%27"]
)
def test_nonsense_in_the_address_is_no_fault(officer: ActorClient, query: str) -> None:
    for address in (
        "/daftar/pegawai/",
        "/daftar/jabatan/",
        "/daftar/unit/",
        "/daftar/mitra/",
        "/daftar/wilayah/",
        "/daftar/perbaikan/",
    ):
        assert officer.get(f"{address}?{query}").status_code == 200


def test_the_download_holds_exactly_the_filtered_rows_and_no_formula(officer: ActorClient, city: City) -> None:
    Person.objects.filter(pk=city.people[0]).update(full_name='=HYPERLINK("x") Sari')
    answer = officer.get("/daftar/pegawai/unduh/", {"q": "sari", "per": "2026-11-01"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    names = [row[1] for row in rows if row[0] and str(row[0]).isdecimal()]
    assert len(names) == Person.objects.filter(search__contains=" sari").count() > 1
    assert any(name.startswith('=HYPERLINK("x") Sari') for name in names)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert rows[1][0] == "Keadaan per 1 November 2026"
    assert "“sari”" in rows[3][0]


def test_an_active_filter_can_be_taken_off_alone(officer: ActorClient) -> None:
    page = officer.get("/daftar/pegawai/", {"q": "sari", "golongan": "III/a"}).content.decode()
    assert 'href="/daftar/pegawai/?golongan=III%2Fa"' in page
    assert 'href="/daftar/pegawai/?q=sari"' in page


def test_htmx_gets_only_the_part_that_changes(officer: ActorClient) -> None:
    for address in ("/daftar/pegawai/", "/daftar/jabatan/"):
        part = officer.get(address, headers={"HX-Request": "true", "HX-Target": "hasil"})
        assert part.content.decode().strip().startswith('<section id="hasil"')
        assert "HX-Request" in part["Vary"]


def test_an_empty_list_says_what_to_do(officer: ActorClient) -> None:
    page = officer.get("/daftar/pegawai/", {"q": "zzz"}).content.decode()
    assert "Tidak ada yang cocok" in page
    assert "Hapus saringan" in page


def test_a_unit_of_another_day_says_when_it_was(officer: ActorClient, city: City) -> None:
    page = officer.get(f"/daftar/unit/{city.opds[0]}/", {"per": str(START - timedelta(days=1))})
    assert page.status_code == 200
    assert "Unit ini tidak ada pada 31 Desember 2019" in page.content.decode()


def test_months_are_whole() -> None:
    assert months_between(date(2026, 1, 15), date(2026, 4, 14)) == 2
    assert months_between(date(2026, 1, 15), date(2026, 4, 15)) == 3


def test_the_home_of_a_unit_shows_who_acts_the_longest_first_with_how_long(cast: Cast) -> None:
    posts = {name: Incumbency.objects.get(person=cast.people[name]).post for name in ("superior", "head")}
    for name, since in (("superior", today() - timedelta(days=3)), ("head", today() - timedelta(days=400))):
        Incumbency.objects.create(
            agency=cast.palu, person=cast.people["servant"], post=posts[name], kind="acting", valid_from=since
        )
    page = ActorClient(cast.users["hr_officer"]).get(f"/daftar/unit/{cast.units['health'].pk}/").content.decode()
    listed = page[page.index("Terlama di atas") :]
    assert listed.index("sudah 13 bulan") < listed.index("belum sebulan")
