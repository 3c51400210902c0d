"""Appraisals of a year's work, with their trail; files of appraisals."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('register', '0008_post_successors_same_agency'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='importrun',
            name='kind',
            field=models.CharField(choices=[('people', 'Pegawai'), ('units', 'Unit'), ('appraisals', 'Penilaian kinerja')], default='people', max_length=10, verbose_name='isi berkas'),
        ),
        migrations.CreateModel(
            name='AppraisalRecordTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun penilaian')),
                ('rating', models.CharField(choices=[('sangat_kurang', 'Sangat Kurang'), ('kurang', 'Kurang'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('baik', 'Baik'), ('sangat_baik', 'Sangat Baik')], max_length=15, verbose_name='predikat kinerja')),
                ('document', models.CharField(blank=True, max_length=120, verbose_name='dokumen')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal data')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AppraisalRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun penilaian')),
                ('rating', models.CharField(choices=[('sangat_kurang', 'Sangat Kurang'), ('kurang', 'Kurang'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('baik', 'Baik'), ('sangat_baik', 'Sangat Baik')], max_length=15, verbose_name='predikat kinerja')),
                ('document', models.CharField(blank=True, max_length=120, verbose_name='dokumen')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal data')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='appraisals', to='register.person', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'penilaian kinerja',
                'verbose_name_plural': 'penilaian kinerja',
                'indexes': [models.Index(fields=['agency', 'person', 'year'], name='appraisal_person')],
                'constraints': [models.UniqueConstraint(fields=('person', 'year'), name='appraisal_once', violation_error_message='Penilaian tahun ini sudah tercatat.'), models.CheckConstraint(condition=models.Q(('year__range', (2000, 2199))), name='appraisal_year_plausible', violation_error_message='Tahun penilaian harus antara 2000 dan 2199.'), models.CheckConstraint(condition=models.Q(('rating__in', ['sangat_kurang', 'kurang', 'butuh_perbaikan', 'baik', 'sangat_baik'])), name='appraisal_rating_known', violation_error_message='Predikat kinerja ini tidak dikenal.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalrecord',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_appraisalrecordtrail" ("agency_id", "document", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "rating", "year") SELECT new_values."agency_id", new_values."document", new_values."id", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."rating", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b0e90e8f7e902a29ebefd8b77b457e3187dcfe96', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_39abd', referencing='REFERENCING NEW TABLE AS new_values ', table='register_appraisalrecord', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalrecord',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_appraisalrecordtrail" ("agency_id", "document", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "rating", "year") SELECT new_values."agency_id", new_values."document", new_values."id", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."rating", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='095a60f4b05e77f6e8295dd86e21e4dbd0928ea3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_822e0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='register_appraisalrecord', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalrecord',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "register_appraisalrecordtrail" ("agency_id", "document", "id", "origin", "person_id", "pgh_created_at", "pgh_label", "rating", "year") SELECT old_values."agency_id", old_values."document", old_values."id", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."rating", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3f675bd2e06efd72ea8e1d9a0f1efd54920fd60e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_42a9c', referencing='REFERENCING OLD TABLE AS old_values ', table='register_appraisalrecord', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='appraisalrecordtrail',
            index=models.Index(fields=['id', 'pgh_id'], name='appraisalrecord_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalrecordtrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='66319df255307d468d1e6612fc25158f2f48c267', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0a8bc', table='register_appraisalrecordtrail', when='BEFORE')),
        ),
    ]
