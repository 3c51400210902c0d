"""Read the national list."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from matang.flow.aims.choices import NomenclatureLevel, NomenclatureState
from matang.flow.aims.models import Nomenclature, NomenclatureEdition
from matang.foundation.access.actor import Actor

LIGHT = ("kept_out", "mended")


def editions_of(actor: Actor) -> QuerySet[NomenclatureEdition]:
    """Return the loaded lists of the actor's agency, newest first, without what was found in them."""
    rows = NomenclatureEdition.objects.filter(agency_id=actor.agency_id).defer(*LIGHT)
    return rows.select_related("created_by", "decided_by")


def edition_visible_to(actor: Actor, edition_id: int) -> NomenclatureEdition | None:
    """Return the loaded list when it is of the actor's agency, else None."""
    rows = NomenclatureEdition.objects.filter(agency_id=actor.agency_id, pk=edition_id)
    return rows.select_related("created_by", "decided_by").first()


def edition_in_use(actor: Actor) -> NomenclatureEdition | None:
    """Return the list that was put into use last, None when there is none."""
    return editions_of(actor).filter(state=NomenclatureState.IN_USE).order_by("-decided_at", "-id").first()


def rows_below(edition: NomenclatureEdition, code: str) -> QuerySet[Nomenclature]:
    """Return the rows right below a code (the fields for an empty one), each with ``below``, how many follow it."""
    counted = (
        Nomenclature.objects.filter(edition=edition, parent_code=OuterRef("code"))
        .order_by()
        .values("parent_code")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = Nomenclature.objects.filter(agency_id=edition.agency_id, edition=edition, parent_code=code)
    return rows.annotate(below=Coalesce(Subquery(counted), 0)).order_by("code")


def line_of(edition: NomenclatureEdition, code: str) -> list[Nomenclature]:
    """Return the rows from the field down to a code, itself included."""
    parts = code.split(".")
    prefixes = [".".join(parts[:size]) for size in range(1, len(parts) + 1)]
    return sorted(edition.rows.filter(code__in=prefixes), key=lambda row: len(row.code))


def rows_like(edition: NomenclatureEdition, text: str, level: str = "") -> QuerySet[Nomenclature]:
    """Return the rows whose title, indicator or code holds every word of ``text``; one level or all."""
    rows = Nomenclature.objects.filter(agency_id=edition.agency_id, edition=edition)
    if level in NomenclatureLevel.values:
        rows = rows.filter(level=level)
    for word in text.split():
        rows = rows.filter(Q(title__icontains=word) | Q(indicator__icontains=word) | Q(code__startswith=word))
    return rows.order_by("code")
