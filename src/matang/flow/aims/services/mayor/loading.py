"""The mayor's programmes from a file: read first, shown, and only then written."""

from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from matang.flow.aims.models import Aim, MayorAgenda, MayorProgramme
from matang.flow.aims.permissions import may_edit_agency_aims
from matang.flow.aims.selectors.mayor.view import plain
from matang.flow.aims.services.aims import one_line
from matang.flow.aims.services.mayor.writing import save_agenda, save_programme, tie_programme
from matang.flow.aims.services.writing import writing
from matang.flow.register.public import UnreadableFileError, as_text, open_sheets
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision

COLUMNS = {
    "agenda": "agenda",
    "jumlah diumumkan": "announced_count",
    "sumber agenda": "agenda_source",
    "program": "title",
    "jumlah": "announced_total",
    "satuan": "total_unit",
    "sumber": "source",
    "kode simpul": "codes",
}
NEEDED = ("agenda", "title")
MOST = 500
AGE = 3600
SALT = "matang.aims.mayor"
LONGEST = {"agenda": 200, "title": 300, "agenda_source": 300, "source": 300, "total_unit": 60}


@dataclass(slots=True)
class Reading:
    """What a file says: plain ``rows``; ``findings`` (row, column, what, way out); ``new`` counts what would be made."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    findings: list[tuple[int, str, str, str]] = field(default_factory=list)
    new: dict[str, int] = field(default_factory=dict)


def read_file(*, actor: Actor, content: bytes, file_name: str) -> Reading:
    """Read a file and say what it would make; nothing is written.

    Raises:
        RefusedError: not a planner's of the whole agency.
        UnreadableFileError: no sheet with the columns Agenda and Program, or more than 500 rows.
    """
    require(may_edit_agency_aims(actor))
    head, rows = _table(content, file_name)
    if len(rows) > MOST:
        raise UnreadableFileError(_("Paling banyak %(n)s baris dalam satu berkas.") % {"n": MOST})
    reading = Reading()
    for number, cells in rows:
        said = {name: one_line(as_text(cells[at])) if at < len(cells) else "" for name, at in head.items()}
        if any(said.values()):
            _read(reading, number, said)
    _match(actor, reading)
    return reading


def sealed(actor: Actor, reading: Reading) -> str:
    """Return what was read as a text that only this person can bring back, within an hour."""
    return signing.dumps({"by": actor.user_id, "agency": actor.agency_id, "rows": reading.rows}, salt=SALT, compress=True)


def write_rows(*, actor: Actor, seal: str) -> dict[str, int]:
    """Write what was read and shown. What is there already stays; twice makes nothing twice. Returns what was made.

    Raises:
        RefusedError: not the actor's, too old, or something that no longer fits.
    """
    require(may_edit_agency_aims(actor))
    try:
        said = signing.loads(seal, salt=SALT, max_age=AGE)
    except signing.BadSignature as error:
        raise refuse(_("Pratinjau ini sudah kedaluwarsa. Unggah berkasnya sekali lagi.")) from error
    if (said["by"], said["agency"]) != (actor.user_id, actor.agency_id):
        raise refuse(_("Pratinjau ini milik orang lain."))
    made = {"agendas": 0, "programmes": 0, "ties": 0}
    with writing(actor.agency_id):
        for row in said["rows"]:
            _write(actor, row, made)
        record_decision(
            agency_id=actor.agency_id or 0,
            actor_id=actor.user_id,
            kind="aims.mayor_loaded",
            subject="mayor",
            payload=made,
            reason=_("Dimuat dari berkas"),
        )
    return made


def _table(content: bytes, file_name: str) -> tuple[dict[str, int], list[tuple[int, list[Any]]]]:
    for sheet in open_sheets(content, file_name):
        head: dict[str, int] = {}
        rows: list[tuple[int, list[Any]]] = []
        for number, cells in enumerate(sheet.rows, 1):
            if not head:
                named = {one_line(as_text(cell)).lower(): at for at, cell in enumerate(cells)}
                found = {COLUMNS[name]: at for name, at in named.items() if name in COLUMNS}
                head = found if all(name in found for name in NEEDED) else {}
            else:
                rows.append((number, list(cells)))
        if head:
            return head, rows
    raise UnreadableFileError(_("Tidak ada lembar dengan kolom Agenda dan Program."))


def _read(reading: Reading, number: int, said: dict[str, str]) -> None:
    for name, column in (("agenda", _("Agenda")), ("title", _("Program"))):
        if not said.get(name):
            reading.findings.append((number, column, _("kosong; baris tidak ikut"), _("Isi lalu unggah lagi.")))
            return
    for name, most in LONGEST.items():
        if len(said.get(name, "")) > most:
            way_out = _("Paling panjang %(n)s huruf.") % {"n": most}
            reading.findings.append((number, _("Teks"), _("terlalu panjang; baris tidak ikut"), way_out))
            return
    row: dict[str, Any] = {"row": number, **{name: said.get(name, "") for name in LONGEST}}
    for name in ("announced_count", "announced_total"):
        text = said.get(name, "").replace(".", "")
        row[name] = int(text) if text.isdecimal() and len(text) < 10 else None
        if text and row[name] is None:
            what = _("“%(text)s” bukan bilangan bulat; dibiarkan tidak diketahui") % {"text": said[name]}
            reading.findings.append((number, _("Jumlah"), what, _("Tulis angka saja.")))
    if row["announced_count"] is not None and not row["agenda_source"]:
        row["announced_count"] = None
        what = _("jumlah diumumkan tanpa sumber; jumlahnya tidak ikut")
        reading.findings.append((number, _("Sumber agenda"), what, _("Sebut sumbernya.")))
    row["codes"] = [code for code in said.get("codes", "").replace(";", ",").replace(" ", ",").split(",") if code]
    reading.rows.append(row)


def _match(actor: Actor, reading: Reading) -> None:
    codes = {code for row in reading.rows for code in row["codes"]}
    known: dict[str, list[int]] = {}
    for key, code in Aim.objects.filter(agency_id=actor.agency_id, code__in=codes, valid_to__isnull=True).values_list(
        "pk", "code"
    ):
        known.setdefault(code, []).append(key)
    agendas = {plain(title) for title in MayorAgenda.objects.filter(agency_id=actor.agency_id).values_list("title", flat=True)}
    rows = MayorProgramme.objects.filter(agency_id=actor.agency_id).values_list("agenda__title", "title")
    there = {(plain(agenda), plain(title)) for agenda, title in rows}
    new_agendas, new_programmes, counts = set(), set(), {}
    for row in reading.rows:
        row["aims"] = []
        for code in row.pop("codes"):
            if len(known.get(code, [])) == 1:
                row["aims"] += known[code]
            else:
                what = _("kode %(code)s tidak ada di pohon") if code not in known else _("kode %(code)s ada pada beberapa simpul")
                reading.findings.append(
                    (row["row"], _("Kode simpul"), what % {"code": code}, _("Kaitkan lewat halaman program."))
                )
        agenda, title = plain(row["agenda"]), plain(row["title"])
        if row["announced_count"] is not None and counts.setdefault(agenda, row["announced_count"]) != row["announced_count"]:
            what = _("jumlah diumumkan untuk agenda ini berbeda dari baris di atas; yang pertama dipakai")
            reading.findings.append((row["row"], _("Jumlah diumumkan"), what, _("Catat yang lain sebagai pengumuman.")))
        if (agenda, title) in new_programmes:
            reading.findings.append(
                (row["row"], _("Program"), _("tertulis dua kali dalam agenda yang sama"), _("Dicatat sekali."))
            )
        new_programmes.add((agenda, title))
        new_agendas.add(agenda)
    reading.new = {
        "agendas": len(new_agendas - agendas),
        "programmes": len(new_programmes - there),
        "there": len(new_programmes & there),
        "ties": sum(len(row["aims"]) for row in reading.rows),
    }


def _write(actor: Actor, row: dict[str, Any], made: dict[str, int]) -> None:
    agenda = _same(MayorAgenda.objects.filter(agency_id=actor.agency_id), row["agenda"])
    if agenda is None:
        agenda = save_agenda(
            actor=actor, title=row["agenda"], announced_count=row["announced_count"], source=row["agenda_source"]
        )
        made["agendas"] += 1
    programme = _same(MayorProgramme.objects.filter(agency_id=actor.agency_id, agenda=agenda), row["title"])
    if programme is None:
        programme = save_programme(
            actor=actor, agenda_id=agenda.pk, title=row["title"], announced_total=row["announced_total"],
            total_unit=row["total_unit"], source=row["source"],
        )  # fmt: skip
        made["programmes"] += 1
    for aim_id in row["aims"]:
        before = programme.ties.filter(aim_id=aim_id).exists()
        tie_programme(actor=actor, programme_id=programme.pk, aim_id=aim_id)
        made["ties"] += not before


def _same(rows: Any, title: str) -> Any:
    return next((row for row in rows if plain(row.title) == plain(title)), None)
