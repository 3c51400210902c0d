"""The account pages: who finds whom, what is shown once, and what each act leaves behind."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.audit.models import Decision
from matang.foundation.clock.models import Holiday
from matang.foundation.clock.services import today
from matang.foundation.identity.models import Session, User
from matang.portal.accounts.browsers import browser_name
from tests.cast import Cast, make_user
from tests.http import ActorClient

NEW = "kelapa-muda-segar-88"


def text_of(response: HttpResponse) -> str:
    """Return the words of a page, without tags and runs of spaces."""
    body = response.content.decode().split('id="isi"')[-1]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.fixture
def operator(cast: Cast) -> ActorClient:
    cache.clear()
    return ActorClient(cast.users["system_operator"])


def address(name: str, **arguments: object) -> str:
    """Return the address of an account page."""
    return reverse(f"accounts:{name}", kwargs=arguments)


def test_the_list_finds_by_name_role_and_state(operator: ActorClient, cast: Cast) -> None:
    User.objects.filter(username="planner").update(first_name="Putri Perencana")
    User.objects.filter(username="mentor").update(is_active=False)
    for query, names in (
        ({"q": "putri"}, {"planner"}),
        ({"q": "unit_head"}, {"unit_head", "other_unit_head"}),
        ({"role": Role.UNIT_HEAD}, {"unit_head", "other_unit_head"}),
        ({"state": "closed"}, {"mentor"}),
        ({"q": "malang"}, set()),
    ):
        page = operator.get(address("accounts"), query).content.decode()
        assert set(re.findall(r'class="sub mono">([^<]+)<', page)) == names


def test_the_list_costs_the_same_for_many_accounts(operator: ActorClient, cast: Cast) -> None:
    operator.get(address("accounts"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        operator.get(address("accounts"))
    for number in range(60):
        make_user(cast.palu, f"akun{number:02}", Role.MENTOR)
    with CaptureQueriesContext(connection) as many:
        page = operator.get(address("accounts"))
    assert len(many) == len(few) <= 14
    assert "Halaman 1 dari 2" in text_of(page)
    assert "75 baris" in text_of(page)


def test_a_new_account_of_a_civil_servant_is_tied_to_the_person_and_its_password_is_shown_once(
    operator: ActorClient, cast: Cast
) -> None:
    head = cast.people["other_head"]
    User.objects.filter(username="other_unit_head").update(person_id=None)
    page = operator.post(address("new"), {"username": f" {head.nip[:8]} {head.nip[8:]} ", "reason": "SK 1"})
    user = User.objects.get(username=head.nip)
    assert (user.person_id, user.first_name, user.must_change_password) == (head.pk, "Kartini Lain", True)
    password = re.search(r"<strong>([a-z2-9-]{19})</strong>", page.content.decode())
    assert password is not None
    assert user.check_password(password[1])
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    entry = Decision.objects.latest("sequence")
    assert (entry.kind, entry.subject, entry.reason) == ("account.opened", f"account:{user.pk}", "SK 1")
    assert head.nip not in entry.document


@pytest.mark.parametrize(
    ("username", "expected"),
    [
        ("1990010120150120", "18 angka; di sini ada 16"),
        ("199001012015012099", "Tidak ada pegawai dengan NIP ini"),
        ("198001012005012001", "Tidak ada pegawai dengan NIP ini"),
        ("199001012015012003", "sudah punya akun"),
        ("planner", "sudah dipakai"),
        ("malang_officer", "sudah dipakai"),
    ],
)
def test_a_new_account_is_refused_with_the_reason(operator: ActorClient, username: str, expected: str) -> None:
    before = User.objects.count()
    page = operator.post(address("new"), {"username": username, "name": "X", "reason": "SK 1"})
    assert expected in text_of(page)
    assert User.objects.count() == before


def test_a_role_is_given_and_ended_on_pages(operator: ActorClient, cast: Cast) -> None:
    user, clinic = cast.users["no_role"], cast.units["clinic"]
    fields = {"role": "mentor", "unit": clinic.pk, "start": today().isoformat(), "end": "", "reason": "SK 7"}
    assert operator.post(address("grant", user_id=user.pk), fields)["Location"] == address("account", user_id=user.pk)
    given = Grant.objects.get(user=user)
    assert (given.role, given.unit_id, given.unit_path, given.valid_from, given.valid_to) == (
        "mentor", clinic.pk, clinic.path, today(), None,
    )  # fmt: skip
    shown = text_of(operator.get(address("account", user_id=user.pk)))
    assert "Mentor SK 7 Puskesmas Contoh" in shown
    day = today() + timedelta(days=3)
    operator.post(address("end_grant", grant_id=given.pk), {"day": day.isoformat(), "reason": "Selesai"})
    given.refresh_from_db()
    assert given.valid_to == day


def test_a_refused_role_keeps_what_was_typed_and_says_why(cast: Cast) -> None:
    officer = ActorClient(cast.users["hr_officer"])
    fields = {"role": "auditor", "unit": "", "start": today().isoformat(), "end": "", "reason": "SK 7"}
    page = officer.post(address("grant", user_id=cast.users["no_role"].pk), fields)
    assert page.status_code == 403
    assert "hanya dapat diberikan atau diakhiri oleh operator sistem" in text_of(page)
    assert 'value="SK 7"' in page.content.decode()
    assert not Grant.objects.filter(user=cast.users["no_role"]).exists()


def test_the_unit_picker_offers_only_what_the_actor_reaches(cast: Cast) -> None:
    health = cast.units["health"]
    Grant.objects.create(
        agency=cast.palu, user=cast.users["no_role"], role=Role.HR_OFFICER, unit_id=health.pk, unit_path=health.path,
        valid_from=date(2020, 1, 1),
    )  # fmt: skip
    page = ActorClient(cast.users["no_role"]).get(address("grant", user_id=cast.users["mentor"].pk)).content.decode()
    offered = re.search(r'<select name="unit".*?</select>', page, re.DOTALL)
    assert offered is not None
    assert "Puskesmas Contoh" in offered[0]
    assert "Dinas Sosial" not in offered[0]
    assert "Seluruh instansi" not in offered[0]


def test_a_link_for_a_new_password_works_for_the_holder(operator: ActorClient, cast: Cast) -> None:
    user = cast.users["planner"]
    page = operator.post(address("act", user_id=user.pk, act="tautan"), {"reason": "Lupa"}).content.decode()
    link = re.search(r'value="http://testserver(/akun/kata-sandi/tautan/[^"]+)"', page)
    assert link is not None
    holder = ActorClient()
    holder.post(holder.get(link[1])["Location"], {"password1": NEW, "password2": NEW})
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert link[1].split("-", 2)[-1].strip("/") not in Decision.objects.latest("sequence").document


def test_closing_an_account_ends_its_sessions_and_reopening_lets_it_in(operator: ActorClient, cast: Cast) -> None:
    user = cast.users["planner"]
    planner = ActorClient(user)
    assert planner.get(address("mine")).status_code == 200
    operator.post(address("act", user_id=user.pk, act="tutup"), {"reason": "Pensiun"})
    assert not Session.objects.filter(user=user).exists()
    assert planner.get(address("mine")).status_code == 302
    operator.post(address("act", user_id=user.pk, act="buka"), {"reason": "Kembali"})
    user.refresh_from_db()
    assert user.is_active
    assert [entry.kind for entry in Decision.objects.order_by("sequence")] == ["account.closed", "account.reopened"]


def test_the_operator_cannot_close_the_own_account(operator: ActorClient, cast: Cast) -> None:
    own = cast.users["system_operator"]
    page = operator.post(address("act", user_id=own.pk, act="tutup"), {"reason": "Coba"})
    assert page.status_code == 403
    assert "akun sendiri" in text_of(page)
    own.refresh_from_db()
    assert own.is_active


def test_an_unknown_act_is_not_there(operator: ActorClient, cast: Cast) -> None:
    assert operator.get(address("act", user_id=cast.users["planner"].pk, act="hapus")).status_code == 404


def test_one_s_own_page_shows_roles_and_sessions_and_ends_the_others(cast: Cast) -> None:
    here, there = ActorClient(cast.users["unit_head"]), ActorClient(cast.users["unit_head"])
    page = text_of(here.get(address("mine")))
    assert "Kepala unit Dinas Kesehatan" in page
    assert page.count("peramban ini") == 1
    here.post(address("sign_out_everywhere"))
    assert here.get(address("mine")).status_code == 200
    assert there.get(address("mine")).status_code == 302


def test_the_calendar_takes_a_local_day_once(operator: ActorClient, cast: Cast) -> None:
    fields = {"day": "2031-09-27", "name": "Hari jadi kota", "source": "", "kind": "local"}
    assert operator.post(address("add_day"), fields)["Location"] == f"{address('calendar')}?tahun=2031"
    page = text_of(operator.get(address("calendar"), {"tahun": 2031}))
    assert "Sabtu, 27 September 2031 Hari jadi kota Libur daerah hanya instansi ini – perkiraan" in page
    again = operator.post(address("add_day"), fields)
    assert "Tanggal ini sudah ada di kalender." in text_of(again)
    assert Holiday.objects.filter(agency=cast.palu).count() == 1


def test_a_year_is_confirmed_under_one_decree_without_the_unticked_days(operator: ActorClient, cast: Cast) -> None:
    for number in (1, 2, 3):
        fields = {"day": f"2031-03-0{number}", "name": f"Hari {number}", "source": "", "kind": "local"}
        operator.post(address("add_day"), fields)
    first, second, third = Holiday.objects.filter(agency=cast.palu)
    operator.post(address("confirm_year", year=2031), {"days": [first.pk, third.pk], "source": "SK 9/2030"})
    found = list(Holiday.objects.filter(agency=cast.palu).values_list("name", "estimated", "source"))
    assert found == [("Hari 1", False, "SK 9/2030"), ("Hari 2", True, ""), ("Hari 3", False, "SK 9/2030")]
    assert second.pk not in {first.pk, third.pk}


@pytest.mark.parametrize("year", ["0", "99999", "abc", "", "020199"])
def test_a_year_that_makes_no_sense_becomes_this_one(operator: ActorClient, year: str) -> None:
    assert f"Kalender kerja {today().year}" in text_of(operator.get(address("calendar"), {"tahun": year}))


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        ("", "peramban tidak dikenal"),
    ],
)
def test_browsers_are_named_in_words(agent: str, expected: str) -> None:
    assert browser_name(agent) == expected
