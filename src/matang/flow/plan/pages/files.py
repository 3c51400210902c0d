"""A proposal as a workbook, and as a page to print."""

from io import BytesIO

import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.pages.scenarios import found_or_404
from matang.flow.plan.permissions import LOOKING_ROLES
from matang.flow.plan.selectors.shortlists import Shortlist, shortlists
from matang.flow.plan.services.asked import asked_lines
from matang.flow.plan.services.sayings import said
from matang.foundation.access import gate
from matang.ui.formats import tanggal
from matang.ui.workbooks import PLAIN, attached


@gate.roles(*LOOKING_ROLES)
def workbook(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Hand over the proposal as xlsx: every post with its shortlist in order, and what was asked."""
    found = found_or_404(request, scenario_id)
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, **PLAIN}) as book:
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        _proposals(book.add_worksheet(_("Usulan")), found, bold, head)
        _question(book.add_worksheet(_("Pertanyaan")), found, bold)
    return attached(f"matang-usulan-{found.pk}.xlsx", file.getvalue())


def _proposals(sheet: xlsxwriter.worksheet.Worksheet, scenario: PlacementScenario, bold: object, head: object) -> None:
    headings = [
        _("Unit"), _("Jabatan"), _("Urutan"), _("NIP"), _("Nama"), _("Jabatan sekarang"), _("Nilai"), _("Selisih"),
        _("Kelayakan"), _("Yang belum pasti"),
    ]  # fmt: skip
    sheet.write_string(0, 0, scenario.name, bold)
    sheet.write_string(1, 0, _("Keadaan per %(day)s") % {"day": tanggal(scenario.as_at)})
    sheet.write_row(3, 0, headings, head)
    sheet.set_column(0, 1, 34)
    sheet.set_column(3, 5, 26)
    line = 4
    for post in shortlists(scenario):
        for row in _lines(post):
            sheet.write_row(line, 0, row)
            line += 1
    sheet.freeze_panes(4, 0)


def _lines(post: Shortlist) -> list[list[object]]:
    where = [post.asked.post.unit.name, post.asked.post.name]
    if not post.candidates:
        return [[*where, "", "", _("tidak ada yang dapat diusulkan")]]
    made = []
    for row in post.candidates:
        reasons = row.reasons
        unsure = [said(check["title"]) for check in reasons["checks"] if check["verdict"] == "unknown"]
        rank = _("diusulkan") if reasons.get("standing") == "holds" else str(row.rank)
        made.append([
            *where, rank, row.person.nip or "", row.person.display_name, reasons["post_name"], row.score, row.distance,
            str(row.get_state_display()), "; ".join(unsure),
        ])  # fmt: skip
    return made


def _question(sheet: xlsxwriter.worksheet.Worksheet, scenario: PlacementScenario, bold: object) -> None:
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 60)
    result = getattr(scenario, "result", None)
    lines = [*asked_lines(scenario), (_("Sidik jari soal (SHA-256)"), result.report.get("sha256", "") if result else "")]
    for number, (label, text) in enumerate(lines):
        sheet.write_string(number, 0, label, bold)
        sheet.write_string(number, 1, str(text))


@gate.roles(*LOOKING_ROLES)
def printed(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Show the whole proposal on one page to print: every post with its shortlist, and what was asked."""
    found = found_or_404(request, scenario_id)
    context = {
        "scenario": found,
        "lists": shortlists(found),
        "asked": asked_lines(found),
        "result": getattr(found, "result", None),
    }
    return render(request, "plan/printed.html", context)
