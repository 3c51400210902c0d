"""The tables of the stage, with their trails."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from django.db.migrations import CreateModel

from matang.foundation.audit.columns import with_trail
from matang.foundation.tenancy.tables import CreateTables


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("register", "0001_initial"),
        ("register", "0004_audit"),
        ("register", "0005_imports"),
        ("register", "0007_post_successors"),
        ("register", "0009_appraisals"),
    ]
    dependencies = [
        ("tenancy", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateTables(
            [
                *with_trail(
                    CreateModel(
                        name="Person",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("nip", models.CharField(max_length=18, verbose_name="NIP")),
                            ("kind", models.CharField(choices=[("pns", "PNS"), ("pppk", "PPPK")], max_length=4, verbose_name="jenis pegawai")),
                            ("full_name", models.CharField(max_length=150, verbose_name="nama")),
                            ("title_front", models.CharField(blank=True, max_length=60, verbose_name="gelar depan")),
                            ("title_back", models.CharField(blank=True, max_length=100, verbose_name="gelar belakang")),
                            ("birth_date", models.DateField(blank=True, null=True, verbose_name="tanggal lahir")),
                            ("birth_place", models.CharField(blank=True, max_length=100, verbose_name="tempat lahir")),
                            (
                                "sex",
                                models.CharField(
                                    choices=[("male", "Laki-laki"), ("female", "Perempuan"), ("unknown", "Tidak diketahui")], default="unknown", max_length=7, verbose_name="jenis kelamin"
                                ),
                            ),
                            ("service_start", models.DateField(blank=True, null=True, verbose_name="mulai bekerja (TMT CPNS/PPPK)")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            (
                                "search",
                                models.GeneratedField(
                                    db_persist=True,
                                    expression=django.db.models.functions.text.Lower(
                                        django.db.models.functions.text.Concat(
                                            models.Value(" "),
                                            models.Func(models.F("full_name"), models.Value("[^[:alnum:]]+"), models.Value(" "), models.Value("g"), function="regexp_replace"),
                                            models.Value(" "),
                                            models.F("nip"),
                                        )
                                    ),
                                    output_field=models.TextField(),
                                ),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ],
                        options={
                            "verbose_name": "pegawai",
                            "verbose_name_plural": "pegawai",
                            "indexes": [models.Index(fields=["agency", "full_name", "id"], name="person_name")],
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "nip"), name="person_nip_once", violation_error_message="NIP ini sudah ada."),
                                models.CheckConstraint(condition=models.Q(("nip__regex", "^\\d{18}$")), name="person_nip_18_digits", violation_error_message="NIP harus 18 angka."),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_persontrail" ("agency_id", "birth_date", "birth_place", "full_name", "id", "kind", "nip", "origin", "pgh_created_at", "pgh_label", "service_start", "sex", "title_back", "title_front") SELECT new_values."agency_id", new_values."birth_date", new_values."birth_place", new_values."full_name", new_values."id", new_values."kind", new_values."nip", new_values."origin", NOW(), \'insert\', new_values."service_start", new_values."sex", new_values."title_back", new_values."title_front" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1eecc7168dc989c257731fb38632b0eaa89f505e",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_afc23",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_person",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_persontrail" ("agency_id", "birth_date", "birth_place", "full_name", "id", "kind", "nip", "origin", "pgh_created_at", "pgh_label", "service_start", "sex", "title_back", "title_front") SELECT new_values."agency_id", new_values."birth_date", new_values."birth_place", new_values."full_name", new_values."id", new_values."kind", new_values."nip", new_values."origin", NOW(), \'update\', new_values."service_start", new_values."sex", new_values."title_back", new_values."title_front" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."agency_id" IS DISTINCT FROM (new_values."agency_id") OR old_values."birth_date" IS DISTINCT FROM (new_values."birth_date") OR old_values."birth_place" IS DISTINCT FROM (new_values."birth_place") OR old_values."full_name" IS DISTINCT FROM (new_values."full_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."nip" IS DISTINCT FROM (new_values."nip") OR old_values."origin" IS DISTINCT FROM (new_values."origin") OR old_values."service_start" IS DISTINCT FROM (new_values."service_start") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."title_back" IS DISTINCT FROM (new_values."title_back") OR old_values."title_front" IS DISTINCT FROM (new_values."title_front")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3ef0ef2bba81f18de10bcf8e47530b6cc9c85e2c",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_f2beb",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_person",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_persontrail" ("agency_id", "birth_date", "birth_place", "full_name", "id", "kind", "nip", "origin", "pgh_created_at", "pgh_label", "service_start", "sex", "title_back", "title_front") SELECT old_values."agency_id", old_values."birth_date", old_values."birth_place", old_values."full_name", old_values."id", old_values."kind", old_values."nip", old_values."origin", NOW(), \'delete\', old_values."service_start", old_values."sex", old_values."title_back", old_values."title_front" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="d4e0200c650e82fd74b49b331da666311ec270d2",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_b1858",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_person",
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
                            hash="0ba00d6685cc0ef5c4770eddfc68dc824dbbe745",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70c0a",
                            table="register_persontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="AppraisalRecord",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("year", models.PositiveSmallIntegerField(verbose_name="tahun penilaian")),
                            (
                                "rating",
                                models.CharField(
                                    choices=[("sangat_kurang", "Sangat Kurang"), ("kurang", "Kurang"), ("butuh_perbaikan", "Butuh Perbaikan"), ("baik", "Baik"), ("sangat_baik", "Sangat Baik")],
                                    max_length=15,
                                    verbose_name="predikat kinerja",
                                ),
                            ),
                            ("document", models.CharField(blank=True, max_length=120, verbose_name="dokumen")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="appraisals", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "penilaian kinerja",
                            "verbose_name_plural": "penilaian kinerja",
                            "indexes": [models.Index(fields=["agency", "person", "year"], name="appraisal_person")],
                            "constraints": [
                                models.UniqueConstraint(fields=("person", "year"), name="appraisal_once", violation_error_message="Penilaian tahun ini sudah tercatat."),
                                models.CheckConstraint(
                                    condition=models.Q(("year__range", (2000, 2199))), name="appraisal_year_plausible", violation_error_message="Tahun penilaian harus antara 2000 dan 2199."
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("rating__in", ["sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik"])),
                                    name="appraisal_rating_known",
                                    violation_error_message="Predikat kinerja ini tidak dikenal.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_appraisalrecordtrail" ("agency_id", "document", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "rating", "year") SELECT new_values."agency_id", new_values."document", new_values."id", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."rating", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b0e90e8f7e902a29ebefd8b77b457e3187dcfe96",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_39abd",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_appraisalrecord",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_appraisalrecordtrail" ("agency_id", "document", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "rating", "year") SELECT new_values."agency_id", new_values."document", new_values."id", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."rating", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="095a60f4b05e77f6e8295dd86e21e4dbd0928ea3",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_822e0",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_appraisalrecord",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_appraisalrecordtrail" ("agency_id", "document", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "rating", "year") SELECT old_values."agency_id", old_values."document", old_values."id", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."rating", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3f675bd2e06efd72ea8e1d9a0f1efd54920fd60e",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_42a9c",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_appraisalrecord",
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
                            hash="66319df255307d468d1e6612fc25158f2f48c267",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0a8bc",
                            table="register_appraisalrecordtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="CareerEntry",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("post_name", models.CharField(max_length=250, verbose_name="jabatan")),
                            ("unit_name", models.CharField(blank=True, max_length=200, verbose_name="unit")),
                            ("kind", models.CharField(blank=True, max_length=20, verbose_name="jenis jabatan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "riwayat jabatan",
                            "verbose_name_plural": "riwayat jabatan",
                            "indexes": [models.Index(fields=["agency", "person", "valid_from"], name="career_person")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="career_ends_after_start",
                                    violation_error_message="Jabatan harus berakhir sesudah mulai.",
                                )
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_careerentrytrail" ("agency_id", "id", "kind", "origin", "person_id", "pgh_created_at", "pgh_label", "post_name", "unit_name", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", new_values."kind", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."post_name", new_values."unit_name", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="4ca82a229174f0bfc8a2d63df56f4c344d47df58",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_fb609",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_careerentry",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_careerentrytrail" ("agency_id", "id", "kind", "origin", "person_id", "pgh_created_at", "pgh_label", "post_name", "unit_name", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", new_values."kind", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."post_name", new_values."unit_name", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="278b203a276e8e15a319905d4b33ecabd3499c84",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_e3620",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_careerentry",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_careerentrytrail" ("agency_id", "id", "kind", "origin", "person_id", "pgh_created_at", "pgh_label", "post_name", "unit_name", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."id", old_values."kind", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."post_name", old_values."unit_name", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="8975144aff8b94ec2c90b14d4c77b33e0ad76fde",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_26e9e",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_careerentry",
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
                            hash="9587f2c8e22e31183e4d2ce22222672aefb2459e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59520",
                            table="register_careerentrytrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="ColumnMapping",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=80, verbose_name="nama")),
                        ("fingerprint", models.CharField(max_length=64, verbose_name="sidik judul kolom")),
                        ("mapping", models.JSONField(default=dict, verbose_name="arti kolom")),
                        ("saved_at", models.DateTimeField(verbose_name="disimpan pada")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        (
                            "saved_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="disimpan oleh"),
                        ),
                    ],
                    options={
                        "verbose_name": "arti kolom tersimpan",
                        "verbose_name_plural": "arti kolom tersimpan",
                        "constraints": [models.UniqueConstraint(fields=("agency", "fingerprint"), name="mapping_layout_once", violation_error_message="Susunan kolom ini sudah tersimpan.")],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="CorrectionRequest",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("asked_at", models.DateTimeField(verbose_name="diminta pada")),
                            ("due_at", models.DateTimeField(verbose_name="batas waktu")),
                            ("field", models.CharField(max_length=60, verbose_name="data")),
                            ("held_value", models.CharField(blank=True, max_length=250, verbose_name="tercatat")),
                            ("asked_value", models.CharField(max_length=250, verbose_name="seharusnya")),
                            ("explanation", models.TextField(blank=True, verbose_name="penjelasan")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("open", "Menunggu"), ("accepted", "Diperbaiki"), ("rejected", "Ditolak"), ("withdrawn", "Ditarik")], default="open", max_length=10, verbose_name="status"
                                ),
                            ),
                            ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada")),
                            ("answer", models.TextField(blank=True, verbose_name="jawaban")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "answered_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dijawab oleh"),
                            ),
                            ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diminta oleh")),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="corrections", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "permintaan perbaikan data",
                            "verbose_name_plural": "permintaan perbaikan data",
                            "ordering": ("-asked_at",),
                            "indexes": [models.Index(fields=["agency", "state", "due_at"], name="correction_clock")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("state__in", ["open", "withdrawn"]), models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)), _connector="OR"),
                                    name="correction_answer_has_author",
                                    violation_error_message="Jawaban harus punya penjawab dan waktu.",
                                )
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_correctionrequesttrail" ("agency_id", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_value", "due_at", "explanation", "field", "held_value", "id", "person_id", "pgh_created_at", "pgh_label", "state") SELECT new_values."agency_id", new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."asked_value", new_values."due_at", new_values."explanation", new_values."field", new_values."held_value", new_values."id", new_values."person_id", NOW(), \'insert\', new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="5a324ad33ee4472fc4a1a3c9dacfd6ea654d8206",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_6da10",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_correctionrequest",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_correctionrequesttrail" ("agency_id", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_value", "due_at", "explanation", "field", "held_value", "id", "person_id", "pgh_created_at", "pgh_label", "state") SELECT new_values."agency_id", new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."asked_value", new_values."due_at", new_values."explanation", new_values."field", new_values."held_value", new_values."id", new_values."person_id", NOW(), \'update\', new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="22b0978c31aab51ee5135c0178d8e16fb91625f9",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_57dd5",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_correctionrequest",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_correctionrequesttrail" ("agency_id", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_value", "due_at", "explanation", "field", "held_value", "id", "person_id", "pgh_created_at", "pgh_label", "state") SELECT old_values."agency_id", old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."asked_value", old_values."due_at", old_values."explanation", old_values."field", old_values."held_value", old_values."id", old_values."person_id", NOW(), \'delete\', old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="8b71cc5882c8a94d9d04dcabb0b505a0f11e1ead",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_d98f3",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_correctionrequest",
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
                            hash="d68b1e6876ae347f3bd2063b81add37766536ab4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_56bbd",
                            table="register_correctionrequesttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Education",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "level",
                                models.CharField(
                                    choices=[
                                        ("sd", "SD"),
                                        ("smp", "SMP"),
                                        ("sma", "SMA/sederajat"),
                                        ("d1", "D-I"),
                                        ("d2", "D-II"),
                                        ("d3", "D-III"),
                                        ("d4", "D-IV"),
                                        ("s1", "S-1"),
                                        ("profession", "Profesi"),
                                        ("s2", "S-2"),
                                        ("s3", "S-3"),
                                    ],
                                    max_length=10,
                                    verbose_name="jenjang",
                                ),
                            ),
                            ("field", models.CharField(blank=True, max_length=200, verbose_name="jurusan")),
                            ("institution", models.CharField(blank=True, max_length=200, verbose_name="lembaga")),
                            ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tahun lulus")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="educations", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "pendidikan",
                            "verbose_name_plural": "pendidikan",
                            "indexes": [models.Index(fields=["agency", "person"], name="education_person")],
                            "constraints": [models.UniqueConstraint(fields=("person", "level", "field"), name="education_once")],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_educationtrail" ("agency_id", "field", "id", "institution", "level", "origin", "person_id", "pgh_created_at", "pgh_label", "year") SELECT new_values."agency_id", new_values."field", new_values."id", new_values."institution", new_values."level", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9ada787bcbf63dc081325e8a6e31d5939418eeec",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_dafc3",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_education",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_educationtrail" ("agency_id", "field", "id", "institution", "level", "origin", "person_id", "pgh_created_at", "pgh_label", "year") SELECT new_values."agency_id", new_values."field", new_values."id", new_values."institution", new_values."level", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="043d5fc2adbf0de8aad4b5e83ea66abf26c81514",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_4e0c4",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_education",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_educationtrail" ("agency_id", "field", "id", "institution", "level", "origin", "person_id", "pgh_created_at", "pgh_label", "year") SELECT old_values."agency_id", old_values."field", old_values."id", old_values."institution", old_values."level", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="605cccc1c076f72669f59ab76af44f2479f50eb1",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_d68d2",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_education",
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
                            hash="4608f7250d9b6db7f56d4869e323519267bb6241",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4ed10",
                            table="register_educationtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="GradeRecord",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("grade", models.CharField(max_length=6, verbose_name="golongan")),
                            ("decree", models.CharField(blank=True, max_length=80, verbose_name="nomor SK")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "riwayat golongan",
                            "verbose_name_plural": "riwayat golongan",
                            "indexes": [models.Index(fields=["agency", "person", "valid_from"], name="grade_person")],
                            "constraints": [
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    expressions=[
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("person_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("person_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (models.Func(models.F("valid_from"), models.F("valid_to"), models.Value("[)"), function="daterange"), "&&"),
                                    ],
                                    name="grade_no_overlap",
                                    violation_error_message="Pada satu hari hanya ada satu golongan.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="grade_ends_after_start",
                                    violation_error_message="Golongan harus berakhir sesudah mulai.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_graderecordtrail" ("agency_id", "decree", "grade", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."decree", new_values."grade", new_values."id", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="8318945b0ad0bb99fa6455e30f4a558485682a5c",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_ca074",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_graderecord",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_graderecordtrail" ("agency_id", "decree", "grade", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."decree", new_values."grade", new_values."id", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="0d305a63ebd5c979952cf1a66e1526cbac62d0cc",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_c18ae",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_graderecord",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_graderecordtrail" ("agency_id", "decree", "grade", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."decree", old_values."grade", old_values."id", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6aaed28ba5f2eebe5689fe62a4dcf8424d618588",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_eddf5",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_graderecord",
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
                            hash="74881db851b18790e31a705182d2bb6e6054f1a3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e2649",
                            table="register_graderecordtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="ImportRun",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(choices=[("people", "Pegawai"), ("units", "Unit"), ("appraisals", "Penilaian kinerja")], default="people", max_length=10, verbose_name="isi berkas")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checking", "Sedang diperiksa"),
                                    ("ready", "Siap ditinjau"),
                                    ("queued", "Sedang disimpan"),
                                    ("committed", "Tersimpan"),
                                    ("failed", "Gagal disimpan"),
                                    ("discarded", "Dibatalkan"),
                                ],
                                default="ready",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        ("file_size", models.PositiveBigIntegerField(verbose_name="ukuran berkas")),
                        ("digest", models.CharField(max_length=64, verbose_name="sidik berkas")),
                        ("as_at", models.DateField(verbose_name="keadaan per")),
                        ("layout", models.JSONField(default=list, verbose_name="susunan berkas")),
                        ("dropped", models.JSONField(default=dict, verbose_name="kolom yang dibuang")),
                        ("mapping", models.JSONField(default=dict, verbose_name="arti kolom")),
                        ("confidence", models.JSONField(default=dict, verbose_name="keyakinan")),
                        ("tally", models.JSONField(default=dict, verbose_name="jumlah")),
                        ("trouble", models.TextField(blank=True, verbose_name="gangguan")),
                        ("job_id", models.BigIntegerField(blank=True, null=True, verbose_name="nomor pekerjaan")),
                        ("created_at", models.DateTimeField(verbose_name="diunggah pada")),
                        ("committed_at", models.DateTimeField(blank=True, null=True, verbose_name="disimpan pada")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        (
                            "committed_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="disimpan oleh"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diunggah oleh"),
                        ),
                    ],
                    options={
                        "verbose_name": "impor",
                        "verbose_name_plural": "impor",
                        "ordering": ("-created_at", "-id"),
                        "indexes": [models.Index(fields=["agency", "-created_at", "-id"], name="import_history")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("state", "committed"), _negated=True), ("committed_at__isnull", False), _connector="OR"),
                                name="import_committed_has_time",
                                violation_error_message="Impor yang tersimpan harus punya waktu.",
                            )
                        ],
                    },
                ),
                CreateModel(
                    name="ImportContent",
                    fields=[
                        (
                            "run",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="content", serialize=False, to="register.importrun", verbose_name="impor"),
                        ),
                        ("packed", models.BinaryField(verbose_name="isi")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                    ],
                    options={
                        "verbose_name": "isi impor",
                        "verbose_name_plural": "isi impor",
                    },
                ),
                CreateModel(
                    name="ImportRow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.PositiveIntegerField(verbose_name="urutan")),
                        ("sheet", models.PositiveSmallIntegerField(verbose_name="sheet")),
                        ("row", models.PositiveIntegerField(verbose_name="baris")),
                        ("outcome", models.CharField(choices=[("create", "Baru"), ("update", "Berubah"), ("unchanged", "Tetap"), ("refused", "Ditolak")], max_length=10, verbose_name="hasil")),
                        ("nip", models.CharField(blank=True, max_length=40, verbose_name="NIP")),
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="nama")),
                        ("unit_name", models.CharField(blank=True, max_length=250, verbose_name="unit")),
                        ("post_name", models.CharField(blank=True, max_length=250, verbose_name="jabatan")),
                        ("codes", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None, verbose_name="kode")),
                        ("changes", models.JSONField(default=list, verbose_name="perubahan")),
                        ("findings", models.JSONField(default=list, verbose_name="temuan")),
                        ("cells", models.JSONField(default=list, verbose_name="isi baris")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("run", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="register.importrun", verbose_name="impor")),
                    ],
                    options={
                        "verbose_name": "baris impor",
                        "verbose_name_plural": "baris impor",
                        "indexes": [models.Index(fields=["agency", "run", "outcome", "position"], name="import_row_outcome")],
                        "constraints": [models.UniqueConstraint(fields=("agency", "run", "position"), name="import_row_once", violation_error_message="Baris ini sudah ada.")],
                    },
                ),
                CreateModel(
                    name="Region",
                    fields=[
                        ("code", models.CharField(max_length=13, primary_key=True, serialize=False, verbose_name="kode")),
                        ("name", models.CharField(max_length=100, verbose_name="nama")),
                        (
                            "level",
                            models.CharField(
                                choices=[("province", "Provinsi"), ("regency", "Kabupaten/Kota"), ("district", "Kecamatan"), ("village", "Kelurahan/Desa")], max_length=10, verbose_name="tingkat"
                            ),
                        ),
                        ("parent", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="register.region")),
                    ],
                    options={
                        "verbose_name": "wilayah",
                        "verbose_name_plural": "wilayah",
                        "ordering": ("code",),
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="Unit",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("code", models.CharField(max_length=40, verbose_name="kode")),
                            ("name", models.CharField(max_length=200, verbose_name="nama")),
                            ("kind", models.CharField(blank=True, max_length=40, verbose_name="jenis")),
                            ("path", models.CharField(blank=True, max_length=200, verbose_name="jalur")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("parent", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="register.unit", verbose_name="induk")),
                            ("region", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.region", verbose_name="wilayah")),
                            (
                                "replaces",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replaced_by", to="register.unit", verbose_name="menggantikan"),
                            ),
                        ],
                        options={
                            "verbose_name": "unit",
                            "verbose_name_plural": "unit",
                            "indexes": [models.Index(fields=["agency", "path"], name="unit_path", opclasses=["int8_ops", "varchar_pattern_ops"])],
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "code", "valid_from"), name="unit_code_once"),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="unit_ends_after_start",
                                    violation_error_message="Unit harus berakhir sesudah mulai.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_unittrail" ("agency_id", "code", "id", "kind", "name", "origin", "parent_id", "path", "pgh_created_at", "pgh_label", "region_id", "replaces_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."code", new_values."id", new_values."kind", new_values."name", new_values."origin", new_values."parent_id", new_values."path", NOW(), \'insert\', new_values."region_id", new_values."replaces_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="d7f028c521707755445ce96ddeaa32d414272e13",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_15582",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_unit",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_unittrail" ("agency_id", "code", "id", "kind", "name", "origin", "parent_id", "path", "pgh_created_at", "pgh_label", "region_id", "replaces_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."code", new_values."id", new_values."kind", new_values."name", new_values."origin", new_values."parent_id", new_values."path", NOW(), \'update\', new_values."region_id", new_values."replaces_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e977f2d5dd941ff37473f08af3ce78ff2fbc0f5e",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_dfa0f",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_unit",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_unittrail" ("agency_id", "code", "id", "kind", "name", "origin", "parent_id", "path", "pgh_created_at", "pgh_label", "region_id", "replaces_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."code", old_values."id", old_values."kind", old_values."name", old_values."origin", old_values."parent_id", old_values."path", NOW(), \'delete\', old_values."region_id", old_values."replaces_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9dca5896319b8733d7bc458bc132afb67994d867",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_829f4",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_unit",
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
                            hash="6b50701238f1513c96f62a6ae4b0b2299b5182bd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a134",
                            table="register_unittrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Post",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("name", models.CharField(max_length=250, verbose_name="nama jabatan")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[
                                        ("jpt_utama", "JPT utama"),
                                        ("jpt_madya", "JPT madya"),
                                        ("jpt_pratama", "JPT pratama"),
                                        ("administrator", "Administrator"),
                                        ("pengawas", "Pengawas"),
                                        ("pelaksana", "Pelaksana"),
                                        ("jf_ahli_utama", "JF ahli utama"),
                                        ("jf_ahli_madya", "JF ahli madya"),
                                        ("jf_ahli_muda", "JF ahli muda"),
                                        ("jf_ahli_pertama", "JF ahli pertama"),
                                        ("jf_penyelia", "JF penyelia"),
                                        ("jf_mahir", "JF mahir"),
                                        ("jf_terampil", "JF terampil"),
                                        ("jf_pemula", "JF pemula"),
                                        ("jf_other", "JF (jenjang tidak diketahui)"),
                                        ("other", "Tidak diketahui"),
                                    ],
                                    max_length=20,
                                    verbose_name="jenis jabatan",
                                ),
                            ),
                            ("echelon", models.CharField(blank=True, max_length=10, verbose_name="eselon")),
                            ("job_class", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="kelas jabatan")),
                            ("capacity", models.PositiveIntegerField(blank=True, null=True, verbose_name="kapasitas")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("unit", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="register.unit", verbose_name="unit")),
                            (
                                "replaces",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replaced_by", to="register.post", verbose_name="menggantikan"),
                            ),
                        ],
                        options={
                            "verbose_name": "jabatan",
                            "verbose_name_plural": "jabatan",
                            "indexes": [models.Index(fields=["agency", "unit", "name"], name="post_unit")],
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "unit", "name", "valid_from"), name="post_name_once"),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="post_ends_after_start",
                                    violation_error_message="Jabatan harus berakhir sesudah mulai.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_posttrail" ("agency_id", "capacity", "echelon", "id", "job_class", "kind", "name", "origin", "pgh_created_at", "pgh_label", "replaces_id", "unit_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."capacity", new_values."echelon", new_values."id", new_values."job_class", new_values."kind", new_values."name", new_values."origin", NOW(), \'insert\', new_values."replaces_id", new_values."unit_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="affc2f3bbd21d905b7306f9e18f7864599e77ece",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_010d2",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_post",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_posttrail" ("agency_id", "capacity", "echelon", "id", "job_class", "kind", "name", "origin", "pgh_created_at", "pgh_label", "replaces_id", "unit_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."capacity", new_values."echelon", new_values."id", new_values."job_class", new_values."kind", new_values."name", new_values."origin", NOW(), \'update\', new_values."replaces_id", new_values."unit_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="aaaf7cd52a6bcaee7040e303bce12d40aa35f9e1",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_c8560",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_post",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_posttrail" ("agency_id", "capacity", "echelon", "id", "job_class", "kind", "name", "origin", "pgh_created_at", "pgh_label", "replaces_id", "unit_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."capacity", old_values."echelon", old_values."id", old_values."job_class", old_values."kind", old_values."name", old_values."origin", NOW(), \'delete\', old_values."replaces_id", old_values."unit_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6e6ce5f11cdd0f5a898b17551800f0efd2a3c798",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_018bc",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_post",
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
                            hash="003a6fc912e927be935758738faadc641cbf5d18",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ba595",
                            table="register_posttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Incumbency",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[("definitive", "Definitif"), ("acting", "Pelaksana tugas (Plt.)"), ("stand_in", "Pelaksana harian (Plh.)")],
                                    default="definitive",
                                    max_length=10,
                                    verbose_name="cara menjabat",
                                ),
                            ),
                            ("sole", models.BooleanField(default=False, verbose_name="satu pemangku")),
                            ("decree", models.CharField(blank=True, max_length=80, verbose_name="nomor SK")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="incumbencies", to="register.person", verbose_name="pegawai")),
                            ("post", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="incumbencies", to="register.post", verbose_name="jabatan")),
                        ],
                        options={
                            "verbose_name": "pemangku jabatan",
                            "verbose_name_plural": "pemangku jabatan",
                            "indexes": [
                                models.Index(fields=["agency", "person", "valid_from"], name="incumbency_person"),
                                models.Index(fields=["agency", "post", "valid_from"], name="incumbency_post"),
                            ],
                            "constraints": [
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    condition=models.Q(("kind", "definitive")),
                                    expressions=[
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("person_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("person_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (models.Func(models.F("valid_from"), models.F("valid_to"), models.Value("[)"), function="daterange"), "&&"),
                                    ],
                                    name="incumbency_person_once",
                                    violation_error_message="Pegawai ini sudah memangku jabatan lain pada hari itu.",
                                ),
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    condition=models.Q(("kind", "definitive"), ("sole", True)),
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
                                    name="incumbency_post_once",
                                    violation_error_message="Jabatan ini sudah terisi pada hari itu.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="incumbency_ends_after_start",
                                    violation_error_message="Masa jabatan harus berakhir sesudah mulai.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_incumbencytrail" ("agency_id", "decree", "id", "kind", "origin", "person_id", "pgh_created_at", "pgh_label", "post_id", "sole", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."decree", new_values."id", new_values."kind", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."post_id", new_values."sole", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f161355447cca8809188921ad9d73ae479320f12",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_af56f",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_incumbency",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_incumbencytrail" ("agency_id", "decree", "id", "kind", "origin", "person_id", "pgh_created_at", "pgh_label", "post_id", "sole", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."decree", new_values."id", new_values."kind", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."post_id", new_values."sole", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="91a065dc650004e309437446ce4c204ff7a49c00",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_491b9",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_incumbency",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_incumbencytrail" ("agency_id", "decree", "id", "kind", "origin", "person_id", "pgh_created_at", "pgh_label", "post_id", "sole", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."decree", old_values."id", old_values."kind", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."post_id", old_values."sole", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="46279de074b766115688aaedb002a3d4d9028954",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_6a5a2",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_incumbency",
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
                            hash="ec65fbabf056ef80955e95c463e0f44158e6cbbe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1328a",
                            table="register_incumbencytrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Partner",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("name", models.CharField(max_length=200, verbose_name="nama")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[
                                        ("government", "Pemerintah daerah"),
                                        ("ministry", "Kementerian/lembaga"),
                                        ("university", "Perguruan tinggi"),
                                        ("firm", "Perusahaan"),
                                        ("profession", "Organisasi profesi"),
                                        ("other", "Lainnya"),
                                    ],
                                    max_length=12,
                                    verbose_name="jenis",
                                ),
                            ),
                            ("strengths", models.TextField(blank=True, verbose_name="keunggulan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("region", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.region", verbose_name="wilayah")),
                        ],
                        options={
                            "verbose_name": "mitra",
                            "verbose_name_plural": "mitra",
                            "ordering": ("name",),
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "name", "valid_from"), name="partner_name_once"),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="partner_ends_after_start",
                                    violation_error_message="Kemitraan harus berakhir sesudah mulai.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_partnertrail" ("agency_id", "id", "kind", "name", "pgh_created_at", "pgh_label", "region_id", "strengths", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", new_values."kind", new_values."name", NOW(), \'insert\', new_values."region_id", new_values."strengths", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="421617926d02d7f45eb90a22579f2ac9940154cd",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_e0974",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_partner",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_partnertrail" ("agency_id", "id", "kind", "name", "pgh_created_at", "pgh_label", "region_id", "strengths", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", new_values."kind", new_values."name", NOW(), \'update\', new_values."region_id", new_values."strengths", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="11d5a5d8e7194e84fafe348d4ae4156bc5c50421",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_a6079",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_partner",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_partnertrail" ("agency_id", "id", "kind", "name", "pgh_created_at", "pgh_label", "region_id", "strengths", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."id", old_values."kind", old_values."name", NOW(), \'delete\', old_values."region_id", old_values."strengths", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f330d6baa03ee2941c2a2a91301e5dcf257ac239",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_ffab3",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_partner",
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
                            hash="15f20a3ee141bbab6623ffd7884d4f5648a86a5b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5d855",
                            table="register_partnertrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="ServiceRecord",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                            ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai (tidak termasuk)")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal data")),
                            (
                                "state",
                                models.CharField(
                                    choices=[
                                        ("active", "Aktif"),
                                        ("leave", "Cuti di luar tanggungan negara"),
                                        ("study", "Tugas belajar"),
                                        ("suspended", "Diberhentikan sementara"),
                                        ("retired", "Pensiun"),
                                        ("left", "Berhenti"),
                                        ("deceased", "Meninggal"),
                                        ("inactive", "Tidak aktif"),
                                    ],
                                    max_length=10,
                                    verbose_name="kedudukan hukum",
                                ),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "riwayat kedudukan hukum",
                            "verbose_name_plural": "riwayat kedudukan hukum",
                            "indexes": [
                                models.Index(fields=["agency", "person", "valid_from"], name="service_person"),
                                models.Index(condition=models.Q(("state__in", ("retired", "left", "deceased", "inactive"))), fields=["agency", "person"], name="service_ended"),
                            ],
                            "constraints": [
                                django.contrib.postgres.constraints.ExclusionConstraint(
                                    expressions=[
                                        (
                                            models.Func(
                                                django.db.models.functions.comparison.Cast(models.F("person_id"), models.BigIntegerField()),
                                                django.db.models.functions.comparison.Cast(models.F("person_id"), models.BigIntegerField()),
                                                models.Value("[]"),
                                                function="int8range",
                                            ),
                                            "&&",
                                        ),
                                        (models.Func(models.F("valid_from"), models.F("valid_to"), models.Value("[)"), function="daterange"), "&&"),
                                    ],
                                    name="service_no_overlap",
                                    violation_error_message="Pada satu hari hanya ada satu kedudukan hukum.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                                    name="service_ends_after_start",
                                    violation_error_message="Kedudukan hukum harus berakhir sesudah mulai.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_servicerecordtrail" ("agency_id", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "state", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."state", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="7dc221481e5143124a0832332d0e35cd4b04a7ad",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_f79d9",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="register_servicerecord",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_servicerecordtrail" ("agency_id", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "state", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."id", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."state", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a838de48752c0846453d0ab89de33339661e4100",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_4bb79",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="register_servicerecord",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_servicerecordtrail" ("agency_id", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "state", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."id", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."state", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b6ad9afca06568446a43f6d7fc8ac7f79b73e705",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_82e6e",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="register_servicerecord",
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
                            hash="747136e7516143f7f5921611d342fb378ddfb8d9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6f7f5",
                            table="register_servicerecordtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="UnitAlias",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("spelling", models.CharField(max_length=250, verbose_name="ejaan")),
                        ("written", models.CharField(max_length=250, verbose_name="tertulis")),
                        ("confirmed_at", models.DateTimeField(verbose_name="dipastikan pada")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        (
                            "confirmed_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dipastikan oleh"),
                        ),
                        ("unit", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="aliases", to="register.unit", verbose_name="unit")),
                    ],
                    options={
                        "verbose_name": "ejaan unit",
                        "verbose_name_plural": "ejaan unit",
                        "constraints": [models.UniqueConstraint(fields=("agency", "spelling"), name="unit_alias_once", violation_error_message="Ejaan ini sudah dipastikan.")],
                    },
                ),
            ]
        )
    ]
