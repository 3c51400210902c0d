"""The mayor's page and what is published: known sums exact, unknown ones said, small ones never told, and each its own reach."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.learn.models import Cohort, Sending, WantedField
from matang.flow.measure.models import PublishedFigures
from matang.flow.measure.selectors.chain import ChainQuestion, Total, chain_of, total
from matang.flow.measure.selectors.published import figures_to_publish, published_before, published_by_all
from matang.flow.measure.services.papers import issue_summary
from matang.flow.measure.services.publishing import publish_figures, withdraw_figures
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import Journey, returned
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey(cast: Cast) -> Journey:
    return returned(cast)


def mayor(cast: Cast) -> Actor:
    """Return the appointing official of Palu."""
    return actor_of(cast.users["appointing_official"])


def copies(sending: Sending, count: int, **changes: object) -> None:
    """Make further sendings like this one, without participants."""
    for number in range(count):
        copy = Sending.objects.get(pk=sending.pk)
        copy.pk, copy.title = None, f"Salinan {number}"
        for name, value in changes.items():
            setattr(copy, name, value)
        copy.save(force_insert=True)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], Total(0, at_least=False)),
        ([(None, True)], Total(None, at_least=False)),
        ([(3, True), (4, True)], Total(7, at_least=False)),
        ([(3, True), (None, True)], Total(3, at_least=True)),
        ([(3, False), (4, True)], Total(7, at_least=True)),
        ([(0, True)], Total(0, at_least=False)),
    ],
)
def test_a_sum_over_an_unknown_is_a_minimum_and_never_a_zero(pairs: list[tuple[int | None, bool]], found: Total) -> None:
    assert total(pairs) == found


def test_one_journey_is_counted_from_need_to_return_and_no_further(cast: Cast, journey: Journey) -> None:
    figures = chain_of(mayor(cast), ChainQuestion(), today()).figures
    assert (figures.needs, figures.needs_sent, figures.sendings, figures.gone, figures.back, figures.reported) == (
        1,
        1,
        1,
        1,
        1,
        0,
    )
    assert (figures.people, figures.days, figures.recommendations, figures.adopted) == (1, Total(92, at_least=False), 0, 0)
    assert (figures.measured, figures.improved, figures.reached, figures.missed) == (0, 0, 0, 0)
    assert journey.sending.state == "returned"


def test_a_missing_end_makes_the_days_a_minimum(cast: Cast, journey: Journey) -> None:
    copies(journey.sending, 1, ends_on=None, state="under_way")
    assert chain_of(mayor(cast), ChainQuestion(), today()).figures.days == Total(92, at_least=True)


def test_refused_and_cancelled_sendings_are_counted_nowhere(cast: Cast, journey: Journey) -> None:
    copies(journey.sending, 2, state="cancelled")
    copies(journey.sending, 1, state="refused")
    assert chain_of(mayor(cast), ChainQuestion(), today()).figures.sendings == 1


def test_programme_and_cohort_filter_what_is_counted(cast: Cast, journey: Journey) -> None:
    cohort = Cohort.objects.create(agency=cast.palu, name="Angkatan 2026", year=2026)
    copies(journey.sending, 2, aim=None, cohort=cohort)
    whole = chain_of(mayor(cast), ChainQuestion(), today())
    assert [(line.aim and line.aim.pk, line.figures.sendings) for line in whole.programmes] == [(journey.aim.pk, 1), (None, 2)]
    assert chain_of(mayor(cast), ChainQuestion(aim_id=journey.aim.pk), today()).figures.sendings == 1
    assert chain_of(mayor(cast), ChainQuestion(cohort_id=cohort.pk), today()).figures.sendings == 2
    client = ActorClient(cast.users["appointing_official"])
    assert "dalam 3 pengiriman" in client.get(reverse("measure:chain"), {"simpul": 10**9, "angkatan": "x"}).content.decode()


def test_a_field_that_was_asked_for_and_not_sent_is_said(cast: Cast, journey: Journey) -> None:
    cohort = Cohort.objects.create(agency=cast.palu, name="Angkatan 2026", year=2026)
    for name, unit in (("dinas sosial", cast.units["social"]), ("kesehatan", cast.units["health"]), ("pariwisata", None)):
        WantedField.objects.create(agency=cast.palu, cohort=cohort, name=name, unit=unit)
    Sending.objects.filter(pk=journey.sending.pk).update(cohort=cohort)
    line = chain_of(mayor(cast), ChainQuestion(), today()).cohorts[0]
    assert [(one.field.name, one.sent) for one in line.wanted] == [("dinas sosial", 0), ("kesehatan", 1), ("pariwisata", None)]
    page = ActorClient(cast.users["appointing_official"]).get(reverse("measure:chain")).content.decode()
    assert "Dari 1 orang tidak seorang pun dari dinas sosial, padahal diminta." in page
    assert "pariwisata diminta, tetapi unit yang menanganinya belum ditunjuk." in page


def test_what_waits_names_who_has_it_and_days_past_a_day_that_was_set(cast: Cast, journey: Journey) -> None:
    day = today()
    past = {"starts_on": day - timedelta(days=9), "ends_on": day - timedelta(days=2)}
    copies(journey.sending, 1, state="under_way", **past)
    copies(journey.sending, 1, state="under_way", starts_on=day, ends_on=day)
    copies(journey.sending, 1, state="submitted", host_answer="accepted", starts_on=day + timedelta(days=3))
    found = [(one.code, one.owner, one.late) for one in chain_of(mayor(cast), ChainQuestion(), day).stuck]
    assert sorted(found) == [("order", "", 0), ("report", "Puskesmas Contoh", 0), ("return", "Puskesmas Contoh", 2)]


def test_a_unit_head_counts_the_own_units_only(cast: Cast, journey: Journey) -> None:
    own = chain_of(actor_of(cast.users["unit_head"]), ChainQuestion(), today()).figures
    other = chain_of(actor_of(cast.users["other_unit_head"]), ChainQuestion(), today()).figures
    assert (own.sendings, own.needs, other.sendings, other.needs) == (1, 1, 0, 0)
    with acting_in(cast.malang.pk):
        host = chain_of(actor_of(cast.users["malang_officer"]), ChainQuestion(), today()).figures
        assert (host.sendings, host.needs, host.people) == (0, 0, 0)
    assert journey.sending.host_agency_id == cast.malang.pk


def test_the_mayors_page_asks_the_database_the_same_for_one_and_for_thirty_sendings(cast: Cast, journey: Journey) -> None:
    client = ActorClient(cast.users["appointing_official"])
    counts = []
    for more in (0, 29):
        copies(journey.sending, more)
        client.get(reverse("measure:chain"))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("measure:chain")).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 28


def test_the_page_for_the_meeting_is_a_paper_with_a_code_on_the_log(cast: Cast, journey: Journey) -> None:
    made = issue_summary(actor=mayor(cast), question=ChainQuestion(aim_id=journey.aim.pk))
    entry = Decision.objects.order_by("-sequence")[0]
    assert (entry.kind, entry.payload) == ("measure.summary_issued", {"code": made.code, "sha256": made.sha256})
    client = ActorClient(cast.users["appointing_official"])
    paper = client.get(reverse("measure:paper", args=[made.pk]))
    assert (paper.status_code, paper["Content-Type"], paper.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert ActorClient(cast.users["auditor"]).get(reverse("measure:paper", args=[made.pk])).status_code == 404
    with pytest.raises(RefusedError, match="Lembar ini untuk pimpinan"):
        issue_summary(actor=actor_of(cast.users["civil_servant"]), question=ChainQuestion())


def told(cast: Cast) -> dict[str, tuple[object, ...]]:
    """Return what would be published today, as state and value."""
    figures = chain_of(mayor(cast), ChainQuestion(), today()).figures
    found = figures_to_publish(figures, published_before(cast.palu.pk), today())
    return {key: (one["state"], one["value"]) for key, one in found.items()}


def test_nothing_small_leaves_the_government(cast: Cast, journey: Journey) -> None:
    first = told(cast)
    assert (first["people"], first["money"], first["adopted"]) == (("few", None), ("hidden", None), ("exact", 0))
    copies(journey.sending, 6)
    copies(journey.sending, 5, state="reported")
    assert (told(cast)["sendings"], told(cast)["reported"]) == (("exact", 12), ("exact", 5))
    Sending.objects.filter(title__startswith="Salinan", state="returned").update(state="reported")
    assert (told(cast)["sendings"], told(cast)["reported"]) == (("exact", 12), ("hidden", None))


def test_two_editions_within_days_do_not_tell_of_two_people(cast: Cast, journey: Journey) -> None:
    copies(journey.sending, 11)
    publish_figures(actor=mayor(cast), reason="Rapat")
    copies(journey.sending, 2)
    assert told(cast)["sendings"] == ("exact", 12)
    withdraw_figures(actor=mayor(cast), reason="Keliru")
    again = publish_figures(actor=mayor(cast), reason="Rapat kedua")
    assert again.figures["sendings"] == {"state": "exact", "value": 12, "as_at": today().isoformat()}
    page = ActorClient(cast.users["appointing_official"]).get(reverse("measure:publish")).content.decode()
    assert "Tetap sampai bedanya sedikitnya 5 dari setiap angka yang pernah terbit." in page
    copies(journey.sending, 3)
    assert told(cast)["sendings"] == ("exact", 17)


def test_an_official_publishes_once_and_every_government_and_visitor_reads_it(cast: Cast, journey: Journey) -> None:
    copies(journey.sending, 6)
    visitor = ActorClient()
    assert "Belum ada angka yang diterbitkan" in visitor.get(reverse("measure:public")).content.decode()
    for name in ("programme_planner", "hr_officer", "auditor"):
        with pytest.raises(RefusedError, match="Pejabat Pembina Kepegawaian"):
            publish_figures(actor=actor_of(cast.users[name]), reason="x")
    with pytest.raises(RefusedError, match="Tulis dasar"):
        publish_figures(actor=mayor(cast), reason=" ")
    assert PublishedFigures.objects.count() == 0
    made = publish_figures(actor=mayor(cast), reason="Rapat")
    assert publish_figures(actor=mayor(cast), reason="Klik kedua") == made
    assert Decision.objects.filter(kind="measure.figures_published").count() == 1
    page = visitor.get(reverse("measure:public")).content.decode()
    assert "kurang dari 5" in page
    assert "Pemerintah Kota Contoh Palu" in page
    with acting_in(cast.malang.pk):
        assert [(one.agency.code, one.row.figures["sendings"]["value"]) for one in published_by_all()] == [("7271", 7)]
        with pytest.raises(DatabaseError), transaction.atomic():
            PublishedFigures.objects.create(
                agency=cast.palu,
                as_at=date(2026, 1, 1),
                reason="x",
                published_at=made.published_at,
                published_by_id=made.published_by_id,
            )
    withdraw_figures(actor=mayor(cast), reason="Keliru")
    assert "Belum ada angka yang diterbitkan" in visitor.get(reverse("measure:public")).content.decode()
    assert verify_chain(cast.palu.pk).ok
    assert PublishedFigures.objects.count() == 2
