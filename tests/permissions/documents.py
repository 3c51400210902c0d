"""What the table of the documents' pages names."""

from pathlib import Path

from matang.foundation.documents.services import Paper, issue
from tests.cast import Cast

SOURCE = Path(__file__).parent.parent / "foundation" / "documents" / "paper.typ"


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a paper of Palu; its code is known to everybody who holds it."""
    data = {"rows": [["Waktu", "23 November 2026"]], "text": "Isi."}
    paper = Paper("Berita acara", "Berita acara tim penilai kinerja", "meeting:1", "berita-acara.pdf", SOURCE, data)
    return {"document.palu": issue(agency_id=cast.palu.pk, actor_id=None, paper=paper).code}
