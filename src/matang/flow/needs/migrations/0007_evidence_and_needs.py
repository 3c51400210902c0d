"""Withdrawals, costs and files of evidence; what a unit says about a need and its steps; trails and tenant policies."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0002_row_policies'),
        ('needs', '0006_levels_are_in_the_texts'),
        ('register', '0008_post_successors_same_agency'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AssessmentFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('ready', 'Menunggu keputusan Anda'), ('committed', 'Tersimpan'), ('discarded', 'Dibatalkan'), ('withdrawn', 'Ditarik kembali')], default='ready', max_length=10, verbose_name='status')),
                ('source', models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('subordinate', 'Penilaian bawahan'), ('host', 'Penilaian tuan rumah'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='sumber')),
                ('shown_on', models.DateField(blank=True, null=True, verbose_name='tanggal ditunjukkan')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('tally', models.JSONField(default=dict, verbose_name='jumlah')),
                ('findings', models.JSONField(default=list, verbose_name='temuan')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='alasan')),
                ('created_at', models.DateTimeField(verbose_name='diunggah pada')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='diputuskan pada')),
            ],
            options={
                'verbose_name': 'berkas hasil penilaian',
                'verbose_name_plural': 'berkas hasil penilaian',
                'ordering': ('-created_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='AssessmentFileTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('state', models.CharField(choices=[('ready', 'Menunggu keputusan Anda'), ('committed', 'Tersimpan'), ('discarded', 'Dibatalkan'), ('withdrawn', 'Ditarik kembali')], default='ready', max_length=10, verbose_name='status')),
                ('source', models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('subordinate', 'Penilaian bawahan'), ('host', 'Penilaian tuan rumah'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='sumber')),
                ('shown_on', models.DateField(blank=True, null=True, verbose_name='tanggal ditunjukkan')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='berlaku sampai (tidak termasuk)')),
                ('tally', models.JSONField(default=dict, verbose_name='jumlah')),
                ('findings', models.JSONField(default=list, verbose_name='temuan')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='alasan')),
                ('created_at', models.DateTimeField(verbose_name='diunggah pada')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='diputuskan pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvidenceCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('subordinate', 'Penilaian bawahan'), ('host', 'Penilaian tuan rumah'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='jenis bukti')),
                ('since', models.DateField(verbose_name='berlaku sejak')),
                ('basis', models.CharField(choices=[('person', 'per orang, semua kompetensi sekaligus'), ('competency', 'per kompetensi')], default='person', max_length=10, verbose_name='dasar')),
                ('rupiah', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='biaya (Rp)')),
                ('minutes', models.PositiveIntegerField(blank=True, null=True, verbose_name='waktu pegawai (menit)')),
                ('source', models.CharField(max_length=200, verbose_name='sumber angka')),
            ],
            options={
                'verbose_name': 'biaya bukti',
                'verbose_name_plural': 'biaya bukti',
            },
        ),
        migrations.CreateModel(
            name='EvidenceCostTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('subordinate', 'Penilaian bawahan'), ('host', 'Penilaian tuan rumah'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='jenis bukti')),
                ('since', models.DateField(verbose_name='berlaku sejak')),
                ('basis', models.CharField(choices=[('person', 'per orang, semua kompetensi sekaligus'), ('competency', 'per kompetensi')], default='person', max_length=10, verbose_name='dasar')),
                ('rupiah', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='biaya (Rp)')),
                ('minutes', models.PositiveIntegerField(blank=True, null=True, verbose_name='waktu pegawai (menit)')),
                ('source', models.CharField(max_length=200, verbose_name='sumber angka')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvidenceWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
                ('withdrawn_at', models.DateTimeField(verbose_name='ditarik pada')),
            ],
            options={
                'verbose_name': 'penarikan bukti',
                'verbose_name_plural': 'penarikan bukti',
            },
        ),
        migrations.CreateModel(
            name='EvidenceWithdrawalTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
                ('withdrawn_at', models.DateTimeField(verbose_name='ditarik pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NeedStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(choices=[('open', 'Terbuka'), ('under_way', 'Sedang ditangani'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], max_length=10, verbose_name='sebelumnya')),
                ('after', models.CharField(choices=[('open', 'Terbuka'), ('under_way', 'Sedang ditangani'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], max_length=10, verbose_name='menjadi')),
                ('reason', models.CharField(max_length=500, verbose_name='alasan')),
                ('made_on', models.DateField(verbose_name='berlaku sejak')),
                ('made_at', models.DateTimeField(verbose_name='dicatat pada')),
            ],
            options={
                'verbose_name': 'langkah kebutuhan',
                'verbose_name_plural': 'langkah kebutuhan',
                'ordering': ('-made_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='NeedStepTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('before', models.CharField(choices=[('open', 'Terbuka'), ('under_way', 'Sedang ditangani'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], max_length=10, verbose_name='sebelumnya')),
                ('after', models.CharField(choices=[('open', 'Terbuka'), ('under_way', 'Sedang ditangani'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], max_length=10, verbose_name='menjadi')),
                ('reason', models.CharField(max_length=500, verbose_name='alasan')),
                ('made_on', models.DateField(verbose_name='berlaku sejak')),
                ('made_at', models.DateTimeField(verbose_name='dicatat pada')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='evidence',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='evidence',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='evidence',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='unitneed',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='unitneed',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='unitneed',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='evidence',
            name='document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='dokumen'),
        ),
        migrations.AddField(
            model_name='evidencetrail',
            name='document',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='dokumen'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='aim',
            field=models.CharField(blank=True, max_length=200, verbose_name='tujuan atau program yang terkait'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person', verbose_name='penanggung jawab'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='people_affected',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='pegawai yang terkait'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='shown_by',
            field=models.TextField(blank=True, verbose_name='buktinya'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='since',
            field=models.DateField(blank=True, null=True, verbose_name='terjadi sejak'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='urgency',
            field=models.CharField(choices=[('high', 'Mendesak'), ('normal', 'Biasa'), ('low', 'Dapat menunggu')], default='normal', max_length=6, verbose_name='urgensi'),
        ),
        migrations.AddField(
            model_name='unitneed',
            name='wished',
            field=models.TextField(blank=True, verbose_name='hasil yang diharapkan'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='aim',
            field=models.CharField(blank=True, max_length=200, verbose_name='tujuan atau program yang terkait'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='penanggung jawab'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='people_affected',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='pegawai yang terkait'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='shown_by',
            field=models.TextField(blank=True, verbose_name='buktinya'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='since',
            field=models.DateField(blank=True, null=True, verbose_name='terjadi sejak'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='urgency',
            field=models.CharField(choices=[('high', 'Mendesak'), ('normal', 'Biasa'), ('low', 'Dapat menunggu')], default='normal', max_length=6, verbose_name='urgensi'),
        ),
        migrations.AddField(
            model_name='unitneedtrail',
            name='wished',
            field=models.TextField(blank=True, verbose_name='hasil yang diharapkan'),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='source',
            field=models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('subordinate', 'Penilaian bawahan'), ('host', 'Penilaian tuan rumah'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='sumber'),
        ),
        migrations.AlterField(
            model_name='evidencetrail',
            name='source',
            field=models.CharField(choices=[('assessment_centre', 'Asesmen (assessment center)'), ('test', 'Uji kompetensi'), ('certificate', 'Sertifikat'), ('work_result', 'Hasil kerja'), ('superior', 'Penilaian atasan'), ('peer', 'Penilaian rekan'), ('subordinate', 'Penilaian bawahan'), ('host', 'Penilaian tuan rumah'), ('self', 'Pernyataan sendiri')], max_length=20, verbose_name='sumber'),
        ),
        migrations.AlterField(
            model_name='unitneed',
            name='state',
            field=models.CharField(choices=[('open', 'Terbuka'), ('under_way', 'Sedang ditangani'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], default='open', max_length=10, verbose_name='status'),
        ),
        migrations.AlterField(
            model_name='unitneedtrail',
            name='state',
            field=models.CharField(choices=[('open', 'Terbuka'), ('under_way', 'Sedang ditangani'), ('met', 'Terpenuhi'), ('withdrawn', 'Ditarik')], default='open', max_length=10, verbose_name='status'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "document_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT new_values."agency_id", new_values."competency_id", new_values."document_id", new_values."expires_on", new_values."id", new_values."level", new_values."note", new_values."origin", new_values."person_id", NOW(), \'insert\', new_values."rater_id", new_values."rater_role", new_values."recorded_at", new_values."reliability", new_values."shown_on", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a6c9f9857d81cf3b6bcabcb86856a44f86e96544', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_34788', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "document_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT new_values."agency_id", new_values."competency_id", new_values."document_id", new_values."expires_on", new_values."id", new_values."level", new_values."note", new_values."origin", new_values."person_id", NOW(), \'update\', new_values."rater_id", new_values."rater_role", new_values."recorded_at", new_values."reliability", new_values."shown_on", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2efb68619f17225fa6c0b3378778ddba78a69c0a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_684aa', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencetrail" ("agency_id", "competency_id", "document_id", "expires_on", "id", "level", "note", "origin", "person_id", "pgh_created_at", "pgh_label", "rater_id", "rater_role", "recorded_at", "reliability", "shown_on", "source") SELECT old_values."agency_id", old_values."competency_id", old_values."document_id", old_values."expires_on", old_values."id", old_values."level", old_values."note", old_values."origin", old_values."person_id", NOW(), \'delete\', old_values."rater_id", old_values."rater_role", old_values."recorded_at", old_values."reliability", old_values."shown_on", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1c2002210090e1ca9b9592c685306d81d342671c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_11106', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "aim", "competency_id", "id", "opened_at", "opened_by_id", "origin", "owner_id", "people_affected", "pgh_created_at", "pgh_label", "shown_by", "since", "state", "unit_id", "urgency", "what", "why", "wished") SELECT new_values."agency_id", new_values."aim", new_values."competency_id", new_values."id", new_values."opened_at", new_values."opened_by_id", new_values."origin", new_values."owner_id", new_values."people_affected", NOW(), \'insert\', new_values."shown_by", new_values."since", new_values."state", new_values."unit_id", new_values."urgency", new_values."what", new_values."why", new_values."wished" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b4f61c486ea86c7ec042d2553f335ac61d9b10c3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_50c95', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_unitneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "aim", "competency_id", "id", "opened_at", "opened_by_id", "origin", "owner_id", "people_affected", "pgh_created_at", "pgh_label", "shown_by", "since", "state", "unit_id", "urgency", "what", "why", "wished") SELECT new_values."agency_id", new_values."aim", new_values."competency_id", new_values."id", new_values."opened_at", new_values."opened_by_id", new_values."origin", new_values."owner_id", new_values."people_affected", NOW(), \'update\', new_values."shown_by", new_values."since", new_values."state", new_values."unit_id", new_values."urgency", new_values."what", new_values."why", new_values."wished" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='204b25dc22476b34ceb95205b97e775571355a75', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_52caa', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_unitneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_unitneedtrail" ("agency_id", "aim", "competency_id", "id", "opened_at", "opened_by_id", "origin", "owner_id", "people_affected", "pgh_created_at", "pgh_label", "shown_by", "since", "state", "unit_id", "urgency", "what", "why", "wished") SELECT old_values."agency_id", old_values."aim", old_values."competency_id", old_values."id", old_values."opened_at", old_values."opened_by_id", old_values."origin", old_values."owner_id", old_values."people_affected", NOW(), \'delete\', old_values."shown_by", old_values."since", old_values."state", old_values."unit_id", old_values."urgency", old_values."what", old_values."why", old_values."wished" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7ee7abcb1b635a4a65d852b71499d77674dc3771', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_125aa', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_unitneed', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='unitneed',
            constraint=models.UniqueConstraint(condition=models.Q(('origin__in', ['', 'unit']), _negated=True), fields=('agency', 'origin'), name='unit_need_origin_once', violation_error_message='Kebutuhan dari asal ini sudah ada.'),
        ),
        migrations.AddField(
            model_name='assessmentfile',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='assessmentfile',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunggah oleh'),
        ),
        migrations.AddField(
            model_name='assessmentfile',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputuskan oleh'),
        ),
        migrations.AddField(
            model_name='assessmentfile',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='berkas'),
        ),
        migrations.AddField(
            model_name='assessmentfiletrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='assessmentfiletrail',
            name='created_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunggah oleh'),
        ),
        migrations.AddField(
            model_name='assessmentfiletrail',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputuskan oleh'),
        ),
        migrations.AddField(
            model_name='assessmentfiletrail',
            name='file',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='berkas'),
        ),
        migrations.AddField(
            model_name='evidencecost',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='evidencecosttrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawal',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawal',
            name='evidence',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='withdrawal', to='needs.evidence', verbose_name='bukti'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawal',
            name='replacement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='needs.evidence', verbose_name='bukti pengganti'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawal',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditarik oleh'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawaltrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawaltrail',
            name='evidence',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.evidence', verbose_name='bukti'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawaltrail',
            name='replacement',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.evidence', verbose_name='bukti pengganti'),
        ),
        migrations.AddField(
            model_name='evidencewithdrawaltrail',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditarik oleh'),
        ),
        migrations.AddField(
            model_name='needstep',
            name='agency',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='needstep',
            name='made_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh'),
        ),
        migrations.AddField(
            model_name='needstep',
            name='need',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='needs.unitneed', verbose_name='kebutuhan'),
        ),
        migrations.AddField(
            model_name='needsteptrail',
            name='agency',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi'),
        ),
        migrations.AddField(
            model_name='needsteptrail',
            name='made_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh'),
        ),
        migrations.AddField(
            model_name='needsteptrail',
            name='need',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.unitneed', verbose_name='kebutuhan'),
        ),
        migrations.AddIndex(
            model_name='assessmentfile',
            index=models.Index(fields=['agency', '-created_at', '-id'], name='assessment_file_history'),
        ),
        migrations.AddConstraint(
            model_name='assessmentfile',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'ready'), ('decided_at__isnull', False), _connector='OR'), name='assessment_file_decided_has_time', violation_error_message='Berkas yang diputuskan harus punya waktu.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assessmentfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_assessmentfiletrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "expires_on", "file_id", "findings", "id", "pgh_created_at", "pgh_label", "reason", "shown_on", "source", "state", "tally") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."decided_by_id", new_values."expires_on", new_values."file_id", new_values."findings", new_values."id", NOW(), \'insert\', new_values."reason", new_values."shown_on", new_values."source", new_values."state", new_values."tally" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c723fbf7a2432a299068523b758321da400c564a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d0c1f', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_assessmentfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assessmentfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_assessmentfiletrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "expires_on", "file_id", "findings", "id", "pgh_created_at", "pgh_label", "reason", "shown_on", "source", "state", "tally") SELECT new_values."agency_id", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."decided_by_id", new_values."expires_on", new_values."file_id", new_values."findings", new_values."id", NOW(), \'update\', new_values."reason", new_values."shown_on", new_values."source", new_values."state", new_values."tally" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='41fa18c99a572cf02358b695fcefb2baf2517138', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0f45c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_assessmentfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assessmentfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_assessmentfiletrail" ("agency_id", "created_at", "created_by_id", "decided_at", "decided_by_id", "expires_on", "file_id", "findings", "id", "pgh_created_at", "pgh_label", "reason", "shown_on", "source", "state", "tally") SELECT old_values."agency_id", old_values."created_at", old_values."created_by_id", old_values."decided_at", old_values."decided_by_id", old_values."expires_on", old_values."file_id", old_values."findings", old_values."id", NOW(), \'delete\', old_values."reason", old_values."shown_on", old_values."source", old_values."state", old_values."tally" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='788382c262afefd3f4fbbd49c82edb44eba64ec9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2e7e7', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_assessmentfile', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='assessmentfiletrail',
            index=models.Index(fields=['id', 'pgh_id'], name='assessmentfile_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assessmentfiletrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8f23f91ada2ff9cc75fbcf05474221ec2b41b18a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_893d8', table='needs_assessmentfiletrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='evidencecost',
            constraint=models.UniqueConstraint(fields=('agency', 'kind', 'since'), name='evidence_cost_once', violation_error_message='Jenis bukti ini sudah punya biaya sejak hari itu.'),
        ),
        migrations.AddConstraint(
            model_name='evidencecost',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='evidence_cost_names_its_source', violation_error_message='Tulis dari mana angka biaya ini.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencecost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencecosttrail" ("agency_id", "basis", "id", "kind", "minutes", "pgh_created_at", "pgh_label", "rupiah", "since", "source") SELECT new_values."agency_id", new_values."basis", new_values."id", new_values."kind", new_values."minutes", NOW(), \'insert\', new_values."rupiah", new_values."since", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bf7c503ae046a79f738779e216c9ebe33a324b90', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dd106', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_evidencecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencecost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencecosttrail" ("agency_id", "basis", "id", "kind", "minutes", "pgh_created_at", "pgh_label", "rupiah", "since", "source") SELECT new_values."agency_id", new_values."basis", new_values."id", new_values."kind", new_values."minutes", NOW(), \'update\', new_values."rupiah", new_values."since", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2729be2b7663899a2e4e3ba4ebc06ac32ef1ed29', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7df00', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_evidencecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencecost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencecosttrail" ("agency_id", "basis", "id", "kind", "minutes", "pgh_created_at", "pgh_label", "rupiah", "since", "source") SELECT old_values."agency_id", old_values."basis", old_values."id", old_values."kind", old_values."minutes", NOW(), \'delete\', old_values."rupiah", old_values."since", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e1b53f3e6a7b88afa04dab70856cad0593b1699e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_960e2', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_evidencecost', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='evidencecosttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='evidencecost_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencecosttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1b265d95f8304d4f3ba4ce16154b95b537dadc49', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_beb42', table='needs_evidencecosttrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='evidencewithdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='evidence_withdrawal_says_why', violation_error_message='Tulis alasan penarikan bukti.'),
        ),
        migrations.AddConstraint(
            model_name='evidencewithdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('replacement__isnull', True), models.Q(('replacement', models.F('evidence')), _negated=True), _connector='OR'), name='evidence_withdrawal_not_by_itself', violation_error_message='Bukti tidak dapat menggantikan dirinya sendiri.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencewithdrawal',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f36ff13e73bba85ca024b07767c1a831cc33b71', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c6921', table='needs_evidencewithdrawal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencewithdrawal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencewithdrawaltrail" ("agency_id", "evidence_id", "id", "pgh_created_at", "pgh_label", "reason", "replacement_id", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."evidence_id", new_values."id", NOW(), \'insert\', new_values."reason", new_values."replacement_id", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9423ac5216243c77ef8bd5497492572c7d72a27c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_59883', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_evidencewithdrawal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencewithdrawal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencewithdrawaltrail" ("agency_id", "evidence_id", "id", "pgh_created_at", "pgh_label", "reason", "replacement_id", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."evidence_id", new_values."id", NOW(), \'update\', new_values."reason", new_values."replacement_id", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1ae9ce7cad697f2fba3342d9e8ac94b1912374a8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ad93c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_evidencewithdrawal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencewithdrawal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_evidencewithdrawaltrail" ("agency_id", "evidence_id", "id", "pgh_created_at", "pgh_label", "reason", "replacement_id", "withdrawn_at", "withdrawn_by_id") SELECT old_values."agency_id", old_values."evidence_id", old_values."id", NOW(), \'delete\', old_values."reason", old_values."replacement_id", old_values."withdrawn_at", old_values."withdrawn_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6e79b002eb99cf783994bb197588a0ac06e0d74c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ea6aa', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_evidencewithdrawal', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='evidencewithdrawaltrail',
            index=models.Index(fields=['id', 'pgh_id'], name='evidencewithdrawal_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencewithdrawaltrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='95e0c4429c39707a8a6e565d2a305e7040a4694d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ca4ae', table='needs_evidencewithdrawaltrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='needstep',
            index=models.Index(fields=['need', '-made_at'], name='need_step_history'),
        ),
        migrations.AddConstraint(
            model_name='needstep',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='need_step_says_why', violation_error_message='Tulis alasan perubahan status.'),
        ),
        migrations.AddConstraint(
            model_name='needstep',
            constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='need_step_goes_somewhere', violation_error_message='Status baru harus berbeda dari status sebelumnya.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a892a9b6e2ca4676042c616e9a94da0147158090', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1bf1c', table='needs_needstep', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_needsteptrail" ("after", "agency_id", "before", "id", "made_at", "made_by_id", "made_on", "need_id", "pgh_created_at", "pgh_label", "reason") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."id", new_values."made_at", new_values."made_by_id", new_values."made_on", new_values."need_id", NOW(), \'insert\', new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='de2696854562a6906d1da0f5327ecb59a4cc341e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0e9ad', referencing='REFERENCING NEW TABLE AS new_values ', table='needs_needstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_needsteptrail" ("after", "agency_id", "before", "id", "made_at", "made_by_id", "made_on", "need_id", "pgh_created_at", "pgh_label", "reason") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."id", new_values."made_at", new_values."made_by_id", new_values."made_on", new_values."need_id", NOW(), \'update\', new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9ca78c24526ceef24d832dbd0ec55b2634034c6c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_768d8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='needs_needstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "needs_needsteptrail" ("after", "agency_id", "before", "id", "made_at", "made_by_id", "made_on", "need_id", "pgh_created_at", "pgh_label", "reason") SELECT old_values."after", old_values."agency_id", old_values."before", old_values."id", old_values."made_at", old_values."made_by_id", old_values."made_on", old_values."need_id", NOW(), \'delete\', old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3399c7fed8e8fc2b19016f07e21cea91321ab406', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_64dc2', referencing='REFERENCING OLD TABLE AS old_values ', table='needs_needstep', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='needsteptrail',
            index=models.Index(fields=['id', 'pgh_id'], name='needstep_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needsteptrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8b18a501317165dbe8c76619c532f8115a02e3b1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b08b9', table='needs_needsteptrail', when='BEFORE')),
        ),
    ]
