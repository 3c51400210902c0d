"""The tables of the stage, with their trails."""

import django.contrib.postgres.fields
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
        ("plan", "0001_initial"),
        ("plan", "0003_openings_and_jobs"),
        ("plan", "0004_audit"),
        ("plan", "0005_scenario_bounds"),
        ("plan", "0007_result_arrays"),
        ("plan", "0008_development"),
        ("plan", "0010_stability"),
        ("plan", "0012_reason_sheets"),
        ("plan", "0013_light_results"),
        ("plan", "0014_single_successors"),
        ("plan", "0015_brief_results"),
    ]
    dependencies = [
        ("needs", "0002_policies"),
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
                        name="DevelopmentAct",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("code", models.CharField(max_length=20, verbose_name="kode")),
                            ("name", models.CharField(max_length=160, verbose_name="nama kegiatan")),
                            (
                                "kind",
                                models.CharField(
                                    choices=[
                                        ("structural", "Diklat struktural"),
                                        ("functional", "Diklat fungsional"),
                                        ("technical", "Diklat teknis"),
                                        ("workshop", "Workshop / lokakarya"),
                                        ("managerial", "Pelatihan manajerial"),
                                        ("cultural", "Pelatihan sosial kultural"),
                                        ("briefing", "Sosialisasi"),
                                        ("guidance", "Bimbingan teknis"),
                                        ("seminar", "Seminar / konferensi"),
                                        ("internship", "Magang / praktik kerja"),
                                        ("course", "Kursus"),
                                        ("upgrading", "Penataran"),
                                        ("classroom", "Pelatihan klasikal lainnya"),
                                        ("coaching", "Coaching"),
                                        ("mentoring", "Mentoring"),
                                        ("elearning", "E-learning"),
                                        ("distance", "Pelatihan jarak jauh"),
                                        ("secondment", "Detasering"),
                                        ("outdoor", "Pembelajaran alam terbuka"),
                                        ("study_visit", "Patok banding / studi tiru"),
                                        ("exchange", "Pertukaran dengan pegawai swasta/BUMN/BUMD"),
                                        ("self_study", "Belajar mandiri"),
                                        ("community", "Komunitas belajar"),
                                        ("on_the_job", "Bimbingan di tempat kerja"),
                                        ("non_classroom", "Pelatihan nonklasikal lainnya"),
                                        ("assignment", "Penugasan pada program prioritas"),
                                    ],
                                    max_length=16,
                                    verbose_name="jenis",
                                ),
                            ),
                            ("from_level", models.PositiveSmallIntegerField(verbose_name="dari level")),
                            ("to_level", models.PositiveSmallIntegerField(verbose_name="diharapkan sampai level")),
                            ("hours", models.PositiveIntegerField(blank=True, null=True, verbose_name="jam pelajaran (JP)")),
                            ("cost_per_person", models.BigIntegerField(blank=True, null=True, verbose_name="biaya per orang (rupiah)")),
                            ("cost_per_class", models.BigIntegerField(blank=True, null=True, verbose_name="biaya tetap per kelas (rupiah)")),
                            ("seats", models.PositiveIntegerField(blank=True, null=True, verbose_name="kursi per kelas")),
                            ("classes", models.PositiveSmallIntegerField(default=1, verbose_name="kelas paling banyak")),
                            ("starts_on", models.DateField(blank=True, null=True, verbose_name="mulai")),
                            ("ends_on", models.DateField(blank=True, null=True, verbose_name="selesai")),
                            ("full_time", models.BooleanField(default=False, verbose_name="meninggalkan tugas selama kegiatan")),
                            ("organiser", models.CharField(blank=True, max_length=160, verbose_name="penyelenggara")),
                            ("curriculum", models.CharField(blank=True, max_length=200, verbose_name="kesesuaian dengan standar kurikulum")),
                            ("tariff_source", models.CharField(blank=True, max_length=200, verbose_name="sumber tarif")),
                            ("active", models.BooleanField(default=True, verbose_name="ditawarkan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("competency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.competency", verbose_name="kompetensi")),
                        ],
                        options={
                            "verbose_name": "kegiatan pengembangan",
                            "verbose_name_plural": "kegiatan pengembangan",
                            "ordering": ("name", "id"),
                            "indexes": [models.Index(fields=["agency", "competency"], name="act_competency")],
                            "constraints": [
                                models.UniqueConstraint(fields=("agency", "code"), name="act_code_once", violation_error_message="Kode kegiatan ini sudah dipakai."),
                                models.CheckConstraint(
                                    condition=models.Q(("from_level__lt", models.F("to_level")), ("to_level__lte", 5)),
                                    name="act_levels_rise",
                                    violation_error_message="Level yang diharapkan harus di atas level awal, paling tinggi 5.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("cost_per_person__isnull", True), models.Q(("cost_per_person__gte", 0), ("cost_per_person__lte", 1000000000000)), _connector="OR"),
                                        models.Q(("cost_per_class__isnull", True), models.Q(("cost_per_class__gte", 0), ("cost_per_class__lte", 1000000000000)), _connector="OR"),
                                    ),
                                    name="act_costs_in_range",
                                    violation_error_message="Biaya antara 0 dan Rp1.000.000.000.000.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("starts_on__isnull", True), ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                                    name="act_ends_after_start",
                                    violation_error_message="Kegiatan selesai pada atau sesudah hari mulainya.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("classes__gte", 1), models.Q(("seats__isnull", True), ("seats__gte", 1), _connector="OR")),
                                    name="act_has_room",
                                    violation_error_message="Sedikitnya satu kelas dan satu kursi.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentacttrail" ("active", "agency_id", "classes", "code", "competency_id", "cost_per_class", "cost_per_person", "curriculum", "ends_on", "from_level", "full_time", "hours", "id", "kind", "name", "organiser", "pgh_created_at", "pgh_label", "seats", "starts_on", "tariff_source", "to_level") SELECT new_values."active", new_values."agency_id", new_values."classes", new_values."code", new_values."competency_id", new_values."cost_per_class", new_values."cost_per_person", new_values."curriculum", new_values."ends_on", new_values."from_level", new_values."full_time", new_values."hours", new_values."id", new_values."kind", new_values."name", new_values."organiser", NOW(), \'insert\', new_values."seats", new_values."starts_on", new_values."tariff_source", new_values."to_level" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="5b4a41a1785f9700d1592a772245b69b3fec1a89",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_0897b",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="plan_developmentact",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentacttrail" ("active", "agency_id", "classes", "code", "competency_id", "cost_per_class", "cost_per_person", "curriculum", "ends_on", "from_level", "full_time", "hours", "id", "kind", "name", "organiser", "pgh_created_at", "pgh_label", "seats", "starts_on", "tariff_source", "to_level") SELECT new_values."active", new_values."agency_id", new_values."classes", new_values."code", new_values."competency_id", new_values."cost_per_class", new_values."cost_per_person", new_values."curriculum", new_values."ends_on", new_values."from_level", new_values."full_time", new_values."hours", new_values."id", new_values."kind", new_values."name", new_values."organiser", NOW(), \'update\', new_values."seats", new_values."starts_on", new_values."tariff_source", new_values."to_level" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="de171c165c4f0757adc0f9ce147d46ecfad53e58",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_bd509",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="plan_developmentact",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentacttrail" ("active", "agency_id", "classes", "code", "competency_id", "cost_per_class", "cost_per_person", "curriculum", "ends_on", "from_level", "full_time", "hours", "id", "kind", "name", "organiser", "pgh_created_at", "pgh_label", "seats", "starts_on", "tariff_source", "to_level") SELECT old_values."active", old_values."agency_id", old_values."classes", old_values."code", old_values."competency_id", old_values."cost_per_class", old_values."cost_per_person", old_values."curriculum", old_values."ends_on", old_values."from_level", old_values."full_time", old_values."hours", old_values."id", old_values."kind", old_values."name", old_values."organiser", NOW(), \'delete\', old_values."seats", old_values."starts_on", old_values."tariff_source", old_values."to_level" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="2b809f2146af37fa0b8f4b93ace3667e60009618",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_74c25",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="plan_developmentact",
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
                            hash="48dbcfde4e7deacd6546c9593fce80f69927f179",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_28335",
                            table="plan_developmentacttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="DevelopmentProposal",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("name", models.CharField(max_length=120, verbose_name="nama")),
                            ("as_at", models.DateField(verbose_name="per tanggal")),
                            ("budget", models.BigIntegerField(verbose_name="anggaran (rupiah)")),
                            ("most_acts", models.PositiveSmallIntegerField(default=2, verbose_name="kegiatan paling banyak per orang")),
                            ("most_hours", models.PositiveIntegerField(blank=True, null=True, verbose_name="JP paling banyak per orang")),
                            ("min_share", models.PositiveSmallIntegerField(default=0, verbose_name="bagian minimal tiap perangkat daerah (%)")),
                            ("must_weight", models.PositiveSmallIntegerField(default=3, verbose_name="bobot syarat mutlak")),
                            ("priorities", models.JSONField(default=dict, verbose_name="bobot kelompok jabatan")),
                            ("unsure", models.BooleanField(default=False, verbose_name="ikutkan yang belum terbukti pasti")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("draft", "Rancangan"), ("running", "Sedang dihitung"), ("failed", "Gagal dihitung"), ("computed", "Selesai dihitung"), ("proposed", "Diajukan")],
                                    default="draft",
                                    max_length=10,
                                    verbose_name="status",
                                ),
                            ),
                            ("fault", models.JSONField(blank=True, default=dict, verbose_name="sebab gagal")),
                            ("job_id", models.BigIntegerField(blank=True, null=True, verbose_name="nomor pekerjaan")),
                            ("created_at", models.DateTimeField(verbose_name="dibuat pada")),
                            ("computed_at", models.DateTimeField(blank=True, null=True, verbose_name="dihitung pada")),
                            ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="diajukan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "created_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibuat oleh"),
                            ),
                            (
                                "submitted_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diajukan oleh"),
                            ),
                            ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="lingkup unit")),
                        ],
                        options={
                            "verbose_name": "usulan pengembangan",
                            "verbose_name_plural": "usulan pengembangan",
                            "ordering": ("-created_at", "-id"),
                            "indexes": [models.Index(fields=["agency", "state"], name="development_state")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("budget__gte", 0), ("budget__lte", 1000000000000)),
                                    name="development_budget_in_range",
                                    violation_error_message="Anggaran antara 0 dan Rp1.000.000.000.000.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("min_share__lte", 100)), name="development_share_percent", violation_error_message="Bagian minimal antara 0 dan 100 persen."
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("state", "proposed"), _negated=True), models.Q(("computed_at__isnull", False), ("submitted_at__isnull", False)), _connector="OR"),
                                    name="development_submission_known",
                                    violation_error_message="Usulan yang diajukan harus selesai dihitung dan bertanggal pengajuan.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentproposaltrail" ("agency_id", "as_at", "budget", "computed_at", "created_at", "created_by_id", "fault", "id", "job_id", "min_share", "most_acts", "most_hours", "must_weight", "name", "pgh_created_at", "pgh_label", "priorities", "state", "submitted_at", "submitted_by_id", "unit_id", "unsure") SELECT new_values."agency_id", new_values."as_at", new_values."budget", new_values."computed_at", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."min_share", new_values."most_acts", new_values."most_hours", new_values."must_weight", new_values."name", NOW(), \'insert\', new_values."priorities", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."unit_id", new_values."unsure" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="5e13bf3ee55a3a05718392bc79151ce9414763f2",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_3376c",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="plan_developmentproposal",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentproposaltrail" ("agency_id", "as_at", "budget", "computed_at", "created_at", "created_by_id", "fault", "id", "job_id", "min_share", "most_acts", "most_hours", "must_weight", "name", "pgh_created_at", "pgh_label", "priorities", "state", "submitted_at", "submitted_by_id", "unit_id", "unsure") SELECT new_values."agency_id", new_values."as_at", new_values."budget", new_values."computed_at", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."min_share", new_values."most_acts", new_values."most_hours", new_values."must_weight", new_values."name", NOW(), \'update\', new_values."priorities", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."unit_id", new_values."unsure" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e2782b4e77f2ad22bf529fe55baa3c896b58e80e",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_e1e36",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="plan_developmentproposal",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentproposaltrail" ("agency_id", "as_at", "budget", "computed_at", "created_at", "created_by_id", "fault", "id", "job_id", "min_share", "most_acts", "most_hours", "must_weight", "name", "pgh_created_at", "pgh_label", "priorities", "state", "submitted_at", "submitted_by_id", "unit_id", "unsure") SELECT old_values."agency_id", old_values."as_at", old_values."budget", old_values."computed_at", old_values."created_at", old_values."created_by_id", old_values."fault", old_values."id", old_values."job_id", old_values."min_share", old_values."most_acts", old_values."most_hours", old_values."must_weight", old_values."name", NOW(), \'delete\', old_values."priorities", old_values."state", old_values."submitted_at", old_values."submitted_by_id", old_values."unit_id", old_values."unsure" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e06f6d2ef6f40e250d0fb7097fdcddf6f55b1eaf",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_0c1d0",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="plan_developmentproposal",
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
                            hash="23cf34ccbe6983996b35490b8a47ae3a23a6c2f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3214f",
                            table="plan_developmentproposaltrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="DevelopmentLine",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("start", models.PositiveSmallIntegerField(verbose_name="level sekarang")),
                        ("required", models.PositiveSmallIntegerField(verbose_name="disyaratkan")),
                        ("must", models.BooleanField(verbose_name="mutlak")),
                        ("expected", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="diharapkan")),
                        ("value", models.PositiveIntegerField(default=0, verbose_name="nilai")),
                        ("cost", models.BigIntegerField(default=0, verbose_name="biaya per orang")),
                        ("why", models.CharField(max_length=12, verbose_name="alasan")),
                        ("reason", models.JSONField(default=dict, verbose_name="angka alasan")),
                        ("act", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.developmentact", verbose_name="kegiatan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("competency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.competency", verbose_name="kompetensi")),
                        ("opd", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="perangkat daerah")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.person", verbose_name="pegawai")),
                        ("proposal", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="plan.developmentproposal", verbose_name="usulan")),
                    ],
                    options={
                        "verbose_name": "baris usulan pengembangan",
                        "verbose_name_plural": "baris usulan pengembangan",
                        "ordering": ("proposal", "opd", "person", "competency"),
                        "indexes": [models.Index(fields=["proposal", "act"], name="development_line_act"), models.Index(fields=["agency", "person"], name="development_line_person")],
                        "constraints": [
                            models.UniqueConstraint(fields=("proposal", "person", "competency"), name="development_gap_once"),
                            models.CheckConstraint(
                                condition=models.Q(("start__lt", models.F("required")), models.Q(("act__isnull", True), ("expected__gt", models.F("start")), _connector="OR")),
                                name="development_line_rises",
                            ),
                        ],
                    },
                ),
                CreateModel(
                    name="DevelopmentResult",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("problem", models.TextField(verbose_name="berkas soal")),
                        ("result", models.TextField(verbose_name="berkas hasil")),
                        ("value", models.BigIntegerField(verbose_name="nilai")),
                        ("bound", models.BigIntegerField(verbose_name="batas atas")),
                        ("cost", models.BigIntegerField(verbose_name="biaya")),
                        ("short", models.BigIntegerField(verbose_name="kekurangan bagian")),
                        ("proven", models.BooleanField(verbose_name="terbukti terbaik")),
                        ("feasible", models.BooleanField(verbose_name="lulus pemeriksaan")),
                        ("acts", models.JSONField(verbose_name="kegiatan saat dihitung")),
                        ("curve", models.JSONField(verbose_name="nilai menurut anggaran")),
                        ("report", models.JSONField(verbose_name="laporan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("proposal", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="result", to="plan.developmentproposal", verbose_name="usulan")),
                    ],
                    options={
                        "verbose_name": "hasil usulan pengembangan",
                        "verbose_name_plural": "hasil usulan pengembangan",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("bound__gte", models.F("value")), ("feasible", True)),
                                name="development_result_passed_its_check",
                                violation_error_message="Hasil yang tidak lulus pemeriksaan tidak boleh diterbitkan.",
                            )
                        ],
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="PlacementScenario",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("name", models.CharField(max_length=120, verbose_name="nama")),
                            ("as_at", models.DateField(verbose_name="per tanggal")),
                            ("weights", models.JSONField(verbose_name="bobot")),
                            (
                                "state",
                                models.CharField(
                                    choices=[
                                        ("draft", "Rancangan"),
                                        ("running", "Sedang dihitung"),
                                        ("failed", "Gagal dihitung"),
                                        ("solved", "Selesai dihitung"),
                                        ("proposed", "Diajukan ke tim penilai"),
                                        ("decided", "Sudah diputus"),
                                    ],
                                    default="draft",
                                    max_length=10,
                                    verbose_name="status",
                                ),
                            ),
                            ("created_at", models.DateTimeField(verbose_name="dibuat pada")),
                            ("solved_at", models.DateTimeField(blank=True, null=True, verbose_name="dihitung pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "created_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibuat oleh"),
                            ),
                            ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.unit", verbose_name="lingkup unit")),
                            ("job_id", models.BigIntegerField(blank=True, null=True, verbose_name="nomor pekerjaan")),
                            ("retiring_within", models.PositiveSmallIntegerField(default=0, verbose_name="pemangku pensiun dalam (bulan)")),
                            ("fault", models.JSONField(blank=True, default=dict, verbose_name="sebab gagal")),
                            (
                                "copied_from",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="plan.placementscenario", verbose_name="salinan dari"),
                            ),
                            ("kinds", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name="jenis jabatan")),
                            ("least_education", models.CharField(blank=True, max_length=12, verbose_name="pendidikan paling rendah")),
                            ("least_months", models.PositiveSmallIntegerField(default=0, verbose_name="masa paling singkat di jabatan sekarang (bulan)")),
                            ("most_leaving", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="keluar dari satu perangkat daerah paling banyak")),
                            ("most_moves", models.PositiveIntegerField(blank=True, null=True, verbose_name="perpindahan paling banyak")),
                            (
                                "pool",
                                models.CharField(
                                    choices=[
                                        ("everybody", "Semua pegawai yang jenjangnya menuju jabatan itu"),
                                        ("own_opd", "Hanya dari perangkat daerah jabatan itu sendiri"),
                                        ("named", "Hanya pegawai yang disebut"),
                                        ("listed", "Hanya dari daftar suksesi"),
                                    ],
                                    default="everybody",
                                    max_length=10,
                                    verbose_name="asal calon",
                                ),
                            ),
                            ("pool_list", models.CharField(blank=True, max_length=80, verbose_name="daftar suksesi")),
                            ("pool_people", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name="calon yang disebut")),
                            ("post_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name="jabatan yang dipilih")),
                            ("units", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name="unit")),
                        ],
                        options={
                            "verbose_name": "skenario penempatan",
                            "verbose_name_plural": "skenario penempatan",
                            "ordering": ("-created_at", "-id"),
                            "indexes": [models.Index(fields=["agency", "state"], name="scenario_state")],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "copied_from_id", "created_at", "created_by_id", "fault", "id", "job_id", "kinds", "least_education", "least_months", "most_leaving", "most_moves", "name", "pgh_created_at", "pgh_label", "pool", "pool_list", "pool_people", "post_ids", "retiring_within", "solved_at", "state", "unit_id", "units", "weights") SELECT new_values."agency_id", new_values."as_at", new_values."copied_from_id", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."kinds", new_values."least_education", new_values."least_months", new_values."most_leaving", new_values."most_moves", new_values."name", NOW(), \'insert\', new_values."pool", new_values."pool_list", new_values."pool_people", new_values."post_ids", new_values."retiring_within", new_values."solved_at", new_values."state", new_values."unit_id", new_values."units", new_values."weights" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="94538c634b0ef1b838df400e4361d1dd2522c193",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_8ceba",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="plan_placementscenario",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "copied_from_id", "created_at", "created_by_id", "fault", "id", "job_id", "kinds", "least_education", "least_months", "most_leaving", "most_moves", "name", "pgh_created_at", "pgh_label", "pool", "pool_list", "pool_people", "post_ids", "retiring_within", "solved_at", "state", "unit_id", "units", "weights") SELECT new_values."agency_id", new_values."as_at", new_values."copied_from_id", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."kinds", new_values."least_education", new_values."least_months", new_values."most_leaving", new_values."most_moves", new_values."name", NOW(), \'update\', new_values."pool", new_values."pool_list", new_values."pool_people", new_values."post_ids", new_values."retiring_within", new_values."solved_at", new_values."state", new_values."unit_id", new_values."units", new_values."weights" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="97e7315abcc827905043d220920647b167efb77b",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_7c0bf",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="plan_placementscenario",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "copied_from_id", "created_at", "created_by_id", "fault", "id", "job_id", "kinds", "least_education", "least_months", "most_leaving", "most_moves", "name", "pgh_created_at", "pgh_label", "pool", "pool_list", "pool_people", "post_ids", "retiring_within", "solved_at", "state", "unit_id", "units", "weights") SELECT old_values."agency_id", old_values."as_at", old_values."copied_from_id", old_values."created_at", old_values."created_by_id", old_values."fault", old_values."id", old_values."job_id", old_values."kinds", old_values."least_education", old_values."least_months", old_values."most_leaving", old_values."most_moves", old_values."name", NOW(), \'delete\', old_values."pool", old_values."pool_list", old_values."pool_people", old_values."post_ids", old_values."retiring_within", old_values."solved_at", old_values."state", old_values."unit_id", old_values."units", old_values."weights" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="f363e72327b0bd351ec9c05c08b375bef2605439",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_fe9e3",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="plan_placementscenario",
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
                            hash="2663fc9ff622e9801d39d6b947e837d0fb373860",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_09bf8",
                            table="plan_placementscenariotrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="PlacementConstraint",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("kind", models.CharField(choices=[("only", "Hanya di unit ini"), ("not", "Tidak di unit ini"), ("stay", "Tidak dipindahkan")], max_length=10, verbose_name="pembatasan")),
                            ("units", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name="unit")),
                            ("reason", models.CharField(max_length=300, verbose_name="alasan")),
                            ("created_at", models.DateTimeField(verbose_name="dicatat pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "created_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dicatat oleh"),
                            ),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.person", verbose_name="pegawai")),
                            ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="constraints", to="plan.placementscenario", verbose_name="skenario")),
                        ],
                        options={
                            "verbose_name": "pembatasan penempatan",
                            "verbose_name_plural": "pembatasan penempatan",
                            "ordering": ("person_id", "id"),
                            "constraints": [
                                models.UniqueConstraint(
                                    fields=("scenario", "person", "kind"), name="constraint_kind_once", violation_error_message="Pembatasan jenis ini untuk pegawai itu sudah dicatat."
                                ),
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="constraint_has_a_reason", violation_error_message="Tulis alasan pembatasan."),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementconstrainttrail" ("agency_id", "created_at", "created_by_id", "id", "kind", "person_id", "pgh_created_at", "pgh_label", "reason", "scenario_id", "units") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."kind", new_values."person_id", NOW(), \'insert\', new_values."reason", new_values."scenario_id", new_values."units" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="699d44f588842b8fd1ba7ec7719dc94fb69b9a6d",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_a4692",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="plan_placementconstraint",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementconstrainttrail" ("agency_id", "created_at", "created_by_id", "id", "kind", "person_id", "pgh_created_at", "pgh_label", "reason", "scenario_id", "units") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."kind", new_values."person_id", NOW(), \'update\', new_values."reason", new_values."scenario_id", new_values."units" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="ae2201580fccbf1c0811735597c3fea47b3c50c3",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_0ec9d",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="plan_placementconstraint",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementconstrainttrail" ("agency_id", "created_at", "created_by_id", "id", "kind", "person_id", "pgh_created_at", "pgh_label", "reason", "scenario_id", "units") SELECT old_values."agency_id", old_values."created_at", old_values."created_by_id", old_values."id", old_values."kind", old_values."person_id", NOW(), \'delete\', old_values."reason", old_values."scenario_id", old_values."units" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a4df20151cd1b3c4235e233a979367db61ee895f",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_1f52e",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="plan_placementconstraint",
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
                            hash="07cadb2a3b3020b2f5690c0416f383471152497b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dbecc",
                            table="plan_placementconstrainttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="Proposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("rank", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("score", models.IntegerField(verbose_name="nilai")),
                        ("distance", models.IntegerField(default=0, verbose_name="selisih")),
                        (
                            "state",
                            models.CharField(
                                choices=[("eligible", "Memenuhi syarat"), ("unsure", "Ada syarat yang belum dapat dipastikan"), ("refused", "Tidak memenuhi syarat")],
                                max_length=10,
                                verbose_name="kelayakan",
                            ),
                        ),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.person", verbose_name="pegawai")),
                        ("post", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan")),
                        ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="proposals", to="plan.placementscenario", verbose_name="skenario")),
                        ("packed", models.JSONField(verbose_name="alasan")),
                    ],
                    options={
                        "verbose_name": "usulan",
                        "verbose_name_plural": "usulan",
                        "ordering": ("post_id", "rank"),
                        "indexes": [models.Index(fields=["agency", "person"], name="proposal_person")],
                        "constraints": [
                            models.UniqueConstraint(fields=("scenario", "post", "person"), name="proposal_person_once_per_post"),
                            models.UniqueConstraint(fields=("scenario", "post", "rank"), name="proposal_rank_once_per_post"),
                            models.UniqueConstraint(
                                condition=models.Q(("rank", 1)),
                                fields=("scenario", "person"),
                                name="proposal_person_proposed_once",
                                violation_error_message="Seorang pegawai hanya diusulkan untuk satu jabatan dalam satu skenario.",
                            ),
                        ],
                    },
                ),
                CreateModel(
                    name="ReasonBook",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("checks", models.JSONField(verbose_name="kalimat syarat")),
                        ("terms", models.JSONField(verbose_name="butir nilai")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("sheets", models.JSONField(default=list, verbose_name="butir nilai tiap golongan jabatan")),
                    ],
                    options={
                        "verbose_name": "buku alasan",
                        "verbose_name_plural": "buku alasan",
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="ScenarioPost",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("looked_at", models.PositiveIntegerField(default=0, verbose_name="diperiksa")),
                            ("eligible", models.PositiveIntegerField(default=0, verbose_name="memenuhi syarat")),
                            ("unsure", models.PositiveIntegerField(default=0, verbose_name="belum pasti")),
                            ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputus pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan")),
                            ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="posts", to="plan.placementscenario", verbose_name="skenario")),
                            (
                                "basis",
                                models.CharField(
                                    choices=[("vacant", "Lowong"), ("acting", "Dijabat pelaksana tugas"), ("retiring", "Pemangku segera pensiun")],
                                    default="vacant",
                                    max_length=10,
                                    verbose_name="sebab diisi",
                                ),
                            ),
                            ("free_from", models.DateField(blank=True, null=True, verbose_name="kosong mulai")),
                            ("places", models.PositiveSmallIntegerField(default=1, verbose_name="tempat")),
                            ("staying", models.PositiveSmallIntegerField(default=0, verbose_name="pemangku yang tetap")),
                            ("by_default", models.BooleanField(default=False, verbose_name="memakai standar baku")),
                            ("refusals", models.JSONField(blank=True, default=dict, verbose_name="sebab ditolak")),
                        ],
                        options={
                            "verbose_name": "jabatan dalam skenario",
                            "verbose_name_plural": "jabatan dalam skenario",
                            "constraints": [models.UniqueConstraint(fields=("scenario", "post"), name="scenario_post_once", violation_error_message="Jabatan ini sudah ada dalam skenario.")],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "by_default", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "refusals", "scenario_id", "staying", "unsure") SELECT new_values."agency_id", new_values."basis", new_values."by_default", new_values."decided_at", new_values."eligible", new_values."free_from", new_values."id", new_values."looked_at", NOW(), \'insert\', new_values."places", new_values."post_id", new_values."refusals", new_values."scenario_id", new_values."staying", new_values."unsure" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="02be452c7d5ed6bc529b651db475e92a2c16775d",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_9df85",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="plan_scenariopost",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "by_default", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "refusals", "scenario_id", "staying", "unsure") SELECT new_values."agency_id", new_values."basis", new_values."by_default", new_values."decided_at", new_values."eligible", new_values."free_from", new_values."id", new_values."looked_at", NOW(), \'update\', new_values."places", new_values."post_id", new_values."refusals", new_values."scenario_id", new_values."staying", new_values."unsure" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b3dc4d6177ad21421e93f567da0c4cbfb323a3fe",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_2bc99",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="plan_scenariopost",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "by_default", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "refusals", "scenario_id", "staying", "unsure") SELECT old_values."agency_id", old_values."basis", old_values."by_default", old_values."decided_at", old_values."eligible", old_values."free_from", old_values."id", old_values."looked_at", NOW(), \'delete\', old_values."places", old_values."post_id", old_values."refusals", old_values."scenario_id", old_values."staying", old_values."unsure" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="bf6584df02da53ed479e8f7783237bf8edd9f948",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_71ee5",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="plan_scenariopost",
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
                            hash="047ad929010114ea6b496a02138a4c714746d616",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fb48f",
                            table="plan_scenarioposttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                CreateModel(
                    name="ScenarioResult",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("problem", models.TextField(verbose_name="berkas soal")),
                        ("result", models.TextField(verbose_name="berkas hasil")),
                        ("objective", models.BigIntegerField(verbose_name="nilai tujuan")),
                        ("feasible", models.BooleanField(verbose_name="layak")),
                        ("optimal", models.BooleanField(verbose_name="optimal")),
                        ("report", models.JSONField(verbose_name="laporan pemeriksaan")),
                        ("engine_version", models.CharField(max_length=40, verbose_name="versi mesin")),
                        ("timings", models.JSONField(verbose_name="lama pengerjaan")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("scenario", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="result", to="plan.placementscenario", verbose_name="skenario")),
                        ("costs", models.JSONField(blank=True, default=dict, verbose_name="biaya perpindahan")),
                        ("fingerprint", models.JSONField(blank=True, default=dict, verbose_name="sidik fakta")),
                        ("arrays", models.BinaryField(default=bytes, verbose_name="soal dan hasil sebagai larik")),
                        ("brief", models.BinaryField(default=bytes, verbose_name="hasil ringkas untuk alasan")),
                    ],
                    options={
                        "verbose_name": "hasil skenario",
                        "verbose_name_plural": "hasil skenario",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feasible", True), ("optimal", True)),
                                name="result_passed_its_check",
                                violation_error_message="Hasil yang tidak lulus pemeriksaan tidak boleh diterbitkan.",
                            )
                        ],
                        "base_manager_name": "objects",
                    },
                ),
                CreateModel(
                    name="StabilityReport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("ranges", models.JSONField(verbose_name="rentang bobot")),
                        ("solutions", models.PositiveIntegerField(verbose_name="perhitungan yang diperlukan")),
                        ("seconds", models.FloatField(verbose_name="lama pengerjaan (detik)")),
                        ("computed_at", models.DateTimeField(verbose_name="dihitung pada")),
                        ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                        ("result", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="stability", to="plan.scenarioresult", verbose_name="hasil skenario")),
                    ],
                    options={
                        "verbose_name": "laporan ketahanan",
                        "verbose_name_plural": "laporan ketahanan",
                    },
                ),
                *with_trail(
                    CreateModel(
                        name="SuccessionListing",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("list_name", models.CharField(max_length=80, verbose_name="nama daftar")),
                            ("box", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="kotak talenta")),
                            ("target_kind", models.CharField(blank=True, max_length=20, verbose_name="jenis jabatan sasaran")),
                            ("as_at", models.DateField(verbose_name="per tanggal")),
                            ("source", models.CharField(max_length=120, verbose_name="sumber")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.person", verbose_name="pegawai")),
                            (
                                "target_post",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan sasaran"),
                            ),
                            ("end_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dikeluarkan")),
                            ("ended_on", models.DateField(blank=True, null=True, verbose_name="dikeluarkan pada")),
                            ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ],
                        options={
                            "verbose_name": "daftar suksesi",
                            "verbose_name_plural": "daftar suksesi",
                            "ordering": ("list_name", "-box", "person_id"),
                            "constraints": [
                                models.UniqueConstraint(
                                    fields=("agency", "list_name", "person", "as_at"), name="succession_person_once", violation_error_message="Pegawai ini sudah ada dalam daftar itu pada tanggal itu."
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("box__isnull", True), ("box__range", (1, 9)), _connector="OR"),
                                    name="succession_box_1_to_9",
                                    violation_error_message="Kotak talenta bernomor 1 sampai 9.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("ended_on__isnull", True), models.Q(("end_reason", ""), _negated=True), _connector="OR"),
                                    name="succession_end_says_why",
                                    violation_error_message="Tulis alasan mengeluarkan pegawai dari daftar.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "end_reason", "ended_on", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "reason", "source", "target_kind", "target_post_id") SELECT new_values."agency_id", new_values."as_at", new_values."box", new_values."end_reason", new_values."ended_on", new_values."id", new_values."list_name", new_values."person_id", NOW(), \'insert\', new_values."reason", new_values."source", new_values."target_kind", new_values."target_post_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c741d5b8a23734b187e03c37210fa996e52e34db",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_4c025",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="plan_successionlisting",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "end_reason", "ended_on", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "reason", "source", "target_kind", "target_post_id") SELECT new_values."agency_id", new_values."as_at", new_values."box", new_values."end_reason", new_values."ended_on", new_values."id", new_values."list_name", new_values."person_id", NOW(), \'update\', new_values."reason", new_values."source", new_values."target_kind", new_values."target_post_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a8c65f17b6be401bfa860ce2848ad6dcec05c1b8",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_5eee2",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="plan_successionlisting",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "end_reason", "ended_on", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "reason", "source", "target_kind", "target_post_id") SELECT old_values."agency_id", old_values."as_at", old_values."box", old_values."end_reason", old_values."ended_on", old_values."id", old_values."list_name", old_values."person_id", NOW(), \'delete\', old_values."reason", old_values."source", old_values."target_kind", old_values."target_post_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="7dbd53eb0f7719f2b36e12e4cb0808871f49850b",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_9a3c7",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="plan_successionlisting",
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
                            hash="b83f7d0a8d49cb465ffb559a457f1d783591594c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_96a66",
                            table="plan_successionlistingtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
