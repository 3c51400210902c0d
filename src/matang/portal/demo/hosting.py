"""Who one can learn from: hosts with strengths, offerings and agreements; and Malang's own calendar with what clashes in it."""

from datetime import date, timedelta

from matang.flow.learn.public import (
    Agreement,
    AgreementObligation,
    DayPart,
    Host,
    HostOffering,
    HostStrength,
    HostVisit,
    ObligationCounts,
    ObligationSide,
    SendingKind,
    TariffKind,
    TariffLine,
    import_tariffs,
    publish_offering,
    save_agreement,
    save_host,
    save_obligation,
    save_offering,
    save_strength,
    save_visit,
)
from matang.flow.register.public import Partner, Unit, create_partner
from matang.foundation.access.actor import Actor
from matang.foundation.tenancy.models import Agency
from matang.portal.demo.cohort import MALANG

SINCE, AGREED = date(2024, 1, 1), date(2024, 7, 1)
NEWS = "https://jatimtimes.com/amp/baca/320381/20240909/133100/dpuprpkp-kota-malang-terima-tiga-asn-magang-dari-luar-daerah"
WORKS = "DPUPRPKP"
PLACE, TARIFF = "Kota Malang", "Tarif contoh, bukan standar biaya yang berlaku"
TARIFFS = (
    (TariffKind.TRAINING_DAY, 110_000), (TariffKind.TRAVEL_DAY, 410_000), (TariffKind.LODGING_NIGHT, 340_000),
    (TariffKind.TICKET_RETURN, 6_400_000), (TariffKind.LOCAL_TRIP, 150_000),
)  # fmt: skip
"""Rupiah for one person and a day, a night, a journey."""
HOSTS = (
    ("Pemerintah Kota Bandung", "government", "Kepegawaian", "Loket daring izin belajar dan cuti", "BKPSDM Kota Bandung", 2),
    (MALANG, "government", "Air limbah", "Instalasi komunal yang dirawat kelompok warga", "DPUPRPKP Kota Malang", 2),
    ("Pemerintah Provinsi DKI Jakarta", "government", "Kesehatan", "Antrean puskesmas terjadwal", "Dinas Kesehatan", 4),
    ("Kementerian Dalam Negeri", "ministry", "Keuangan daerah", "Kas nontunai di bidang", "Ditjen Bina Keuangan Daerah", None),
)
"""Host, kind, topic, practice, unit, seats (None = nobody has said)."""
PAPERS = (
    (MALANG, "119/PKS/DEMO/2024", "Magang dan studi tiru bidang pekerjaan umum", None),
    ("Pemerintah Kota Bandung", "120/PKS/DEMO/2024", "Magang pengelolaan kepegawaian", 45),
    ("Pemerintah Provinsi DKI Jakarta", "121/MoU/DEMO/2024", "Magang pelayanan kesehatan", 400),
)
"""Host, number, title, and in how many days it ends (None = nobody has said)."""


def know(actor: Actor, second: Agency, day: date) -> dict[str, Host]:
    """Write down the four hosts, what they do well, offer and agreed on; return them by name. ``day``: the story's last."""
    found = {}
    for name, kind, topic, practice, unit, seats in HOSTS:
        partner = Partner.objects.filter(agency_id=actor.agency_id, name=name).first() or create_partner(
            actor=actor, name=name, kind=kind, valid_from=SINCE
        )
        host = save_host(actor=actor, host=Host(partner=partner, linked=second if name == MALANG else None))
        strength = HostStrength(host=host, topic=topic, practice=practice, evidence="Paparan peserta magang, 18 Juni 2025")
        save_strength(actor=actor, strength=strength)
        offering = HostOffering(
            host=host, unit_name=unit, topic=topic, seats=seats, starts_on=date(day.year, 1, 1),
            ends_on=date(day.year + 1, 12, 31) if seats else None, contact=f"Sekretariat {unit}",
        )  # fmt: skip
        save_offering(actor=actor, offering=offering)
        found[name] = host
    for name, number, title, left in PAPERS:
        _agree(actor, found[name], number, title, day + timedelta(days=left) if left else None)
    return found


def price(actor: Actor) -> None:
    """Note what the days in Malang cost by either rule. The amounts are invented."""
    lines = [TariffLine(kind, PLACE, amount, TARIFF, AGREED) for kind, amount in TARIFFS]
    import_tariffs(actor=actor, lines=lines)


def _agree(actor: Actor, host: Host, number: str, title: str, ends: date | None) -> None:
    paper = Agreement(
        host=host, number=number, title=title, our_party="Pemerintah Kota Palu", their_party=str(host), signed_on=AGREED,
        starts_on=AGREED, ends_on=ends, note="Contoh peragaan",
    )  # fmt: skip
    made = save_agreement(actor=actor, agreement=paper)
    owed = (
        (ObligationSide.THEIRS, ObligationCounts.SEATS, "Menerima peserta magang", "orang", 6),
        (ObligationSide.OURS, ObligationCounts.REPORTS, "Menyerahkan laporan peserta", "laporan", 6),
        (ObligationSide.OURS, ObligationCounts.RETURNED, "Menerapkan dan mengabarkan hasilnya", "penerapan", 2),
    )
    for side, counts, what, measure, quantity in owed:
        duty = AgreementObligation(
            agreement=made, side=side, counts=counts, what=what, measure=measure, quantity=quantity
        )  # fmt: skip
        save_obligation(actor=actor, obligation=duty)


def receive(actor: Actor, day: date) -> None:
    """Fill Malang's calendar: three interns on two seats in September 2024, and two visits on one morning of next month."""
    works = Unit.objects.get(agency_id=actor.agency_id, code=WORKS)
    own = save_host(actor=actor, host=Host())
    offering = HostOffering(
        host=own, unit=works, unit_name=works.name, topic="Air limbah dan tata ruang", seats=2, starts_on=date(2024, 1, 1),
        ends_on=date(day.year + 1, 12, 31), contact=f"Sekretariat {works.name}",
    )  # fmt: skip
    publish_offering(actor=actor, offering_id=save_offering(actor=actor, offering=offering).pk, published=True)
    interns = (
        ("Pemerintah Kota Palu", "Tata ruang dan air limbah", 2, date(2024, 7, 15), date(2024, 10, 15)),
        ("Pemerintah Provinsi Papua Tengah", "Kawasan permukiman", 1, date(2024, 9, 9), None),
    )
    for guest, topic, people, starts, ends in interns:
        save_visit(
            actor=actor,
            visit=HostVisit(
                kind=SendingKind.INTERNSHIP, guest=guest, topic=topic, unit=works, people=people, starts_on=starts, ends_on=ends,
                note=NEWS,
            ),
        )  # fmt: skip
    morning = visits_on(day)
    for guest, topic, people in (("Kabupaten contoh A", "Pelayanan publik", 120), ("Kota contoh B", "Kota cerdas", 31)):
        visit = HostVisit(
            kind=SendingKind.STUDY_VISIT, guest=guest, topic=topic, people=people, starts_on=morning, ends_on=morning,
            part=DayPart.MORNING, note="Contoh peragaan",
        )  # fmt: skip
        save_visit(actor=actor, visit=visit)


def visits_on(day: date) -> date:
    """Return the second Tuesday of the month after ``day``."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)
