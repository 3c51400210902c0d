"""Cohorts: what was asked for against what was sent; an unknown number is neither zero nor summed."""

import pytest
from django.core.exceptions import ValidationError

from matang.flow.learn.models import Cohort, Participant, Sending, WantedField
from matang.flow.learn.selectors.cohorts import answered
from matang.flow.learn.services.cohorts import remove_cohort, remove_field, save_cohort, save_field
from matang.flow.learn.services.naming import named
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from tests.cast import Cast
from tests.factories.journeys import ordered, submitted
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def asked(cast: Cast, sending: Sending) -> Cohort:
    """Make a cohort with the sending in it that asked for health, social services and something nobody handles."""
    officer = actor_of(cast.users["hr_officer"])
    cohort = save_cohort(actor=officer, cohort=Cohort(name="Angkatan contoh", year=2026))
    for name, unit in (("Kesehatan", cast.units["health"]), ("Sosial", cast.units["social"]), ("Keuangan", None)):
        save_field(actor=officer, field=WantedField(cohort=cohort, name=name, unit=unit, source="Arahan"))
    Sending.objects.filter(pk=sending.pk).update(cohort=cohort)
    return cohort


def test_what_was_sent_stands_beside_what_was_asked_for(cast: Cast) -> None:
    cohort = asked(cast, ordered(cast).sending)
    found = answered(cohort)
    assert [(line.field.name, line.answer, line.sent and line.sent.known) for line in found.lines] == [
        ("Kesehatan", "sent", 1), ("Sosial", "none", 0), ("Keuangan", "untold", None),
    ]  # fmt: skip
    assert (found.total.known, found.total.at_least, found.waiting, found.unasked) == (1, False, 0, ())
    page = ActorClient(cast.users["hr_officer"]).get(f"/belajar/angkatan/{cohort.pk}/").content.decode()
    assert "Dari 1 orang tidak satu pun dari Dinas Sosial, padahal bidang itu diminta." in page


def test_who_was_only_put_forward_was_not_sent(cast: Cast) -> None:
    found = answered(asked(cast, submitted(cast).sending))
    assert (found.total.known, found.waiting) == (0, 1)
    assert found.lines[0].answer == "none"


def test_a_sending_without_names_is_unknown_and_never_summed(cast: Cast) -> None:
    made = ordered(cast)
    cohort = asked(cast, made.sending)
    copy = Sending.objects.get(pk=made.sending.pk)
    copy.pk, copy.unit = None, cast.units["social"]
    copy.save(force_insert=True)
    found = answered(cohort)
    assert (found.total.known, found.total.uncounted, found.total.at_least) == (1, 1, True)
    assert found.lines[1].answer == "perhaps"
    page = ActorClient(cast.users["hr_officer"]).get(f"/belajar/angkatan/{cohort.pk}/").content.decode()
    assert "paling sedikit 1" in page
    assert Participant.objects.filter(sending=copy).count() == 0


def test_only_the_officer_or_the_planner_keeps_cohorts(cast: Cast) -> None:
    with pytest.raises(RefusedError, match="pengelola kepegawaian"):
        save_cohort(actor=actor_of(cast.users["unit_head"]), cohort=Cohort(name="Tidak boleh"))
    assert Cohort.objects.count() == 0


def test_a_name_stands_once_and_a_field_can_go(cast: Cast) -> None:
    cohort = asked(cast, ordered(cast).sending)
    officer = actor_of(cast.users["hr_officer"])
    with pytest.raises(ValidationError):
        save_cohort(actor=officer, cohort=Cohort(name="Angkatan contoh"))
    first = WantedField.objects.get(name="Kesehatan")
    assert remove_field(actor=officer, field_id=first.pk) == cohort.pk
    assert list(WantedField.objects.values_list("name", flat=True)) == ["Sosial", "Keuangan"]


def test_a_cohort_goes_only_while_no_sending_belongs_to_it(cast: Cast) -> None:
    made = ordered(cast)
    cohort = asked(cast, made.sending)
    officer = actor_of(cast.users["hr_officer"])
    Sending.objects.filter(pk=made.sending.pk).update(cohort=cohort)
    with pytest.raises(RefusedError, match=f"Angkatan ini memuat pengiriman “{made.sending.title}”"):
        remove_cohort(actor=officer, cohort_id=cohort.pk)
    Sending.objects.filter(pk=made.sending.pk).update(cohort=None)
    with pytest.raises(RefusedError):
        remove_cohort(actor=actor_of(cast.users["unit_head"]), cohort_id=cohort.pk)
    assert (Cohort.objects.count(), WantedField.objects.count()) == (1, 3)
    remove_cohort(actor=officer, cohort_id=cohort.pk)
    assert (Cohort.objects.count(), WantedField.objects.count()) == (0, 0)
    assert named(["A", "B", "C", "D", "E"]) == "“A”, “B”, “C”, dan 2 lainnya"
