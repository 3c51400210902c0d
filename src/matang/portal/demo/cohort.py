"""The cohort of 2024, with invented people: eight in four pairs to four hosts, and what never followed."""

from datetime import date

from matang.flow.learn.public import Cohort, Host, PastSending, Sending, SendingKind, WantedField, record_past_sending
from matang.flow.register.public import Incumbency, IncumbencyKind, Partner, Unit
from matang.foundation.access.actor import Actor
from matang.foundation.tenancy.models import Agency

FIRST, LAST, PRESENTED = date(2024, 7, 15), date(2024, 10, 15), date(2025, 6, 18)
MAYOR = "Permintaan wali kota pada paparan 18 Juni 2025"
MALANG = "Pemerintah Kota Malang"
PAIRS = (
    ("BKPSDMD", "Pemerintah Kota Bandung", "government", "BKPSDM Kota Bandung", "Pengelolaan kepegawaian"),
    ("DPU", MALANG, "government", "DPUPRPKP Kota Malang", "Tata ruang dan air limbah domestik"),
    ("DINKES", "Pemerintah Provinsi DKI Jakarta", "government", "Dinas Kesehatan DKI Jakarta", "Pelayanan kesehatan"),
    ("BPKAD", "Kementerian Dalam Negeri", "ministry", "Ditjen Bina Keuangan Daerah", "Pengelolaan keuangan daerah"),
)
WANTED = (("Kesehatan", "DINKES"), ("Tata ruang", "DPRP"), ("Kepegawaian", "BKPSDMD"), ("Layanan sosial", "DINSOS"))


def recall(actor: Actor, second: Agency) -> dict[str, Host]:
    """Write the cohort down from its records; return the hosts by the name of their government. Call inside ``acting_in``."""
    days = (PRESENTED - LAST).days
    cohort = Cohort.objects.create(
        agency_id=actor.agency_id, name="Magang 2024", year=2024, asked_by="Wali kota",
        note=f"Dipaparkan kepada wali kota pada 18 Juni 2025, {days} hari setelah hari terakhir. Tidak ada peserta dari Dinas "
        "Sosial, padahal layanan sosial termasuk yang diminta. Nilai awal, putusan, dan penerapan tidak tercatat.",
    )  # fmt: skip
    units = {unit.code: unit for unit in Unit.objects.filter(agency_id=actor.agency_id, parent__isnull=True)}
    for name, code in WANTED:
        WantedField.objects.create(agency_id=actor.agency_id, cohort=cohort, name=name, unit=units[code], source=MAYOR)
    return {
        government: _pair(actor, cohort, units[code], _host(actor, government, kind, second), (host_unit, title))
        for code, government, kind, host_unit, title in PAIRS
    }


def _host(actor: Actor, government: str, kind: str, second: Agency) -> Host:
    partner = Partner.objects.create(agency_id=actor.agency_id, name=government, kind=kind, valid_from=date(2024, 1, 1))
    linked = second if government == MALANG else None
    return Host.objects.create(agency_id=actor.agency_id, partner=partner, linked=linked)


def _pair(actor: Actor, cohort: Cohort, unit: Unit, host: Host, there: tuple[str, str]) -> Host:
    host_unit, title = there
    said = PastSending(
        kind=SendingKind.INTERNSHIP, title=title, unit_id=unit.pk, host_id=host.pk, host_unit=host_unit, starts_on=FIRST,
        ends_on=LAST, people=staff_of(unit, 2), cohort_id=cohort.pk,
        source="Berita pelepasan 12 Juli 2024 dan paparan 18 Juni 2025; nama peserta rekaan",
    )  # fmt: skip
    made: Sending = record_past_sending(actor=actor, past=said)
    assert made.host is not None  # noqa: S101 - it was named above
    return host


def staff_of(unit: Unit, wanted: int) -> tuple[int, ...]:
    """Return people of the unit's staff who served before the cohort left, those without a managerial post first."""
    held = Incumbency.objects.filter(
        agency_id=unit.agency_id, kind=IncumbencyKind.DEFINITIVE, valid_to__isnull=True, post__unit__path__startswith=unit.path
    )
    rows = list(held.order_by("person_id").values_list("person_id", "post__kind", "person__service_start"))
    rows.sort(key=lambda row: (row[2] is None or row[2] >= FIRST, row[1] in {"jpt_pratama", "administrator"}, row[0]))
    return tuple(row[0] for row in rows[:wanted])
