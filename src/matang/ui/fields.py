"""Fields that the forms of all stages share."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")
DASHES = "---------"


def day_input() -> forms.DateInput:
    """Return the browser's own picker of a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def day_field(label: Any, help_text: Any = "", *, required: bool = True, **options: Any) -> forms.DateField:
    """Return a field for a day, drawn by the browser's own picker."""
    return forms.DateField(label=label, help_text=help_text, required=required, widget=day_input(), **options)


def ask_to_choose(form: forms.BaseForm) -> None:
    """Name the empty choice of every select box: Django draws a row of dashes, which a screen reader spells out."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            if field.empty_label == DASHES:
                field.empty_label = _("Pilih")
        elif isinstance(field, forms.ChoiceField):
            field.choices = [(key, _("Pilih") if label == DASHES else label) for key, label in field.choices]


def text_field(label: Any, help_text: Any = "", *, required: bool = False, rows: int = 3, most: int = 4000) -> forms.CharField:
    """Return a field for several lines, of at most ``most`` letters."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, widget=area)


class RupiahField(forms.IntegerField):
    """Whole rupiah, written with or without dots and "Rp"."""

    def to_python(self, value: Any) -> int | None:
        """Read ``Rp 1.500.000`` as well as ``1500000``; decimals are refused, so that nobody wins or loses two zeros."""
        if isinstance(value, str):
            value = value.strip().removeprefix("Rp").strip()
            if THOUSANDS.fullmatch(value):
                value = value.replace(".", "")
        return super().to_python(value)


class UploadField(forms.FileField):
    """A file that is neither missing, empty nor too large to be read."""

    def __init__(self, **options: Any) -> None:
        errors = {"required": _("Pilih berkasnya dahulu."), "empty": _("Berkas ini kosong.")}
        super().__init__(**{"label": _("Berkas"), "error_messages": errors, **options})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse a file that is too large."""
        file = super().clean(data, initial)
        if file and file.size > settings.UPLOAD_LIMIT_BYTES:
            limit = filesizeformat(settings.UPLOAD_LIMIT_BYTES)
            raise forms.ValidationError(
                now("Berkas lebih besar dari %(limit)s. Bagi menjadi beberapa berkas.") % {"limit": limit}
            )
        return file
