"""One person may be put on a list of successors with a reason, and taken off it with another."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plan', '0013_light_results'),
        ('register', '0010_appraisal_policies'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='successionlisting',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='successionlisting',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='successionlisting',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='successionlisting',
            name='end_reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='alasan dikeluarkan'),
        ),
        migrations.AddField(
            model_name='successionlisting',
            name='ended_on',
            field=models.DateField(blank=True, null=True, verbose_name='dikeluarkan pada'),
        ),
        migrations.AddField(
            model_name='successionlisting',
            name='reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='alasan'),
        ),
        migrations.AddField(
            model_name='successionlistingtrail',
            name='end_reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='alasan dikeluarkan'),
        ),
        migrations.AddField(
            model_name='successionlistingtrail',
            name='ended_on',
            field=models.DateField(blank=True, null=True, verbose_name='dikeluarkan pada'),
        ),
        migrations.AddField(
            model_name='successionlistingtrail',
            name='reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='alasan'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlisting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "end_reason", "ended_on", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "reason", "source", "target_kind", "target_post_id") SELECT new_values."agency_id", new_values."as_at", new_values."box", new_values."end_reason", new_values."ended_on", new_values."id", new_values."list_name", new_values."person_id", NOW(), \'insert\', new_values."reason", new_values."source", new_values."target_kind", new_values."target_post_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c741d5b8a23734b187e03c37210fa996e52e34db', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4c025', referencing='REFERENCING NEW TABLE AS new_values ', table='plan_successionlisting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlisting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "end_reason", "ended_on", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "reason", "source", "target_kind", "target_post_id") SELECT new_values."agency_id", new_values."as_at", new_values."box", new_values."end_reason", new_values."ended_on", new_values."id", new_values."list_name", new_values."person_id", NOW(), \'update\', new_values."reason", new_values."source", new_values."target_kind", new_values."target_post_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a8c65f17b6be401bfa860ce2848ad6dcec05c1b8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5eee2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='plan_successionlisting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlisting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plan_successionlistingtrail" ("agency_id", "as_at", "box", "end_reason", "ended_on", "id", "list_name", "person_id", "pgh_created_at", "pgh_label", "reason", "source", "target_kind", "target_post_id") SELECT old_values."agency_id", old_values."as_at", old_values."box", old_values."end_reason", old_values."ended_on", old_values."id", old_values."list_name", old_values."person_id", NOW(), \'delete\', old_values."reason", old_values."source", old_values."target_kind", old_values."target_post_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7dbd53eb0f7719f2b36e12e4cb0808871f49850b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9a3c7', referencing='REFERENCING OLD TABLE AS old_values ', table='plan_successionlisting', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='successionlisting',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), models.Q(('end_reason', ''), _negated=True), _connector='OR'), name='succession_end_says_why', violation_error_message='Tulis alasan mengeluarkan pegawai dari daftar.'),
        ),
    ]
