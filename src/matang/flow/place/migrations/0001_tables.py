"""The tables of the stage, with their trails."""

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from django.db.migrations import CreateModel

from matang.foundation.audit.columns import with_trail
from matang.foundation.tenancy.tables import CreateTables


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("place", "0001_initial"),
        ("place", "0003_audit"),
        ("place", "0004_panels"),
        ("place", "0006_nominations"),
        ("place", "0008_objections"),
        ("place", "0008_waiver_answer"),
    ]
    dependencies = [
        ("plan", "0002_policies"),
        ("register", "0002_policies"),
        ("tenancy", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateTables(
            [
                *with_trail(
                    CreateModel(
                        name="PanelMeeting",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("title", models.CharField(max_length=160, verbose_name="nama sidang")),
                            ("held_on", models.DateField(verbose_name="tanggal")),
                            ("starts_at", models.TimeField(blank=True, null=True, verbose_name="pukul")),
                            ("venue", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                            ("way", models.CharField(choices=[("vote", "Pemungutan suara"), ("consensus", "Mufakat")], default="vote", max_length=10, verbose_name="cara mengambil pertimbangan")),
                            ("quorum", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="kuorum")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("draft", "Disiapkan"), ("opened", "Dibuka"), ("adjourned", "Diskors"), ("closed", "Ditutup")], default="draft", max_length=10, verbose_name="status"
                                ),
                            ),
                            ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="dibuka pada")),
                            ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
                            ("created_at", models.DateTimeField(verbose_name="disiapkan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("created_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="disiapkan oleh")),
                        ],
                        options={
                            "verbose_name": "sidang tim penilai",
                            "verbose_name_plural": "sidang tim penilai",
                            "ordering": ("-held_on", "-id"),
                            "indexes": [models.Index(fields=["agency", "state", "held_on"], name="meeting_state")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("quorum__isnull", True), ("quorum__gte", 1), _connector="OR"),
                                    name="meeting_quorum_at_least_one",
                                    violation_error_message="Kuorum sedikitnya satu orang.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("state", "draft"),
                                        models.Q(("opened_at__isnull", False), models.Q(("state", "closed"), _negated=True)),
                                        models.Q(("closed_at__isnull", False), ("state", "closed")),
                                        _connector="OR",
                                    ),
                                    name="meeting_says_when_opened_and_closed",
                                    violation_error_message="Sidang yang dibuka atau ditutup harus mencatat waktunya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_panelmeetingtrail" ("agency_id", "closed_at", "created_at", "created_by_id", "held_on", "id", "opened_at", "pgh_created_at", "pgh_label", "quorum", "starts_at", "state", "title", "venue", "way") SELECT new_values."agency_id", new_values."closed_at", new_values."created_at", new_values."created_by_id", new_values."held_on", new_values."id", new_values."opened_at", NOW(), \'insert\', new_values."quorum", new_values."starts_at", new_values."state", new_values."title", new_values."venue", new_values."way" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e752b33c796557dc6d835aedf4a2fff96068548c",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_fafc9",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_panelmeeting",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_panelmeetingtrail" ("agency_id", "closed_at", "created_at", "created_by_id", "held_on", "id", "opened_at", "pgh_created_at", "pgh_label", "quorum", "starts_at", "state", "title", "venue", "way") SELECT new_values."agency_id", new_values."closed_at", new_values."created_at", new_values."created_by_id", new_values."held_on", new_values."id", new_values."opened_at", NOW(), \'update\', new_values."quorum", new_values."starts_at", new_values."state", new_values."title", new_values."venue", new_values."way" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="6fdc0f297cdd2748f7815347946a3b784a18ddd1",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_76b2c",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_panelmeeting",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_panelmeetingtrail" ("agency_id", "closed_at", "created_at", "created_by_id", "held_on", "id", "opened_at", "pgh_created_at", "pgh_label", "quorum", "starts_at", "state", "title", "venue", "way") SELECT old_values."agency_id", old_values."closed_at", old_values."created_at", old_values."created_by_id", old_values."held_on", old_values."id", old_values."opened_at", NOW(), \'delete\', old_values."quorum", old_values."starts_at", old_values."state", old_values."title", old_values."venue", old_values."way" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="1bec5618bf6ed6744461f904dd5f0d2732f2e1b9",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_6e86f",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_panelmeeting",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="76aebaf3ef54dba76222dca4d890bf2f2a4d36ed",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ee05c",
                            table="place_panelmeetingtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="AgendaItem",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("position", models.PositiveSmallIntegerField(verbose_name="nomor urut")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("waiting", "Belum dibahas"), ("advised", "Sudah dipertimbangkan"), ("carried", "Dibawa ke sidang berikutnya")],
                                    default="waiting",
                                    max_length=10,
                                    verbose_name="status",
                                ),
                            ),
                            ("way", models.CharField(blank=True, choices=[("vote", "Pemungutan suara"), ("consensus", "Mufakat")], max_length=10, verbose_name="cara")),
                            (
                                "advice",
                                models.CharField(
                                    blank=True, choices=[("person", "Menetapkan seorang calon"), ("vacant", "Membiarkan kosong"), ("abstain", "Abstain")], max_length=10, verbose_name="pertimbangan"
                                ),
                            ),
                            ("tally", models.JSONField(blank=True, default=list, verbose_name="perolehan suara")),
                            ("chair_said", models.BooleanField(default=False, verbose_name="ditentukan ketua")),
                            ("note", models.TextField(blank=True, verbose_name="catatan")),
                            ("advised_at", models.DateTimeField(blank=True, null=True, verbose_name="dipertimbangkan pada")),
                            ("log_id", models.BigIntegerField(blank=True, null=True, verbose_name="catatan putusan")),
                            (
                                "advised_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dicatat oleh"),
                            ),
                            (
                                "advised_person",
                                models.ForeignKey(
                                    blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="yang dipertimbangkan untuk ditetapkan"
                                ),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan")),
                            ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.placementscenario", verbose_name="skenario")),
                            ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="place.panelmeeting", verbose_name="sidang")),
                        ],
                        options={
                            "verbose_name": "butir agenda sidang",
                            "verbose_name_plural": "butir agenda sidang",
                            "ordering": ("position", "id"),
                            "indexes": [models.Index(fields=["agency", "post"], name="agenda_post")],
                            "constraints": [
                                models.UniqueConstraint(
                                    condition=models.Q(("state", "carried"), _negated=True),
                                    fields=("scenario", "post"),
                                    name="agenda_post_in_one_meeting",
                                    violation_error_message="Jabatan ini sudah ada dalam agenda sidang lain.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("state", "advised"), _negated=True),
                                        models.Q(("advised_at__isnull", False), ("advised_by__isnull", False), models.Q(("advice", ""), _negated=True), models.Q(("way", ""), _negated=True)),
                                        _connector="OR",
                                    ),
                                    name="agenda_advice_is_whole",
                                    violation_error_message="Pertimbangan harus menyebut isinya, caranya, waktunya, dan pencatatnya.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("advice", "person"), ("advised_person__isnull", False)),
                                        models.Q(models.Q(("advice", "person"), _negated=True), ("advised_person__isnull", True)),
                                        _connector="OR",
                                    ),
                                    name="agenda_advice_names_person",
                                    violation_error_message="Pertimbangan untuk menetapkan seorang calon harus menyebut calonnya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_agendaitemtrail" ("advice", "advised_at", "advised_by_id", "advised_person_id", "agency_id", "chair_said", "id", "log_id", "meeting_id", "note", "pgh_created_at", "pgh_label", "position", "post_id", "scenario_id", "state", "tally", "way") SELECT new_values."advice", new_values."advised_at", new_values."advised_by_id", new_values."advised_person_id", new_values."agency_id", new_values."chair_said", new_values."id", new_values."log_id", new_values."meeting_id", new_values."note", NOW(), \'insert\', new_values."position", new_values."post_id", new_values."scenario_id", new_values."state", new_values."tally", new_values."way" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a3472375df69c0919ed5c76a1dd55391aaf51293",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_3c706",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_agendaitem",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_agendaitemtrail" ("advice", "advised_at", "advised_by_id", "advised_person_id", "agency_id", "chair_said", "id", "log_id", "meeting_id", "note", "pgh_created_at", "pgh_label", "position", "post_id", "scenario_id", "state", "tally", "way") SELECT new_values."advice", new_values."advised_at", new_values."advised_by_id", new_values."advised_person_id", new_values."agency_id", new_values."chair_said", new_values."id", new_values."log_id", new_values."meeting_id", new_values."note", NOW(), \'update\', new_values."position", new_values."post_id", new_values."scenario_id", new_values."state", new_values."tally", new_values."way" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="79b775bba9953fc5c7a3f3d5af3ea3107e1d3acb",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_63616",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_agendaitem",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_agendaitemtrail" ("advice", "advised_at", "advised_by_id", "advised_person_id", "agency_id", "chair_said", "id", "log_id", "meeting_id", "note", "pgh_created_at", "pgh_label", "position", "post_id", "scenario_id", "state", "tally", "way") SELECT old_values."advice", old_values."advised_at", old_values."advised_by_id", old_values."advised_person_id", old_values."agency_id", old_values."chair_said", old_values."id", old_values."log_id", old_values."meeting_id", old_values."note", NOW(), \'delete\', old_values."position", old_values."post_id", old_values."scenario_id", old_values."state", old_values."tally", old_values."way" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a825bbde539dc632cdabb57743ff670899a7cffd",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_0d030",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_agendaitem",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b795ae0bf0af9030747238801e507716d3a96510",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3efe5",
                            table="place_agendaitemtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="MeetingMember",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("seat", models.CharField(choices=[("chair", "Ketua"), ("secretary", "Sekretaris"), ("member", "Anggota")], default="member", max_length=10, verbose_name="kedudukan")),
                            (
                                "attendance",
                                models.CharField(choices=[("expected", "Belum dicatat"), ("present", "Hadir"), ("absent", "Tidak hadir")], default="expected", max_length=10, verbose_name="kehadiran"),
                            ),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="akun")),
                            ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="members", to="place.panelmeeting", verbose_name="sidang")),
                        ],
                        options={
                            "verbose_name": "anggota sidang",
                            "verbose_name_plural": "anggota sidang",
                            "ordering": ("seat", "id"),
                            "indexes": [models.Index(fields=["agency", "user"], name="member_user")],
                            "constraints": [
                                models.UniqueConstraint(fields=("meeting", "user"), name="member_once_per_meeting", violation_error_message="Anggota ini sudah ada dalam sidang."),
                                models.UniqueConstraint(
                                    condition=models.Q(("seat", "member"), _negated=True),
                                    fields=("meeting", "seat"),
                                    name="meeting_has_one_chair_and_secretary",
                                    violation_error_message="Sidang hanya punya satu ketua dan satu sekretaris.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_meetingmembertrail" ("agency_id", "attendance", "id", "meeting_id", "pgh_created_at", "pgh_label", "seat", "user_id") SELECT new_values."agency_id", new_values."attendance", new_values."id", new_values."meeting_id", NOW(), \'insert\', new_values."seat", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b7a4bf16fcaaf0faf810c7e08a0efd7adb71a268",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_98d82",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_meetingmember",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_meetingmembertrail" ("agency_id", "attendance", "id", "meeting_id", "pgh_created_at", "pgh_label", "seat", "user_id") SELECT new_values."agency_id", new_values."attendance", new_values."id", new_values."meeting_id", NOW(), \'update\', new_values."seat", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="fce4a0460753240f1a0faedfaeae53e40d1fa5cb",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_e755d",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_meetingmember",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_meetingmembertrail" ("agency_id", "attendance", "id", "meeting_id", "pgh_created_at", "pgh_label", "seat", "user_id") SELECT old_values."agency_id", old_values."attendance", old_values."id", old_values."meeting_id", NOW(), \'delete\', old_values."seat", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="8496894581af9045f854bd8f37dc1f7d23a06ce3",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_1a05c",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_meetingmember",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="770af0c3a4e85ad795a3fdb15e733e80162a2346",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fb69e",
                            table="place_meetingmembertrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="InterestStatement",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("given_at", models.DateTimeField(verbose_name="diberikan pada")),
                            ("log_id", models.BigIntegerField(verbose_name="catatan putusan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("member", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="statement", to="place.meetingmember", verbose_name="anggota sidang")),
                        ],
                        options={
                            "verbose_name": "pernyataan konflik kepentingan",
                            "verbose_name_plural": "pernyataan konflik kepentingan",
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_intereststatementtrail" ("agency_id", "given_at", "id", "log_id", "member_id", "pgh_created_at", "pgh_label") SELECT new_values."agency_id", new_values."given_at", new_values."id", new_values."log_id", new_values."member_id", NOW(), \'insert\' FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="68fece177678bbf50ba05e32dbf6286876ba37d1",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_3d44d",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_intereststatement",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_intereststatementtrail" ("agency_id", "given_at", "id", "log_id", "member_id", "pgh_created_at", "pgh_label") SELECT new_values."agency_id", new_values."given_at", new_values."id", new_values."log_id", new_values."member_id", NOW(), \'update\' FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="68d11b5379ecc2dda4e98739f6c03c85ad1b02aa",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_e0f51",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_intereststatement",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_intereststatementtrail" ("agency_id", "given_at", "id", "log_id", "member_id", "pgh_created_at", "pgh_label") SELECT old_values."agency_id", old_values."given_at", old_values."id", old_values."log_id", old_values."member_id", NOW(), \'delete\' FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="606d5a1815729e660bfaf6898131d1e1325ea936",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_080cd",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_intereststatement",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f2db6140fc07184f95267e75cd2539d3af09d7fd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b2a77",
                            table="place_intereststatementtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="DeclaredConflict",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("relation", models.CharField(max_length=200, verbose_name="hubungan")),
                            ("declared_at", models.DateTimeField(verbose_name="dinyatakan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "item",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="place.agendaitem", verbose_name="butir agenda sidang"),
                            ),
                            ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="calon")),
                            ("statement", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="conflicts", to="place.intereststatement", verbose_name="pernyataan")),
                        ],
                        options={
                            "verbose_name": "konflik kepentingan",
                            "verbose_name_plural": "konflik kepentingan",
                            "ordering": ("id",),
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(models.Q(("item__isnull", False), ("person__isnull", True)), models.Q(("item__isnull", True), ("person__isnull", False)), _connector="OR"),
                                    name="conflict_is_about_post_or_person",
                                    violation_error_message="Sebut jabatan atau calonnya, salah satu.",
                                ),
                                models.CheckConstraint(condition=models.Q(("relation", ""), _negated=True), name="conflict_says_relation", violation_error_message="Tulis hubungannya."),
                                models.UniqueConstraint(fields=("statement", "item"), name="conflict_post_once"),
                                models.UniqueConstraint(fields=("statement", "person"), name="conflict_person_once"),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_declaredconflicttrail" ("agency_id", "declared_at", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "relation", "statement_id") SELECT new_values."agency_id", new_values."declared_at", new_values."id", new_values."item_id", new_values."person_id", NOW(), \'insert\', new_values."relation", new_values."statement_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="79d32895fecccb9474a8336d1d1149ad7e19f8c4",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_20296",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_declaredconflict",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_declaredconflicttrail" ("agency_id", "declared_at", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "relation", "statement_id") SELECT new_values."agency_id", new_values."declared_at", new_values."id", new_values."item_id", new_values."person_id", NOW(), \'update\', new_values."relation", new_values."statement_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="a9b4ef77242e5750472a86c0fda4e14cfaae89dc",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_8b8fb",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_declaredconflict",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_declaredconflicttrail" ("agency_id", "declared_at", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "relation", "statement_id") SELECT old_values."agency_id", old_values."declared_at", old_values."id", old_values."item_id", old_values."person_id", NOW(), \'delete\', old_values."relation", old_values."statement_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="d22ea187ff52d91b98f611681c1927185863f1b9",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_d0f8b",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_declaredconflict",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bf28f5d2ed1a5faaf27c875cab1e7e4f1d47a899",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a9b6b",
                            table="place_declaredconflicttrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Nomination",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("reason", models.TextField(verbose_name="alasan")),
                            ("named_at", models.DateTimeField(verbose_name="diajukan pada")),
                            ("rank", models.PositiveSmallIntegerField(verbose_name="urutan saat diajukan")),
                            ("distance", models.IntegerField(blank=True, null=True, verbose_name="kekurangan saat diajukan")),
                            ("refusals", models.JSONField(blank=True, default=list, verbose_name="syarat yang tidak dipenuhi")),
                            ("log_id", models.BigIntegerField(verbose_name="catatan putusan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("named_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diajukan oleh")),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="pegawai")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan")),
                            ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.placementscenario", verbose_name="skenario")),
                        ],
                        options={
                            "verbose_name": "nama yang diajukan",
                            "verbose_name_plural": "nama yang diajukan",
                            "ordering": ("named_at", "id"),
                            "indexes": [models.Index(fields=["agency", "person"], name="nomination_person")],
                            "constraints": [
                                models.UniqueConstraint(fields=("scenario", "post", "person"), name="nomination_once", violation_error_message="Nama ini sudah diajukan untuk jabatan itu."),
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="nomination_has_reason", violation_error_message="Tulis alasan mengajukan nama ini."),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_nominationtrail" ("agency_id", "distance", "id", "log_id", "named_at", "named_by_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "rank", "reason", "refusals", "scenario_id") SELECT new_values."agency_id", new_values."distance", new_values."id", new_values."log_id", new_values."named_at", new_values."named_by_id", new_values."person_id", NOW(), \'insert\', new_values."post_id", new_values."rank", new_values."reason", new_values."refusals", new_values."scenario_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="5103d484ad2ddf3020a27668a7b6f8d067bd1b3d",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_e345c",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_nomination",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_nominationtrail" ("agency_id", "distance", "id", "log_id", "named_at", "named_by_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "rank", "reason", "refusals", "scenario_id") SELECT new_values."agency_id", new_values."distance", new_values."id", new_values."log_id", new_values."named_at", new_values."named_by_id", new_values."person_id", NOW(), \'update\', new_values."post_id", new_values."rank", new_values."reason", new_values."refusals", new_values."scenario_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e26ddce22d5eaa3ee688d80893ef0fff958722eb",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_2c309",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_nomination",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_nominationtrail" ("agency_id", "distance", "id", "log_id", "named_at", "named_by_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "rank", "reason", "refusals", "scenario_id") SELECT old_values."agency_id", old_values."distance", old_values."id", old_values."log_id", old_values."named_at", old_values."named_by_id", old_values."person_id", NOW(), \'delete\', old_values."post_id", old_values."rank", old_values."reason", old_values."refusals", old_values."scenario_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="504e93ecded3ff90e93963d68c5f53c93c7e8ef1",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_a3ee1",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_nomination",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e1219530bffae09d6aa56c49f798b55c6489b137",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1ba6d",
                            table="place_nominationtrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="PlacementDecision",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "outcome",
                                models.CharField(
                                    choices=[("confirmed", "Usulan disetujui"), ("overridden", "Orang lain ditetapkan"), ("left_vacant", "Dibiarkan kosong")], max_length=12, verbose_name="putusan"
                                ),
                            ),
                            ("reason", models.TextField(blank=True, verbose_name="alasan")),
                            ("cost", models.IntegerField(default=0, verbose_name="biaya terhadap usulan")),
                            ("decree", models.CharField(blank=True, max_length=80, verbose_name="nomor SK")),
                            ("effective_from", models.DateField(blank=True, null=True, verbose_name="berlaku sejak")),
                            ("decided_at", models.DateTimeField(verbose_name="diputus pada")),
                            ("incumbency_id", models.BigIntegerField(blank=True, null=True, verbose_name="catatan pemangku")),
                            ("ended", models.JSONField(blank=True, default=list, verbose_name="jabatan yang diakhiri")),
                            ("log_id", models.BigIntegerField(verbose_name="catatan putusan")),
                            ("state", models.CharField(choices=[("stands", "Berlaku"), ("undone", "Dibatalkan")], default="stands", max_length=8, verbose_name="status")),
                            ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada")),
                            ("undo_reason", models.TextField(blank=True, verbose_name="alasan pembatalan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("decided_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diputus oleh")),
                            ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="yang ditetapkan")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan")),
                            (
                                "proposed_person",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="yang diusulkan"),
                            ),
                            ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.placementscenario", verbose_name="skenario")),
                            (
                                "undone_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibatalkan oleh"),
                            ),
                            ("against_advice", models.BooleanField(default=False, verbose_name="berbeda dari pertimbangan")),
                            (
                                "item",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="place.agendaitem", verbose_name="butir agenda sidang"),
                            ),
                        ],
                        options={
                            "verbose_name": "putusan penempatan",
                            "verbose_name_plural": "putusan penempatan",
                            "ordering": ("-decided_at", "-id"),
                            "indexes": [models.Index(fields=["agency", "person"], name="decision_person")],
                            "constraints": [
                                models.UniqueConstraint(
                                    condition=models.Q(("state", "stands")), fields=("scenario", "post"), name="decision_once_per_post", violation_error_message="Jabatan ini sudah diputus."
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("outcome", "confirmed"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                                    name="decision_override_has_reason",
                                    violation_error_message="Putusan yang berbeda dari usulan harus beralasan.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("effective_from__isnull", True), ("outcome", "left_vacant"), ("person__isnull", True)),
                                        models.Q(models.Q(("outcome", "left_vacant"), _negated=True), ("effective_from__isnull", False), ("person__isnull", False)),
                                        _connector="OR",
                                    ),
                                    name="decision_names_person_and_date",
                                    violation_error_message="Putusan harus menyebut pegawai dan tanggal berlaku, kecuali jabatan dibiarkan kosong.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("state", "stands"), models.Q(("undone_at__isnull", False), ("undone_by__isnull", False), models.Q(("undo_reason", ""), _negated=True)), _connector="OR"
                                    ),
                                    name="decision_undo_has_author_and_reason",
                                    violation_error_message="Pembatalan harus punya penanggung jawab dan alasan.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("against_advice", False), models.Q(("reason", ""), _negated=True), _connector="OR"),
                                    name="decision_against_advice_has_reason",
                                    violation_error_message="Putusan yang berbeda dari pertimbangan tim penilai harus beralasan.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_placementdecisiontrail" ("against_advice", "agency_id", "cost", "decided_at", "decided_by_id", "decree", "effective_from", "ended", "id", "incumbency_id", "item_id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "post_id", "proposed_person_id", "reason", "scenario_id", "state", "undo_reason", "undone_at", "undone_by_id") SELECT new_values."against_advice", new_values."agency_id", new_values."cost", new_values."decided_at", new_values."decided_by_id", new_values."decree", new_values."effective_from", new_values."ended", new_values."id", new_values."incumbency_id", new_values."item_id", new_values."log_id", new_values."outcome", new_values."person_id", NOW(), \'insert\', new_values."post_id", new_values."proposed_person_id", new_values."reason", new_values."scenario_id", new_values."state", new_values."undo_reason", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="b12ce999b4b4d884c9aea3bfb84e2141763f9aaa",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_6e03f",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_placementdecision",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_placementdecisiontrail" ("against_advice", "agency_id", "cost", "decided_at", "decided_by_id", "decree", "effective_from", "ended", "id", "incumbency_id", "item_id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "post_id", "proposed_person_id", "reason", "scenario_id", "state", "undo_reason", "undone_at", "undone_by_id") SELECT new_values."against_advice", new_values."agency_id", new_values."cost", new_values."decided_at", new_values."decided_by_id", new_values."decree", new_values."effective_from", new_values."ended", new_values."id", new_values."incumbency_id", new_values."item_id", new_values."log_id", new_values."outcome", new_values."person_id", NOW(), \'update\', new_values."post_id", new_values."proposed_person_id", new_values."reason", new_values."scenario_id", new_values."state", new_values."undo_reason", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="3fd9a4e6cc885e58465f10dd8094986142cd00ba",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_bba9c",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_placementdecision",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_placementdecisiontrail" ("against_advice", "agency_id", "cost", "decided_at", "decided_by_id", "decree", "effective_from", "ended", "id", "incumbency_id", "item_id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "post_id", "proposed_person_id", "reason", "scenario_id", "state", "undo_reason", "undone_at", "undone_by_id") SELECT old_values."against_advice", old_values."agency_id", old_values."cost", old_values."decided_at", old_values."decided_by_id", old_values."decree", old_values."effective_from", old_values."ended", old_values."id", old_values."incumbency_id", old_values."item_id", old_values."log_id", old_values."outcome", old_values."person_id", NOW(), \'delete\', old_values."post_id", old_values."proposed_person_id", old_values."reason", old_values."scenario_id", old_values."state", old_values."undo_reason", old_values."undone_at", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="60e95c7a51b86bfe71ce12444de2e17c29493fe4",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_4745e",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_placementdecision",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f5b259e23b4c2c21fbd85806612c642f41c5953f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c2c78",
                            table="place_placementdecisiontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Objection",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("grounds", models.TextField(verbose_name="alasan keberatan")),
                            ("filed_at", models.DateTimeField(verbose_name="diajukan pada")),
                            ("answer_due", models.DateField(verbose_name="dijawab paling lambat")),
                            (
                                "state",
                                models.CharField(
                                    choices=[("filed", "Menunggu jawaban"), ("answered", "Sudah dijawab"), ("withdrawn", "Ditarik")], default="filed", max_length=9, verbose_name="status"
                                ),
                            ),
                            ("outcome", models.CharField(blank=True, choices=[("upheld", "Diterima"), ("partly", "Diterima sebagian"), ("rejected", "Ditolak")], max_length=8, verbose_name="jawaban")),
                            ("answer", models.TextField(blank=True, verbose_name="penjelasan jawaban")),
                            ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada")),
                            ("log_id", models.BigIntegerField(verbose_name="catatan putusan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            (
                                "answered_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dijawab oleh"),
                            ),
                            ("decision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="place.placementdecision", verbose_name="putusan")),
                            ("filed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diajukan oleh")),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="pegawai")),
                        ],
                        options={
                            "verbose_name": "keberatan",
                            "verbose_name_plural": "keberatan",
                            "ordering": ("answer_due", "id"),
                            "indexes": [models.Index(fields=["agency", "state", "answer_due"], name="objection_clock")],
                            "constraints": [
                                models.UniqueConstraint(
                                    condition=models.Q(("state", "withdrawn"), _negated=True),
                                    fields=("decision", "person"),
                                    name="objection_once",
                                    violation_error_message="Keberatan atas putusan ini sudah diajukan.",
                                ),
                                models.CheckConstraint(condition=models.Q(("grounds", ""), _negated=True), name="objection_has_grounds", violation_error_message="Tulis alasan keberatan."),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("state", "answered"), _negated=True),
                                        models.Q(("answered_at__isnull", False), ("answered_by__isnull", False), models.Q(("answer", ""), _negated=True), models.Q(("outcome", ""), _negated=True)),
                                        _connector="OR",
                                    ),
                                    name="objection_answer_is_whole",
                                    violation_error_message="Jawaban harus menyebut isinya, penjelasannya, penjawab, dan waktunya.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_objectiontrail" ("agency_id", "answer", "answer_due", "answered_at", "answered_by_id", "decision_id", "filed_at", "filed_by_id", "grounds", "id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "state") SELECT new_values."agency_id", new_values."answer", new_values."answer_due", new_values."answered_at", new_values."answered_by_id", new_values."decision_id", new_values."filed_at", new_values."filed_by_id", new_values."grounds", new_values."id", new_values."log_id", new_values."outcome", new_values."person_id", NOW(), \'insert\', new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="40dc3b053e1543d43d71b1f714ef00d470d8f502",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_68909",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_objection",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_objectiontrail" ("agency_id", "answer", "answer_due", "answered_at", "answered_by_id", "decision_id", "filed_at", "filed_by_id", "grounds", "id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "state") SELECT new_values."agency_id", new_values."answer", new_values."answer_due", new_values."answered_at", new_values."answered_by_id", new_values."decision_id", new_values."filed_at", new_values."filed_by_id", new_values."grounds", new_values."id", new_values."log_id", new_values."outcome", new_values."person_id", NOW(), \'update\', new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e392d4ed508423440c17fb294461f7e9f5e95cb2",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_59d40",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_objection",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_objectiontrail" ("agency_id", "answer", "answer_due", "answered_at", "answered_by_id", "decision_id", "filed_at", "filed_by_id", "grounds", "id", "log_id", "outcome", "person_id", "pgh_created_at", "pgh_label", "state") SELECT old_values."agency_id", old_values."answer", old_values."answer_due", old_values."answered_at", old_values."answered_by_id", old_values."decision_id", old_values."filed_at", old_values."filed_by_id", old_values."grounds", old_values."id", old_values."log_id", old_values."outcome", old_values."person_id", NOW(), \'delete\', old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="7037469a6e43f0f00a73d66fe314e65394e8c17c",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_eb63c",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_objection",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="302c76a71ee7c22be8734b0b7fd2ecef21c608d6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d79b1",
                            table="place_objectiontrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="PanelVote",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            (
                                "ballot",
                                models.CharField(choices=[("person", "Menetapkan seorang calon"), ("vacant", "Membiarkan kosong"), ("abstain", "Abstain")], max_length=10, verbose_name="isi suara"),
                            ),
                            ("cast_at", models.DateTimeField(verbose_name="diberikan pada")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="votes", to="place.agendaitem", verbose_name="butir agenda sidang")),
                            ("member", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="place.meetingmember", verbose_name="anggota sidang")),
                            ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="calon")),
                        ],
                        options={
                            "verbose_name": "suara anggota",
                            "verbose_name_plural": "suara anggota",
                            "constraints": [
                                models.UniqueConstraint(fields=("item", "member"), name="vote_once_per_member"),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("ballot", "person"), ("person__isnull", False)), models.Q(models.Q(("ballot", "person"), _negated=True), ("person__isnull", True)), _connector="OR"
                                    ),
                                    name="vote_names_person",
                                    violation_error_message="Pilih seorang calon.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_panelvotetrail" ("agency_id", "ballot", "cast_at", "id", "item_id", "member_id", "person_id", "pgh_created_at", "pgh_label") SELECT new_values."agency_id", new_values."ballot", new_values."cast_at", new_values."id", new_values."item_id", new_values."member_id", new_values."person_id", NOW(), \'insert\' FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="460d478c26309af0eb473c56ae8f45c7f3ecfa56",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_cbcfb",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_panelvote",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_panelvotetrail" ("agency_id", "ballot", "cast_at", "id", "item_id", "member_id", "person_id", "pgh_created_at", "pgh_label") SELECT new_values."agency_id", new_values."ballot", new_values."cast_at", new_values."id", new_values."item_id", new_values."member_id", new_values."person_id", NOW(), \'update\' FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="35a8394937ec8237d59c4a614504aa75fef75f90",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_5b04e",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_panelvote",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_panelvotetrail" ("agency_id", "ballot", "cast_at", "id", "item_id", "member_id", "person_id", "pgh_created_at", "pgh_label") SELECT old_values."agency_id", old_values."ballot", old_values."cast_at", old_values."id", old_values."item_id", old_values."member_id", old_values."person_id", NOW(), \'delete\' FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="fa409b08863930b6be74eaa4925be2addb9692a1",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_f3a84",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_panelvote",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="86be2c2211d30374990508a59260427258dc5987",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2cb67",
                            table="place_panelvotetrail",
                            when="BEFORE",
                        ),
                    ),
                ),
                *with_trail(
                    CreateModel(
                        name="Waiver",
                        fields=[
                            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                            ("check_key", models.CharField(max_length=120, verbose_name="syarat")),
                            ("title", models.JSONField(verbose_name="bunyi syarat")),
                            ("verdict", models.CharField(max_length=10, verbose_name="hasil pemeriksaan")),
                            ("ground", models.CharField(blank=True, max_length=200, verbose_name="dasar hukum")),
                            ("reason", models.TextField(verbose_name="alasan")),
                            ("given_at", models.DateTimeField(verbose_name="diberikan pada")),
                            ("log_id", models.BigIntegerField(verbose_name="catatan putusan")),
                            ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik pada")),
                            ("withdrawal", models.TextField(blank=True, verbose_name="alasan penarikan")),
                            ("agency", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency", verbose_name="instansi")),
                            ("given_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="diberikan oleh")),
                            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.person", verbose_name="pegawai")),
                            ("post", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.post", verbose_name="jabatan")),
                            ("scenario", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.placementscenario", verbose_name="skenario")),
                            (
                                "withdrawn_by",
                                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ditarik oleh"),
                            ),
                            ("answer", models.JSONField(default=dict, verbose_name="hasil hitungan bagi pegawai ini")),
                        ],
                        options={
                            "verbose_name": "pengecualian syarat",
                            "verbose_name_plural": "pengecualian syarat",
                            "ordering": ("given_at", "id"),
                            "indexes": [models.Index(fields=["agency", "person"], name="waiver_person")],
                            "constraints": [
                                models.UniqueConstraint(
                                    condition=models.Q(("withdrawn_at__isnull", True)),
                                    fields=("scenario", "post", "person", "check_key"),
                                    name="waiver_requirement_once",
                                    violation_error_message="Syarat ini sudah dikecualikan.",
                                ),
                                models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="waiver_has_reason", violation_error_message="Pengecualian harus beralasan."),
                                models.CheckConstraint(
                                    condition=models.Q(("verdict", "unknown"), models.Q(("verdict", "fail"), models.Q(("ground", ""), _negated=True)), _connector="OR"),
                                    name="waiver_of_failure_has_ground",
                                    violation_error_message="Syarat yang tidak dipenuhi hanya dapat dikecualikan dengan dasar hukum.",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                                        models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False), models.Q(("withdrawal", ""), _negated=True)),
                                        _connector="OR",
                                    ),
                                    name="waiver_withdrawal_is_whole",
                                    violation_error_message="Penarikan harus punya penanggung jawab dan alasan.",
                                ),
                            ],
                            "triggers": [
                                pgtrigger.compiler.Trigger(
                                    name="insert_insert",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_waivertrail" ("agency_id", "answer", "check_key", "given_at", "given_by_id", "ground", "id", "log_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "reason", "scenario_id", "title", "verdict", "withdrawal", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."answer", new_values."check_key", new_values."given_at", new_values."given_by_id", new_values."ground", new_values."id", new_values."log_id", new_values."person_id", NOW(), \'insert\', new_values."post_id", new_values."reason", new_values."scenario_id", new_values."title", new_values."verdict", new_values."withdrawal", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="c895fca3fb8103ea4e6bc1b841d5f5ef113b4452",
                                        level="STATEMENT",
                                        operation="INSERT",
                                        pgid="pgtrigger_insert_insert_dae79",
                                        referencing="REFERENCING NEW TABLE AS new_values ",
                                        table="place_waiver",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="update_update",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_waivertrail" ("agency_id", "answer", "check_key", "given_at", "given_by_id", "ground", "id", "log_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "reason", "scenario_id", "title", "verdict", "withdrawal", "withdrawn_at", "withdrawn_by_id") SELECT new_values."agency_id", new_values."answer", new_values."check_key", new_values."given_at", new_values."given_by_id", new_values."ground", new_values."id", new_values."log_id", new_values."person_id", NOW(), \'update\', new_values."post_id", new_values."reason", new_values."scenario_id", new_values."title", new_values."verdict", new_values."withdrawal", new_values."withdrawn_at", new_values."withdrawn_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                        hash="26f81200ab887292e0fd03c6f7de5c866221e163",
                                        level="STATEMENT",
                                        operation="UPDATE",
                                        pgid="pgtrigger_update_update_11c89",
                                        referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                        table="place_waiver",
                                        when="AFTER",
                                    ),
                                ),
                                pgtrigger.compiler.Trigger(
                                    name="delete_delete",
                                    sql=pgtrigger.compiler.UpsertTriggerSql(
                                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "place_waivertrail" ("agency_id", "answer", "check_key", "given_at", "given_by_id", "ground", "id", "log_id", "person_id", "pgh_created_at", "pgh_label", "post_id", "reason", "scenario_id", "title", "verdict", "withdrawal", "withdrawn_at", "withdrawn_by_id") SELECT old_values."agency_id", old_values."answer", old_values."check_key", old_values."given_at", old_values."given_by_id", old_values."ground", old_values."id", old_values."log_id", old_values."person_id", NOW(), \'delete\', old_values."post_id", old_values."reason", old_values."scenario_id", old_values."title", old_values."verdict", old_values."withdrawal", old_values."withdrawn_at", old_values."withdrawn_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                        hash="e6f18acb9a37579953fb7da914f691a005a34ae8",
                                        level="STATEMENT",
                                        operation="DELETE",
                                        pgid="pgtrigger_delete_delete_0eb55",
                                        referencing="REFERENCING OLD TABLE AS old_values ",
                                        table="place_waiver",
                                        when="AFTER",
                                    ),
                                ),
                            ],
                        },
                    ),
                    refuse=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6aee08dd06733ad929768ab166f4f0e4a41667ea",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b5bfb",
                            table="place_waivertrail",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
