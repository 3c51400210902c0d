"""Event tables, triggers and tenant policies of the audit trail."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from matang.foundation.tenancy import rls

TRAILS = ("placementscenario", "scenariopost",)


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('plan', '0003_openings_and_jobs'),
        ('register', '0006_import_policies'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlacementScenarioTrail',
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
                ('weights', models.JSONField(verbose_name='bobot')),
                ('state', models.CharField(choices=[('draft', 'Rancangan'), ('running', 'Sedang dihitung'), ('failed', 'Gagal dihitung'), ('solved', 'Selesai dihitung'), ('proposed', 'Diajukan ke tim penilai'), ('decided', 'Sudah diputus')], default='draft', max_length=10, verbose_name='status')),
                ('retiring_within', models.PositiveSmallIntegerField(default=0, verbose_name='pemangku pensiun dalam (bulan)')),
                ('fault', models.JSONField(blank=True, default=dict, verbose_name='sebab gagal')),
                ('job_id', models.BigIntegerField(blank=True, null=True, verbose_name='nomor pekerjaan')),
                ('created_at', models.DateTimeField(verbose_name='dibuat pada')),
                ('solved_at', models.DateTimeField(blank=True, null=True, verbose_name='dihitung pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ScenarioPostTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('basis', models.CharField(choices=[('vacant', 'Lowong'), ('acting', 'Dijabat pelaksana tugas'), ('retiring', 'Pemangku segera pensiun')], default='vacant', max_length=10, verbose_name='sebab diisi')),
                ('places', models.PositiveSmallIntegerField(default=1, verbose_name='tempat')),
                ('staying', models.PositiveSmallIntegerField(default=0, verbose_name='pemangku yang tetap')),
                ('free_from', models.DateField(blank=True, null=True, verbose_name='kosong mulai')),
                ('looked_at', models.PositiveIntegerField(default=0, verbose_name='diperiksa')),
                ('eligible', models.PositiveIntegerField(default=0, verbose_name='memenuhi syarat')),
                ('unsure', models.PositiveIntegerField(default=0, verbose_name='belum pasti')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='diputus pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenario',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "created_at", "created_by_id", "fault", "id", "job_id", "name", "pgh_created_at", "pgh_label", "retiring_within", "solved_at", "state", "unit_id", "weights") SELECT new_values."agency_id", new_values."as_at", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."name", NOW(), \'insert\', new_values."retiring_within", new_values."solved_at", new_values."state", new_values."unit_id", new_values."weights" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c546a786072551654b12e0f5353cc79d1451684b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ceba', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_placementscenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenario',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "created_at", "created_by_id", "fault", "id", "job_id", "name", "pgh_created_at", "pgh_label", "retiring_within", "solved_at", "state", "unit_id", "weights") SELECT new_values."agency_id", new_values."as_at", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."name", NOW(), \'update\', new_values."retiring_within", new_values."solved_at", new_values."state", new_values."unit_id", new_values."weights" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28b89f3a3b054c9de28f9d136079fb877bea3e3f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7c0bf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_placementscenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenario',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "created_at", "created_by_id", "fault", "id", "job_id", "name", "pgh_created_at", "pgh_label", "retiring_within", "solved_at", "state", "unit_id", "weights") SELECT old_values."agency_id", old_values."as_at", old_values."created_at", old_values."created_by_id", old_values."fault", old_values."id", old_values."job_id", old_values."name", NOW(), \'delete\', old_values."retiring_within", old_values."solved_at", old_values."state", old_values."unit_id", old_values."weights" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='08fd49f5ad7931647d640b4026161bd393caa448', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fe9e3', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_placementscenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenariopost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "scenario_id", "staying", "unsure") SELECT new_values."agency_id", new_values."basis", new_values."decided_at", new_values."eligible", new_values."free_from", new_values."id", new_values."looked_at", NOW(), \'insert\', new_values."places", new_values."post_id", new_values."scenario_id", new_values."staying", new_values."unsure" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6c81d3ecd8537fdf2cd12e525bcb3d9b82c944ef', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9df85', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_scenariopost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenariopost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "scenario_id", "staying", "unsure") SELECT new_values."agency_id", new_values."basis", new_values."decided_at", new_values."eligible", new_values."free_from", new_values."id", new_values."looked_at", NOW(), \'update\', new_values."places", new_values."post_id", new_values."scenario_id", new_values."staying", new_values."unsure" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='83a97a035a95d10fef0662fae8f4a0672f8533e3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2bc99', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_scenariopost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenariopost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "scenario_id", "staying", "unsure") SELECT old_values."agency_id", old_values."basis", old_values."decided_at", old_values."eligible", old_values."free_from", old_values."id", old_values."looked_at", NOW(), \'delete\', old_values."places", old_values."post_id", old_values."scenario_id", old_values."staying", old_values."unsure" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1c3c1ba5fd17670e652e5806729e5a9658621ebc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_71ee5', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_scenariopost', when='AFTER')),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='created_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='unit',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.unit', verbose_name='lingkup unit'),
        ),
        migrations.AddField(
            model_name='scenarioposttrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='scenarioposttrail',
            name='post',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.post', verbose_name='jabatan'),
        ),
        migrations.AddField(
            model_name='scenarioposttrail',
            name='scenario',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plan.placementscenario', verbose_name='skenario'),
        ),
        migrations.AddIndex(
            model_name='placementscenariotrail',
            index=models.Index(fields=['id', 'pgh_id'], name='placementscenario_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenariotrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2663fc9ff622e9801d39d6b947e837d0fb373860', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_09bf8', table='plan_placementscenariotrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='scenarioposttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='scenariopost_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenarioposttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='047ad929010114ea6b496a02138a4c714746d616', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fb48f', table='plan_scenarioposttrail', when='BEFORE')),
        ),
        *[rls.protect(f"plan_{name}trail") for name in TRAILS],
    ]
