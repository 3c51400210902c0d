"""One login for each role, with passwords that can be remembered, told again, and differ from installation to installation."""

import hashlib
import hmac
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password

from matang.flow.register.public import Incumbency, IncumbencyKind, Unit
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.identity.models import User
from matang.foundation.tenancy.models import Agency
from matang.portal.demo.people import STRUCTURE_SINCE

WORDS = (
    "kelor", "teluk", "senja", "ombak", "tenun", "kabut", "damar", "rotan", "pinang", "lontar", "bakau", "cengkeh",
    "kakao", "bukit",
    "lembah", "hujan", "angin", "karang", "perahu", "layar", "jembatan", "telaga", "rimba", "melati", "kenanga",
    "merpati", "maleo",
    "anoa", "rusa", "pelangi", "bintang", "fajar",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Login:
    """An account of the demonstration: who it is, what it does, and over which OPD (empty = the whole agency)."""

    username: str
    role: Role
    title: str
    holder_of: str = ""
    unit_of_post: bool = False


PALU = (
    Login("kepegawaian", Role.HR_OFFICER, "Pengelola kepegawaian", "Kepala Bidang Mutasi dan Promosi Badan Kepegawaian"),
    Login("perencana", Role.PLANNER, "Perencana penempatan", "Kepala Bidang Pengembangan Kompetensi Badan Kepegawaian"),
    Login("bappeda", Role.PROGRAMME_PLANNER, "Perencana program"),
    Login("penilai", Role.PANEL_MEMBER, "Ketua tim penilai", "Sekretaris Daerah"),
    Login("walikota", Role.APPOINTING_OFFICIAL, "Wali kota (PPK)"),
    Login("kepala.dinas", Role.UNIT_HEAD, "Kepala Dinas Sosial", "Kepala Dinas Sosial", unit_of_post=True),
    Login("atasan", Role.DIRECT_SUPERIOR, "Atasan langsung", "Kepala Bidang Pemberdayaan Sosial Dinas Sosial", unit_of_post=True),
    Login("mentor", Role.MENTOR, "Mentor", "Kepala Bidang Perlindungan dan Jaminan Sosial Dinas Sosial", unit_of_post=True),
    Login("tuanrumah", Role.HOST_COORDINATOR, "Koordinator tuan rumah"),
    Login("auditor", Role.AUDITOR, "Auditor", "Inspektur Daerah"),
    Login("operator", Role.SYSTEM_OPERATOR, "Operator sistem"),
)
ASN = Login("asn", Role.CIVIL_SERVANT, "ASN yang ikut dipertimbangkan")
FAVOURITE = Login("unggulan", Role.CIVIL_SERVANT, "ASN yang namanya diajukan wali kota")
INTERN = Login("magang", Role.CIVIL_SERVANT, "Peserta magang di Kota Malang")
RETURNED = Login("magang.kembali", Role.CIVIL_SERVANT, "Peserta magang yang sudah kembali")
MALANG_HOST = Login("malang.tuanrumah", Role.HOST_COORDINATOR, "Koordinator tuan rumah Malang")
MALANG_MENTOR = Login("malang.mentor", Role.MENTOR, "Mentor magang di Malang")
MALANG = Login("malang.kepegawaian", Role.HR_OFFICER, "Pengelola kepegawaian Malang")


def password_of(username: str) -> str:
    """Return the password of a demonstration account in this installation: three words and a number."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"demo:{username}".encode(), hashlib.sha256).digest()
    return "-".join([*(WORDS[byte % len(WORDS)] for byte in digest[:3]), str(10 + digest[3] % 90)])


def open_logins(agency: Agency, logins: tuple[Login, ...]) -> dict[str, User]:
    """Create the accounts of an agency. Call inside ``acting_in(agency.pk)``."""
    return {login.username: open_login(agency, login) for login in logins}


def open_login(agency: Agency, login: Login, person_id: int | None = None) -> User:
    """Create one account with its grant; its person is the holder of the named post, or ``person_id``."""
    held = None
    if login.holder_of or person_id:
        rows = Incumbency.objects.filter(agency_id=agency.pk, kind=IncumbencyKind.DEFINITIVE, valid_to__isnull=True)
        wanted = rows.filter(person_id=person_id) if person_id else rows.filter(post__name__startswith=login.holder_of)
        held = wanted.select_related("person", "post__unit").order_by("id").first()
    name = held.person.full_name if held else login.title
    user = User.objects.create(
        username=login.username,
        first_name=name[:150],
        agency_id=agency.pk,
        person_id=held.person_id if held else None,
        password=make_password(password_of(login.username)),
    )
    unit: Unit | None = held.post.unit if held and (login.unit_of_post or person_id) else None
    Grant.objects.create(
        agency=agency,
        user=user,
        role=login.role,
        unit_id=unit.pk if unit else None,
        unit_path=unit.path if unit else "",
        valid_from=STRUCTURE_SINCE,
        reason="Akun peragaan",
    )
    return user
