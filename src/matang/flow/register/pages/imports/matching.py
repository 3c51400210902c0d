"""Confirm what unit names of a file mean."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang.flow.register.choices import ImportState
from matang.flow.register.models import UnitAlias
from matang.flow.register.pages.imports.found import run_of
from matang.flow.register.pages.imports.trying import try_file
from matang.flow.register.selectors.units import UnitNode, UnitTree, unit_tree
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.aliases import forget_spelling
from matang.flow.register.services.imports.questions import answer, unit_questions
from matang.foundation.access import gate
from matang.foundation.access.roles import Role

AT_ONCE = 25  # questions on a page: each carries a list of all units
CHANGEABLE = (ImportState.READY, ImportState.FAILED)


@gate.roles(Role.HR_OFFICER)
def import_units(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show the names to confirm with what may be meant; a POST remembers the answers and tries the file again."""
    run = run_of(request, run_id)
    if run.state not in CHANGEABLE:
        return redirect("register:import_run", run.pk)
    if request.method == "POST":
        _answer(request, run)
        return redirect("register:import_units" if "lupa" in request.POST else "register:import_run", run.pk)
    tree = unit_tree(run.agency_id, run.as_at)
    names = {node.id: _with_opd(tree, node) for node in tree.by_id.values()}
    units = sorted(names.items(), key=lambda entry: entry[1])
    open_questions = unit_questions(run)
    questions = [
        (asked, [(number, names[number]) for number in asked.units if number in names]) for asked in open_questions[:AT_ONCE]
    ]
    known = UnitAlias.objects.filter(agency_id=run.agency_id).order_by("written").values_list("written", "unit__name")
    return render(
        request,
        "register/imports/units.html",
        {"run": run, "questions": questions, "units": units, "known": known[:200], "later": len(open_questions) - len(questions)},
    )


def _with_opd(tree: UnitTree, node: UnitNode) -> str:
    """Return a unit's name, with its OPD's where that is another."""
    opd = tree.opd_of(node.path)
    return f"{node.name} — {opd.name}" if opd and opd.id != node.id else node.name


def _answer(request: HttpRequest, run: runs.ImportRun) -> None:
    if written := request.POST.get("lupa", ""):
        forget_spelling(actor=request.actor, written=written)
        try_file(request, run)
        messages.success(request, _("Ejaan “%(written)s” tidak lagi dipastikan.") % {"written": written})
        return
    answers = {}
    for number, question in enumerate(unit_questions(run)):
        chosen = request.POST.get(f"u{number}", "")
        if request.POST.get(f"t{number}") == question.written and chosen.isdecimal() and len(chosen) < 18:
            answers[question.written] = int(chosen)
    confirmed = answer(actor=request.actor, run=run, answers=answers)
    if confirmed:
        try_file(request, run)
    messages.success(
        request, ngettext("%(count)d nama unit dipastikan.", "%(count)d nama unit dipastikan.", confirmed) % {"count": confirmed}
    )
