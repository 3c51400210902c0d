"""Rows that are true for a span of days: from ``valid_from`` (included) to ``valid_to`` (excluded; empty = still true)."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def holds_at(day: date, prefix: str = "") -> Q:
    """Return the condition that a dated row holds on ``day``; ``prefix`` is a lookup path such as ``"post__"``."""
    return Q(**{f"{prefix}valid_from__lte": day}) & (
        Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": day})
    )


Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class DatedQuerySet(models.QuerySet[Row_co]):
    """Queries over dated rows."""

    def as_at(self, day: date) -> Self:
        """Keep the rows that hold on ``day``."""
        return self.filter(holds_at(day))


class Dated(models.Model):
    """Base of rows with a validity in days."""

    valid_from = models.DateField(_("berlaku sejak"))
    valid_to = models.DateField(_("berlaku sampai (tidak termasuk)"), null=True, blank=True)

    class Meta:
        abstract = True
