"""One person on a list of successors for a post, added or taken off by an officer with a reason."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from matang.flow.plan.models import SuccessionListing
from matang.flow.plan.permissions import may_plan
from matang.flow.register.public import Post, person_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.clock.services import today


def add_successor(
    *, actor: Actor, post_id: int, person_id: int, list_name: str, source: str, as_at: date, reason: str
) -> SuccessionListing:
    """Put one person on a list as a successor for a post; said twice, it stands once.

    Raises:
        RefusedError: not the actor's post or person, a field is missing, the day is still to come, or the person already
            stands on this list, for another post or as at a later day: a list says one thing of a person.
    """
    post = Post.objects.select_related("unit").filter(pk=post_id, agency_id=actor.agency_id).first()
    if post is None:
        raise refuse(_("Jabatan ini tidak dikenal di register."))
    require(may_plan(actor, post.unit.path))
    if person_visible_to(actor, person_id) is None:
        raise refuse(_("Pegawai ini tidak dikenal di register."))
    name, source, reason = list_name.strip(), source.strip(), reason.strip()
    if not name or not source:
        raise refuse(_("Tulis nama daftar dan sumbernya."))
    if not reason:
        raise refuse(_("Tulis alasan memasukkan pegawai ini ke daftar."))
    if as_at > today():
        raise refuse(_("Tanggal ini belum tiba."))
    with transaction.atomic(), because(reason):
        standing = _standing(actor.agency_id, name, person_id)
        _refuse_second_word(standing, post, as_at)
        values = {"target_post": post, "target_kind": "", "source": source, "reason": reason, "ended_on": None, "end_reason": ""}
        same = next((row for row in standing if row.as_at == as_at and row.target_post_id == post.pk), None)
        if same is not None:
            return same
        try:
            with transaction.atomic():
                row, _made = SuccessionListing.objects.update_or_create(
                    agency_id=actor.agency_id, list_name=name, person_id=person_id, as_at=as_at, defaults=values
                )
        except IntegrityError as error:  # somebody else put them there in this moment
            raise refuse(_("Daftar ini baru saja diubah orang lain. Muat ulang halaman lalu coba lagi.")) from error
    return row


def _standing(agency_id: int | None, list_name: str, person_id: int) -> list[SuccessionListing]:
    rows = SuccessionListing.objects.select_for_update(of=("self",)).select_related("target_post")
    found = rows.filter(agency_id=agency_id, list_name=list_name, person_id=person_id, ended_on__isnull=True)
    return list(found.order_by("-as_at"))


def _refuse_second_word(standing: list[SuccessionListing], post: Post, as_at: date) -> None:
    if not standing:
        return
    latest = standing[0]
    if latest.target_post_id not in {None, post.pk}:
        raise refuse(
            _(
                "Pegawai ini sudah ada dalam daftar %(list)s untuk jabatan %(post)s. Satu daftar menyiapkan seseorang untuk "
                "satu jabatan: pakai nama daftar lain, atau keluarkan dulu."
            )
            % {"list": latest.list_name, "post": latest.target_post.name}
        )
    if latest.as_at > as_at:
        raise refuse(_("Daftar %(list)s sudah memuat pegawai ini per tanggal yang lebih baru.") % {"list": latest.list_name})


def remove_successor(*, actor: Actor, listing_id: int, reason: str) -> SuccessionListing:
    """Take a person off a list from today on, with a reason; said twice, the first reason stands.

    Earlier listings of the person on the same list end as well, so that none of them comes back to life.

    Raises:
        RefusedError: not the actor's list or person, or no reason.
    """
    with transaction.atomic():
        rows = SuccessionListing.objects.select_for_update(of=("self",)).select_related("target_post__unit")
        row = rows.filter(pk=listing_id, agency_id=actor.agency_id).first()
        if row is None or person_visible_to(actor, row.person_id) is None:
            raise refuse(_("Baris daftar ini tidak dikenal."))
        require(may_plan(actor, row.target_post.unit.path if row.target_post else ""))
        if not reason.strip():
            raise refuse(_("Tulis alasan mengeluarkan pegawai dari daftar."))
        if row.ended_on is None:
            with because(reason.strip()):
                for listing in _standing(row.agency_id, row.list_name, row.person_id):
                    listing.ended_on, listing.end_reason = today(), reason.strip()
                    listing.save(update_fields=["ended_on", "end_reason"])
            row.refresh_from_db()
    return row
