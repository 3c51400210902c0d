"""Forms of the archive: a file, and an answer for each kind of question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import PastField
from matang.flow.learn.models import PastCase
from matang.ui.fields import UploadField, day_field


class CasesFileForm(forms.Form):
    """A file of cases."""

    file = UploadField(
        help_text=_("CSV atau Excel (.xlsx) menurut templat, paling besar 5 MB dan 2.000 baris."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )


class AnswerForm(forms.Form):
    """An answer, always with who gave it or what holds it."""

    source = forms.CharField(
        label=_("Sumber jawaban"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Siapa yang menjawab dan kapan, atau dokumen yang memuatnya."),
    )
    field_order = ("number", "day", "year", "hosts", "whole", "offices", "right", "source")


class CountForm(AnswerForm):
    """How many people."""

    number = forms.IntegerField(label=_("Jumlah orang"), min_value=1, max_value=100_000)


class DayForm(AnswerForm):
    """A day."""

    day = day_field(_("Tanggal"), required=True)


class YearForm(AnswerForm):
    """A year."""

    year = forms.IntegerField(label=_("Tahun"), min_value=1945, max_value=2199)


class HostsForm(AnswerForm):
    """Where to."""

    hosts = forms.CharField(label=_("Tuan rumah"), max_length=2000, help_text=_("Bila beberapa, pisahkan dengan titik koma."))


class PartForm(AnswerForm):
    """Of which case this is a part."""

    whole = forms.ChoiceField(label=_("Bagian dari"), required=False)

    def __init__(self, *args: Any, codes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whole"].choices = [("", _("Bukan bagian dari kasus lain")), *codes]


class OfficesForm(AnswerForm):
    """Whether a number counts offices."""

    offices = forms.ChoiceField(
        label=_("Angka dalam catatan"),
        widget=forms.RadioSelect,
        choices=(("ya", _("Menghitung kantor, bukan orang")), ("tidak", _("Tidak menghitung kantor"))),
    )


class ConflictForm(AnswerForm):
    """Which of two is right."""

    right = forms.ChoiceField(
        label=_("Yang benar"),
        widget=forms.RadioSelect,
        choices=(("dates", _("Tanggalnya; lamanya tidak dipakai")), ("duration", _("Lamanya; tanggal selesai tidak dipakai"))),
    )


FORMS: dict[str, type[AnswerForm]] = {
    PastField.PEOPLE: CountForm, PastField.STARTS: DayForm, PastField.ENDS: DayForm, PastField.YEAR: YearForm,
    PastField.HOSTS: HostsForm, PastField.PART: PartForm, PastField.OFFICES: OfficesForm, PastField.CONFLICT: ConflictForm,
}  # fmt: skip


def part_choices(case: PastCase, others: list[PastCase]) -> list[tuple[str, str]]:
    """Return the other cases of the archive, by code."""
    return [(one.code, f"{one.code} – {one.sender}") for one in others if one.pk != case.pk]
