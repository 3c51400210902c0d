"""Who holds which post, and when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models.constraints import ends_after_start, no_overlap
from matang.flow.register.models.organisation import Post
from matang.flow.register.models.people import Person
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel

DEFINITIVE = models.Q(kind=IncumbencyKind.DEFINITIVE)


@tracked()
class Incumbency(TenantModel, Dated):
    """A person holds a post for a span of days.

    ``sole`` repeats that the post has room for one, so that the database can refuse a second holder.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "post")

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_index=False, related_name="incumbencies", verbose_name=_("pegawai")
    )
    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, db_index=False, related_name="incumbencies", verbose_name=_("jabatan")
    )
    kind = models.CharField(_("cara menjabat"), max_length=10, choices=IncumbencyKind.choices, default=IncumbencyKind.DEFINITIVE)
    sole = models.BooleanField(_("satu pemangku"), default=False)
    decree = models.CharField(_("nomor SK"), max_length=80, blank=True)
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("pemangku jabatan")
        verbose_name_plural = _("pemangku jabatan")
        constraints = [
            no_overlap(
                "incumbency_person_once", "person_id", _("Pegawai ini sudah memangku jabatan lain pada hari itu."), DEFINITIVE
            ),
            no_overlap(
                "incumbency_post_once",
                "post_id",
                _("Jabatan ini sudah terisi pada hari itu."),
                DEFINITIVE & models.Q(sole=True),
            ),
            ends_after_start("incumbency_ends_after_start", _("Masa jabatan harus berakhir sesudah mulai.")),
        ]
        indexes = [
            models.Index(fields=["agency", "person", "valid_from"], name="incumbency_person"),
            models.Index(fields=["agency", "post", "valid_from"], name="incumbency_post"),
        ]
