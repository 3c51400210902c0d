"""Forms of series, values, effects and publications."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.measure.choices import EffectDesign, PeriodKind
from matang.flow.measure.models import Series
from matang.flow.measure.models.periods import last_whole, number_of, period_name, start_of
from matang.flow.measure.services.numbers import NotANumberError, read_number
from matang.flow.measure.services.values import NewValue, fault_of
from matang.flow.register.public import UnitTree
from matang.foundation.access.actor import Scope
from matang.foundation.clock.services import today
from matang.ui.fields import UploadField, day_field

OFFERED_PERIODS = 60
VALUE_FIELDS = ("period", "value", "as_at", "numerator", "denominator", "note")


def unit_choices(tree: UnitTree, scope: Scope | None = None) -> list[tuple[int, str]]:
    """Return the units of the tree (within the scope) as choices, indented by depth."""
    return [(node.id, "\u2003" * node.depth + node.name) for node in tree.walk() if scope is None or scope.covers(node.path)]


def number_or_none(text: str) -> int | None:
    """Return a choice's key as a number, None for the empty one."""
    return int(text) if text else None


class NumberField(forms.CharField):
    """A decimal number as an office writes it: ``1.234,5`` or ``1234.5``."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=30, widget=widget, **kwargs)

    def clean(self, value: Any) -> Decimal:
        """Return the number; refuse what is none."""
        text = super().clean(value)
        try:
            return read_number(text)
        except NotANumberError as error:
            raise forms.ValidationError(
                _("Tulis angka, misalnya 12,5 atau 1.250; paling banyak empat di belakang koma.")
            ) from error


class SeriesForm(forms.Form):
    """A series: what is measured where, how often, from which source, and who fills it by when."""

    unit = forms.TypedChoiceField(
        coerce=number_or_none, empty_value=None, required=False, label=gettext_lazy("Unit yang diukur"),
        help_text=gettext_lazy("Kosongkan bila yang diukur seluruh kota atau kota lain, lalu tulis namanya di bawah."),
    )  # fmt: skip
    place = forms.CharField(
        max_length=200, required=False, label=gettext_lazy("Tempat lain"),
        help_text=gettext_lazy("Misalnya Seluruh kota, atau nama kota lain sebagai pembanding."),
    )  # fmt: skip
    kind = forms.ChoiceField(choices=PeriodKind.choices, label=gettext_lazy("Periode"), widget=forms.RadioSelect)
    starts_on = day_field(
        gettext_lazy("Periode pertama"), gettext_lazy("Tanggal mana pun di dalam periode pertama yang datanya ada.")
    )
    source = forms.CharField(
        max_length=200, label=gettext_lazy("Sumber"), help_text=gettext_lazy("Misalnya Profil kesehatan, atau aplikasi antrean.")
    )
    responsible = forms.TypedChoiceField(
        coerce=number_or_none, empty_value=None, required=False, label=gettext_lazy("Unit pengisi"),
        help_text=gettext_lazy("Kepala unit ini diingatkan bila nilainya belum diisi."),
    )  # fmt: skip
    due_days = forms.IntegerField(
        min_value=0, max_value=366, initial=30, label=gettext_lazy("Tenggat"),
        help_text=gettext_lazy("Berapa hari sesudah periode berakhir nilainya harus terisi."),
    )  # fmt: skip
    main = forms.BooleanField(
        required=False, label=gettext_lazy("Deret utama: dengan deret ini indikator dibandingkan dengan targetnya")
    )
    counts = forms.BooleanField(
        required=False,
        label=gettext_lazy("Nilainya cacah orang atau kejadian (bukan persen); cacah 1 sampai 4 tidak ditampilkan"),
    )

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [("", _("Belum dipilih")), *unit_choices(tree)]
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        self.fields["responsible"].choices = units  # type: ignore[attr-defined]


class SeriesChangeForm(SeriesForm):
    """A series that exists may end."""

    closed_on = day_field(gettext_lazy("Tidak diisi lagi sejak"), required=False)


class ValueForm(forms.Form):
    """One value: which period, how much, known when."""

    period = forms.DateField(label=gettext_lazy("Periode"), widget=forms.Select)
    value = NumberField(label=gettext_lazy("Nilai"))
    numerator = forms.IntegerField(
        min_value=0, required=False, label=gettext_lazy("Pembilang"),
        help_text=gettext_lazy("Bila nilainya persen atau rasio: dari berapa orang atau kejadian."),
    )  # fmt: skip
    denominator = forms.IntegerField(min_value=1, required=False, label=gettext_lazy("Penyebut"))
    as_at = day_field(
        gettext_lazy("Diketahui per"),
        gettext_lazy(
            "Tanggal terbit atau tanggal data. Revisi diisi dengan tanggal terbit yang baru; nilai lama tetap tersimpan."
        ),
    )
    note = forms.CharField(max_length=300, required=False, label=gettext_lazy("Catatan"))

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = max(last_whole(series.kind, today()), number_of(series.kind, today()))
        first = max(number_of(series.kind, series.starts_on), last - OFFERED_PERIODS + 1)
        starts = [start_of(series.kind, number) for number in range(last, first - 1, -1)]
        self.fields["period"].widget.choices = [(day.isoformat(), period_name(series.kind, day)) for day in starts]
        self.fields["value"].label = _("Nilai (%(unit)s)") % {"unit": series.indicator.measure_unit}
        self.series = series

    def clean(self) -> dict[str, Any]:
        """Say what is wrong with the value at the field where it is put right."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors:
            field, text = fault_of(self.series, NewValue(**{name: data[name] for name in VALUE_FIELDS}))
            if text:
                self.add_error(field, text)
        return data


