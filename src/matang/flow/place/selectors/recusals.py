"""Who does not advise on which post: candidates themselves, and members who stated a conflict of interest."""

from collections.abc import Iterable
from dataclasses import dataclass

from matang.flow.place.models import AgendaItem, DeclaredConflict, MeetingMember, Waiver
from matang.flow.plan.public import Proposal


@dataclass(frozen=True, slots=True)
class Recusal:
    """A member stays out of a post. ``relation`` is what they wrote; empty = they are a candidate themselves."""

    member: MeetingMember
    relation: str


def candidates_on(items: Iterable[AgendaItem]) -> dict[int, set[int]]:
    """Return by agenda item the people in question: the shortlist, and whoever was let in by a waiver; two queries."""
    rows = list(items)
    wanted = {(row.scenario_id, row.post_id): row.pk for row in rows}
    found: dict[int, set[int]] = {row.pk: set() for row in rows}
    scenarios, posts = {row.scenario_id for row in rows}, {row.post_id for row in rows}
    listed = Proposal.objects.filter(scenario_id__in=scenarios, post_id__in=posts)
    waived = Waiver.objects.filter(scenario_id__in=scenarios, post_id__in=posts, withdrawn_at__isnull=True)
    for query in (listed, waived):
        for scenario, post, person in query.values_list("scenario_id", "post_id", "person_id").order_by():
            if (scenario, post) in wanted:
                found[wanted[scenario, post]].add(person)
    return found


def recusals(items: Iterable[AgendaItem], members: Iterable[MeetingMember]) -> dict[int, list[Recusal]]:
    """Return by agenda item the members who stay out of it, in the order of the members; three queries."""
    rows, seated = list(items), list(members)
    people = candidates_on(rows)
    named: dict[int, list[DeclaredConflict]] = {}
    conflicts = DeclaredConflict.objects.filter(statement__member__in=[member.pk for member in seated])
    for conflict in conflicts.select_related("statement"):
        named.setdefault(conflict.statement.member_id, []).append(conflict)
    found: dict[int, list[Recusal]] = {row.pk: [] for row in rows}
    for row in rows:
        for member in seated:
            stated = [c.relation for c in named.get(member.pk, []) if c.item_id == row.pk or c.person_id in people[row.pk]]
            if member.user.person_id is not None and member.user.person_id in people[row.pk]:
                found[row.pk].append(Recusal(member, ""))
            elif stated:
                found[row.pk].append(Recusal(member, "; ".join(stated)))
    return found
