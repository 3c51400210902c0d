"""Technical competencies as an officer keeps them: add, reword, retire, revive. Each is a change that can be taken back."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import CompetencyField, EditionKind
from matang.flow.needs.models import Competency, CompetencyText, DictionaryEdition
from matang.flow.needs.permissions import may_edit_dictionary
from matang.flow.needs.services.dictionary.editions import apply_edition, lock_dictionary, prepare_edition
from matang.flow.needs.services.dictionary.planning import REFUSED, SAME, plan_edition
from matang.flow.needs.services.findings import shown
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require


@dataclass(frozen=True, slots=True)
class Wording:
    """A technical competency in an officer's words; ``levels`` are five sentences, level 1 first."""

    code: str
    name: str
    area: str
    definition: str
    levels: tuple[str, ...]


def save_technical(
    *, actor: Actor, wording: Wording, effective_from: date, reason: str, competency_id: int | None = None
) -> DictionaryEdition | None:
    """Add a technical competency, or reword one from a day; None when nothing would change.

    Raises:
        RefusedError: not allowed, or not a technical competency.
        ValidationError: the code or the name is taken, or the day lies before a later change.
    """
    require(may_edit_dictionary(actor))
    with transaction.atomic():
        lock_dictionary(actor.agency_id or 0)
        if competency_id is not None:
            _technical(actor, competency_id)
        _refuse_taken(actor.agency_id or 0, wording, competency_id)
        entry = {
            "key": "manual",
            "id": competency_id,
            "code": wording.code,
            "name": wording.name,
            "field": CompetencyField.TECHNICAL.value,
            "area": wording.area,
            "definition": wording.definition,
            "levels": {str(n): {"short": text, "official": None, "indicators": None} for n, text in enumerate(wording.levels, 1)},
        }
        return _decide(actor, wording.name, {"entries": [entry]}, effective_from, reason)


def retire(*, actor: Actor, competency_id: int, effective_from: date, reason: str) -> DictionaryEdition | None:
    """Let a technical competency end on a day; what was shown and asked before stays readable.

    Raises:
        RefusedError: not allowed, or not a technical competency.
        ValidationError: posts still ask for it, or it was changed later.
    """
    require(may_edit_dictionary(actor))
    with transaction.atomic():
        lock_dictionary(actor.agency_id or 0)
        found = _technical(actor, competency_id)
        return _decide(actor, found.name, {"retire": [found.pk]}, effective_from, reason)


def revive(*, actor: Actor, competency_id: int, effective_from: date, reason: str) -> DictionaryEdition | None:
    """Let a retired technical competency hold again from a day, worded as it was last.

    Raises:
        RefusedError: not allowed, or not a technical competency.
        ValidationError: it has not ended by that day.
    """
    text = CompetencyText.objects.filter(agency_id=actor.agency_id, competency_id=competency_id).order_by("valid_from").last()
    if text is None or text.valid_to is None:
        raise ValidationError(_("Kompetensi ini tidak sedang berakhir."))
    wording = Wording(text.code, text.name, text.area, text.definition, tuple(level["short"] for level in text.levels))
    return save_technical(actor=actor, wording=wording, effective_from=effective_from, reason=reason, competency_id=competency_id)


def _technical(actor: Actor, competency_id: int) -> Competency:
    found = Competency.objects.get(pk=competency_id, agency_id=actor.agency_id)
    if found.field != CompetencyField.TECHNICAL:
        raise RefusedError(
            Denied(_("Kompetensi manajerial dan sosial kultural ditetapkan peraturan; ubah dengan memuat berkas teks resminya."))
        )
    return found


def _refuse_taken(agency_id: int, wording: Wording, competency_id: int | None) -> None:
    others = CompetencyText.objects.filter(agency_id=agency_id).exclude(competency_id=competency_id)
    if holder := others.filter(code__iexact=wording.code).first():
        raise ValidationError({"code": _("Kode ini sudah dipakai oleh “%(name)s”.") % {"name": holder.name}})
    if holder := others.filter(name__iexact=wording.name, valid_to__isnull=True).first():
        raise ValidationError({"name": _("Nama ini sudah dipakai oleh kompetensi berkode %(code)s.") % {"code": holder.code}})


def _decide(actor: Actor, title: str, content: dict[str, object], day: date, reason: str) -> DictionaryEdition | None:
    edition = prepare_edition(
        actor=actor, title=title, source=reason, effective_from=day, content=content, kind=EditionKind.MANUAL
    )
    items = plan_edition(edition).items
    if refused := [item.finding for item in items if REFUSED in item.actions and item.finding]:
        found = shown(refused)[0]
        raise ValidationError({"effective_from": f"{found.reason} {found.way_out}"})
    if all(SAME in item.actions for item in items):
        edition.delete()
        return None
    return apply_edition(actor=actor, edition_id=edition.pk)
