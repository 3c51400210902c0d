"""The cohort of 2024, with invented people: eight in four pairs to four hosts, loaded from records, and what they wrote later."""

from datetime import date

from matang.flow.learn.public import (
    Cohort,
    Host,
    LearningPlace,
    Participant,
    PastSending,
    Sending,
    SendingKind,
    SendingReport,
    WantedField,
    accept_report,
    record_past_sending,
    save_cohort,
    save_field,
    save_part,
    submit_report,
)
from matang.flow.register.public import Incumbency, IncumbencyKind, Unit
from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.roles import Role
from matang.portal.demo.lessons import LEARNED

FIRST, LAST, PRESENTED = date(2024, 7, 15), date(2024, 10, 15), date(2025, 6, 18)
MAYOR = "Permintaan wali kota pada paparan 18 Juni 2025"
MALANG = "Pemerintah Kota Malang"
PAIRS = (
    ("BKPSDMD", "Pemerintah Kota Bandung", "BKPSDM Kota Bandung", "Pengelolaan kepegawaian"),
    ("DPU", MALANG, "DPUPRPKP Kota Malang", "Tata ruang dan air limbah domestik"),
    ("DINKES", "Pemerintah Provinsi DKI Jakarta", "Dinas Kesehatan DKI Jakarta", "Pelayanan kesehatan"),
    ("BPKAD", "Kementerian Dalam Negeri", "Ditjen Bina Keuangan Daerah", "Pengelolaan keuangan daerah"),
)
WANTED = (("Kesehatan", "DINKES"), ("Tata ruang", "DPRP"), ("Kepegawaian", "BKPSDMD"), ("Layanan sosial", "DINSOS"))
SILENT = "BPKAD"
"""The pair of which one never wrote a report."""
PARTS = ("seen", "worked_because", "different_here", "action_plan")


def recall(actor: Actor, hosts: dict[str, Host]) -> dict[str, Sending]:
    """Write the cohort down from its records; return its sendings by the code of the OPD. Call inside ``acting_in``."""
    days = (PRESENTED - LAST).days
    cohort = save_cohort(
        actor=actor,
        cohort=Cohort(
            name="Magang 2024", year=2024, asked_by="Wali kota",
            note=f"Dipaparkan kepada wali kota pada 18 Juni 2025, {days} hari setelah hari terakhir. Tidak ada peserta dari "
            "Dinas Sosial, padahal layanan sosial termasuk yang diminta. Nama peserta dan kelanjutannya rekaan.",
        ),
    )  # fmt: skip
    units = {unit.code: unit for unit in Unit.objects.filter(agency_id=actor.agency_id, parent__isnull=True)}
    for name, code in WANTED:
        save_field(actor=actor, field=WantedField(cohort=cohort, name=name, unit=units[code], source=MAYOR))
    made = {}
    for code, government, host_unit, title in PAIRS:
        past = PastSending(
            kind=SendingKind.INTERNSHIP, title=title, unit_id=units[code].pk, host_id=hosts[government].pk, host_unit=host_unit,
            starts_on=FIRST, ends_on=LAST, people=staff_of(units[code], 2), cohort_id=cohort.pk,
            source="Berita pelepasan 12 Juli 2024 dan paparan 18 Juni 2025; nama peserta rekaan",
        )  # fmt: skip
        made[code] = record_past_sending(actor=actor, past=past)
    return made


def staff_of(unit: Unit, wanted: int) -> tuple[int, ...]:
    """Return people of the unit's staff who served before the cohort left, those without a managerial post first."""
    held = Incumbency.objects.filter(
        agency_id=unit.agency_id, kind=IncumbencyKind.DEFINITIVE, valid_to__isnull=True, post__unit__path__startswith=unit.path
    )
    rows = list(held.order_by("person_id").values_list("person_id", "post__kind", "person__service_start"))
    rows.sort(key=lambda row: (row[2] is None or row[2] >= FIRST, row[1] in {"jpt_pratama", "administrator"}, row[0]))
    return tuple(row[0] for row in rows[:wanted])


def report(actor: Actor, sendings: dict[str, Sending]) -> dict[str, SendingReport]:
    """Let seven of the eight write their reports and have them accepted; return the first of each pair by the code of the OPD."""
    first: dict[str, SendingReport] = {}
    for code, sending in sendings.items():
        going = list(Participant.objects.filter(sending=sending).order_by("pk"))
        for participant in going[:1] if code == SILENT else going:
            author = Actor(
                agency_id=actor.agency_id, person_id=participant.person_id, held=(Held(Role.CIVIL_SERVANT, sending.unit.path),)
            )
            for part, text in zip(PARTS, LEARNED[code], strict=True):
                save_part(actor=author, participant_id=participant.pk, part=part, text=text)
            made = submit_report(actor=author, participant_id=participant.pk)
            accepted = accept_report(actor=actor, report_id=made.pk, place=LearningPlace.NATIONAL)
            first.setdefault(code, accepted)
    return first
