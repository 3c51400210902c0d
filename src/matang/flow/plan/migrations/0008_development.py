"""Acts of development, proposals of what to do about gaps, their results, and the trail."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('needs', '0006_levels_are_in_the_texts'),
        ('plan', '0007_result_arrays'),
        ('register', '0010_appraisal_policies'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DevelopmentAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='kode')),
                ('name', models.CharField(max_length=160, verbose_name='nama kegiatan')),
                ('kind', models.CharField(choices=[('structural', 'Diklat struktural'), ('functional', 'Diklat fungsional'), ('technical', 'Diklat teknis'), ('workshop', 'Workshop / lokakarya'), ('managerial', 'Pelatihan manajerial'), ('cultural', 'Pelatihan sosial kultural'), ('briefing', 'Sosialisasi'), ('guidance', 'Bimbingan teknis'), ('seminar', 'Seminar / konferensi'), ('internship', 'Magang / praktik kerja'), ('course', 'Kursus'), ('upgrading', 'Penataran'), ('classroom', 'Pelatihan klasikal lainnya'), ('coaching', 'Coaching'), ('mentoring', 'Mentoring'), ('elearning', 'E-learning'), ('distance', 'Pelatihan jarak jauh'), ('secondment', 'Detasering'), ('outdoor', 'Pembelajaran alam terbuka'), ('study_visit', 'Patok banding / studi tiru'), ('exchange', 'Pertukaran dengan pegawai swasta/BUMN/BUMD'), ('self_study', 'Belajar mandiri'), ('community', 'Komunitas belajar'), ('on_the_job', 'Bimbingan di tempat kerja'), ('non_classroom', 'Pelatihan nonklasikal lainnya'), ('assignment', 'Penugasan pada program prioritas')], max_length=16, verbose_name='jenis')),
                ('from_level', models.PositiveSmallIntegerField(verbose_name='dari level')),
                ('to_level', models.PositiveSmallIntegerField(verbose_name='diharapkan sampai level')),
                ('hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='jam pelajaran (JP)')),
                ('cost_per_person', models.BigIntegerField(blank=True, null=True, verbose_name='biaya per orang (rupiah)')),
                ('cost_per_class', models.BigIntegerField(blank=True, null=True, verbose_name='biaya tetap per kelas (rupiah)')),
                ('seats', models.PositiveIntegerField(blank=True, null=True, verbose_name='kursi per kelas')),
                ('classes', models.PositiveSmallIntegerField(default=1, verbose_name='kelas paling banyak')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='mulai')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('full_time', models.BooleanField(default=False, verbose_name='meninggalkan tugas selama kegiatan')),
                ('organiser', models.CharField(blank=True, max_length=160, verbose_name='penyelenggara')),
                ('curriculum', models.CharField(blank=True, max_length=200, verbose_name='kesesuaian dengan standar kurikulum')),
                ('tariff_source', models.CharField(blank=True, max_length=200, verbose_name='sumber tarif')),
                ('active', models.BooleanField(default=True, verbose_name='ditawarkan')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('competency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='needs.competency', verbose_name='kompetensi')),
            ],
            options={
                'verbose_name': 'kegiatan pengembangan',
                'verbose_name_plural': 'kegiatan pengembangan',
                'ordering': ('name', 'id'),
            },
        ),
        migrations.CreateModel(
            name='DevelopmentActTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=20, verbose_name='kode')),
                ('name', models.CharField(max_length=160, verbose_name='nama kegiatan')),
                ('kind', models.CharField(choices=[('structural', 'Diklat struktural'), ('functional', 'Diklat fungsional'), ('technical', 'Diklat teknis'), ('workshop', 'Workshop / lokakarya'), ('managerial', 'Pelatihan manajerial'), ('cultural', 'Pelatihan sosial kultural'), ('briefing', 'Sosialisasi'), ('guidance', 'Bimbingan teknis'), ('seminar', 'Seminar / konferensi'), ('internship', 'Magang / praktik kerja'), ('course', 'Kursus'), ('upgrading', 'Penataran'), ('classroom', 'Pelatihan klasikal lainnya'), ('coaching', 'Coaching'), ('mentoring', 'Mentoring'), ('elearning', 'E-learning'), ('distance', 'Pelatihan jarak jauh'), ('secondment', 'Detasering'), ('outdoor', 'Pembelajaran alam terbuka'), ('study_visit', 'Patok banding / studi tiru'), ('exchange', 'Pertukaran dengan pegawai swasta/BUMN/BUMD'), ('self_study', 'Belajar mandiri'), ('community', 'Komunitas belajar'), ('on_the_job', 'Bimbingan di tempat kerja'), ('non_classroom', 'Pelatihan nonklasikal lainnya'), ('assignment', 'Penugasan pada program prioritas')], max_length=16, verbose_name='jenis')),
                ('from_level', models.PositiveSmallIntegerField(verbose_name='dari level')),
                ('to_level', models.PositiveSmallIntegerField(verbose_name='diharapkan sampai level')),
                ('hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='jam pelajaran (JP)')),
                ('cost_per_person', models.BigIntegerField(blank=True, null=True, verbose_name='biaya per orang (rupiah)')),
                ('cost_per_class', models.BigIntegerField(blank=True, null=True, verbose_name='biaya tetap per kelas (rupiah)')),
                ('seats', models.PositiveIntegerField(blank=True, null=True, verbose_name='kursi per kelas')),
                ('classes', models.PositiveSmallIntegerField(default=1, verbose_name='kelas paling banyak')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='mulai')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('full_time', models.BooleanField(default=False, verbose_name='meninggalkan tugas selama kegiatan')),
                ('organiser', models.CharField(blank=True, max_length=160, verbose_name='penyelenggara')),
                ('curriculum', models.CharField(blank=True, max_length=200, verbose_name='kesesuaian dengan standar kurikulum')),
                ('tariff_source', models.CharField(blank=True, max_length=200, verbose_name='sumber tarif')),
                ('active', models.BooleanField(default=True, verbose_name='ditawarkan')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('competency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DevelopmentProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='nama')),
                ('as_at', models.DateField(verbose_name='per tanggal')),
                ('budget', models.BigIntegerField(verbose_name='anggaran (rupiah)')),
                ('most_acts', models.PositiveSmallIntegerField(default=2, verbose_name='kegiatan paling banyak per orang')),
                ('most_hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='JP paling banyak per orang')),
                ('min_share', models.PositiveSmallIntegerField(default=0, verbose_name='bagian minimal tiap perangkat daerah (%)')),
                ('must_weight', models.PositiveSmallIntegerField(default=3, verbose_name='bobot syarat mutlak')),
                ('priorities', models.JSONField(default=dict, verbose_name='bobot kelompok jabatan')),
                ('unsure', models.BooleanField(default=False, verbose_name='ikutkan yang belum terbukti pasti')),
                ('state', models.CharField(choices=[('draft', 'Rancangan'), ('running', 'Sedang dihitung'), ('failed', 'Gagal dihitung'), ('computed', 'Selesai dihitung'), ('proposed', 'Diajukan')], default='draft', max_length=10, verbose_name='status')),
                ('fault', models.JSONField(blank=True, default=dict, verbose_name='sebab gagal')),
                ('job_id', models.BigIntegerField(blank=True, null=True, verbose_name='nomor pekerjaan')),
                ('created_at', models.DateTimeField(verbose_name='dibuat pada')),
                ('computed_at', models.DateTimeField(blank=True, null=True, verbose_name='dihitung pada')),
                ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='diajukan pada')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diajukan oleh')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit', verbose_name='lingkup unit')),
            ],
            options={
                'verbose_name': 'usulan pengembangan',
                'verbose_name_plural': 'usulan pengembangan',
                'ordering': ('-created_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='DevelopmentLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveSmallIntegerField(verbose_name='level sekarang')),
                ('required', models.PositiveSmallIntegerField(verbose_name='disyaratkan')),
                ('must', models.BooleanField(verbose_name='mutlak')),
                ('expected', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='diharapkan')),
                ('value', models.PositiveIntegerField(default=0, verbose_name='nilai')),
                ('cost', models.BigIntegerField(default=0, verbose_name='biaya per orang')),
                ('why', models.CharField(max_length=12, verbose_name='alasan')),
                ('reason', models.JSONField(default=dict, verbose_name='angka alasan')),
                ('act', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plan.developmentact', verbose_name='kegiatan')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('competency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='needs.competency', verbose_name='kompetensi')),
                ('opd', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit', verbose_name='perangkat daerah')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.person', verbose_name='pegawai')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='plan.developmentproposal', verbose_name='usulan')),
            ],
            options={
                'verbose_name': 'baris usulan pengembangan',
                'verbose_name_plural': 'baris usulan pengembangan',
                'ordering': ('proposal', 'opd', 'person', 'competency'),
            },
        ),
        migrations.CreateModel(
            name='DevelopmentProposalTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='nama')),
                ('as_at', models.DateField(verbose_name='per tanggal')),
                ('budget', models.BigIntegerField(verbose_name='anggaran (rupiah)')),
                ('most_acts', models.PositiveSmallIntegerField(default=2, verbose_name='kegiatan paling banyak per orang')),
                ('most_hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='JP paling banyak per orang')),
                ('min_share', models.PositiveSmallIntegerField(default=0, verbose_name='bagian minimal tiap perangkat daerah (%)')),
                ('must_weight', models.PositiveSmallIntegerField(default=3, verbose_name='bobot syarat mutlak')),
                ('priorities', models.JSONField(default=dict, verbose_name='bobot kelompok jabatan')),
                ('unsure', models.BooleanField(default=False, verbose_name='ikutkan yang belum terbukti pasti')),
                ('state', models.CharField(choices=[('draft', 'Rancangan'), ('running', 'Sedang dihitung'), ('failed', 'Gagal dihitung'), ('computed', 'Selesai dihitung'), ('proposed', 'Diajukan')], default='draft', max_length=10, verbose_name='status')),
                ('fault', models.JSONField(blank=True, default=dict, verbose_name='sebab gagal')),
                ('job_id', models.BigIntegerField(blank=True, null=True, verbose_name='nomor pekerjaan')),
                ('created_at', models.DateTimeField(verbose_name='dibuat pada')),
                ('computed_at', models.DateTimeField(blank=True, null=True, verbose_name='dihitung pada')),
                ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='diajukan pada')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('submitted_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diajukan oleh')),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.unit', verbose_name='lingkup unit')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DevelopmentResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('problem', models.TextField(verbose_name='berkas soal')),
                ('result', models.TextField(verbose_name='berkas hasil')),
                ('value', models.BigIntegerField(verbose_name='nilai')),
                ('bound', models.BigIntegerField(verbose_name='batas atas')),
                ('cost', models.BigIntegerField(verbose_name='biaya')),
                ('short', models.BigIntegerField(verbose_name='kekurangan bagian')),
                ('proven', models.BooleanField(verbose_name='terbukti terbaik')),
                ('feasible', models.BooleanField(verbose_name='lulus pemeriksaan')),
                ('acts', models.JSONField(verbose_name='kegiatan saat dihitung')),
                ('curve', models.JSONField(verbose_name='nilai menurut anggaran')),
                ('report', models.JSONField(verbose_name='laporan')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='result', to='plan.developmentproposal', verbose_name='usulan')),
            ],
            options={
                'verbose_name': 'hasil usulan pengembangan',
                'verbose_name_plural': 'hasil usulan pengembangan',
            },
        ),
        migrations.AddIndex(
            model_name='developmentact',
            index=models.Index(fields=['agency', 'competency'], name='act_competency'),
        ),
        migrations.AddConstraint(
            model_name='developmentact',
            constraint=models.UniqueConstraint(fields=('agency', 'code'), name='act_code_once', violation_error_message='Kode kegiatan ini sudah dipakai.'),
        ),
        migrations.AddConstraint(
            model_name='developmentact',
            constraint=models.CheckConstraint(condition=models.Q(('from_level__lt', models.F('to_level')), ('to_level__lte', 5)), name='act_levels_rise', violation_error_message='Level yang diharapkan harus di atas level awal, paling tinggi 5.'),
        ),
        migrations.AddConstraint(
            model_name='developmentact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cost_per_person__isnull', True), models.Q(('cost_per_person__gte', 0), ('cost_per_person__lte', 1000000000000)), _connector='OR'), models.Q(('cost_per_class__isnull', True), models.Q(('cost_per_class__gte', 0), ('cost_per_class__lte', 1000000000000)), _connector='OR')), name='act_costs_in_range', violation_error_message='Biaya antara 0 dan Rp1.000.000.000.000.'),
        ),
        migrations.AddConstraint(
            model_name='developmentact',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='act_ends_after_start', violation_error_message='Kegiatan selesai pada atau sesudah hari mulainya.'),
        ),
        migrations.AddConstraint(
            model_name='developmentact',
            constraint=models.CheckConstraint(condition=models.Q(('classes__gte', 1), models.Q(('seats__isnull', True), ('seats__gte', 1), _connector='OR')), name='act_has_room', violation_error_message='Sedikitnya satu kelas dan satu kursi.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentact',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentacttrail" ("active", "agency_id", "classes", "code", "competency_id", "cost_per_class", "cost_per_person", "curriculum", "ends_on", "from_level", "full_time", "hours", "id", "kind", "name", "organiser", "pgh_created_at", "pgh_label", "seats", "starts_on", "tariff_source", "to_level") SELECT new_values."active", new_values."agency_id", new_values."classes", new_values."code", new_values."competency_id", new_values."cost_per_class", new_values."cost_per_person", new_values."curriculum", new_values."ends_on", new_values."from_level", new_values."full_time", new_values."hours", new_values."id", new_values."kind", new_values."name", new_values."organiser", NOW(), \'insert\', new_values."seats", new_values."starts_on", new_values."tariff_source", new_values."to_level" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5b4a41a1785f9700d1592a772245b69b3fec1a89', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0897b', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_developmentact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentact',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentacttrail" ("active", "agency_id", "classes", "code", "competency_id", "cost_per_class", "cost_per_person", "curriculum", "ends_on", "from_level", "full_time", "hours", "id", "kind", "name", "organiser", "pgh_created_at", "pgh_label", "seats", "starts_on", "tariff_source", "to_level") SELECT new_values."active", new_values."agency_id", new_values."classes", new_values."code", new_values."competency_id", new_values."cost_per_class", new_values."cost_per_person", new_values."curriculum", new_values."ends_on", new_values."from_level", new_values."full_time", new_values."hours", new_values."id", new_values."kind", new_values."name", new_values."organiser", NOW(), \'update\', new_values."seats", new_values."starts_on", new_values."tariff_source", new_values."to_level" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='de171c165c4f0757adc0f9ce147d46ecfad53e58', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bd509', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_developmentact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentact',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentacttrail" ("active", "agency_id", "classes", "code", "competency_id", "cost_per_class", "cost_per_person", "curriculum", "ends_on", "from_level", "full_time", "hours", "id", "kind", "name", "organiser", "pgh_created_at", "pgh_label", "seats", "starts_on", "tariff_source", "to_level") SELECT old_values."active", old_values."agency_id", old_values."classes", old_values."code", old_values."competency_id", old_values."cost_per_class", old_values."cost_per_person", old_values."curriculum", old_values."ends_on", old_values."from_level", old_values."full_time", old_values."hours", old_values."id", old_values."kind", old_values."name", old_values."organiser", NOW(), \'delete\', old_values."seats", old_values."starts_on", old_values."tariff_source", old_values."to_level" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='2b809f2146af37fa0b8f4b93ace3667e60009618', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_74c25', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_developmentact', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='developmentacttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='developmentact_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentacttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='48dbcfde4e7deacd6546c9593fce80f69927f179', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_28335', table='plan_developmentacttrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='developmentproposal',
            index=models.Index(fields=['agency', 'state'], name='development_state'),
        ),
        migrations.AddConstraint(
            model_name='developmentproposal',
            constraint=models.CheckConstraint(condition=models.Q(('budget__gte', 0), ('budget__lte', 1000000000000)), name='development_budget_in_range', violation_error_message='Anggaran antara 0 dan Rp1.000.000.000.000.'),
        ),
        migrations.AddConstraint(
            model_name='developmentproposal',
            constraint=models.CheckConstraint(condition=models.Q(('min_share__lte', 100)), name='development_share_percent', violation_error_message='Bagian minimal antara 0 dan 100 persen.'),
        ),
        migrations.AddConstraint(
            model_name='developmentproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'proposed'), _negated=True), models.Q(('computed_at__isnull', False), ('submitted_at__isnull', False)), _connector='OR'), name='development_submission_known', violation_error_message='Usulan yang diajukan harus selesai dihitung dan bertanggal pengajuan.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentproposal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentproposaltrail" ("agency_id", "as_at", "budget", "computed_at", "created_at", "created_by_id", "fault", "id", "job_id", "min_share", "most_acts", "most_hours", "must_weight", "name", "pgh_created_at", "pgh_label", "priorities", "state", "submitted_at", "submitted_by_id", "unit_id", "unsure") SELECT new_values."agency_id", new_values."as_at", new_values."budget", new_values."computed_at", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."min_share", new_values."most_acts", new_values."most_hours", new_values."must_weight", new_values."name", NOW(), \'insert\', new_values."priorities", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."unit_id", new_values."unsure" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5e13bf3ee55a3a05718392bc79151ce9414763f2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3376c', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_developmentproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentproposal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentproposaltrail" ("agency_id", "as_at", "budget", "computed_at", "created_at", "created_by_id", "fault", "id", "job_id", "min_share", "most_acts", "most_hours", "must_weight", "name", "pgh_created_at", "pgh_label", "priorities", "state", "submitted_at", "submitted_by_id", "unit_id", "unsure") SELECT new_values."agency_id", new_values."as_at", new_values."budget", new_values."computed_at", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."min_share", new_values."most_acts", new_values."most_hours", new_values."must_weight", new_values."name", NOW(), \'update\', new_values."priorities", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."unit_id", new_values."unsure" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e2782b4e77f2ad22bf529fe55baa3c896b58e80e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e1e36', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_developmentproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentproposal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_developmentproposaltrail" ("agency_id", "as_at", "budget", "computed_at", "created_at", "created_by_id", "fault", "id", "job_id", "min_share", "most_acts", "most_hours", "must_weight", "name", "pgh_created_at", "pgh_label", "priorities", "state", "submitted_at", "submitted_by_id", "unit_id", "unsure") SELECT old_values."agency_id", old_values."as_at", old_values."budget", old_values."computed_at", old_values."created_at", old_values."created_by_id", old_values."fault", old_values."id", old_values."job_id", old_values."min_share", old_values."most_acts", old_values."most_hours", old_values."must_weight", old_values."name", NOW(), \'delete\', old_values."priorities", old_values."state", old_values."submitted_at", old_values."submitted_by_id", old_values."unit_id", old_values."unsure" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e06f6d2ef6f40e250d0fb7097fdcddf6f55b1eaf', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0c1d0', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_developmentproposal', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='developmentline',
            index=models.Index(fields=['proposal', 'act'], name='development_line_act'),
        ),
        migrations.AddIndex(
            model_name='developmentline',
            index=models.Index(fields=['agency', 'person'], name='development_line_person'),
        ),
        migrations.AddConstraint(
            model_name='developmentline',
            constraint=models.UniqueConstraint(fields=('proposal', 'person', 'competency'), name='development_gap_once'),
        ),
        migrations.AddConstraint(
            model_name='developmentline',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('required')), models.Q(('act__isnull', True), ('expected__gt', models.F('start')), _connector='OR')), name='development_line_rises'),
        ),
        migrations.AddIndex(
            model_name='developmentproposaltrail',
            index=models.Index(fields=['id', 'pgh_id'], name='developmentproposal_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentproposaltrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='23cf34ccbe6983996b35490b8a47ae3a23a6c2f7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3214f', table='plan_developmentproposaltrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='developmentresult',
            constraint=models.CheckConstraint(condition=models.Q(('bound__gte', models.F('value')), ('feasible', True)), name='development_result_passed_its_check', violation_error_message='Hasil yang tidak lulus pemeriksaan tidak boleh diterbitkan.'),
        ),
    ]
