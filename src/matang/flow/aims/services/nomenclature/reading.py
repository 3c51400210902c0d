"""From a file to rows of the national list: one row a sub-activity, those above it named in the same row."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from matang.flow.aims.choices import NomenclatureLevel
from matang.flow.aims.services.nomenclature.findings import CODES, MENDED, ROW, finding
from matang.flow.register.public import UnreadableFileError, as_text, open_sheets

HEADINGS = {
    "field_code": ("kode bidang", "kode bidang urusan"),
    "field": ("bidang", "bidang urusan"),
    "programme_code": ("kode program",),
    "programme": ("program", "nama program"),
    "activity_code": ("kode kegiatan",),
    "activity": ("kegiatan", "nama kegiatan"),
    "code": ("kode subkegiatan", "kode sub kegiatan"),
    "title": ("subkegiatan", "sub kegiatan", "nama sub kegiatan"),
    "output": ("kinerja",),
    "indicator": ("indikator",),
    "measure_unit": ("satuan",),
    "definition": ("definisi operasional",),
    "executor": ("pelaksana",),
    "minimum_service": ("spm",),
    "kind": ("jenis",),
    "previous": ("subkegiatan sebelumnya", "sub kegiatan sebelumnya"),
}
NEEDED = ("programme_code", "activity_code", "code", "title")
ABOVE = ("field", "programme", "activity")
ONE_LINE = {"title": 0, "output": 0, "indicator": 500, "measure_unit": 60, "kind": 40}
"""Columns that stand on one line, with their largest length; 0 = as long as it is."""

CODE = re.compile(r"(?:\d|X)\.(?:\d{2}|XX)\.\d{2}\.\d\.\d{2}\.\d{2,4}")
NOTHING = {"-", "--", "–", "—", "0", "n/a", "na", "#n/a", "#ref!", "nan", "null", "none", "."}
PLAIN = re.compile(r"[^a-z0-9]+")
SEARCHED, ALIKE, MUCH_MORE = 30, 0.9, 20
LEVELS = {
    "field": NomenclatureLevel.FIELD,
    "programme": NomenclatureLevel.PROGRAMME,
    "activity": NomenclatureLevel.ACTIVITY,
}


@dataclass(slots=True)
class Reading:
    """What a file says: ``rows`` as dicts by the fields of ``Nomenclature``, parents first; ``findings`` in JSON's types."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    read: int = 0

    @property
    def kept_out(self) -> list[dict[str, Any]]:
        """Rows and values that were not taken, and what should be asked about."""
        return [each for each in self.findings if CODES[each["code"]].severity != MENDED]

    @property
    def mended(self) -> list[dict[str, Any]]:
        """What was taken with a repair."""
        return [each for each in self.findings if CODES[each["code"]].severity == MENDED]

    @property
    def tally(self) -> dict[str, int]:
        """How many rows were read, taken and kept out, and how many of each level and kind of finding there are."""
        levels = Counter(str(row["level"]) for row in self.rows)
        kinds = Counter(each["code"] for each in self.findings)
        refused = sum(count for code, count in kinds.items() if CODES[code].severity == ROW)
        taken = levels[NomenclatureLevel.SUB_ACTIVITY]
        return {"read": self.read, "taken": taken, "kept_out": refused, **levels, **kinds}


def read_nomenclature(content: bytes, name: str) -> Reading:
    """Read a file in the shape of the ministry's list of sub-activities.

    Raises:
        UnreadableFileError: the file is no table, or lacks the columns.
    """
    reader = _Reader()
    for number, cells in _rows(content, name):
        reader.row(number, cells)
    return reader.finish()


