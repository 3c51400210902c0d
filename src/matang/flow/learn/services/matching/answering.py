"""What the coordinator shows of a round to other governments, and the answer that each application gets when it is decided."""

from django.db.models import QuerySet

from matang.flow.learn.choices import RequestState
from matang.flow.learn.models import MatchingRound, RoundApplicant, RoundCall, RoundPlace, RoundRequest
from matang.foundation.clock.services import now


def shown_places(found: MatchingRound) -> list[dict[str, object]]:
    """Return the places of a round as the call shows them to those who may not read the round."""
    rows = RoundPlace.objects.filter(round=found).select_related("host__partner", "host__agency", "period").order_by("pk")
    return [
        {
            "code": row.code, "host": str(row.host), "seats": row.seats, "period": row.period.name,
            "host_agency": row.host.linked_id if row.host.partner_id else row.host.agency_id,
            "starts_on": row.period.starts_on.isoformat(), "ends_on": row.period.ends_on.isoformat(),
        }
        for row in rows
    ]  # fmt: skip


def requests_of_call(call: RoundCall) -> QuerySet[RoundRequest]:
    """Return the applications that were handed in to a call, as the coordinator reads them."""
    return RoundRequest.objects.filter(call_number=call.pk, host_agency_id=call.agency_id).order_by("pk")


def answer_requests(found: MatchingRound) -> int:
    """Tell every application of a decided round its place or none, with the reasons; return how many. Inside the decision."""
    call = RoundCall.objects.filter(round=found).first()
    if call is None:
        return 0
    call.places, call.closed_at = shown_places(found), call.closed_at or now()
    call.save(update_fields=["places", "closed_at"])
    rows = RoundApplicant.objects.filter(round=found, request_id__isnull=False).select_related("place", "region")
    lines = {row.request_id: row for row in rows}
    codes = {place.pk: place.code for place in RoundPlace.objects.filter(round=found)}
    names = {region.pk: region.name for region in found.regions.all()}
    waiting = requests_of_call(call).select_for_update(of=("self",))
    answered = list(waiting.filter(state__in=(RequestState.HANDED_IN, RequestState.TAKEN)))
    for row in answered:
        line = lines.get(row.pk)
        row.state, row.answered_at = RequestState.ANSWERED, now()
        row.result_code = line.place.code if line and line.place else ""
        row.result_rank = line.rank if line else None
        row.result_why = [
            one | {"code": codes[one["place"]], "region_name": names.get(one.get("region") or 0, "")}
            for one in (line.reasons if line else [])
            if one["place"] in codes
        ]
        row.save(update_fields=["state", "answered_at", "result_code", "result_rank", "result_why"])
    return len(answered)
