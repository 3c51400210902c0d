"""Who applies, and what each of them is told; the round as a workbook and as the engine's files."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.choices import RoundState
from matang.flow.learn.models import MatchingRound, RoundApplicant
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.matching.forms import ApplicantForm, UploadForm
from matang.flow.learn.pages.matching.rounds import crumbs_of, question_of, round_or_404
from matang.flow.learn.pages.matching.wording import place_name, why_not
from matang.flow.learn.permissions import HOST_ROLES, ROUND_ROLES, may_keep_hosts
from matang.flow.learn.selectors.matching import (
    applicant_of,
    applicants_of,
    filled_of,
    own_lines,
    places_of,
    regions_of,
    told_reasons,
    wishes_of,
)
from matang.flow.learn.services.matching.applicants import (
    Line,
    codes_of,
    remove_applicant,
    save_applicant,
    store_lines,
    take_from_sendings,
)
from matang.flow.learn.services.matching.importing import COLUMNS, HEADINGS, UnreadableApplicantsError, read_applicants
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.formats import tanggal
from matang.ui.refusals import onto, telling
from matang.ui.workbooks import Sheet, workbook

SHOWN_FAULTS = 100
DONE = (RoundState.SOLVED, RoundState.FIXED)


def _applicant(request: HttpRequest, applicant_id: int) -> RoundApplicant:
    rows = RoundApplicant.objects.filter(pk=applicant_id, agency_id=request.actor.agency_id)
    found = rows.values_list("round_id", flat=True).first()
    line = applicant_of(round_or_404(request, found), applicant_id) if found else None
    if line is None:
        raise Http404
    return line


def explained(line: RoundApplicant) -> dict[str, object]:
    """Return what a page needs to tell one applicant's result and reasons."""
    found = line.round
    places = {place.pk: place for place in places_of(found)}
    regions = {region.pk: region.name for region in regions_of(found)}
    return {
        "line": line,
        "round": found,
        "place": line.place and place_name(line.place),
        "wishes": [(rank, place_name(place), line.place_id == place.pk) for rank, place in wishes_of(line)],
        "above": [(place_name(place), row["rank"], why_not(row)) for place, row in told_reasons(line, places, regions)],
        "done": found.state in DONE,
    }


@gate.roles(*ROUND_ROLES)
def applicant(request: HttpRequest, applicant_id: int) -> HttpResponse:
    """Show one applicant: the wishes, where they go, and why not to a place they wished more."""
    line = _applicant(request, applicant_id)
    keeps = bool(may_keep_hosts(request.actor)) and line.round.state not in {RoundState.FIXED, RoundState.RUNNING}
    return render(request, "learn/matching/applicant.html", explained(line) | {"may_keep": keeps})


@gate.signed_in
def my_rounds(request: HttpRequest) -> HttpResponse:
    """Show the actor's own results in rounds that were decided."""
    return render(request, "learn/matching/mine.html", {"lines": [explained(line) for line in own_lines(request.actor)]})


def _keep(request: HttpRequest, found: MatchingRound, title: str, line: RoundApplicant | None) -> HttpResponse:
    """Show the form of an applicant, or store what it says."""
    demand_keeper(request)
    initial = {}
    if line is not None:
        initial = {"number": line.number, "name": line.name, "region": line.region.name, "points": line.points}
        initial["wishes"] = ", ".join(place.code for _rank, place in wishes_of(line))
    form = ApplicantForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            key = line.pk if line else None
            saved = save_applicant(actor=request.actor, round_id=found.pk, line=form.line(), applicant_id=key)
            messages.success(request, _("%(name)s disimpan.") % {"name": saved.name})
            return redirect("learn:round", found.pk)
    warning = _("Hasil hitungan yang ada dihapus bila ini disimpan.") if found.computed_at else ""
    remove = (_("Keluarkan dari putaran"), reverse("learn:applicant_remove", args=[line.pk])) if line else None
    codes = [f"{place.code} = {place_name(place)}" for place in places_of(found)]
    return form_page(
        request, form, title, _("Simpan pelamar"), crumbs=crumbs_of(found, title), back=reverse("learn:round", args=[found.pk]),
        lead="; ".join(codes), warning=warning, remove=remove, regions=[row.name for row in regions_of(found)],
    )  # fmt: skip


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def applicant_new(request: HttpRequest, round_id: int) -> HttpResponse:
    """Add an applicant by hand."""
    return _keep(request, round_or_404(request, round_id), _("Pelamar baru"), None)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def applicant_change(request: HttpRequest, applicant_id: int) -> HttpResponse:
    """Mend what an applicant wishes."""
    line = _applicant(request, applicant_id)
    return _keep(request, line.round, _("Ubah pelamar"), line)


@gate.roles(*HOST_ROLES)
@require_POST
def applicant_remove(request: HttpRequest, applicant_id: int) -> HttpResponse:
    """Take somebody out of a round."""
    line = _applicant(request, applicant_id)
    demand_keeper(request)
    with telling(request):
        remove_applicant(actor=request.actor, applicant_id=line.pk)
        messages.success(request, _("%(name)s dikeluarkan dari putaran.") % {"name": line.name})
    return redirect("learn:round", line.round_id)


