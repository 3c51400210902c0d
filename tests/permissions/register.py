"""What the table of the register names."""

from datetime import date

from matang.flow.register.models import CorrectionRequest, Incumbency, Partner, Person, Post, Region, Unit
from matang.flow.register.services.corrections import ask_correction
from matang.flow.register.services.records import record_grade
from matang.foundation.access.selectors import actor_of
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast, make_unit, make_user


def empty_post(agency: Agency, unit_of: Person) -> Post:
    """Make a post without holder in the unit of somebody's post."""
    unit = Incumbency.objects.get(person=unit_of).post.unit
    return Post.objects.create(agency=agency, unit=unit, name="Jabatan Kosong", kind="pengawas", capacity=1, valid_from=START)


def partner(agency: Agency) -> Partner:
    """Make a partner."""
    return Partner.objects.create(agency=agency, name="Mitra Contoh", kind="university", valid_from=START)


def asked_by(cast: Cast, user: str, person: Person) -> CorrectionRequest:
    """Make a request for correction."""
    actor = actor_of(cast.users[user])
    return ask_correction(actor=actor, person=person, field="birth_place", asked_value="Donggala")


def graded_by(cast: Cast, user: str, person: Person) -> int:
    """Let an officer record a grade and return its key."""
    with acting_in(person.agency_id, cast.users[user].pk):
        return record_grade(
            actor=actor_of(cast.users[user]), person=person, grade="II/d", day=date(2024, 1, 1), decree="SK 9", reason="SK 9"
        ).pk


def objects(cast: Cast) -> dict[str, int | str]:
    """Make posts, holdings, partners and requests in both agencies, and a region."""
    people = cast.people
    Region.objects.create(code="72", name="Provinsi Contoh", level="province")
    made: dict[str, int | str] = {
        "post.clinic": Incumbency.objects.get(person=people["servant"]).post_id,
        "post.empty": empty_post(cast.palu, people["servant"]).pk,
        "incumbency.clinic": Incumbency.objects.get(person=people["servant"]).pk,
        "partner.palu": partner(cast.palu).pk,
        "correction.servant": asked_by(cast, "civil_servant", people["servant"]).pk,
        "nip.servant": people["servant"].nip,
        "unit.empty": empty_unit(cast).pk,
        "grade.servant": graded_by(cast, "hr_officer", people["servant"]),
    }
    with acting_in(cast.malang.pk):
        sari = people["malang"]
        account = make_user(cast.malang, "malang_servant", None, None, sari)
        made |= {
            "post.malang": Incumbency.objects.get(person=sari).post_id,
            "incumbency.malang": Incumbency.objects.get(person=sari).pk,
            "grade.malang": graded_by(cast, "malang_officer", sari),
            "partner.malang": partner(cast.malang).pk,
            "correction.malang": ask_correction(actor=actor_of(account), person=sari, field="birth_place", asked_value="Batu").pk,
        }
    return made


def empty_unit(cast: Cast) -> Unit:
    """Make a unit without posts."""
    return make_unit(cast.palu, "P09", "Unit Kosong")


def end_partner_first(cast: Cast) -> None:
    """End the partnership, so that it can be resumed."""
    Partner.objects.filter(agency=cast.palu).update(valid_to=date(2026, 1, 1))
