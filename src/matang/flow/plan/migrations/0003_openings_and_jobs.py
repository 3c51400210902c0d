"""Places to fill and why; the job that computes; a fault that can be told in either language."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plan', '0002_row_policies'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='placementscenario',
            name='scenario_progress_percent',
        ),
        migrations.RemoveField(
            model_name='placementscenario',
            name='progress',
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='job_id',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='nomor pekerjaan'),
        ),
        migrations.AddField(
            model_name='placementscenario',
            name='retiring_within',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='pemangku pensiun dalam (bulan)'),
        ),
        migrations.AddField(
            model_name='scenariopost',
            name='basis',
            field=models.CharField(choices=[('vacant', 'Lowong'), ('acting', 'Dijabat pelaksana tugas'), ('retiring', 'Pemangku segera pensiun')], default='vacant', max_length=10, verbose_name='sebab diisi'),
        ),
        migrations.AddField(
            model_name='scenariopost',
            name='free_from',
            field=models.DateField(blank=True, null=True, verbose_name='kosong mulai'),
        ),
        migrations.AddField(
            model_name='scenariopost',
            name='places',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='tempat'),
        ),
        migrations.AddField(
            model_name='scenariopost',
            name='staying',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='pemangku yang tetap'),
        ),
        migrations.RemoveField(model_name="placementscenario", name="fault"),
        migrations.AddField(
            model_name="placementscenario",
            name="fault",
            field=models.JSONField(blank=True, default=dict, verbose_name="sebab gagal"),
        ),
    ]
