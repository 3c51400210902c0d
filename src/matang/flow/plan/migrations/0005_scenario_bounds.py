"""What bounds a scenario: units, posts, people, limits; constraints of persons; lists of successors; shared reasons."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('plan', '0004_audit'),
        ('register', '0010_appraisal_policies'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlacementConstraint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('only', 'Hanya di unit ini'), ('not', 'Tidak di unit ini'), ('stay', 'Tidak dipindahkan')], max_length=10, verbose_name='pembatasan')),
                ('units', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='unit')),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
                ('created_at', models.DateTimeField(verbose_name='dicatat pada')),
            ],
            options={
                'verbose_name': 'pembatasan penempatan',
                'verbose_name_plural': 'pembatasan penempatan',
                'ordering': ('person_id', 'id'),
            },
        ),
        migrations.CreateModel(
            name='PlacementConstraintTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('only', 'Hanya di unit ini'), ('not', 'Tidak di unit ini'), ('stay', 'Tidak dipindahkan')], max_length=10, verbose_name='pembatasan')),
                ('units', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='unit')),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
                ('created_at', models.DateTimeField(verbose_name='dicatat pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReasonBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checks', models.JSONField(verbose_name='kalimat syarat')),
                ('terms', models.JSONField(verbose_name='butir nilai')),
            ],
            options={
                'verbose_name': 'buku alasan',
                'verbose_name_plural': 'buku alasan',
            },
        ),
        migrations.CreateModel(
            name='SuccessionListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list_name', models.CharField(max_length=80, verbose_name='nama daftar')),
                ('box', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kotak talenta')),
                ('target_kind', models.CharField(blank=True, max_length=20, verbose_name='jenis jabatan sasaran')),
                ('as_at', models.DateField(verbose_name='per tanggal')),
                ('source', models.CharField(max_length=120, verbose_name='sumber')),
            ],
            options={
                'verbose_name': 'daftar suksesi',
                'verbose_name_plural': 'daftar suksesi',
                'ordering': ('list_name', '-box', 'person_id'),
            },
        ),
        migrations.CreateModel(
            name='SuccessionListingTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('list_name', models.CharField(max_length=80, verbose_name='nama daftar')),
                ('box', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kotak talenta')),
                ('target_kind', models.CharField(blank=True, max_length=20, verbose_name='jenis jabatan sasaran')),
                ('as_at', models.DateField(verbose_name='per tanggal')),
                ('source', models.CharField(max_length=120, verbose_name='sumber')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placementscenario',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placementscenario',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placementscenario',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='scenariopost',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='scenariopost',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='scenariopost',
            name='delete_delete',
        ),
        migrations.RenameField(
            model_name='proposal',
            old_name='reasons',
            new_name='packed',
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='copied_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='plan.placementscenario', verbose_name='salinan dari'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='kinds',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name='jenis jabatan'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='least_education',
            field=models.CharField(blank=True, max_length=12, verbose_name='pendidikan paling rendah'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='least_months',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='masa paling singkat di jabatan sekarang (bulan)'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='most_leaving',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='keluar dari satu perangkat daerah paling banyak'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='most_moves',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='perpindahan paling banyak'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='pool',
            field=models.CharField(choices=[('everybody', 'Semua pegawai yang jenjangnya menuju jabatan itu'), ('own_opd', 'Hanya dari perangkat daerah jabatan itu sendiri'), ('named', 'Hanya pegawai yang disebut'), ('listed', 'Hanya dari daftar suksesi')], default='everybody', max_length=10, verbose_name='asal calon'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='pool_list',
            field=models.CharField(blank=True, max_length=80, verbose_name='daftar suksesi'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='pool_people',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='calon yang disebut'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='post_ids',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='jabatan yang dipilih'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='units',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='unit'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='copied_from',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plan.placementscenario', verbose_name='salinan dari'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='kinds',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name='jenis jabatan'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='least_education',
            field=models.CharField(blank=True, max_length=12, verbose_name='pendidikan paling rendah'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='least_months',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='masa paling singkat di jabatan sekarang (bulan)'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='most_leaving',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='keluar dari satu perangkat daerah paling banyak'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='most_moves',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='perpindahan paling banyak'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='pool',
            field=models.CharField(choices=[('everybody', 'Semua pegawai yang jenjangnya menuju jabatan itu'), ('own_opd', 'Hanya dari perangkat daerah jabatan itu sendiri'), ('named', 'Hanya pegawai yang disebut'), ('listed', 'Hanya dari daftar suksesi')], default='everybody', max_length=10, verbose_name='asal calon'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='pool_list',
            field=models.CharField(blank=True, max_length=80, verbose_name='daftar suksesi'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='pool_people',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='calon yang disebut'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='post_ids',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='jabatan yang dipilih'),
        ),
        migrations.AddField(
            model_name='placementscenariotrail',
            name='units',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='unit'),
        ),
        migrations.AddField(
            model_name='scenariopost',
            name='by_default',
            field=models.BooleanField(default=False, verbose_name='memakai standar baku'),
        ),
        migrations.AddField(
            model_name='scenariopost',
            name='refusals',
            field=models.JSONField(blank=True, default=dict, verbose_name='sebab ditolak'),
        ),
        migrations.AddField(
            model_name='scenarioposttrail',
            name='by_default',
            field=models.BooleanField(default=False, verbose_name='memakai standar baku'),
        ),
        migrations.AddField(
            model_name='scenarioposttrail',
            name='refusals',
            field=models.JSONField(blank=True, default=dict, verbose_name='sebab ditolak'),
        ),
        migrations.AddField(
            model_name='scenarioresult',
            name='costs',
            field=models.JSONField(blank=True, default=dict, verbose_name='biaya perpindahan'),
        ),
        migrations.AddField(
            model_name='scenarioresult',
            name='fingerprint',
            field=models.JSONField(blank=True, default=dict, verbose_name='sidik fakta'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenario',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "copied_from_id", "created_at", "created_by_id", "fault", "id", "job_id", "kinds", "least_education", "least_months", "most_leaving", "most_moves", "name", "pgh_created_at", "pgh_label", "pool", "pool_list", "pool_people", "post_ids", "retiring_within", "solved_at", "state", "unit_id", "units", "weights") SELECT new_values."agency_id", new_values."as_at", new_values."copied_from_id", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."kinds", new_values."least_education", new_values."least_months", new_values."most_leaving", new_values."most_moves", new_values."name", NOW(), \'insert\', new_values."pool", new_values."pool_list", new_values."pool_people", new_values."post_ids", new_values."retiring_within", new_values."solved_at", new_values."state", new_values."unit_id", new_values."units", new_values."weights" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='94538c634b0ef1b838df400e4361d1dd2522c193', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ceba', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_placementscenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenario',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "copied_from_id", "created_at", "created_by_id", "fault", "id", "job_id", "kinds", "least_education", "least_months", "most_leaving", "most_moves", "name", "pgh_created_at", "pgh_label", "pool", "pool_list", "pool_people", "post_ids", "retiring_within", "solved_at", "state", "unit_id", "units", "weights") SELECT new_values."agency_id", new_values."as_at", new_values."copied_from_id", new_values."created_at", new_values."created_by_id", new_values."fault", new_values."id", new_values."job_id", new_values."kinds", new_values."least_education", new_values."least_months", new_values."most_leaving", new_values."most_moves", new_values."name", NOW(), \'update\', new_values."pool", new_values."pool_list", new_values."pool_people", new_values."post_ids", new_values."retiring_within", new_values."solved_at", new_values."state", new_values."unit_id", new_values."units", new_values."weights" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='97e7315abcc827905043d220920647b167efb77b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7c0bf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_placementscenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementscenario',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementscenariotrail" ("agency_id", "as_at", "copied_from_id", "created_at", "created_by_id", "fault", "id", "job_id", "kinds", "least_education", "least_months", "most_leaving", "most_moves", "name", "pgh_created_at", "pgh_label", "pool", "pool_list", "pool_people", "post_ids", "retiring_within", "solved_at", "state", "unit_id", "units", "weights") SELECT old_values."agency_id", old_values."as_at", old_values."copied_from_id", old_values."created_at", old_values."created_by_id", old_values."fault", old_values."id", old_values."job_id", old_values."kinds", old_values."least_education", old_values."least_months", old_values."most_leaving", old_values."most_moves", old_values."name", NOW(), \'delete\', old_values."pool", old_values."pool_list", old_values."pool_people", old_values."post_ids", old_values."retiring_within", old_values."solved_at", old_values."state", old_values."unit_id", old_values."units", old_values."weights" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f363e72327b0bd351ec9c05c08b375bef2605439', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fe9e3', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_placementscenario', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenariopost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "by_default", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "refusals", "scenario_id", "staying", "unsure") SELECT new_values."agency_id", new_values."basis", new_values."by_default", new_values."decided_at", new_values."eligible", new_values."free_from", new_values."id", new_values."looked_at", NOW(), \'insert\', new_values."places", new_values."post_id", new_values."refusals", new_values."scenario_id", new_values."staying", new_values."unsure" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='02be452c7d5ed6bc529b651db475e92a2c16775d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9df85', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_scenariopost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenariopost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "by_default", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "refusals", "scenario_id", "staying", "unsure") SELECT new_values."agency_id", new_values."basis", new_values."by_default", new_values."decided_at", new_values."eligible", new_values."free_from", new_values."id", new_values."looked_at", NOW(), \'update\', new_values."places", new_values."post_id", new_values."refusals", new_values."scenario_id", new_values."staying", new_values."unsure" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b3dc4d6177ad21421e93f567da0c4cbfb323a3fe', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2bc99', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_scenariopost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scenariopost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_scenarioposttrail" ("agency_id", "basis", "by_default", "decided_at", "eligible", "free_from", "id", "looked_at", "pgh_created_at", "pgh_label", "places", "post_id", "refusals", "scenario_id", "staying", "unsure") SELECT old_values."agency_id", old_values."basis", old_values."by_default", old_values."decided_at", old_values."eligible", old_values."free_from", old_values."id", old_values."looked_at", NOW(), \'delete\', old_values."places", old_values."post_id", old_values."refusals", old_values."scenario_id", old_values."staying", old_values."unsure" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bf6584df02da53ed479e8f7783237bf8edd9f948', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_71ee5', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_scenariopost', when='AFTER')),
        ),
        migrations.AddField(
            model_name='placementconstraint',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='placementconstraint',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
        ),
        migrations.AddField(
            model_name='placementconstraint',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.person', verbose_name='pegawai'),
        ),
        migrations.AddField(
            model_name='placementconstraint',
            name='scenario',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='constraints', to='plan.placementscenario', verbose_name='skenario'),
        ),
        migrations.AddField(
            model_name='placementconstrainttrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='placementconstrainttrail',
            name='created_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
        ),
        migrations.AddField(
            model_name='placementconstrainttrail',
            name='person',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='pegawai'),
        ),
        migrations.AddField(
            model_name='placementconstrainttrail',
            name='scenario',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plan.placementscenario', verbose_name='skenario'),
        ),
        migrations.AddField(
            model_name='reasonbook',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='successionlisting',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='successionlisting',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.person', verbose_name='pegawai'),
        ),
        migrations.AddField(
            model_name='successionlisting',
            name='target_post',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post', verbose_name='jabatan sasaran'),
        ),
        migrations.AddField(
            model_name='successionlistingtrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='successionlistingtrail',
            name='person',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='pegawai'),
        ),
        migrations.AddField(
            model_name='successionlistingtrail',
            name='target_post',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.post', verbose_name='jabatan sasaran'),
        ),
        migrations.AddConstraint(
            model_name='placementconstraint',
            constraint=models.UniqueConstraint(fields=('scenario', 'person', 'kind'), name='constraint_kind_once', violation_error_message='Pembatasan jenis ini untuk pegawai itu sudah dicatat.'),
        ),
        migrations.AddConstraint(
            model_name='placementconstraint',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='constraint_has_a_reason', violation_error_message='Tulis alasan pembatasan.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementconstraint',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementconstrainttrail" ("agency_id", "created_at", "created_by_id", "id", "kind", "person_id", "pgh_created_at", "pgh_label", "reason", "scenario_id", "units") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."kind", new_values."person_id", NOW(), \'insert\', new_values."reason", new_values."scenario_id", new_values."units" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='699d44f588842b8fd1ba7ec7719dc94fb69b9a6d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a4692', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_placementconstraint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementconstraint',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementconstrainttrail" ("agency_id", "created_at", "created_by_id", "id", "kind", "person_id", "pgh_created_at", "pgh_label", "reason", "scenario_id", "units") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."kind", new_values."person_id", NOW(), \'update\', new_values."reason", new_values."scenario_id", new_values."units" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ae2201580fccbf1c0811735597c3fea47b3c50c3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0ec9d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_placementconstraint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementconstraint',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_placementconstrainttrail" ("agency_id", "created_at", "created_by_id", "id", "kind", "person_id", "pgh_created_at", "pgh_label", "reason", "scenario_id", "units") SELECT old_values."agency_id", old_values."created_at", old_values."created_by_id", old_values."id", old_values."kind", old_values."person_id", NOW(), \'delete\', old_values."reason", old_values."scenario_id", old_values."units" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a4df20151cd1b3c4235e233a979367db61ee895f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1f52e', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_placementconstraint', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='placementconstrainttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='placementconstraint_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementconstrainttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='07cadb2a3b3020b2f5690c0416f383471152497b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dbecc', table='plan_placementconstrainttrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='successionlisting',
            constraint=models.UniqueConstraint(fields=('agency', 'list_name', 'person', 'as_at'), name='succession_person_once', violation_error_message='Pegawai ini sudah ada dalam daftar itu pada tanggal itu.'),
        ),
        migrations.AddConstraint(
            model_name='successionlisting',
            constraint=models.CheckConstraint(condition=models.Q(('box__isnull', True), ('box__range', (1, 9)), _connector='OR'), name='succession_box_1_to_9', violation_error_message='Kotak talenta bernomor 1 sampai 9.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlisting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "source", "target_kind", "target_post_id") SELECT new_values."agency_id", new_values."as_at", new_values."box", new_values."id", new_values."list_name", new_values."person_id", NOW(), \'insert\', new_values."source", new_values."target_kind", new_values."target_post_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f8a202689a9354cdaa55cac98a0bea0406a1f6f5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4c025', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_successionlisting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlisting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "source", "target_kind", "target_post_id") SELECT new_values."agency_id", new_values."as_at", new_values."box", new_values."id", new_values."list_name", new_values."person_id", NOW(), \'update\', new_values."source", new_values."target_kind", new_values."target_post_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='24c12e714426c3116ec9851992676accdc0502e0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5eee2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_successionlisting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlisting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "source", "target_kind", "target_post_id") SELECT old_values."agency_id", old_values."as_at", old_values."box", old_values."id", old_values."list_name", old_values."person_id", NOW(), \'delete\', old_values."source", old_values."target_kind", old_values."target_post_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d7ac72db0bfd8b3f9c26e31b12ab0688909501fd', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9a3c7', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_successionlisting', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='successionlistingtrail',
            index=models.Index(fields=['id', 'pgh_id'], name='successionlisting_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlistingtrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b83f7d0a8d49cb465ffb559a457f1d783591594c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_96a66', table='plan_successionlistingtrail', when='BEFORE')),
        ),
    ]
