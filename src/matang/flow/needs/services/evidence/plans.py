"""What a file of assessment results would do, piece by piece. The dry run and the real one make the same plan."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from matang.flow.needs.choices import EvidenceSource
from matang.flow.needs.models import AssessmentFile, Competency, Evidence
from matang.flow.needs.permissions import EVIDENCE_ROLES
from matang.flow.needs.services.evidence.recording import VOICES, NewEvidence, reliability_of
from matang.flow.needs.services.evidence.sheets import Line, Reading, day_of, level_of, nip_of, plain
from matang.flow.register.public import Incumbency, IncumbencyKind, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today

KEPT = 1000
"""Findings that are kept for the page; the counts always tell all."""

REFUSALS: dict[str, tuple[str, str]] = {
    "nip_lost": (
        gettext_noop("NIP tersimpan sebagai angka, sehingga digit terakhirnya hilang."),
        gettext_noop("Ubah kolom NIP menjadi teks, lalu isi lagi NIP-nya."),
    ),
    "nip_unknown": (
        gettext_noop("NIP %(value)s tidak ada di antara pegawai dalam lingkup tugas Anda."),
        gettext_noop("Periksa NIP-nya, atau minta petugas unit itu yang memuatnya."),
    ),
    "own": (
        gettext_noop("Baris ini tentang Anda sendiri."),
        gettext_noop("Hasil Anda dimuat oleh petugas lain."),
    ),
    "competency_unknown": (
        gettext_noop("Kompetensi “%(value)s” tidak ada di kamus."),
        gettext_noop("Tulis kode atau nama persis seperti di kamus kompetensi."),
    ),
    "level_wrong": (
        gettext_noop("Level “%(value)s” bukan bilangan bulat 0 sampai 5."),
        gettext_noop("Tulis 0, 1, 2, 3, 4, atau 5; kosongkan bila tidak dinilai."),
    ),
    "source_wrong": (
        gettext_noop("Sumber “%(value)s” tidak dikenal atau tidak dapat dimuat dari berkas."),
        gettext_noop("Pakai salah satu sumber pada lembar Petunjuk templat."),
    ),
    "day_wrong": (
        gettext_noop("Tanggal “%(value)s” tidak dapat dibaca."),
        gettext_noop("Tulis seperti 31-12-2025, atau isi tanggal untuk seluruh berkas saat mengunggah."),
    ),
    "day_later": (
        gettext_noop("Tanggal %(value)s belum tiba."),
        gettext_noop("Bukti hanya tentang yang sudah ditunjukkan; perbaiki tanggalnya."),
    ),
    "expires_early": (
        gettext_noop("Bukti ini kedaluwarsa pada %(value)s, tidak sesudah tanggal ditunjukkannya."),
        gettext_noop("Perbaiki salah satu dari kedua tanggal."),
    ),
    "rater_missing": (
        gettext_noop("Sumber ini banyak penilainya, tetapi penilainya tidak disebut."),
        gettext_noop("Isi kolom Penilai, misalnya “Rekan 1”."),
    ),
    "twice": (
        gettext_noop("Baris %(value)s berkas ini menyebut level lain untuk pegawai, kompetensi, sumber, dan tanggal yang sama."),
        gettext_noop("Hapus salah satu dari kedua baris."),
    ),
}
"""Why a line is refused and the way out, by code: kept as a code, told in the reader's language."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line that is refused: where it stands, why, and the value that is wrong."""

    sheet: str
    row: int
    column: str
    code: str
    value: str

    def kept(self) -> list[Any]:
        """Return the finding as it is stored."""
        return [self.sheet, self.row, self.column, self.code, self.value]


@dataclass(slots=True)
class AssessmentPlan:
    """What a file would do. ``corrections`` pairs the key of a piece that is there with the one that takes its place."""

    new: list[NewEvidence] = field(default_factory=list)
    corrections: list[tuple[int, NewEvidence]] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Finding] = field(default_factory=list)
    people: set[int] = field(default_factory=set)
    rows: int = 0
    ignored: list[tuple[str, str]] = field(default_factory=list)

    @property
    def tally(self) -> dict[str, Any]:
        """The counts, as they are stored and compared."""
        return {
            "rows": self.rows,
            "people": len(self.people),
            "new": len(self.new),
            "corrected": len(self.corrections),
            "unchanged": self.unchanged,
            "refused": len(self.findings),
            "codes": dict(Counter(finding.code for finding in self.findings)),
            "ignored": [list(pair) for pair in self.ignored],
        }


