"""The form for the rest of a post's standard: what the post is for, and its requirements in words."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.needs.models import PostSheet
from matang.flow.needs.pages.fields import basis_field
from matang.flow.needs.pages.standards.post import post_or_404
from matang.flow.needs.permissions import STANDARD_ROLES, may_set_standards_of
from matang.flow.needs.services.standards.sheets import FIELDS, set_sheet
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.fields import day_field
from matang.ui.refusals import demand, onto_or_forbid


def _text(label: object, help_text: object = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class SheetForm(forms.Form):
    """The words of a standard form beside its competencies."""

    post_code = forms.CharField(label=gettext_lazy("Kode jabatan"), max_length=40, required=False)
    affair = forms.CharField(label=gettext_lazy("Urusan pemerintahan"), max_length=200, required=False)
    summary = _text(gettext_lazy("Ikhtisar jabatan"), gettext_lazy("Satu atau dua kalimat: untuk apa jabatan ini ada."))
    rank = forms.CharField(label=gettext_lazy("Pangkat dan golongan"), max_length=200, required=False)
    education = _text(gettext_lazy("Pendidikan"), gettext_lazy("Jenjang dan bidang ilmu."))
    training = _text(
        gettext_lazy("Pelatihan"), gettext_lazy("Manajerial, teknis, fungsional; sebutkan mutlak, penting, atau perlu.")
    )
    experience = _text(gettext_lazy("Pengalaman kerja"))
    indicators = _text(gettext_lazy("Indikator kinerja jabatan"))
    effective_from = day_field(gettext_lazy("Berlaku sejak"))
    basis = basis_field(gettext_lazy("Dasar penetapan"))


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def post_sheet(request: HttpRequest, post_id: int) -> HttpResponse:
    """Write the sheet of a post from a day."""
    actor = request.actor
    post = post_or_404(actor, post_id)
    demand(may_set_standards_of(actor, [post.unit.path]))
    current = PostSheet.objects.filter(post=post).order_by("-valid_from").first()
    start = {name: getattr(current, name) for name in FIELDS} if current else {}
    form = SheetForm(request.POST or None, initial=start | {"effective_from": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            data = form.cleaned_data
            saved = set_sheet(
                actor=actor, post_id=post.pk, words=data, effective_from=data["effective_from"], basis=data["basis"]
            )
        if not form.errors:
            if saved is None:
                messages.info(request, _("Tidak ada yang berubah."))
            else:
                messages.success(request, _("Lembar standar disimpan."))
            return redirect("needs:post_standard", post.pk)
    return render(request, "needs/post_sheet.html", {"form": form, "post": post}, status=422 if form.errors else 200)
