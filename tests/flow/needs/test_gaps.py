"""Gaps by OPD and of a person; who sees which; standards; needs; pages that stay cheap."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from matang.flow.needs.models import PostStandard, UnitNeed
from matang.flow.needs.public import (
    NewEvidence,
    ensure_dictionary,
    gaps_by_opd,
    open_need,
    record_many,
    requirements_of,
    set_standard,
)
from matang.flow.register.models import Incumbency
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast, make_person
from tests.http import ActorClient


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    """Return the dictionary of Palu."""
    return ensure_dictionary(cast.palu.pk)


def test_gaps_are_counted_by_opd_and_scope(cast: Cast, codes: dict[str, int]) -> None:
    """Health: a head (level 4) and a supervisor (level 2), nine requirements each; social: a head."""
    head, superior = cast.people["head"].pk, cast.people["superior"].pk
    record_many(
        cast.palu.pk,
        [
            NewEvidence(head, codes["MAN.1"], 4, "assessment_centre", date(2026, 1, 1)),
            NewEvidence(head, codes["MAN.2"], 3, "assessment_centre", date(2026, 1, 1)),
            NewEvidence(superior, codes["MAN.1"], 3, "superior", date(2026, 1, 1)),
        ],
        day=today(),
    )
    found = {opd.unit_id: opd for opd in gaps_by_opd(actor_of(cast.users["hr_officer"]), today())}
    health, social = found[cast.units["health"].pk], found[cast.units["social"].pk]
    assert (health.people, health.total.meets, health.total.below, health.total.unsure, health.total.no_evidence) == (
        2,
        1,
        1,
        1,
        15,
    )
    assert (social.people, social.total.total, social.total.no_evidence) == (1, 9, 9)
    assert [opd.unit_id for opd in gaps_by_opd(actor_of(cast.users["other_unit_head"]), today())] == [cast.units["social"].pk]
    assert [opd.people for opd in gaps_by_opd(actor_of(cast.users["direct_superior"]), today())] == [1]


def test_a_post_without_standard_takes_the_default_of_its_kind_and_says_so(cast: Cast, codes: dict[str, int]) -> None:
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    lines = requirements_of(cast.palu.pk, today(), [(post.pk, post.kind)])[post.pk]
    assert [(line.level, line.default, line.must) for line in lines] == [(2, True, False)] * 9
    officer = actor_of(cast.users["hr_officer"])
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["TEK.KES"], level=3, must=True, valid_from=date(2026, 1, 1))
    lines = requirements_of(cast.palu.pk, today(), [(post.pk, post.kind)])[post.pk]
    assert [(line.competency_id, line.level, line.must, line.default) for line in lines] == [(codes["TEK.KES"], 3, True, False)]


def test_a_new_standard_ends_the_one_before(cast: Cast, codes: dict[str, int]) -> None:
    post, officer = Incumbency.objects.get(person=cast.people["superior"]).post, actor_of(cast.users["hr_officer"])
    for level, day in ((2, date(2026, 1, 1)), (3, date(2026, 2, 1))):
        set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=level, must=False, valid_from=day)
    rows = PostStandard.objects.order_by("valid_from").values_list("level", "valid_from", "valid_to")
    assert list(rows) == [(2, date(2026, 1, 1), date(2026, 2, 1)), (3, date(2026, 2, 1), None)]


def test_the_database_refuses_two_standards_on_one_day(cast: Cast, codes: dict[str, int]) -> None:
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    row = {"agency": cast.palu, "post": post, "competency_id": codes["MAN.1"], "level": 2, "valid_from": date(2026, 1, 1)}
    PostStandard.objects.create(**row)
    with pytest.raises(IntegrityError, match="post_standard_once"), transaction.atomic():
        PostStandard.objects.create(**row)


@pytest.mark.parametrize("name", ["unit_head", "auditor", "civil_servant", "panel_member"])
def test_who_may_not_set_standards_changes_nothing(cast: Cast, codes: dict[str, int], name: str) -> None:
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    with pytest.raises(RefusedError):
        set_standard(
            actor=actor_of(cast.users[name]),
            post_id=post.pk,
            competency_id=codes["MAN.1"],
            level=3,
            must=False,
            valid_from=today(),
        )
    assert PostStandard.objects.count() == 0


def test_a_need_is_opened_once_by_the_unit_itself(cast: Cast) -> None:
    words = {"what": "Analis data", "why": "Data penerima belum dapat dipadankan."}
    head = actor_of(cast.users["unit_head"])
    first = open_need(actor=head, unit_id=cast.units["health"].pk, **words)
    assert open_need(actor=head, unit_id=cast.units["health"].pk, **words).pk == first.pk
    with pytest.raises(RefusedError):
        open_need(actor=actor_of(cast.users["other_unit_head"]), unit_id=cast.units["health"].pk, what="Lain", why="Sebab")
    with pytest.raises(RefusedError):
        open_need(actor=head, unit_id=cast.units["health"].pk, what="", why="Sebab")
    assert UnitNeed.objects.count() == 1


@pytest.mark.usefixtures("codes")
def test_the_pages_ask_no_more_when_there_are_more_people(cast: Cast, browse: type[ActorClient]) -> None:
    client, servant = browse(cast.users["hr_officer"]), cast.people["servant"].pk

    def asked(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    addresses = ("/kebutuhan/kesenjangan/", f"/kebutuhan/pegawai/{servant}/", "/kebutuhan/unit/")
    few = [[asked(address) for address in addresses] for _ in range(2)][-1]
    for number in range(100, 130):
        make_person(
            cast.palu, f"198501012010012{number}", f"Orang {number}", cast.units["social"], f"Jabatan {number}", "pengawas"
        )
    assert [asked(address) for address in addresses] == few
    assert max(few) <= 20


def test_a_person_reads_their_own_arithmetic_and_no_stranger_does(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient]
) -> None:
    person = cast.people["servant"].pk
    record_many(cast.palu.pk, [NewEvidence(person, codes["MAN.1"], 1, "test", date(2026, 1, 1))], day=today())
    page = browse(cast.users["civil_servant"]).get(f"/kebutuhan/pegawai/{person}/").content.decode()
    assert "Terbukti = level terendah di antara bukti pasti: 1." in page
    assert "Kesenjangan = disyaratkan 1 − terbukti 1 = 0." in page
    assert browse(cast.users["other_servant"]).get(f"/kebutuhan/pegawai/{person}/").status_code == 404
