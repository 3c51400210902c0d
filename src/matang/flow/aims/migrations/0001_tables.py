"""The tables of the stage, with their trails."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from django.db.migrations import CreateModel

from matang.foundation.audit.columns import with_trail
from matang.foundation.tenancy.tables import CreateTables


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("aims", "0001_initial"),
        ("aims", "0003_thoughts_flower_and_mayor"),
    ]
    dependencies = [
        ("register", "0002_policies"),
        ("tenancy", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateTables(
            [
                *with_trail(
                    CreateModel(
                        name="AimPlan",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[("rpjpd", "RPJPD"), ("rpjmd", "RPJMD"), ("renstra", "Renstra"), ("rkpd", "RKPD"), ("other", "Dokumen lain")], max_length=8, verbose_name="jenis"
                                ),
                            ),
                            ("name", models.CharField(max_length=200, verbose_name="nama")),
                            ("year_from", models.PositiveSmallIntegerField(verbose_name="tahun awal")),
                            ("year_to", models.PositiveSmallIntegerField(verbose_name="tahun akhir")),
                            ("adopted_on", models.DateField(blank=True, null=True, verbose_name="ditetapkan pada")),
                            ("source", models.CharField(blank=True, max_length=300, verbose_name="sumber")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit")),
                        ],
                        options={
                            "verbose_name": "dokumen perencanaan",
                            "verbose_name_plural": "dokumen perencanaan",
                            "ordering": ("-year_from", "kind", "name", "id"),
                            "constraints": [
                                models.UniqueConstraint(
                                    fields=("agency", "kind", "name", "year_from"), name="aim_plan_once", violation_error_message="Dokumen dengan jenis, nama, dan tahun awal ini sudah ada."
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("year_to__gte", models.F("year_from")), ("year_from__gte", 1945), ("year_to__lte", 2199)),
                                    name="aim_plan_years",
                                    violation_error_message="Tahun akhir tidak boleh sebelum tahun awal.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("kind", "renstra"), _negated=True), ("unit__isnull", False), _connector="OR"),
                                    name="aim_plan_renstra_has_unit",
                                    violation_error_message="Renstra adalah dokumen satu perangkat daerah: pilih unitnya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimplantrail" ("adopted_on", "agency_id", "id", "kind", "name", "pgh_created_at", "pgh_label", "source", "unit_id", "year_from", "year_to") SELECT new_values."adopted_on", new_values."agency_id", new_values."id", new_values."kind", new_values."name", NOW(), \'insert\', new_values."source", new_values."unit_id", new_values."year_from", new_values."year_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="453932cac9b34fd332a390e87affd64775537689",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_b458f",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_aimplan",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimplantrail" ("adopted_on", "agency_id", "id", "kind", "name", "pgh_created_at", "pgh_label", "source", "unit_id", "year_from", "year_to") SELECT new_values."adopted_on", new_values."agency_id", new_values."id", new_values."kind", new_values."name", NOW(), \'update\', new_values."source", new_values."unit_id", new_values."year_from", new_values."year_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c24ab6702c12307ddbcbc1d03fe30981fd74ae6d",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_b014b",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_aimplan",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimplantrail" ("adopted_on", "agency_id", "id", "kind", "name", "pgh_created_at", "pgh_label", "source", "unit_id", "year_from", "year_to") SELECT old_values."adopted_on", old_values."agency_id", old_values."id", old_values."kind", old_values."name", NOW(), \'delete\', old_values."source", old_values."unit_id", old_values."year_from", old_values."year_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="bc37d3ae3a1ce5f193c15aa282d2d126fa902644",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_c3300",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_aimplan",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c2f28c97f984bb44268c68417b035adf8c898411",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_349e8",
                            table="aims_aimplantrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Aim",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            (
                                "level",
                                models.CharField(
                                    choices=[
                                        ("vision", "Visi"),
                                        ("mission", "Misi"),
                                        ("goal", "Tujuan"),
                                        ("objective", "Sasaran"),
                                        ("critical_success_factor", "Faktor penentu keberhasilan"),
                                        ("intermediate_condition", "Kondisi antara"),
                                        ("programme", "Program"),
                                        ("activity", "Kegiatan"),
                                        ("sub_activity", "Subkegiatan"),
                                    ],
                                    max_length=24,
                                    verbose_name="tingkat",
                                ),
                            ),
                            ("code", models.CharField(blank=True, max_length=40, verbose_name="kode")),
                            ("title", models.CharField(max_length=500, verbose_name="rumusan")),
                            ("output", models.TextField(blank=True, verbose_name="kinerja")),
                            ("path", models.CharField(blank=True, max_length=400, verbose_name="jalur")),
                            ("position", models.PositiveIntegerField(default=0, verbose_name="urutan")),
                            ("place", models.CharField(blank=True, max_length=200, verbose_name="tempat")),
                            ("upkeep_rupiah", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="biaya perawatan setahun (Rp)")),
                            ("upkeep_source", models.CharField(blank=True, max_length=200, verbose_name="sumber biaya perawatan")),
                            ("started_on", models.DateField(blank=True, null=True, verbose_name="dimulai pada")),
                            ("ends_on", models.DateField(blank=True, null=True, verbose_name="selesai paling lambat")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("carer_post", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan perawat")),
                            ("carer_unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit perawat")),
                            (
                                "doer_post",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan pelaksana"),
                            ),
                            ("doer_unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit pelaksana")),
                            ("parent", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="aims.aim", verbose_name="induk")),
                            (
                                "post",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan penanggung jawab"),
                            ),
                            ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit penanggung jawab")),
                            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="aims", to="aims.aimplan", verbose_name="dokumen")),
                        ],
                        options={
                            "verbose_name": "simpul tujuan",
                            "verbose_name_plural": "simpul tujuan",
                            "ordering": ("position", "code", "id"),
                            "indexes": [
                                models.Index(fields=["agency", "path"], name="aim_path", opclasses=["int8_ops", "varchar_pattern_ops"]),
                                models.Index(fields=["agency", "plan", "parent", "position"], name="aim_below"),
                                models.Index(fields=["agency", "code"], name="aim_code"),
                            ],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="aim_ends_after_start",
                                    violation_error_message="Simpul harus berakhir sesudah mulai berlaku.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("ends_on__isnull", True), ("started_on__isnull", True), ("ends_on__gte", models.F("started_on")), _connector="OR"),
                                    name="aim_done_after_begun",
                                    violation_error_message="Selesai tidak boleh sebelum dimulai.",
                                ),
                                models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="aim_has_title", violation_error_message="Tulis rumusannya."),
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("level", "vision"), _negated=True), ("parent__isnull", True), _connector="OR"),
                                    name="aim_vision_on_top",
                                    violation_error_message="Visi tidak punya induk.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("level__in", ("vision", "mission", "goal", "objective", "programme")), ("parent__isnull", False), _connector="OR"),
                                    name="aim_hangs_under_something",
                                    violation_error_message="Tingkat ini harus punya induk.",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(("valid_to__isnull", True)),
                                    fields=("agency", "plan", "parent", "level", "unit", "code", "title"),
                                    name="aim_once",
                                    nulls_distinct=False,
                                    violation_error_message="Simpul dengan rumusan yang sama sudah ada di tempat ini.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimtrail" ("agency_id", "carer_post_id", "carer_unit_id", "code", "doer_post_id", "doer_unit_id", "ends_on", "id", "level", "output", "parent_id", "path", "pgh_created_at", "pgh_label", "place", "plan_id", "position", "post_id", "started_on", "title", "unit_id", "upkeep_rupiah", "upkeep_source", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."carer_post_id", new_values."carer_unit_id", new_values."code", new_values."doer_post_id", new_values."doer_unit_id", new_values."ends_on", new_values."id", new_values."level", new_values."output", new_values."parent_id", new_values."path", NOW(), \'insert\', new_values."place", new_values."plan_id", new_values."position", new_values."post_id", new_values."started_on", new_values."title", new_values."unit_id", new_values."upkeep_rupiah", new_values."upkeep_source", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="90e6a10ed192f79ccc760405aa8f56e1c83014ca",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_d2864",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_aim",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimtrail" ("agency_id", "carer_post_id", "carer_unit_id", "code", "doer_post_id", "doer_unit_id", "ends_on", "id", "level", "output", "parent_id", "path", "pgh_created_at", "pgh_label", "place", "plan_id", "position", "post_id", "started_on", "title", "unit_id", "upkeep_rupiah", "upkeep_source", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."carer_post_id", new_values."carer_unit_id", new_values."code", new_values."doer_post_id", new_values."doer_unit_id", new_values."ends_on", new_values."id", new_values."level", new_values."output", new_values."parent_id", new_values."path", NOW(), \'update\', new_values."place", new_values."plan_id", new_values."position", new_values."post_id", new_values."started_on", new_values."title", new_values."unit_id", new_values."upkeep_rupiah", new_values."upkeep_source", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c558653cd590399357c48ef4fe4ca746316f71a6",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_9ad5b",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_aim",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimtrail" ("agency_id", "carer_post_id", "carer_unit_id", "code", "doer_post_id", "doer_unit_id", "ends_on", "id", "level", "output", "parent_id", "path", "pgh_created_at", "pgh_label", "place", "plan_id", "position", "post_id", "started_on", "title", "unit_id", "upkeep_rupiah", "upkeep_source", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."carer_post_id", old_values."carer_unit_id", old_values."code", old_values."doer_post_id", old_values."doer_unit_id", old_values."ends_on", old_values."id", old_values."level", old_values."output", old_values."parent_id", old_values."path", NOW(), \'delete\', old_values."place", old_values."plan_id", old_values."position", old_values."post_id", old_values."started_on", old_values."title", old_values."unit_id", old_values."upkeep_rupiah", old_values."upkeep_source", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6a13479decaae1eb7787cdcc5391806abe69bb84",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_be42c",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_aim",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5d295ac9f0fa4a83a829f4f6f75cd09b49c030f1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7d62a",
                            table="aims_aimtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="AimLink",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[("contributes_to", "Mendukung"), ("needs", "Membutuhkan"), ("same_as", "Sama dengan"), ("shares_outcome", "Berbagi hasil dengan")],
                                    max_length=16,
                                    verbose_name="hubungan",
                                ),
                            ),
                            (
                                "share_percent",
                                models.DecimalField(
                                    blank=True,
                                    decimal_places=2,
                                    max_digits=5,
                                    null=True,
                                    validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)],
                                    verbose_name="bagian yang disepakati (%)",
                                ),
                            ),
                            ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                            ("agreed_on", models.DateField(blank=True, null=True, verbose_name="disepakati pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("source", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="links_out", to="aims.aim", verbose_name="dari")),
                            ("target", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="links_in", to="aims.aim", verbose_name="ke")),
                        ],
                        options={
                            "verbose_name": "hubungan tujuan",
                            "verbose_name_plural": "hubungan tujuan",
                            "ordering": ("kind", "id"),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="aim_link_ends_after_start",
                                    violation_error_message="Hubungan harus berakhir sesudah mulai berlaku.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("source", models.F("target")), _negated=True),
                                    name="aim_link_between_two",
                                    violation_error_message="Sebuah simpul tidak dihubungkan dengan dirinya sendiri.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("share_percent__isnull", True), models.Q(("share_percent__gte", 0), ("share_percent__lte", 100)), _connector="OR"),
                                    name="aim_link_share_is_percent",
                                    violation_error_message="Bagian yang disepakati adalah 0 sampai 100 persen.",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(("valid_to__isnull", True)),
                                    fields=("agency", "source", "target", "kind"),
                                    name="aim_link_once",
                                    violation_error_message="Hubungan ini sudah tercatat.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimlinktrail" ("agency_id", "agreed_on", "id", "kind", "note", "pgh_created_at", "pgh_label", "share_percent", "source_id", "target_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."agreed_on", new_values."id", new_values."kind", new_values."note", NOW(), \'insert\', new_values."share_percent", new_values."source_id", new_values."target_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="7d058912810fdac5cfb8630d32ef66f4a3b03b97",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_01c96",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_aimlink",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimlinktrail" ("agency_id", "agreed_on", "id", "kind", "note", "pgh_created_at", "pgh_label", "share_percent", "source_id", "target_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."agreed_on", new_values."id", new_values."kind", new_values."note", NOW(), \'update\', new_values."share_percent", new_values."source_id", new_values."target_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="373e46de41b6208cffcf4e16390627b22e2e7dc4",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_d2018",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_aimlink",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_aimlinktrail" ("agency_id", "agreed_on", "id", "kind", "note", "pgh_created_at", "pgh_label", "share_percent", "source_id", "target_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."agreed_on", old_values."id", old_values."kind", old_values."note", NOW(), \'delete\', old_values."share_percent", old_values."source_id", old_values."target_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3fe44f8b52a7bd9cc5af841cee991b986100bb96",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_5335d",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_aimlink",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7cc8972b97718702b0db3ced6bdee981e9f562ad",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_66383",
                            table="aims_aimlinktrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Indicator",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("name", models.CharField(max_length=500, verbose_name="nama indikator")),
                            ("measure_unit", models.CharField(max_length=60, verbose_name="satuan")),
                            ("direction", models.CharField(choices=[("up", "Makin tinggi makin baik"), ("down", "Makin rendah makin baik")], default="up", max_length=4, verbose_name="arah")),
                            ("decimals", models.PositiveSmallIntegerField(default=0, verbose_name="angka di belakang koma")),
                            ("baseline_value", models.DecimalField(blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="nilai awal")),
                            ("baseline_on", models.DateField(blank=True, null=True, verbose_name="nilai awal per")),
                            ("baseline_source", models.CharField(blank=True, max_length=200, verbose_name="sumber nilai awal")),
                            ("target_value", models.DecimalField(blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target")),
                            ("target_on", models.DateField(blank=True, null=True, verbose_name="target pada")),
                            ("data_source", models.CharField(blank=True, max_length=200, verbose_name="sumber data")),
                            ("position", models.PositiveIntegerField(default=0, verbose_name="urutan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("aim", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="aims.aim", verbose_name="simpul tujuan")),
                            (
                                "unit",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit penanggung jawab data"),
                            ),
                        ],
                        options={
                            "verbose_name": "indikator",
                            "verbose_name_plural": "indikator",
                            "ordering": ("position", "id"),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="indicator_ends_after_start",
                                    violation_error_message="Indikator harus berakhir sesudah mulai berlaku.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("target_on__isnull", True), ("baseline_on__isnull", True), ("target_on__gte", models.F("baseline_on")), _connector="OR"),
                                    name="indicator_target_after_baseline",
                                    violation_error_message="Target tidak boleh sebelum nilai awal.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("baseline_on__isnull", True), ("baseline_value__isnull", False), _connector="OR"),
                                        models.Q(("target_on__isnull", True), ("target_value__isnull", False), _connector="OR"),
                                    ),
                                    name="indicator_dates_have_values",
                                    violation_error_message="Tanggal tanpa nilai: isi nilainya, atau kosongkan tanggalnya.",
                                ),
                                models.CheckConstraint(condition=models.Q(("decimals__lte", 4)), name="indicator_decimals", violation_error_message="Angka di belakang koma paling banyak empat."),
                                models.UniqueConstraint(
                                    condition=models.Q(("valid_to__isnull", True)),
                                    fields=("agency", "aim", "name"),
                                    name="indicator_once",
                                    violation_error_message="Indikator dengan nama ini sudah ada pada simpul ini.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_indicatortrail" ("agency_id", "aim_id", "baseline_on", "baseline_source", "baseline_value", "data_source", "decimals", "direction", "id", "measure_unit", "name", "pgh_created_at", "pgh_label", "position", "target_on", "target_value", "unit_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."aim_id", new_values."baseline_on", new_values."baseline_source", new_values."baseline_value", new_values."data_source", new_values."decimals", new_values."direction", new_values."id", new_values."measure_unit", new_values."name", NOW(), \'insert\', new_values."position", new_values."target_on", new_values."target_value", new_values."unit_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="46b2418928fc5f81672a90e84f716147b41d1582",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_81ed9",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_indicator",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_indicatortrail" ("agency_id", "aim_id", "baseline_on", "baseline_source", "baseline_value", "data_source", "decimals", "direction", "id", "measure_unit", "name", "pgh_created_at", "pgh_label", "position", "target_on", "target_value", "unit_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."aim_id", new_values."baseline_on", new_values."baseline_source", new_values."baseline_value", new_values."data_source", new_values."decimals", new_values."direction", new_values."id", new_values."measure_unit", new_values."name", NOW(), \'update\', new_values."position", new_values."target_on", new_values."target_value", new_values."unit_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="978f6cd63ba80556259f08012a6979bd846460fe",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_e3975",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_indicator",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_indicatortrail" ("agency_id", "aim_id", "baseline_on", "baseline_source", "baseline_value", "data_source", "decimals", "direction", "id", "measure_unit", "name", "pgh_created_at", "pgh_label", "position", "target_on", "target_value", "unit_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."aim_id", old_values."baseline_on", old_values."baseline_source", old_values."baseline_value", old_values."data_source", old_values."decimals", old_values."direction", old_values."id", old_values."measure_unit", old_values."name", NOW(), \'delete\', old_values."position", old_values."target_on", old_values."target_value", old_values."unit_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="915d4cbb4ca12c1b7ef383678f4b88f8ae820580",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_85cc3",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_indicator",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cc92e7225bf12184302f00aee6e57bbf03a1c1df",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f56a4",
                            table="aims_indicatortrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="MayorAgenda",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("title", models.CharField(max_length=200, verbose_name="agenda")),
                            ("announced_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah program yang diumumkan")),
                            ("source", models.CharField(blank=True, max_length=300, verbose_name="sumber")),
                            ("position", models.PositiveIntegerField(default=0, verbose_name="urutan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ],
                        options={
                            "verbose_name": "agenda wali kota",
                            "verbose_name_plural": "agenda wali kota",
                            "ordering": ("position", "id"),
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "title"), name="mayor_agenda_once", violation_error_message="Agenda dengan nama ini sudah ada."),
                                models.CheckConstraint(
                                    condition=models.Q(("announced_count__isnull", True), models.Q(("source", ""), _negated=True), _connector="OR"),
                                    name="mayor_agenda_count_has_source",
                                    violation_error_message="Sebut sumber jumlah yang diumumkan.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayoragendatrail" ("agency_id", "announced_count", "id", "pgh_created_at", "pgh_label", "position", "source", "title") SELECT new_values."agency_id", new_values."announced_count", new_values."id", NOW(), \'insert\', new_values."position", new_values."source", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="77fb2dd528bc148f65b3ccc4b4843d921f054c53",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_d8e02",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_mayoragenda",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayoragendatrail" ("agency_id", "announced_count", "id", "pgh_created_at", "pgh_label", "position", "source", "title") SELECT new_values."agency_id", new_values."announced_count", new_values."id", NOW(), \'update\', new_values."position", new_values."source", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="108ee434aedaedb64536eac5ac15b578fb9d06f1",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_19170",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_mayoragenda",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayoragendatrail" ("agency_id", "announced_count", "id", "pgh_created_at", "pgh_label", "position", "source", "title") SELECT old_values."agency_id", old_values."announced_count", old_values."id", NOW(), \'delete\', old_values."position", old_values."source", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b9a2b88559c02005282bab15c38c7324d75ba42d",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_02a1a",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_mayoragenda",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="95918dd65c8234c2de8bad835fad0b52e38a41f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9b8eb",
                            table="aims_mayoragendatrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="MayorAnnouncement",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("programmes", models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah program")),
                            ("agendas", models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah agenda")),
                            ("source", models.CharField(max_length=300, verbose_name="sumber")),
                            ("said_on", models.DateField(blank=True, null=True, verbose_name="diumumkan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ],
                        options={
                            "verbose_name": "pengumuman jumlah program",
                            "verbose_name_plural": "pengumuman jumlah program",
                            "ordering": ("said_on", "id"),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("programmes__isnull", False), ("agendas__isnull", False), _connector="OR"),
                                    name="mayor_announcement_says_something",
                                    violation_error_message="Isi jumlah program, jumlah agenda, atau keduanya.",
                                ),
                                models.UniqueConstraint(
                                    fields=("agency", "programmes", "agendas", "source"), name="mayor_announcement_once", nulls_distinct=False, violation_error_message="Pengumuman ini sudah tercatat."
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayorannouncementtrail" ("agency_id", "agendas", "id", "pgh_created_at", "pgh_label", "programmes", "said_on", "source") SELECT new_values."agency_id", new_values."agendas", new_values."id", NOW(), \'insert\', new_values."programmes", new_values."said_on", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="fb8bcf62b47b2c1758f67aea8f9c78c34b2f6a00",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_4d490",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_mayorannouncement",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayorannouncementtrail" ("agency_id", "agendas", "id", "pgh_created_at", "pgh_label", "programmes", "said_on", "source") SELECT new_values."agency_id", new_values."agendas", new_values."id", NOW(), \'update\', new_values."programmes", new_values."said_on", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="ae4504571efcf93958226cf23e308ae01e0c4e28",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_331f0",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_mayorannouncement",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayorannouncementtrail" ("agency_id", "agendas", "id", "pgh_created_at", "pgh_label", "programmes", "said_on", "source") SELECT old_values."agency_id", old_values."agendas", old_values."id", NOW(), \'delete\', old_values."programmes", old_values."said_on", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3e00dd04f84b301c73725a917edb066157b2985e",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_1b95c",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_mayorannouncement",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1f8e37731d0cb2253f98f3728340c1c9abc3d0cd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_edded",
                            table="aims_mayorannouncementtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="MayorProgramme",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("title", models.CharField(max_length=300, verbose_name="program")),
                            ("announced_total", models.PositiveBigIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name="jumlah yang diumumkan")),
                            ("total_unit", models.CharField(blank=True, max_length=60, verbose_name="satuan")),
                            ("source", models.CharField(blank=True, max_length=300, verbose_name="sumber")),
                            ("position", models.PositiveIntegerField(default=0, verbose_name="urutan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("agenda", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="programmes", to="aims.mayoragenda", verbose_name="agenda")),
                        ],
                        options={
                            "verbose_name": "program wali kota",
                            "verbose_name_plural": "program wali kota",
                            "ordering": ("position", "id"),
                            "constraints": [
                                models.UniqueConstraint(
                                    fields=("agency", "agenda", "title"), name="mayor_programme_once", violation_error_message="Program dengan nama ini sudah ada dalam agenda yang sama."
                                )
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayorprogrammetrail" ("agency_id", "agenda_id", "announced_total", "id", "pgh_created_at", "pgh_label", "position", "source", "title", "total_unit") SELECT new_values."agency_id", new_values."agenda_id", new_values."announced_total", new_values."id", NOW(), \'insert\', new_values."position", new_values."source", new_values."title", new_values."total_unit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="67e5129d9f9d016e9d9bcbc55680afef2a6c084f",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_998c1",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_mayorprogramme",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayorprogrammetrail" ("agency_id", "agenda_id", "announced_total", "id", "pgh_created_at", "pgh_label", "position", "source", "title", "total_unit") SELECT new_values."agency_id", new_values."agenda_id", new_values."announced_total", new_values."id", NOW(), \'update\', new_values."position", new_values."source", new_values."title", new_values."total_unit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f697a478b23d99bf6739fb71fee25d969d730dd4",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_e29ee",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_mayorprogramme",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayorprogrammetrail" ("agency_id", "agenda_id", "announced_total", "id", "pgh_created_at", "pgh_label", "position", "source", "title", "total_unit") SELECT old_values."agency_id", old_values."agenda_id", old_values."announced_total", old_values."id", NOW(), \'delete\', old_values."position", old_values."source", old_values."title", old_values."total_unit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="35111cace8f55a790133ac511ee3b07d6c5f1ec6",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_e5006",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_mayorprogramme",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cac8563cedfd22e38cb12e7be3ee82441172979d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cddb3",
                            table="aims_mayorprogrammetrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="MayorTie",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("aim", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="simpul tujuan")),
                            ("programme", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="ties", to="aims.mayorprogramme", verbose_name="program")),
                        ],
                        options={
                            "verbose_name": "pelaksanaan program wali kota",
                            "verbose_name_plural": "pelaksanaan program wali kota",
                            "ordering": ("id",),
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "programme", "aim"), name="mayor_tie_once", violation_error_message="Simpul ini sudah dikaitkan dengan program itu.")
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayortietrail" ("agency_id", "aim_id", "id", "pgh_created_at", "pgh_label", "programme_id") SELECT new_values."agency_id", new_values."aim_id", new_values."id", NOW(), \'insert\', new_values."programme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f9edad1f809d0fb5970f31ddce812c514bb05ceb",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_ab909",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_mayortie",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayortietrail" ("agency_id", "aim_id", "id", "pgh_created_at", "pgh_label", "programme_id") SELECT new_values."agency_id", new_values."aim_id", new_values."id", NOW(), \'update\', new_values."programme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6a31e726382533450ee0735335a6438b6be2ded3",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_6b49f",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_mayortie",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_mayortietrail" ("agency_id", "aim_id", "id", "pgh_created_at", "pgh_label", "programme_id") SELECT old_values."agency_id", old_values."aim_id", old_values."id", NOW(), \'delete\', old_values."programme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="d633ab56db6375a1be08e4b013fe7d95e40df583",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_13a2f",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_mayortie",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f44e13bb4c942691fdbe1a81289e9d0a576d4961",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_46470",
                            table="aims_mayortietrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="NomenclatureEdition",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("title", models.CharField(max_length=200, verbose_name="judul")),
                            ("source", models.CharField(blank=True, max_length=300, verbose_name="sumber")),
                            ("file_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                            ("digest", models.CharField(max_length=64, verbose_name="sidik berkas")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("ready", "Menunggu keputusan Anda"), ("in_use", "Dipakai"), ("discarded", "Dibuang")], default="ready", max_length=10, verbose_name="status"
                                ),
                            ),
                            ("tally", models.JSONField(default=dict, verbose_name="jumlah")),
                            ("kept_out", models.JSONField(default=list, verbose_name="tidak ikut")),
                            ("mended", models.JSONField(default=list, verbose_name="dirapikan")),
                            ("created_at", models.DateTimeField(verbose_name="diunggah pada")),
                            ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "created_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diunggah oleh"),
                            ),
                            (
                                "decided_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diputuskan oleh"),
                            ),
                        ],
                        options={
                            "verbose_name": "edisi nomenklatur",
                            "verbose_name_plural": "edisi nomenklatur",
                            "ordering": ("-created_at", "-id"),
                            "constraints": [
                                models.UniqueConstraint(
                                    condition=models.Q(("state", "discarded"), _negated=True),
                                    fields=("agency", "digest"),
                                    name="nomenclature_file_once",
                                    violation_error_message="Berkas yang sama sudah dimuat.",
                                )
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_nomenclatureeditiontrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "digest", "file_name", "id", "kept_out", "mended", "pgh_created_at", "pgh_label", "source", "state", "tally", "title") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."decided_by_id", new_values."digest", new_values."file_name", new_values."id", new_values."kept_out", new_values."mended", NOW(), \'insert\', new_values."source", new_values."state", new_values."tally", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9baf4c7578c215a253d9ba580aba52f60afb28fd",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_fd45b",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_nomenclatureedition",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_nomenclatureeditiontrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "digest", "file_name", "id", "kept_out", "mended", "pgh_created_at", "pgh_label", "source", "state", "tally", "title") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."decided_by_id", new_values."digest", new_values."file_name", new_values."id", new_values."kept_out", new_values."mended", NOW(), \'update\', new_values."source", new_values."state", new_values."tally", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="128c52af6c9d5d0bfeeefc378cbcff6857bd1e57",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_1759d",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_nomenclatureedition",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_nomenclatureeditiontrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "digest", "file_name", "id", "kept_out", "mended", "pgh_created_at", "pgh_label", "source", "state", "tally", "title") SELECT old_values."agency_id", old_values."created_at", old_values."created_by_id", old_values."decided_at", old_values."decided_by_id", old_values."digest", old_values."file_name", old_values."id", old_values."kept_out", old_values."mended", NOW(), \'delete\', old_values."source", old_values."state", old_values."tally", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6ccb3e1d9442ab210af94739ed4726c2668c4a42",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_a220d",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_nomenclatureedition",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e6caa88881c587fec05c25f1fbc7625054024f09",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a0e25",
                            table="aims_nomenclatureeditiontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="Nomenclature",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "level",
                            models.CharField(
                                choices=[("field", "Bidang urusan"), ("programme", "Program"), ("activity", "Kegiatan"), ("sub_activity", "Subkegiatan")], max_length=12, verbose_name="tingkat"
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="kode")),
                        ("parent_code", models.CharField(blank=True, max_length=40, verbose_name="kode induk")),
                        ("title", models.CharField(max_length=500, verbose_name="nomenklatur")),
                        ("output", models.TextField(blank=True, verbose_name="kinerja")),
                        ("indicator", models.CharField(blank=True, max_length=500, verbose_name="indikator")),
                        ("measure_unit", models.CharField(blank=True, max_length=60, verbose_name="satuan")),
                        ("definition", models.TextField(blank=True, verbose_name="definisi operasional")),
                        ("executor", models.TextField(blank=True, verbose_name="pelaksana")),
                        ("minimum_service", models.BooleanField(blank=True, null=True, verbose_name="SPM")),
                        ("kind", models.CharField(blank=True, max_length=40, verbose_name="jenis")),
                        ("previous", models.TextField(blank=True, verbose_name="subkegiatan sebelumnya")),
                        ("row", models.PositiveIntegerField(verbose_name="baris")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("edition", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="aims.nomenclatureedition", verbose_name="edisi")),
                    ],
                    options={
                        "verbose_name": "nomenklatur",
                        "verbose_name_plural": "nomenklatur",
                        "ordering": ("code",),
                        "indexes": [models.Index(fields=["agency", "edition", "parent_code", "code"], name="nomenclature_below")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "edition", "code"), name="nomenclature_code_once", violation_error_message="Kode ini sudah ada dalam edisi yang sama.")
                        ],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="NotSame",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("reason", models.CharField(max_length=300, verbose_name="alasan")),
                            ("said_at", models.DateTimeField(verbose_name="dinyatakan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("first", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="simpul pertama")),
                            (
                                "said_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dinyatakan oleh"),
                            ),
                            ("second", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="simpul kedua")),
                        ],
                        options={
                            "verbose_name": "pernyataan berbeda",
                            "verbose_name_plural": "pernyataan berbeda",
                            "ordering": ("-said_at", "-id"),
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "first", "second"), name="not_same_once", violation_error_message="Dua simpul ini sudah dinyatakan berbeda."),
                                models.CheckConstraint(condition=models.Q(("first__lt", models.F("second"))), name="not_same_ordered"),
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="not_same_has_reason", violation_error_message="Tulis alasannya."),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_notsametrail" ("agency_id", "first_id", "id", "pgh_created_at", "pgh_label", "reason", "said_at", "said_by_id", "second_id") SELECT new_values."agency_id", new_values."first_id", new_values."id", NOW(), \'insert\', new_values."reason", new_values."said_at", new_values."said_by_id", new_values."second_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="094416f10b9b338d8a50e4b38c1d301b080831e7",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_73fa4",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_notsame",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_notsametrail" ("agency_id", "first_id", "id", "pgh_created_at", "pgh_label", "reason", "said_at", "said_by_id", "second_id") SELECT new_values."agency_id", new_values."first_id", new_values."id", NOW(), \'update\', new_values."reason", new_values."said_at", new_values."said_by_id", new_values."second_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="888fdfc575069beb3af508522f66c5526275057c",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_efd15",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_notsame",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_notsametrail" ("agency_id", "first_id", "id", "pgh_created_at", "pgh_label", "reason", "said_at", "said_by_id", "second_id") SELECT old_values."agency_id", old_values."first_id", old_values."id", NOW(), \'delete\', old_values."reason", old_values."said_at", old_values."said_by_id", old_values."second_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="998631f2dd6e5217f799b38b65dae161435d2e04",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_efae1",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_notsame",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1b2c745abea481699ba1b87633f203585887cc8e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aa9be",
                            table="aims_notsametrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="ThoughtPaper",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("state", models.CharField(choices=[("draft", "Disusun"), ("submitted", "Diajukan"), ("closed", "Ditutup")], default="draft", max_length=10, verbose_name="status")),
                            ("version", models.PositiveSmallIntegerField(default=0, verbose_name="versi")),
                            ("problem", models.TextField(blank=True, verbose_name="masalah")),
                            ("evidence", models.TextField(blank=True, verbose_name="bukti")),
                            ("cause", models.TextField(blank=True, verbose_name="sebab")),
                            ("legal_base", models.TextField(blank=True, verbose_name="dasar hukum")),
                            ("environment", models.TextField(blank=True, verbose_name="lingkungan strategis")),
                            ("expected", models.TextField(blank=True, verbose_name="keadaan yang diharapkan")),
                            ("policy", models.TextField(blank=True, verbose_name="kebijakan")),
                            ("strategy", models.TextField(blank=True, verbose_name="strategi")),
                            ("subject", models.TextField(blank=True, verbose_name="subjek")),
                            ("object", models.TextField(blank=True, verbose_name="objek")),
                            ("method", models.TextField(blank=True, verbose_name="metode")),
                            ("resources", models.TextField(blank=True, verbose_name="sumber daya")),
                            ("output", models.TextField(blank=True, verbose_name="keluaran")),
                            ("outcome", models.TextField(blank=True, verbose_name="hasil")),
                            ("feedback_on", models.DateField(blank=True, null=True, verbose_name="umpan balik pada")),
                            ("saved_at", models.DateTimeField(verbose_name="disimpan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("aim", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="thoughts", to="aims.aim", verbose_name="simpul tujuan")),
                            (
                                "saved_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="disimpan oleh"),
                            ),
                            ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit")),
                        ],
                        options={
                            "verbose_name": "alur dan pola pikir",
                            "verbose_name_plural": "alur dan pola pikir",
                            "ordering": ("-saved_at", "-id"),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("aim__isnull", True), ("unit__isnull", False)), models.Q(("aim__isnull", False), ("unit__isnull", True)), _connector="OR"),
                                    name="thought_about_one",
                                    violation_error_message="Alur pikir menyangkut satu simpul atau satu unit.",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(models.Q(("state", "closed"), _negated=True), ("aim__isnull", False)),
                                    fields=("agency", "aim"),
                                    name="thought_open_once_of_aim",
                                    violation_error_message="Simpul ini sudah punya alur pikir yang terbuka.",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(models.Q(("state", "closed"), _negated=True), ("unit__isnull", False)),
                                    fields=("agency", "unit"),
                                    name="thought_open_once_of_unit",
                                    violation_error_message="Unit ini sudah punya alur pikir yang terbuka.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_thoughtpapertrail" ("agency_id", "aim_id", "cause", "environment", "evidence", "expected", "feedback_on", "id", "legal_base", "method", "object", "outcome", "output", "pgh_created_at", "pgh_label", "policy", "problem", "resources", "saved_at", "saved_by_id", "state", "strategy", "subject", "unit_id", "version") SELECT new_values."agency_id", new_values."aim_id", new_values."cause", new_values."environment", new_values."evidence", new_values."expected", new_values."feedback_on", new_values."id", new_values."legal_base", new_values."method", new_values."object", new_values."outcome", new_values."output", NOW(), \'insert\', new_values."policy", new_values."problem", new_values."resources", new_values."saved_at", new_values."saved_by_id", new_values."state", new_values."strategy", new_values."subject", new_values."unit_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1f12f681eba46d6e7fe346661929371175214861",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_8dd53",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_thoughtpaper",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_thoughtpapertrail" ("agency_id", "aim_id", "cause", "environment", "evidence", "expected", "feedback_on", "id", "legal_base", "method", "object", "outcome", "output", "pgh_created_at", "pgh_label", "policy", "problem", "resources", "saved_at", "saved_by_id", "state", "strategy", "subject", "unit_id", "version") SELECT new_values."agency_id", new_values."aim_id", new_values."cause", new_values."environment", new_values."evidence", new_values."expected", new_values."feedback_on", new_values."id", new_values."legal_base", new_values."method", new_values."object", new_values."outcome", new_values."output", NOW(), \'update\', new_values."policy", new_values."problem", new_values."resources", new_values."saved_at", new_values."saved_by_id", new_values."state", new_values."strategy", new_values."subject", new_values."unit_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6b02e9488250c62d68d85ac919e05af652189c1a",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_9a641",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_thoughtpaper",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_thoughtpapertrail" ("agency_id", "aim_id", "cause", "environment", "evidence", "expected", "feedback_on", "id", "legal_base", "method", "object", "outcome", "output", "pgh_created_at", "pgh_label", "policy", "problem", "resources", "saved_at", "saved_by_id", "state", "strategy", "subject", "unit_id", "version") SELECT old_values."agency_id", old_values."aim_id", old_values."cause", old_values."environment", old_values."evidence", old_values."expected", old_values."feedback_on", old_values."id", old_values."legal_base", old_values."method", old_values."object", old_values."outcome", old_values."output", NOW(), \'delete\', old_values."policy", old_values."problem", old_values."resources", old_values."saved_at", old_values."saved_by_id", old_values."state", old_values."strategy", old_values."subject", old_values."unit_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="90203a6950a312109b666f57f398b0140e82db85",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_bdd10",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_thoughtpaper",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="22dbde52e208df8a3f77a862b139439821e21164",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_af18e",
                            table="aims_thoughtpapertrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="ThoughtEffort",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                            ("text", models.CharField(max_length=500, verbose_name="upaya")),
                            ("indicator", models.CharField(blank=True, max_length=500, verbose_name="indikator")),
                            ("measure_unit", models.CharField(blank=True, max_length=60, verbose_name="satuan")),
                            (
                                "actor_post",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan pelaksana"),
                            ),
                            ("actor_unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit pelaksana")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("carer_post", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan penerus")),
                            ("carer_unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit penerus")),
                            ("made", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="kegiatan yang dibuat")),
                            ("mission", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="misi yang dilayani")),
                            ("paper", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="efforts", to="aims.thoughtpaper", verbose_name="alur pikir")),
                        ],
                        options={
                            "verbose_name": "upaya",
                            "verbose_name_plural": "upaya",
                            "ordering": ("position", "id"),
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="thought_effort_has_text", violation_error_message="Tulis upayanya."),
                                models.UniqueConstraint(fields=("agency", "paper", "text"), name="thought_effort_once", violation_error_message="Upaya dengan bunyi yang sama sudah ada."),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_thoughtefforttrail" ("actor_post_id", "actor_unit_id", "agency_id", "carer_post_id", "carer_unit_id", "id", "indicator", "made_id", "measure_unit", "mission_id", "paper_id", "pgh_created_at", "pgh_label", "position", "text") SELECT new_values."actor_post_id", new_values."actor_unit_id", new_values."agency_id", new_values."carer_post_id", new_values."carer_unit_id", new_values."id", new_values."indicator", new_values."made_id", new_values."measure_unit", new_values."mission_id", new_values."paper_id", NOW(), \'insert\', new_values."position", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="73ee4a0800a5eaa3e5325c009e781e22b25857f2",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_6444a",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="aims_thoughteffort",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_thoughtefforttrail" ("actor_post_id", "actor_unit_id", "agency_id", "carer_post_id", "carer_unit_id", "id", "indicator", "made_id", "measure_unit", "mission_id", "paper_id", "pgh_created_at", "pgh_label", "position", "text") SELECT new_values."actor_post_id", new_values."actor_unit_id", new_values."agency_id", new_values."carer_post_id", new_values."carer_unit_id", new_values."id", new_values."indicator", new_values."made_id", new_values."measure_unit", new_values."mission_id", new_values."paper_id", NOW(), \'update\', new_values."position", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="4866bf5547260b8698b9241c010607cde91775d2",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_93d21",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="aims_thoughteffort",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "aims_thoughtefforttrail" ("actor_post_id", "actor_unit_id", "agency_id", "carer_post_id", "carer_unit_id", "id", "indicator", "made_id", "measure_unit", "mission_id", "paper_id", "pgh_created_at", "pgh_label", "position", "text") SELECT old_values."actor_post_id", old_values."actor_unit_id", old_values."agency_id", old_values."carer_post_id", old_values."carer_unit_id", old_values."id", old_values."indicator", old_values."made_id", old_values."measure_unit", old_values."mission_id", old_values."paper_id", NOW(), \'delete\', old_values."position", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="73c5d4a36b9e8db176cc0de3eea209765061b6c0",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_97e71",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="aims_thoughteffort",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="31b984ab7acba27579f9e8122c7cc20c6227c0d6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_73ec5",
                            table="aims_thoughtefforttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="ThoughtVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor versi")),
                        ("content", models.JSONField(verbose_name="isi")),
                        ("submitted_at", models.DateTimeField(verbose_name="diajukan pada")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("paper", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="aims.thoughtpaper", verbose_name="alur pikir")),
                        (
                            "submitted_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diajukan oleh"),
                        ),
                    ],
                    options={
                        "verbose_name": "versi alur pikir",
                        "verbose_name_plural": "versi alur pikir",
                        "ordering": ("-number",),
                        "constraints": [models.UniqueConstraint(fields=("agency", "paper", "number"), name="thought_version_once")],
                    },
                ),
            ]
        )
    ]
