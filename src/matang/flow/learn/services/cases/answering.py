"""Write down what somebody found out about a case. Every answer stands as a claim with its source beside the earlier ones."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import PastField, PastMark, PastOrigin, PastPrecision, PastReading
from matang.flow.learn.models import PastCase, PastClaim
from matang.flow.learn.permissions import may_keep_cases
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today
from matang.ui.formats import tanggal


def _held(actor: Actor, case_id: int) -> PastCase:
    """Return a case of the actor's archive; hold the whole archive, so that two cannot close a circle."""
    require(may_keep_cases(actor))
    held = {case.pk: case for case in PastCase.objects.select_for_update().filter(agency_id=actor.agency_id).order_by("pk")}
    if case_id not in held:
        raise refuse(_("Kasus ini tidak ada di instansi Anda."))
    return held[case_id]


def _claim(actor: Actor, case: PastCase, field: str, said: str, source: str) -> None:
    if not source.strip():
        raise ValidationError({"source": _("Sebutkan siapa yang menjawab atau dokumen yang memuatnya.")})
    case.full_clean(validate_unique=False)
    case.save()
    PastClaim.objects.create(
        agency_id=case.agency_id, case=case, field=field, said=said, source=source.strip(), origin=PastOrigin.ANSWER,
        made_at=now(), made_by_id=actor.user_id,
    )  # fmt: skip


def answer_count(*, actor: Actor, case_id: int, number: int, source: str) -> PastCase:
    """Say how many people were sent.

    Raises:
        RefusedError: not the actor's.
        ValidationError: no number above zero, or no source.
    """
    with transaction.atomic():
        case = _held(actor, case_id)
        if number < 1:
            raise ValidationError({"number": _("Isi bilangan di atas nol, atau biarkan pertanyaannya terbuka.")})
        case.people = number
        _claim(actor, case, PastField.PEOPLE, str(number), source)
    return case


def answer_date(*, actor: Actor, case_id: int, field: str, day: date, source: str) -> PastCase:
    """Say on which day the learning began (``starts``) or ended (``ends``). Raises as ``answer_count`` does."""
    with transaction.atomic():
        case = _held(actor, case_id)
        if field not in {PastField.STARTS, PastField.ENDS}:
            raise refuse(_("Pertanyaan itu tidak dikenal."))
        if day > today():
            raise ValidationError({"day": _("Tanggal itu belum tiba; arsip memuat yang sudah berlangsung.")})
        setattr(case, f"{field}_on", day)
        setattr(case, f"{field}_precision", PastPrecision.DAY)
        setattr(case, f"{field}_mark", PastMark.ITSELF)
        _claim(actor, case, field, tanggal(day), source)
    return case


def answer_year(*, actor: Actor, case_id: int, year: int, source: str) -> PastCase:
    """Confirm or mend a year that was inferred or missing. Raises as ``answer_count`` does."""
    with transaction.atomic():
        case = _held(actor, case_id)
        if not 1945 <= year <= today().year:
            raise ValidationError({"year": _("Isi tahun yang sudah lewat, dengan empat angka.")})
        for which in ("starts", "ends"):
            day = getattr(case, f"{which}_on")
            if day is not None:
                setattr(case, f"{which}_on", date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day))
        if case.starts_on is None and case.ends_on is None:
            case.starts_on, case.starts_precision, case.starts_mark = date(year, 1, 1), PastPrecision.YEAR, PastMark.ITSELF
        case.year_asked = False
        _claim(actor, case, PastField.YEAR, str(year), source)
    return case


def answer_hosts(*, actor: Actor, case_id: int, hosts: str, source: str) -> PastCase:
    """Say where they were sent, several parted by ``;``. Raises as ``answer_count`` does."""
    with transaction.atomic():
        case = _held(actor, case_id)
        case.hosts_text = hosts.strip()
        if not case.hosts:
            raise ValidationError({"hosts": _("Sebutkan sedikitnya satu tuan rumah.")})
        _claim(actor, case, PastField.HOSTS, case.hosts_text, source)
    return case


def answer_offices(*, actor: Actor, case_id: int, confirmed: bool, source: str) -> PastCase:
    """Say whether the number in the note counts offices. Raises as ``answer_count`` does."""
    with transaction.atomic():
        case = _held(actor, case_id)
        if case.offices_read is None:
            raise refuse(_("Catatan kasus ini tidak menyebut jumlah kantor."))
        case.offices = case.offices_read if confirmed else None
        case.offices_state = PastReading.CONFIRMED if confirmed else PastReading.REFUSED
        said = _("%(number)s menghitung kantor") if confirmed else _("%(number)s tidak menghitung kantor")
        _claim(actor, case, PastField.OFFICES, said % {"number": case.offices_read}, source)
    return case


def answer_conflict(*, actor: Actor, case_id: int, right: str, source: str) -> PastCase:
    """Say which is right, the ``dates`` or the ``duration``; the other is no longer used and stays among the claims."""
    with transaction.atomic():
        case = _held(actor, case_id)
        if right == "dates":
            case.duration, case.duration_unit, case.duration_about = None, "", False
            said = _("Tanggalnya yang benar; lama menurut sumber tidak dipakai.")
        elif right == "duration":
            case.ends_on, case.ends_precision, case.ends_mark = None, "", ""
            said = _("Lamanya yang benar; tanggal selesai menurut sumber tidak dipakai.")
        else:
            raise ValidationError({"right": _("Pilih salah satu.")})
        _claim(actor, case, PastField.CONFLICT, said, source)
    return case


def link_part(*, actor: Actor, case_id: int, whole: str, source: str = "") -> PastCase:
    """Say that a case is part of the one with the code ``whole``, or (empty) that it is part of none.

    Raises:
        RefusedError: not the actor's, no such case, or it would lead round in a circle.
    """
    with transaction.atomic():
        case = _held(actor, case_id)
        found = None
        if whole.strip():
            found = PastCase.objects.filter(agency_id=actor.agency_id, code__iexact=whole.strip()).first()
            if found is None:
                raise refuse(_("Kasus %(code)s tidak ada di arsip.") % {"code": whole.strip()})
            _require_no_circle(case, found)
        case.part_of = found
        case.part_state = PastReading.CONFIRMED if found else PastReading.REFUSED
        said = _("bagian dari %(code)s") % {"code": found.code} if found else _("bukan bagian dari kasus lain")
        _claim(actor, case, PastField.PART, said, source or _("Dibaca dari catatan oleh petugas"))
    return case


def _require_no_circle(case: PastCase, whole: PastCase) -> None:
    at: PastCase | None = whole
    while at is not None:
        if at.pk == case.pk:
            raise refuse(
                _("%(whole)s sendiri bagian dari %(code)s; kasus tidak dapat saling memuat.")
                % {"whole": whole.code, "code": case.code}
            )
        at = at.part_of