@gate.roles(*HOST_ROLES)
@require_POST
def applicants_take(request: HttpRequest, round_id: int) -> HttpResponse:
    """Take the people of submitted sendings into the round."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    with telling(request):
        added, there = take_from_sendings(actor=request.actor, round_id=found.pk)
        said = _("%(added)s pelamar diambil dari pengiriman yang diajukan; %(there)s sudah ada.")
        messages.success(request, said % {"added": added, "there": there})
    return redirect("learn:round", found.pk)


@gate.roles(*HOST_ROLES)
def applicants_template(request: HttpRequest, round_id: int) -> HttpResponse:
    """Hand over an empty list with the codes of the places beside it."""
    found = round_or_404(request, round_id)
    places = places_of(found)
    example = ("001", _("Contoh (hapus baris ini)"), _("Kota Contoh"), 300, *(place.code for place in places[:3]))
    beside = [(place.code, str(place.host), str(place.period), place.seats) for place in places]
    sheets = [
        (_("Pelamar"), HEADINGS, [example]),
        (_("Tempat"), [_("Kode"), _("Tuan rumah"), _("Masa"), _("Kursi")], beside),
    ]
    return workbook("templat-pelamar", found.name, [], sheets)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def applicants_import(request: HttpRequest, round_id: int) -> HttpResponse:
    """Read a file of applicants; store all of it, or show what is wrong and store nothing."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"round": found, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            lines, faults = read_applicants(form.cleaned_data["file"].read(), codes_of(found))
        except UnreadableApplicantsError as error:
            form.add_error("file", str(error))
        else:
            if not faults:
                return _stored(request, found, lines)
            names = COLUMNS | {"wishes": _("PILIHAN")}
            context["faults"] = [(one.row, names[one.field], one.reason) for one in faults[:SHOWN_FAULTS]]
            context |= {"wrong": len(faults), "rows": len(lines), "hidden": max(0, len(faults) - SHOWN_FAULTS)}
    return render(request, "learn/matching/import.html", context)


def _stored(request: HttpRequest, found: MatchingRound, lines: list[Line]) -> HttpResponse:
    try:
        new, changed = store_lines(actor=request.actor, round_id=found.pk, lines=lines)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Pelamar disimpan: %(new)s baru, %(changed)s diganti.") % {"new": new, "changed": changed})
    return redirect("learn:round", found.pk)


@gate.roles(*ROUND_ROLES)
def round_download(request: HttpRequest, round_id: int) -> HttpResponse:
    """Download who goes where with the reasons, how the places and regions came out; as the list is filtered."""
    found = round_or_404(request, round_id)
    notes = [
        _("Dibuat %(day)s") % {"day": tanggal(today())},
        _("Cara: %(method)s. Bilangan undian: %(seed)s.") % {"method": found.get_method_display(), "seed": found.seed},
    ]
    sheets = [_people_sheet(request, found), _places_sheet(found), _regions_sheet(found)]
    return workbook(f"putaran-{found.pk}", found.name, notes, sheets)


def _people_sheet(request: HttpRequest, found: MatchingRound) -> Sheet:
    names = {region.pk: region.name for region in regions_of(found)}
    by_key = {place.pk: place for place in places_of(found)}

    def rows() -> Iterator[tuple[object, ...]]:
        for line in applicants_of(found, question_of(request)):
            why = "; ".join(f"{place_name(place)}: {why_not(row)}" for place, row in told_reasons(line, by_key, names))
            nowhere = _("tidak mendapat tempat") if found.state in DONE else ""
            place = place_name(line.place) if line.place else nowhere
            yield line.number, line.name, line.region.name, line.points, place, line.rank, line.drawn, why

    head = [
        _("Nomor"), _("Nama"), _("Daerah"), _("Poin"), _("Tempat"), _("Pilihan ke"), _("Urutan undian"),
        _("Mengapa bukan pilihan yang lebih diinginkan"),
    ]  # fmt: skip
    return _("Pelamar"), head, rows()


def _places_sheet(found: MatchingRound) -> Sheet:
    filled, done = filled_of(found), found.state in DONE
    head = [
        _("Kode"), _("Tuan rumah"), _("Masa"), _("Kursi"), _("Terisi"), _("Kosong"), _("Poin terendah"), _("Dipilih"),
        _("Pilihan pertama"),
    ]  # fmt: skip
    rows = [
        (place.code, str(place.host), str(place.period), place.seats, people if done else None,
         place.seats - people if done else None, lowest, place.wished, place.first)
        for place in places_of(found)
        for people, lowest in [filled.get(place.pk, (0, None))]
    ]  # fmt: skip
    return _("Tempat"), head, rows


def _regions_sheet(found: MatchingRound) -> Sheet:
    head = [_("Daerah"), _("Tertinggal"), _("Paling banyak"), _("Pelamar"), _("Ditempatkan")]
    done = found.state in DONE
    rows = [
        (one.name, _("ya") if one.lagging else "", one.most, one.people, one.placed if done else None)
        for one in regions_of(found)
    ]  # fmt: skip
    return _("Daerah"), head, rows


@gate.roles(*ROUND_ROLES)
def round_file(request: HttpRequest, round_id: int, what: str) -> HttpResponse:
    """Hand over the engine's own file, ``soal`` or ``hasil``, so that anybody can check the result again."""
    found = MatchingRound.objects.filter(pk=round_id, agency_id=request.actor.agency_id, computed_at__isnull=False).first()
    if found is None:
        raise Http404
    content = found.problem if what == "soal" else found.matched
    disposition = f'attachment; filename="putaran-{found.pk}-{what}.json"'
    return HttpResponse(content, content_type="application/json", headers={"Content-Disposition": disposition})
