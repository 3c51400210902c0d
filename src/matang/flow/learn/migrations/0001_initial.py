"""Hosts, cohorts, sendings and their participants, with their trails."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('needs', '0008_evidence_and_needs_policies'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('register', '0010_appraisal_policies'),
        ('tenancy', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Cohort',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='nama angkatan')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun')),
                ('asked_by', models.CharField(blank=True, max_length=120, verbose_name='diminta oleh')),
                ('note', models.TextField(blank=True, verbose_name='catatan')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
            ],
            options={
                'verbose_name': 'angkatan',
                'verbose_name_plural': 'angkatan',
                'ordering': ('-year', 'name'),
            },
        ),
        migrations.CreateModel(
            name='CohortTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='nama angkatan')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun')),
                ('asked_by', models.CharField(blank=True, max_length=120, verbose_name='diminta oleh')),
                ('note', models.TextField(blank=True, verbose_name='catatan')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Host',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.TextField(blank=True, verbose_name='tentang tempat belajar ini')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('linked', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi di Matang')),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.partner', verbose_name='mitra')),
            ],
            options={
                'verbose_name': 'tuan rumah',
                'verbose_name_plural': 'tuan rumah',
            },
        ),
        migrations.CreateModel(
            name='HostTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('about', models.TextField(blank=True, verbose_name='tentang tempat belajar ini')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('linked', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi di Matang')),
                ('partner', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.partner', verbose_name='mitra')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('internship', 'Magang'), ('study_visit', 'Studi tiru'), ('secondment', 'Detasering'), ('exchange', 'Pertukaran pegawai')], max_length=12, verbose_name='jenis')),
                ('title', models.CharField(max_length=200, verbose_name='yang dipelajari')),
                ('unit_name', models.CharField(max_length=200, verbose_name='nama unit pengirim')),
                ('host_unit', models.CharField(blank=True, max_length=200, verbose_name='unit tuan rumah')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='jumlah orang yang diminta')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='mulai')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='hari terakhir')),
                ('after_return', models.TextField(blank=True, verbose_name='yang dikerjakan unit setelah peserta kembali')),
                ('cost_rule', models.CharField(blank=True, choices=[('training', 'Uang harian diklat'), ('travel', 'Uang harian perjalanan luar kota'), ('host_pays', 'Ditanggung tuan rumah'), ('none', 'Tanpa uang harian')], max_length=9, verbose_name='aturan biaya')),
                ('state', models.CharField(choices=[('draft', 'Konsep'), ('submitted', 'Diajukan'), ('ordered', 'Surat tugas terbit'), ('under_way', 'Sedang berjalan'), ('returned', 'Sudah kembali'), ('reported', 'Laporan diterima'), ('closed', 'Selesai'), ('refused', 'Ditolak'), ('cancelled', 'Dibatalkan')], default='draft', max_length=9, verbose_name='status')),
                ('host_answer', models.CharField(choices=[('not_asked', 'Belum diminta'), ('asked', 'Menunggu jawaban tuan rumah'), ('accepted', 'Diterima tuan rumah'), ('declined', 'Tidak dapat diterima tuan rumah')], default='not_asked', max_length=9, verbose_name='jawaban tuan rumah')),
                ('host_answer_reason', models.TextField(blank=True, verbose_name='alasan tuan rumah')),
                ('host_answered_at', models.DateTimeField(blank=True, null=True, verbose_name='dijawab pada')),
                ('host_answered_name', models.CharField(blank=True, max_length=150, verbose_name='nama penjawab')),
                ('opened_at', models.DateTimeField(verbose_name='dibuat pada')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('cohort', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='learn.cohort', verbose_name='angkatan')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='learn.host', verbose_name='tuan rumah')),
                ('host_agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi tuan rumah')),
                ('host_answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dijawab oleh')),
                ('need', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='needs.unitneed', verbose_name='kebutuhan unit')),
                ('opened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit', verbose_name='unit pengirim')),
            ],
            options={
                'verbose_name': 'pengiriman belajar',
                'verbose_name_plural': 'pengiriman belajar',
                'ordering': ('-opened_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='ParticipantTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('level_required', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level yang diminta')),
                ('level_shown', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level yang terbukti')),
                ('commitment', models.TextField(blank=True, verbose_name='komitmen peserta')),
                ('state', models.CharField(choices=[('candidate', 'Calon'), ('chosen', 'Terpilih'), ('reserve', 'Cadangan'), ('not_chosen', 'Tidak terpilih'), ('withdrawn', 'Mengundurkan diri')], default='candidate', max_length=10, verbose_name='status')),
                ('state_reason', models.CharField(blank=True, max_length=500, verbose_name='alasan')),
                ('card_name', models.CharField(blank=True, max_length=200, verbose_name='nama pada kartu')),
                ('card_post', models.CharField(blank=True, max_length=200, verbose_name='jabatan pada kartu')),
                ('card_unit', models.CharField(blank=True, max_length=200, verbose_name='unit pada kartu')),
                ('card_education', models.CharField(blank=True, max_length=120, verbose_name='pendidikan pada kartu')),
                ('host_mentor_name', models.CharField(blank=True, max_length=150, verbose_name='mentor tuan rumah')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('competency', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.competency', verbose_name='kompetensi yang kurang')),
                ('host_agency', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi tuan rumah')),
                ('host_mentor', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='akun mentor tuan rumah')),
                ('mentor', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='atasan langsung sebagai mentor')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.person', verbose_name='pegawai')),
                ('sending', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='learn.sending', verbose_name='pengiriman')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level_required', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level yang diminta')),
                ('level_shown', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level yang terbukti')),
                ('commitment', models.TextField(blank=True, verbose_name='komitmen peserta')),
                ('state', models.CharField(choices=[('candidate', 'Calon'), ('chosen', 'Terpilih'), ('reserve', 'Cadangan'), ('not_chosen', 'Tidak terpilih'), ('withdrawn', 'Mengundurkan diri')], default='candidate', max_length=10, verbose_name='status')),
                ('state_reason', models.CharField(blank=True, max_length=500, verbose_name='alasan')),
                ('card_name', models.CharField(blank=True, max_length=200, verbose_name='nama pada kartu')),
                ('card_post', models.CharField(blank=True, max_length=200, verbose_name='jabatan pada kartu')),
                ('card_unit', models.CharField(blank=True, max_length=200, verbose_name='unit pada kartu')),
                ('card_education', models.CharField(blank=True, max_length=120, verbose_name='pendidikan pada kartu')),
                ('host_mentor_name', models.CharField(blank=True, max_length=150, verbose_name='mentor tuan rumah')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('competency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='needs.competency', verbose_name='kompetensi yang kurang')),
                ('host_agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi tuan rumah')),
                ('host_mentor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='akun mentor tuan rumah')),
                ('mentor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person', verbose_name='atasan langsung sebagai mentor')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person', verbose_name='pegawai')),
                ('sending', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='learn.sending', verbose_name='pengiriman')),
            ],
            options={
                'verbose_name': 'peserta',
                'verbose_name_plural': 'peserta',
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='SendingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(choices=[('draft', 'Konsep'), ('submitted', 'Diajukan'), ('ordered', 'Surat tugas terbit'), ('under_way', 'Sedang berjalan'), ('returned', 'Sudah kembali'), ('reported', 'Laporan diterima'), ('closed', 'Selesai'), ('refused', 'Ditolak'), ('cancelled', 'Dibatalkan')], max_length=9, verbose_name='sebelumnya')),
                ('after', models.CharField(choices=[('draft', 'Konsep'), ('submitted', 'Diajukan'), ('ordered', 'Surat tugas terbit'), ('under_way', 'Sedang berjalan'), ('returned', 'Sudah kembali'), ('reported', 'Laporan diterima'), ('closed', 'Selesai'), ('refused', 'Ditolak'), ('cancelled', 'Dibatalkan')], max_length=9, verbose_name='menjadi')),
                ('reason', models.CharField(max_length=500, verbose_name='alasan')),
                ('made_on', models.DateField(verbose_name='berlaku sejak')),
                ('made_at', models.DateTimeField(verbose_name='dicatat pada')),
                ('made_by_name', models.CharField(blank=True, max_length=150, verbose_name='nama')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('host_agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi tuan rumah')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
                ('sending', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='learn.sending', verbose_name='pengiriman')),
            ],
            options={
                'verbose_name': 'langkah pengiriman',
                'verbose_name_plural': 'langkah pengiriman',
                'ordering': ('-made_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='SendingStepTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('before', models.CharField(choices=[('draft', 'Konsep'), ('submitted', 'Diajukan'), ('ordered', 'Surat tugas terbit'), ('under_way', 'Sedang berjalan'), ('returned', 'Sudah kembali'), ('reported', 'Laporan diterima'), ('closed', 'Selesai'), ('refused', 'Ditolak'), ('cancelled', 'Dibatalkan')], max_length=9, verbose_name='sebelumnya')),
                ('after', models.CharField(choices=[('draft', 'Konsep'), ('submitted', 'Diajukan'), ('ordered', 'Surat tugas terbit'), ('under_way', 'Sedang berjalan'), ('returned', 'Sudah kembali'), ('reported', 'Laporan diterima'), ('closed', 'Selesai'), ('refused', 'Ditolak'), ('cancelled', 'Dibatalkan')], max_length=9, verbose_name='menjadi')),
                ('reason', models.CharField(max_length=500, verbose_name='alasan')),
                ('made_on', models.DateField(verbose_name='berlaku sejak')),
                ('made_at', models.DateTimeField(verbose_name='dicatat pada')),
                ('made_by_name', models.CharField(blank=True, max_length=150, verbose_name='nama')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('host_agency', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi tuan rumah')),
                ('made_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
                ('sending', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='learn.sending', verbose_name='pengiriman')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SendingTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('internship', 'Magang'), ('study_visit', 'Studi tiru'), ('secondment', 'Detasering'), ('exchange', 'Pertukaran pegawai')], max_length=12, verbose_name='jenis')),
                ('title', models.CharField(max_length=200, verbose_name='yang dipelajari')),
                ('unit_name', models.CharField(max_length=200, verbose_name='nama unit pengirim')),
                ('host_unit', models.CharField(blank=True, max_length=200, verbose_name='unit tuan rumah')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='jumlah orang yang diminta')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='mulai')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='hari terakhir')),
                ('after_return', models.TextField(blank=True, verbose_name='yang dikerjakan unit setelah peserta kembali')),
                ('cost_rule', models.CharField(blank=True, choices=[('training', 'Uang harian diklat'), ('travel', 'Uang harian perjalanan luar kota'), ('host_pays', 'Ditanggung tuan rumah'), ('none', 'Tanpa uang harian')], max_length=9, verbose_name='aturan biaya')),
                ('state', models.CharField(choices=[('draft', 'Konsep'), ('submitted', 'Diajukan'), ('ordered', 'Surat tugas terbit'), ('under_way', 'Sedang berjalan'), ('returned', 'Sudah kembali'), ('reported', 'Laporan diterima'), ('closed', 'Selesai'), ('refused', 'Ditolak'), ('cancelled', 'Dibatalkan')], default='draft', max_length=9, verbose_name='status')),
                ('host_answer', models.CharField(choices=[('not_asked', 'Belum diminta'), ('asked', 'Menunggu jawaban tuan rumah'), ('accepted', 'Diterima tuan rumah'), ('declined', 'Tidak dapat diterima tuan rumah')], default='not_asked', max_length=9, verbose_name='jawaban tuan rumah')),
                ('host_answer_reason', models.TextField(blank=True, verbose_name='alasan tuan rumah')),
                ('host_answered_at', models.DateTimeField(blank=True, null=True, verbose_name='dijawab pada')),
                ('host_answered_name', models.CharField(blank=True, max_length=150, verbose_name='nama penjawab')),
                ('opened_at', models.DateTimeField(verbose_name='dibuat pada')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('cohort', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='learn.cohort', verbose_name='angkatan')),
                ('host', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='learn.host', verbose_name='tuan rumah')),
                ('host_agency', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi tuan rumah')),
                ('host_answered_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dijawab oleh')),
                ('need', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='needs.unitneed', verbose_name='kebutuhan unit')),
                ('opened_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.unit', verbose_name='unit pengirim')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WantedField',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='bidang')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='sumber permintaan')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wanted', to='learn.cohort', verbose_name='angkatan')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit', verbose_name='unit yang menanganinya')),
            ],
            options={
                'verbose_name': 'bidang yang diminta',
                'verbose_name_plural': 'bidang yang diminta',
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='WantedFieldTrail',
            fields=[
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nomor')),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True, verbose_name='waktu')),
                ('pgh_label', models.CharField(max_length=10, verbose_name='perubahan')),
                ('pgh_actor', models.BigIntegerField(db_default=django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('matang.actor'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.BigIntegerField()), null=True, verbose_name='akun')),
                ('pgh_why', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.reason'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='alasan')),
                ('pgh_where', models.TextField(db_default=django.db.models.functions.comparison.Coalesce(models.Func(models.Value('matang.place'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), verbose_name='asal')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='bidang')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='sumber permintaan')),
                ('agency', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='tenancy.agency', verbose_name='instansi')),
                ('cohort', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='learn.cohort', verbose_name='angkatan')),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.unit', verbose_name='unit yang menanganinya')),
            ],
            options={
                'verbose_name': 'jejak perubahan',
                'verbose_name_plural': 'jejak perubahan',
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='cohort',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='cohort_name_once', violation_error_message='Nama angkatan ini sudah ada.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cohort',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_cohorttrail" ("agency_id", "asked_by", "id", "name", "note", "pgh_created_at", "pgh_label", "year") SELECT new_values."agency_id", new_values."asked_by", new_values."id", new_values."name", new_values."note", NOW(), \'insert\', new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a5059f2c2fb50886b5e5210559f7e1ca11a26c9d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_54874', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_cohort', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cohort',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_cohorttrail" ("agency_id", "asked_by", "id", "name", "note", "pgh_created_at", "pgh_label", "year") SELECT new_values."agency_id", new_values."asked_by", new_values."id", new_values."name", new_values."note", NOW(), \'update\', new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='75986eca54499e2ec990d5bbd37740e456ea1cc5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4ac5f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_cohort', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cohort',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_cohorttrail" ("agency_id", "asked_by", "id", "name", "note", "pgh_created_at", "pgh_label", "year") SELECT old_values."agency_id", old_values."asked_by", old_values."id", old_values."name", old_values."note", NOW(), \'delete\', old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a2d899560d9b20add1fb1a0ba14428c3b60a3e64', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6f565', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_cohort', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='cohorttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='cohort_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cohorttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5fb836c0cc82bec8456095d4c1d3a6372afffd87', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c85f0', table='learn_cohorttrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='host',
            constraint=models.UniqueConstraint(fields=('agency', 'partner'), name='host_partner_once', nulls_distinct=False, violation_error_message='Mitra ini sudah tercatat sebagai tuan rumah.'),
        ),
        migrations.AddConstraint(
            model_name='host',
            constraint=models.CheckConstraint(condition=models.Q(('linked__isnull', True), models.Q(('linked', models.F('agency')), _negated=True), _connector='OR'), name='host_is_not_linked_to_itself', violation_error_message='Tuan rumah yang tertaut harus instansi lain.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='host',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_hosttrail" ("about", "agency_id", "id", "linked_id", "partner_id", "pgh_created_at", "pgh_label") SELECT new_values."about", new_values."agency_id", new_values."id", new_values."linked_id", new_values."partner_id", NOW(), \'insert\' FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='236934ad02589b3007d2b2a605c3fdfa38df842c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cf7c3', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_host', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='host',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_hosttrail" ("about", "agency_id", "id", "linked_id", "partner_id", "pgh_created_at", "pgh_label") SELECT new_values."about", new_values."agency_id", new_values."id", new_values."linked_id", new_values."partner_id", NOW(), \'update\' FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1a8853033295901ca78c5fc7fd777ba8a55beeec', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_6710c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_host', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='host',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_hosttrail" ("about", "agency_id", "id", "linked_id", "partner_id", "pgh_created_at", "pgh_label") SELECT old_values."about", old_values."agency_id", old_values."id", old_values."linked_id", old_values."partner_id", NOW(), \'delete\' FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1b94048d8a2689d439eecb2406cbfefab65e75c3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5d657', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_host', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='hosttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='host_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hosttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cb19e8f2d64cdaca37677a8911dba86558c89fb5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3c94b', table='learn_hosttrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='sending',
            index=models.Index(fields=['agency', 'state'], name='sending_state'),
        ),
        migrations.AddIndex(
            model_name='sending',
            index=models.Index(fields=['host_agency', 'starts_on'], name='sending_hosted'),
        ),
        migrations.AddConstraint(
            model_name='sending',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='sending_ends_after_start', violation_error_message='Hari terakhir tidak boleh sebelum hari mulai.'),
        ),
        migrations.AddConstraint(
            model_name='sending',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'draft'), _negated=True), ('host_agency__isnull', True), _connector='OR'), name='sending_draft_is_the_senders', violation_error_message='Konsep hanya dibaca pengirim.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_at", "host_answered_by_id", "host_answered_name", "host_id", "host_unit", "id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_at", new_values."host_answered_by_id", new_values."host_answered_name", new_values."host_id", new_values."host_unit", new_values."id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", NOW(), \'insert\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='08da9dc2948142b59278f4ed644cfb8c7fab1ef3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2fdbf', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_at", "host_answered_by_id", "host_answered_name", "host_id", "host_unit", "id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT new_values."after_return", new_values."agency_id", new_values."cohort_id", new_values."cost_rule", new_values."ends_on", new_values."host_agency_id", new_values."host_answer", new_values."host_answer_reason", new_values."host_answered_at", new_values."host_answered_by_id", new_values."host_answered_name", new_values."host_id", new_values."host_unit", new_values."id", new_values."kind", new_values."need_id", new_values."opened_at", new_values."opened_by_id", NOW(), \'update\', new_values."seats", new_values."starts_on", new_values."state", new_values."title", new_values."unit_id", new_values."unit_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2108217eff3c8d5b81352026533fa1740593a7ed', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b4122', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_sending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sending',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingtrail" ("after_return", "agency_id", "cohort_id", "cost_rule", "ends_on", "host_agency_id", "host_answer", "host_answer_reason", "host_answered_at", "host_answered_by_id", "host_answered_name", "host_id", "host_unit", "id", "kind", "need_id", "opened_at", "opened_by_id", "pgh_created_at", "pgh_label", "seats", "starts_on", "state", "title", "unit_id", "unit_name") SELECT old_values."after_return", old_values."agency_id", old_values."cohort_id", old_values."cost_rule", old_values."ends_on", old_values."host_agency_id", old_values."host_answer", old_values."host_answer_reason", old_values."host_answered_at", old_values."host_answered_by_id", old_values."host_answered_name", old_values."host_id", old_values."host_unit", old_values."id", old_values."kind", old_values."need_id", old_values."opened_at", old_values."opened_by_id", NOW(), \'delete\', old_values."seats", old_values."starts_on", old_values."state", old_values."title", old_values."unit_id", old_values."unit_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cbcd7f01a2cdd7b5cd860ebed8682d3b966f3a2f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8432a', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_sending', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='participanttrail',
            index=models.Index(fields=['id', 'pgh_id'], name='participant_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participanttrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='123a1506b19e9296c9bbba41a0974ecdd9dac7a1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ebc13', table='learn_participanttrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(fields=['agency', 'person'], name='participant_person'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('sending', 'person'), name='participant_once', violation_error_message='Pegawai ini sudah tercantum.'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.CheckConstraint(condition=models.Q(('mentor__isnull', True), models.Q(('mentor', models.F('person')), _negated=True), _connector='OR'), name='participant_is_not_own_mentor', violation_error_message='Mentor harus orang lain, yaitu atasan langsungnya.'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level_required__isnull', True), ('level_required__range', (1, 5)), _connector='OR'), models.Q(('level_shown__isnull', True), ('level_shown__range', (0, 5)), _connector='OR')), name='participant_levels', violation_error_message='Level kompetensi antara 1 dan 5.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_participanttrail" ("agency_id", "card_education", "card_name", "card_post", "card_unit", "commitment", "competency_id", "host_agency_id", "host_mentor_id", "host_mentor_name", "id", "level_required", "level_shown", "mentor_id", "person_id", "pgh_created_at", "pgh_label", "sending_id", "state", "state_reason") SELECT new_values."agency_id", new_values."card_education", new_values."card_name", new_values."card_post", new_values."card_unit", new_values."commitment", new_values."competency_id", new_values."host_agency_id", new_values."host_mentor_id", new_values."host_mentor_name", new_values."id", new_values."level_required", new_values."level_shown", new_values."mentor_id", new_values."person_id", NOW(), \'insert\', new_values."sending_id", new_values."state", new_values."state_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0c3ada318ba3afd9737df5f172fb6f467f8dda83', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8836d', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_participanttrail" ("agency_id", "card_education", "card_name", "card_post", "card_unit", "commitment", "competency_id", "host_agency_id", "host_mentor_id", "host_mentor_name", "id", "level_required", "level_shown", "mentor_id", "person_id", "pgh_created_at", "pgh_label", "sending_id", "state", "state_reason") SELECT new_values."agency_id", new_values."card_education", new_values."card_name", new_values."card_post", new_values."card_unit", new_values."commitment", new_values."competency_id", new_values."host_agency_id", new_values."host_mentor_id", new_values."host_mentor_name", new_values."id", new_values."level_required", new_values."level_shown", new_values."mentor_id", new_values."person_id", NOW(), \'update\', new_values."sending_id", new_values."state", new_values."state_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1c9237985d1394d172f537de4b16e27e950aadce', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1ef4a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_participanttrail" ("agency_id", "card_education", "card_name", "card_post", "card_unit", "commitment", "competency_id", "host_agency_id", "host_mentor_id", "host_mentor_name", "id", "level_required", "level_shown", "mentor_id", "person_id", "pgh_created_at", "pgh_label", "sending_id", "state", "state_reason") SELECT old_values."agency_id", old_values."card_education", old_values."card_name", old_values."card_post", old_values."card_unit", old_values."commitment", old_values."competency_id", old_values."host_agency_id", old_values."host_mentor_id", old_values."host_mentor_name", old_values."id", old_values."level_required", old_values."level_shown", old_values."mentor_id", old_values."person_id", NOW(), \'delete\', old_values."sending_id", old_values."state", old_values."state_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='46c4b08cada370d1428bc69658045aa5af0de996', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ef5b6', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_participant', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='sendingstep',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='sending_step_says_why', violation_error_message='Tulis alasan perubahan status.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6ea1e310176cb3611f6ad5ebb4a33f3e90cb6947', operation='UPDATE', pgid='pgtrigger_append_only_79e4d', table='learn_sendingstep', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingsteptrail" ("after", "agency_id", "before", "host_agency_id", "id", "made_at", "made_by_id", "made_by_name", "made_on", "pgh_created_at", "pgh_label", "reason", "sending_id") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."host_agency_id", new_values."id", new_values."made_at", new_values."made_by_id", new_values."made_by_name", new_values."made_on", NOW(), \'insert\', new_values."reason", new_values."sending_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='049277acc9c7eb7a41d946ffe1cb3eb262c2ceb3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_90288', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_sendingstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingsteptrail" ("after", "agency_id", "before", "host_agency_id", "id", "made_at", "made_by_id", "made_by_name", "made_on", "pgh_created_at", "pgh_label", "reason", "sending_id") SELECT new_values."after", new_values."agency_id", new_values."before", new_values."host_agency_id", new_values."id", new_values."made_at", new_values."made_by_id", new_values."made_by_name", new_values."made_on", NOW(), \'update\', new_values."reason", new_values."sending_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='15b7b999febe14631d23bf598a0949f0c14b28dd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4160c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_sendingstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_sendingsteptrail" ("after", "agency_id", "before", "host_agency_id", "id", "made_at", "made_by_id", "made_by_name", "made_on", "pgh_created_at", "pgh_label", "reason", "sending_id") SELECT old_values."after", old_values."agency_id", old_values."before", old_values."host_agency_id", old_values."id", old_values."made_at", old_values."made_by_id", old_values."made_by_name", old_values."made_on", NOW(), \'delete\', old_values."reason", old_values."sending_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='942feebfd3ba5d9dfa5a54c1b0e8098090b49b28', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b8f0b', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_sendingstep', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='sendingsteptrail',
            index=models.Index(fields=['id', 'pgh_id'], name='sendingstep_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingsteptrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4786130c819de91dec8dae271739ba0fc0e18b94', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bbb4c', table='learn_sendingsteptrail', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='sendingtrail',
            index=models.Index(fields=['id', 'pgh_id'], name='sending_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sendingtrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='01ca897dba94791ee58090072a036fe2947e1daa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1b76e', table='learn_sendingtrail', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='wantedfield',
            constraint=models.UniqueConstraint(fields=('cohort', 'name'), name='wanted_field_once', violation_error_message='Bidang ini sudah tercantum.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wantedfield',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_wantedfieldtrail" ("agency_id", "cohort_id", "id", "name", "pgh_created_at", "pgh_label", "source", "unit_id") SELECT new_values."agency_id", new_values."cohort_id", new_values."id", new_values."name", NOW(), \'insert\', new_values."source", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='125d89c3b09237dcb313750e5ff4a2a1654cb0ee', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bbe72', referencing='REFERENCING NEW TABLE AS new_values ', table='learn_wantedfield', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wantedfield',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_wantedfieldtrail" ("agency_id", "cohort_id", "id", "name", "pgh_created_at", "pgh_label", "source", "unit_id") SELECT new_values."agency_id", new_values."cohort_id", new_values."id", new_values."name", NOW(), \'update\', new_values."source", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9c89670bde56088e0fcd53b6fac3b4d092589416', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7dcec', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='learn_wantedfield', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wantedfield',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "learn_wantedfieldtrail" ("agency_id", "cohort_id", "id", "name", "pgh_created_at", "pgh_label", "source", "unit_id") SELECT old_values."agency_id", old_values."cohort_id", old_values."id", old_values."name", NOW(), \'delete\', old_values."source", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1c72243d9d6e59aa536fc99c85f985a2ca8eb7fa', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_03b0f', referencing='REFERENCING OLD TABLE AS old_values ', table='learn_wantedfield', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='wantedfieldtrail',
            index=models.Index(fields=['id', 'pgh_id'], name='wantedfield_trail'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wantedfieldtrail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='445e72c0ddfd8ebe712f98473c225b311140aab6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1dd66', table='learn_wantedfieldtrail', when='BEFORE')),
        ),
    ]
