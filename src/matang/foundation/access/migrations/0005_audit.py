"""Event tables, triggers and tenant policies of the audit trail."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("access", "0004_enter"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GrantTrail",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False, verbose_name="nomor")),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True, verbose_name="waktu")),
                ("pgh_label", models.CharField(max_length=10, verbose_name="perubahan")),
                (
                    "pgh_actor",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.NullIf(
                                models.Func(
                                    models.Value("matang.actor"),
                                    models.Value(True),
                                    function="current_setting",
                                    output_field=models.TextField(),
                                ),
                                models.Value(""),
                            ),
                            models.BigIntegerField(),
                        ),
                        null=True,
                        verbose_name="akun",
                    ),
                ),
                (
                    "pgh_why",
                    models.TextField(
                        db_default=django.db.models.functions.comparison.Coalesce(
                            models.Func(
                                models.Value("matang.reason"),
                                models.Value(True),
                                function="current_setting",
                                output_field=models.TextField(),
                            ),
                            models.Value(""),
                        ),
                        verbose_name="alasan",
                    ),
                ),
                (
                    "pgh_where",
                    models.TextField(
                        db_default=django.db.models.functions.comparison.Coalesce(
                            models.Func(
                                models.Value("matang.place"),
                                models.Value(True),
                                function="current_setting",
                                output_field=models.TextField(),
                            ),
                            models.Value(""),
                        ),
                        verbose_name="asal",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("civil_servant", "ASN"),
                            ("direct_superior", "Atasan langsung"),
                            ("unit_head", "Kepala unit"),
                            ("hr_officer", "Pengelola kepegawaian"),
                            ("planner", "Perencana penempatan"),
                            ("panel_member", "Anggota tim penilai"),
                            ("mentor", "Mentor"),
                            ("host_coordinator", "Koordinator tuan rumah"),
                            ("auditor", "Auditor"),
                            ("system_operator", "Operator sistem"),
                        ],
                        max_length=20,
                        verbose_name="peran",
                    ),
                ),
                ("unit_id", models.BigIntegerField(blank=True, null=True, verbose_name="unit")),
                ("unit_path", models.CharField(blank=True, max_length=200, verbose_name="jalur unit")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan")),
            ],
            options={
                "verbose_name": "jejak perubahan",
                "verbose_name_plural": "jejak perubahan",
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="grant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "access_granttrail" ("agency_id", "id", "pgh_created_at", "pgh_label", "reason", "role", "unit_id", "unit_path", "user_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", NOW(), \'insert\', new_values."reason", new_values."role", new_values."unit_id", new_values."unit_path", new_values."user_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e727af747da800cab37d631af963139c66244721",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1423b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="access_grant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="grant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "access_granttrail" ("agency_id", "id", "pgh_created_at", "pgh_label", "reason", "role", "unit_id", "unit_path", "user_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", NOW(), \'update\', new_values."reason", new_values."role", new_values."unit_id", new_values."unit_path", new_values."user_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3e654107951d411755c99a8df56636b08cc4d286",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c99f4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="access_grant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="grant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "access_granttrail" ("agency_id", "id", "pgh_created_at", "pgh_label", "reason", "role", "unit_id", "unit_path", "user_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."id", NOW(), \'delete\', old_values."reason", old_values."role", old_values."unit_id", old_values."unit_path", old_values."user_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e5829e7e4d7cb0a91ab7726edba4d294de3b246b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b6eaf",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="access_grant",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="granttrail",
            name="agency",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="tenancy.agency",
                verbose_name="instansi",
            ),
        ),
        migrations.AddField(
            model_name="granttrail",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="akun",
            ),
        ),
        migrations.AddIndex(
            model_name="granttrail",
            index=models.Index(fields=["id", "pgh_id"], name="grant_trail"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="granttrail",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2b7d1014d35d10c40a1862013b7cfdcd0850a38",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_091d4",
                    table="access_granttrail",
                    when="BEFORE",
                ),
            ),
        ),
        rls.protect("access_granttrail", or_where=f"user_id = {rls.ACTOR}"),
    ]
