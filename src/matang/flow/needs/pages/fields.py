"""Form fields, checks and answers that the pages of the dictionary and of the standards share."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """Return a field for a day, drawn by the browser's own picker."""
    return forms.DateField(label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def basis_field(label: Any = None, help_text: Any = None) -> forms.CharField:
    """Return the field for the decree or reason behind a change."""
    said = _("Nomor keputusan atau alasan. Disimpan dalam riwayat.") if help_text is None else help_text
    return forms.CharField(label=label or _("Dasar"), max_length=120, help_text=said)


class FileField(forms.FileField):
    """A table that is not too large."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": _("Pilih berkasnya dahulu."), "empty": _("Berkas ini kosong.")}
        super().__init__(label=_("Berkas"), error_messages=errors, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse a file that is too large."""
        file = super().clean(data, initial)
        if file and file.size > settings.UPLOAD_LIMIT_BYTES:
            limit = filesizeformat(settings.UPLOAD_LIMIT_BYTES)
            raise ValidationError(now("Berkas lebih besar dari %(limit)s. Bagi menjadi beberapa berkas.") % {"limit": limit})
        return file


def xlsx_answer(name: str, content: bytes) -> HttpResponse:
    """Return the answer that downloads ``content`` as ``name``.xlsx."""
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"'})
