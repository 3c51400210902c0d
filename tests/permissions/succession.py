"""What the table of single successors names: a person listed for a post, in either agency."""

from matang.flow.plan.models import SuccessionListing
from matang.flow.register.models import Person, Post
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def listed(agency: Agency, person: Person) -> tuple[int, int]:
    """Put the person on a list for a post of their own unit; return the keys of post and listing."""
    unit_id = Post.objects.get(incumbencies__person=person).unit_id
    post = Post.objects.create(agency=agency, unit_id=unit_id, name="Kepala Seksi Uji", kind="pengawas", valid_from=START)
    row = SuccessionListing.objects.create(
        agency=agency, person=person, list_name="Suksesi", target_post=post, as_at=START, source="SK", reason="Uji"
    )
    return post.pk, row.pk


def objects(cast: Cast) -> dict[str, int | str]:
    """Make the posts and the listings."""
    post, row = listed(cast.palu, cast.people["servant"])
    with acting_in(cast.malang.pk):
        other_post, other_row = listed(cast.malang, cast.people["malang"])
    return {"post.listed": post, "listing.servant": row, "post.malang": other_post, "listing.malang": other_row}
