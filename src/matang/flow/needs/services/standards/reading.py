"""From a file of standards to wanted rows: one row a post and competency, or a table of one functional family."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from matang.flow.needs.selectors.families import Family
from matang.flow.needs.selectors.standards import competencies_at
from matang.flow.needs.services.findings import finding
from matang.flow.needs.services.standards.timeline import Span
from matang.flow.needs.services.tables import Row, plain, read_table
from matang.flow.register.public import Post, as_date
from matang.foundation.access.actor import Scope

HEADINGS = {
    "post_id": ("nomor jabatan", "id jabatan"),
    "unit_code": ("kode unit",),
    "unit": ("unit", "unit kerja"),
    "post": ("jabatan", "nama jabatan"),
    "code": ("kode kompetensi", "kode"),
    "competency": ("kompetensi", "nama kompetensi"),
    "level": ("level", "level yang disyaratkan", "tingkat"),
    "weight": ("sifat", "sifat syarat"),
    "start": ("berlaku sejak", "mulai"),
    "end": ("berlaku sampai tidak termasuk", "berlaku sampai"),
}
NEEDED = (("post_id", "post"), ("code", "competency"), ("level",))
MUST_WORDS = {"wajib": True, "mutlak": True, "ya": True, "diutamakan": False, "sebaiknya": False, "penting": False, "": False}
STEPS = {
    "pemula": "jf_pemula", "terampil": "jf_terampil", "mahir": "jf_mahir", "penyelia": "jf_penyelia",
    "pertama": "jf_ahli_pertama", "muda": "jf_ahli_muda", "madya": "jf_ahli_madya", "utama": "jf_ahli_utama",
}  # fmt: skip
MATRIX = {
    "competency": HEADINGS["competency"],
    "code": HEADINGS["code"],
    "weight": HEADINGS["weight"],
    **{kind: (word, f"ahli {word}") for word, kind in STEPS.items()},
}
ALIKE = 75
LEVELS = {str(level): level for level in range(1, 6)}


@dataclass(slots=True)
class Reading:
    """What a file asks for, and what was found on the way. ``rows`` counts the file's rows."""

    wanted: list[tuple[int, int, Span]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    rows: int = 0


@dataclass(frozen=True, slots=True)
class _Post:
    id: int
    name: str
    unit: str
    unit_code: str
    path: str
    start: date
    end: date | None

    def stands_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end > day)


def read_standards(
    content: bytes, name: str, *, agency_id: int, day: date, scope: Scope, family: Family | None = None
) -> Reading:
    """Read a file of standards; ``day`` counts where a row names none.

    Args:
        content: the file.
        name: its name.
        agency_id: whose posts and dictionary.
        day: from when rows without a day of their own count.
        scope: the units whose posts may be set.
        family: with it, the file is a table of that functional family: a column for each of its levels.

    Raises:
        UnreadableFileError: the file has not the columns.
    """
    words = _Words(agency_id, day)
    if family is not None:
        return _read_matrix(content, name, words, day, family)
    table = read_table(content, name, HEADINGS, NEEDED)
    return _RowReader(_Posts(agency_id), words, day, scope).read(table.rows)


