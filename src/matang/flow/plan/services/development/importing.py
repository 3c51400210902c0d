"""Acts from and to a workbook: read, tried against the catalogue, and stored only as a whole."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import python_calamine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.public import Competency
from matang.flow.plan.choices import SIASN_KIND, ActKind
from matang.flow.plan.models import DevelopmentAct
from matang.flow.plan.permissions import may_keep_catalogue
from matang.flow.plan.services.development.acts import save_act
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require

COLUMNS = {
    "code": "KODE", "name": "NAMA KEGIATAN", "kind": "JENIS", "competency": "KODE KOMPETENSI", "from_level": "DARI LEVEL",
    "to_level": "SAMPAI LEVEL", "hours": "JP", "cost_per_person": "BIAYA PER ORANG", "cost_per_class": "BIAYA PER KELAS",
    "seats": "KURSI", "classes": "KELAS", "starts_on": "MULAI", "ends_on": "SELESAI", "full_time": "MENINGGALKAN TUGAS",
    "organiser": "PENYELENGGARA", "curriculum": "KURIKULUM", "tariff_source": "SUMBER TARIF",
}  # fmt: skip
"""Headings of the file, which are the same in both languages: the file travels."""
NEEDED = ("code", "name", "kind", "competency", "from_level", "to_level")
NUMBERS = ("from_level", "to_level", "hours", "cost_per_person", "cost_per_class", "seats", "classes")
MOST_BYTES, MOST_ROWS, MOST_UNPACKED = 2_000_000, 1000, 50_000_000
THOUSANDS = re.compile(r"(Rp\s*)?\d{1,3}(\.\d{3})+")
YES = {"ya", "y", "yes", "1", "benar", "true", "x"}
NO = {"", "tidak", "t", "no", "0", "salah", "false"}


@dataclass(slots=True)
class TriedRow:
    """One row of the file: its number there, what it would do (``new``, ``changed``, ``same``, ``refused``), and why not."""

    number: int
    values: dict[str, Any]
    outcome: str = "refused"
    reasons: list[str] = field(default_factory=list)
    changes: list[tuple[str, object, object]] = field(default_factory=list)


class UnreadableActsError(Exception):
    """The file cannot be read as a list of acts; the message says why and what to do."""


def read_acts(content: bytes) -> list[tuple[int, dict[str, object]]]:
    """Return (row number, cells by field) of the first sheet that has the headings.

    Raises:
        UnreadableActsError: too large, damaged, no such headings, or too many rows.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableActsError(_("Berkas lebih besar dari 2 MB. Katalog kegiatan tidak sebesar itu; periksa berkasnya."))
    for rows in _sheets(content):
        found = _table(rows)
        if found is not None:
            return found
    raise UnreadableActsError(_("Tidak ada baris judul KODE dan NAMA KEGIATAN. Unduh templat, isi, lalu unggah lagi."))


