"""Tenant policies of what 0007 made, and a status for evidence that counts on no day yet.

From here on every pair of person and competency with evidence has a status: one whose evidence has all expired, or is still
to come, has one without pieces.
"""

from django.db import migrations

from matang.foundation.tenancy import rls

NEW = ("assessmentfile", "evidencecost", "evidencewithdrawal", "needstep")
FORGOTTEN = """
DO $$
DECLARE
    one record;
    before text := current_setting('matang.agency', true);
BEGIN
    FOR one IN SELECT id FROM tenancy_agency LOOP
        PERFORM set_config('matang.agency', one.id::text, true);
        INSERT INTO needs_competencystatus (agency_id, person_id, competency_id, low, high, pieces, holds_from, holds_to)
        SELECT one.id, e.person_id, e.competency_id, NULL, NULL, 0, CURRENT_DATE,
               min(e.shown_on) FILTER (WHERE e.shown_on > CURRENT_DATE)
        FROM needs_evidence e
        WHERE e.agency_id = one.id AND NOT EXISTS (
            SELECT FROM needs_competencystatus s WHERE s.person_id = e.person_id AND s.competency_id = e.competency_id
        )
        GROUP BY e.person_id, e.competency_id;
    END LOOP;
    PERFORM set_config('matang.agency', coalesce(before, ''), true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("needs", "0007_evidence_and_needs")]
    operations = [
        *[rls.protect(f"needs_{name}") for name in NEW],
        *[rls.protect(f"needs_{name}trail") for name in NEW],
        *[rls.same_agency(f"needs_{name}") for name in ("evidence", "unitneed")],
        migrations.RunSQL(sql=FORGOTTEN, reverse_sql=migrations.RunSQL.noop),
    ]
