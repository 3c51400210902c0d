"""A sending names the aim and the indicator that it serves."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('aims', '0002_row_policies'),
        ('learn', '0004_hosts_and_agreements_policies'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='sending',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sending',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sending',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='sending',
            name='aim',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='aims.aim', verbose_name='tujuan yang dilayani'),
        ),
        migrations.AddField(
            model_name='sending',
            name='indicator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='aims.indicator', verbose_name='indikator'),
        ),
        migrations.AddField(
            model_name='sendingtrail',
            name='aim',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='aims.aim', verbose_name='tujuan yang dilayani'),
        ),
        migrations.AddField(
            model_name='sendingtrail',
            name='indicator',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='aims.indicator', verbose_name='indikator'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_at", "host_answered_by_id", "host_answered_name", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."aim_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_at", new_values."host_answered_by_id", new_values."host_answered_name", new_values."host_id", new_values."host_unit", new_values."id", new_values."indicator_id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", NOW(), \'insert\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='99135ea81261f2f2956a1a3d4cff44bc930c1902', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2fdbf', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_at", "host_answered_by_id", "host_answered_name", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."aim_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_at", new_values."host_answered_by_id", new_values."host_answered_name", new_values."host_id", new_values."host_unit", new_values."id", new_values."indicator_id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", NOW(), \'update\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f78549968e0fd598d68acdf66bc5368da54236b6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b4122', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_at", "host_answered_by_id", "host_answered_name", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT old_values."after_return", old_values."agency_id", old_values."aim_id", old_values."cohort_id", old_values."cost_rule", old_values."ends_on", old_values."host_agency_id", old_values."host_answer", old_values."host_answer_reason", old_values."host_answered_at", old_values."host_answered_by_id", old_values."host_answered_name", old_values."host_id", old_values."host_unit", old_values."id", old_values."indicator_id", old_values."kind", old_values."need_id", old_values."opened_at", old_values."opened_by_id", NOW(), \'delete\', old_values."seats", old_values."starts_on", old_values."state", old_values."title", old_values."unit_id", old_values."unit_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d3d4a9a017067f649aa944cf091a341487083b14', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8432a', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_sending', when='AFTER')),
        ),
    ]
