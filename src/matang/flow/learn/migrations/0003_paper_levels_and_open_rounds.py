"""Levels of a host that signs on paper, rounds that other governments hand in to, and ceilings by kind of host."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from django.db.migrations import CreateModel

from matang.foundation.audit.columns import with_trail
from matang.foundation.tenancy.tables import CreateTables


class Migration(migrations.Migration):
    dependencies = [("files", "0002_row_policies"), ("learn", "0002_policies"), ("tenancy", "0001_initial")]
    operations = [
        CreateTables(
            [
                *with_trail(
                    CreateModel(
                        name="RoundCall",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("name", models.CharField(max_length=120, verbose_name="nama putaran")),
                            ("coordinator", models.CharField(max_length=200, verbose_name="penyelenggara")),
                            ("method", models.CharField(choices=[("stable", "Stabil bagi pelamar"), ("by_need", "Jumlah kebutuhan terbesar")], max_length=7, verbose_name="cara")),
                            ("seed", models.BigIntegerField(verbose_name="bilangan undian")),
                            ("places", models.JSONField(default=list, verbose_name="tempat")),
                            ("closes_on", models.DateField(verbose_name="hari terakhir menyerahkan")),
                            ("opened_at", models.DateTimeField(verbose_name="dibuka pada")),
                            ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("round", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="call", to="learn.matchinground", verbose_name="putaran")),
                        ],
                        options={
                            "verbose_name": "undangan putaran",
                            "verbose_name_plural": "undangan putaran",
                            "ordering": ("closes_on", "id"),
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundcalltrail" ("agency_id", "closed_at", "closes_on", "coordinator", "id", "method", "name", "opened_at", "pgh_created_at", "pgh_label", "places", "round_id", "seed") SELECT new_values."agency_id", new_values."closed_at", new_values."closes_on", new_values."coordinator", new_values."id", new_values."method", new_values."name", new_values."opened_at", NOW(), \'insert\', new_values."places", new_values."round_id", new_values."seed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f046e84907254460a6db05c23f01d5328e4d961d",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_7460b",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="learn_roundcall",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundcalltrail" ("agency_id", "closed_at", "closes_on", "coordinator", "id", "method", "name", "opened_at", "pgh_created_at", "pgh_label", "places", "round_id", "seed") SELECT new_values."agency_id", new_values."closed_at", new_values."closes_on", new_values."coordinator", new_values."id", new_values."method", new_values."name", new_values."opened_at", NOW(), \'update\', new_values."places", new_values."round_id", new_values."seed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a5f4200b2a0d17ce944bf744fe3b51bf24135419",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_6f3a1",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="learn_roundcall",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundcalltrail" ("agency_id", "closed_at", "closes_on", "coordinator", "id", "method", "name", "opened_at", "pgh_created_at", "pgh_label", "places", "round_id", "seed") SELECT old_values."agency_id", old_values."closed_at", old_values."closes_on", old_values."coordinator", old_values."id", old_values."method", old_values."name", old_values."opened_at", NOW(), \'delete\', old_values."places", old_values."round_id", old_values."seed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="cc5210eb0d451c7ee911a5d8bfbabe2a40b799ba",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_cb3fd",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="learn_roundcall",
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
                            hash="49edca7060da0f74e84ee19600fd657493589d8d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1fcf5",
                            table="learn_roundcalltrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="RoundCeiling",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("kind", models.CharField(max_length=20, verbose_name="jenis tuan rumah")),
                            ("most", models.PositiveIntegerField(verbose_name="paling banyak peserta")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("region", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="ceilings", to="learn.roundregion", verbose_name="daerah")),
                            ("round", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="ceilings", to="learn.matchinground", verbose_name="putaran")),
                        ],
                        options={
                            "verbose_name": "batas menurut jenis tuan rumah",
                            "verbose_name_plural": "batas menurut jenis tuan rumah",
                            "ordering": ("region__name", "kind"),
                            "constraints": [
                                models.UniqueConstraint(fields=("round", "region", "kind"), name="round_ceiling_once", violation_error_message="Batas untuk daerah dan jenis ini sudah ada.")
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundceilingtrail" ("agency_id", "id", "kind", "most", "pgh_created_at", "pgh_label", "region_id", "round_id") SELECT new_values."agency_id", new_values."id", new_values."kind", new_values."most", NOW(), \'insert\', new_values."region_id", new_values."round_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6fd1073d968f456cead3a62187ffc59fdd90913f",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_5090a",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="learn_roundceiling",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundceilingtrail" ("agency_id", "id", "kind", "most", "pgh_created_at", "pgh_label", "region_id", "round_id") SELECT new_values."agency_id", new_values."id", new_values."kind", new_values."most", NOW(), \'update\', new_values."region_id", new_values."round_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="29fc220e19cf4d042507c32c3b48134a181f3e6e",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_cdcd0",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="learn_roundceiling",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundceilingtrail" ("agency_id", "id", "kind", "most", "pgh_created_at", "pgh_label", "region_id", "round_id") SELECT old_values."agency_id", old_values."id", old_values."kind", old_values."most", NOW(), \'delete\', old_values."region_id", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="5b136cea294b9b5436772e4c64c036f9f5371226",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_a03de",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="learn_roundceiling",
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
                            hash="c1af5621863abe003406b1ccee339761e0d8dcfc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2e872",
                            table="learn_roundceilingtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="RoundRequest",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("call_number", models.BigIntegerField(verbose_name="nomor undangan")),
                            ("name", models.CharField(max_length=200, verbose_name="nama")),
                            ("unit_name", models.CharField(max_length=200, verbose_name="unit")),
                            ("region", models.CharField(max_length=120, verbose_name="daerah")),
                            ("points", models.PositiveIntegerField(verbose_name="poin kebutuhan")),
                            ("wishes", models.JSONField(default=list, verbose_name="pilihan")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("handed_in", "Diserahkan"), ("withdrawn", "Ditarik"), ("taken", "Masuk putaran"), ("answered", "Ada hasilnya")],
                                    default="handed_in",
                                    max_length=9,
                                    verbose_name="status",
                                ),
                            ),
                            ("handed_at", models.DateTimeField(verbose_name="diserahkan pada")),
                            ("by_account", models.BigIntegerField(blank=True, null=True, verbose_name="akun")),
                            ("by_name", models.CharField(blank=True, max_length=150, verbose_name="nama penyerah")),
                            ("result_code", models.CharField(blank=True, max_length=12, verbose_name="tempat")),
                            ("result_rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="pilihan ke")),
                            ("result_why", models.JSONField(blank=True, default=list, verbose_name="mengapa")),
                            ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada")),
                            ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="ditulis ke pengiriman pada")),
                            (
                                "unwritten",
                                models.CharField(
                                    blank=True,
                                    choices=[
                                        ("gone", "Pengirimannya sudah ditarik, ditolak, atau diputuskan"),
                                        ("split", "Peserta pengiriman itu ditempatkan di tempat yang berbeda"),
                                        ("unplaced", "Sebagian peserta pengiriman itu tidak mendapat tempat"),
                                        ("no_host", "Tuan rumah itu belum ada di daftar Anda"),
                                    ],
                                    max_length=10,
                                    verbose_name="mengapa tidak dapat ditulis",
                                ),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "host_agency",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi tuan rumah"),
                            ),
                            ("participant", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="learn.participant", verbose_name="peserta")),
                        ],
                        options={
                            "verbose_name": "lamaran putaran",
                            "verbose_name_plural": "lamaran putaran",
                            "ordering": ("id",),
                            "indexes": [models.Index(fields=["host_agency", "call_number"], name="round_request_call")],
                            "constraints": [
                                models.UniqueConstraint(fields=("call_number", "participant"), name="round_request_once", violation_error_message="Peserta ini sudah diserahkan ke putaran itu."),
                                models.CheckConstraint(condition=models.Q(("points__lte", 1000000)), name="round_request_points", violation_error_message="Poin kebutuhan antara 0 dan 1.000.000."),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundrequesttrail" ("agency_id", "answered_at", "by_account", "by_name", "call_number", "handed_at", "host_agency_id", "id", "name", "participant_id", "pgh_created_at", "pgh_label", "points", "region", "result_code", "result_rank", "result_why", "state", "unit_name", "unwritten", "wishes", "written_at") SELECT new_values."agency_id", new_values."answered_at", new_values."by_account", new_values."by_name", new_values."call_number", new_values."handed_at", new_values."host_agency_id", new_values."id", new_values."name", new_values."participant_id", NOW(), \'insert\', new_values."points", new_values."region", new_values."result_code", new_values."result_rank", new_values."result_why", new_values."state", new_values."unit_name", new_values."unwritten", new_values."wishes", new_values."written_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1503554eb1dabd61b48b7395a98d9adcf043d8e5",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_90eee",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="learn_roundrequest",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundrequesttrail" ("agency_id", "answered_at", "by_account", "by_name", "call_number", "handed_at", "host_agency_id", "id", "name", "participant_id", "pgh_created_at", "pgh_label", "points", "region", "result_code", "result_rank", "result_why", "state", "unit_name", "unwritten", "wishes", "written_at") SELECT new_values."agency_id", new_values."answered_at", new_values."by_account", new_values."by_name", new_values."call_number", new_values."handed_at", new_values."host_agency_id", new_values."id", new_values."name", new_values."participant_id", NOW(), \'update\', new_values."points", new_values."region", new_values."result_code", new_values."result_rank", new_values."result_why", new_values."state", new_values."unit_name", new_values."unwritten", new_values."wishes", new_values."written_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e78880f3423aa563f124e7faf3136c11073eb689",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_03e8f",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="learn_roundrequest",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_roundrequesttrail" ("agency_id", "answered_at", "by_account", "by_name", "call_number", "handed_at", "host_agency_id", "id", "name", "participant_id", "pgh_created_at", "pgh_label", "points", "region", "result_code", "result_rank", "result_why", "state", "unit_name", "unwritten", "wishes", "written_at") SELECT old_values."agency_id", old_values."answered_at", old_values."by_account", old_values."by_name", old_values."call_number", old_values."handed_at", old_values."host_agency_id", old_values."id", old_values."name", old_values."participant_id", NOW(), \'delete\', old_values."points", old_values."region", old_values."result_code", old_values."result_rank", old_values."result_why", old_values."state", old_values."unit_name", old_values."unwritten", old_values."wishes", old_values."written_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a9aa48e41d7c9cc5c613714df703eb738145b1dd",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_5c17a",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="learn_roundrequest",
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
                            hash="927523f91a1695eb5a41bcd17e0f4cffafebc5a0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bdf69",
                            table="learn_roundrequesttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="hostassessment",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="hostassessment",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="hostassessment",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sending",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sending",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sending",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="hostassessment",
            name="paper",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile", verbose_name="lembar bertanda tangan"),
        ),
        migrations.AddField(
            model_name="hostassessment",
            name="signed_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="yang menilai di tuan rumah (nama dan jabatan)"),
        ),
        migrations.AddField(
            model_name="hostassessment",
            name="signed_on",
            field=models.DateField(blank=True, null=True, verbose_name="ditandatangani pada"),
        ),
        migrations.AddField(
            model_name="hostassessmenttrail",
            name="paper",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="files.storedfile",
                verbose_name="lembar bertanda tangan",
            ),
        ),
        migrations.AddField(
            model_name="hostassessmenttrail",
            name="signed_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="yang menilai di tuan rumah (nama dan jabatan)"),
        ),
        migrations.AddField(
            model_name="hostassessmenttrail",
            name="signed_on",
            field=models.DateField(blank=True, null=True, verbose_name="ditandatangani pada"),
        ),
        migrations.AddField(
            model_name="roundapplicant",
            name="request_id",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="nomor lamaran"),
        ),
        migrations.AddField(
            model_name="roundapplicant",
            name="unwritten",
            field=models.CharField(
                blank=True,
                choices=[
                    ("gone", "Pengirimannya sudah ditarik, ditolak, atau diputuskan"),
                    ("split", "Peserta pengiriman itu ditempatkan di tempat yang berbeda"),
                    ("unplaced", "Sebagian peserta pengiriman itu tidak mendapat tempat"),
                    ("no_host", "Tuan rumah itu belum ada di daftar Anda"),
                ],
                max_length=10,
                verbose_name="mengapa tidak dapat ditulis",
            ),
        ),
        migrations.AddField(
            model_name="roundapplicant",
            name="written_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ditulis ke pengiriman pada"),
        ),
        migrations.AddField(
            model_name="sending",
            name="host_asked_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="tuan rumah diminta pada"),
        ),
        migrations.AddField(
            model_name="sendingtrail",
            name="host_asked_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="tuan rumah diminta pada"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hostassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_hostassessmenttrail" ("agency_id", "asked_id", "by_account", "by_name", "evidence_number", "host_agency_id", "id", "level", "note", "paper_id", "pgh_created_at", "pgh_label", "rated_at", "received_at", "received_by_account", "received_by_name", "signed_by", "signed_on") SELECT new_values."agency_id", new_values."asked_id", new_values."by_account", new_values."by_name", new_values."evidence_number", new_values."host_agency_id", new_values."id", new_values."level", new_values."note", new_values."paper_id", NOW(), \'insert\', new_values."rated_at", new_values."received_at", new_values."received_by_account", new_values."received_by_name", new_values."signed_by", new_values."signed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="439126d054aef94131eb74d1823832e3c1902fa3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6d6cd",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="learn_hostassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hostassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_hostassessmenttrail" ("agency_id", "asked_id", "by_account", "by_name", "evidence_number", "host_agency_id", "id", "level", "note", "paper_id", "pgh_created_at", "pgh_label", "rated_at", "received_at", "received_by_account", "received_by_name", "signed_by", "signed_on") SELECT new_values."agency_id", new_values."asked_id", new_values."by_account", new_values."by_name", new_values."evidence_number", new_values."host_agency_id", new_values."id", new_values."level", new_values."note", new_values."paper_id", NOW(), \'update\', new_values."rated_at", new_values."received_at", new_values."received_by_account", new_values."received_by_name", new_values."signed_by", new_values."signed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6250a7f542a1acd54db7f80e068300b81d16dfe1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2733f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="learn_hostassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hostassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_hostassessmenttrail" ("agency_id", "asked_id", "by_account", "by_name", "evidence_number", "host_agency_id", "id", "level", "note", "paper_id", "pgh_created_at", "pgh_label", "rated_at", "received_at", "received_by_account", "received_by_name", "signed_by", "signed_on") SELECT old_values."agency_id", old_values."asked_id", old_values."by_account", old_values."by_name", old_values."evidence_number", old_values."host_agency_id", old_values."id", old_values."level", old_values."note", old_values."paper_id", NOW(), \'delete\', old_values."rated_at", old_values."received_at", old_values."received_by_account", old_values."received_by_name", old_values."signed_by", old_values."signed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="cbb5a288de7832944996be2d75744488fccf7806",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e231",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="learn_hostassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sending",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_account", "host_answered_at", "host_answered_name", "host_asked_at", "host_contact", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "origin", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."aim_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_account", new_values."host_answered_at", new_values."host_answered_name", new_values."host_asked_at", new_values."host_contact", new_values."host_id", new_values."host_unit", new_values."id", new_values."indicator_id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", new_values."origin", NOW(), \'insert\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a517591095afb64bab3e4e24018e92edc5c652c9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2fdbf",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="learn_sending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sending",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_account", "host_answered_at", "host_answered_name", "host_asked_at", "host_contact", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "origin", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."aim_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_account", new_values."host_answered_at", new_values."host_answered_name", new_values."host_asked_at", new_values."host_contact", new_values."host_id", new_values."host_unit", new_values."id", new_values."indicator_id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", new_values."origin", NOW(), \'update\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="385f070dc10a5caf3bdc136460c970e4f995780c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b4122",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="learn_sending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sending",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_account", "host_answered_at", "host_answered_name", "host_asked_at", "host_contact", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "origin", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT old_values."after_return", old_values."agency_id", old_values."aim_id", old_values."cohort_id", old_values."cost_rule", old_values."ends_on", old_values."host_agency_id", old_values."host_answer", old_values."host_answer_reason", old_values."host_answered_account", old_values."host_answered_at", old_values."host_answered_name", old_values."host_asked_at", old_values."host_contact", old_values."host_id", old_values."host_unit", old_values."id", old_values."indicator_id", old_values."kind", old_values."need_id", old_values."opened_at", old_values."opened_by_id", old_values."origin", NOW(), \'delete\', old_values."seats", old_values."starts_on", old_values."state", old_values."title", old_values."unit_id", old_values."unit_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="cd045c6aefaee8b4d1fc188c0e0f66d026bde360",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8432a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="learn_sending",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="hostassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paper__isnull", True), ("signed_by", ""), ("signed_on__isnull", True)),
                    models.Q(("paper__isnull", False), ("signed_on__isnull", False), models.Q(("signed_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="host_assessment_paper_is_whole",
                violation_error_message="Penilaian dari lembar menyebut lembarnya, siapa yang menandatangani, dan kapan.",
            ),
        ),
    ]
