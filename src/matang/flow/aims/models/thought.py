"""Flow of thought and pattern of work (alur pikir dan pola pikir), before anybody spends money."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from matang.flow.aims.choices import ThoughtState
from matang.flow.aims.models.aims import Aim
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel

OPEN = ~models.Q(state=ThoughtState.CLOSED)


def _account(label: object) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


@tracked()
class ThoughtPaper(TenantModel):
    """One paper about an aim or a unit: first the flow (why), then the pattern (who does what to whom, how).

    An empty answer is not written yet. One paper is open for a subject; ``version`` counts what was submitted.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("saved_by",)

    aim = models.ForeignKey(
        Aim, on_delete=models.PROTECT, null=True, blank=True, related_name="thoughts", verbose_name=_("simpul tujuan")
    )
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit")
    )
    state = models.CharField(_("status"), max_length=10, choices=ThoughtState.choices, default=ThoughtState.DRAFT)
    version = models.PositiveSmallIntegerField(_("versi"), default=0)

    problem = models.TextField(_("masalah"), blank=True)
    evidence = models.TextField(_("bukti"), blank=True)
    cause = models.TextField(_("sebab"), blank=True)
    legal_base = models.TextField(_("dasar hukum"), blank=True)
    environment = models.TextField(_("lingkungan strategis"), blank=True)
    expected = models.TextField(_("keadaan yang diharapkan"), blank=True)
    policy = models.TextField(_("kebijakan"), blank=True)
    strategy = models.TextField(pgettext_lazy("alur pikir", "strategi"), blank=True)

    subject = models.TextField(_("subjek"), blank=True)
    object = models.TextField(_("objek"), blank=True)
    method = models.TextField(_("metode"), blank=True)
    resources = models.TextField(_("sumber daya"), blank=True)
    output = models.TextField(_("keluaran"), blank=True)
    outcome = models.TextField(_("hasil"), blank=True)
    feedback_on = models.DateField(_("umpan balik pada"), null=True, blank=True)

    saved_at = models.DateTimeField(_("disimpan pada"))
    saved_by = _account(_("disimpan oleh"))

    class Meta:
        verbose_name = _("alur dan pola pikir")
        verbose_name_plural = _("alur dan pola pikir")
        ordering = ("-saved_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="thought_about_one",
                condition=models.Q(aim__isnull=True, unit__isnull=False) | models.Q(aim__isnull=False, unit__isnull=True),
                violation_error_message=_("Alur pikir menyangkut satu simpul atau satu unit."),
            ),
            models.UniqueConstraint(
                fields=["agency", "aim"],
                condition=OPEN & models.Q(aim__isnull=False),
                name="thought_open_once_of_aim",
                violation_error_message=_("Simpul ini sudah punya alur pikir yang terbuka."),
            ),
            models.UniqueConstraint(
                fields=["agency", "unit"],
                condition=OPEN & models.Q(unit__isnull=False),
                name="thought_open_once_of_unit",
                violation_error_message=_("Unit ini sudah punya alur pikir yang terbuka."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.aim or self.unit)


@tracked()
class ThoughtEffort(TenantModel):
    """An effort (upaya) of a paper: who does it, who carries on after, by what it is measured, which mission it serves.

    ``made`` is the activity that it became in the tree.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    paper = models.ForeignKey(ThoughtPaper, on_delete=models.CASCADE, related_name="efforts", verbose_name=_("alur pikir"))
    position = models.PositiveSmallIntegerField(_("urutan"), default=0)
    text = models.CharField(_("upaya"), max_length=500)
    actor_unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit pelaksana")
    )
    actor_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan pelaksana")
    )
    carer_unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit penerus")
    )
    carer_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan penerus")
    )
    indicator = models.CharField(_("indikator"), max_length=500, blank=True)
    measure_unit = models.CharField(_("satuan"), max_length=60, blank=True)
    mission = models.ForeignKey(
        Aim, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("misi yang dilayani")
    )
    made = models.ForeignKey(
        Aim, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kegiatan yang dibuat")
    )

    class Meta:
        verbose_name = _("upaya")
        verbose_name_plural = _("upaya")
        ordering = ("position", "id")
        constraints = [
            models.CheckConstraint(
                name="thought_effort_has_text", condition=~models.Q(text=""), violation_error_message=_("Tulis upayanya.")
            ),
            models.UniqueConstraint(
                fields=["agency", "paper", "text"],
                name="thought_effort_once",
                violation_error_message=_("Upaya dengan bunyi yang sama sudah ada."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ThoughtVersion(TenantModel):
    """What a paper said when it was submitted; never changed. ``content`` holds the answers and efforts in words."""

    personal_data: ClassVar[tuple[str, ...]] = ("submitted_by",)

    paper = models.ForeignKey(ThoughtPaper, on_delete=models.CASCADE, related_name="versions", verbose_name=_("alur pikir"))
    number = models.PositiveSmallIntegerField(_("nomor versi"))
    content = models.JSONField(_("isi"))
    submitted_at = models.DateTimeField(_("diajukan pada"))
    submitted_by = _account(_("diajukan oleh"))

    class Meta:
        verbose_name = _("versi alur pikir")
        verbose_name_plural = _("versi alur pikir")
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["agency", "paper", "number"], name="thought_version_once")]

    def __str__(self) -> str:
        return f"{self.paper} – {self.number}"
