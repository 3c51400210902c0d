"""Rounds open to other governments: handed in by senders, taken by the coordinator, answered, and written back in one step."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from matang.flow.learn.models import (
    Host,
    MatchingRound,
    Participant,
    RoundApplicant,
    RoundCall,
    RoundCeiling,
    RoundPeriod,
    RoundPlace,
    RoundRegion,
    RoundRequest,
    Sending,
)
from matang.flow.learn.pages.matching.wording import why_not
from matang.flow.learn.selectors.calls import calls_for, round_behind, standing_of_call
from matang.flow.learn.services.matching.applicants import Line, store_lines, take_from_sendings
from matang.flow.learn.services.matching.calls import close_call, hand_in, open_call, take_requests, withdraw_request
from matang.flow.learn.services.matching.rounds import fix_round, open_round, save_ceiling, save_period, save_place
from matang.flow.learn.services.matching.solving import solve_round
from matang.flow.learn.services.matching.writing import Written, write_answers, write_round
from matang.flow.register.models import Partner
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from matang.foundation.tenancy import context
from tests.cast import START, Cast, make_user
from tests.factories.journeys import Journey, submitted
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2027, 1, 4), date(2027, 3, 31)


def refused(work: Callable[[], object], words: str) -> None:
    """Assert a refusal with these words after which nothing of a round has changed."""
    models = (MatchingRound, RoundApplicant, RoundCall, RoundRequest, Sending)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    with pytest.raises((RefusedError, ValidationError), match=words):
        work()
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def coordinated(cast: Cast, journey: Journey, *, hosts: tuple[tuple[str, int | None], ...]) -> tuple[Actor, MatchingRound]:
    """Make a round of Malang's with one seat at each host (name and linked agency); leaves the transaction in Malang."""
    context.enter(cast.malang.pk, journey.hosting.pk)
    actor = actor_of(journey.hosting)
    found = open_round(actor=actor, name="Magang nasional", method="stable", seed=7)
    period = save_period(actor=actor, period=RoundPeriod(round=found, name="Satu", starts_on=FIRST, ends_on=LAST))
    for name, linked in hosts:
        partner = Partner.objects.create(agency=cast.malang, name=name, kind="university", valid_from=START)
        host = Host.objects.create(agency=cast.malang, partner=partner, linked_id=linked)
        save_place(actor=actor, place=RoundPlace(round=found, host=host, period=period, seats=1))
    return actor, found


def home(cast: Cast) -> Actor:
    """Work for Palu as the head of the clinic again."""
    context.enter(cast.palu.pk, cast.users["unit_head"].pk)
    return actor_of(cast.users["unit_head"])


def test_an_application_goes_to_another_government_and_its_answer_comes_back(cast: Cast, browse: type[ActorClient]) -> None:
    made = submitted(cast)
    key, sending = made.participant.pk, made.sending.pk
    actor, found = coordinated(cast, made, hosts=(("Universitas Jauh", None), ("pemerintah kota contoh MALANG", None)))
    refused(lambda: take_requests(actor=actor, round_id=found.pk), "tidak dibuka")
    refused(lambda: open_call(actor=actor, round_id=found.pk, closes_on=today() - timedelta(days=1)), "sudah lewat")
    call = open_call(actor=actor, round_id=found.pk, closes_on=today())
    assert not calls_for(actor).exists()

    head = home(cast)
    assert list(calls_for(head).values_list("pk", "coordinator")) == [(call.pk, cast.malang.name)]
    assert not MatchingRound.objects.exists()
    refused(lambda: hand_in(actor=head, call_id=call.pk, wishes={key: ["9"]}), "kode tempat 9 tidak ada")
    refused(lambda: hand_in(actor=head, call_id=call.pk, wishes={key: ["1", "1"]}), "dipilih dua kali")
    other = actor_of(cast.users["other_unit_head"])
    refused(lambda: hand_in(actor=other, call_id=call.pk, wishes={key: ["1"]}), "kepala unit")
    client, page = browse(cast.users["unit_head"]), reverse("learn:round_call", args=[call.pk])
    client.post(page, {f"wish-{key}": "2, 1"})
    row = RoundRequest.objects.get()
    name = made.participant.person.display_name
    assert (row.state, row.wishes, row.region, row.name) == ("handed_in", ["2", "1"], cast.palu.name, name)
    withdraw_request(actor=head, request_id=row.pk)
    assert hand_in(actor=head, call_id=call.pk, wishes={key: ["2", "1"]}) == 1
    assert RoundRequest.objects.count() == 1

    context.enter(cast.malang.pk, made.hosting.pk)
    standing = standing_of_call(found)
    assert (standing.waiting, standing.governments) == (1, 1)
    assert not Participant.objects.filter(pk=key, host_agency=None).exists()
    assert (take_requests(actor=actor, round_id=found.pk).people, take_requests(actor=actor, round_id=found.pk).people) == (1, 0)
    close_call(actor=actor, round_id=found.pk)
    assert solve_round(actor=actor, round_id=found.pk).state == "solved"
    mayor = actor_of(make_user(cast.malang, "malang_mayor", Role.APPOINTING_OFFICIAL))
    fix_round(actor=mayor, round_id=found.pk, reason="Berita acara 1")

    head = home(cast)
    row.refresh_from_db()
    assert (row.state, row.result_code, row.result_rank, row.written_at) == ("answered", "2", 1, None)
    refused(lambda: hand_in(actor=head, call_id=call.pk, wishes={key: ["1"]}), "tidak menerima lamaran lagi")
    refused(lambda: withdraw_request(actor=head, request_id=row.pk), "sudah masuk putaran")
    with pytest.raises(RefusedError, match="Belum ada hasil"):
        write_answers(actor=other, call_id=call.pk)
    client.post(reverse("learn:call_write", args=[call.pk]))
    told = Sending.objects.get(pk=sending)
    assert (told.host_id, told.host_agency_id, told.starts_on, told.ends_on) == (made.host.pk, cast.malang.pk, FIRST, LAST)
    assert (told.state, told.host_answer) == ("submitted", "asked")
    assert round_behind(head, told).name == "Magang nasional"
    assert Decision.objects.get(kind="learn.round_written").payload == {"name": "Magang nasional", "sendings": 1, "left": 0}
    assert write_answers(actor=head, call_id=call.pk) == Written(0, 0)
    assert "sudah ditulis ke pengiriman" in client.get(page).content.decode()
    assert "Magang nasional" in client.get(reverse("learn:sending", args=[sending])).content.decode()


