"""Lists of successors and talent boxes: fed by other stages, or loaded by an officer from a file after a dry run."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

import python_calamine
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.plan.models import SuccessionListing
from matang.flow.plan.permissions import may_plan
from matang.flow.register.public import Person, Post, PostKind
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require

MOST_ROWS = 20_000
HEADINGS = {"nip": "nip", "kotak": "box", "kotak talenta": "box", "jabatan sasaran": "post", "jenis jabatan": "kind"}
"""What columns may be called, without regard to case; every other column is left aside."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One person's line: the talent box (1–9) or none, and what the person is meant for (both empty = any post)."""

    person_id: int
    box: int | None = None
    target_kind: str = ""
    target_post_id: int | None = None


@dataclass(slots=True)
class DryRun:
    """What a file would do: its lines, and what is wrong with others by row number."""

    listings: list[Listing] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)


def feed_succession(*, agency_id: int, list_name: str, as_at: date, source: str, listings: Iterable[Listing]) -> int:
    """Keep a list as at a date, replacing the same list of the same date; return how many people it holds.

    For other stages, inside their own transaction and permission.
    """
    rows = list({row.person_id: row for row in listings}.values())
    with transaction.atomic():
        SuccessionListing.objects.filter(agency_id=agency_id, list_name=list_name, as_at=as_at).delete()
        SuccessionListing.objects.bulk_create(
            SuccessionListing(
                agency_id=agency_id,
                list_name=list_name,
                as_at=as_at,
                source=source,
                person_id=row.person_id,
                box=row.box,
                target_kind=row.target_kind,
                target_post_id=row.target_post_id,
            )
            for row in rows
        )
    return len(rows)


def load_list(*, actor: Actor, list_name: str, as_at: date, source: str, listings: Iterable[Listing]) -> int:
    """Keep a list that an officer of the whole agency loads."""
    require(may_plan(actor, ""))
    if not list_name.strip() or not source.strip():
        raise refuse(_("Tulis nama daftar dan sumbernya."))
    return feed_succession(
        agency_id=actor.agency_id or 0, list_name=list_name.strip(), as_at=as_at, source=source.strip(), listings=listings
    )


def read_list(agency_id: int, content: bytes) -> DryRun:
    """Read an xlsx with columns NIP, Kotak, Jenis jabatan, Jabatan sasaran; nothing is kept yet.

    Raises ``RefusedError`` when the file is none, or has no NIP column.
    """
    try:
        rows = python_calamine.CalamineWorkbook.from_object(BytesIO(content)).get_sheet_by_index(0).to_python()
    except Exception as error:  # whatever a damaged file makes the reader raise
        raise refuse(_("Berkas ini tidak dapat dibaca sebagai xlsx. Simpan ulang dari aplikasi lembar kerja.")) from error
    top = next((at for at, row in enumerate(rows[:20]) if "nip" in [_text(cell).lower() for cell in row]), None)
    if top is None:
        raise refuse(_("Tidak ada kolom NIP dalam 20 baris pertama. Beri judul kolom: NIP, Kotak, Jenis jabatan."))
    if len(rows) - top > MOST_ROWS:
        raise refuse(_("Berkas ini lebih dari %(most)s baris. Bagi menjadi beberapa berkas.") % {"most": MOST_ROWS})
    columns = {HEADINGS[_text(cell).lower()]: at for at, cell in enumerate(rows[top]) if _text(cell).lower() in HEADINGS}
    return _judged(agency_id, [(at + 1, {key: _text(row[c]) for key, c in columns.items() if c < len(row)})
                               for at, row in enumerate(rows) if at > top and any(_text(cell) for cell in row)])  # fmt: skip


def _judged(agency_id: int, rows: list[tuple[int, dict[str, str]]]) -> DryRun:
    nips = {row["nip"].replace(" ", "").lstrip("'") for _at, row in rows if row.get("nip")}
    people = dict(Person.objects.filter(agency_id=agency_id, nip__in=nips).values_list("nip", "id"))
    names = {row["post"] for _at, row in rows if row.get("post")}
    posts: dict[str, list[int]] = {}
    for key, name in Post.objects.filter(agency_id=agency_id, name__in=names, valid_to__isnull=True).values_list("id", "name"):
        posts.setdefault(name, []).append(key)
    kinds = {str(label).lower(): value for value, label in PostKind.choices} | {value: value for value in PostKind.values}
    run, seen = DryRun(), set[int]()
    for at, row in rows:
        nip = row.get("nip", "").replace(" ", "").lstrip("'")
        person, fault = people.get(nip), _fault(row, kinds, posts)
        if person is None:
            run.faults.append((at, _("NIP %(nip)s tidak ada di register.") % {"nip": nip or "–"}))
        elif person in seen:
            run.faults.append((at, _("NIP %(nip)s sudah ada di baris sebelumnya.") % {"nip": nip}))
        elif fault:
            run.faults.append((at, fault))
        else:
            seen.add(person)
            target = posts[row["post"]][0] if row.get("post") else None
            box = int(float(row["box"])) if row.get("box") else None
            run.listings.append(Listing(person, box, kinds[row["kind"].lower()] if row.get("kind") else "", target))
    return run


def _fault(row: dict[str, str], kinds: dict[str, str], posts: dict[str, list[int]]) -> str:
    """Return what is wrong with a line, or an empty text."""
    box, kind, post = row.get("box", ""), row.get("kind", ""), row.get("post", "")
    if box and box.removesuffix(".0") not in set("123456789"):
        return _("Kotak talenta harus bilangan 1 sampai 9, bukan %(box)s.") % {"box": box}
    if kind and kind.lower() not in kinds:
        return _("Jenis jabatan %(kind)s tidak dikenal.") % {"kind": kind}
    if post and len(posts.get(post, [])) != 1:
        return _("Jabatan sasaran %(post)s tidak ditemukan, atau ada lebih dari satu yang bernama sama.") % {"post": post}
    return ""


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() if cell is not None else ""
