"""Put a name forward for a post: look the person up, say why, and read where the name stands."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.place.permissions import may_nominate
from matang.flow.place.services.nominations import named_for, nominate
from matang.flow.plan.public import scenarios_visible_to
from matang.flow.register.public import Person, Post, people_visible_to
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.refusals import demand

SHORTEST, SHOWN = 3, 12


class NominationForm(forms.Form):
    """Who, and why."""

    person = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect, label=gettext_lazy("Pegawai yang diajukan"))
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Tampil pada lembar bersama nama Anda, juga sesudah putusan. Tidak dapat ditarik."),
    )


def _search(actor: Actor, words: str) -> list[Person]:
    if len(words) < SHORTEST:
        return []
    people = people_visible_to(actor, today())
    found = people.filter(nip__startswith=words) if words.isdecimal() else people.filter(full_name__icontains=words)
    return list(found.order_by("full_name", "pk")[:SHOWN])


@gate.roles(Role.APPOINTING_OFFICIAL, Role.PANEL_MEMBER)
@require_http_methods(["GET", "POST"])
def nominate_page(request: HttpRequest, scenario_id: int, post_id: int) -> HttpResponse:
    """Look a person up and put the name forward."""
    actor = request.actor
    scenario = scenarios_visible_to(actor).filter(pk=scenario_id, posts__post_id=post_id).first()
    if scenario is None:
        raise Http404
    post = Post.objects.select_related("unit").get(pk=post_id)
    demand(may_nominate(actor, post.unit.path))
    words = request.GET.get("q", "").strip()[:60]
    people = _search(actor, words)
    form = NominationForm(request.POST or None, initial={"person": people[0].pk if len(people) == 1 else None})
    form.fields["person"].choices = [(row.pk, f"{row.display_name} · {row.nip}") for row in people]
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            nominate(actor=actor, scenario_id=scenario.pk, post_id=post.pk, person_id=data["person"], reason=data["reason"])
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _("Nama dicatat. Lembar jabatan ini kini menunjukkan di mana ia berdiri dan mengapa."))
            return redirect("place:decide", scenario.pk, post.pk)
    context = {
        "scenario": scenario,
        "post": post,
        "form": form,
        "people": people,
        "q": words,
        "shortest": SHORTEST,
        "named": named_for(actor, scenario.pk, post.pk),
    }
    return render(request, "place/nominate.html", context)