def _sheets(content: bytes) -> list[list[list[object]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise UnreadableActsError(_("Isi berkas terlalu besar setelah dibuka. Periksa berkasnya."))
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (zipfile.BadZipFile, python_calamine.CalamineError, OSError) as error:
        raise UnreadableActsError(_("Berkas tidak dapat dibaca sebagai Excel (.xlsx). Simpan ulang di Excel.")) from error


def _table(rows: Sequence[Sequence[object]]) -> list[tuple[int, dict[str, object]]] | None:
    wanted = {heading: name for name, heading in COLUMNS.items()}
    for top, row in enumerate(rows[:20]):
        headings = [str(cell).strip().upper() for cell in row]
        if not {"KODE", "NAMA KEGIATAN"} <= set(headings):
            continue
        places = {wanted[heading]: at for at, heading in enumerate(headings) if heading in wanted}
        missing = [COLUMNS[name] for name in NEEDED if name not in places]
        if missing:
            raise UnreadableActsError(
                _("Kolom %(names)s tidak ada. Unduh templat untuk susunannya.") % {"names": ", ".join(missing)}
            )
        body = [(number, row) for number, row in enumerate(rows[top + 1 :], start=top + 2) if any(str(c).strip() for c in row)]
        if len(body) > MOST_ROWS:
            raise UnreadableActsError(
                _("Berkas berisi lebih dari %(most)s baris. Bagi menjadi beberapa berkas.") % {"most": MOST_ROWS}
            )
        return [(number, {name: row[at] if at < len(row) else "" for name, at in places.items()}) for number, row in body]
    return None


def try_acts(actor: Actor, rows: Sequence[tuple[int, Mapping[str, object]]]) -> list[TriedRow]:
    """Return what each row would do, without storing anything. A column that is not in the file is left as it is."""
    known = {act.code: act for act in DevelopmentAct.objects.filter(agency_id=actor.agency_id)}
    competencies = {c.code.upper(): c.pk for c in Competency.objects.filter(agency_id=actor.agency_id)}
    tried, seen = [], set()
    for number, cells in rows:
        row = TriedRow(number, {})
        for name, cell in cells.items():
            try:
                row.values[name] = _value(name, cell, competencies)
            except ValueError as error:
                row.reasons.append(f"{COLUMNS[name]}: {error}")
        if row.values.get("code") in seen:
            row.reasons.append(_("KODE ini sudah ada pada baris sebelumnya."))
        seen.add(row.values.get("code"))
        if not row.reasons:
            _weigh(row, known.get(row.values["code"]), actor)
        tried.append(row)
    return tried


def _weigh(row: TriedRow, act: DevelopmentAct | None, actor: Actor) -> None:
    """Say whether the row adds an act, changes one or none; refuse what the model refuses."""
    before = {name: getattr(act, _attribute(name)) for name in row.values} if act else {}
    candidate = _filled(act or DevelopmentAct(agency_id=actor.agency_id or 0), row.values)
    try:
        candidate.full_clean()
    except ValidationError as error:
        row.reasons += [message for messages in error.message_dict.values() for message in messages]
        return
    row.changes = [(COLUMNS[name], before.get(name), new) for name, new in row.values.items() if before.get(name) != new]
    row.outcome = "new" if act is None else "changed" if row.changes else "same"


def _attribute(name: str) -> str:
    return "competency_id" if name == "competency" else name


def _filled(act: DevelopmentAct, values: Mapping[str, Any]) -> DevelopmentAct:
    for name, value in values.items():
        setattr(act, _attribute(name), 1 if name == "classes" and value is None else value)
    return act


def store_acts(*, actor: Actor, rows: Sequence[tuple[int, Mapping[str, object]]]) -> list[TriedRow]:
    """Store every row, or nothing when one is refused (the catalogue may have changed since it was tried)."""
    require(may_keep_catalogue(actor))
    with transaction.atomic():
        tried = try_acts(actor, rows)
        if any(row.outcome == "refused" for row in tried):
            raise RefusedError(Denied(_("Katalog berubah sejak berkas diperiksa, atau ada baris yang ditolak. Unggah lagi.")))
        known = {act.code: act for act in DevelopmentAct.objects.filter(agency_id=actor.agency_id)}
        for row in tried:
            if row.outcome != "same":
                save_act(actor=actor, act=_filled(known.get(row.values["code"]) or DevelopmentAct(), row.values))
    return tried


def _value(name: str, cell: object, competencies: Mapping[str, int]) -> object:
    """Return a cell as the model wants it.

    Raises:
        ValueError: with the reason.
    """
    text = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()
    if name in NEEDED and not text:
        raise ValueError(_("belum diisi."))
    if name in NUMBERS:
        return _number(text)
    if name in {"starts_on", "ends_on"}:
        return _day(cell, text)
    if name == "kind":
        return _kind(text)
    if name == "competency":
        if text.upper() not in competencies:
            raise ValueError(_("kompetensi %(code)s tidak ada dalam kamus.") % {"code": text})
        return competencies[text.upper()]
    if name == "full_time":
        if text.lower() not in YES | NO:
            raise ValueError(_("tulis ya atau tidak."))
        return text.lower() in YES
    return text


def _number(text: str) -> int | None:
    if not text:
        return None
    if THOUSANDS.fullmatch(text):
        text = text.removeprefix("Rp").strip().replace(".", "")
    if not re.fullmatch(r"\d{1,15}", text):
        raise ValueError(_("%(text)s bukan bilangan bulat.") % {"text": text})
    return int(text)


def _day(cell: object, text: str) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date) or not text:
        return cell if isinstance(cell, date) else None
    for pattern in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day without a time
        except ValueError:
            continue
    raise ValueError(_("%(text)s bukan tanggal; tulis seperti 2026-03-31.") % {"text": text})


def _kind(text: str) -> str:
    """Read a kind by its number in SIASN, its value, or its Indonesian name."""
    by_number = {str(number): kind.value for kind, number in SIASN_KIND.items() if kind != ActKind.ASSIGNMENT}
    by_word = {word.lower(): kind.value for kind in ActKind for word in (kind.value, str(kind.label), kind.name)}
    found = by_number.get(text) or by_word.get(text.lower())
    if found is None:
        raise ValueError(_("jenis %(text)s tidak dikenal; pakai nomor SIASN 1–25 atau nama pada lembar Jenis.") % {"text": text})
    return found
