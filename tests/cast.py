"""The cast: the same people in every test. All invented."""

from dataclasses import dataclass, field
from datetime import date

from matang.flow.register.models import Incumbency, Person, Post, Unit
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.identity.models import User
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency

START = date(2020, 1, 1)
NAMES = (
    "civil_servant", "direct_superior", "unit_head", "hr_officer", "planner", "programme_planner", "panel_member",
    "appointing_official", "mentor", "host_coordinator", "auditor", "system_operator", "other_unit_head", "other_servant",
    "no_role", "malang_officer",
)  # fmt: skip


@dataclass
class Cast:
    """Accounts by name (``NAMES``): every role's value in Palu, insiders of another unit, one of Malang, one without a role."""

    palu: Agency
    malang: Agency
    users: dict[str, User] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)


def make_unit(agency: Agency, code: str, name: str, parent: Unit | None = None) -> Unit:
    """Create a unit with its path."""
    unit = Unit.objects.create(agency=agency, code=code, name=name, kind="Dinas", parent=parent, valid_from=START)
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def make_person(  # noqa: PLR0917 - the cast reads as a list
    agency: Agency, nip: str, name: str, unit: Unit, post_name: str, kind: str = "pelaksana"
) -> Person:
    """Create a person who holds a post of their own in ``unit``."""
    person = Person.objects.create(
        agency=agency,
        nip=nip,
        kind="pns",
        full_name=name,
        birth_date=date(int(nip[:4]), int(nip[4:6]), int(nip[6:8])),
        sex="female",
    )
    post = Post.objects.create(agency=agency, unit=unit, name=post_name, kind=kind, capacity=1, valid_from=START)
    Incumbency.objects.create(agency=agency, person=person, post=post, sole=True, valid_from=START)
    return person


def make_user(agency: Agency, username: str, role: Role | None, unit: Unit | None = None, person: Person | None = None) -> User:
    """Create an account with one grant (none when ``role`` is None)."""
    user = User.objects.create(username=username, agency_id=agency.pk, person_id=person.pk if person else None)
    if role is not None:
        Grant.objects.create(
            agency=agency,
            user=user,
            role=role,
            unit_id=unit.pk if unit else None,
            unit_path=unit.path if unit else "",
            valid_from=START,
        )
    return user


WHOLE_AGENCY = (
    Role.HR_OFFICER, Role.PLANNER, Role.PANEL_MEMBER, Role.APPOINTING_OFFICIAL, Role.AUDITOR, Role.SYSTEM_OPERATOR,
    Role.HOST_COORDINATOR, Role.PROGRAMME_PLANNER,
)  # fmt: skip


def build_cast(palu: Agency, malang: Agency) -> Cast:
    """Create units, people and accounts of both agencies; ends inside Palu."""
    cast = Cast(palu=palu, malang=malang)
    context.enter(malang.pk, None)
    cast.units["malang"] = make_unit(malang, "M01", "Dinas Kesehatan Malang")
    cast.people["malang"] = make_person(
        malang, "198001012005012001", "Sari Malangwati", cast.units["malang"], "Pengolah Data Malang"
    )
    cast.users["malang_officer"] = make_user(malang, "malang_officer", Role.HR_OFFICER)
    context.enter(palu.pk, None)
    health = cast.units["health"] = make_unit(palu, "P01", "Dinas Kesehatan")
    clinic = cast.units["clinic"] = make_unit(palu, "P01.1", "Puskesmas Contoh", health)
    social = cast.units["social"] = make_unit(palu, "P02", "Dinas Sosial")
    people = cast.people
    people["head"] = make_person(palu, "197501012000012001", "Hadijah Kepala", health, "Kepala Dinas Kesehatan", "jpt_pratama")
    people["superior"] = make_person(palu, "198001012005012002", "Sitti Atasan", clinic, "Kepala Puskesmas Contoh", "pengawas")
    people["servant"] = make_person(palu, "199001012015012003", "Nurul Pegawai", clinic, "Pengolah Data dan Informasi")
    people["other"] = make_person(palu, "199001012015012004", "Ratna Lain", social, "Pengolah Data Sosial")
    people["other_head"] = make_person(palu, "197601012000012005", "Kartini Lain", social, "Kepala Dinas Sosial", "jpt_pratama")
    users = cast.users
    for role in WHOLE_AGENCY:
        users[role.value] = make_user(palu, role.value, role)
    users["civil_servant"] = make_user(palu, "civil_servant", Role.CIVIL_SERVANT, clinic, people["servant"])
    users["direct_superior"] = make_user(palu, "direct_superior", Role.DIRECT_SUPERIOR, clinic, people["superior"])
    users["unit_head"] = make_user(palu, "unit_head", Role.UNIT_HEAD, health, people["head"])
    users["mentor"] = make_user(palu, "mentor", Role.MENTOR, clinic)
    users["other_unit_head"] = make_user(palu, "other_unit_head", Role.UNIT_HEAD, social, people["other_head"])
    users["other_servant"] = make_user(palu, "other_servant", Role.CIVIL_SERVANT, social, people["other"])
    users["no_role"] = make_user(palu, "no_role", None)
    return cast
