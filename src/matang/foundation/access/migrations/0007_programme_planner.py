"""The programme planner: keeps the tree of aims."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_appointing_official'),
    ]

    operations = [
        migrations.AlterField(
            model_name='grant',
            name='role',
            field=models.CharField(choices=[('civil_servant', 'ASN'), ('direct_superior', 'Atasan langsung'), ('unit_head', 'Kepala unit'), ('hr_officer', 'Pengelola kepegawaian'), ('planner', 'Perencana penempatan'), ('programme_planner', 'Perencana program'), ('panel_member', 'Anggota tim penilai'), ('appointing_official', 'Pejabat Pembina Kepegawaian (PPK)'), ('mentor', 'Mentor'), ('host_coordinator', 'Koordinator tuan rumah'), ('auditor', 'Auditor'), ('system_operator', 'Operator sistem')], max_length=20, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='granttrail',
            name='role',
            field=models.CharField(choices=[('civil_servant', 'ASN'), ('direct_superior', 'Atasan langsung'), ('unit_head', 'Kepala unit'), ('hr_officer', 'Pengelola kepegawaian'), ('planner', 'Perencana penempatan'), ('programme_planner', 'Perencana program'), ('panel_member', 'Anggota tim penilai'), ('appointing_official', 'Pejabat Pembina Kepegawaian (PPK)'), ('mentor', 'Mentor'), ('host_coordinator', 'Koordinator tuan rumah'), ('auditor', 'Auditor'), ('system_operator', 'Operator sistem')], max_length=20, verbose_name='peran'),
        ),
    ]
