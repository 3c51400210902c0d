"""Files of appraisals: ``NIP;TAHUN;PREDIKAT``, with the name and a document where somebody wrote them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _

from matang.flow.register.choices import AppraisalRating, ImportOutcome
from matang.flow.register.models import AppraisalRecord, Person
from matang.flow.register.services.appraisals import FIRST_YEAR, MANUAL
from matang.flow.register.services.imports.cells import Cell, as_text, one_line
from matang.flow.register.services.imports.codes import Finding
from matang.flow.register.services.imports.fields import BY_KEY, plain
from matang.flow.register.services.imports.layout import SEARCHED_ROWS, is_blank
from matang.flow.register.services.imports.nip import Fault, clean, is_pppk, judge
from matang.flow.register.services.imports.parcel import Packer, Row, Sheet
from matang.flow.register.services.imports.parsing import Parsed
from matang.flow.register.services.imports.plan import Outcomes, PlannedRow
from matang.flow.register.services.imports.reading import UnreadableFileError, open_sheets
from matang.foundation.clock.services import today

COLUMNS = ("NIP", "NAMA", "TAHUN", "PREDIKAT", "DOKUMEN")
HEADINGS = {
    "nip": BY_KEY["nip"].headings,
    "name": BY_KEY["name"].headings,
    "year": ("TAHUN", "TAHUN PENILAIAN", "TAHUN KINERJA", "TAHUN PREDIKAT", "TAHUN SKP", "PERIODE"),
    "rating": ("PREDIKAT", "PREDIKAT KINERJA", "PREDIKAT KINERJA PEGAWAI", "PREDIKAT SKP", "HASIL AKHIR", "KUADRAN KINERJA"),
    "document": ("DOKUMEN", "NOMOR DOKUMEN", "NO DOKUMEN"),
}
NEEDED = frozenset({"nip", "year", "rating"})
TITLES = {"nip": "NIP", "year": "TAHUN", "rating": "PREDIKAT"}
RATINGS = {plain(rating.value): rating for rating in AppraisalRating} | {
    "BUTUH PERBAIKAN CONDITIONAL": AppraisalRating.BUTUH_PERBAIKAN,
    "KURANG MISCONDUCT": AppraisalRating.KURANG,
}
"""Ratings by plain words; two carry the English word that the ministry's form prints behind them."""


@dataclass(slots=True)
class AppraisalLine:
    """One rating as a file states it. ``held`` is the key of the record it changes, None for a new one."""

    planned: PlannedRow
    person: int = 0
    year: int = 0
    rating: str = ""
    document: str = ""
    held: int | None = None


@dataclass(slots=True)
class AppraisalPlan(Outcomes):
    """What a file of appraisals would do."""

    new: list[AppraisalLine] = field(default_factory=list)
    changed: list[AppraisalLine] = field(default_factory=list)


def _header(row: Sequence[Cell]) -> dict[str, int]:
    words = [plain(as_text(cell)) for cell in row]
    return {key: words.index(name) for key, names in HEADINGS.items() for name in reversed(names) if name in words}


def parse_appraisals(content: bytes, name: str) -> Parsed:
    """Return a file of appraisals as parsed; only the columns that are read are kept.

    Raises:
        UnreadableFileError: not a table, or without the headings NIP, TAHUN and PREDIKAT.
    """
    packer, sheets, dropped = Packer(), [], {}
    for raw in open_sheets(content, name):
        head = list(islice(raw.rows, SEARCHED_ROWS))
        at = next((index for index, row in enumerate(head) if _header(row).keys() >= NEEDED), None)
        if at is None:
            continue
        titles = [one_line(as_text(cell)) for cell in head[at]]
        kept = sorted(_header(head[at]).values())
        sheet = Sheet(name=raw.name, columns=[titles[index] for index in kept], header_row=at + 1)
        dropped[raw.name] = [title for index, title in enumerate(titles) if title and index not in kept]
        for number, row in enumerate(chain(head[at + 1 :], raw.rows), start=at + 2):
            cells = [row[index] if index < len(row) else "" for index in kept]
            if not is_blank(cells):
                packer.add(len(sheets), number, 0, cells)
                sheet.rows += 1
        sheets.append(sheet)
    if not sheets:
        raise UnreadableFileError(_("Berkas penilaian kinerja harus punya kolom NIP, TAHUN, dan PREDIKAT."))
    return Parsed(sheets=sheets, packed=packer.finish(), dropped={name: titles for name, titles in dropped.items() if titles})


def plan_appraisals(*, agency_id: int, sheets: list[Sheet], rows: Iterable[Row]) -> AppraisalPlan:
    """Return what importing these appraisals would do; three queries. Writes nothing."""
    plan = AppraisalPlan()
    lines = list(_lines(plan, sheets, rows, _people(agency_id)))
    held = {
        (person, year): (key, rating, document, origin)
        for key, person, year, rating, document, origin in AppraisalRecord.objects.filter(agency_id=agency_id).values_list(
            "id", "person_id", "year", "rating", "document", "origin"
        )
    }
    first: dict[tuple[int, int], AppraisalLine] = {}
    for line in lines:
        known = first.setdefault((line.person, line.year), line)
        if known is not line:
            where = {"first_sheet": sheets[known.planned.sheet].name, "first_row": known.planned.row}
            _refuse(line, sheets, "nip", "appraisal_twice", line.planned.nip, year=line.year, **where)
        elif (line.person, line.year) not in held:
            line.planned.outcome = ImportOutcome.CREATE
            line.planned.changes = [(str(line.year), "", _label(line.rating))]
            plan.new.append(line)
        else:
            _compare(plan, line, sheets, held[line.person, line.year])
    for row in plan.rows:
        if row.outcome is not ImportOutcome.REFUSED:
            row.cells = []
    return plan


