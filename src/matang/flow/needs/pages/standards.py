"""What a post asks for, and a form to set it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.needs.models import Competency, CompetencyText
from matang.flow.needs.permissions import STANDARD_ROLES
from matang.flow.needs.selectors.standards import competencies_at, requirements_of
from matang.flow.needs.services.standards import set_standard
from matang.flow.register.public import Post, posts_at
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today


class StandardForm(forms.Form):
    """One requirement."""

    competency = forms.ModelChoiceField(Competency.objects.none(), label=gettext_lazy("Kompetensi"))
    level = forms.TypedChoiceField(coerce=int, choices=[(n, str(n)) for n in range(1, 6)], label=gettext_lazy("Level"))
    must = forms.BooleanField(
        required=False,
        label=gettext_lazy("Mutlak"),
        help_text=gettext_lazy("Syarat mutlak tidak dapat ditebus oleh kelebihan di tempat lain."),
    )
    valid_from = forms.DateField(
        label=gettext_lazy("Berlaku sejak"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: object, agency_id: int, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=agency_id).as_at(today())


@gate.signed_in
@require_http_methods(["GET", "POST"])
def post_standard(request: HttpRequest, post_id: int) -> HttpResponse:
    """Show what a post asks for; who may, sets a requirement."""
    actor, day = request.actor, today()
    post: Post | None = posts_at(actor.agency_id, day).filter(pk=post_id).first()
    if post is None:
        raise Http404
    may_set = actor.scope(*STANDARD_ROLES).covers(post.unit.path)
    form = StandardForm(request.POST or None, agency_id=actor.agency_id, initial={"valid_from": day})
    if request.method == "POST":
        if not may_set:
            raise PermissionDenied(_("Standar kompetensi hanya ditetapkan oleh pengelola kepegawaian atau perencana."))
        if form.is_valid():
            try:
                set_standard(
                    actor=actor, post_id=post.pk, competency_id=form.cleaned_data.pop("competency").pk, **form.cleaned_data
                )
            except RefusedError as error:
                raise PermissionDenied(error.answer.reason) from error
            messages.success(request, _("Syarat jabatan disimpan."))
            return redirect("needs:post_standard", post.pk)
    asked = requirements_of(actor.agency_id, day, [(post.pk, post.kind)])[post.pk]
    names = {competency.pk: competency for competency in competencies_at(actor.agency_id, day)}
    wording = {
        (text.competency_id, number): level["official"] or level["short"]
        for text in CompetencyText.objects.filter(competency_id__in=names).as_at(day)
        for number, level in enumerate(text.levels, start=1)
    }
    lines = [(names[r.competency_id], r, wording.get((r.competency_id, r.level), "")) for r in asked if r.competency_id in names]
    context = {
        "post": post,
        "lines": lines,
        "default": any(r.default for r in asked),
        "form": form,
        "may_set": may_set,
        "day": day,
    }
    return render(request, "needs/post_standard.html", context)
