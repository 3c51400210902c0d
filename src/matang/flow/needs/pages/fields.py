"""Form fields, checks and answers that the pages of the dictionary and of the standards share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def basis_field(label: Any = None, help_text: Any = None) -> forms.CharField:
    """Return the field for the decree or reason behind a change."""
    said = _("Nomor keputusan atau alasan. Disimpan dalam riwayat.") if help_text is None else help_text
    return forms.CharField(label=label or _("Dasar"), max_length=120, help_text=said)
