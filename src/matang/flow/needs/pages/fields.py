"""Form fields, checks and answers that the pages of the dictionary and of the standards share."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def basis_field(label: Any = None, help_text: Any = None) -> forms.CharField:
    """Return the field for the decree or reason behind a change."""
    said = _("Nomor keputusan atau alasan. Disimpan dalam riwayat.") if help_text is None else help_text
    return forms.CharField(label=label or _("Dasar"), max_length=120, help_text=said)


def xlsx_answer(name: str, content: bytes) -> HttpResponse:
    """Return the answer that downloads ``content`` as ``name``.xlsx."""
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"'})
