"""The table of a trail, as migrations write it.

Migrations that were applied call this: to change what a trail holds, write a migration and leave this alone.
"""

from typing import Any

from django.db import models
from django.db.migrations import CreateModel
from django.db.models.functions import Cast, Coalesce, NullIf
from pgtrigger.compiler import Trigger

ONLY_THERE = {"unique", "primary_key", "auto_created", "serialize", "auto_now", "auto_now_add"}


def with_trail(step: CreateModel, *, refuse: Trigger, leave_out: tuple[str, ...] = ()) -> tuple[CreateModel, CreateModel]:
    """Return the step that makes a tracked model's table, and the one that makes its trail's.

    ``refuse`` is the trigger that keeps the trail's rows from being changed, ``leave_out`` names the fields without a trail.
    """
    copied = [(name, _copy(field)) for name, field in step.fields if name not in leave_out and not field.generated]
    trail = CreateModel(
        name=f"{step.name}Trail",
        fields=[*_who_and_when(), *copied],
        options={
            "verbose_name": "jejak perubahan",
            "verbose_name_plural": "jejak perubahan",
            "abstract": False,
            "indexes": [models.Index(fields=["id", "pgh_id"], name=f"{step.name.lower()}_trail")],
            "triggers": [refuse],
        },
    )
    return step, trail


def _copy(field: "models.Field[Any, Any]") -> "models.Field[Any, Any]":
    """Return the column that remembers ``field``: a key that may outlive what it points to, a number without a sequence."""
    told = {name: value for name, value in field.deconstruct()[3].items() if name not in ONLY_THERE}
    if field.is_relation:
        told |= {"db_constraint": False, "db_index": False, "on_delete": models.DO_NOTHING}
        told |= {"related_name": "+", "related_query_name": "+"}
        return models.ForeignKey(**told)
    told.pop("db_index", None)
    if isinstance(field, models.AutoField):
        return models.BigIntegerField()
    return type(field)(**told)


def _who_and_when() -> "list[tuple[str, models.Field[Any, Any]]]":
    """Return the first columns of every trail: what happened when, by whom, why and from where."""
    actor: models.BigIntegerField[int | None, int | None] = models.BigIntegerField(
        db_default=Cast(NullIf(_setting("matang.actor"), models.Value("")), models.BigIntegerField()),
        null=True,
        verbose_name="akun",
    )
    return [
        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False, verbose_name="nomor")),
        ("pgh_created_at", models.DateTimeField(auto_now_add=True, verbose_name="waktu")),
        ("pgh_label", models.CharField(max_length=10, verbose_name="perubahan")),
        ("pgh_actor", actor),
        ("pgh_why", models.TextField(db_default=Coalesce(_setting("matang.reason"), models.Value("")), verbose_name="alasan")),
        ("pgh_where", models.TextField(db_default=Coalesce(_setting("matang.place"), models.Value("")), verbose_name="asal")),
    ]


def _setting(name: str) -> models.Func:
    return models.Func(models.Value(name), models.Value(True), function="current_setting", output_field=models.TextField())
