"""The audit trail: every change of a tracked model's rows leaves an event row, written by a trigger of the database.

The triggers fire once for a statement, so that bulk writes are seen as well and stay fast.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
import pghistory.models
from django.apps import apps
from django.db import models
from django.db.models import BigIntegerField, Func, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.context import WHERE, WHY

Model = TypeVar("Model", bound=models.Model)


def _setting(name: str) -> Func:
    return Func(Value(name), Value(True), function="current_setting", output_field=TextField())


class TrailEntry(pghistory.models.Event):
    """Base of the event tables. Who, why and from where come from the transaction's settings, by column defaults."""

    pgh_id = models.BigAutoField(_("nomor"), primary_key=True)
    pgh_created_at = models.DateTimeField(_("waktu"), auto_now_add=True)
    pgh_label = models.CharField(_("perubahan"), max_length=10)
    pgh_actor = models.BigIntegerField(
        _("akun"), null=True, db_default=Cast(NullIf(_setting("matang.actor"), Value("")), BigIntegerField())
    )
    pgh_why = models.TextField(_("alasan"), db_default=Coalesce(_setting(WHY), Value("")))
    pgh_where = models.TextField(_("asal"), db_default=Coalesce(_setting(WHERE), Value("")))

    class Meta:
        abstract = True


def tracked(*, exclude: tuple[str, ...] = ()) -> Callable[[type[Model]], type[Model]]:
    """Keep a trail of a model's inserts, updates and deletes, with all fields but ``exclude`` and generated ones.

    The model ``<Name>Trail`` appears beside it. It holds what the rows held, so the migration that makes its table also
    calls ``rls.protect`` for it.
    """

    def decorate(model: type[Model]) -> type[Model]:
        name = model._meta.object_name or ""
        personal: tuple[str, ...] = tuple(field for field in getattr(model, "personal_data", ()) if field not in exclude)
        attrs: dict[str, Any] = {"personal_data": (*personal, "pgh_actor", "pgh_why", "pgh_where")}
        meta = {
            "verbose_name": _("jejak perubahan"),
            "verbose_name_plural": _("jejak perubahan"),
            "indexes": [models.Index(fields=["id", "pgh_id"], name=f"{model._meta.model_name}_trail")],
        }
        generated = [field.name for field in model._meta.local_fields if isinstance(field, models.GeneratedField)]
        wrap = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=[*exclude, *generated],
            obj_field=None,
            context_field=None,  # type: ignore[arg-type]
            append_only=True,
            model_name=f"{name}Trail",
            base_model=TrailEntry,
            attrs=attrs,
            meta=meta,
            level=pghistory.Statement,
        )
        tracked_model: type[Model] = wrap(model)
        return tracked_model

    return decorate


def trail_of(model: type[models.Model]) -> type[TrailEntry]:
    """Return the event model of a tracked model.

    Raises:
        LookupError: the model is not tracked.
    """
    found: type[TrailEntry] = apps.get_model(model._meta.app_label, f"{model._meta.object_name}Trail")
    return found
