"""The page around every page."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.roles import Role
from matang.foundation.tenancy.models import Agency
from matang.ui.navigation import STAGES, stages_for
from tests.cast import Cast
from tests.http import ActorClient

Browse = Callable[..., ActorClient]


def test_the_nine_stages_stand_in_their_order_with_a_page_each(browse: Browse, cast: Cast) -> None:
    text = browse(cast.users["civil_servant"]).get(reverse("portal:home")).content.decode()
    navigation = text[text.index('<nav class="side"') : text.index("</nav>", text.index('<nav class="side"'))]
    assert re.findall(r'href="/tahap/(\w+)/"', navigation) == [stage.key for stage in STAGES]
    assert len(STAGES) == 9


def test_a_stage_without_pages_is_shown_as_coming_and_says_what_it_will_do(browse: Browse, cast: Cast) -> None:
    coming = [stage for stage in stages_for(Actor()) if not stage.open]
    assert [stage.key for stage in coming] == ["serve"]
    text = browse(cast.users["civil_servant"]).get(reverse("portal:stage", args=["serve"])).content.decode()
    assert "Tahap ini segera hadir" in text
    assert "Menerima aduan dan kasus sosial" in text


def test_the_navigation_offers_exactly_the_pages_that_the_gate_opens(browse: Browse, cast: Cast) -> None:
    every = {page.address for stage in STAGES for page in stage.pages}
    addresses = {reverse(name) for name in every}
    for who in ("hr_officer", "mentor", "planner", "civil_servant"):
        client = browse(cast.users[who])
        actor = Actor(user_id=1, agency_id=1, held=tuple(Held(grant, "") for grant in Role if grant == who))
        offered = {page.href for stage in stages_for(actor) for page in stage.pages}
        for path in sorted(addresses):
            assert (client.get(path).status_code != 403) == (path in offered), f"{who}: {path}"


def test_the_navigation_speaks_the_active_language() -> None:
    with translation.override("id"):
        assert [stage.name for stage in stages_for(None)][:3] == ["Daftar", "Tujuan", "Kebutuhan"]
    with translation.override("en"):
        assert [stage.name for stage in stages_for(None)][:3] == ["Register", "Aims", "Needs"]


def test_invented_people_are_called_invented_on_every_page(browse: Browse, cast: Cast) -> None:
    client = browse(cast.users["hr_officer"])
    for path in (reverse("portal:home"), reverse("portal:search"), reverse("portal:stage", args=["plan"]), reverse("mfa_index")):
        assert "Data sintetis" in client.get(path).content.decode()


def test_a_real_agency_has_no_such_ribbon(browse: Browse, cast: Cast) -> None:
    Agency.objects.filter(pk=cast.palu.pk).update(synthetic=False)
    assert "Data sintetis" not in browse(cast.users["hr_officer"]).get(reverse("portal:home")).content.decode()


def test_a_visitor_sees_neither_navigation_nor_search(browse: Browse, cast: Cast) -> None:
    text = browse().get(reverse("portal:home")).content.decode()
    assert 'class="side"' not in text
    assert 'role="search"' not in text
    assert reverse("account_login") in text


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [("/tidak-ada/", 404, "Halaman ini tidak ada"), ("/cari/", 403, "Halaman ini bukan untuk peran Anda")],
)
def test_a_refusal_is_a_sentence_with_a_way_out(browse: Browse, cast: Cast, path: str, status: int, heading: str) -> None:
    response = browse(cast.users["no_role"]).get(path)
    assert response.status_code == status
    text = response.content.decode()
    assert heading in text
    assert 'href="/"' in text


def test_the_shell_asks_the_database_nothing(browse: Browse, cast: Cast) -> None:
    client = browse(cast.users["hr_officer"])
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("portal:stage", args=["serve"]))
    tables = {table for query in asked.captured_queries for table in re.findall(r'FROM "?(\w+)', query["sql"])}
    assert tables == {"identity_session", "access_enter"}


def test_every_icon_that_a_template_names_exists() -> None:
    from matang.ui.catalogues import SOURCE
    from matang.ui.icons import icon

    named = set()
    for path in [*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("third_party_templates/**/*.html")]:
        named |= set(re.findall(r'(?:our_icon |icon\(|icon=)"([a-z0-9-]+)"', path.read_text()))
    assert named
    for name in sorted(named):
        assert icon(name).startswith("<svg")
