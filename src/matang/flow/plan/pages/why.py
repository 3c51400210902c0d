"""Why this person here, why not that one: one page for the officer, the panel, and — once decided — the person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang.flow.plan.models import Proposal, ScenarioPost
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES
from matang.flow.plan.selectors.constraints import constraints_of
from matang.flow.plan.selectors.names import names_of
from matang.flow.plan.selectors.scenarios import own_proposals, scenarios_visible_to
from matang.flow.plan.services.asked import costs_of
from matang.flow.plan.services.remedies import remedy
from matang.flow.plan.services.sayings import said, told
from matang.flow.plan.services.solving import why
from matang.flow.plan.services.stale import stale_changes
from matang.flow.register.public import Person, Post, person_visible_to
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor

ORDER = {"fail": 0, "unknown": 1, "pass": 2}
"""What binds stands first."""


def _answer(actor: Actor, scenario_id: int, post_id: int, person_id: int) -> Proposal | None:
    """Return the answer the actor may read: officers any, the person concerned their own after the decision."""
    if not actor.scope(*LOOKING_ROLES).empty:
        scenario = scenarios_visible_to(actor).filter(pk=scenario_id, posts__post_id=post_id).first()
        if scenario is not None and person_visible_to(actor, person_id) is not None:
            return why(scenario, person_id, post_id)
    if actor.person_id == person_id:
        return own_proposals(actor).filter(scenario_id=scenario_id, post_id=post_id).first() or _unlisted(
            actor, scenario_id, post_id
        )
    return None


def _unlisted(actor: Actor, scenario_id: int, post_id: int) -> Proposal | None:
    """Return the answer for somebody who stands on no shortlist, once the post is decided."""
    decided = ScenarioPost.objects.filter(
        agency_id=actor.agency_id, scenario_id=scenario_id, post_id=post_id, decided_at__isnull=False
    ).select_related("scenario__unit")
    asked = decided.first()
    return why(asked.scenario, actor.person_id, post_id) if asked is not None and actor.person_id else None


@gate.signed_in
def why_page(request: HttpRequest, scenario_id: int, post_id: int, person_id: int) -> HttpResponse:
    """Show the reasons for one person and one post."""
    actor = request.actor
    found = _answer(actor, scenario_id, post_id, person_id)
    if found is None:
        raise Http404
    own = actor.person_id == person_id
    scenario = found.scenario
    reasons = told(found.reasons)
    for check, stored in zip(reasons["checks"], found.reasons["checks"], strict=True):
        check["remedy"] = said(remedy(stored, scenario.as_at) or "") if check["verdict"] == "fail" else ""
    reasons["checks"].sort(key=lambda check: ORDER[check["verdict"]])
    rival = reasons.get("rival")
    people = names_of(Person, [key for key in [rival and rival["person"], *[holder[0] for holder in reasons["holders"]]] if key])
    posts = names_of(Post, [key for key in (reasons.get("held_post"), reasons.get("next_post")) if key])
    asked = ScenarioPost.objects.filter(scenario_id=scenario_id, post_id=post_id).first()
    holders = reasons["holders"] or _proposed(scenario_id, post_id)
    plans = actor.scope(*PLANNING_ROLES).covers(scenario.unit.path if scenario.unit else "")
    context = {
        "scenario": scenario,
        "post": Post.objects.select_related("unit").get(pk=post_id),
        "person": Person.objects.get(pk=person_id),
        "proposal": found,
        "reasons": reasons,
        "verdict": _verdict(found),
        "own": own,
        "official": not actor.scope(*LOOKING_ROLES).empty,
        "rival_name": people.get(rival["person"]) if rival else None,
        "rival_rows": sorted(rival["rows"], key=lambda row: row[3]) if rival else [],
        "holders": [(people.get(key, key), score) for key, score in holders],
        "failed": [check for check in reasons["checks"] if check["verdict"] == "fail"],
        "unsure": [check for check in reasons["checks"] if check["verdict"] == "unknown"],
        "constraints": constraints_of(scenario, person_id) if plans or own else [],
        "costs": costs_of(scenario),
        "changes": stale_changes(scenario, person_id=person_id, post_id=post_id),
        "held_post": posts.get(reasons.get("held_post")),
        "next_post": posts.get(reasons.get("next_post")),
        "asked": asked,
        "most": sum(term["asked"] * term["each"] for term in reasons["terms"]),
        "unverified": any(check["unverified"] for check in reasons["checks"]),
    }
    return render(request, "plan/why.html", context)


def _proposed(scenario_id: int, post_id: int) -> list[tuple[str, int]]:
    """Return who is proposed, by name, for somebody whom the engine did not look at."""
    rows = Proposal.objects.filter(scenario_id=scenario_id, post_id=post_id, rank=1).select_related("person")
    return [(row.person.display_name, row.score) for row in rows]


def _verdict(found: Proposal) -> tuple[str, str, str]:
    """Return (chip, heading, sentence) that sums up the whole page in one line."""
    standing, words = found.reasons["standing"], {"n": found.reasons.get("distance")}
    if standing == "not_candidate":
        return _refused(found)
    if standing == "holds":
        spare = _("Nilainya boleh turun %(n)s poin sebelum susunan lain sama baiknya.") % words
        tied = _("Ada calon lain yang sama baiknya; pejabat yang memutuskan.")
        return "pass", _("Diusulkan untuk jabatan ini"), spare if words["n"] else tied
    return {
        "ties": (
            "warn",
            _("Sama baiknya dengan yang diusulkan"),
            _("Menempatkannya di sini tidak merugikan keseluruhan susunan; pejabat yang memutuskan."),
        ),
        "overtakes": (
            "warn",
            _("Menang menurut data sekarang"),
            _("Ada data yang berubah sejak skenario dihitung. Hitung ulang: seluruh susunan menjadi lebih baik."),
        ),
        "no_seat": ("unknown", _("Tidak ada tempat"), _("Jabatan ini tidak punya tempat yang dapat diperebutkan.")),
    }.get(
        standing,
        (
            "info",
            _("Dapat menjadi calon, tetapi tidak diusulkan"),
            _("Kurang %(n)s poin untuk menyamai susunan terbaik.") % words,
        ),
    )


def _refused(found: Proposal) -> tuple[str, str, str]:
    failed = [said(check["reason"]) for check in found.reasons["checks"] if check["verdict"] == "fail"]
    if failed:
        text = ngettext("%(n)s syarat tidak dipenuhi:", "%(n)s syarat tidak dipenuhi:", len(failed)) % {"n": len(failed)}
        return "fail", _("Tidak dapat menjadi calon"), " ".join([text, *failed])
    return "unknown", _("Belum dapat dibandingkan"), _("Data pegawai ini berubah sejak skenario dihitung.")
