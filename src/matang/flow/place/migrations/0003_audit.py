"""Event tables, triggers and tenant policies of the audit trail."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from matang.foundation.tenancy import rls

TRAILS = ("placementdecision",)


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('place', '0002_row_policies'),
        ('plan', '0004_audit'),
        ('register', '0006_import_policies'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlacementDecisionTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('outcome', models.CharField(choices=[('confirmed', 'Usulan disetujui'), ('overridden', 'Orang lain ditetapkan'), ('left_vacant', 'Dibiarkan kosong')], max_length=12, verbose_name='putusan')),
                ('reason', models.TextField(blank=True, verbose_name='alasan')),
                ('cost', models.IntegerField(default=0, verbose_name='biaya terhadap usulan')),
                ('decree', models.CharField(blank=True, max_length=80, verbose_name='nomor SK')),
                ('effective_from', models.DateField(blank=True, null=True, verbose_name='berlaku sejak')),
                ('decided_at', models.DateTimeField(verbose_name='diputus pada')),
                ('incumbency_id', models.BigIntegerField(blank=True, null=True, verbose_name='catatan pemangku')),
                ('ended', models.JSONField(blank=True, default=list, verbose_name='jabatan yang diakhiri')),
                ('log_id', models.BigIntegerField(verbose_name='catatan putusan')),
                ('state', models.CharField(choices=[('stands', 'Berlaku'), ('undone', 'Dibatalkan')], default='stands', max_length=8, verbose_name='status')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('undo_reason', models.TextField(blank=True, verbose_name='alasan pembatalan')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementdecision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_placementdecisiontrail" ("agency_id", "cost", "decided_at", "decided_by_id", "decree", "effective_from", "ended", "id", "incumbency_id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "post_id", "proposed_person_id", "reason", "scenario_id", "state", "undo_reason", "undone_at", "undone_by_id") SELECT new_values."agency_id", new_values."cost", new_values."decided_at", new_values."decided_by_id", new_values."decree", new_values."effective_from", new_values."ended", new_values."id", new_values."incumbency_id", new_values."log_id", new_values."outcome", new_values."person_id", NOW(), \'insert\', new_values."post_id", new_values."proposed_person_id", new_values."reason", new_values."scenario_id", new_values."state", new_values."undo_reason", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='59f022219c5a9b91213aeb2a6a45b2adc6e70026', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6e03f', referencing='REFERENCING NEW TABLE AS new_values ', table='place_placementdecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementdecision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_placementdecisiontrail" ("agency_id", "cost", "decided_at", "decided_by_id", "decree", "effective_from", "ended", "id", "incumbency_id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "post_id", "proposed_person_id", "reason", "scenario_id", "state", "undo_reason", "undone_at", "undone_by_id") SELECT new_values."agency_id", new_values."cost", new_values."decided_at", new_values."decided_by_id", new_values."decree", new_values."effective_from", new_values."ended", new_values."id", new_values."incumbency_id", new_values."log_id", new_values."outcome", new_values."person_id", NOW(), \'update\', new_values."post_id", new_values."proposed_person_id", new_values."reason", new_values."scenario_id", new_values."state", new_values."undo_reason", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2c0633053c16e1f2badc06cc07079311dfcf3d13', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bba9c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='place_placementdecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementdecision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_placementdecisiontrail" ("agency_id", "cost", "decided_at", "decided_by_id", "decree", "effective_from", "ended", "id", "incumbency_id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "post_id", "proposed_person_id", "reason", "scenario_id", "state", "undo_reason", "undone_at", "undone_by_id") SELECT old_values."agency_id", old_values."cost", old_values."decided_at", old_values."decided_by_id", old_values."decree", old_values."effective_from", old_values."ended", old_values."id", old_values."incumbency_id", old_values."log_id", old_values."outcome", old_values."person_id", NOW(), \'delete\', old_values."post_id", old_values."proposed_person_id", old_values."reason", old_values."scenario_id", old_values."state", old_values."undo_reason", old_values."undone_at", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7d1f43b5d358fc4aac3209e768531850c416b8f3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4745e', referencing='REFERENCING OLD TABLE AS old_values ', table='place_placementdecision', when='AFTER')),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='decided_by',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputus oleh'),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='person',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='yang ditetapkan'),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='post',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.post', verbose_name='jabatan'),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='proposed_person',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='yang diusulkan'),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='scenario',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plan.placementscenario', verbose_name='skenario'),
        ),
        migrations.AddField(
            model_name='placementdecisiontrail',
            name='undone_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh'),
        ),
        migrations.AddIndex(
            model_name='placementdecisiontrail',
            index=models.Index(fields=['id', 'pgh_id'], name='placementdecision_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementdecisiontrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f5b259e23b4c2c21fbd85806612c642f41c5953f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c2c78', table='place_placementdecisiontrail', when='BEFORE')),
        ),
        *[rls.protect(f"place_{name}trail") for name in TRAILS],
    ]