def _people(agency_id: int) -> dict[str, tuple[int, str, int | None]]:
    """Return (key, name, year in which service began) of everybody, by NIP."""
    rows = Person.objects.filter(agency_id=agency_id).values_list("nip", "id", "full_name", "service_start")
    return {nip: (key, name, start.year if start else None) for nip, key, name, start in rows}


def _compare(plan: AppraisalPlan, line: AppraisalLine, sheets: list[Sheet], held: tuple[int, str, str, str]) -> None:
    """Tell what becomes of a rating where one is held: what an officer wrote by hand is not overwritten by a file."""
    line.held, rating, document, origin = held
    line.document = line.document or document
    if rating == line.rating and (origin == MANUAL or document == line.document):
        return
    if rating == line.rating:
        line.planned.changes = [("document", document, line.document)]
    elif origin == MANUAL:
        _refuse(line, sheets, "rating", "appraisal_held_by_hand", _label(line.rating), year=line.year, held=_label(rating))
        return
    else:
        line.planned.changes = [(str(line.year), _label(rating), _label(line.rating))]
        line.planned.findings.append(
            _finding(line, sheets, "rating", "appraisal_differs", _label(line.rating), year=line.year, held=_label(rating))
        )
    line.planned.outcome = ImportOutcome.UPDATE
    plan.changed.append(line)


def _label(rating: str) -> str:
    return str(AppraisalRating(rating).label)


def _lines(
    plan: AppraisalPlan, sheets: list[Sheet], rows: Iterable[Row], people: dict[str, tuple[int, str, int | None]]
) -> Iterator[AppraisalLine]:
    """Yield the lines that can be understood; the others are refused."""
    at = [_header(sheet.columns) for sheet in sheets]
    for row in rows:
        texts = {key: one_line(as_text(row.cells[index])) for key, index in at[row.sheet].items() if index < len(row.cells)}
        written = texts.get("nip", "")
        digits, marked = clean(written)
        known = people.get(digits)
        planned = PlannedRow(
            row.sheet, row.number, ImportOutcome.UNCHANGED, digits or written, known[1] if known else texts.get("name", ""),
            cells=[cell if isinstance(cell, str) else as_text(cell) for cell in row.cells],
        )  # fmt: skip
        plan.rows.append(planned)
        line = AppraisalLine(planned, document=texts.get("document", "")[:120])
        if _read(line, sheets, texts, known):
            if marked:
                planned.findings.append(_finding(line, sheets, "nip", "nip_apostrophe_spaces", written, read=digits))
            yield line


def _read(line: AppraisalLine, sheets: list[Sheet], texts: dict[str, str], known: tuple[int, str, int | None] | None) -> bool:
    """Fill a line and return True; refuse it with the first thing that is wrong, or leave it where no rating is given."""
    year, rating = texts.get("year", ""), texts.get("rating", "")
    read = RATINGS.get(plain(rating))
    if known is None:
        _refuse(line, sheets, "nip", *_unknown(line.planned.nip))
    elif not year.isdecimal() or len(year) != 4 or int(year) < FIRST_YEAR:
        _refuse(line, sheets, "year", "appraisal_year_unreadable", year)
    elif int(year) >= today().year:
        _refuse(line, sheets, "year", "appraisal_year_not_over", year, next=int(year) + 1)
    elif known[2] is not None and int(year) < known[2]:
        _refuse(line, sheets, "year", "appraisal_before_service", year, start=known[2])
    elif not rating:
        line.planned.findings = [_finding(line, sheets, "rating", "appraisal_rating_missing", "", year=year)]
    elif read is None:
        names = ", ".join(str(label) for label in AppraisalRating.labels)
        _refuse(line, sheets, "rating", "appraisal_rating_unknown", rating, names=names)
    else:
        line.person, line.year, line.rating = known[0], int(year), read.value
        return True
    return False


def _unknown(digits: str) -> tuple[str, str]:
    """Return the code for a number that nobody of the register has: what is wrong with it, or that it is nobody's."""
    found = judge(digits, pppk=bool(is_pppk(digits)))
    return (found.code if isinstance(found, Fault) else "person_unknown"), digits


def _finding(line: AppraisalLine, sheets: list[Sheet], column: str, code: str, value: str, **args: object) -> Finding:
    sheet = sheets[line.planned.sheet]
    title = next((name for name in sheet.columns if plain(name) in HEADINGS[column]), TITLES[column])
    if code == "nip_length":
        args["length"] = len(value)
    if code == "nip_month_13":
        args["month"] = value[12:14]
    return Finding(sheet.name, line.planned.row, title, code, value, dict(args))


def _refuse(line: AppraisalLine, sheets: list[Sheet], column: str, code: str, value: str, **args: object) -> None:
    line.planned.outcome = ImportOutcome.REFUSED
    line.planned.findings = [_finding(line, sheets, column, code, value, **args)]
