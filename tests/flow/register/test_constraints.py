"""The database refuses what cannot be, by the name of the constraint."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matang.flow.register.models import (
    AppraisalRecord,
    CareerEntry,
    CorrectionRequest,
    Education,
    GradeRecord,
    Incumbency,
    Partner,
    Person,
    Post,
    ServiceRecord,
    Unit,
)
from matang.flow.register.services.refusals import REFUSALS, constraint_of, named_refusals
from matang.foundation.clock.services import now
from tests.cast import START, Cast

Make = Callable[[Cast], object]


def hold(cast: Cast, who: str, post: Post, **facts: object) -> Incumbency:
    """Hold a post from 2026 on."""
    facts = {"valid_from": date(2026, 1, 1), **facts}
    return Incumbency.objects.create(agency=cast.palu, person=cast.people[who], post=post, **facts)


def post_of(cast: Cast, who: str) -> Post:
    """Return the post that somebody holds."""
    return Incumbency.objects.get(person=cast.people[who]).post


def twice(model: type, cast: Cast, **facts: object) -> None:
    """Write the same dated row for the same person twice."""
    for _ in range(2):
        model.objects.create(agency=cast.palu, person=cast.people["servant"], valid_from=START, **facts)


BACKWARDS = {"valid_from": date(2026, 1, 2), "valid_to": date(2026, 1, 2)}
REFUSED: dict[str, Make] = {
    "incumbency_person_once": lambda cast: hold(cast, "servant", post_of(cast, "other")),
    "incumbency_post_once": lambda cast: (
        Incumbency.objects.filter(person=cast.people["servant"]).update(valid_to=date(2025, 1, 1)),
        hold(cast, "servant", post_of(cast, "superior"), sole=True),
    ),
    "incumbency_ends_after_start": lambda cast: hold(cast, "servant", post_of(cast, "other"), kind="acting", **BACKWARDS),
    "unit_code_once": lambda cast: Unit.objects.create(agency=cast.palu, code="P01", name="Kembar", path="/0/", valid_from=START),
    "unit_ends_after_start": lambda cast: Unit.objects.create(agency=cast.palu, code="X", name="X", path="/0/", **BACKWARDS),
    "post_name_once": lambda cast: Post.objects.create(
        agency=cast.palu, unit=cast.units["health"], name="Kepala Dinas Kesehatan", kind="jpt_pratama", valid_from=START
    ),
    "post_ends_after_start": lambda cast: Post.objects.create(
        agency=cast.palu, unit=cast.units["health"], name="X", kind="other", **BACKWARDS
    ),
    "partner_name_once": lambda cast: [
        Partner.objects.create(agency=cast.palu, name="Mitra", kind="firm", valid_from=START) for _ in range(2)
    ],
    "partner_ends_after_start": lambda cast: Partner.objects.create(agency=cast.palu, name="Mitra", kind="firm", **BACKWARDS),
    "person_nip_once": lambda cast: Person.objects.create(
        agency=cast.palu, nip=cast.people["servant"].nip, kind="pns", full_name="Kembar"
    ),
    "person_nip_18_digits": lambda cast: Person.objects.create(
        agency=cast.palu, nip="19900101201501200X", kind="pns", full_name="Huruf"
    ),
    "grade_no_overlap": lambda cast: twice(GradeRecord, cast, grade="III/a"),
    "grade_ends_after_start": lambda cast: GradeRecord.objects.create(
        agency=cast.palu, person=cast.people["servant"], grade="III/a", **BACKWARDS
    ),
    "service_no_overlap": lambda cast: twice(ServiceRecord, cast, state="active"),
    "service_ends_after_start": lambda cast: ServiceRecord.objects.create(
        agency=cast.palu, person=cast.people["servant"], state="active", **BACKWARDS
    ),
    "education_once": lambda cast: [
        Education.objects.create(agency=cast.palu, person=cast.people["servant"], level="s1", field="Hukum") for _ in range(2)
    ],
    "appraisal_once": lambda cast: [
        AppraisalRecord.objects.create(agency=cast.palu, person=cast.people["servant"], year=2024, rating="baik")
        for _ in range(2)
    ],
    "appraisal_year_plausible": lambda cast: AppraisalRecord.objects.create(
        agency=cast.palu, person=cast.people["servant"], year=1999, rating="baik"
    ),
    "appraisal_rating_known": lambda cast: AppraisalRecord.objects.create(
        agency=cast.palu, person=cast.people["servant"], year=2024, rating="cukup"
    ),
    "career_ends_after_start": lambda cast: CareerEntry.objects.create(
        agency=cast.palu, person=cast.people["servant"], post_name="X", **BACKWARDS
    ),
    "correction_answer_has_author": lambda cast: CorrectionRequest.objects.create(
        agency=cast.palu,
        person=cast.people["servant"],
        asked_by=cast.users["civil_servant"],
        asked_at=now(),
        due_at=now(),
        field="full_name",
        asked_value="X",
        state="accepted",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses(cast: Cast, name: str) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        REFUSED[name](cast)
    assert constraint_of(caught.value) == name


@pytest.mark.parametrize("name", sorted(set(REFUSED) & set(REFUSALS)))
def test_a_refusal_becomes_a_sentence_at_the_field(cast: Cast, name: str) -> None:
    with pytest.raises(ValidationError) as caught, named_refusals():
        REFUSED[name](cast)
    field, message = REFUSALS[name]
    assert caught.value.message_dict == {field: [str(message)]}


def test_every_named_refusal_is_a_constraint_of_the_register() -> None:
    known = {
        constraint.name
        for model in (
            Unit,
            Post,
            Person,
            GradeRecord,
            ServiceRecord,
            Education,
            CareerEntry,
            AppraisalRecord,
            Incumbency,
            Partner,
            CorrectionRequest,
        )
        for constraint in model._meta.constraints
    }
    assert set(REFUSALS) - known == set()
    assert known - set(REFUSED) == set()


def test_a_refusal_that_has_no_sentence_is_not_swallowed(cast: Cast) -> None:
    with pytest.raises(IntegrityError), named_refusals():
        REFUSED["correction_answer_has_author"](cast)


def test_one_person_may_act_beside_the_own_post(cast: Cast) -> None:
    hold(cast, "servant", post_of(cast, "superior"), kind="acting")
    hold(cast, "servant", post_of(cast, "head"), kind="stand_in")
    assert Incumbency.objects.filter(person=cast.people["servant"]).count() == 3


def test_a_post_with_room_takes_several_holders(cast: Cast) -> None:
    roomy = Post.objects.create(
        agency=cast.palu, unit=cast.units["clinic"], name="Perawat Terampil", kind="jf_terampil", capacity=3, valid_from=START
    )
    Incumbency.objects.filter(person__in=[cast.people["servant"], cast.people["other"]]).update(valid_to=date(2025, 1, 1))
    hold(cast, "servant", roomy)
    hold(cast, "other", roomy)
    assert Incumbency.objects.filter(post=roomy).count() == 2


def test_neighbouring_spans_do_not_overlap(cast: Cast) -> None:
    for year, grade in ((2020, "III/a"), (2024, "III/b")):
        GradeRecord.objects.create(
            agency=cast.palu,
            person=cast.people["servant"],
            grade=grade,
            valid_from=date(year, 4, 1),
            valid_to=date(year + 4, 4, 1),
        )
    assert list(GradeRecord.objects.as_at(date(2024, 3, 31)).values_list("grade", flat=True)) == ["III/a"]
    assert list(GradeRecord.objects.as_at(date(2024, 4, 1)).values_list("grade", flat=True)) == ["III/b"]


def test_search_words_follow_the_name(cast: Cast) -> None:
    person = cast.people["servant"]
    person.full_name = "Nur'aini-Putri  binti.Hasan"
    person.save()
    person.refresh_from_db()
    assert person.search == f" nur aini putri binti hasan {person.nip}"
