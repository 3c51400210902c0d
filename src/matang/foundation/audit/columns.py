"""The columns that every trail has, as migrations write them."""

from typing import Any

from django.db import models
from django.db.models.functions import Cast, Coalesce, NullIf


def trail_columns() -> list[tuple[str, "models.Field[Any, Any]"]]:
    """Return the first columns of an event table: what happened when, by whom, why and from where.

    Migrations that were applied call this: to change the columns of ``TrailEntry``, write a migration and leave this alone.
    """
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
