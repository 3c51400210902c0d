"""The tables of the stage, with their trails."""

import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models
from django.db.migrations import CreateModel

from matang.foundation.audit.columns import with_trail
from matang.foundation.tenancy.tables import CreateTables


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("apply", "0001_recommendations_adoptions_practices"),
    ]
    dependencies = [
        ("aims", "0002_policies"),
        ("learn", "0002_policies"),
        ("register", "0002_policies"),
        ("tenancy", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]
    operations = [
        CreateTables(
            [
                *with_trail(
                    CreateModel(
                        name="Presentation",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("title", models.CharField(max_length=200, verbose_name="acara")),
                            ("day", models.DateField(verbose_name="hari paparan")),
                            ("place", models.CharField(blank=True, max_length=200, verbose_name="tempat")),
                            ("attendees", models.TextField(blank=True, verbose_name="yang hadir")),
                            ("note", models.TextField(blank=True, verbose_name="catatan paparan")),
                            ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="dicatat terlaksana pada")),
                            ("planned_by_account", models.BigIntegerField(blank=True, null=True, verbose_name="akun perencana")),
                            ("planned_by_name", models.CharField(blank=True, max_length=150, verbose_name="nama perencana")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit penyelenggara")),
                        ],
                        options={
                            "verbose_name": "hari paparan",
                            "verbose_name_plural": "hari paparan",
                            "ordering": ("-day", "-id"),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("held_at__isnull", True), models.Q(("attendees", ""), _negated=True), _connector="OR"),
                                    name="presentation_held_before_somebody",
                                    violation_error_message="Tulis siapa yang hadir.",
                                )
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_presentationtrail" ("agency_id", "attendees", "day", "held_at", "id", "note", "pgh_created_at", "pgh_label", "place", "planned_by_account", "planned_by_name", "title", "unit_id") SELECT new_values."agency_id", new_values."attendees", new_values."day", new_values."held_at", new_values."id", new_values."note", NOW(), \'insert\', new_values."place", new_values."planned_by_account", new_values."planned_by_name", new_values."title", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6409710c234d3fbdf941e0893ecc35e76117cc67",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_689bd",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="apply_presentation",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_presentationtrail" ("agency_id", "attendees", "day", "held_at", "id", "note", "pgh_created_at", "pgh_label", "place", "planned_by_account", "planned_by_name", "title", "unit_id") SELECT new_values."agency_id", new_values."attendees", new_values."day", new_values."held_at", new_values."id", new_values."note", NOW(), \'update\', new_values."place", new_values."planned_by_account", new_values."planned_by_name", new_values."title", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9feb504b1691c0ae17bb8d29108df7233b0e1355",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_ebd24",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="apply_presentation",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_presentationtrail" ("agency_id", "attendees", "day", "held_at", "id", "note", "pgh_created_at", "pgh_label", "place", "planned_by_account", "planned_by_name", "title", "unit_id") SELECT old_values."agency_id", old_values."attendees", old_values."day", old_values."held_at", old_values."id", old_values."note", NOW(), \'delete\', old_values."place", old_values."planned_by_account", old_values."planned_by_name", old_values."title", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="cb25bda1de4db6352a2bd2310727f7c60309b4ee",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_9692b",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="apply_presentation",
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
                            hash="6aa4cdbe3ad111138c4cc8ba39535625d92274cd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8056f",
                            table="apply_presentationtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Recommendation",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("light", models.BooleanField(default=False, verbose_name="bentuk ringkas")),
                            ("title", models.CharField(max_length=200, verbose_name="rekomendasi")),
                            ("practice", models.TextField(blank=True, verbose_name="praktik yang dilihat")),
                            ("seen_at", models.CharField(blank=True, max_length=200, verbose_name="dilihat di mana")),
                            ("cost_rupiah", models.BigIntegerField(blank=True, null=True, verbose_name="biaya (Rp)")),
                            ("cost_note", models.CharField(blank=True, max_length=300, verbose_name="keterangan biaya")),
                            ("risk", models.TextField(blank=True, verbose_name="risiko")),
                            ("origin_practice_id", models.BigIntegerField(blank=True, null=True, verbose_name="praktik asal")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("draft", "Konsep"), ("submitted", "Diajukan"), ("presented", "Sudah dipaparkan"), ("decided", "Sudah diputus")],
                                    default="draft",
                                    max_length=9,
                                    verbose_name="status",
                                ),
                            ),
                            ("returned_on", models.DateField(blank=True, null=True, verbose_name="kembali pada")),
                            ("opened_at", models.DateTimeField(verbose_name="dibuat pada")),
                            ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="diajukan pada")),
                            ("author_account", models.BigIntegerField(blank=True, null=True, verbose_name="akun penulis")),
                            ("author_name", models.CharField(blank=True, max_length=150, verbose_name="nama penulis")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("aim", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="tujuan yang dilayani")),
                            ("indicator", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.indicator", verbose_name="indikator")),
                            (
                                "origin_agency",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="pemerintah asal"),
                            ),
                            (
                                "owner_unit",
                                models.ForeignKey(
                                    blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit yang diusulkan menjadi pemilik"
                                ),
                            ),
                            ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="pengusul")),
                            (
                                "presentation",
                                models.ForeignKey(
                                    blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="recommendations", to="apply.presentation", verbose_name="hari paparan"
                                ),
                            ),
                            ("report", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="learn.sendingreport", verbose_name="laporan")),
                            ("sending", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="learn.sending", verbose_name="pengiriman")),
                            ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit pengusul")),
                        ],
                        options={
                            "verbose_name": "rekomendasi",
                            "verbose_name_plural": "rekomendasi",
                            "ordering": ("-opened_at", "-id"),
                            "indexes": [models.Index(fields=["agency", "state"], name="recommendation_state")],
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="recommendation_has_title", violation_error_message="Tulis rekomendasinya."),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("person__isnull", False), ("report__isnull", False), ("sending__isnull", False)),
                                        models.Q(("origin_agency__isnull", False), ("origin_practice_id__isnull", False), ("report__isnull", True)),
                                        _connector="OR",
                                    ),
                                    name="recommendation_comes_from_somewhere",
                                    violation_error_message="Rekomendasi berasal dari laporan yang diterima atau dari praktik di pustaka.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("cost_rupiah__isnull", True), ("cost_rupiah__range", (0, 100000000000000)), _connector="OR"),
                                    name="recommendation_cost_whole",
                                    violation_error_message="Biaya antara Rp0 dan Rp100 triliun. Kosongkan bila belum diketahui.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("state", "draft"), models.Q(("owner_unit__isnull", False), ("submitted_at__isnull", False)), _connector="OR"),
                                    name="recommendation_submitted_has_owner",
                                    violation_error_message="Rekomendasi yang diajukan menyebut unit pemiliknya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_recommendationtrail" ("agency_id", "aim_id", "author_account", "author_name", "cost_note", "cost_rupiah", "id", "indicator_id", "light", "opened_at", "origin_agency_id", "origin_practice_id", "owner_unit_id", "person_id", "pgh_created_at", "pgh_label", "practice", "presentation_id", "report_id", "returned_on", "risk", "seen_at", "sending_id", "state", "submitted_at", "title", "unit_id") SELECT new_values."agency_id", new_values."aim_id", new_values."author_account", new_values."author_name", new_values."cost_note", new_values."cost_rupiah", new_values."id", new_values."indicator_id", new_values."light", new_values."opened_at", new_values."origin_agency_id", new_values."origin_practice_id", new_values."owner_unit_id", new_values."person_id", NOW(), \'insert\', new_values."practice", new_values."presentation_id", new_values."report_id", new_values."returned_on", new_values."risk", new_values."seen_at", new_values."sending_id", new_values."state", new_values."submitted_at", new_values."title", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c893406cd556a7ce68091dd435a1a9910b11b149",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_53c8b",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="apply_recommendation",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_recommendationtrail" ("agency_id", "aim_id", "author_account", "author_name", "cost_note", "cost_rupiah", "id", "indicator_id", "light", "opened_at", "origin_agency_id", "origin_practice_id", "owner_unit_id", "person_id", "pgh_created_at", "pgh_label", "practice", "presentation_id", "report_id", "returned_on", "risk", "seen_at", "sending_id", "state", "submitted_at", "title", "unit_id") SELECT new_values."agency_id", new_values."aim_id", new_values."author_account", new_values."author_name", new_values."cost_note", new_values."cost_rupiah", new_values."id", new_values."indicator_id", new_values."light", new_values."opened_at", new_values."origin_agency_id", new_values."origin_practice_id", new_values."owner_unit_id", new_values."person_id", NOW(), \'update\', new_values."practice", new_values."presentation_id", new_values."report_id", new_values."returned_on", new_values."risk", new_values."seen_at", new_values."sending_id", new_values."state", new_values."submitted_at", new_values."title", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b14dc36101101f3269c0a5b0be2d5bd0c30864f6",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_61f57",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="apply_recommendation",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_recommendationtrail" ("agency_id", "aim_id", "author_account", "author_name", "cost_note", "cost_rupiah", "id", "indicator_id", "light", "opened_at", "origin_agency_id", "origin_practice_id", "owner_unit_id", "person_id", "pgh_created_at", "pgh_label", "practice", "presentation_id", "report_id", "returned_on", "risk", "seen_at", "sending_id", "state", "submitted_at", "title", "unit_id") SELECT old_values."agency_id", old_values."aim_id", old_values."author_account", old_values."author_name", old_values."cost_note", old_values."cost_rupiah", old_values."id", old_values."indicator_id", old_values."light", old_values."opened_at", old_values."origin_agency_id", old_values."origin_practice_id", old_values."owner_unit_id", old_values."person_id", NOW(), \'delete\', old_values."practice", old_values."presentation_id", old_values."report_id", old_values."returned_on", old_values."risk", old_values."seen_at", old_values."sending_id", old_values."state", old_values."submitted_at", old_values."title", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a885fb18284c20a5d8b9b98fa994de0faa823c95",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_a0efa",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="apply_recommendation",
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
                            hash="cd564a535122fde2ac539f432422a6c992961725",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7e98b",
                            table="apply_recommendationtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="RecommendationDecision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("adopt", "Terapkan"), ("adapt", "Terapkan dengan penyesuaian"), ("pilot", "Uji coba dulu"), ("reject", "Tolak"), ("need_more", "Lengkapi dulu")],
                                max_length=9,
                                verbose_name="putusan",
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="alasan")),
                        ("missing", models.TextField(blank=True, verbose_name="yang perlu dilengkapi")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        ("decided_on", models.DateField(verbose_name="diputus pada")),
                        ("decided_at", models.DateTimeField(verbose_name="dicatat pada")),
                        ("official_account", models.BigIntegerField(verbose_name="akun pejabat")),
                        ("official_name", models.CharField(max_length=150, verbose_name="pejabat")),
                        ("official_role", models.CharField(max_length=30, verbose_name="memutus sebagai")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("recommendation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="apply.recommendation", verbose_name="rekomendasi")),
                    ],
                    options={
                        "verbose_name": "putusan rekomendasi",
                        "verbose_name_plural": "putusan rekomendasi",
                        "ordering": ("-decided_at", "-id"),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="recommendation_decision_says_why", violation_error_message="Tulis alasan putusan."),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("kind", "need_more"), _negated=True), models.Q(("due_on__isnull", False), models.Q(("missing", ""), _negated=True)), _connector="OR"),
                                name="need_more_says_what_and_when",
                                violation_error_message="Tulis apa yang perlu dilengkapi dan sampai kapan.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="c0cc7f4446ef47fd9ea7b80732f1b5f547f60663",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_5a87e",
                                    table="apply_recommendationdecision",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="Adoption",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("kind", models.CharField(choices=[("adopt", "Terapkan"), ("adapt", "Terapkan dengan penyesuaian"), ("pilot", "Uji coba dulu")], max_length=9, verbose_name="bentuk")),
                            ("decided_on", models.DateField(verbose_name="diputus pada")),
                            ("began_on", models.DateField(blank=True, null=True, verbose_name="mulai berlaku pada")),
                            (
                                "result",
                                models.CharField(
                                    blank=True,
                                    choices=[("applied", "Diterapkan"), ("partly", "Diterapkan sebagian"), ("not_applied", "Tidak diterapkan")],
                                    max_length=11,
                                    verbose_name="hasil penutupan",
                                ),
                            ),
                            ("closed_on", models.DateField(blank=True, null=True, verbose_name="ditutup pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("indicator", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.indicator", verbose_name="indikator")),
                            ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit pemilik")),
                            ("recommendation", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="adoption", to="apply.recommendation", verbose_name="rekomendasi")),
                            ("decision", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="adoption", to="apply.recommendationdecision", verbose_name="putusan")),
                        ],
                        options={
                            "verbose_name": "penerapan",
                            "verbose_name_plural": "penerapan",
                            "ordering": ("-decided_on", "-id"),
                            "indexes": [models.Index(fields=["agency", "indicator"], name="adoption_indicator"), models.Index(fields=["agency", "unit"], name="adoption_unit")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("began_on__isnull", True), ("began_on__gte", models.F("decided_on")), _connector="OR"),
                                    name="adoption_began_after_decision",
                                    violation_error_message="Penerapan tidak mulai sebelum diputus.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("closed_on__isnull", True), ("result", "")), models.Q(models.Q(("result", ""), _negated=True), ("closed_on__isnull", False)), _connector="OR"
                                    ),
                                    name="adoption_closed_has_day",
                                    violation_error_message="Penerapan yang ditutup menyebut hasil dan harinya.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("result__in", ("applied", "partly")), _negated=True), ("began_on__isnull", False), _connector="OR"),
                                    name="adoption_applied_began",
                                    violation_error_message="Yang diterapkan menyebut hari mulai berlakunya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_adoptiontrail" ("agency_id", "began_on", "closed_on", "decided_on", "decision_id", "id", "indicator_id", "kind", "pgh_created_at", "pgh_label", "recommendation_id", "result", "unit_id") SELECT new_values."agency_id", new_values."began_on", new_values."closed_on", new_values."decided_on", new_values."decision_id", new_values."id", new_values."indicator_id", new_values."kind", NOW(), \'insert\', new_values."recommendation_id", new_values."result", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="5a0da9c6ddc96faf919ff92ae33224beddabcc9c",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_b0809",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="apply_adoption",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_adoptiontrail" ("agency_id", "began_on", "closed_on", "decided_on", "decision_id", "id", "indicator_id", "kind", "pgh_created_at", "pgh_label", "recommendation_id", "result", "unit_id") SELECT new_values."agency_id", new_values."began_on", new_values."closed_on", new_values."decided_on", new_values."decision_id", new_values."id", new_values."indicator_id", new_values."kind", NOW(), \'update\', new_values."recommendation_id", new_values."result", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="bcf0ef42fc907ad4983cf11619918a2f4e2a3981",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_80259",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="apply_adoption",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_adoptiontrail" ("agency_id", "began_on", "closed_on", "decided_on", "decision_id", "id", "indicator_id", "kind", "pgh_created_at", "pgh_label", "recommendation_id", "result", "unit_id") SELECT old_values."agency_id", old_values."began_on", old_values."closed_on", old_values."decided_on", old_values."decision_id", old_values."id", old_values."indicator_id", old_values."kind", NOW(), \'delete\', old_values."recommendation_id", old_values."result", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="4b4540c2b39de11f97be14a9b6762dd8669fcb88",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_e28a6",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="apply_adoption",
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
                            hash="b69a5672377ac7a6ede28b6371f70ccf9bef1c4c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8d097",
                            table="apply_adoptiontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="AdoptionAction",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("what", models.CharField(max_length=300, verbose_name="tindakan")),
                            ("place", models.CharField(blank=True, max_length=200, verbose_name="tempat")),
                            ("upkeep_rupiah", models.BigIntegerField(blank=True, null=True, verbose_name="biaya perawatan setahun (Rp)")),
                            ("upkeep_source", models.CharField(blank=True, max_length=200, verbose_name="sumber biaya perawatan")),
                            ("due_on", models.DateField(blank=True, null=True, verbose_name="selesai paling lambat")),
                            ("done_on", models.DateField(blank=True, null=True, verbose_name="selesai pada")),
                            ("adoption", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="apply.adoption", verbose_name="penerapan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("aim", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.aim", verbose_name="tujuan yang dilayani")),
                            ("carer_post", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan perawat")),
                            ("carer_unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit perawat")),
                            (
                                "doer_post",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan pelaksana"),
                            ),
                            ("doer_unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit pelaksana")),
                            ("indicator", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.indicator", verbose_name="indikator")),
                        ],
                        options={
                            "verbose_name": "tindakan penerapan",
                            "verbose_name_plural": "tindakan penerapan",
                            "ordering": ("id",),
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("what", ""), _negated=True), name="adoption_action_says_what", violation_error_message="Tulis tindakannya."),
                                models.UniqueConstraint(fields=("adoption", "what"), name="adoption_action_once", violation_error_message="Tindakan ini sudah tercatat."),
                                models.CheckConstraint(
                                    condition=models.Q(("upkeep_rupiah__isnull", True), ("upkeep_rupiah__range", (0, 100000000000000)), _connector="OR"),
                                    name="adoption_action_upkeep_whole",
                                    violation_error_message="Biaya antara Rp0 dan Rp100 triliun. Kosongkan bila belum diketahui.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_adoptionactiontrail" ("adoption_id", "agency_id", "aim_id", "carer_post_id", "carer_unit_id", "doer_post_id", "doer_unit_id", "done_on", "due_on", "id", "indicator_id", "pgh_created_at", "pgh_label", "place", "upkeep_rupiah", "upkeep_source", "what") SELECT new_values."adoption_id", new_values."agency_id", new_values."aim_id", new_values."carer_post_id", new_values."carer_unit_id", new_values."doer_post_id", new_values."doer_unit_id", new_values."done_on", new_values."due_on", new_values."id", new_values."indicator_id", NOW(), \'insert\', new_values."place", new_values."upkeep_rupiah", new_values."upkeep_source", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b02449359860737ad46fe1e0c16563f62a718e33",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_c7239",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="apply_adoptionaction",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_adoptionactiontrail" ("adoption_id", "agency_id", "aim_id", "carer_post_id", "carer_unit_id", "doer_post_id", "doer_unit_id", "done_on", "due_on", "id", "indicator_id", "pgh_created_at", "pgh_label", "place", "upkeep_rupiah", "upkeep_source", "what") SELECT new_values."adoption_id", new_values."agency_id", new_values."aim_id", new_values."carer_post_id", new_values."carer_unit_id", new_values."doer_post_id", new_values."doer_unit_id", new_values."done_on", new_values."due_on", new_values."id", new_values."indicator_id", NOW(), \'update\', new_values."place", new_values."upkeep_rupiah", new_values."upkeep_source", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="7b331d162f841b8368fbd72485db04a7be67c899",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_655d7",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="apply_adoptionaction",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_adoptionactiontrail" ("adoption_id", "agency_id", "aim_id", "carer_post_id", "carer_unit_id", "doer_post_id", "doer_unit_id", "done_on", "due_on", "id", "indicator_id", "pgh_created_at", "pgh_label", "place", "upkeep_rupiah", "upkeep_source", "what") SELECT old_values."adoption_id", old_values."agency_id", old_values."aim_id", old_values."carer_post_id", old_values."carer_unit_id", old_values."doer_post_id", old_values."doer_unit_id", old_values."done_on", old_values."due_on", old_values."id", old_values."indicator_id", NOW(), \'delete\', old_values."place", old_values."upkeep_rupiah", old_values."upkeep_source", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="4bce277ab54acf999a7109730a77505fbe8d10f2",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_da7ef",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="apply_adoptionaction",
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
                            hash="e75f1aaecd4e045d0fbe27cf10cbf39da7e3c6b9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4e429",
                            table="apply_adoptionactiontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="AdoptionCheck",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("clock", models.PositiveSmallIntegerField(verbose_name="hari ke")),
                        ("checked_on", models.DateField(verbose_name="diperiksa pada")),
                        ("finding", models.CharField(choices=[("going", "Berjalan"), ("partly", "Berjalan sebagian"), ("stuck", "Tidak berjalan")], max_length=6, verbose_name="temuan")),
                        ("found", models.TextField(verbose_name="yang ditemukan")),
                        ("evidence", models.TextField(verbose_name="bukti")),
                        (
                            "barrier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_funds", "Tidak ada anggaran"),
                                    ("no_team", "Tidak didukung tim"),
                                    ("moved", "Alumni pindah atau promosi"),
                                    ("unable", "Alumni tidak mampu menerapkan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=8,
                                verbose_name="hambatan",
                            ),
                        ),
                        ("barrier_text", models.CharField(blank=True, max_length=300, verbose_name="penjelasan hambatan")),
                        ("recorded_at", models.DateTimeField(verbose_name="dicatat pada")),
                        ("checked_account", models.BigIntegerField(blank=True, null=True, verbose_name="akun pemeriksa")),
                        ("checked_name", models.CharField(blank=True, max_length=150, verbose_name="pemeriksa")),
                        ("adoption", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="apply.adoption", verbose_name="penerapan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                    ],
                    options={
                        "verbose_name": "pemeriksaan penerapan",
                        "verbose_name_plural": "pemeriksaan penerapan",
                        "ordering": ("clock", "recorded_at", "id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("clock__in", (30, 90, 180, 365))), name="adoption_check_on_a_clock", violation_error_message="Pemeriksaan pada hari ke-30, 90, 180, atau 365."
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("found", ""), _negated=True), models.Q(("evidence", ""), _negated=True)),
                                name="adoption_check_has_evidence",
                                violation_error_message="Tulis yang ditemukan dan buktinya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("finding", "stuck"), _negated=True), models.Q(("barrier", ""), _negated=True), _connector="OR"),
                                name="adoption_check_stuck_says_why",
                                violation_error_message="Yang tidak berjalan menyebut hambatannya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("barrier", "other"), _negated=True), models.Q(("barrier_text", ""), _negated=True), _connector="OR"),
                                name="adoption_check_other_is_said",
                                violation_error_message="Jelaskan hambatan lainnya.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1fd73ff02842b1fb4e33619792a725fc594ad3a8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_00b2b",
                                    table="apply_adoptioncheck",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                CreateModel(
                    name="AdoptionStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "result",
                            models.CharField(
                                blank=True, choices=[("applied", "Diterapkan"), ("partly", "Diterapkan sebagian"), ("not_applied", "Tidak diterapkan")], max_length=11, verbose_name="hasil"
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, verbose_name="bukti")),
                        ("reason", models.TextField(verbose_name="alasan")),
                        ("made_on", models.DateField(verbose_name="berlaku sejak")),
                        ("made_at", models.DateTimeField(verbose_name="dicatat pada")),
                        ("made_by_account", models.BigIntegerField(blank=True, null=True, verbose_name="akun")),
                        ("made_by_name", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                        ("adoption", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="apply.adoption", verbose_name="penerapan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                    ],
                    options={
                        "verbose_name": "langkah penerapan",
                        "verbose_name_plural": "langkah penerapan",
                        "ordering": ("-made_at", "-id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("reason", ""), _negated=True), models.Q(("result", ""), models.Q(("evidence", ""), _negated=True), _connector="OR")),
                                name="adoption_step_says_why",
                                violation_error_message="Tulis alasan, dan bukti bila ditutup.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="01556485d3d446fd2abce30ebf6eca8a7afc7174",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_92d14",
                                    table="apply_adoptionstep",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="Practice",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("title", models.CharField(max_length=200, verbose_name="praktik")),
                            ("topic", models.CharField(blank=True, max_length=120, verbose_name="topik")),
                            ("problem", models.TextField(blank=True, verbose_name="masalah yang dijawab")),
                            ("what", models.TextField(blank=True, verbose_name="apa yang dilakukan")),
                            (
                                "result",
                                models.CharField(
                                    choices=[("worked", "Berhasil diterapkan"), ("partly", "Berhasil sebagian"), ("failed", "Tidak berhasil diterapkan")], max_length=6, verbose_name="hasil"
                                ),
                            ),
                            ("why", models.TextField(blank=True, verbose_name="mengapa berhasil atau tidak")),
                            ("government", models.CharField(max_length=200, verbose_name="pemerintah")),
                            ("unit_name", models.CharField(max_length=200, verbose_name="unit")),
                            ("origin_practice_id", models.BigIntegerField(blank=True, null=True, verbose_name="praktik asal")),
                            ("origin_name", models.CharField(blank=True, max_length=300, verbose_name="asal praktik")),
                            ("credited_name", models.CharField(blank=True, max_length=200, verbose_name="nama yang disebut")),
                            (
                                "need_law",
                                models.CharField(
                                    choices=[("needed", "Diperlukan"), ("not_needed", "Tidak diperlukan"), ("unknown", "Belum diketahui")],
                                    default="unknown",
                                    max_length=10,
                                    verbose_name="perlu aturan",
                                ),
                            ),
                            (
                                "need_money",
                                models.CharField(
                                    choices=[("needed", "Diperlukan"), ("not_needed", "Tidak diperlukan"), ("unknown", "Belum diketahui")],
                                    default="unknown",
                                    max_length=10,
                                    verbose_name="perlu anggaran",
                                ),
                            ),
                            (
                                "need_people",
                                models.CharField(
                                    choices=[("needed", "Diperlukan"), ("not_needed", "Tidak diperlukan"), ("unknown", "Belum diketahui")], default="unknown", max_length=10, verbose_name="perlu orang"
                                ),
                            ),
                            (
                                "need_network",
                                models.CharField(
                                    choices=[("needed", "Diperlukan"), ("not_needed", "Tidak diperlukan"), ("unknown", "Belum diketahui")],
                                    default="unknown",
                                    max_length=10,
                                    verbose_name="perlu jejaring",
                                ),
                            ),
                            (
                                "need_leadership",
                                models.CharField(
                                    choices=[("needed", "Diperlukan"), ("not_needed", "Tidak diperlukan"), ("unknown", "Belum diketahui")],
                                    default="unknown",
                                    max_length=10,
                                    verbose_name="perlu kepemimpinan",
                                ),
                            ),
                            ("conditions", models.TextField(blank=True, verbose_name="keterangan syarat")),
                            ("cost_rupiah", models.BigIntegerField(blank=True, null=True, verbose_name="biaya (Rp)")),
                            ("published", models.BooleanField(default=False, verbose_name="terbit untuk pemerintah lain")),
                            ("published_on", models.DateField(blank=True, null=True, verbose_name="terbit pada")),
                            ("changed_at", models.DateTimeField(verbose_name="diubah pada")),
                            (
                                "words",
                                models.GeneratedField(
                                    db_persist=True,
                                    expression=django.contrib.postgres.search.CombinedSearchVector(
                                        django.contrib.postgres.search.CombinedSearchVector(
                                            django.contrib.postgres.search.SearchVector("title", "topic", config="indonesian", weight="A"),
                                            "||",
                                            django.contrib.postgres.search.SearchVector("problem", "what", config="indonesian", weight="B"),
                                            django.contrib.postgres.search.SearchConfig("indonesian"),
                                        ),
                                        "||",
                                        django.contrib.postgres.search.SearchVector("why", "conditions", "unit_name", "government", config="indonesian", weight="C"),
                                        django.contrib.postgres.search.SearchConfig("indonesian"),
                                    ),
                                    output_field=django.contrib.postgres.search.SearchVectorField(),
                                    verbose_name="kata yang dicari",
                                ),
                            ),
                            (
                                "adoption",
                                models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="practice", to="apply.adoption", verbose_name="penerapan"),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "origin_agency",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="pemerintah asal"),
                            ),
                            ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="pembawa")),
                        ],
                        options={
                            "verbose_name": "praktik",
                            "verbose_name_plural": "praktik",
                            "ordering": ("-changed_at", "-id"),
                            "indexes": [models.Index(fields=["origin_practice_id"], name="practice_origin")],
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="practice_has_title", violation_error_message="Tulis nama praktiknya."),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("published", False), models.Q(("published_on__isnull", False), models.Q(("what", ""), _negated=True), models.Q(("why", ""), _negated=True)), _connector="OR"
                                    ),
                                    name="practice_published_is_told",
                                    violation_error_message="Praktik yang terbit menyebut apa yang dilakukan dan mengapa berhasil atau tidak.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_practicetrail" ("adoption_id", "agency_id", "changed_at", "conditions", "cost_rupiah", "credited_name", "government", "id", "need_law", "need_leadership", "need_money", "need_network", "need_people", "origin_agency_id", "origin_name", "origin_practice_id", "person_id", "pgh_created_at", "pgh_label", "problem", "published", "published_on", "result", "title", "topic", "unit_name", "what", "why") SELECT new_values."adoption_id", new_values."agency_id", new_values."changed_at", new_values."conditions", new_values."cost_rupiah", new_values."credited_name", new_values."government", new_values."id", new_values."need_law", new_values."need_leadership", new_values."need_money", new_values."need_network", new_values."need_people", new_values."origin_agency_id", new_values."origin_name", new_values."origin_practice_id", new_values."person_id", NOW(), \'insert\', new_values."problem", new_values."published", new_values."published_on", new_values."result", new_values."title", new_values."topic", new_values."unit_name", new_values."what", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="4fe9cd7b8b6a9e0efcd7d62fb2162e47ccdcd282",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_2be27",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="apply_practice",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_practicetrail" ("adoption_id", "agency_id", "changed_at", "conditions", "cost_rupiah", "credited_name", "government", "id", "need_law", "need_leadership", "need_money", "need_network", "need_people", "origin_agency_id", "origin_name", "origin_practice_id", "person_id", "pgh_created_at", "pgh_label", "problem", "published", "published_on", "result", "title", "topic", "unit_name", "what", "why") SELECT new_values."adoption_id", new_values."agency_id", new_values."changed_at", new_values."conditions", new_values."cost_rupiah", new_values."credited_name", new_values."government", new_values."id", new_values."need_law", new_values."need_leadership", new_values."need_money", new_values."need_network", new_values."need_people", new_values."origin_agency_id", new_values."origin_name", new_values."origin_practice_id", new_values."person_id", NOW(), \'update\', new_values."problem", new_values."published", new_values."published_on", new_values."result", new_values."title", new_values."topic", new_values."unit_name", new_values."what", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."adoption_id" IS DISTINCT FROM (new_values."adoption_id") OR old_values."agency_id" IS DISTINCT FROM (new_values."agency_id") OR old_values."changed_at" IS DISTINCT FROM (new_values."changed_at") OR old_values."conditions" IS DISTINCT FROM (new_values."conditions") OR old_values."cost_rupiah" IS DISTINCT FROM (new_values."cost_rupiah") OR old_values."credited_name" IS DISTINCT FROM (new_values."credited_name") OR old_values."government" IS DISTINCT FROM (new_values."government") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."need_law" IS DISTINCT FROM (new_values."need_law") OR old_values."need_leadership" IS DISTINCT FROM (new_values."need_leadership") OR old_values."need_money" IS DISTINCT FROM (new_values."need_money") OR old_values."need_network" IS DISTINCT FROM (new_values."need_network") OR old_values."need_people" IS DISTINCT FROM (new_values."need_people") OR old_values."origin_agency_id" IS DISTINCT FROM (new_values."origin_agency_id") OR old_values."origin_name" IS DISTINCT FROM (new_values."origin_name") OR old_values."origin_practice_id" IS DISTINCT FROM (new_values."origin_practice_id") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."problem" IS DISTINCT FROM (new_values."problem") OR old_values."published" IS DISTINCT FROM (new_values."published") OR old_values."published_on" IS DISTINCT FROM (new_values."published_on") OR old_values."result" IS DISTINCT FROM (new_values."result") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."topic" IS DISTINCT FROM (new_values."topic") OR old_values."unit_name" IS DISTINCT FROM (new_values."unit_name") OR old_values."what" IS DISTINCT FROM (new_values."what") OR old_values."why" IS DISTINCT FROM (new_values."why")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="df73566476ef721f73a9994e53699e4f8e08d572",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_8326a",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="apply_practice",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_practicetrail" ("adoption_id", "agency_id", "changed_at", "conditions", "cost_rupiah", "credited_name", "government", "id", "need_law", "need_leadership", "need_money", "need_network", "need_people", "origin_agency_id", "origin_name", "origin_practice_id", "person_id", "pgh_created_at", "pgh_label", "problem", "published", "published_on", "result", "title", "topic", "unit_name", "what", "why") SELECT old_values."adoption_id", old_values."agency_id", old_values."changed_at", old_values."conditions", old_values."cost_rupiah", old_values."credited_name", old_values."government", old_values."id", old_values."need_law", old_values."need_leadership", old_values."need_money", old_values."need_network", old_values."need_people", old_values."origin_agency_id", old_values."origin_name", old_values."origin_practice_id", old_values."person_id", NOW(), \'delete\', old_values."problem", old_values."published", old_values."published_on", old_values."result", old_values."title", old_values."topic", old_values."unit_name", old_values."what", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="8302d20bd9d79ea9a113db87463d6eaf50b6dbc5",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_93f6c",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="apply_practice",
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
                            hash="3d7c7a113724986e44268710bf5f02193b48bcbd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_48aa2",
                            table="apply_practicetrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="RecommendationCondition",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[("law", "Aturan"), ("money", "Anggaran"), ("people", "Orang"), ("network", "Jejaring"), ("leadership", "Kepemimpinan")],
                                    max_length=10,
                                    verbose_name="syarat",
                                ),
                            ),
                            ("there", models.TextField(blank=True, verbose_name="di sana")),
                            ("here", models.TextField(blank=True, verbose_name="di sini")),
                            (
                                "fit",
                                models.CharField(
                                    choices=[("fits", "Ada di sini"), ("lacks", "Belum ada di sini"), ("unknown", "Belum diketahui")], default="unknown", max_length=7, verbose_name="kecocokan"
                                ),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("recommendation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="conditions", to="apply.recommendation", verbose_name="rekomendasi")),
                        ],
                        options={
                            "verbose_name": "syarat rekomendasi",
                            "verbose_name_plural": "syarat rekomendasi",
                            "ordering": ("id",),
                            "constraints": [models.UniqueConstraint(fields=("recommendation", "kind"), name="condition_once", violation_error_message="Syarat ini sudah ada.")],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_recommendationconditiontrail" ("agency_id", "fit", "here", "id", "kind", "pgh_created_at", "pgh_label", "recommendation_id", "there") SELECT new_values."agency_id", new_values."fit", new_values."here", new_values."id", new_values."kind", NOW(), \'insert\', new_values."recommendation_id", new_values."there" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c42c6b7bd61d1ee7654718bbe237d2eae6022fee",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_556d7",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="apply_recommendationcondition",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_recommendationconditiontrail" ("agency_id", "fit", "here", "id", "kind", "pgh_created_at", "pgh_label", "recommendation_id", "there") SELECT new_values."agency_id", new_values."fit", new_values."here", new_values."id", new_values."kind", NOW(), \'update\', new_values."recommendation_id", new_values."there" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="9bb3d95c5c2391440e8c28144f0efa569fcae157",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_2e27f",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="apply_recommendationcondition",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "apply_recommendationconditiontrail" ("agency_id", "fit", "here", "id", "kind", "pgh_created_at", "pgh_label", "recommendation_id", "there") SELECT old_values."agency_id", old_values."fit", old_values."here", old_values."id", old_values."kind", NOW(), \'delete\', old_values."recommendation_id", old_values."there" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f2687c5b7a718e31357fc43c568481dfb3cb1798",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_ed5e0",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="apply_recommendationcondition",
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
                            hash="3ff0cb91ec4809b499df52d502fb88a4b57e1c97",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e7d6a",
                            table="apply_recommendationconditiontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
