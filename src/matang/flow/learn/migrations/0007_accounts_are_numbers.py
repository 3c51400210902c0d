"""Accounts of two agencies stand in shared tables as numbers, without a key into the other."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('learn', '0006_what_a_sending_serves_policies'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='participant',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='participant',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='participant',
            name='delete_delete',
        ),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name='sendingstep',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sendingstep',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sendingstep',
            name='delete_delete',
        ),
        migrations.RemoveField(
            model_name='participant',
            name='host_mentor',
        ),
        migrations.RemoveField(
            model_name='participanttrail',
            name='host_mentor',
        ),
        migrations.RemoveField(
            model_name='sending',
            name='host_answered_by',
        ),
        migrations.RemoveField(
            model_name='sendingstep',
            name='made_by',
        ),
        migrations.RemoveField(
            model_name='sendingsteptrail',
            name='made_by',
        ),
        migrations.RemoveField(
            model_name='sendingtrail',
            name='host_answered_by',
        ),
        migrations.AddField(
            model_name='participant',
            name='host_mentor_account',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='akun mentor tuan rumah'),
        ),
        migrations.AddField(
            model_name='participanttrail',
            name='host_mentor_account',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='akun mentor tuan rumah'),
        ),
        migrations.AddField(
            model_name='sending',
            name='host_answered_account',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='akun penjawab'),
        ),
        migrations.AddField(
            model_name='sendingstep',
            name='made_by_account',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='akun'),
        ),
        migrations.AddField(
            model_name='sendingsteptrail',
            name='made_by_account',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='akun'),
        ),
        migrations.AddField(
            model_name='sendingtrail',
            name='host_answered_account',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='akun penjawab'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_participanttrail" ("agency_id", "card_education", "card_name", "card_post", "card_unit", "commitment", "competency_id", "host_agency_id", "host_mentor_account", "host_mentor_name", "id", "level_required", "level_shown", "mentor_id", "person_id", "pgh_created_at", "pgh_label", "sending_id", "state", "state_reason") SELECT new_values."agency_id", new_values."card_education", new_values."card_name", new_values."card_post", new_values."card_unit", new_values."commitment", new_values."competency_id", new_values."host_agency_id", new_values."host_mentor_account", new_values."host_mentor_name", new_values."id", new_values."level_required", new_values."level_shown", new_values."mentor_id", new_values."person_id", NOW(), \'insert\', new_values."sending_id", new_values."state", new_values."state_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='68063d15b183275a6d0f318371eee88b06773d72', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8836d', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_participanttrail" ("agency_id", "card_education", "card_name", "card_post", "card_unit", "commitment", "competency_id", "host_agency_id", "host_mentor_account", "host_mentor_name", "id", "level_required", "level_shown", "mentor_id", "person_id", "pgh_created_at", "pgh_label", "sending_id", "state", "state_reason") SELECT new_values."agency_id", new_values."card_education", new_values."card_name", new_values."card_post", new_values."card_unit", new_values."commitment", new_values."competency_id", new_values."host_agency_id", new_values."host_mentor_account", new_values."host_mentor_name", new_values."id", new_values."level_required", new_values."level_shown", new_values."mentor_id", new_values."person_id", NOW(), \'update\', new_values."sending_id", new_values."state", new_values."state_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f070dbdb62499a4f03a54ff7e407e8314617d9a7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1ef4a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_participanttrail" ("agency_id", "card_education", "card_name", "card_post", "card_unit", "commitment", "competency_id", "host_agency_id", "host_mentor_account", "host_mentor_name", "id", "level_required", "level_shown", "mentor_id", "person_id", "pgh_created_at", "pgh_label", "sending_id", "state", "state_reason") SELECT old_values."agency_id", old_values."card_education", old_values."card_name", old_values."card_post", old_values."card_unit", old_values."commitment", old_values."competency_id", old_values."host_agency_id", old_values."host_mentor_account", old_values."host_mentor_name", old_values."id", old_values."level_required", old_values."level_shown", old_values."mentor_id", old_values."person_id", NOW(), \'delete\', old_values."sending_id", old_values."state", old_values."state_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='78b6ee019891ca4370ca29e97cbcb84ea6f18ad4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ef5b6', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_account", "host_answered_at", "host_answered_name", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."aim_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_account", new_values."host_answered_at", new_values."host_answered_name", new_values."host_id", new_values."host_unit", new_values."id", new_values."indicator_id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", NOW(), \'insert\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b24db54d7bfe1b8f08463e90b8891e498423a6c0', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2fdbf', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_account", "host_answered_at", "host_answered_name", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."aim_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_account", new_values."host_answered_at", new_values."host_answered_name", new_values."host_id", new_values."host_unit", new_values."id", new_values."indicator_id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", NOW(), \'update\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='17bd3ad27966965706c2926873c3171d98043b0c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b4122', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "aim_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_account", "host_answered_at", "host_answered_name", "host_id", "host_unit", "id", "indicator_id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT old_values."after_return", old_values."agency_id", old_values."aim_id", old_values."cohort_id", old_values."cost_rule", old_values."ends_on", old_values."host_agency_id", old_values."host_answer", old_values."host_answer_reason", old_values."host_answered_account", old_values."host_answered_at", old_values."host_answered_name", old_values."host_id", old_values."host_unit", old_values."id", old_values."indicator_id", old_values."kind", old_values."need_id", old_values."opened_at", old_values."opened_by_id", NOW(), \'delete\', old_values."seats", old_values."starts_on", old_values."state", old_values."title", old_values."unit_id", old_values."unit_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0879c73d6a443cf7c41001a72c12fc9b873bcb51', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8432a', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingsteptrail" ("after", "agency_id", "before", "host_agency_id", "id", "made_at", "made_by_account", "made_by_name", "made_on", "pgh_created_at", "pgh_label", "reason", "sending_id") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."host_agency_id", new_values."id", new_values."made_at", new_values."made_by_account", new_values."made_by_name", new_values."made_on", NOW(), \'insert\', new_values."reason", new_values."sending_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5be752163cfcad6a599ffe0abf4b0a2229b0ce32', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_90288', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_sendingstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingsteptrail" ("after", "agency_id", "before", "host_agency_id", "id", "made_at", "made_by_account", "made_by_name", "made_on", "pgh_created_at", "pgh_label", "reason", "sending_id") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."host_agency_id", new_values."id", new_values."made_at", new_values."made_by_account", new_values."made_by_name", new_values."made_on", NOW(), \'update\', new_values."reason", new_values."sending_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='369687cad915edf9055b71a9500eea8de1adb01e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4160c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_sendingstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingsteptrail" ("after", "agency_id", "before", "host_agency_id", "id", "made_at", "made_by_account", "made_by_name", "made_on", "pgh_created_at", "pgh_label", "reason", "sending_id") SELECT old_values."after", old_values."agency_id", old_values."before", old_values."host_agency_id", old_values."id", old_values."made_at", old_values."made_by_account", old_values."made_by_name", old_values."made_on", NOW(), \'delete\', old_values."reason", old_values."sending_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='dc03068fdcf8384c6d5d8a3820014ca9869a05f1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b8f0b', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_sendingstep', when='AFTER')),
        ),
    ]
