"""What a post asked for is asked for by the post that replaces it."""

from datetime import date

from matang.flow.needs.models import PostSheet, PostStandard
from matang.flow.needs.services.standards.sheets import FIELDS
from matang.flow.register.public import PostsReplaced


def carry_standards(event: PostsReplaced) -> None:
    """Let the successors ask from the day on for what the posts before them asked. Told twice, it does nothing twice.

    What was only going to start later starts for the successor alone. What was set for a successor meanwhile stays as it is.
    """
    heirs = {pair.old_id: pair.new_id for pair in event.pairs}
    day = event.effective_from
    rows = PostStandard.objects.select_for_update().filter(agency_id=event.agency_id)
    standing = list(rows.filter(post_id__in=heirs).exclude(valid_to__lte=day).order_by("id"))
    taken = set(rows.filter(post_id__in=heirs.values()).exclude(valid_to__lte=day).values_list("post_id", "competency_id"))
    carried = [
        PostStandard(
            agency_id=event.agency_id,
            post_id=heirs[old.post_id],
            competency_id=old.competency_id,
            level=old.level,
            must=old.must,
            origin=old.origin,
            valid_from=max(old.valid_from, day),
            valid_to=old.valid_to,
        )
        for old in standing
        if (heirs[old.post_id], old.competency_id) not in taken
    ]
    keys = [old.pk for old in standing]
    PostStandard.objects.filter(pk__in=keys, valid_from__gte=day).delete()
    PostStandard.objects.filter(pk__in=keys, valid_from__lt=day).update(valid_to=day)
    PostStandard.objects.bulk_create(carried, batch_size=1000)
    _carry_sheets(event.agency_id, heirs, day)


def _carry_sheets(agency_id: int, heirs: dict[int, int], day: date) -> None:
    """Let the words of the standard forms go on as well; a sheet written for a successor meanwhile stays as it is."""
    rows = PostSheet.objects.filter(agency_id=agency_id)
    written = set(rows.filter(post_id__in=heirs.values()).exclude(valid_to__lte=day).values_list("post_id", flat=True))
    standing = list(rows.filter(post_id__in=heirs).exclude(valid_to__lte=day).order_by("id"))
    keys = [old.pk for old in standing]
    carried = [
        PostSheet(
            agency_id=agency_id,
            post_id=heirs[old.post_id],
            basis=old.basis,
            origin=old.origin,
            valid_from=max(old.valid_from, day),
            valid_to=old.valid_to,
            **{name: getattr(old, name) for name in FIELDS},
        )
        for old in standing
        if heirs[old.post_id] not in written
    ]
    rows.filter(pk__in=keys, valid_from__gte=day).delete()
    rows.filter(pk__in=keys, valid_from__lt=day).update(valid_to=day)
    PostSheet.objects.bulk_create(carried)
