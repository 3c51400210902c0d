"""The tenant. Every row that belongs to one government carries its agency, and the database itself hides the others."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Agency(models.Model):
    """A government agency (*instansi*), such as a city government: the tenant. Its name is public; no row policy here."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("kode"), max_length=20, unique=True)
    name = models.CharField(_("nama"), max_length=200)
    time_zone = models.CharField(_("zona waktu"), max_length=40, default="Asia/Makassar")
    region_code = models.CharField(_("kode wilayah"), max_length=13, blank=True)
    synthetic = models.BooleanField(_("data sintetis"), default=False)

    class Meta:
        verbose_name = _("instansi")
        verbose_name_plural = _("instansi")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class TenantModel(models.Model):
    """Base of every model whose rows belong to one agency. Its table gets a row policy by ``rls.protect``."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name=_("instansi"))

    class Meta:
        abstract = True
