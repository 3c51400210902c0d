"""The page of one aim: the line to its mission, its health, who answers for it, indicators, ties, what is below, history."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matang.flow.aims.choices import DEED_LEVELS, LinkKind
from matang.flow.aims.models import Aim, AimLink, AimPlan
from matang.flow.aims.pages.showing import crumbs_to, unit_names, words
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_aims
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.aims.selectors.health import Verdict
from matang.flow.aims.selectors.indicators import ended_indicators_of, indicators_of, links_of
from matang.flow.aims.selectors.then import as_it_was
from matang.flow.aims.selectors.trees import aim_visible_to
from matang.flow.aims.services.levels import children_for
from matang.flow.aims.services.writing import owner_path
from matang.flow.register.public import Post, Unit
from matang.foundation.access import gate
from matang.foundation.audit.selectors import HistoryEntry, history_of
from matang.foundation.identity.models import User
from matang.ui.asking import day_of, tail
from matang.ui.formats import angka, rupiah, tanggal

SHOWN_BELOW = 200
HIDDEN_FIELDS = {"path", "position", "valid_from"}


def aim_or_404(request: HttpRequest, aim_id: int) -> Aim:
    """Return an aim of the actor's agency, whatever its day."""
    found = aim_visible_to(request.actor, aim_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
@require_safe
def aim(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Show one aim."""
    day = day_of(request)
    found = as_it_was(aim_or_404(request, aim_id), day)
    forest = forest_at(request.actor, day)
    node = forest.by_id.get(found.pk)
    below = node.children if node else []
    may_edit = bool(may_edit_aims(request.actor, owner_path(found)))
    context = {
        "aim": found,
        "node": node,
        "day": day,
        "tail": tail(request),
        "ended": found.valid_to is not None and found.valid_to <= day,
        "verdict": node.verdict if node else Verdict("unknown"),
        "line": forest.line(node) if node else [],
        "crumbs": crumbs_to(node, None, tail(request)) if node else crumbs_to(None, found.title, tail(request)),
        "indicators": list(indicators_of(request.actor, found.pk, day)),
        "ended_indicators": list(ended_indicators_of(request.actor, found.pk, day)),
        "ties": _ties(found, links_of(request.actor, found.pk, day)),
        "below": below[:SHOWN_BELOW],
        "hidden": max(0, len(below) - SHOWN_BELOW),
        "units": unit_names(request.actor, day, (child.unit_id for child in below[:SHOWN_BELOW])),
        "flower": _flower(found) if found.level in DEED_LEVELS else None,
        "may_edit": may_edit,
        "may_add": request.actor.has(*EDITOR_ROLES) and bool(_levels_below(found)),
        "history": _history(found),
        **words(),
    }
    return render(request, "aims/aim.html", context)


def _levels_below(aim: Aim) -> tuple[str, ...]:
    return children_for(aim.level, same_plan=False)


def _ties(aim: Aim, links: list[AimLink]) -> list[dict[str, object]]:
    """Return the ties in words as seen from this aim."""
    back = {
        LinkKind.CONTRIBUTES_TO: _("Didukung oleh"),
        LinkKind.NEEDS: _("Dibutuhkan oleh"),
        LinkKind.SAME_AS: LinkKind.SAME_AS.label,
        LinkKind.SHARES_OUTCOME: LinkKind.SHARES_OUTCOME.label,
    }
    return [
        {
            "link": link,
            "kind": link.get_kind_display() if link.source_id == aim.pk else back[LinkKind(link.kind)],
            "other": link.target if link.source_id == aim.pk else link.source,
        }
        for link in links
    ]


def _flower(aim: Aim) -> list[tuple[str, str]]:
    """Return the flower test's answers in words; what is not known says so."""
    unknown = _("belum diketahui")
    who = [
        " · ".join(str(part) for part in pair if part) or unknown
        for pair in ((aim.doer_post, aim.doer_unit), (aim.carer_post, aim.carer_unit))
    ]
    when = unknown
    if aim.started_on or aim.ends_on:
        when = _("%(start)s sampai %(end)s") % {"start": tanggal(aim.started_on), "end": tanggal(aim.ends_on)}
    money = unknown
    if aim.upkeep_rupiah is not None:
        money = rupiah(aim.upkeep_rupiah) + (f" ({aim.upkeep_source})" if aim.upkeep_source else "")
    return [
        (_("Ditanam di mana"), aim.place or unknown),
        (_("Dikerjakan oleh"), who[0]),
        (_("Dirawat sesudahnya oleh"), who[1]),
        (_("Biaya perawatan setahun"), money),
        (_("Waktu"), when),
    ]


def _history(aim: Aim) -> list[dict[str, object]]:
    """Return what happened to the aim, newest first, in words."""
    entries = history_of(Aim, aim.pk)
    accounts = {entry.actor_id for entry in entries if entry.actor_id}
    names = {user.pk: str(user.get_full_name() or user.username) for user in User.objects.filter(pk__in=accounts)}
    named = _Names(entries)
    shown = []
    for number, entry in enumerate(entries):
        first = number == len(entries) - 1
        said = [] if first else [named.sentence(change) for change in entry.changes if change.field not in HIDDEN_FIELDS]
        if not said and not first:
            continue
        by = names.get(entry.actor_id or 0, _("perintah di server"))
        text = "; ".join([*said, *([_("alasan: %(why)s") % {"why": entry.why}] if entry.why else [])])
        shown.append({"date": entry.at, "title": _("Dibuat") if first else _("Diubah"), "text": f"{text} ({by})" if text else by})
    return shown


class _Names:
    """Names of what the history points to by key; three queries for all of it."""

    def __init__(self, entries: list[HistoryEntry]) -> None:
        keys: dict[str, set[int]] = {}
        for entry in entries[:-1]:
            for change in entry.changes:
                keys.setdefault(change.field, set()).update(key for key in (change.before, change.after) if isinstance(key, int))
        self.known: dict[str, dict[int, str]] = {}
        for fields, model, name in (
            (("unit", "doer_unit", "carer_unit"), Unit, "name"),
            (("post", "doer_post", "carer_post"), Post, "name"),
            (("parent",), Aim, "title"),
            (("plan",), AimPlan, "name"),
        ):
            wanted = {key for field in fields for key in keys.get(field, ())}
            found = dict(model.objects.filter(pk__in=wanted).values_list("pk", name)) if wanted else {}
            self.known |= dict.fromkeys(fields, found)

    def sentence(self, change: object) -> str:
        """Return one change in words."""
        before, after = (self._word(change.field, value) for value in (change.before, change.after))
        return _("%(what)s: %(before)s → %(after)s") % {"what": change.label, "before": before, "after": after}

    def _word(self, field: str, value: object) -> str:
        if value is None or value == "":
            return "–"
        if field in self.known:
            return self.known[field].get(value, str(value))
        if field == "upkeep_rupiah":
            return rupiah(value)
        if hasattr(value, "year"):
            return tanggal(value)
        return angka(value) if isinstance(value, int) else str(value)
