"""The yearly plan of a proposal: the seven fields of PP 11/2017, as a page and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.plan.models import DevelopmentLine, DevelopmentProposal
from matang.flow.plan.pages.development.proposals import found_development
from matang.flow.plan.permissions import LOOKING_ROLES
from matang.flow.plan.services.development.yearly import ARTICLE, FIELDS, YearlyRow, yearly_plan
from matang.flow.register.public import people_visible_to
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.formats import rupiah, tanggal
from matang.ui.workbooks import Sheet, workbook


def field_names() -> dict[str, str]:
    """Return the seven fields as the plan heads them."""
    return {
        "competency": _("Jenis kompetensi yang dikembangkan"),
        "target": _("Target pegawai"),
        "path": _("Jenis dan jalur pengembangan"),
        "organiser": _("Penyelenggara"),
        "schedule": _("Jadwal"),
        "curriculum": _("Kesesuaian dengan standar kurikulum"),
        "budget": _("Kebutuhan anggaran"),
    }


def _found(request: HttpRequest, proposal_id: int) -> DevelopmentProposal:
    found = found_development(request, proposal_id)
    if getattr(found, "result", None) is None:
        raise Http404
    return found


@gate.roles(*LOOKING_ROLES)
def development_year(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show the yearly plan and which of its fields are still empty."""
    found = _found(request, proposal_id)
    rows = yearly_plan(found)
    context = {
        "proposal": found,
        "rows": rows,
        "names": field_names(),
        "article": ARTICLE,
        "incomplete": sum(bool(row.missing) for row in rows),
        "budget": sum(row.budget for row in rows),
        "people": sum(row.people for row in rows),
        "day": today(),
    }
    return render(request, "plan/development/year.html", context)


@gate.roles(*LOOKING_ROLES)
def development_year_export(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Hand over the yearly plan as a workbook: the plan, and who takes part."""
    found = _found(request, proposal_id)
    names = field_names()
    notes = [
        f"{found.name} · {found.get_state_display()} · {_('Keadaan per %(day)s') % {'day': tanggal(found.as_at)}}",
        _("Tujuh isian menurut %(article)s. Anggaran %(budget)s.") % {"article": ARTICLE, "budget": rupiah(found.budget)},
    ]
    plan = Sheet(
        _("Rencana tahunan"),
        [_("Kode"), _("Kegiatan"), *[names[name] for name in FIELDS], _("Kelas"), _("Belum diisi")],
        [_row(row, names) for row in yearly_plan(found)],
    )
    seen = people_visible_to(request.actor, today()).values("pk")
    lines = DevelopmentLine.objects.filter(proposal=found, act__isnull=False, person__in=seen)
    columns = (
        "act__name",
        "person__nip",
        "person__full_name",
        "opd__name",
        "competency__name",
        "start",
        "expected",
        "required",
        "cost",
    )
    order = ("act__name", "opd__name", "person__full_name", "pk")
    people = Sheet(
        _("Peserta"),
        [_("Kegiatan"), _("NIP"), _("Nama"), _("Perangkat daerah"), _("Kompetensi"), _("Level sekarang"),
         _("Diharapkan"), _("Disyaratkan"), _("Biaya per orang (rupiah)")],
        list(lines.order_by(*order).values_list(*columns)),
    )  # fmt: skip
    return workbook(f"rencana-pengembangan-{found.pk}", found.name, notes, [plan, people])


def _row(row: YearlyRow, names: dict[str, str]) -> list[object]:
    act = row.act
    path = f"{row.kind} ({_('klasikal') if row.classroom else _('nonklasikal')})"
    dates = [tanggal(day, "short") for day in (row.starts, row.ends) if day]
    return [
        act["code"], act["name"], row.competency, row.people, path, act["organiser"], " – ".join(dates), act["curriculum"],
        row.budget, row.classes, ", ".join(names[name] for name in row.missing),
    ]  # fmt: skip
