"""Home, stage pages and the switches of language and appearance."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse

from matang.flow.plan.models import PlacementScenario, ScenarioPost
from matang.flow.register.models import CorrectionRequest, Post
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.context import acting_in
from matang.portal.figures import figures_for
from tests.cast import Cast
from tests.http import ActorClient

Browse = Callable[..., ActorClient]


def figures(cast: Cast, who: str) -> tuple[int, int, int, int] | None:
    """Return people, units, posts and free places as the account sees them."""
    user = cast.users[who]
    with acting_in(user.agency_id, user.pk):
        found = figures_for(actor_of(user))
    return (found.people, found.units, found.posts, found.vacancies) if found else None


def text_of(client: ActorClient, path: str) -> str:
    return client.get(path).content.decode()


def ask_correction(cast: Cast, person: str, hours: int) -> CorrectionRequest:
    """Let a person ask for a correction that must be answered in ``hours``."""
    return CorrectionRequest.objects.create(
        agency=cast.palu,
        person=cast.people[person],
        asked_by=cast.users["civil_servant"],
        asked_at=now(),
        due_at=now() + timedelta(hours=hours),
        field="full_name",
        asked_value="Nurul Pegawai Baru",
    )


def test_a_visitor_learns_what_this_is_and_can_sign_in(browse: Browse, cast: Cast) -> None:
    text = text_of(browse(), reverse("portal:home"))
    assert "Matang membantu pemerintah kota" in text
    assert f'href="{reverse("account_login")}"' in text
    assert "Yang diharapkan dari Anda" not in text


def test_an_officer_sees_the_clock_of_open_corrections(browse: Browse, cast: Cast) -> None:
    ask_correction(cast, "servant", 70)
    ask_correction(cast, "other", 20)
    text = text_of(browse(cast.users["hr_officer"]), reverse("portal:home"))
    assert "2 permintaan perbaikan data menunggu jawaban" in text
    assert "Paling lambat" in text
    assert "lewat waktu" not in text


def test_a_clock_that_ran_out_is_said_in_words(browse: Browse, cast: Cast) -> None:
    ask_correction(cast, "servant", -1)
    assert "lewat waktu" in text_of(browse(cast.users["hr_officer"]), reverse("portal:home"))


@pytest.mark.parametrize("who", ["civil_servant", "unit_head", "auditor", "malang_officer"])
def test_others_are_not_asked_to_answer_corrections(browse: Browse, cast: Cast, who: str) -> None:
    ask_correction(cast, "servant", 70)
    assert "permintaan perbaikan data menunggu" not in text_of(browse(cast.users[who]), reverse("portal:home"))


def propose(cast: Cast, state: str, *, decided: bool = False) -> None:
    """Put the post of the head of the health agency into a scenario."""
    scenario = PlacementScenario.objects.create(
        agency=cast.palu, name="Rancangan contoh", as_at=today(), weights={}, state=state, created_at=now()
    )
    post = Post.objects.get(name="Kepala Dinas Kesehatan")
    ScenarioPost.objects.create(agency=cast.palu, scenario=scenario, post=post, decided_at=now() if decided else None)


def test_a_panel_member_is_told_how_many_posts_wait(browse: Browse, cast: Cast) -> None:
    propose(cast, "proposed")
    propose(cast, "proposed", decided=True)
    propose(cast, "draft")
    sentence = "1 jabatan menunggu putusan"
    assert sentence in text_of(browse(cast.users["panel_member"]), reverse("portal:home"))
    assert sentence not in text_of(browse(cast.users["hr_officer"]), reverse("portal:home"))


def test_a_panel_member_with_nothing_to_decide_is_not_called(browse: Browse, cast: Cast) -> None:
    propose(cast, "draft")
    assert "jabatan menunggu putusan" not in text_of(browse(cast.users["panel_member"]), reverse("portal:home"))


def test_the_figures_are_those_of_the_reach(cast: Cast) -> None:
    assert figures(cast, "hr_officer") == (5, 2, 5, 0)
    assert figures(cast, "unit_head") == (3, 2, 3, 0)
    assert figures(cast, "other_unit_head") == (2, 1, 2, 0)
    assert figures(cast, "malang_officer") == (1, 1, 1, 0)
    assert figures(cast, "no_role") is None


def test_an_account_without_role_is_told_who_gives_roles(browse: Browse, cast: Cast) -> None:
    assert "Akun Anda belum memegang peran" in text_of(browse(cast.users["no_role"]), reverse("portal:home"))


def test_a_stage_that_does_not_exist_is_not_found(browse: Browse, cast: Cast) -> None:
    assert browse(cast.users["planner"]).get(reverse("portal:stage", args=["tenth"])).status_code == 404


def test_language_and_appearance_are_kept_and_the_way_back_is_ours(browse: Browse, cast: Cast) -> None:
    client = browse()
    response = client.post(reverse("portal:preferences"), {"language": "en", "next": "/gaya/?x=1"})
    assert response.headers["Location"] == "/gaya/?x=1"
    client.post(reverse("portal:preferences"), {"theme": "gelap"})
    text = text_of(client, reverse("portal:home"))
    assert '<html lang="en" data-theme="gelap">' in text
    client.post(reverse("portal:preferences"), {"theme": "auto", "language": "id"})
    assert '<html lang="id">' in text_of(client, reverse("portal:home"))


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_way_back_never_leads_elsewhere(browse: Browse, cast: Cast, elsewhere: str) -> None:
    response = browse().post(reverse("portal:preferences"), {"language": "en", "next": elsewhere})
    assert response.headers["Location"] == reverse("portal:home")


@pytest.mark.parametrize("value", ["fr", "", "../../x"])
def test_an_unknown_language_or_appearance_is_not_kept(browse: Browse, cast: Cast, value: str) -> None:
    response = browse().post(reverse("portal:preferences"), {"language": value, "theme": value})
    assert not response.cookies


def test_an_english_browser_still_gets_indonesian(browse: Browse, cast: Cast) -> None:
    response = browse().get(reverse("portal:home"), headers={"accept-language": "en-US,en;q=0.9"})
    assert '<html lang="id">' in response.content.decode()
    assert response.headers["Content-Language"] == "id"
