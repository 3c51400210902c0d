"""Fields that all forms share."""

from django import forms

from matang.foundation.tenancy.models import Agency
from matang.ui.fields import ask_to_choose


class _Choosing(forms.Form):
    one = forms.ChoiceField(choices=[("", "---------"), ("a", "A")])
    other = forms.ModelChoiceField(Agency.objects.none())
    named = forms.ModelChoiceField(Agency.objects.none(), empty_label="Belum ada")


def test_no_select_box_shows_dashes_and_its_own_words_stay() -> None:
    form = _Choosing()
    ask_to_choose(form)
    assert list(form.fields["one"].choices) == [("", "Pilih"), ("a", "A")]
    assert [form.fields[name].empty_label for name in ("other", "named")] == ["Pilih", "Belum ada"]
