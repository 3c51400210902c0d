"""What the table of the papers of thought names."""

from matang.flow.aims.models import Aim, AimPlan, ThoughtEffort, ThoughtPaper, ThoughtVersion
from matang.flow.aims.services.thought.writing import content_of, mark_of
from matang.flow.register.models import Unit
from matang.foundation.clock.services import now
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import store
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a paper with an effort, a version and an issued document in either agency."""
    made = _written(cast.palu, cast.units["health"], "palu")
    with acting_in(cast.malang.pk):
        made |= _written(cast.malang, cast.units["malang"], "malang")
    return made | {"paper.mark": mark_of("Masalah contoh")}


def nobody_else(_cast: Cast) -> None:
    """Take the open papers away, so that one may be begun."""
    ThoughtPaper.objects.update(state="closed")


def _written(agency: Agency, unit: Unit, name: str) -> dict[str, int | str]:
    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Alur", year_from=2025, year_to=2029)
    programme = Aim.objects.create(agency=agency, plan=plan, level="programme", title="Program alur", unit=unit, valid_from=START)
    programme.path = f"/{programme.pk}/"
    programme.save(update_fields=["path"])
    paper = ThoughtPaper.objects.create(agency=agency, unit=unit, problem="Masalah contoh", version=1, saved_at=now())
    effort = ThoughtEffort.objects.create(agency=agency, paper=paper, text="Upaya contoh", position=1)
    ThoughtVersion.objects.create(agency=agency, paper=paper, number=1, content=content_of(paper, [effort]), submitted_at=now())
    stored = store(agency_id=agency.pk, actor_id=None, name="alur.pdf", content=PDF, kinds=(FileKind.PDF,))
    document = IssuedDocument.objects.create(
        agency=agency, code=f"{agency.code}-ALUR-0000-0000", kind="Alur", title="Alur", subject=f"thought:{paper.pk}.1",
        file=stored, sha256=stored.sha256, issued_at=now(),
    )  # fmt: skip
    keys = {"paper": paper.pk, "effort": effort.pk, "programme": programme.pk, "document": document.pk}
    return {f"{kind}.{name}": key for kind, key in keys.items()}