def test_what_cannot_be_written_is_said_line_by_line(cast: Cast) -> None:
    made = submitted(cast)
    actor = actor_of(cast.users["host_coordinator"])
    found = open_round(actor=actor, name="Putaran", method="stable", seed=1)
    period = save_period(actor=actor, period=RoundPeriod(round=found, name="Satu", starts_on=FIRST, ends_on=LAST))
    save_place(actor=actor, place=RoundPlace(round=found, host=made.host, period=period, seats=1))
    copy = Sending.objects.get(pk=made.sending.pk)
    copy.pk = None
    copy.save(force_insert=True)
    gone = Sending.objects.get(pk=copy.pk)
    gone.pk = None
    gone.save(force_insert=True)
    for sending, level in ((copy, 1), (gone, 5)):
        row = Participant.objects.get(pk=made.participant.pk)
        row.pk, row.sending, row.level_required, row.level_shown = None, sending, level, 0
        row.save(force_insert=True)
    Participant.objects.filter(pk=made.participant.pk).update(level_required=3, level_shown=0)
    assert take_from_sendings(actor=actor, round_id=found.pk) == (3, 0)
    RoundPlace.objects.update(seats=2)
    solve_round(actor=actor, round_id=found.pk)
    refused(lambda: write_round(actor=actor, round_id=found.pk), "sudah ditetapkan")
    fix_round(actor=actor_of(cast.users["appointing_official"]), round_id=found.pk, reason="BA")
    Sending.objects.filter(pk=gone.pk).update(state="cancelled")
    refused(lambda: write_round(actor=actor_of(cast.users["unit_head"]), round_id=found.pk), "koordinator")
    assert write_round(actor=actor, round_id=found.pk) == Written(1, 2)
    told = dict(RoundApplicant.objects.values_list("participant__sending", "unwritten"))
    assert told == {made.sending.pk: "", copy.pk: "unplaced", gone.pk: "gone"}
    assert Sending.objects.get(pk=made.sending.pk).starts_on == FIRST
    assert Sending.objects.get(pk=copy.pk).starts_on == made.sending.starts_on
    assert write_round(actor=actor, round_id=found.pk) == Written(0, 2)


def test_a_ceiling_by_kind_of_host_holds_and_says_so(cast: Cast) -> None:
    actor = actor_of(cast.users["host_coordinator"])
    found = open_round(actor=actor, name="Putaran", method="stable", seed=1)
    period = save_period(actor=actor, period=RoundPeriod(round=found, name="Satu", starts_on=FIRST, ends_on=LAST))
    for name, kind in (("Universitas A", "university"), ("Universitas B", "university"), ("PT C", "firm")):
        partner = Partner.objects.create(agency=cast.palu, name=name, kind=kind, valid_from=START)
        host = Host.objects.create(agency=cast.palu, partner=partner)
        save_place(actor=actor, place=RoundPlace(round=found, host=host, period=period, seats=2))
    lines = [Line(name, name, "Kota", points, ("1", "2", "3")) for name, points in (("Ani", 300), ("Budi", 200), ("Cici", 100))]
    store_lines(actor=actor, round_id=found.pk, lines=lines)
    region = RoundRegion.objects.get(name="Kota")
    ceiling = lambda kind, most: RoundCeiling(round=found, region=region, kind=kind, most=most)  # noqa: E731
    refused(lambda: save_ceiling(actor=actor, ceiling=ceiling("kampus", 1)), "Pilih jenis")
    save_ceiling(actor=actor, ceiling=ceiling("university", 1))
    refused(lambda: save_ceiling(actor=actor, ceiling=ceiling("university", 2)), "sudah ada")
    assert solve_round(actor=actor, round_id=found.pk).state == "solved"
    went = dict(RoundApplicant.objects.values_list("name", "place__code"))
    assert went == {"Ani": "1", "Budi": "3", "Cici": "3"}
    reasons = RoundApplicant.objects.get(name="Budi").reasons
    assert [one["bar"] for one in reasons] == ["kind_ceiling", "kind_ceiling"]
    assert why_not(reasons[0] | {"region_name": "Kota"}).startswith("Batas Kota di tuan rumah sejenis ini sudah penuh.")