def _rows(content: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    known = {title: key for key, titles in HEADINGS.items() for title in titles}
    found_any = False
    for sheet in open_sheets(content, name):
        columns: dict[int, str] = {}
        for number, cells in enumerate(sheet.rows, start=1):
            if columns:
                values = {key: _said(cells[at]) for at, key in columns.items() if at < len(cells)}
                if any(value.strip() for value in values.values()):
                    yield number, values
            elif number <= SEARCHED:
                titles = {at: PLAIN.sub(" ", str(cell).lower()).strip() for at, cell in enumerate(cells)}
                named = {at: known[title] for at, title in titles.items() if title in known}
                if set(NEEDED) <= set(named.values()):
                    columns, found_any = named, True
        if found_any:
            return
    wanted = ", ".join(HEADINGS[key][0] for key in NEEDED)
    raise UnreadableFileError(_("Tidak ada lembar dengan judul kolom: %(columns)s.") % {"columns": wanted})


def _said(cell: Any) -> str:
    """Return a cell's text with its blanks, so that what is mended can be told."""
    return cell if isinstance(cell, str) else as_text(cell) if cell is not None else ""


class _Reader:
    """Takes rows one by one; what is above them is made of what the rows say."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.above: dict[str, dict[str, Any]] = {}
        self.taken: dict[str, dict[str, Any]] = {}
        self.titles: dict[tuple[str, str], str] = {}

    def _note(self, code: str, row: int, column: str, value: object = "", **arguments: object) -> None:
        self.reading.findings.append(finding(code, row, HEADINGS[column][0], value, **arguments))

    def row(self, number: int, cells: dict[str, str]) -> None:
        """Take a row, or note why not."""
        self.reading.read += 1
        if not self._placed(number, cells):
            return
        code, activity = cells["code"], cells["activity_code"]
        made = {
            "level": NomenclatureLevel.SUB_ACTIVITY,
            "code": code,
            "parent_code": activity,
            "row": number,
            **{key: self._line(number, key, cells.get(key, ""), largest) for key, largest in ONE_LINE.items()},
            **{key: cells.get(key, "").strip() for key in ("definition", "executor", "previous")},
            "minimum_service": self._service(number, cells.get("minimum_service", "")),
        }
        self._above(number, cells)
        self._ask(number, made)
        self.taken[code] = made

    def _placed(self, number: int, cells: dict[str, str]) -> bool:
        """Check code and title; a code's blanks are no reason to leave a row out."""
        for key in ("field_code", "programme_code", "activity_code", "code"):
            cells[key] = "".join(cells.get(key, "").split())
        code, title = cells["code"], " ".join(cells["title"].split())
        if not code:
            self._note("code_missing", number, "code")
        elif not CODE.fullmatch(code):
            self._note("code_malformed", number, "code", code)
        elif code in self.taken:
            self._note("code_twice", number, "code", code, first=self.taken[code]["row"])
        elif stray := self._stray(cells):
            self._note("parent_mismatch", number, "code", code, parent=stray)
        elif not title or title.lower() in NOTHING:
            self._note("title_missing", number, "title", title)
        elif len(title) > 500:
            self._note("title_long", number, "title", title)
        else:
            return True
        return False

    def _stray(self, cells: dict[str, str]) -> str:
        """Return the code that should hold the one below it and does not; empty when all fit."""
        line = [cells[key] for key in ("field_code", "programme_code", "activity_code", "code") if cells[key]]
        return next((upper for upper, lower in pairwise(line) if not lower.startswith(f"{upper}.")), "")

    def _line(self, number: int, key: str, said: str, largest: int) -> str:
        """Return a value on one line; what says nothing or cannot be is left empty."""
        text = " ".join(said.split())
        if text != said:
            self._note("spaces", number, key, said, after=text)
        if text.lower() in NOTHING:
            self._note("nothing_said", number, key, text)
            return ""
        if key == "measure_unit" and text.replace(".", "").replace(",", "").isdigit():
            self._note("measure_is_number", number, key, text)
            return ""
        if largest and len(text) > largest:
            self._note("too_long", number, key, text)
            return ""
        return text

    def _service(self, number: int, said: str) -> bool | None:
        plain = PLAIN.sub(" ", said.lower()).strip()
        if plain not in {"spm", "non spm", ""}:
            self._note("service_unknown", number, "minimum_service", said)
        return {"spm": True, "non spm": False}.get(plain)

    def _above(self, number: int, cells: dict[str, str]) -> None:
        """Note what stands above the row; the first name that a code was given counts."""
        parent = ""
        for key in ABOVE:
            code, title = cells[f"{key}_code"], " ".join(cells.get(key, "").split())
            if not code:
                continue
            known = self.above.get(code)
            if known is None:
                self.above[code] = {
                    "level": LEVELS[key],
                    "code": code,
                    "parent_code": parent,
                    "title": title[:500],
                    "row": number,
                }
            elif title and not known["title"]:
                known["title"] = title[:500]
            elif title and title.casefold() != known["title"].casefold():
                self._note("name_differs", number, key, title, named=code, first=known["row"])
            parent = code

    def _ask(self, number: int, made: dict[str, Any]) -> None:
        key = (made["parent_code"], made["title"].casefold())
        first = self.titles.setdefault(key, made["code"])
        if first != made["code"]:
            self._note("title_twice", number, "title", made["title"], first=first)
        if made["output"] and made["output"].casefold() == made["indicator"].casefold():
            self._note("output_is_indicator", number, "indicator", made["indicator"])

    def finish(self) -> Reading:
        """Return what was read: parents first, measures written one way, rows without a named parent left out."""
        nameless = {code for code, row in self.above.items() if not row["title"]}
        for code, row in list(self.taken.items()):
            lost = nameless & {row["parent_code"], row["parent_code"].rsplit(".", 2)[0]}
            if lost:
                self._note("above_missing", row["row"], "title", row["title"], parent=min(lost))
                del self.taken[code]
        self._measures()
        used = {row["parent_code"] for row in self.taken.values()}
        upper = {code: row for code, row in self.above.items() if any(one == code or one.startswith(f"{code}.") for one in used)}
        rows = [*upper.values(), *self.taken.values()]
        self.reading.rows = sorted(rows, key=lambda row: (row["code"].count("."), row["code"]))
        self.reading.findings.sort(key=lambda each: (each["row"], each["code"]))
        return self.reading

    def _measures(self) -> None:
        """Write a unit of measure one way: as most rows do, and a slip of the pen as the common word it means."""
        counts = Counter(row["measure_unit"] for row in self.taken.values() if row["measure_unit"])
        common: dict[str, str] = {}
        for text, _count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            common.setdefault(text.casefold(), text)
        frequent = [text for text, count in counts.items() if count >= MUCH_MORE and len(text) >= 5]
        typos = {
            text: twin
            for text, count in counts.items()
            if count * MUCH_MORE <= max(counts.values(), default=0) and text == common[text.casefold()]
            for twin in frequent
            if twin != text and counts[twin] >= MUCH_MORE * count and _alike(text, twin)
        }
        for row in self.taken.values():
            said = row["measure_unit"]
            if said in typos:
                row["measure_unit"] = typos[said]
                self._note("measure_typo", row["row"], "measure_unit", said, after=typos[said])
            elif said and common[said.casefold()] != said:
                row["measure_unit"] = common[said.casefold()]
                self._note("measure_case", row["row"], "measure_unit", said, after=row["measure_unit"])


def _alike(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= 1 and SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= ALIKE
