"""Fields that several forms share."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from matang.flow.register.public import UnitTree

INDENT = "– "


def reason_field(label: Any = None) -> forms.CharField:
    """Return the field for the reason that the trail keeps."""
    return forms.CharField(
        label=label or _("Alasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Misalnya nomor keputusan. Disimpan dalam riwayat."),
    )


def unit_choices(tree: UnitTree, *, deepest: int = 2) -> list[tuple[str | int, str]]:
    """Return the units to choose from, indented, with an empty choice that says that nobody is known."""
    shown = [(node.id, INDENT * node.depth + node.name) for node in tree.walk() if node.depth <= deepest]
    return [("", now("Belum diketahui")), *shown]


class NumberField(forms.CharField):
    """A decimal number as an office writes it: ``1.234,5`` or ``1234.5``. Empty = not known."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, max_length=30, widget=widget, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        """Return the number, None for nothing; refuse what can be read in two ways.

        ``1.234`` is a thousand here: the point parts thousands where exactly three digits follow each.
        """
        text = super().clean(value).replace(" ", "").replace("−", "-")
        if not text:
            return None
        sign, body = ("-", text[1:]) if text.startswith("-") else ("", text)
        whole, comma, places = body.partition(",")
        groups = whole.split(".")
        if comma or (len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3):
            body = "".join(groups) + ("." + places if comma else "")
        try:
            number = Decimal(sign + body)
        except InvalidOperation as error:
            raise ValidationError(now("Tulis angka, misalnya 12,5 atau 1.250.")) from error
        if not number.is_finite() or abs(number) >= Decimal(10) ** 16 or number != round(number, 4):
            raise ValidationError(now("Paling banyak empat angka di belakang koma."))
        return number

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number with a comma and without empty places."""
        if isinstance(value, Decimal):
            text = f"{value:f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
            return text.replace(".", ",")
        return value
