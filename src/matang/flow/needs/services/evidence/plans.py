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
    rows = Evidence.objects.filter(
        agency_id=agency_id, person_id__in=made.people, shown_on__in={key[4] for key in wanted}, withdrawal__isnull=True
    ).order_by("id")
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


def piece_of(line: Line, file: AssessmentFile, known: Known) -> NewEvidence | Finding:
    """Return the piece that a line states, or why it is refused."""

    def refused(code: str, value: object = "") -> Finding:
        return Finding(line.sheet, line.row, line.column, code, str(value)[:120])

    nip = nip_of(line.nip)
    if nip is None:
        return refused("nip_lost")
    person, competency, level = known.people.get(nip), known.competencies.get(plain(line.competency)), level_of(line.level)
    source = _source(line.values.get("source"), file.source)
    shown_on, expires_on = _days(line, file)
    rater = " ".join(str(line.values.get("rater") or "").split())[:60]
    problems = (
        (person is None, "nip_unknown", nip or "–"),
        (person is not None and person == known.own, "own", ""),
        (competency is None, "competency_unknown", line.competency),
        (level is None, "level_wrong", line.level),
        (source is None, "source_wrong", line.values.get("source", "")),
        (shown_on is None, "day_wrong", line.values.get("shown_on", "")),
        (expires_on is False, "day_wrong", line.values.get("expires_on", "")),
        (shown_on is not None and shown_on > known.day, "day_later", shown_on),
        (bool(shown_on and expires_on and expires_on <= shown_on), "expires_early", expires_on),
        (source in VOICES and not rater, "rater_missing", ""),
    )
    for wrong, code, value in problems:
        if wrong:
            return refused(code, value)
    return NewEvidence(
        person_id=person or 0,
        competency_id=competency or 0,
        level=level or 0,
        source=source or "",
        shown_on=shown_on or known.day,
        expires_on=expires_on or None,
        rater_role=rater,
        note=" ".join(str(line.values.get("note") or "").split())[:300],
        origin=f"assessment:{file.pk}",
    )


def _source(cell: object, usual: str) -> str | None:
    words = plain(cell)
    if not words:
        return usual
    for source in EvidenceSource:
        if source != EvidenceSource.SELF and words in {plain(source.value), plain(source.label)}:
            return str(source)
    return None


def _days(line: Line, file: AssessmentFile) -> tuple[date | None, date | bool | None]:
    """Return the day it was shown (None = unreadable) and the day it expires (None = never, False = unreadable)."""
    shown, expires = line.values.get("shown_on"), line.values.get("expires_on")
    shown_on = day_of(shown) if shown not in {"", None} else file.shown_on
    if expires in {"", None}:
        return shown_on, file.expires_on
    return shown_on, day_of(expires) or False
