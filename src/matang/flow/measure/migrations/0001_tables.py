"""The tables of the stage, with their trails."""

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
        ("measure", "0001_series_and_effects"),
    ]
    dependencies = [
        ("aims", "0002_policies"),
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
                        name="Series",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("place", models.CharField(blank=True, max_length=200, verbose_name="tempat lain yang diukur")),
                            ("kind", models.CharField(choices=[("month", "Bulanan"), ("quarter", "Triwulanan"), ("year", "Tahunan")], max_length=7, verbose_name="periode")),
                            ("source", models.CharField(max_length=200, verbose_name="sumber")),
                            ("main", models.BooleanField(default=False, verbose_name="deret utama indikator")),
                            ("counts", models.BooleanField(default=False, verbose_name="nilainya cacah orang atau kejadian")),
                            ("starts_on", models.DateField(verbose_name="periode pertama mulai")),
                            ("due_days", models.PositiveSmallIntegerField(default=30, verbose_name="tenggat, hari sesudah periode berakhir")),
                            ("closed_on", models.DateField(blank=True, null=True, verbose_name="tidak diisi lagi sejak")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("indicator", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aims.indicator", verbose_name="indikator")),
                            ("responsible", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit pengisi")),
                            ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="unit yang diukur")),
                        ],
                        options={
                            "verbose_name": "deret data",
                            "verbose_name_plural": "deret data",
                            "ordering": ("indicator", "-main", "id"),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("unit__isnull", False), ("place", "")), models.Q(("unit__isnull", True), models.Q(("place", ""), _negated=True)), _connector="OR"),
                                    name="series_has_one_subject",
                                    violation_error_message="Pilih unit, atau tulis nama tempat lain; salah satu saja.",
                                ),
                                models.CheckConstraint(condition=models.Q(("source", ""), _negated=True), name="series_says_its_source", violation_error_message="Tulis sumber datanya."),
                                models.CheckConstraint(
                                    condition=models.Q(("due_days__lte", 366)), name="series_due_within_a_year", violation_error_message="Tenggat paling lama 366 hari sesudah periode berakhir."
                                ),
                                models.UniqueConstraint(
                                    fields=("agency", "indicator", "unit", "place", "kind", "source"),
                                    name="series_once",
                                    nulls_distinct=False,
                                    violation_error_message="Deret ini sudah ada: indikator, subjek, periode, dan sumbernya sama.",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(("main", True)), fields=("agency", "indicator"), name="series_main_once", violation_error_message="Indikator ini sudah punya deret utama."
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_seriestrail" ("agency_id", "closed_on", "counts", "due_days", "id", "indicator_id", "kind", "main", "pgh_created_at", "pgh_label", "place", "responsible_id", "source", "starts_on", "unit_id") SELECT new_values."agency_id", new_values."closed_on", new_values."counts", new_values."due_days", new_values."id", new_values."indicator_id", new_values."kind", new_values."main", NOW(), \'insert\', new_values."place", new_values."responsible_id", new_values."source", new_values."starts_on", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c3f8f6a012be97ce631935a89d6c235d0975d316",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_fc36c",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="measure_series",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_seriestrail" ("agency_id", "closed_on", "counts", "due_days", "id", "indicator_id", "kind", "main", "pgh_created_at", "pgh_label", "place", "responsible_id", "source", "starts_on", "unit_id") SELECT new_values."agency_id", new_values."closed_on", new_values."counts", new_values."due_days", new_values."id", new_values."indicator_id", new_values."kind", new_values."main", NOW(), \'update\', new_values."place", new_values."responsible_id", new_values."source", new_values."starts_on", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6fd98e68a9844bbbd76260dfe37123bd97c07895",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_885b4",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="measure_series",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_seriestrail" ("agency_id", "closed_on", "counts", "due_days", "id", "indicator_id", "kind", "main", "pgh_created_at", "pgh_label", "place", "responsible_id", "source", "starts_on", "unit_id") SELECT old_values."agency_id", old_values."closed_on", old_values."counts", old_values."due_days", old_values."id", old_values."indicator_id", old_values."kind", old_values."main", NOW(), \'delete\', old_values."place", old_values."responsible_id", old_values."source", old_values."starts_on", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="cec94608537cc835dfd4a6aa45b1ffc4fda1c19b",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_82fba",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="measure_series",
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
                            hash="c708abc101fb2243c12037fa369d4ffb74c259cb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4bc43",
                            table="measure_seriestrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="EffectQuestion",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("started_on", models.DateField(verbose_name="mulai diterapkan")),
                            ("settling", models.PositiveSmallIntegerField(default=0, verbose_name="periode penyesuaian yang dilewati")),
                            (
                                "design",
                                models.CharField(
                                    choices=[("level", "Rata-rata sesudah dibanding rata-rata sebelum"), ("trend", "Penyimpangan dari garis gerak sebelum penerapan")],
                                    default="level",
                                    max_length=5,
                                    verbose_name="cara membandingkan",
                                ),
                            ),
                            ("reason", models.TextField(verbose_name="apa yang diterapkan dan mengapa ditanyakan")),
                            ("comparison_reason", models.TextField(blank=True, verbose_name="mengapa pembanding ini")),
                            ("origin", models.CharField(blank=True, max_length=80, verbose_name="asal")),
                            ("asked_at", models.DateTimeField(verbose_name="ditanyakan pada")),
                            ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
                            ("closed_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan ditutup")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("asked_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditanyakan oleh")),
                            ("comparisons", models.ManyToManyField(related_name="+", through="measure.EffectComparison", to="measure.series", verbose_name="deret pembanding")),
                            ("treated", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="measure.series", verbose_name="deret unit yang menerapkan")),
                        ],
                        options={
                            "verbose_name": "pertanyaan pengaruh",
                            "verbose_name_plural": "pertanyaan pengaruh",
                            "ordering": ("-asked_at", "-id"),
                            "constraints": [
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="effect_question_says_why", violation_error_message="Tulis apa yang diterapkan."),
                                models.CheckConstraint(
                                    condition=models.Q(("settling__lte", 12)), name="effect_question_settles_within_a_dozen", violation_error_message="Paling banyak 12 periode penyesuaian."
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(("closed_at__isnull", True)),
                                    fields=("agency", "treated", "started_on"),
                                    name="effect_question_once",
                                    violation_error_message="Pengaruh pada deret dan tanggal ini sudah ditanyakan.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_effectquestiontrail" ("agency_id", "asked_at", "asked_by_id", "closed_at", "closed_reason", "comparison_reason", "design", "id", "origin", "pgh_created_at", "pgh_label", "reason", "settling", "started_on", "treated_id") SELECT new_values."agency_id", new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_reason", new_values."comparison_reason", new_values."design", new_values."id", new_values."origin", NOW(), \'insert\', new_values."reason", new_values."settling", new_values."started_on", new_values."treated_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="61229da57c0d06625f99cc4af241f42cf2b14f35",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_519db",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="measure_effectquestion",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_effectquestiontrail" ("agency_id", "asked_at", "asked_by_id", "closed_at", "closed_reason", "comparison_reason", "design", "id", "origin", "pgh_created_at", "pgh_label", "reason", "settling", "started_on", "treated_id") SELECT new_values."agency_id", new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_reason", new_values."comparison_reason", new_values."design", new_values."id", new_values."origin", NOW(), \'update\', new_values."reason", new_values."settling", new_values."started_on", new_values."treated_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3e927da563d6738a0c715f62984702057e7707d0",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_39291",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="measure_effectquestion",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_effectquestiontrail" ("agency_id", "asked_at", "asked_by_id", "closed_at", "closed_reason", "comparison_reason", "design", "id", "origin", "pgh_created_at", "pgh_label", "reason", "settling", "started_on", "treated_id") SELECT old_values."agency_id", old_values."asked_at", old_values."asked_by_id", old_values."closed_at", old_values."closed_reason", old_values."comparison_reason", old_values."design", old_values."id", old_values."origin", NOW(), \'delete\', old_values."reason", old_values."settling", old_values."started_on", old_values."treated_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a949a9695d01da3c137cca70b96188ab7ccb5a87",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_26158",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="measure_effectquestion",
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
                            hash="786a6cf536c221341417e2eaa0a99f51b9f1ca01",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c3412",
                            table="measure_effectquestiontrail",
                            when="BEFORE",
                        ),
                    ),
                    leave_out=("comparisons",),
                ),
                *with_trail(
                    CreateModel(
                        name="EffectComparison",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("question", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="measure.effectquestion", verbose_name="pertanyaan")),
                            ("series", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="measure.series", verbose_name="deret pembanding")),
                        ],
                        options={
                            "verbose_name": "pembanding",
                            "verbose_name_plural": "pembanding",
                            "constraints": [models.UniqueConstraint(fields=("question", "series"), name="effect_comparison_once", violation_error_message="Deret ini sudah menjadi pembanding.")],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_effectcomparisontrail" ("agency_id", "id", "pgh_created_at", "pgh_label", "question_id", "series_id") SELECT new_values."agency_id", new_values."id", NOW(), \'insert\', new_values."question_id", new_values."series_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="67495afba0ce61bce872c7ec2bc7dae0516ca864",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_9274d",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="measure_effectcomparison",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_effectcomparisontrail" ("agency_id", "id", "pgh_created_at", "pgh_label", "question_id", "series_id") SELECT new_values."agency_id", new_values."id", NOW(), \'update\', new_values."question_id", new_values."series_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="0a184af26540998575b7458ca7de484f8ae62901",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_19682",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="measure_effectcomparison",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_effectcomparisontrail" ("agency_id", "id", "pgh_created_at", "pgh_label", "question_id", "series_id") SELECT old_values."agency_id", old_values."id", NOW(), \'delete\', old_values."question_id", old_values."series_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="db84fe08d2b5e1432864af5eb7eb1a7e8e195383",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_af3f7",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="measure_effectcomparison",
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
                            hash="ce3839524e07f756ef4b4ddfb72a6932fcde385d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f280a",
                            table="measure_effectcomparisontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="EffectResult",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("as_at", models.DateField(verbose_name="menurut data per")),
                        ("fingerprint", models.CharField(max_length=64, verbose_name="sidik masukan")),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("improved", "Membaik"),
                                    ("worsened", "Memburuk"),
                                    ("no_difference_shown", "Perbedaan belum terlihat"),
                                    ("changed_cause_unproven", "Berubah, sebabnya belum terbukti"),
                                    ("unproven", "Belum terbukti"),
                                ],
                                max_length=22,
                                verbose_name="kesimpulan",
                            ),
                        ),
                        ("method", models.CharField(max_length=40, verbose_name="cara")),
                        ("estimate", models.FloatField(null=True, verbose_name="taksiran")),
                        ("low", models.FloatField(null=True, verbose_name="batas bawah")),
                        ("high", models.FloatField(null=True, verbose_name="batas atas")),
                        ("hidden", models.BooleanField(default=False, verbose_name="angka disembunyikan")),
                        ("sayings", models.JSONField(default=list, verbose_name="kalimat")),
                        ("figures", models.JSONField(default=dict, verbose_name="angka")),
                        ("computed_at", models.DateTimeField(verbose_name="dihitung pada")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("computed_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dihitung oleh")),
                        ("question", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="results", to="measure.effectquestion", verbose_name="pertanyaan")),
                    ],
                    options={
                        "verbose_name": "hasil pengaruh",
                        "verbose_name_plural": "hasil pengaruh",
                        "ordering": ("-computed_at", "-id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("estimate__isnull", True), ("high__isnull", True), ("low__isnull", True)),
                                    models.Q(("estimate__isnull", False), ("high__isnull", False), ("low__isnull", False)),
                                    _connector="OR",
                                ),
                                name="effect_result_interval_whole",
                                violation_error_message="Taksiran tanpa rentang tidak disimpan.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="0e9a1dfd4ba35f872ca54fb91480608871bcc2d7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a1ba4",
                                    table="measure_effectresult",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                CreateModel(
                    name="EffectPublication",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("reason", models.CharField(max_length=300, verbose_name="dasar")),
                        ("published_at", models.DateTimeField(verbose_name="ditetapkan pada")),
                        ("log_id", models.BigIntegerField(verbose_name="nomor catatan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("published_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditetapkan oleh")),
                        ("result", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="publication", to="measure.effectresult", verbose_name="hasil")),
                    ],
                    options={
                        "verbose_name": "penetapan hasil pengaruh",
                        "verbose_name_plural": "penetapan hasil pengaruh",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="09759c767a8bae43ba9b5765653ab263da1be280",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_52b99",
                                    table="measure_effectpublication",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                CreateModel(
                    name="PublishedFigures",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("as_at", models.DateField(verbose_name="keadaan per")),
                        ("figures", models.JSONField(default=dict, verbose_name="angka")),
                        ("withdrawn", models.BooleanField(default=False, verbose_name="menarik semua angka")),
                        ("reason", models.CharField(max_length=300, verbose_name="dasar")),
                        ("published_at", models.DateTimeField(verbose_name="diterbitkan pada")),
                        ("published_name", models.CharField(blank=True, max_length=150, verbose_name="nama penerbit")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("published_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diterbitkan oleh")),
                    ],
                    options={
                        "verbose_name": "angka terbitan",
                        "verbose_name_plural": "angka terbitan",
                        "ordering": ("-published_at", "-id"),
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ffa8467ea27a8ab806f9218b19003c09697e60dc",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_28d0c",
                                    table="measure_publishedfigures",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="SeriesImport",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("file_name", models.CharField(max_length=200, verbose_name="nama berkas")),
                            ("digest", models.CharField(max_length=64, verbose_name="sidik")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("ready", "Menunggu keputusan Anda"), ("stored", "Disimpan"), ("discarded", "Dibuang"), ("undone", "Dibatalkan")],
                                    default="ready",
                                    max_length=9,
                                    verbose_name="status",
                                ),
                            ),
                            ("lines", models.JSONField(default=list, verbose_name="baris yang terbaca")),
                            ("findings", models.JSONField(default=list, verbose_name="temuan")),
                            ("made_at", models.DateTimeField(verbose_name="diunggah pada")),
                            ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="diputus pada")),
                            ("ended_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("ended_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="oleh")),
                            ("made_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diunggah oleh")),
                        ],
                        options={
                            "verbose_name": "impor nilai",
                            "verbose_name_plural": "impor nilai",
                            "ordering": ("-made_at", "-id"),
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_seriesimporttrail" ("agency_id", "digest", "ended_at", "ended_by_id", "ended_reason", "file_name", "findings", "id", "lines", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "state") SELECT new_values."agency_id", new_values."digest", new_values."ended_at", new_values."ended_by_id", new_values."ended_reason", new_values."file_name", new_values."findings", new_values."id", new_values."lines", new_values."made_at", new_values."made_by_id", NOW(), \'insert\', new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3db9b6b6f625be10cdb2a23203fc18eb3c4a8e80",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_42493",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="measure_seriesimport",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_seriesimporttrail" ("agency_id", "digest", "ended_at", "ended_by_id", "ended_reason", "file_name", "findings", "id", "lines", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "state") SELECT new_values."agency_id", new_values."digest", new_values."ended_at", new_values."ended_by_id", new_values."ended_reason", new_values."file_name", new_values."findings", new_values."id", new_values."lines", new_values."made_at", new_values."made_by_id", NOW(), \'update\', new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="fc056eae5fb44ca1945f3a1853f18fb9b7668b41",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_1d7b6",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="measure_seriesimport",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "measure_seriesimporttrail" ("agency_id", "digest", "ended_at", "ended_by_id", "ended_reason", "file_name", "findings", "id", "lines", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "state") SELECT old_values."agency_id", old_values."digest", old_values."ended_at", old_values."ended_by_id", old_values."ended_reason", old_values."file_name", old_values."findings", old_values."id", old_values."lines", old_values."made_at", old_values."made_by_id", NOW(), \'delete\', old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b0b81bb1e298a9f82830d7014513a14edbbd064c",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_8568b",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="measure_seriesimport",
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
                            hash="6c44756c2628be5ef616e5aa4c28cea9fcac392a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b4b32",
                            table="measure_seriesimporttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="SeriesValue",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("period_start", models.DateField(verbose_name="periode")),
                        ("value", models.DecimalField(decimal_places=4, max_digits=20, verbose_name="nilai")),
                        ("numerator", models.BigIntegerField(blank=True, null=True, verbose_name="pembilang")),
                        ("denominator", models.BigIntegerField(blank=True, null=True, verbose_name="penyebut")),
                        ("as_at", models.DateField(verbose_name="diketahui per")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber nilai ini")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        ("recorded_at", models.DateTimeField(verbose_name="dicatat pada")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik pada")),
                        ("withdrawn_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan penarikan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("loaded", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="values", to="measure.seriesimport", verbose_name="dari impor")),
                        ("recorded_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dicatat oleh")),
                        ("series", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="values", to="measure.series", verbose_name="deret data")),
                        (
                            "withdrawn_by",
                            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditarik oleh"),
                        ),
                    ],
                    options={
                        "verbose_name": "nilai deret",
                        "verbose_name_plural": "nilai deret",
                        "ordering": ("series", "period_start", "as_at", "id"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("series", "period_start", "as_at"),
                                name="series_value_once",
                                violation_error_message="Periode ini sudah punya nilai yang diketahui per tanggal itu.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("numerator__isnull", True), ("numerator__gte", 0), _connector="OR"), models.Q(("denominator__isnull", True), ("denominator__gte", 1), _connector="OR")
                                ),
                                name="series_value_counts_from_zero",
                                violation_error_message="Pembilang tidak boleh negatif, dan penyebut paling sedikit 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("as_at__gte", models.F("period_start"))),
                                name="series_value_known_after_it_began",
                                violation_error_message="Nilai tidak mungkin diketahui sebelum periodenya mulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="series_value_withdrawn_with_reason",
                                violation_error_message="Tulis alasan penarikan.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="kept",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="26c2b5c7f7692e1395df4531f551796418440307",
                                    operation="DELETE",
                                    pgid="pgtrigger_kept_bc4f4",
                                    table="measure_seriesvalue",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="not_written_over",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD.withdrawn_at IS NOT NULL OR OLD."agency_id" IS DISTINCT FROM NEW."agency_id" OR OLD."series_id" IS DISTINCT FROM NEW."series_id" OR OLD."period_start" IS DISTINCT FROM NEW."period_start" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."numerator" IS DISTINCT FROM NEW."numerator" OR OLD."denominator" IS DISTINCT FROM NEW."denominator" OR OLD."as_at" IS DISTINCT FROM NEW."as_at" OR OLD."source" IS DISTINCT FROM NEW."source" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."recorded_at" IS DISTINCT FROM NEW."recorded_at" OR OLD."recorded_by_id" IS DISTINCT FROM NEW."recorded_by_id" OR OLD."loaded_id" IS DISTINCT FROM NEW."loaded_id")',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="e139ed931213d67e6be8a1f9076fd63e6e124431",
                                    operation="UPDATE",
                                    pgid="pgtrigger_not_written_over_87568",
                                    table="measure_seriesvalue",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
