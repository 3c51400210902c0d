"""A person's own page of reasons: what was decided on them, why, by whom, and what would have to change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.place.services.nominations import own_nominations
from matang.flow.place.services.reasons import own_reasons
from matang.foundation.access import gate


@gate.signed_in
def my_reasons(request: HttpRequest) -> HttpResponse:
    """Show the decided posts for which the person was looked at: their own, and nobody else's."""
    reasons = own_reasons(request.actor)
    told = {(row.proposal.scenario_id, row.proposal.post_id) for row in reasons}
    named = [row for row in own_nominations(request.actor) if (row.nomination.scenario_id, row.nomination.post_id) not in told]
    context = {"reasons": reasons, "named": named, "linked": request.actor.person_id is not None}
    return render(request, "place/my_reasons.html", context)
