"""Posts for one: who may be recorded as the only holder without the database refusing the whole file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from matang.flow.register.services.imports.codes import Finding
from matang.flow.register.services.imports.fields import BY_KEY
from matang.flow.register.services.imports.parcel import Sheet
from matang.flow.register.services.imports.plan import Plan, PlannedRow, Who
from matang.flow.register.services.imports.posts import is_single
from matang.flow.register.services.imports.snapshot import Snapshot, sole_holders

Seat = tuple[date, date | None, str]


def overlap(start: date, end: date | None, other_start: date, other_end: date | None) -> bool:
    """True when two spans share a day; an empty end is open."""
    return (end is None or other_start < end) and (other_end is None or start < other_end)


def settle_seats(
    plan: Plan, snapshot: Snapshot, agency_id: int, row_of: Mapping[Who, PlannedRow], sheets: Sequence[Sheet]
) -> None:
    """Decide for every incumbency of the plan whether it fills its post alone; a second holder is remarked upon.

    ``plan.sole`` gets ("add", index) and ("change", index) → True or False; a change that is not there keeps its mark.
    """
    single = {post.id for post in snapshot.posts.values() if post.capacity == 1}
    _new_posts(plan)
    moved = [
        index for index, change in enumerate(plan.incumbencies.change) if change.value in single or change.was.value in single
    ]
    added = [index for index, (_who, ref, _start) in enumerate(plan.incumbencies.add) if ref in single]
    if not moved and not added:
        return
    touched = {plan.incumbencies.add[index][1] for index in added} | {plan.incumbencies.change[index].value for index in moved}
    taken = _standing(plan, agency_id, [ref for ref in touched if isinstance(ref, int)])
    for index in moved:
        change = plan.incumbencies.change[index]
        if change.value not in single:
            plan.sole.setdefault(("change", index), False)
        elif _widens(change.start, change.end, change.was.start, change.was.end) or change.value != change.was.value:
            free = not _blocked(taken[change.value], change.start, change.end)
            plan.sole["change", index] = free
            if free:
                taken[change.value].append((change.start, change.end, ""))
    for index in added:
        who, ref, start = plan.incumbencies.add[index]
        planned = row_of[who]
        other = _blocked(taken[ref], start, None)
        plan.sole["add", index] = other is None
        if other is None:
            taken[ref].append((start, None, planned.name))
        else:
            planned.findings.append(_two_holders(sheets[planned.sheet].name, planned, other))


def _new_posts(plan: Plan) -> None:
    """Count the holders of the posts that the plan makes, and forget posts that nobody holds in the end."""
    held = [("add", index, ref) for index, (_who, ref, _start) in enumerate(plan.incumbencies.add)]
    held += [("change", index, change.value) for index, change in enumerate(plan.incumbencies.change)]
    for made in plan.posts.values():
        made.holders = 0
    for _kind, _index, ref in held:
        if isinstance(ref, tuple):
            plan.posts[ref].holders += 1
    acted_in = {ref for _who, ref, _holding, _start in plan.acting}
    plan.posts = {key: made for key, made in plan.posts.items() if made.holders or key in acted_in}
    for kind, index, ref in held:
        if isinstance(ref, tuple):
            plan.sole[kind, index] = plan.posts[ref].holders == 1 and is_single(plan.posts[ref].kind)


def _widens(start: date, end: date | None, was_start: date, was_end: date | None) -> bool:
    return start < was_start or (was_end is not None and (end is None or end > was_end))


def _blocked(seats: list[Seat], start: date, end: date | None) -> str | None:
    """Return the name of somebody who sits there on one of these days, None when nobody does."""
    return next((name for other_start, other_end, name in seats if overlap(start, end, other_start, other_end)), None)


def _standing(plan: Plan, agency_id: int, posts: list[int]) -> dict[int, list[Seat]]:
    """Return who sits alone on these posts once the plan's own changes to them are made."""
    changes = {change.id: change for change in plan.incumbencies.change}
    seats: dict[int, list[Seat]] = defaultdict(list)
    for post, holders in sole_holders(agency_id, posts).items():
        for number, _person, name, start, end in holders:
            change = changes.get(number)
            if change is None:
                seats[post].append((start, end, name))
            elif change.value == post and not _widens(change.start, change.end, change.was.start, change.was.end):
                seats[post].append((change.start, change.end, name))
    return seats


def _two_holders(sheet: str, planned: PlannedRow, other: str) -> Finding:
    args = {"other": other, "person": f"{planned.name}, NIP {planned.nip}"}
    return Finding(sheet, planned.row, str(BY_KEY["post"].label), "post_two_holders", planned.post, args)
