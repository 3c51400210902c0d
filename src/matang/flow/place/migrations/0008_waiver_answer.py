"""What the computation said of a person whom a waiver lets in is kept with the waiver."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('place', '0007_nomination_policies'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='waiver',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='waiver',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='waiver',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='waiver',
            name='answer',
            field=models.JSONField(default=dict, verbose_name='hasil hitungan bagi pegawai ini'),
        ),
        migrations.AddField(
            model_name='waivertrail',
            name='answer',
            field=models.JSONField(default=dict, verbose_name='hasil hitungan bagi pegawai ini'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='waiver',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_waivertrail" ("agency_id", "answer", "check_key", "given_at", "given_by_id", "ground", "id", "log_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "reason", "scenario_id", "title", "verdict", "withdrawal", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."answer", new_values."check_key", new_values."given_at", new_values."given_by_id", new_values."ground", new_values."id", new_values."log_id", new_values."person_id", NOW(), \'insert\', new_values."post_id", new_values."reason", new_values."scenario_id", new_values."title", new_values."verdict", new_values."withdrawal", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c895fca3fb8103ea4e6bc1b841d5f5ef113b4452', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dae79', referencing='REFERENCING NEW TABLE AS new_values ', table='place_waiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='waiver',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_waivertrail" ("agency_id", "answer", "check_key", "given_at", "given_by_id", "ground", "id", "log_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "reason", "scenario_id", "title", "verdict", "withdrawal", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."answer", new_values."check_key", new_values."given_at", new_values."given_by_id", new_values."ground", new_values."id", new_values."log_id", new_values."person_id", NOW(), \'update\', new_values."post_id", new_values."reason", new_values."scenario_id", new_values."title", new_values."verdict", new_values."withdrawal", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='26f81200ab887292e0fd03c6f7de5c866221e163', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_11c89', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='place_waiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='waiver',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_waivertrail" ("agency_id", "answer", "check_key", "given_at", "given_by_id", "ground", "id", "log_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "reason", "scenario_id", "title", "verdict", "withdrawal", "withdrawn_at", "withdrawn_by_id") SELECT old_values."agency_id", old_values."answer", old_values."check_key", old_values."given_at", old_values."given_by_id", old_values."ground", old_values."id", old_values."log_id", old_values."person_id", NOW(), \'delete\', old_values."post_id", old_values."reason", old_values."scenario_id", old_values."title", old_values."verdict", old_values."withdrawal", old_values."withdrawn_at", old_values."withdrawn_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e6f18acb9a37579953fb7da914f691a005a34ae8', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0eb55', referencing='REFERENCING OLD TABLE AS old_values ', table='place_waiver', when='AFTER')),
        ),
    ]