class ReasonForm(forms.Form):
    """A reason that is kept."""

    reason = forms.CharField(max_length=300, label=gettext_lazy("Alasan"))


class EffectForm(forms.Form):
    """A question about an effect, fixed before the numbers are looked at."""

    treated = forms.ModelChoiceField(
        Series.objects.none(), label=gettext_lazy("Deret unit yang menerapkan"), empty_label=gettext_lazy("Pilih deret")
    )
    started_on = day_field(gettext_lazy("Mulai diterapkan"))
    reason = forms.CharField(
        max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label=gettext_lazy("Apa yang diterapkan"),
        help_text=gettext_lazy("Dan mengapa diharapkan mengubah angka ini."),
    )  # fmt: skip
    comparisons = forms.ModelMultipleChoiceField(
        Series.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("Pembanding"),
        help_text=gettext_lazy("Unit atau kota serupa yang tidak menerapkannya; sedikitnya empat agar dapat terbukti."),
    )  # fmt: skip
    comparison_reason = forms.CharField(
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=gettext_lazy("Mengapa pembanding itu"),
        help_text=gettext_lazy("Wajib bila ada pembanding yang dipilih."),
    )
    design = forms.ChoiceField(
        choices=EffectDesign.choices, initial=EffectDesign.LEVEL, widget=forms.RadioSelect,
        label=gettext_lazy("Cara membandingkan"),
        help_text=gettext_lazy("Cara kedua hanya bila unit ini memang sudah bergerak lain daripada pembandingnya sejak dulu."),
    )  # fmt: skip
    settling = forms.IntegerField(
        min_value=0, max_value=12, initial=0, label=gettext_lazy("Periode penyesuaian"),
        help_text=gettext_lazy("Sekian periode pertama dilewati karena penerapannya masih disiapkan."),
    )  # fmt: skip

    def __init__(self, *args: Any, series: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("treated", "comparisons"):
            field = self.fields[name]
            field.queryset = series  # type: ignore[attr-defined]
            field.label_from_instance = series_label  # type: ignore[attr-defined]


def series_label(series: Series) -> str:
    """Return how a series is told from its siblings."""
    return f"{series} – {series.get_kind_display()} – {series.source}"


class UploadForm(forms.Form):
    """A workbook with values."""

    file = UploadField(
        label=gettext_lazy("Berkas Excel (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=gettext_lazy("Diperiksa dulu; belum ada yang disimpan sebelum Anda menyetujuinya."),
    )
