"""What a government says about itself to everybody."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.tenancy.models import TenantModel


class PublishedFigures(TenantModel):
    """Sums that a government publishes about itself as at a day; small numbers never reach this row. Append-only.

    ``figures`` maps a key to ``{"state": "exact" | "at_least" | "few" | "hidden" | "unknown", "value": whole number or null}``
    and, where it is said, ``"as_at"``: the day on which it was said first, since a figure stays until it may change.
    Every agency reads these rows (a further row policy); the newest of an agency is what it says today, and one that takes
    everything back has ``withdrawn`` set.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("published_by", "published_name", "reason")

    as_at = models.DateField(_("keadaan per"))
    figures = models.JSONField(_("angka"), default=dict)
    withdrawn = models.BooleanField(_("menarik semua angka"), default=False)
    reason = models.CharField(_("dasar"), max_length=300)
    published_at = models.DateTimeField(_("diterbitkan pada"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diterbitkan oleh")
    )
    published_name = models.CharField(_("nama penerbit"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("angka terbitan")
        verbose_name_plural = _("angka terbitan")
        ordering = ("-published_at", "-id")
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]
