"""What a person found out about two activities that look alike."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.models.aims import Aim
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class NotSame(TenantModel):
    """A person says that two aims which look alike are not the same work, and why. ``first`` has the smaller key."""

    personal_data: ClassVar[tuple[str, ...]] = ("said_by",)

    first = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul pertama"))
    second = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul kedua"))
    reason = models.CharField(_("alasan"), max_length=300)
    said_at = models.DateTimeField(_("dinyatakan pada"))
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dinyatakan oleh"),
    )

    class Meta:
        verbose_name = _("pernyataan berbeda")
        verbose_name_plural = _("pernyataan berbeda")
        ordering = ("-said_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "first", "second"],
                name="not_same_once",
                violation_error_message=_("Dua simpul ini sudah dinyatakan berbeda."),
            ),
            models.CheckConstraint(name="not_same_ordered", condition=models.Q(first__lt=models.F("second"))),
            models.CheckConstraint(
                name="not_same_has_reason", condition=~models.Q(reason=""), violation_error_message=_("Tulis alasannya.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
