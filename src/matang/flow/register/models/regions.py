"""Regions by the ministry's code. Public reference data, shared by all agencies."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import RegionLevel


class Region(models.Model):
    """A region. The key is the code (``72.71.01.1004``), never the name: names repeat and are spelled in several ways."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("kode"), max_length=13, primary_key=True)
    name = models.CharField(_("nama"), max_length=100)
    level = models.CharField(_("tingkat"), max_length=10, choices=RegionLevel.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        verbose_name = _("wilayah")
        verbose_name_plural = _("wilayah")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"
