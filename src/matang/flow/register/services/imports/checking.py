"""One row of a parcel → a record, or the reasons why not. No database, no clock: "today" is given."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matang.flow.register.choices import EmploymentKind, IncumbencyKind, PostKind, ServiceState, Sex
from matang.flow.register.services.imports import nip as numbers
from matang.flow.register.services.imports.acting import read_holding
from matang.flow.register.services.imports.cells import Cell, as_date, as_text, one_line
from matang.flow.register.services.imports.codes import CODES, Finding, Severity
from matang.flow.register.services.imports.grades import read_grade
from matang.flow.register.services.imports.mapping import Mapped, columns_by_field
from matang.flow.register.services.imports.names import split_titles
from matang.flow.register.services.imports.parcel import Row, Sheet
from matang.flow.register.services.imports.posts import kind_of, read_echelon
from matang.flow.register.services.imports.record import Record
from matang.flow.register.services.imports.retiring import Retiring
from matang.flow.register.services.imports.units import Match, UnitIndex, tidy
from matang.flow.register.services.imports.vocabulary import read_kind, read_level, read_sex, read_state

SHEET_TYPES = frozenset({"STRUKTURAL", "JFT", "JF", "JFU", "FUNGSIONAL", "PELAKSANA"})
_YEAR = re.compile(r"(19|20)\d{2}")


@dataclass(slots=True)
class Checked:
    """A row after checking. ``record`` is None when the row is refused; the rest is for showing, as the row has it."""

    nip: str = ""
    name: str = ""
    post: str = ""
    unit: str = ""
    record: Record | None = None
    findings: list[Finding] = field(default_factory=list)


class SheetChecker:
    """Checks the rows of one sheet. ``check(row)`` is called once a row and keeps nothing between rows."""

    def __init__(self, number: int, sheet: Sheet, mapped: Mapped, units: UnitIndex, today: date) -> None:
        self._number = number
        self._sheet = sheet
        self._units = units
        self._today = today
        self._retiring = Retiring(today)
        self._at = columns_by_field(sheet, mapped)
        half = len(sheet.columns) // 2 if sheet.stacked else len(sheet.columns)
        self._titles = {key: sheet.columns[index if index < half else index - half] for key, index in self._at.items()}
        self._sheet_kind = read_kind(sheet.name)
        self._sheet_type = sheet.name.strip().upper() if sheet.name.strip().upper() in SHEET_TYPES else ""
        self._row = Row(0, 0, 0, [])
        self._cells: list[Cell] = []
        self._found: list[Finding] = []
        self._person = ""

    def check(self, row: Row) -> Checked:
        """Return what the row says, or why it is refused (then with no other remark)."""
        self._row, self._cells, self._found, self._person = row, row.cells, [], ""
        result = Checked()
        name_cell, nip_cell = self._name_and_nip()
        written = as_text(nip_cell)
        result.name = one_line(as_text(name_cell))
        result.nip, marked = ("", False) if not isinstance(nip_cell, str) else numbers.clean(written)
        shown = numbers.without_prefix(written)
        self._person = ", NIP ".join(part for part in (result.name, shown) if part)
        record = self._record(name_cell, nip_cell, result.nip, shown)
        refusals = [finding for finding in self._found if CODES[finding.code].severity is Severity.REFUSED]
        if refusals:
            result.findings = refusals
            result.post, result.unit = self._text("post"), self._unit_written()
            return result
        if marked:
            self._say("nip_apostrophe_spaces", "nip", shown, read=result.nip)
        result.record, result.findings = record, self._found
        return result

    def duplicate(self, row: Row, checked: Checked, first_sheet: str, first_row: int) -> Finding:
        """Return the finding for a row whose person another row has named before."""
        self._row, self._cells, self._found = row, row.cells, []
        _name, cell = self._name_and_nip()
        self._person = f"{checked.name}, NIP {checked.nip}"
        self._say("duplicate_row", "nip", numbers.without_prefix(as_text(cell)), first_sheet=first_sheet, first_row=first_row)
        return self._found[0]

    # -- cells ------------------------------------------------------------------------------------

    def _cell(self, key: str) -> Cell:
        index = self._at.get(key, -1)
        return self._cells[index] if 0 <= index < len(self._cells) else ""

    def _text(self, key: str) -> str:
        return one_line(as_text(self._cell(key)))

    def _say(self, code: str, key: str, value: str, **args: Any) -> None:
        args["person"] = self._person
        self._found.append(Finding(self._sheet.name, self._row.number, self._titles.get(key, ""), code, value, args))

    def _name_and_nip(self) -> tuple[Cell, Cell]:
        """Return the cells of name and number, also where one cell holds both on two lines."""
        name, nip = self._cell("name"), self._cell("nip")
        if not nip and isinstance(name, str) and "\n" in name:
            upper, _break, lower = name.rpartition("\n")
            if numbers.looks_like_nip(lower):
                return upper, lower
        return name, nip

    # -- the parts of a record ----------------------------------------------------------------------

    def _record(self, name_cell: Cell, nip_cell: Cell, digits: str, shown: str) -> Record | None:
        grade_written = self._text("grade")
        grade = read_grade(grade_written, self._text("grade_room"))
        kind = self._kind(grade, digits)
        number = self._nip(nip_cell, digits, shown, kind)
        name = self._name(name_cell)
        birth = self._birth(number)
        grade = self._grade(grade_written, grade, kind)
        holding, post = read_holding(self._text("post"))
        if not post:
            self._say("post_blank", "post", self._text("post"))
        match = self._unit()
        if number is None or birth is None or any(CODES[found.code].severity is Severity.REFUSED for found in self._found):
            return None
        post_type = self._text("post_type") or self._sheet_type
        post_kind = kind_of(post, post_type, read_echelon(self._text("echelon")))
        state = self._state()
        own_kind = post_kind if self._holds(holding, post) else PostKind.OTHER
        self._retirement(birth, state, own_kind, post)
        level = read_level(self._text("education_level"), self._text("education"))
        year = _YEAR.search(self._text("education_year"))
        return Record(
            sheet=self._number,
            row=self._row.number,
            nip=digits,
            kind=kind,
            name=name[1][:150],
            title_front=name[0][:60],
            title_back=name[2][:100],
            birth_date=birth,
            birth_place=(self._text("birth_place") or self._born_where())[:100],
            sex=self._sex(number),
            sex_in_nip=Sex(number.sex),
            service_start=self._date("service_start"),
            appointed=number.start,
            grade=grade,
            grade_from=self._date("grade_from"),
            state=state,
            post=post[:250],
            post_kind=post_kind,
            holding=holding,
            echelon=read_echelon(self._text("echelon")),
            post_from=self._post_from(),
            unit=match.unit.id if match.unit else None,
            unit_written=self._unit_written(),
            education_level=level,
            education=self._text("education")[:200] if level else "",
            education_year=int(year[0]) if year else None,
            school=self._text("school")[:200],
        )

    def _kind(self, grade: str | None, digits: str) -> EmploymentKind:
        stated = read_kind(self._text("kind"), self._text("status"), self._text("state"))
        if stated is None and grade:
            stated = EmploymentKind.PNS if "/" in grade else EmploymentKind.PPPK
        stated = stated or self._sheet_kind
        if stated is None:
            stated = EmploymentKind.PPPK if numbers.is_pppk(digits) else EmploymentKind.PNS
        return stated

    def _nip(self, cell: Cell, digits: str, shown: str, kind: EmploymentKind) -> numbers.Nip | None:
        if isinstance(cell, int | float):
            self._say("nip_as_number", "nip", f"{cell:.15g}")
            return None
        judged = numbers.judge(digits, pppk=kind is EmploymentKind.PPPK)
        if isinstance(judged, numbers.Fault):
            self._say(judged.code, "nip", shown, length=len(digits), month=digits[12:14])
            return None
        return judged

    def _name(self, cell: Cell) -> tuple[str, str, str]:
        written = as_text(cell)
        name = one_line(written)
        if not name:
            self._say("name_missing", "name", "")
        if "\n" in written or "\r" in written:
            self._say("name_newline", "name", written, read=name)
        if "title_front" in self._at or "title_back" in self._at:
            return self._text("title_front"), name, self._text("title_back")
        return split_titles(name)

    def _birth_cell(self) -> tuple[str, Cell]:
        if "birth_date" in self._at:
            return "birth_date", self._cell("birth_date")
        both = self._text("birth")
        return "birth", both[next((index for index, char in enumerate(both) if char.isdigit()), len(both)) :]

    def _born_where(self) -> str:
        both = self._text("birth")
        return both[: next((index for index, char in enumerate(both) if char.isdigit()), len(both))].strip(" ,/")

    def _birth(self, number: numbers.Nip | None) -> date | None:
        key, cell = self._birth_cell()
        written = as_text(cell)
        if not written:
            return number.birth if number else None
        born, serial = as_date(cell)
        if born is None:
            self._say("birth_unparseable", key, written)
            return None
        if number and born != number.birth:
            self._say("nip_birth_mismatch", key, written, in_nip=_written(number.birth))
        elif serial:
            self._say("birth_excel_serial", key, written, read=_written(born))
        return born

    def _grade(self, written: str, grade: str | None, kind: EmploymentKind) -> str | None:
        if not written:
            if "grade" in self._at:
                self._say("grade_missing", "grade", "")
            return None
        if grade is None or ("/" in grade) != (kind is EmploymentKind.PNS):
            self._say("grade_unknown", "grade", written, kind=str(kind.label))
        return grade

    def _unit_written(self) -> str:
        return tidy(as_text(self._cell("unit")) or as_text(self._cell("parent_unit")))

    def _unit(self) -> Match:
        cell = self._cell("unit") or self._cell("parent_unit")
        written = str(cell).strip("\n\r") if isinstance(cell, str) else as_text(cell)
        if not written.strip():
            self._say("unit_blank", "unit", "")
            return Match(None, "unit_blank")
        match = self._units.match(written, self._text("parent_unit"))
        if match.code:
            candidates = ", ".join(dict.fromkeys(unit.name for unit in match.candidates))
            key = "unit" if "unit" in self._at else "parent_unit"
            self._say(match.code, key, written, candidates=candidates, units=[unit.id for unit in match.candidates])
        return match

    def _state(self) -> ServiceState | None:
        written = self._text("state")
        if not written:
            return None
        state = read_state(written)
        if state is None:
            self._say("state_unknown", "state", written)
            return ServiceState.INACTIVE
        if state not in {ServiceState.ACTIVE, ServiceState.STUDY}:
            self._say("inactive", "state", written)
        return state

    def _sex(self, number: numbers.Nip) -> Sex | None:
        stated = read_sex(self._text("sex"))
        if stated is Sex.UNKNOWN and self._text("sex_male") != self._text("sex_female"):
            stated = Sex.MALE if self._text("sex_male") else Sex.FEMALE
        if stated is Sex.UNKNOWN:
            return None
        if stated != number.sex:
            self._say("sex_mismatch", "sex", self._text("sex") or str(stated.label))
        return stated

    def _date(self, key: str) -> date | None:
        cell = self._cell(key)
        written = as_text(cell)
        if not written or written in {"-", "–"}:
            return None
        day, serial = as_date(cell)
        if day is None:
            self._say("date_unparseable", key, written)
        elif serial:
            self._say("date_excel_serial", key, written, read=_written(day))
        return day

    def _post_from(self) -> date | None:
        day = self._date("post_from")
        if day and day > self._today:
            self._say("start_in_future", "post_from", self._text("post_from"))
        return day

    def _holds(self, holding: IncumbencyKind, post: str) -> bool:
        """True for a post held definitively; that somebody only acts in it is remarked upon."""
        if holding is not IncumbencyKind.DEFINITIVE:
            self._say("acting_post", "post", self._text("post"), holding=str(holding.label), post=post)
        return holding is IncumbencyKind.DEFINITIVE

    def _retirement(self, birth: date, state: ServiceState | None, kind: PostKind, post: str) -> None:
        overdue = self._retiring.overdue(birth, kind, post) if state in {None, ServiceState.ACTIVE} else None
        if overdue:
            age, since = overdue
            key = "birth_date" if "birth_date" in self._at else "nip"
            self._say("past_retirement", key, _written(birth), age=age, since=_written(since))


def _written(day: date) -> str:
    return f"{day:%d-%m-%Y}"
