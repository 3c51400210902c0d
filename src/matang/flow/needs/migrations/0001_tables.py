"""The tables of the stage, with their trails."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from django.db.migrations import CreateModel

from matang.foundation.audit.columns import with_trail
from matang.foundation.tenancy.tables import CreateTables


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("needs", "0001_initial"),
        ("needs", "0003_audit"),
        ("needs", "0004_dictionary_versions"),
        ("needs", "0007_evidence_and_needs"),
    ]
    dependencies = [
        ("files", "0002_row_policies"),
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
                        name="AssessmentFile",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("ready", "Menunggu keputusan Anda"), ("committed", "Tersimpan"), ("discarded", "Dibatalkan"), ("withdrawn", "Ditarik kembali")],
                                    default="ready",
                                    max_length=10,
                                    verbose_name="status",
                                ),
                            ),
                            (
                                "source",
                                models.CharField(
                                    choices=[
                                        ("assessment_centre", "Asesmen (assessment center)"),
                                        ("test", "Uji kompetensi"),
                                        ("certificate", "Sertifikat"),
                                        ("work_result", "Hasil kerja"),
                                        ("superior", "Penilaian atasan"),
                                        ("peer", "Penilaian rekan"),
                                        ("subordinate", "Penilaian bawahan"),
                                        ("host", "Penilaian tuan rumah"),
                                        ("self", "Pernyataan sendiri"),
                                    ],
                                    max_length=20,
                                    verbose_name="sumber",
                                ),
                            ),
                            ("shown_on", models.DateField(blank=True, null=True, verbose_name="tanggal ditunjukkan")),
                            ("expires_on", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("tally", models.JSONField(default=dict, verbose_name="jumlah")),
                            ("findings", models.JSONField(default=list, verbose_name="temuan")),
                            ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
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
                            ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile", verbose_name="berkas")),
                        ],
                        options={
                            "verbose_name": "berkas hasil penilaian",
                            "verbose_name_plural": "berkas hasil penilaian",
                            "ordering": ("-created_at", "-id"),
                            "indexes": [models.Index(fields=["agency", "-created_at", "-id"], name="assessment_file_history")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("state", "ready"), ("decided_at__isnull", False), _connector="OR"),
                                    name="assessment_file_decided_has_time",
                                    violation_error_message="Berkas yang diputuskan harus punya waktu.",
                                )
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_assessmentfiletrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "expires_on", "file_id", "findings", "id", "pgh_created_at", "pgh_label", "reason", "shown_on", "source", "state", "tally") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."decided_by_id", new_values."expires_on", new_values."file_id", new_values."findings", new_values."id", NOW(), \'insert\', new_values."reason", new_values."shown_on", new_values."source", new_values."state", new_values."tally" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c723fbf7a2432a299068523b758321da400c564a",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_d0c1f",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_assessmentfile",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_assessmentfiletrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "expires_on", "file_id", "findings", "id", "pgh_created_at", "pgh_label", "reason", "shown_on", "source", "state", "tally") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."decided_by_id", new_values."expires_on", new_values."file_id", new_values."findings", new_values."id", NOW(), \'update\', new_values."reason", new_values."shown_on", new_values."source", new_values."state", new_values."tally" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="41fa18c99a572cf02358b695fcefb2baf2517138",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_0f45c",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_assessmentfile",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_assessmentfiletrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "expires_on", "file_id", "findings", "id", "pgh_created_at", "pgh_label", "reason", "shown_on", "source", "state", "tally") SELECT old_values."agency_id", old_values."created_at", old_values."created_by_id", old_values."decided_at", old_values."decided_by_id", old_values."expires_on", old_values."file_id", old_values."findings", old_values."id", NOW(), \'delete\', old_values."reason", old_values."shown_on", old_values."source", old_values."state", old_values."tally" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="788382c262afefd3f4fbbd49c82edb44eba64ec9",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_2e7e7",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_assessmentfile",
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
                            hash="8f23f91ada2ff9cc75fbcf05474221ec2b41b18a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_893d8",
                            table="needs_assessmentfiletrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Competency",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("code", models.CharField(max_length=40, verbose_name="kode")),
                            ("name", models.CharField(max_length=250, verbose_name="nama kompetensi")),
                            ("field", models.CharField(choices=[("managerial", "Manajerial"), ("cultural", "Sosial kultural"), ("technical", "Teknis")], max_length=12, verbose_name="kelompok")),
                            ("version", models.CharField(max_length=120, verbose_name="versi")),
                            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("area", models.CharField(blank=True, max_length=120, verbose_name="bidang atau urusan")),
                        ],
                        options={
                            "verbose_name": "kompetensi",
                            "verbose_name_plural": "kompetensi",
                            "ordering": ("position", "code"),
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "code"), name="competency_code_once", violation_error_message="Kode kompetensi ini sudah ada."),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="competency_ends_after_start",
                                    violation_error_message="Kompetensi harus berakhir sesudah mulai berlaku.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "area", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."field", new_values."id", new_values."name", NOW(), \'insert\', new_values."position", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="96f39a9d39d1cf42b0baee59321e5804f1fc6601",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_a55ea",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_competency",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "area", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."field", new_values."id", new_values."name", NOW(), \'update\', new_values."position", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3723cf1e0f909baf44feb5283629e86041785c26",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_ba9c4",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_competency",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "area", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT old_values."agency_id", old_values."area", old_values."code", old_values."field", old_values."id", old_values."name", NOW(), \'delete\', old_values."position", old_values."valid_from", old_values."valid_to", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="d588ae93a229a273218846032659b7e8017dee3e",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_4bccc",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_competency",
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
                            hash="9751e258c9ec8fdad96cd70cdbd5dcf0ad3168a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_22580",
                            table="needs_competencytrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="CompetencyStatus",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("low", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="terbukti")),
                        ("high", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="mungkin")),
                        ("pieces", models.PositiveSmallIntegerField(verbose_name="jumlah bukti")),
                        ("holds_from", models.DateField(verbose_name="dihitung untuk")),
                        ("holds_to", models.DateField(blank=True, null=True, verbose_name="sampai (tidak termasuk)")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("competency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.competency", verbose_name="kompetensi")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.person", verbose_name="pegawai")),
                    ],
                    options={
                        "verbose_name": "status kompetensi",
                        "verbose_name_plural": "status kompetensi",
                        "indexes": [models.Index(fields=["agency", "competency"], name="competency_status_cell")],
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "competency"), name="competency_status_once"),
                            models.CheckConstraint(condition=models.Q(("low__isnull", True), ("low__lte", models.F("high")), _connector="OR"), name="competency_status_low_not_above_high"),
                        ],
                    },
                ),
                CreateModel(
                    name="DictionaryEdition",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Belum ditetapkan"), ("applied", "Ditetapkan"), ("undone", "Dibatalkan sesudah ditetapkan"), ("discarded", "Dibuang")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="judul")),
                        ("effective_from", models.DateField(verbose_name="berlaku sejak")),
                        ("file_name", models.CharField(blank=True, max_length=200, verbose_name="nama berkas")),
                        ("content", models.JSONField(default=dict, verbose_name="isi")),
                        ("findings", models.JSONField(default=list, verbose_name="temuan")),
                        ("tally", models.JSONField(default=dict, verbose_name="jumlah")),
                        ("undo", models.JSONField(default=dict, verbose_name="yang digantikan")),
                        ("created_at", models.DateTimeField(verbose_name="disiapkan pada")),
                        ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="ditetapkan pada")),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada")),
                        ("undone_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan")),
                        ("kind", models.CharField(choices=[("file", "Dari berkas"), ("manual", "Oleh petugas")], default="file", max_length=10, verbose_name="cara")),
                        ("source", models.CharField(blank=True, max_length=120, verbose_name="sumber")),
                        ("whole", models.BooleanField(default=False, verbose_name="memuat seluruh kelompok")),
                        ("answers", models.JSONField(default=dict, verbose_name="jawaban")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        (
                            "applied_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditetapkan oleh"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="disiapkan oleh"),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibatalkan oleh"),
                        ),
                    ],
                    options={
                        "verbose_name": "perubahan kamus",
                        "verbose_name_plural": "perubahan kamus",
                        "ordering": ("-created_at", "-id"),
                        "indexes": [models.Index(fields=["agency", "-created_at", "-id"], name="edition_history")],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="CompetencyText",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("code", models.CharField(max_length=40, verbose_name="kode")),
                            ("name", models.CharField(max_length=250, verbose_name="nama kompetensi")),
                            ("field", models.CharField(choices=[("managerial", "Manajerial"), ("cultural", "Sosial kultural"), ("technical", "Teknis")], max_length=12, verbose_name="kelompok")),
                            ("area", models.CharField(blank=True, max_length=120, verbose_name="bidang atau urusan")),
                            ("definition", models.TextField(blank=True, verbose_name="definisi")),
                            ("levels", models.JSONField(default=list, verbose_name="level")),
                            ("source", models.CharField(blank=True, max_length=120, verbose_name="sumber")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("competency", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="needs.competency", verbose_name="kompetensi")),
                            (
                                "edition",
                                models.ForeignKey(
                                    blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="needs.dictionaryedition", verbose_name="perubahan kamus"
                                ),
                            ),
                        ],
                        options={
                            "verbose_name": "rumusan kompetensi",
                            "verbose_name_plural": "rumusan kompetensi",
                            "ordering": ("valid_from", "id"),
                            "constraints": [
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    expressions=[
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("competency_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("competency_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (models.Func(models.F("valid_from"), models.F("valid_to"), models.Value("[)"), function="daterange"), "&&"),
                                    ],
                                    name="competency_text_once",
                                    violation_error_message="Kompetensi ini sudah punya rumusan pada hari yang sama.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="competency_text_ends_after_start",
                                    violation_error_message="Rumusan harus berakhir sesudah mulai berlaku.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytexttrail" ("agency_id", "area", "code", "competency_id", "definition", "edition_id", "field", "id", "levels", "name", "pgh_created_at", "pgh_label", "source", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."competency_id", new_values."definition", new_values."edition_id", new_values."field", new_values."id", new_values."levels", new_values."name", NOW(), \'insert\', new_values."source", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="10beb5d48024c5c70d1a2045a421028d6793a1d8",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_62a58",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_competencytext",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytexttrail" ("agency_id", "area", "code", "competency_id", "definition", "edition_id", "field", "id", "levels", "name", "pgh_created_at", "pgh_label", "source", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."competency_id", new_values."definition", new_values."edition_id", new_values."field", new_values."id", new_values."levels", new_values."name", NOW(), \'update\', new_values."source", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="4c15a992105e2fecbcc21009cf69e830c61ff542",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_07da1",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_competencytext",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytexttrail" ("agency_id", "area", "code", "competency_id", "definition", "edition_id", "field", "id", "levels", "name", "pgh_created_at", "pgh_label", "source", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."area", old_values."code", old_values."competency_id", old_values."definition", old_values."edition_id", old_values."field", old_values."id", old_values."levels", old_values."name", NOW(), \'delete\', old_values."source", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="802421524e728fb201a5ad166d942f580fb2da15",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_c593e",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_competencytext",
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
                            hash="c4e861bfcf1638a796305df3b4b490923e38f63f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_15841",
                            table="needs_competencytexttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Evidence",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("level", models.PositiveSmallIntegerField(verbose_name="level yang ditunjukkan")),
                            (
                                "source",
                                models.CharField(
                                    choices=[
                                        ("assessment_centre", "Asesmen (assessment center)"),
                                        ("test", "Uji kompetensi"),
                                        ("certificate", "Sertifikat"),
                                        ("work_result", "Hasil kerja"),
                                        ("superior", "Penilaian atasan"),
                                        ("peer", "Penilaian rekan"),
                                        ("subordinate", "Penilaian bawahan"),
                                        ("host", "Penilaian tuan rumah"),
                                        ("self", "Pernyataan sendiri"),
                                    ],
                                    max_length=20,
                                    verbose_name="sumber",
                                ),
                            ),
                            ("reliability", models.PositiveSmallIntegerField(verbose_name="keandalan (0–100)")),
                            ("shown_on", models.DateField(verbose_name="tanggal")),
                            ("expires_on", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("rater_role", models.CharField(blank=True, max_length=60, verbose_name="sebagai")),
                            ("note", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("recorded_at", models.DateTimeField(verbose_name="dicatat pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("competency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.competency", verbose_name="kompetensi")),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.person", verbose_name="pegawai")),
                            (
                                "rater",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dicatat oleh"),
                            ),
                            ("document", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile", verbose_name="dokumen")),
                        ],
                        options={
                            "verbose_name": "bukti kompetensi",
                            "verbose_name_plural": "bukti kompetensi",
                            "indexes": [models.Index(fields=["agency", "person", "competency", "shown_on"], name="evidence_person")],
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("level__lte", 5)), name="evidence_level_zero_to_five", violation_error_message="Level yang ditunjukkan antara 0 dan 5."),
                                models.CheckConstraint(condition=models.Q(("reliability__lte", 100)), name="evidence_reliability_percent", violation_error_message="Keandalan antara 0 dan 100."),
                                models.CheckConstraint(
                                    condition=models.Q(("expires_on__isnull", True), ("expires_on__gt", models.F("shown_on")), _connector="OR"),
                                    name="evidence_expires_after_shown",
                                    violation_error_message="Bukti harus kedaluwarsa sesudah tanggalnya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="append_only",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                        hash="8e5a885e62b120942aa12ec75ad95fc0087c3e3c",
                                        operation="UPDATE OR DELETE",
                                        pgid="pgtrigger_append_only_a2231",
                                        table="needs_evidence",
                                        when="BEFORE",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "document_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT new_values."agency_id", new_values."competency_id", new_values."document_id", new_values."expires_on", new_values."id", new_values."level", new_values."note", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."rater_id", new_values."rater_role", new_values."recorded_at", new_values."reliability", new_values."shown_on", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a6c9f9857d81cf3b6bcabcb86856a44f86e96544",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_34788",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_evidence",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "document_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT new_values."agency_id", new_values."competency_id", new_values."document_id", new_values."expires_on", new_values."id", new_values."level", new_values."note", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."rater_id", new_values."rater_role", new_values."recorded_at", new_values."reliability", new_values."shown_on", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="2efb68619f17225fa6c0b3378778ddba78a69c0a",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_684aa",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_evidence",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "document_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT old_values."agency_id", old_values."competency_id", old_values."document_id", old_values."expires_on", old_values."id", old_values."level", old_values."note", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."rater_id", old_values."rater_role", old_values."recorded_at", old_values."reliability", old_values."shown_on", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1c2002210090e1ca9b9592c685306d81d342671c",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_11106",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_evidence",
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
                            hash="bdfa47c62aa3ca10230f6eedbaa57fed913d6e49",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_332df",
                            table="needs_evidencetrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="EvidenceCost",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[
                                        ("assessment_centre", "Asesmen (assessment center)"),
                                        ("test", "Uji kompetensi"),
                                        ("certificate", "Sertifikat"),
                                        ("work_result", "Hasil kerja"),
                                        ("superior", "Penilaian atasan"),
                                        ("peer", "Penilaian rekan"),
                                        ("subordinate", "Penilaian bawahan"),
                                        ("host", "Penilaian tuan rumah"),
                                        ("self", "Pernyataan sendiri"),
                                    ],
                                    max_length=20,
                                    verbose_name="jenis bukti",
                                ),
                            ),
                            ("since", models.DateField(verbose_name="berlaku sejak")),
                            (
                                "basis",
                                models.CharField(
                                    choices=[("person", "per orang, semua kompetensi sekaligus"), ("competency", "per kompetensi")], default="person", max_length=10, verbose_name="dasar"
                                ),
                            ),
                            ("rupiah", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="biaya (Rp)")),
                            ("minutes", models.PositiveIntegerField(blank=True, null=True, verbose_name="waktu pegawai (menit)")),
                            ("source", models.CharField(max_length=200, verbose_name="sumber angka")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ],
                        options={
                            "verbose_name": "biaya bukti",
                            "verbose_name_plural": "biaya bukti",
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "kind", "since"), name="evidence_cost_once", violation_error_message="Jenis bukti ini sudah punya biaya sejak hari itu."),
                                models.CheckConstraint(
                                    condition=models.Q(("source", ""), _negated=True), name="evidence_cost_names_its_source", violation_error_message="Tulis dari mana angka biaya ini."
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencecosttrail" ("agency_id", "basis", "id", "kind", "minutes", "pgh_created_at", "pgh_label", "rupiah", "since", "source") SELECT new_values."agency_id", new_values."basis", new_values."id", new_values."kind", new_values."minutes", NOW(), \'insert\', new_values."rupiah", new_values."since", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="bf7c503ae046a79f738779e216c9ebe33a324b90",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_dd106",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_evidencecost",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencecosttrail" ("agency_id", "basis", "id", "kind", "minutes", "pgh_created_at", "pgh_label", "rupiah", "since", "source") SELECT new_values."agency_id", new_values."basis", new_values."id", new_values."kind", new_values."minutes", NOW(), \'update\', new_values."rupiah", new_values."since", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="2729be2b7663899a2e4e3ba4ebc06ac32ef1ed29",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_7df00",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_evidencecost",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencecosttrail" ("agency_id", "basis", "id", "kind", "minutes", "pgh_created_at", "pgh_label", "rupiah", "since", "source") SELECT old_values."agency_id", old_values."basis", old_values."id", old_values."kind", old_values."minutes", NOW(), \'delete\', old_values."rupiah", old_values."since", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e1b53f3e6a7b88afa04dab70856cad0593b1699e",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_960e2",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_evidencecost",
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
                            hash="1b265d95f8304d4f3ba4ce16154b95b537dadc49",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_beb42",
                            table="needs_evidencecosttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="EvidenceWithdrawal",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("reason", models.CharField(max_length=300, verbose_name="alasan")),
                            ("withdrawn_at", models.DateTimeField(verbose_name="ditarik pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("evidence", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="withdrawal", to="needs.evidence", verbose_name="bukti")),
                            (
                                "replacement",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="needs.evidence", verbose_name="bukti pengganti"),
                            ),
                            (
                                "withdrawn_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditarik oleh"),
                            ),
                        ],
                        options={
                            "verbose_name": "penarikan bukti",
                            "verbose_name_plural": "penarikan bukti",
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="evidence_withdrawal_says_why", violation_error_message="Tulis alasan penarikan bukti."),
                                models.CheckConstraint(
                                    condition=models.Q(("replacement__isnull", True), models.Q(("replacement", models.F("evidence")), _negated=True), _connector="OR"),
                                    name="evidence_withdrawal_not_by_itself",
                                    violation_error_message="Bukti tidak dapat menggantikan dirinya sendiri.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="append_only",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                        hash="5f36ff13e73bba85ca024b07767c1a831cc33b71",
                                        operation="UPDATE OR DELETE",
                                        pgid="pgtrigger_append_only_c6921",
                                        table="needs_evidencewithdrawal",
                                        when="BEFORE",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencewithdrawaltrail" ("agency_id", "evidence_id", "id", "pgh_created_at", "pgh_label", "reason", "replacement_id", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."evidence_id", new_values."id", NOW(), \'insert\', new_values."reason", new_values."replacement_id", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9423ac5216243c77ef8bd5497492572c7d72a27c",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_59883",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_evidencewithdrawal",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencewithdrawaltrail" ("agency_id", "evidence_id", "id", "pgh_created_at", "pgh_label", "reason", "replacement_id", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."evidence_id", new_values."id", NOW(), \'update\', new_values."reason", new_values."replacement_id", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1ae9ce7cad697f2fba3342d9e8ac94b1912374a8",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_ad93c",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_evidencewithdrawal",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencewithdrawaltrail" ("agency_id", "evidence_id", "id", "pgh_created_at", "pgh_label", "reason", "replacement_id", "withdrawn_at", "withdrawn_by_id") SELECT old_values."agency_id", old_values."evidence_id", old_values."id", NOW(), \'delete\', old_values."reason", old_values."replacement_id", old_values."withdrawn_at", old_values."withdrawn_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6e79b002eb99cf783994bb197588a0ac06e0d74c",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_ea6aa",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_evidencewithdrawal",
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
                            hash="95e0c4429c39707a8a6e565d2a305e7040a4694d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ca4ae",
                            table="needs_evidencewithdrawaltrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="UnitNeed",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("what", models.CharField(max_length=200, verbose_name="yang dibutuhkan")),
                            ("why", models.TextField(verbose_name="mengapa")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("open", "Terbuka"), ("under_way", "Sedang ditangani"), ("met", "Terpenuhi"), ("withdrawn", "Ditarik")],
                                    default="open",
                                    max_length=10,
                                    verbose_name="status",
                                ),
                            ),
                            ("opened_at", models.DateTimeField(verbose_name="dibuka pada")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("competency", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.competency", verbose_name="kompetensi")),
                            (
                                "opened_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibuka oleh"),
                            ),
                            ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit")),
                            ("aim", models.CharField(blank=True, max_length=200, verbose_name="tujuan atau program yang terkait")),
                            ("owner", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="penanggung jawab")),
                            ("people_affected", models.PositiveIntegerField(blank=True, null=True, verbose_name="pegawai yang terkait")),
                            ("shown_by", models.TextField(blank=True, verbose_name="buktinya")),
                            ("since", models.DateField(blank=True, null=True, verbose_name="terjadi sejak")),
                            ("urgency", models.CharField(choices=[("high", "Mendesak"), ("normal", "Biasa"), ("low", "Dapat menunggu")], default="normal", max_length=6, verbose_name="urgensi")),
                            ("wished", models.TextField(blank=True, verbose_name="hasil yang diharapkan")),
                        ],
                        options={
                            "verbose_name": "kebutuhan unit",
                            "verbose_name_plural": "kebutuhan unit",
                            "ordering": ("-opened_at", "-id"),
                            "indexes": [models.Index(fields=["agency", "state"], name="unit_need_state")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("why", ""), _negated=True), models.Q(("what", ""), _negated=True)),
                                    name="unit_need_says_why",
                                    violation_error_message="Tulis apa yang dibutuhkan dan mengapa.",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(("origin__in", ["", "unit"]), _negated=True),
                                    fields=("agency", "origin"),
                                    name="unit_need_origin_once",
                                    violation_error_message="Kebutuhan dari asal ini sudah ada.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "aim", "competency_id", "id", "opened_at", "opened_by_id", "origin", "owner_id", "people_affected", "pgh_created_at", "pgh_label", "shown_by", "since", "state", "unit_id", "urgency", "what", "why", "wished") SELECT new_values."agency_id", new_values."aim", new_values."competency_id", new_values."id", new_values."opened_at", new_values."opened_by_id", new_values."origin", new_values."owner_id", new_values."people_affected", NOW(), \'insert\', new_values."shown_by", new_values."since", new_values."state", new_values."unit_id", new_values."urgency", new_values."what", new_values."why", new_values."wished" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b4f61c486ea86c7ec042d2553f335ac61d9b10c3",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_50c95",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_unitneed",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "aim", "competency_id", "id", "opened_at", "opened_by_id", "origin", "owner_id", "people_affected", "pgh_created_at", "pgh_label", "shown_by", "since", "state", "unit_id", "urgency", "what", "why", "wished") SELECT new_values."agency_id", new_values."aim", new_values."competency_id", new_values."id", new_values."opened_at", new_values."opened_by_id", new_values."origin", new_values."owner_id", new_values."people_affected", NOW(), \'update\', new_values."shown_by", new_values."since", new_values."state", new_values."unit_id", new_values."urgency", new_values."what", new_values."why", new_values."wished" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="204b25dc22476b34ceb95205b97e775571355a75",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_52caa",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_unitneed",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "aim", "competency_id", "id", "opened_at", "opened_by_id", "origin", "owner_id", "people_affected", "pgh_created_at", "pgh_label", "shown_by", "since", "state", "unit_id", "urgency", "what", "why", "wished") SELECT old_values."agency_id", old_values."aim", old_values."competency_id", old_values."id", old_values."opened_at", old_values."opened_by_id", old_values."origin", old_values."owner_id", old_values."people_affected", NOW(), \'delete\', old_values."shown_by", old_values."since", old_values."state", old_values."unit_id", old_values."urgency", old_values."what", old_values."why", old_values."wished" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="7ee7abcb1b635a4a65d852b71499d77674dc3771",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_125aa",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_unitneed",
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
                            hash="432c064fd1508d1a31c160f0a49e5b849c805594",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_380fa",
                            table="needs_unitneedtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="NeedStep",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "before",
                                models.CharField(
                                    choices=[("open", "Terbuka"), ("under_way", "Sedang ditangani"), ("met", "Terpenuhi"), ("withdrawn", "Ditarik")], max_length=10, verbose_name="sebelumnya"
                                ),
                            ),
                            (
                                "after",
                                models.CharField(
                                    choices=[("open", "Terbuka"), ("under_way", "Sedang ditangani"), ("met", "Terpenuhi"), ("withdrawn", "Ditarik")], max_length=10, verbose_name="menjadi"
                                ),
                            ),
                            ("reason", models.CharField(max_length=500, verbose_name="alasan")),
                            ("made_on", models.DateField(verbose_name="berlaku sejak")),
                            ("made_at", models.DateTimeField(verbose_name="dicatat pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("made_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="oleh")),
                            ("need", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="needs.unitneed", verbose_name="kebutuhan")),
                        ],
                        options={
                            "verbose_name": "langkah kebutuhan",
                            "verbose_name_plural": "langkah kebutuhan",
                            "ordering": ("-made_at", "-id"),
                            "indexes": [models.Index(fields=["need", "-made_at"], name="need_step_history")],
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="need_step_says_why", violation_error_message="Tulis alasan perubahan status."),
                                models.CheckConstraint(
                                    condition=models.Q(("before", models.F("after")), _negated=True),
                                    name="need_step_goes_somewhere",
                                    violation_error_message="Status baru harus berbeda dari status sebelumnya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="append_only",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                        hash="a892a9b6e2ca4676042c616e9a94da0147158090",
                                        operation="UPDATE OR DELETE",
                                        pgid="pgtrigger_append_only_1bf1c",
                                        table="needs_needstep",
                                        when="BEFORE",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_needsteptrail" ("after", "agency_id", "before", "id", "made_at", "made_by_id", "made_on", "need_id", "pgh_created_at", "pgh_label", "reason") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."id", new_values."made_at", new_values."made_by_id", new_values."made_on", new_values."need_id", NOW(), \'insert\', new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="de2696854562a6906d1da0f5327ecb59a4cc341e",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_0e9ad",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_needstep",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_needsteptrail" ("after", "agency_id", "before", "id", "made_at", "made_by_id", "made_on", "need_id", "pgh_created_at", "pgh_label", "reason") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."id", new_values."made_at", new_values."made_by_id", new_values."made_on", new_values."need_id", NOW(), \'update\', new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9ca78c24526ceef24d832dbd0ec55b2634034c6c",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_768d8",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_needstep",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_needsteptrail" ("after", "agency_id", "before", "id", "made_at", "made_by_id", "made_on", "need_id", "pgh_created_at", "pgh_label", "reason") SELECT old_values."after", old_values."agency_id", old_values."before", old_values."id", old_values."made_at", old_values."made_by_id", old_values."made_on", old_values."need_id", NOW(), \'delete\', old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3399c7fed8e8fc2b19016f07e21cea91321ab406",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_64dc2",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_needstep",
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
                            hash="8b18a501317165dbe8c76619c532f8115a02e3b1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b08b9",
                            table="needs_needsteptrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="PostSheet",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("post_code", models.CharField(blank=True, max_length=40, verbose_name="kode jabatan")),
                            ("affair", models.CharField(blank=True, max_length=200, verbose_name="urusan pemerintahan")),
                            ("summary", models.TextField(blank=True, verbose_name="ikhtisar jabatan")),
                            ("rank", models.CharField(blank=True, max_length=200, verbose_name="pangkat dan golongan")),
                            ("education", models.TextField(blank=True, verbose_name="pendidikan")),
                            ("training", models.TextField(blank=True, verbose_name="pelatihan")),
                            ("experience", models.TextField(blank=True, verbose_name="pengalaman kerja")),
                            ("indicators", models.TextField(blank=True, verbose_name="indikator kinerja jabatan")),
                            ("basis", models.CharField(blank=True, max_length=200, verbose_name="dasar")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.post", verbose_name="jabatan")),
                        ],
                        options={
                            "verbose_name": "lembar standar jabatan",
                            "verbose_name_plural": "lembar standar jabatan",
                            "ordering": ("valid_from", "id"),
                            "constraints": [
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    expressions=[
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("post_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("post_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (models.Func(models.F("valid_from"), models.F("valid_to"), models.Value("[)"), function="daterange"), "&&"),
                                    ],
                                    name="post_sheet_once",
                                    violation_error_message="Jabatan ini sudah punya lembar standar pada hari yang sama.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="post_sheet_ends_after_start",
                                    violation_error_message="Lembar standar harus berakhir sesudah mulai berlaku.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_postsheettrail" ("affair", "agency_id", "basis", "education", "experience", "id", "indicators", "origin", "pgh_created_at", "pgh_label", "post_code", "post_id", "rank", "summary", "training", "valid_from", "valid_to") SELECT new_values."affair", new_values."agency_id", new_values."basis", new_values."education", new_values."experience", new_values."id", new_values."indicators", new_values."origin", NOW(), \'insert\', new_values."post_code", new_values."post_id", new_values."rank", new_values."summary", new_values."training", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b9e3507e3da427a6c5b4f71ed7d0fabd2f7adf5f",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_4e3c1",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_postsheet",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_postsheettrail" ("affair", "agency_id", "basis", "education", "experience", "id", "indicators", "origin", "pgh_created_at", "pgh_label", "post_code", "post_id", "rank", "summary", "training", "valid_from", "valid_to") SELECT new_values."affair", new_values."agency_id", new_values."basis", new_values."education", new_values."experience", new_values."id", new_values."indicators", new_values."origin", NOW(), \'update\', new_values."post_code", new_values."post_id", new_values."rank", new_values."summary", new_values."training", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="177572156a4efafdff459049dc1eee9be3c0c398",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_600c4",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_postsheet",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_postsheettrail" ("affair", "agency_id", "basis", "education", "experience", "id", "indicators", "origin", "pgh_created_at", "pgh_label", "post_code", "post_id", "rank", "summary", "training", "valid_from", "valid_to") SELECT old_values."affair", old_values."agency_id", old_values."basis", old_values."education", old_values."experience", old_values."id", old_values."indicators", old_values."origin", NOW(), \'delete\', old_values."post_code", old_values."post_id", old_values."rank", old_values."summary", old_values."training", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c9582c43f28684f2d2cd69c97268388919d3155e",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_1cb68",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_postsheet",
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
                            hash="1ca884571f3a457ffc769853652e438a9c628cad",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b6887",
                            table="needs_postsheettrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="StandardChange",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Belum ditetapkan"), ("applied", "Ditetapkan"), ("undone", "Dibatalkan sesudah ditetapkan"), ("discarded", "Dibuang")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="judul")),
                        ("effective_from", models.DateField(verbose_name="berlaku sejak")),
                        ("file_name", models.CharField(blank=True, max_length=200, verbose_name="nama berkas")),
                        ("content", models.JSONField(default=dict, verbose_name="isi")),
                        ("findings", models.JSONField(default=list, verbose_name="temuan")),
                        ("tally", models.JSONField(default=dict, verbose_name="jumlah")),
                        ("undo", models.JSONField(default=dict, verbose_name="yang digantikan")),
                        ("created_at", models.DateTimeField(verbose_name="disiapkan pada")),
                        ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="ditetapkan pada")),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada")),
                        ("undone_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("one", "Satu jabatan"), ("family", "Rumpun jabatan"), ("copy", "Salinan dari jabatan lain"), ("file", "Dari berkas")], max_length=10, verbose_name="cara"
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=200, verbose_name="dasar")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        (
                            "applied_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditetapkan oleh"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="disiapkan oleh"),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibatalkan oleh"),
                        ),
                    ],
                    options={
                        "verbose_name": "perubahan standar",
                        "verbose_name_plural": "perubahan standar",
                        "ordering": ("-created_at", "-id"),
                        "indexes": [models.Index(fields=["agency", "-created_at", "-id"], name="standard_change_history")],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="PostStandard",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("level", models.PositiveSmallIntegerField(verbose_name="level yang disyaratkan")),
                            ("must", models.BooleanField(default=False, verbose_name="mutlak")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("competency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.competency", verbose_name="kompetensi")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.post", verbose_name="jabatan")),
                            (
                                "change",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="needs.standardchange", verbose_name="perubahan standar"),
                            ),
                        ],
                        options={
                            "verbose_name": "standar kompetensi jabatan",
                            "verbose_name_plural": "standar kompetensi jabatan",
                            "indexes": [models.Index(fields=["agency", "post"], name="post_standard_post")],
                            "constraints": [
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    expressions=[
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("post_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("post_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("competency_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("competency_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (models.Func(models.F("valid_from"), models.F("valid_to"), models.Value("[)"), function="daterange"), "&&"),
                                    ],
                                    name="post_standard_once",
                                    violation_error_message="Jabatan ini sudah punya syarat untuk kompetensi itu pada hari yang sama.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="post_standard_ends_after_start",
                                    violation_error_message="Syarat harus berakhir sesudah mulai berlaku.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("level__gte", 1), ("level__lte", 5)), name="post_standard_level_one_to_five", violation_error_message="Level yang disyaratkan antara 1 dan 5."
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "change_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."change_id", new_values."competency_id", new_values."id", new_values."level", new_values."must", new_values."origin", NOW(), \'insert\', new_values."post_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6c5e67c7c62c3f48e7b5f3b2c74c152deaa5a3ab",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_6ae20",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="needs_poststandard",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "change_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."change_id", new_values."competency_id", new_values."id", new_values."level", new_values."must", new_values."origin", NOW(), \'update\', new_values."post_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1470fde1a8fa19ac7f824f7f3e440f8cc39b20a6",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_5e577",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="needs_poststandard",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "change_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."change_id", old_values."competency_id", old_values."id", old_values."level", old_values."must", old_values."origin", NOW(), \'delete\', old_values."post_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="8ffed299c3bad7c07fc11ad7f5f72356805cf885",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_8f1e0",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="needs_poststandard",
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
                            hash="0b10d9a9b1796b664ef89c31bca628fd9fefe7c7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_63dad",
                            table="needs_poststandardtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
