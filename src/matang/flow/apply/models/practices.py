"""The practice registry: what worked where, under which conditions; what did not, and why."""

from typing import ClassVar

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.apply.choices import ConditionNeed, PracticeResult
from matang.flow.apply.models.adoptions import Adoption
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import Agency, TenantModel

LANGUAGE = "indonesian"
"""The text-search configuration: PostgreSQL's own Indonesian stemmer, so that "pengelolaan" finds "dikelola"."""


def need_field(name: object) -> models.CharField:
    """Return the column that says whether the practice needs one of the five conditions."""
    return models.CharField(name, max_length=10, choices=ConditionNeed.choices, default=ConditionNeed.UNKNOWN)


@tracked()
class Practice(TenantModel):
    """A practice as one government tried it. Published ones are read by every government.

    ``origin_*`` credits where it came from: government and unit by name, and the published practice it grew from by number.
    ``credited_name`` is a person's name, written only when they agreed. ``words`` is what a search reads, stemmed.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "credited_name")

    adoption = models.OneToOneField(
        Adoption, on_delete=models.PROTECT, null=True, blank=True, related_name="practice", verbose_name=_("penerapan")
    )
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pembawa")
    )
    title = models.CharField(_("praktik"), max_length=200)
    topic = models.CharField(_("topik"), max_length=120, blank=True)
    problem = models.TextField(_("masalah yang dijawab"), blank=True)
    what = models.TextField(_("apa yang dilakukan"), blank=True)
    result = models.CharField(_("hasil"), max_length=6, choices=PracticeResult.choices)
    why = models.TextField(_("mengapa berhasil atau tidak"), blank=True)
    government = models.CharField(_("pemerintah"), max_length=200)
    unit_name = models.CharField(_("unit"), max_length=200)
    origin_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pemerintah asal")
    )
    origin_practice_id = models.BigIntegerField(_("praktik asal"), null=True, blank=True)
    origin_name = models.CharField(_("asal praktik"), max_length=300, blank=True)
    credited_name = models.CharField(_("nama yang disebut"), max_length=200, blank=True)
    need_law = need_field(_("perlu aturan"))
    need_money = need_field(_("perlu anggaran"))
    need_people = need_field(_("perlu orang"))
    need_network = need_field(_("perlu jejaring"))
    need_leadership = need_field(_("perlu kepemimpinan"))
    conditions = models.TextField(_("keterangan syarat"), blank=True)
    cost_rupiah = models.BigIntegerField(_("biaya (Rp)"), null=True, blank=True)
    published = models.BooleanField(_("terbit untuk pemerintah lain"), default=False)
    published_on = models.DateField(_("terbit pada"), null=True, blank=True)
    changed_at = models.DateTimeField(_("diubah pada"))
    words = models.GeneratedField(
        expression=SearchVector("title", "topic", weight="A", config=LANGUAGE)
        + SearchVector("problem", "what", weight="B", config=LANGUAGE)
        + SearchVector("why", "conditions", "unit_name", "government", weight="C", config=LANGUAGE),
        output_field=SearchVectorField(),
        db_persist=True,
        verbose_name=_("kata yang dicari"),
    )

    class Meta:
        verbose_name = _("praktik")
        verbose_name_plural = _("praktik")
        ordering = ("-changed_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="practice_has_title", condition=~models.Q(title=""), violation_error_message=_("Tulis nama praktiknya.")
            ),
            models.CheckConstraint(
                name="practice_published_is_told",
                condition=models.Q(published=False)
                | (models.Q(published_on__isnull=False) & ~models.Q(what="") & ~models.Q(why="")),
                violation_error_message=_("Praktik yang terbit menyebut apa yang dilakukan dan mengapa berhasil atau tidak."),
            ),
        ]
        indexes = [models.Index(fields=["origin_practice_id"], name="practice_origin")]

    def __str__(self) -> str:
        return self.title
