"""Event tables, triggers and tenant policies of the audit trail."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from matang.foundation.tenancy import rls

TRAILS = ("competency", "competencylevel", "evidence", "poststandard", "unitneed",)


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('needs', '0002_row_policies'),
        ('register', '0006_import_policies'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CompetencyLevelTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('level', models.PositiveSmallIntegerField(verbose_name='level')),
                ('wording', models.CharField(max_length=300, verbose_name='bunyi')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CompetencyTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('code', models.CharField(max_length=20, verbose_name='kode')),
                ('name', models.CharField(max_length=120, verbose_name='nama kompetensi')),
                ('field', models.CharField(choices=[('managerial', 'Manajerial'), ('cultural', 'Sosial kultural'), ('technical', 'Teknis')], max_length=12, verbose_name='kelompok')),
                ('version', models.CharField(max_length=40, verbose_name='versi')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvidenceTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('level', models.PositiveSmallIntegerField(verbose_name='level yang ditunjukkan')),
                ('source', models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='sumber')),
                ('reliability', models.PositiveSmallIntegerField(verbose_name='keandalan (0–100)')),
                ('shown_on', models.DateField(verbose_name='tanggal')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('rater_role', models.CharField(blank=True, max_length=60, verbose_name='sebagai')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='keterangan')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal data')),
                ('recorded_at', models.DateTimeField(verbose_name='dicatat pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PostStandardTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('level', models.PositiveSmallIntegerField(verbose_name='level yang disyaratkan')),
                ('must', models.BooleanField(default=False, verbose_name='mutlak')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal data')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UnitNeedTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('what', models.CharField(max_length=200, verbose_name='yang dibutuhkan')),
                ('why', models.TextField(verbose_name='mengapa')),
                ('state', models.CharField(choices=[('open', 'Terbuka'), ('planned', 'Direncanakan'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], default='open', max_length=10, verbose_name='status')),
                ('opened_at', models.DateTimeField(verbose_name='dibuka pada')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competency',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT new_values."agency_id", new_values."code", new_values."field", new_values."id", new_values."name", NOW(), \'insert\', new_values."position", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3d2fa7430f79cca88e16a6945cd60a9dff94677e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a55ea', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_competency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competency',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT new_values."agency_id", new_values."code", new_values."field", new_values."id", new_values."name", NOW(), \'update\', new_values."position", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='089b5368d429d6c629d0dc99a69300c8952ac54a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ba9c4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_competency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competency',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT old_values."agency_id", old_values."code", old_values."field", old_values."id", old_values."name", NOW(), \'delete\', old_values."position", old_values."valid_from", old_values."valid_to", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='066cb23e89adf44b4da987273c312a53ba7ef533', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4bccc', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_competency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencylevel',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencyleveltrail" ("agency_id", "competency_id", "id", "level", "pgh_created_at", "pgh_label", "wording") SELECT new_values."agency_id", new_values."competency_id", new_values."id", new_values."level", NOW(), \'insert\', new_values."wording" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='acd250eecfb474229815eba43739a4ef69f3acfb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ad10f', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_competencylevel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencylevel',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencyleveltrail" ("agency_id", "competency_id", "id", "level", "pgh_created_at", "pgh_label", "wording") SELECT new_values."agency_id", new_values."competency_id", new_values."id", new_values."level", NOW(), \'update\', new_values."wording" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f41e926530160e1c8231338c34114e0de14c0c2b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d0ebe', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_competencylevel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencylevel',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencyleveltrail" ("agency_id", "competency_id", "id", "level", "pgh_created_at", "pgh_label", "wording") SELECT old_values."agency_id", old_values."competency_id", old_values."id", old_values."level", NOW(), \'delete\', old_values."wording" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='abfd0949836a5e3e96d6f274c67caaecf4103054', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9518c', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_competencylevel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT new_values."agency_id", new_values."competency_id", new_values."expires_on", new_values."id", new_values."level", new_values."note", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."rater_id", new_values."rater_role", new_values."recorded_at", new_values."reliability", new_values."shown_on", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1ad0b094c514fff57df139185a85764662bc38fd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_34788', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT new_values."agency_id", new_values."competency_id", new_values."expires_on", new_values."id", new_values."level", new_values."note", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."rater_id", new_values."rater_role", new_values."recorded_at", new_values."reliability", new_values."shown_on", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2e3de2e60c27634eeec385607b1c6f0189047b3b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_684aa', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT old_values."agency_id", old_values."competency_id", old_values."expires_on", old_values."id", old_values."level", old_values."note", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."rater_id", old_values."rater_role", old_values."recorded_at", old_values."reliability", old_values."shown_on", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7f39dfe1b472322680b6edfad811be2dd0cb31a7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_11106', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandard',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."competency_id", new_values."id", new_values."level", new_values."must", new_values."origin", NOW(), \'insert\', new_values."post_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='add9872bcc532500007ed174ca3cf903a19148ff', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6ae20', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_poststandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandard',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."competency_id", new_values."id", new_values."level", new_values."must", new_values."origin", NOW(), \'update\', new_values."post_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0ef7f9a99b16555e05c41b2dfc7a5b6333e8d37b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5e577', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_poststandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandard',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."competency_id", old_values."id", old_values."level", old_values."must", old_values."origin", NOW(), \'delete\', old_values."post_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='faae78db7d432ef80053a83ebc6319899b86de62', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8f1e0', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_poststandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "competency_id", "id", "opened_at", "opened_by_id", "origin", "pgh_created_at", "pgh_label", "state", "unit_id", "what", "why") SELECT new_values."agency_id", new_values."competency_id", new_values."id", new_values."opened_at", new_values."opened_by_id", new_values."origin", NOW(), \'insert\', new_values."state", new_values."unit_id", new_values."what", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='80c07d802f60617d9f24f33729d251a9041aab5a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_50c95', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_unitneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "competency_id", "id", "opened_at", "opened_by_id", "origin", "pgh_created_at", "pgh_label", "state", "unit_id", "what", "why") SELECT new_values."agency_id", new_values."competency_id", new_values."id", new_values."opened_at", new_values."opened_by_id", new_values."origin", NOW(), \'update\', new_values."state", new_values."unit_id", new_values."what", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='df020e1c511e8df28c042535267b7a55245159c0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_52caa', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_unitneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "competency_id", "id", "opened_at", "opened_by_id", "origin", "pgh_created_at", "pgh_label", "state", "unit_id", "what", "why") SELECT old_values."agency_id", old_values."competency_id", old_values."id", old_values."opened_at", old_values."opened_by_id", old_values."origin", NOW(), \'delete\', old_values."state", old_values."unit_id", old_values."what", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='887b7d12456d70db0dc099078bc57da01b56047d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_125aa', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_unitneed', when='AFTER')),
        ),
        migrations.AddField(
            model_name='competencyleveltrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='competencyleveltrail',
            name='competency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi'),
        ),
        migrations.AddField(
            model_name='competencytrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='evidencetrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='evidencetrail',
            name='competency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi'),
        ),
        migrations.AddField(
            model_name='evidencetrail',
            name='person',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='pegawai'),
        ),
        migrations.AddField(
            model_name='evidencetrail',
            name='rater',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
        ),
        migrations.AddField(
            model_name='poststandardtrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='poststandardtrail',
            name='competency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi'),
        ),
        migrations.AddField(
            model_name='poststandardtrail',
            name='post',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.post', verbose_name='jabatan'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='competency',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='opened_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuka oleh'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='unit',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.unit', verbose_name='unit'),
        ),
        migrations.AddIndex(
            model_name='competencyleveltrail',
            index=models.Index(fields=['id', 'pgh_id'], name='competencylevel_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencyleveltrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a0077e7a9d45c6f019835e73f7320f3b9ade7c8f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eeb3b', table='needs_competencyleveltrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='competencytrail',
            index=models.Index(fields=['id', 'pgh_id'], name='competency_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencytrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9751e258c9ec8fdad96cd70cdbd5dcf0ad3168a5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_22580', table='needs_competencytrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='evidencetrail',
            index=models.Index(fields=['id', 'pgh_id'], name='evidence_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencetrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bdfa47c62aa3ca10230f6eedbaa57fed913d6e49', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_332df', table='needs_evidencetrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='poststandardtrail',
            index=models.Index(fields=['id', 'pgh_id'], name='poststandard_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandardtrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0b10d9a9b1796b664ef89c31bca628fd9fefe7c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_63dad', table='needs_poststandardtrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='unitneedtrail',
            index=models.Index(fields=['id', 'pgh_id'], name='unitneed_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneedtrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='432c064fd1508d1a31c160f0a49e5b849c805594', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_380fa', table='needs_unitneedtrail', when='BEFORE')),
        ),
        *[rls.protect(f"needs_{name}trail") for name in TRAILS],
    ]