Key = tuple[int, int, str, str, date]


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan is made against: people by NIP, competencies by plain code and name, and the pieces that are there."""

    people: Mapping[str, int]
    competencies: Mapping[str, int]
    own: int | None
    day: date


def competency_words(agency_id: int, day: date) -> dict[str, int]:
    """Return the competencies of the day by plain code and plain name."""
    rows = list(Competency.objects.filter(agency_id=agency_id).as_at(day).values_list("id", "code", "name"))
    return {plain(name): key for key, _, name in rows} | {plain(code): key for key, code, _ in rows}


def people_by_nip(actor: Actor, day: date) -> dict[str, int]:
    """Return the people about whom the actor records evidence, by NIP."""
    scope = actor.scope(*EVIDENCE_ROLES)
    seen = people_visible_to(actor, day)
    if not scope.everything:
        inside = [
            row[0]
            for row in Incumbency.objects.as_at(day)
            .filter(agency_id=actor.agency_id, kind=IncumbencyKind.DEFINITIVE)
            .values_list("person_id", "post__unit__path")
            if scope.covers(row[1])
        ]
        seen = seen.filter(pk__in=inside)
    return dict(seen.order_by().values_list("nip", "id"))


def plan(actor: Actor, file: AssessmentFile, reading: Reading) -> AssessmentPlan:
    """Return what the file would do now."""
    day = today()
    known = Known(people_by_nip(actor, day), competency_words(file.agency_id, day), actor.person_id, day)
    made = AssessmentPlan(rows=reading.rows, ignored=reading.ignored)
    wanted: dict[Key, tuple[NewEvidence, int]] = {}
    for line in reading.lines:
        piece = piece_of(line, file, known)
        if isinstance(piece, Finding):
            made.findings.append(piece)
            continue
        key = key_of(piece.person_id, piece.competency_id, piece.source, piece.rater_role, piece.shown_on)
        before = wanted.get(key)
        if before and before[0].level != piece.level:
            made.findings.append(Finding(line.sheet, line.row, line.column, "twice", str(before[1])))
            continue
        wanted.setdefault(key, (piece, line.row))
    _sort_out(made, file.agency_id, {key: piece for key, (piece, _row) in wanted.items()})
    return made


def key_of(person: int, competency: int, source: str, rater: str, shown_on: date) -> Key:
    """Return what makes two pieces the same statement: of one voice, about one thing, of one day."""
    return (person, competency, source, rater if source in VOICES else "", shown_on)


def _sort_out(made: AssessmentPlan, agency_id: int, wanted: dict[Key, NewEvidence]) -> None:
    made.people = {key[0] for key in wanted}
    days = {key[4] for key in wanted}  # few; the people are many, and a list of them in the question costs more than it saves
    rows = Evidence.objects.filter(agency_id=agency_id, shown_on__in=days, withdrawal__isnull=True).order_by("id")
    there = {
        key_of(person, competency, source, rater, shown_on): (pk, level, expires_on, reliability)
        for pk, person, competency, source, rater, shown_on, level, expires_on, reliability in rows.values_list(
            "id", "person_id", "competency_id", "source", "rater_role", "shown_on", "level", "expires_on", "reliability"
        )
    }
    for key, piece in wanted.items():
        found = there.get(key)
        if found is None:
            made.new.append(piece)
        elif found[1:] == (piece.level, piece.expires_on, reliability_of(piece)):
            made.unchanged += 1
        else:
            made.corrections.append((found[0], piece))


class _RefusedLineError(Exception):
    """A line is refused: the code of ``REFUSALS`` and the value that is wrong."""

    def __init__(self, code: str, value: object = "") -> None:
        super().__init__(code)
        if isinstance(value, float) and value.is_integer():  # a workbook keeps 8 as 8.0; the officer wrote 8
            value = int(value)
        self.code, self.value = code, str("" if value is None else value)[:120]


def piece_of(line: Line, file: AssessmentFile, known: Known) -> NewEvidence | Finding:
    """Return the piece that a line states, or why it is refused."""
    try:
        return _piece(line, file, known)
    except _RefusedLineError as error:
        return Finding(line.sheet, line.row, line.column, error.code, error.value)


def _piece(line: Line, file: AssessmentFile, known: Known) -> NewEvidence:
    person, competency, level = _person(line, known), known.competencies.get(plain(line.competency)), level_of(line.level)
    if competency is None:
        raise _RefusedLineError("competency_unknown", line.competency)
    if level is None:
        raise _RefusedLineError("level_wrong", line.level)
    source, rater = _source(line.values.get("source"), file.source), _words(line.values.get("rater"), 60)
    if source in VOICES and not rater:
        raise _RefusedLineError("rater_missing")
    shown_on, expires_on = _days(line, file, known.day)
    note = _words(line.values.get("note"), 300)
    return NewEvidence(person, competency, level, source, shown_on, expires_on, None, rater, note, f"assessment:{file.pk}")


def _person(line: Line, known: Known) -> int:
    nip = nip_of(line.nip)
    if nip is None:
        raise _RefusedLineError("nip_lost")
    person = known.people.get(nip)
    if person is None:
        raise _RefusedLineError("nip_unknown", nip or "–")
    if person == known.own:
        raise _RefusedLineError("own")
    return person


def _words(cell: object, most: int) -> str:
    return " ".join(str(cell).split())[:most] if cell else ""


def _source(cell: object, usual: str) -> str:
    words = plain(cell)
    if not words:
        return usual
    for source in EvidenceSource:
        if source != EvidenceSource.SELF and words in {plain(source.value), plain(str(source.label))}:
            return str(source)
    raise _RefusedLineError("source_wrong", cell)


def _days(line: Line, file: AssessmentFile, today_is: date) -> tuple[date, date | None]:
    """Return the day it was shown and the day it expires (None = never)."""
    shown, expires = line.values.get("shown_on"), line.values.get("expires_on")
    shown_on = file.shown_on if shown in {"", None} else day_of(shown)
    expires_on = file.expires_on if expires in {"", None} else day_of(expires)
    if shown_on is None or (expires_on is None and expires not in {"", None}):
        raise _RefusedLineError("day_wrong", shown if shown_on is None else expires)
    if shown_on > today_is:
        raise _RefusedLineError("day_later", shown_on)
    if expires_on and expires_on <= shown_on:
        raise _RefusedLineError("expires_early", expires_on)
    return shown_on, expires_on
