"""Texts of competencies from day to day, changes that are looked at first and can be taken back, and post sheets."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('needs', '0003_audit'),
        ('register', '0008_post_successors_same_agency'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CompetencyText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('code', models.CharField(max_length=40, verbose_name='kode')),
                ('name', models.CharField(max_length=250, verbose_name='nama kompetensi')),
                ('field', models.CharField(choices=[('managerial', 'Manajerial'), ('cultural', 'Sosial kultural'), ('technical', 'Teknis')], max_length=12, verbose_name='kelompok')),
                ('area', models.CharField(blank=True, max_length=120, verbose_name='bidang atau urusan')),
                ('definition', models.TextField(blank=True, verbose_name='definisi')),
                ('levels', models.JSONField(default=list, verbose_name='level')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='sumber')),
            ],
            options={
                'verbose_name': 'rumusan kompetensi',
                'verbose_name_plural': 'rumusan kompetensi',
                'ordering': ('valid_from', 'id'),
            },
        ),
        migrations.CreateModel(
            name='CompetencyTextTrail',
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
                ('code', models.CharField(max_length=40, verbose_name='kode')),
                ('name', models.CharField(max_length=250, verbose_name='nama kompetensi')),
                ('field', models.CharField(choices=[('managerial', 'Manajerial'), ('cultural', 'Sosial kultural'), ('technical', 'Teknis')], max_length=12, verbose_name='kelompok')),
                ('area', models.CharField(blank=True, max_length=120, verbose_name='bidang atau urusan')),
                ('definition', models.TextField(blank=True, verbose_name='definisi')),
                ('levels', models.JSONField(default=list, verbose_name='level')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='sumber')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DictionaryEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'Belum ditetapkan'), ('applied', 'Ditetapkan'), ('undone', 'Dibatalkan sesudah ditetapkan'), ('discarded', 'Dibuang')], default='draft', max_length=10, verbose_name='status')),
                ('title', models.CharField(max_length=200, verbose_name='judul')),
                ('effective_from', models.DateField(verbose_name='berlaku sejak')),
                ('file_name', models.CharField(blank=True, max_length=200, verbose_name='nama berkas')),
                ('content', models.JSONField(default=dict, verbose_name='isi')),
                ('findings', models.JSONField(default=list, verbose_name='temuan')),
                ('tally', models.JSONField(default=dict, verbose_name='jumlah')),
                ('undo', models.JSONField(default=dict, verbose_name='yang digantikan')),
                ('created_at', models.DateTimeField(verbose_name='disiapkan pada')),
                ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='ditetapkan pada')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('undone_reason', models.CharField(blank=True, max_length=200, verbose_name='alasan pembatalan')),
                ('kind', models.CharField(choices=[('file', 'Dari berkas'), ('manual', 'Oleh petugas')], default='file', max_length=10, verbose_name='cara')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='sumber')),
                ('whole', models.BooleanField(default=False, verbose_name='memuat seluruh kelompok')),
                ('answers', models.JSONField(default=dict, verbose_name='jawaban')),
            ],
            options={
                'verbose_name': 'perubahan kamus',
                'verbose_name_plural': 'perubahan kamus',
                'ordering': ('-created_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='PostSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('post_code', models.CharField(blank=True, max_length=40, verbose_name='kode jabatan')),
                ('affair', models.CharField(blank=True, max_length=200, verbose_name='urusan pemerintahan')),
                ('summary', models.TextField(blank=True, verbose_name='ikhtisar jabatan')),
                ('rank', models.CharField(blank=True, max_length=200, verbose_name='pangkat dan golongan')),
                ('education', models.TextField(blank=True, verbose_name='pendidikan')),
                ('training', models.TextField(blank=True, verbose_name='pelatihan')),
                ('experience', models.TextField(blank=True, verbose_name='pengalaman kerja')),
                ('indicators', models.TextField(blank=True, verbose_name='indikator kinerja jabatan')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='dasar')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal data')),
            ],
            options={
                'verbose_name': 'lembar standar jabatan',
                'verbose_name_plural': 'lembar standar jabatan',
                'ordering': ('valid_from', 'id'),
            },
        ),
        migrations.CreateModel(
            name='PostSheetTrail',
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
                ('post_code', models.CharField(blank=True, max_length=40, verbose_name='kode jabatan')),
                ('affair', models.CharField(blank=True, max_length=200, verbose_name='urusan pemerintahan')),
                ('summary', models.TextField(blank=True, verbose_name='ikhtisar jabatan')),
                ('rank', models.CharField(blank=True, max_length=200, verbose_name='pangkat dan golongan')),
                ('education', models.TextField(blank=True, verbose_name='pendidikan')),
                ('training', models.TextField(blank=True, verbose_name='pelatihan')),
                ('experience', models.TextField(blank=True, verbose_name='pengalaman kerja')),
                ('indicators', models.TextField(blank=True, verbose_name='indikator kinerja jabatan')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='dasar')),
                ('origin', models.CharField(blank=True, max_length=80, verbose_name='asal data')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StandardChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'Belum ditetapkan'), ('applied', 'Ditetapkan'), ('undone', 'Dibatalkan sesudah ditetapkan'), ('discarded', 'Dibuang')], default='draft', max_length=10, verbose_name='status')),
                ('title', models.CharField(max_length=200, verbose_name='judul')),
                ('effective_from', models.DateField(verbose_name='berlaku sejak')),
                ('file_name', models.CharField(blank=True, max_length=200, verbose_name='nama berkas')),
                ('content', models.JSONField(default=dict, verbose_name='isi')),
                ('findings', models.JSONField(default=list, verbose_name='temuan')),
                ('tally', models.JSONField(default=dict, verbose_name='jumlah')),
                ('undo', models.JSONField(default=dict, verbose_name='yang digantikan')),
                ('created_at', models.DateTimeField(verbose_name='disiapkan pada')),
                ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='ditetapkan pada')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('undone_reason', models.CharField(blank=True, max_length=200, verbose_name='alasan pembatalan')),
                ('kind', models.CharField(choices=[('one', 'Satu jabatan'), ('family', 'Rumpun jabatan'), ('copy', 'Salinan dari jabatan lain'), ('file', 'Dari berkas')], max_length=10, verbose_name='cara')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='dasar')),
            ],
            options={
                'verbose_name': 'perubahan standar',
                'verbose_name_plural': 'perubahan standar',
                'ordering': ('-created_at', '-id'),
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='competency',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='competency',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='competency',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='poststandard',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='poststandard',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='poststandard',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='competency',
            name='area',
            field=models.CharField(blank=True, max_length=120, verbose_name='bidang atau urusan'),
        ),
        migrations.AddField(
            model_name='competencytrail',
            name='area',
            field=models.CharField(blank=True, max_length=120, verbose_name='bidang atau urusan'),
        ),
        migrations.AlterField(
            model_name='competency',
            name='code',
            field=models.CharField(max_length=40, verbose_name='kode'),
        ),
        migrations.AlterField(
            model_name='competency',
            name='name',
            field=models.CharField(max_length=250, verbose_name='nama kompetensi'),
        ),
        migrations.AlterField(
            model_name='competency',
            name='version',
            field=models.CharField(max_length=120, verbose_name='versi'),
        ),
        migrations.AlterField(
            model_name='competencytrail',
            name='code',
            field=models.CharField(max_length=40, verbose_name='kode'),
        ),
        migrations.AlterField(
            model_name='competencytrail',
            name='name',
            field=models.CharField(max_length=250, verbose_name='nama kompetensi'),
        ),
        migrations.AlterField(
            model_name='competencytrail',
            name='version',
            field=models.CharField(max_length=120, verbose_name='versi'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competency',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "area", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."field", new_values."id", new_values."name", NOW(), \'insert\', new_values."position", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='96f39a9d39d1cf42b0baee59321e5804f1fc6601', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a55ea', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_competency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competency',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "area", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."field", new_values."id", new_values."name", NOW(), \'update\', new_values."position", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3723cf1e0f909baf44feb5283629e86041785c26', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ba9c4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_competency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competency',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytrail" ("agency_id", "area", "code", "field", "id", "name", "pgh_created_at", "pgh_label", "position", "valid_from", "valid_to", "version") SELECT old_values."agency_id", old_values."area", old_values."code", old_values."field", old_values."id", old_values."name", NOW(), \'delete\', old_values."position", old_values."valid_from", old_values."valid_to", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d588ae93a229a273218846032659b7e8017dee3e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4bccc', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_competency', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandard',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "change_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."change_id", new_values."competency_id", new_values."id", new_values."level", new_values."must", new_values."origin", NOW(), \'insert\', new_values."post_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6c5e67c7c62c3f48e7b5f3b2c74c152deaa5a3ab', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6ae20', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_poststandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandard',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "change_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."change_id", new_values."competency_id", new_values."id", new_values."level", new_values."must", new_values."origin", NOW(), \'update\', new_values."post_id", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1470fde1a8fa19ac7f824f7f3e440f8cc39b20a6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5e577', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_poststandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='poststandard',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_poststandardtrail" ("agency_id", "change_id", "competency_id", "id", "level", "must", "origin", "pgh_created_at", "pgh_label", "post_id", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."change_id", old_values."competency_id", old_values."id", old_values."level", old_values."must", old_values."origin", NOW(), \'delete\', old_values."post_id", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8ffed299c3bad7c07fc11ad7f5f72356805cf885', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8f1e0', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_poststandard', when='AFTER')),
        ),
        migrations.AddField(
            model_name='competencytext',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='competencytext',
            name='competency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='needs.competency', verbose_name='kompetensi'),
        ),
        migrations.AddField(
            model_name='competencytexttrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='competencytexttrail',
            name='competency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi'),
        ),
        migrations.AddField(
            model_name='dictionaryedition',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='dictionaryedition',
            name='applied_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditetapkan oleh'),
        ),
        migrations.AddField(
            model_name='dictionaryedition',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='disiapkan oleh'),
        ),
        migrations.AddField(
            model_name='dictionaryedition',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh'),
        ),
        migrations.AddField(
            model_name='competencytexttrail',
            name='edition',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.dictionaryedition', verbose_name='perubahan kamus'),
        ),
        migrations.AddField(
            model_name='competencytext',
            name='edition',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='needs.dictionaryedition', verbose_name='perubahan kamus'),
        ),
        migrations.AddField(
            model_name='postsheet',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='postsheet',
            name='post',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.post', verbose_name='jabatan'),
        ),
        migrations.AddField(
            model_name='postsheettrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='postsheettrail',
            name='post',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.post', verbose_name='jabatan'),
        ),
        migrations.AddField(
            model_name='standardchange',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='standardchange',
            name='applied_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditetapkan oleh'),
        ),
        migrations.AddField(
            model_name='standardchange',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='disiapkan oleh'),
        ),
        migrations.AddField(
            model_name='standardchange',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh'),
        ),
        migrations.AddField(
            model_name='poststandard',
            name='change',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='needs.standardchange', verbose_name='perubahan standar'),
        ),
        migrations.AddField(
            model_name='poststandardtrail',
            name='change',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.standardchange', verbose_name='perubahan standar'),
        ),
        migrations.AddIndex(
            model_name='dictionaryedition',
            index=models.Index(fields=['agency', '-created_at', '-id'], name='edition_history'),
        ),
        migrations.AddIndex(
            model_name='competencytexttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='competencytext_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencytexttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c4e861bfcf1638a796305df3b4b490923e38f63f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_15841', table='needs_competencytexttrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='competencytext',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(django.db.models.functions.comparison.Cast(models.F('competency_id'), models.BigIntegerField()), django.db.models.functions.comparison.Cast(models.F('competency_id'), models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[)'), function='daterange'), '&&')], name='competency_text_once', violation_error_message='Kompetensi ini sudah punya rumusan pada hari yang sama.'),
        ),
        migrations.AddConstraint(
            model_name='competencytext',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='competency_text_ends_after_start', violation_error_message='Rumusan harus berakhir sesudah mulai berlaku.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencytext',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytexttrail" ("agency_id", "area", "code", "competency_id", "definition", "edition_id", "field", "id", "levels", "name", "pgh_created_at", "pgh_label", "source", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."competency_id", new_values."definition", new_values."edition_id", new_values."field", new_values."id", new_values."levels", new_values."name", NOW(), \'insert\', new_values."source", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='10beb5d48024c5c70d1a2045a421028d6793a1d8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_62a58', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_competencytext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencytext',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytexttrail" ("agency_id", "area", "code", "competency_id", "definition", "edition_id", "field", "id", "levels", "name", "pgh_created_at", "pgh_label", "source", "valid_from", "valid_to") SELECT new_values."agency_id", new_values."area", new_values."code", new_values."competency_id", new_values."definition", new_values."edition_id", new_values."field", new_values."id", new_values."levels", new_values."name", NOW(), \'update\', new_values."source", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4c15a992105e2fecbcc21009cf69e830c61ff542', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_07da1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_competencytext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencytext',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_competencytexttrail" ("agency_id", "area", "code", "competency_id", "definition", "edition_id", "field", "id", "levels", "name", "pgh_created_at", "pgh_label", "source", "valid_from", "valid_to") SELECT old_values."agency_id", old_values."area", old_values."code", old_values."competency_id", old_values."definition", old_values."edition_id", old_values."field", old_values."id", old_values."levels", old_values."name", NOW(), \'delete\', old_values."source", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='802421524e728fb201a5ad166d942f580fb2da15', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c593e', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_competencytext', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='postsheet',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(django.db.models.functions.comparison.Cast(models.F('post_id'), models.BigIntegerField()), django.db.models.functions.comparison.Cast(models.F('post_id'), models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[)'), function='daterange'), '&&')], name='post_sheet_once', violation_error_message='Jabatan ini sudah punya lembar standar pada hari yang sama.'),
        ),
        migrations.AddConstraint(
            model_name='postsheet',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='post_sheet_ends_after_start', violation_error_message='Lembar standar harus berakhir sesudah mulai berlaku.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsheet',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_postsheettrail" ("affair", "agency_id", "basis", "education", "experience", "id", "indicators", "origin", "pgh_created_at", "pgh_label", "post_code", "post_id", "rank", "summary", "training", "valid_from", "valid_to") SELECT new_values."affair", new_values."agency_id", new_values."basis", new_values."education", new_values."experience", new_values."id", new_values."indicators", new_values."origin", NOW(), \'insert\', new_values."post_code", new_values."post_id", new_values."rank", new_values."summary", new_values."training", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b9e3507e3da427a6c5b4f71ed7d0fabd2f7adf5f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4e3c1', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_postsheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsheet',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_postsheettrail" ("affair", "agency_id", "basis", "education", "experience", "id", "indicators", "origin", "pgh_created_at", "pgh_label", "post_code", "post_id", "rank", "summary", "training", "valid_from", "valid_to") SELECT new_values."affair", new_values."agency_id", new_values."basis", new_values."education", new_values."experience", new_values."id", new_values."indicators", new_values."origin", NOW(), \'update\', new_values."post_code", new_values."post_id", new_values."rank", new_values."summary", new_values."training", new_values."valid_from", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='177572156a4efafdff459049dc1eee9be3c0c398', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_600c4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_postsheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsheet',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_postsheettrail" ("affair", "agency_id", "basis", "education", "experience", "id", "indicators", "origin", "pgh_created_at", "pgh_label", "post_code", "post_id", "rank", "summary", "training", "valid_from", "valid_to") SELECT old_values."affair", old_values."agency_id", old_values."basis", old_values."education", old_values."experience", old_values."id", old_values."indicators", old_values."origin", NOW(), \'delete\', old_values."post_code", old_values."post_id", old_values."rank", old_values."summary", old_values."training", old_values."valid_from", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c9582c43f28684f2d2cd69c97268388919d3155e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1cb68', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_postsheet', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='postsheettrail',
            index=models.Index(fields=['id', 'pgh_id'], name='postsheet_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsheettrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1ca884571f3a457ffc769853652e438a9c628cad', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b6887', table='needs_postsheettrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='standardchange',
            index=models.Index(fields=['agency', '-created_at', '-id'], name='standard_change_history'),
        ),
    ]
