"""Gaps person by person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.needs.choices import Standing
from matang.flow.needs.pages.gaps.asking import EVERY, KINDS, asked_for
from matang.flow.needs.permissions import OVERVIEW_ROLES
from matang.flow.needs.selectors.gaps import people_gaps
from matang.flow.needs.selectors.gaps.people import ORDER
from matang.foundation.access import gate
from matang.ui.asking import number_in, query_of
from matang.ui.formats import tanggal
from matang.ui.paging import SIZE, page_of
from matang.ui.workbooks import long_workbook


def _asked(request: HttpRequest) -> tuple[str, str, str]:
    get = request.GET.get
    sort = get("urut", "nama")
    return (
        get("q", "").strip()[:100],
        get("status", "") if get("status") in Standing.values else "",
        sort if sort.lstrip("-") in ORDER else "nama",
    )


@gate.roles(*OVERVIEW_ROLES)
def people(request: HttpRequest) -> HttpResponse:
    """List the people in reach with how their posts' requirements stand: search, filters, order, pages."""
    asked = asked_for(request, usual_kind=EVERY)
    text, standing, sort = _asked(request)
    number = max(1, number_in(request, "halaman") or 1)
    window = slice((number - 1) * SIZE, number * SIZE)
    rows, total = people_gaps(request.actor, asked.question, text=text, standing=standing, sort=sort, window=window)
    if not rows and number > 1:  # behind the end: show the beginning rather than nothing
        window = slice(0, SIZE)
        rows, total = people_gaps(request.actor, asked.question, text=text, standing=standing, sort=sort, window=window)
        number = 1
    page = page_of(request, total)
    context = {
        "asked": asked,
        "day": asked.day,
        "rows": [(row, asked.tree.line(row.path)) for row in rows],
        "page": page if rows else page_of(request, 0),
        "text": text,
        "standing": standing,
        "sort": sort,
        "standings": Standing.choices,
        "carried": query_of(request, "urut", "halaman"),
        "all_query": query_of(request, "halaman"),
        "every": EVERY,
        "kinds": KINDS,
    }
    return render(request, "needs/gap_people.html", context)


@gate.roles(*OVERVIEW_ROLES)
def people_download(request: HttpRequest) -> HttpResponse:
    """Download exactly the people that the list shows with the same filters, all pages of it."""
    asked = asked_for(request, usual_kind=EVERY)
    text, standing, sort = _asked(request)
    found, _total = people_gaps(request.actor, asked.question, text=text, standing=standing, sort=sort)
    headings = [
        _("NIP"), _("Nama"), _("Jabatan"), _("Unit"), _("Perangkat daerah"), _("Syarat"), _("Terbukti memenuhi"),
        _("Di bawah syarat"), _("Belum terbukti pasti"), _("Belum ada bukti"), _("Disyaratkan"), _("Terbukti"),
        _("Mungkin sampai"),
    ]  # fmt: skip
    rows = (
        (row.nip, row.name, row.post, line[-1].name if line else "", line[0].name if line else "", row.cell.total,
         row.cell.meets, row.cell.below, row.cell.unsure, row.cell.no_evidence, row.level, row.low, row.high)
        for row in found
        for line in [asked.tree.line(row.path)]
    )  # fmt: skip
    notes = [_("Keadaan per %(day)s") % {"day": tanggal(asked.day)}, "; ".join(asked.notes)]
    return long_workbook(f"kesenjangan-pegawai-{asked.day}", _("Kesenjangan per pegawai"), headings, rows, notes)
