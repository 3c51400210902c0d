"""The lists that the flower test makes, with counts, and each as a workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from matang.flow.aims.choices import LinkKind
from matang.flow.aims.models import NotSame
from matang.flow.aims.pages.showing import unit_names, words
from matang.flow.aims.permissions import EDITOR_ROLES
from matang.flow.aims.selectors.flower.asking import PETALS, WORDS
from matang.flow.aims.selectors.flower.likeness import THRESHOLD
from matang.flow.aims.selectors.flower.lists import Findings, dismissals_of, findings_at
from matang.flow.aims.selectors.forest import Node
from matang.flow.register.public import UnitTree, unit_tree
from matang.foundation.access import gate
from matang.ui.asking import day_of, number_in, query_of, tail
from matang.ui.formats import persen, tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

LISTS: dict[str, tuple[str | Promise, str | Promise]] = {
    "semua": (_("Semua kegiatan"), _("Setiap kegiatan dan subkegiatan dengan enam pertanyaannya.")),
    "yatim": (_("Tanpa misi"), _("Kegiatan yang garisnya tidak sampai ke misi mana pun.")),
    "tanpa-perawat": (_("Tanpa perawat"), _("Tak ada yang disebut merawat hasilnya, atau unitnya sudah berakhir.")),
    "ganda": (
        _("Pemilik ganda"),
        _("Kode atau rumusan yang sama pada unit berbeda. Program penunjang (01), yang ada di setiap perangkat daerah, "
            "tidak dihitung."),
    ),
    "tak-dilayani": (_("Sasaran tak dilayani"), _("Sasaran tanpa program atau kegiatan, di bawahnya atau lewat hubungan.")),
    "mungkin-sama": (
        _("Mungkin sama"),
        _("Rumusan dua perangkat daerah yang mirip. Ini dugaan dari kata-katanya; orang yang memutuskan."),
    ),
    "saling-butuh": (_("Saling membutuhkan"), _("Hubungan “membutuhkan” dan “mendukung” antara dua perangkat daerah.")),
    "hasil-bersama": (
        _("Hasil bersama"),
        _("Satu hasil beberapa perangkat daerah, dihitung sekali. Bagian yang disepakati harus berjumlah tepat 100%."),
    ),
    "dinyatakan-berbeda": (_("Dinyatakan berbeda"), _("Yang terlihat sama, tetapi menurut orang tidak sama.")),
}  # fmt: skip
WHYS = {"code": _("kode sama"), "title": _("rumusan sama"), "link": _("dihubungkan sebagai sama")}


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that was asked for: its key, the unit, what was found, and its rows."""

    key: str
    unit: int | None
    tree: UnitTree
    found: Findings
    rows: list[Any]
    counts: dict[str, int]


def _asked(request: HttpRequest) -> Asked:
    day, key = day_of(request), request.GET.get("daftar", "")
    tree = unit_tree(request.actor.agency_id, day)
    unit = tree.by_id.get(number_in(request, "unit") or 0)
    inside = frozenset(node.id for node in unit.walk()) if unit else None
    found = findings_at(request.actor, day, inside)
    apart: list[NotSame] = list(dismissals_of(request.actor))
    if inside is not None:
        apart = [row for row in apart if {row.first.unit_id, row.second.unit_id} & inside]
    rows: dict[str, list[Any]] = {
        "semua": list(found.flowers.values()),
        "yatim": found.orphans,
        "tanpa-perawat": found.carerless,
        "ganda": found.twins,
        "tak-dilayani": found.unserved,
        "mungkin-sama": found.looks,
        "saling-butuh": found.needs,
        "hasil-bersama": found.outcomes,
        "dinyatakan-berbeda": apart,
    }
    key = key if key in rows else "semua"
    shown = rows[key]
    petal = request.GET.get("kurang", "")
    if key == "semua" and petal in PETALS:
        shown = [one for one in shown if set(PETALS[petal][1]) & set(one.faults)]
    elif key == "semua" and petal == "lulus":
        shown = [one for one in shown if one.passed]
    counts = {name: len(each) for name, each in rows.items()}
    return Asked(key, unit.id if unit else None, tree, found, shown, counts)


@gate.signed_in
@require_safe
def flowers(request: HttpRequest) -> HttpResponse:
    """Show one of the lists, with the counts of all."""
    asked, day = _asked(request), day_of(request)
    page = page_of(request, len(asked.rows))
    rows = asked.rows[page.window]
    whole = asked.found.flowers.values()
    context = {
        "day": day,
        "tail": tail(request),
        "key": asked.key,
        "heading": LISTS[asked.key],
        "tabs": _tabs(request, asked),
        "rows": rows,
        "page": page,
        "any": bool(asked.found.forest.by_id),
        "total": len(whole),
        "passed": sum(one.passed for one in whole),
        "missing": {key: sum(bool(set(keys) & set(one.faults)) for one in whole) for key, (_name, keys) in PETALS.items()},
        "petals": {key: name for key, (name, _keys) in PETALS.items()},
        "petal": request.GET.get("kurang", ""),
        "faults": WORDS,
        "whys": WHYS,
        "kinds": dict(LinkKind.choices),
        "threshold": round(THRESHOLD * 100),
        "unit": asked.unit,
        "unit_options": [(node.id, node.name) for node in asked.tree.roots],
        "units": unit_names(request.actor, day, _units_in(asked.key, rows)),
        "may_edit": request.actor.has(*EDITOR_ROLES),
        "query": query_of(request, "halaman"),
        **words(),
    }
    return render(request, "aims/flower/lists.html", context)


