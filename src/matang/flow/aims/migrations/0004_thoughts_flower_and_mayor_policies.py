"""Tenant policies of the papers of thought, the flower test and the mayor's programmes, and of their trails."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("thoughtpaper", "thoughteffort", "notsame", "mayorannouncement", "mayoragenda", "mayorprogramme", "mayortie")


class Migration(migrations.Migration):
    dependencies = [("aims", "0003_thoughts_flower_and_mayor")]
    operations = [
        *[rls.protect(f"aims_{name}") for name in (*TRACKED, "thoughtversion")],
        *[rls.protect(f"aims_{name}trail") for name in TRACKED],
    ]
