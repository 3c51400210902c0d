"""The needs that units have stated."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.needs.models import Competency
from matang.flow.needs.permissions import NEED_ROLES, OVERVIEW_ROLES
from matang.flow.needs.selectors.needs import needs_visible_to
from matang.flow.needs.services.needs import open_need
from matang.flow.register.public import UnitTree, unit_tree
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today

SHOWN = 100


class NeedForm(forms.Form):
    """A need of a unit."""

    unit = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Unit"))
    competency = forms.ModelChoiceField(
        Competency.objects.none(),
        required=False,
        label=gettext_lazy("Kompetensi dari kamus"),
        empty_label=gettext_lazy("Belum ada di kamus"),
    )
    what = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Yang dibutuhkan"),
        help_text=gettext_lazy("Boleh kosong bila memilih dari kamus."),
    )
    why = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Mengapa"),
        help_text=gettext_lazy("Pekerjaan apa yang tidak dapat dilakukan unit ini karena belum ada kompetensinya?"),
    )

    def __init__(self, *args: object, actor: Actor, tree: UnitTree, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        scope = actor.scope(*NEED_ROLES)
        self.fields["unit"].choices = [
            (node.id, ("– " * node.depth) + node.name) for node in tree.walk() if scope.covers(node.path) and node.depth < 2
        ]
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=actor.agency_id).as_at(today())

    def clean(self) -> dict[str, object]:
        """A need names a competency or says it in words."""
        data = super().clean()
        if not data.get("competency") and not data.get("what"):
            self.add_error("what", _("Pilih kompetensi dari kamus atau tulis yang dibutuhkan."))
        return data


@gate.roles(*OVERVIEW_ROLES)
def needs(request: HttpRequest) -> HttpResponse:
    """List the needs in reach, newest first."""
    found = needs_visible_to(request.actor)
    context = {
        "needs": list(found[:SHOWN]),
        "total": found.count(),
        "may_open": not request.actor.scope(*NEED_ROLES).empty,
        "chips": {"open": "warn", "planned": "info", "met": "pass", "withdrawn": ""},
    }
    return render(request, "needs/needs.html", context)


@gate.roles(*NEED_ROLES)
@require_http_methods(["GET", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """State a need."""
    actor = request.actor
    form = NeedForm(request.POST or None, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            open_need(
                actor=actor,
                unit_id=data["unit"],
                what=data["what"],
                why=data["why"],
                competency_id=data["competency"].pk if data["competency"] else None,
            )
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(request, _("Kebutuhan dicatat."))
        return redirect("needs:needs")
    return render(request, "needs/open_need.html", {"form": form})
