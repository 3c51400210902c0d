"""The decision log: what named officials decided, each entry chained to the one before by its hash."""

import json
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.tenancy.models import TenantModel


class Decision(TenantModel):
    """An entry of the log. Never changed, never removed; triggers of the database refuse both.

    ``hash`` covers every other column, see ``audit.chain``. ``document`` is the payload as canonical JSON text.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("actor_id", "subject", "document", "reason")

    sequence = models.BigIntegerField(_("nomor urut"))
    at = models.DateTimeField(_("waktu"))
    actor_id = models.BigIntegerField(_("akun"), null=True, blank=True)
    kind = models.CharField(_("jenis keputusan"), max_length=60)
    subject = models.CharField(_("perihal"), max_length=200)
    document = models.TextField(_("isi"))
    reason = models.TextField(_("alasan"), blank=True)
    previous = models.CharField(_("sidik sebelumnya"), max_length=64)
    hash = models.CharField(_("sidik"), max_length=64)

    class Meta:
        verbose_name = _("keputusan tercatat")
        verbose_name_plural = _("keputusan tercatat")
        ordering = ("agency", "sequence")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "sequence"],
                name="decision_sequence_once",
                violation_error_message=_("Nomor urut ini sudah ada."),
            ),
            models.CheckConstraint(
                name="decision_sequence_from_one",
                condition=models.Q(sequence__gte=1),
                violation_error_message=_("Nomor urut dimulai dari 1."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "subject"], name="decision_subject")]

    def __str__(self) -> str:
        return f"#{self.sequence} {self.kind}"

    @property
    def payload(self) -> dict[str, Any]:
        """The payload as it was given."""
        parsed: dict[str, Any] = json.loads(self.document)
        return parsed


class ChainHead(TenantModel):
    """The newest number and hash of an agency's log, so that a missing last entry is noticed."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    sequence = models.BigIntegerField(_("nomor urut"))
    hash = models.CharField(_("sidik"), max_length=64)

    class Meta:
        verbose_name = _("ujung catatan keputusan")
        verbose_name_plural = _("ujung catatan keputusan")
        constraints = [
            models.UniqueConstraint(
                fields=["agency"],
                name="chainhead_agency_once",
                violation_error_message=_("Instansi ini sudah punya ujung catatan."),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.sequence} {self.hash}"