class _Words:
    """The dictionary of the day, found by code or by name."""

    def __init__(self, agency_id: int, day: date) -> None:
        self.by_code: dict[str, int] = {}
        self.by_name: dict[str, int] = {}
        self.names: dict[int, str] = {}
        for competency in competencies_at(agency_id, day):
            self.by_code[competency.code.casefold()] = competency.pk
            self.by_name[plain(competency.name)] = competency.pk
            self.names[competency.pk] = competency.name

    def find(self, code: str, name: str) -> int | None:
        return self.by_code.get(code.casefold()) if code else self.by_name.get(plain(name))

    def hint(self, name: str) -> str:
        """Return " Barangkali: …." for the closest name, or nothing."""
        hit = process.extractOne(plain(name), self.by_name.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        return f" {_('Barangkali: %(name)s.') % {'name': self.names[self.by_name[hit[0]]]}}" if hit else ""


class _Posts:
    """The posts of an agency, found by number, or by name and unit on a day."""

    def __init__(self, agency_id: int) -> None:
        self.by_id: dict[int, _Post] = {}
        self.by_name: dict[str, list[_Post]] = {}
        fields = ("id", "name", "unit__name", "unit__code", "unit__path", "valid_from", "valid_to")
        for row in Post.objects.filter(agency_id=agency_id).order_by("id").values_list(*fields):
            post = _Post(*row)
            self.by_id[post.id] = post
            self.by_name.setdefault(plain(post.name), []).append(post)

    def named(self, name: str, unit: str, unit_code: str, day: date) -> list[_Post]:
        found = [post for post in self.by_name.get(plain(name), []) if post.stands_on(day)]
        if unit_code:
            found = [post for post in found if post.unit_code.casefold() == unit_code.casefold()]
        elif unit:
            found = [post for post in found if plain(post.unit) == plain(unit)]
        return found


class _RowReader:
    """Reads a row for each post and competency."""

    def __init__(self, posts: _Posts, words: _Words, day: date, scope: Scope) -> None:
        self.posts, self.words, self.day, self.scope = posts, words, day, scope
        self.found = Reading()
        self.taken: dict[tuple[int, int], list[tuple[Span, int]]] = {}

    def read(self, rows: Iterable[Row]) -> Reading:
        for row in rows:
            self.found.rows += 1
            self._row(row)
        self.found.wanted = [(*key, span) for key, spans in self.taken.items() for span, _row in spans]
        return self.found

    def _note(self, code: str, row: Row, column: str, value: object = "", **arguments: object) -> None:
        self.found.findings.append(finding(code, row=row.number, column=HEADINGS[column][0], value=value, **arguments))

    def _row(self, row: Row) -> None:
        start, end, readable = self._days(row)
        post, competency = self._post(row, start), self._competency(row)
        level, must = LEVELS.get(row.text("level")), MUST_WORDS.get(plain(row.text("weight")))
        if level is None:
            self._note("level_invalid", row, "level", row.text("level"))
        if must is None:
            self._note("weight_unknown", row, "weight", row.text("weight"))
        if post is None or competency is None or level is None or must is None or not readable:
            return
        span = Span(start, end, level, must)
        spans = self.taken.setdefault((post.id, competency), [])
        for other, number in spans:
            if span.start < other.until and other.start < span.until:
                self._note("row_twice", row, "competency", self.words.names[competency], first_row=number)
                return
        spans.append((span, row.number))

    def _post(self, row: Row, day: date) -> _Post | None:
        said, name = row.text("post_id"), row.text("post")
        if said:
            post = self.posts.by_id.get(int(said)) if said.isdecimal() and len(said) < 18 else None
            if post is None:
                self._note("post_unknown", row, "post_id", said)
            elif name and plain(name) != plain(post.name):
                self._note("post_mismatch", row, "post", name, found=post.name)
        elif not name:
            self._note("post_missing", row, "post")
            return None
        else:
            hits = self.posts.named(name, row.text("unit"), row.text("unit_code"), day)
            post = hits[0] if len(hits) == 1 else None
            if not hits:
                self._note("post_unknown", row, "post", name)
            elif post is None:
                self._note("post_ambiguous", row, "post", name, count=len(hits))
        if post is not None and not post.stands_on(day):
            self._note("post_not_then", row, "start", post.name, day=f"{day:%d-%m-%Y}")
            return None
        if post is not None and not self.scope.covers(post.path):
            self._note("post_outside", row, "post", post.name)
            return None
        return post

    def _competency(self, row: Row) -> int | None:
        return _competency(row, self.words, self._note)

    def _days(self, row: Row) -> tuple[date, date | None, bool]:
        start, readable = self.day, True
        days: dict[str, date | None] = {}
        for column in ("start", "end"):
            cell = row.cells.get(column, "")
            days[column] = as_date(cell)[0] if str(cell or "").strip() else None  # type: ignore[arg-type]
            if days[column] is None and str(cell or "").strip():
                self._note("date_unreadable", row, column, cell)
                readable = False
        start = days["start"] or self.day
        if readable and days["end"] is not None and days["end"] <= start:
            self._note("dates_reversed", row, "end", f"{days['end']:%d-%m-%Y}")
            readable = False
        return start, days["end"], readable


def _competency(row: Row, words: _Words, note: Callable[..., None]) -> int | None:
    code, name = row.text("code"), row.text("competency")
    if not code and not name:
        note("competency_missing", row, "competency")
        return None
    found = words.find(code, name)
    if found is None and code and name:
        found = words.find("", name)
    if found is None:
        note("competency_unknown", row, "competency", name or code, hint=words.hint(name))
    return found


def _read_matrix(content: bytes, name: str, words: _Words, day: date, family: Family) -> Reading:
    table = read_table(content, name, MATRIX, (("competency", "code"), tuple(STEPS.values())))
    found = Reading()

    def note(code: str, row: Row, column: str, value: object = "", **arguments: object) -> None:
        found.findings.append(finding(code, row=row.number, column=MATRIX[column][0], value=value, **arguments))

    seen: dict[int, int] = {}
    for row in table.rows:
        found.rows += 1
        competency = _competency(row, words, note)
        must = MUST_WORDS.get(plain(row.text("weight")))
        if must is None:
            note("weight_unknown", row, "weight", row.text("weight"))
        if competency is None or must is None:
            continue
        if competency in seen:
            note("row_twice", row, "competency", words.names[competency], first_row=seen[competency])
            continue
        seen[competency] = row.number
        for kind in family.kinds:
            said = row.text(kind)
            if said in {"", "-", "–"}:
                continue
            if said not in LEVELS:
                note("level_invalid", row, kind, said)
                continue
            found.wanted += [
                (post.id, competency, Span(day, None, LEVELS[said], must)) for post in family.posts if post.kind == kind
            ]
    return found
