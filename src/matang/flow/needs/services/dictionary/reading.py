"""From a file to entries of a dictionary: one entry a competency, whatever the number of rows it takes."""

from dataclasses import dataclass
from typing import Any

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.services.findings import finding
from matang.flow.needs.services.tables import Row, Table, plain, read_table

HEADINGS = {
    "code": ("kode", "kode kompetensi"),
    "name": ("kompetensi", "nama kompetensi"),
    "field": ("kelompok", "kelompok kompetensi", "jenis kompetensi"),
    "area": ("bidang atau urusan", "bidang", "urusan", "urusan pemerintahan"),
    "definition": ("definisi", "definisi kompetensi"),
    "level": ("level", "tingkat", "level kompetensi"),
    "short": ("rumusan ringkas", "bunyi ringkas"),
    "official": ("deskripsi level", "deskripsi", "uraian level"),
    "number": ("no indikator", "nomor indikator"),
    "indicator": ("indikator perilaku", "indikator", "indikator kompetensi"),
}
NEEDED = (("name",), ("level",))
FIELD_WORDS = {
    "manajerial": CompetencyField.MANAGERIAL,
    "sosial kultural": CompetencyField.CULTURAL,
    "sosiokultural": CompetencyField.CULTURAL,
    "sosial": CompetencyField.CULTURAL,
    "teknis": CompetencyField.TECHNICAL,
}
LEVELS = range(1, 6)
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. In an entry, None = it says nothing about that, so that what is known stays.

    ``skipped`` names the (code, name) of competencies of which a row was refused.
    """

    entries: list[Entry]
    findings: list[dict[str, Any]]
    skipped: list[tuple[str, str]]


def read_dictionary(content: bytes, name: str) -> Reading:
    """Read a file in the shape of the published dictionaries: a row for each indicator, or for each level.

    Raises:
        UnreadableFileError: the file is no table of competencies.
    """
    table = read_table(content, name, HEADINGS, NEEDED)
    return _Reader(table).read()


class _Reader:
    """Joins the rows of each competency and level."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.entries: dict[str, Entry] = {}
        self.findings: list[dict[str, Any]] = []
        self.refused: set[str] = set()
        self.described: dict[tuple[str, int], int] = {}

    def read(self) -> Reading:
        """Read all rows; an entry with a refused row is left out whole, so that no half of it is taken."""
        for row in self.table.rows:
            self._row(row)
        for key, entry in self.entries.items():
            missing = [str(level) for level in LEVELS if str(level) not in entry["levels"]]
            if missing and key not in self.refused:
                self._note("levels_incomplete", entry["row"], "level", ", ".join(missing))
        taken = [entry for key, entry in self.entries.items() if key not in self.refused]
        skipped = [(self.entries[key]["code"], self.entries[key]["name"]) for key in sorted(self.refused)]
        return Reading(taken, self.findings, skipped)

    def _note(self, code: str, row: int, column: str, value: object, **arguments: object) -> None:
        self.findings.append(finding(code, row=row, column=HEADINGS[column][0], value=value, **arguments))

    def _row(self, row: Row) -> None:
        code, name = row.text("code"), row.text("name")
        if not name:
            self._note("name_missing", row.number, "name", "")
            return
        key = code.casefold() or plain(name)
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[key] = self._entry(key, code, name, row)
        elif plain(entry["name"]) != plain(name):
            self._note("name_differs", row.number, "name", name, code=code, first=entry["name"])
        self._level(key, entry, row)

    def _entry(self, key: str, code: str, name: str, row: Row) -> Entry:
        said = row.text("field")
        field = FIELD_WORDS.get(plain(said))
        if said and field is None:
            self._note("field_unknown", row.number, "field", said)
            self.refused.add(key)
        return {
            "key": key,
            "code": code[:40],
            "name": name[:250],
            "field": field.value if field else None,
            "area": row.text("area")[:120] or None,
            "definition": row.text("definition") or None,
            "levels": {},
            "row": row.number,
        }

    def _level(self, key: str, entry: Entry, row: Row) -> None:
        said = row.text("level")
        if said not in {str(level) for level in LEVELS}:
            self._note("level_invalid", row.number, "level", said)
            self.refused.add(key)
            return
        level = entry["levels"].setdefault(said, {"short": None, "official": None, "indicators": None})
        for part in ("short", "official"):
            text = row.text(part)
            if text and level[part] is None:
                level[part] = text
                self.described.setdefault((key, int(said)), row.number)
            elif text and text != level[part]:
                first = self.described[key, int(said)]
                self._note("text_differs", row.number, part, text, level=said, first_row=first)
        if indicator := row.text("indicator"):
            level["indicators"] = [*(level["indicators"] or []), indicator]
