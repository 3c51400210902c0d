"""The log can be read and added to by its own agency; nobody changes, removes or empties it, the owner included."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLE = "audit_decision"

REFUSE = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(sql=REFUSE, reverse_sql="DROP FUNCTION audit_refuse()"),
        # For each statement, so that it also fires where the row policy would hide the rows.
        migrations.RunSQL(
            sql=[
                f"CREATE TRIGGER decision_no_change BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
                f"CREATE TRIGGER decision_no_truncate BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
            ],
            reverse_sql=[f"DROP TRIGGER decision_no_truncate ON {TABLE}", f"DROP TRIGGER decision_no_change ON {TABLE}"],
        ),
        rls.protect(TABLE),
        rls.protect("audit_chainhead"),
    ]