@gate.signed_in
@require_safe
def flowers_download(request: HttpRequest) -> HttpResponse:
    """Download a list whole, with the same filters."""
    asked, day = _asked(request), day_of(request)
    names = unit_names(request.actor, day, _units_in(asked.key, asked.rows))
    headings, rows = _table(asked, names)
    unit = asked.tree.by_id[asked.unit].name if asked.unit else now("Seluruh instansi")
    notes = [now("Keadaan per %(day)s") % {"day": tanggal(day)}, unit, now("%(count)s baris") % {"count": len(asked.rows)}]
    return long_workbook(f"uji-bunga-{asked.key}-{day}", str(LISTS[asked.key][0]), headings, rows, notes)


def _tabs(request: HttpRequest, asked: Asked) -> list[dict[str, object]]:
    kept = query_of(request, "daftar", "halaman", "kurang")
    return [
        {
            "label": label,
            "href": f"?{kept}&daftar={key}" if kept else f"?daftar={key}",
            "current": key == asked.key,
            "count": asked.counts[key],
        }
        for key, (label, _lead) in LISTS.items()
    ]


def _units_in(key: str, rows: Iterable[Any]) -> Iterable[int | None]:
    for row in rows:
        if key in {"semua", "yatim", "tanpa-perawat"}:
            yield from (row.node.unit_id, row.doer_id, row.carer_id)
        elif key == "dinyatakan-berbeda":
            yield from (row.first.unit_id, row.second.unit_id)
        else:
            yield from (node.unit_id for node in nodes_in(key, row))


def nodes_in(key: str, row: Any) -> tuple[Node, ...]:
    """Return the aims that a row of a list is about."""
    if key == "ganda":
        return row.nodes
    if key == "mungkin-sama":
        return (row.first, row.second)
    if key == "saling-butuh":
        return row[1:]
    if key == "hasil-bersama":
        return (row.node, *(node for node, _share in row.parts))
    return (row,)


def _table(asked: Asked, names: dict[int, str]) -> tuple[list[str], list[list[object]]]:
    """Return a list as headings and rows for a workbook: a group is as many rows as it has aims, with a common number."""
    key, rows = asked.key, asked.rows
    levels = {name: str(label) for name, label in words()["levels"].items()}

    def about(node: Node) -> list[object]:
        return [levels[node.level], node.code, node.title, names.get(node.unit_id or 0, "")]

    aim = [now("Tingkat"), now("Kode"), now("Rumusan"), now("Unit")]
    if key in {"semua", "yatim", "tanpa-perawat"}:
        head = [*aim, now("Unit pelaksana"), now("Unit perawat"), now("Hasil uji"), now("Yang kurang")]
        return head, [
            [
                *about(one.node), names.get(one.doer_id or 0, ""), names.get(one.carer_id or 0, ""),
                now("lulus") if one.passed else now("belum"), ", ".join(str(WORDS[fault]) for fault in one.faults),
            ]
            for one in rows
        ]  # fmt: skip
    if key == "tak-dilayani":
        return aim, [about(node) for node in rows]
    if key == "dinyatakan-berbeda":
        head = [
            now("Simpul pertama"),
            now("Unit"),
            now("Simpul kedua"),
            now("Unit"),
            now("Alasan"),
            now("Dinyatakan pada"),
            now("Oleh"),
        ]
        return head, [
            [
                row.first.title, names.get(row.first.unit_id or 0, ""), row.second.title, names.get(row.second.unit_id or 0, ""),
                row.reason, _day(row), str(row.said_by or ""),
            ]
            for row in rows
        ]  # fmt: skip
    head = [now("Kelompok"), *aim, now("Keterangan")]
    return head, [[number, *about(node), note] for number, row in enumerate(rows, 1) for node, note in _noted(key, row)]


def _noted(key: str, row: Any) -> Iterable[tuple[Node, str]]:
    if key == "ganda":
        return [(node, str(WHYS[row.why])) for node in row.nodes]
    if key == "mungkin-sama":
        return [(node, now("mungkin sama, %(n)s") % {"n": persen(row.share, 0)}) for node in (row.first, row.second)]
    if key == "saling-butuh":
        return [(node, str(LinkKind(row[0].kind).label)) for node in row[1:]]
    state = now("disepakati") if row.agreed else now("belum disepakati, %(n)s") % {"n": persen(row.total / 100)}
    parts = [(node, now("bagian belum disepakati") if share is None else persen(share / 100)) for node, share in row.parts]
    return [(row.node, state), *parts]


def _day(row: NotSame) -> date:
    return row.said_at.date()
