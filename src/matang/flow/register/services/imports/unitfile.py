"""Files of units: ``KODE;ORGANISASI;INDUK;JENIS``. Parents by name or code; cycles and repeats are refused."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.utils.translation import gettext as _

from matang.flow.register.choices import ImportOutcome
from matang.flow.register.models import Unit
from matang.flow.register.services.imports.cells import Cell, as_text, one_line
from matang.flow.register.services.imports.codes import Finding
from matang.flow.register.services.imports.fields import plain
from matang.flow.register.services.imports.layout import SEARCHED_ROWS, is_blank
from matang.flow.register.services.imports.parcel import Packer, Row, Sheet
from matang.flow.register.services.imports.parsing import Parsed
from matang.flow.register.services.imports.plan import Outcomes, PlannedRow
from matang.flow.register.services.imports.reading import UnreadableFileError, open_sheets
from matang.flow.register.services.imports.units import plain_name

HEADINGS = {
    "code": ("KODE", "KODE UNIT", "KODE UNOR", "ID"),
    "name": ("ORGANISASI", "NAMA UNIT", "UNIT", "UNIT KERJA", "NAMA", "UNIT ORGANISASI", "NAMA ORGANISASI"),
    "parent": ("INDUK", "UNIT INDUK", "KODE INDUK", "ATASAN"),
    "kind": ("JENIS", "JENIS UNIT", "KETERANGAN"),
}
IN_FORCE_SINCE = date(2017, 1, 1)
"""From when units of a file are taken to hold where nothing else is said: regional structures under PP 18/2016 began then."""


@dataclass(slots=True)
class UnitLine:
    """One unit as a file states it."""

    planned: PlannedRow
    code: str
    name: str
    parent: str
    kind: str
    above: "UnitLine | int | None" = None  # a unit of the file, the id of a known one, or none: an OPD


@dataclass(slots=True)
class UnitPlan(Outcomes):
    """What a file of units would do. ``new`` stand parents first."""

    since: date = IN_FORCE_SINCE
    new: list[UnitLine] = field(default_factory=list)
    changed: list[tuple[int, UnitLine]] = field(default_factory=list)


def _header(row: Sequence[Cell]) -> dict[str, int]:
    words = [plain(as_text(cell)) for cell in row]
    return {key: index for key, names in HEADINGS.items() for index, word in enumerate(words) if word and word in names}


def parse_units(content: bytes, name: str) -> Parsed:
    """Return a file of units as parsed.

    Raises:
        UnreadableFileError: not a table, or without the headings KODE and ORGANISASI.
    """
    packer, sheets = Packer(), []
    for raw in open_sheets(content, name):
        head = list(islice(raw.rows, SEARCHED_ROWS))
        at = next((index for index, row in enumerate(head) if {"code", "name"} <= _header(row).keys()), None)
        if at is None:
            continue
        sheet = Sheet(name=raw.name, columns=[one_line(as_text(cell)) for cell in head[at]], header_row=at + 1)
        for number, row in enumerate([*head[at + 1 :], *raw.rows], start=at + 2):
            if not is_blank(row):
                packer.add(len(sheets), number, 0, list(row))
                sheet.rows += 1
        sheets.append(sheet)
    if not sheets:
        raise UnreadableFileError(_("Berkas unit harus punya kolom KODE dan ORGANISASI (boleh juga INDUK dan JENIS)."))
    return Parsed(sheets=sheets, packed=packer.finish())


def plan_units(*, agency_id: int, sheets: list[Sheet], rows: Iterable[Row], since: date = IN_FORCE_SINCE) -> UnitPlan:
    """Return what importing these units would do. Writes nothing."""
    plan = UnitPlan(since=since)
    held = list(
        Unit.objects.filter(agency_id=agency_id, valid_to__isnull=True).values_list("id", "code", "name", "parent_id", "kind")
    )
    lines = _lines(plan, sheets, rows)
    _find_parents(lines, sheets, {code: number for number, code, *_rest in held}, _by_name(held))
    _refuse_cycles(lines, sheets)
    known = {code: (number, name, parent, kind) for number, code, name, parent, kind in held}
    numbers = {line.code: known[line.code][0] for line in lines if line.code in known}
    for line in _parents_first(lines):
        if line.code not in known:
            line.planned.outcome = ImportOutcome.CREATE
            plan.new.append(line)
            continue
        number, name, parent, kind = known[line.code]
        above = numbers.get(line.above.code, -1) if isinstance(line.above, UnitLine) else line.above
        differing = [("name", name, line.name)] if name != line.name else []
        differing += [("kind", kind, line.kind)] if line.kind and kind != line.kind else []
        differing += [("parent", str(parent or ""), line.parent)] if above != parent else []
        line.planned.changes = [(key, old, new) for key, old, new in differing]
        if differing:
            line.planned.outcome = ImportOutcome.UPDATE
            plan.changed.append((number, line))
    return plan


def _by_name(held: Iterable[tuple[int, str, str, int | None, str]]) -> dict[str, list[int]]:
    names: dict[str, list[int]] = defaultdict(list)
    for number, _code, name, _parent, _kind in held:
        names[plain_name(name)].append(number)
    return names


def _lines(plan: UnitPlan, sheets: list[Sheet], rows: Iterable[Row]) -> list[UnitLine]:
    """Return the lines that can be told apart; the others are refused."""
    at = [_header(sheet.columns) for sheet in sheets]
    codes: dict[str, UnitLine] = {}
    names: dict[tuple[str, str], UnitLine] = {}
    for row in rows:
        texts = {
            key: one_line(as_text(row.cells[index])) if index < len(row.cells) else "" for key, index in at[row.sheet].items()
        }
        line = UnitLine(
            PlannedRow(row.sheet, row.number, ImportOutcome.UNCHANGED, texts["code"], texts["name"], texts.get("parent", "")),
            texts["code"][:40], texts["name"][:200], texts.get("parent", ""), texts.get("kind", "")[:40],
        )  # fmt: skip
        plan.rows.append(line.planned)
        key = (plain_name(line.name), plain_name(line.parent))
        if not line.code or not line.name:
            missing = "unit_code_missing" if not line.code else "unit_name_missing"
            _refuse(line, sheets, missing, "")
        elif first := codes.get(line.code) or names.get(key):
            twice = "unit_code_twice" if line.code in codes else "unit_name_twice"
            _refuse(line, sheets, twice, line.code if line.code in codes else line.name, first_row=first.planned.row)
        else:
            codes[line.code] = names[key] = line
        if line.planned.outcome is ImportOutcome.REFUSED:
            line.planned.cells = row.cells
    return [line for line in codes.values() if line.planned.outcome is not ImportOutcome.REFUSED]


def _refuse(line: UnitLine, sheets: list[Sheet], code: str, value: str, **args: object) -> None:
    line.planned.outcome = ImportOutcome.REFUSED
    heading = {"unit_code": "KODE", "unit_name": "ORGANISASI"}.get(code.rsplit("_", 1)[0], "INDUK")
    line.planned.findings = [Finding(sheets[line.planned.sheet].name, line.planned.row, heading, code, value, dict(args))]


def _find_parents(lines: list[UnitLine], sheets: list[Sheet], codes: dict[str, int], names: dict[str, list[int]]) -> None:
    in_file = {line.code: line for line in lines}
    named: dict[str, list[UnitLine]] = defaultdict(list)
    for line in lines:
        named[plain_name(line.name)].append(line)
    for line in lines:
        if not line.parent:
            continue
        same = plain_name(line.parent)
        found: list[UnitLine | int] = [in_file[line.parent]] if line.parent in in_file else list(named[same])
        found = found or ([codes[line.parent]] if line.parent in codes else list(names.get(same, [])))
        if len(found) == 1:
            line.above = found[0]
        else:
            _refuse(line, sheets, "unit_parent_ambiguous" if found else "unit_parent_unknown", line.parent)


def _refuse_cycles(lines: list[UnitLine], sheets: list[Sheet]) -> None:
    """Refuse units that stand above themselves, and all units below a refused one."""
    for line in lines:
        seen: set[int] = set()
        above = line.above
        while isinstance(above, UnitLine) and above is not line and id(above) not in seen:
            seen.add(id(above))
            above = above.above
        if above is line:
            _refuse(line, sheets, "unit_cycle", line.parent)
    refused = {id(line) for line in lines if line.planned.outcome is ImportOutcome.REFUSED}
    spreading = True
    while spreading:
        below = [
            line for line in lines if id(line) not in refused and isinstance(line.above, UnitLine) and id(line.above) in refused
        ]
        for line in below:
            _refuse(line, sheets, "unit_parent_refused", line.parent)
            refused.add(id(line))
        spreading = bool(below)


def _parents_first(lines: list[UnitLine]) -> list[UnitLine]:
    kept = [line for line in lines if line.planned.outcome is not ImportOutcome.REFUSED]

    def depth(line: UnitLine) -> int:
        steps, above = 0, line.above
        while isinstance(above, UnitLine):
            steps, above = steps + 1, above.above
        return steps

    return sorted(kept, key=depth)
