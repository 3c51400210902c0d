"""Event table and triggers of the audit trail of accounts.

Accounts change where no agency has been entered yet (signing in, the first operator), so an event may always be added;
it is read by the account's agency and by the account itself.
"""

import django.contrib.auth.validators
import django.db.models.functions.comparison
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from matang.foundation.tenancy.rls import ACTOR, AGENCY

TABLE = "identity_usertrail"


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("identity", "0004_cache"),
    ]

    operations = [
        migrations.CreateModel(
            name="UserTrail",
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
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("person_id", models.BigIntegerField(blank=True, null=True, verbose_name="pegawai")),
                ("agency_id", models.BigIntegerField(blank=True, null=True, verbose_name="instansi")),
                ("must_change_password", models.BooleanField(default=False, verbose_name="harus mengganti kata sandi")),
            ],
            options={
                "verbose_name": "jejak perubahan",
                "verbose_name_plural": "jejak perubahan",
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "identity_usertrail" ("agency_id", "date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "must_change_password", "person_id", "pgh_created_at", "pgh_label", "username") SELECT new_values."agency_id", new_values."date_joined", new_values."email", new_values."first_name", new_values."id", new_values."is_active", new_values."is_staff", new_values."is_superuser", new_values."last_name", new_values."must_change_password", new_values."person_id", NOW(), \'insert\', new_values."username" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="af5135f4ea61e3c27f856d5aae87cd04ecd479cc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1aba8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="identity_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "identity_usertrail" ("agency_id", "date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "must_change_password", "person_id", "pgh_created_at", "pgh_label", "username") SELECT new_values."agency_id", new_values."date_joined", new_values."email", new_values."first_name", new_values."id", new_values."is_active", new_values."is_staff", new_values."is_superuser", new_values."last_name", new_values."must_change_password", new_values."person_id", NOW(), \'update\', new_values."username" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."agency_id" IS DISTINCT FROM (new_values."agency_id") OR old_values."date_joined" IS DISTINCT FROM (new_values."date_joined") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."first_name" IS DISTINCT FROM (new_values."first_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."is_staff" IS DISTINCT FROM (new_values."is_staff") OR old_values."is_superuser" IS DISTINCT FROM (new_values."is_superuser") OR old_values."last_name" IS DISTINCT FROM (new_values."last_name") OR old_values."must_change_password" IS DISTINCT FROM (new_values."must_change_password") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."username" IS DISTINCT FROM (new_values."username")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ad796c197a13a46d5ea2a5b03127965feb55502c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_edbfc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="identity_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "identity_usertrail" ("agency_id", "date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "must_change_password", "person_id", "pgh_created_at", "pgh_label", "username") SELECT old_values."agency_id", old_values."date_joined", old_values."email", old_values."first_name", old_values."id", old_values."is_active", old_values."is_staff", old_values."is_superuser", old_values."last_name", old_values."must_change_password", old_values."person_id", NOW(), \'delete\', old_values."username" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e88a721822cdbed12a1b356d5ca29a47dcb6fee6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5b696",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="identity_user",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="usertrail",
            index=models.Index(fields=["id", "pgh_id"], name="user_trail"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="usertrail",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="829e4692440809fcbef0ace2b6855c5d09e84963",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_88817",
                    table="identity_usertrail",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(
            sql=[
                f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY",
                f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY",
                f"CREATE POLICY trail_add ON {TABLE} FOR INSERT WITH CHECK (true)",
                f"CREATE POLICY trail_read ON {TABLE} FOR SELECT USING (agency_id = {AGENCY} OR id = {ACTOR})",
            ],
            reverse_sql=[
                f"DROP POLICY trail_read ON {TABLE}",
                f"DROP POLICY trail_add ON {TABLE}",
                f"ALTER TABLE {TABLE} NO FORCE ROW LEVEL SECURITY",
                f"ALTER TABLE {TABLE} DISABLE ROW LEVEL SECURITY",
            ],
        ),
    ]
