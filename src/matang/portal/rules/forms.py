"""The forms: filters of the list, and "try a case" with a field for each fact a rule asks for."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang import rules
from matang.portal.rules.words import begun, fact_label, show, term
from matang.rules.core.expressions import Value
from matang.ui.fields import day_input

FIRST_DAY, LAST_DAY = date(1945, 8, 17), date(2100, 12, 31)
THOUSANDS = re.compile(r"^-?\d{1,3}(\.\d{3})+$")
LONGEST_NUMBER, LONGEST_TEXT = 20, 40
UNKNOWN = gettext_lazy("Tidak diketahui")


class DayField(forms.DateField):
    """A date within living memory of the republic, chosen in the browser's own way."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            widget=day_input(),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
            error_messages={"invalid": gettext_lazy("Tulis tanggal seperti 31-12-2026.")},
            **options,
        )


class AsAtField(DayField):
    """The day whose law is asked for."""

    def validate(self, value: date | None) -> None:
        """Refuse days for which no law of this republic can be asked."""
        super().validate(value)
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:
            raise forms.ValidationError(
                _("Pilih tanggal antara %(first)s dan %(last)s.") % {"first": show(FIRST_DAY), "last": show(LAST_DAY)}
            )


class FilterForm(forms.Form):
    """What the list shows."""

    q = forms.CharField(
        label=gettext_lazy("Cari aturan"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    topik = forms.ChoiceField(label=gettext_lazy("Topik"), required=False)
    periksa = forms.ChoiceField(
        label=gettext_lazy("Keadaan sumber"),
        required=False,
        choices=[("", gettext_lazy("Semua")), ("belum", gettext_lazy("Belum diverifikasi"))],
    )
    per = AsAtField(label=gettext_lazy("Nilai per tanggal"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        topics = [(key, term(name)) for key, name in rules.TOPICS.items()]
        self.fields["topik"].choices = [("", _("Semua topik")), *topics]  # type: ignore[attr-defined]


class FactNumberField(forms.CharField):
    """A number as an Indonesian or an English keyboard writes it; empty is unknown."""

    def __init__(self, fact: rules.Fact, **options: Any) -> None:
        attrs = {"inputmode": "decimal" if fact.decimals else "numeric", "autocomplete": "off"}
        super().__init__(required=False, max_length=LONGEST_NUMBER, widget=forms.TextInput(attrs=attrs), **options)
        self.fact = fact

    def clean(self, value: Any) -> int | Decimal | None:
        """Return the number; refuses what the fact cannot be, with the way out."""
        text = str(super().clean(value)).replace(" ", "")
        if not text:
            return None
        plain = text.replace(".", "") if "," in text or THOUSANDS.match(text) else text
        try:
            number = Decimal(plain.replace(",", "."))
            exact = int(number) if number.is_finite() and number == int(number) else number
            self.fact.interval(exact)
        except (InvalidOperation, OverflowError, ValueError):
            raise forms.ValidationError(self._range()) from None
        return exact

    def _range(self) -> str:
        low, high = self.fact.span
        sample = Value(self.fact)
        if self.fact.most > 10**9:
            return _("Tulis bilangan bulat, paling sedikit %(low)s.") % {"low": show(max(low, 0))}
        places = {"low": _number(sample, low), "high": _number(sample, high), "decimals": self.fact.decimals}
        if self.fact.decimals:
            return _("Tulis angka dari %(low)s sampai %(high)s, paling banyak %(decimals)s angka di belakang koma.") % places
        return _("Tulis bilangan bulat dari %(low)s sampai %(high)s.") % places


def _number(sample: Value, number: int) -> str:
    found = sample.unit_of(number)
    return show(found.number if isinstance(found, rules.Quantity) else found)  # type: ignore[arg-type]


class CaseForm(forms.Form):
    """A field for each fact of an item, every one of them allowed to be unknown, and the day."""

    per = AsAtField(label=gettext_lazy("Per tanggal"))

    def __init__(self, key: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.needs = rules.needs(key)
        day = self.fields.pop("per")
        for fact in self.needs:
            self.fields[fact.key] = _field(fact)
        self.fields["per"] = day

    @property
    def served(self) -> list[forms.BoundField]:
        """Return the fields for time in each kind of post, which are many."""
        return [self[fact.key] for fact in self.needs if fact.key.startswith("months_as_")]

    @property
    def others(self) -> list[forms.BoundField]:
        """Return all other fields, the day last."""
        served = {field.name for field in self.served}
        return [field for field in self if field.name not in served]

    @property
    def served_given(self) -> bool:
        """Return whether any time in a kind of post was filled in."""
        return any(field.value() for field in self.served)

    def facts(self) -> dict[str, object]:
        """Return what was filled in; what was left unknown is left out."""
        found = {fact.key: self.cleaned_data.get(fact.key) for fact in self.needs}
        return {key: value for key, value in found.items() if value not in {None, ""}}


def _field(fact: rules.Fact) -> forms.Field:
    """Return the field of one fact."""
    label = begun(fact_label(fact))
    if fact.unit:
        label = _("%(what)s (%(unit)s)") % {"what": label, "unit": term(fact.unit)}
    if fact.choices:
        choices = [("", UNKNOWN), *((word.key, term(word.label)) for word in fact.choices)]
        return forms.ChoiceField(label=label, choices=choices, required=False)
    if fact.kind is rules.Kind.DATE:
        return DayField(label=label)
    if fact.kind is rules.Kind.TEXT:
        return forms.CharField(label=label, required=False, max_length=LONGEST_TEXT)
    return FactNumberField(fact, label=label)
