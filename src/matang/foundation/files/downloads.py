"""Hand a file to a browser without letting it do harm there."""

from django.http import FileResponse

from matang.foundation.files.models import FileKind, StoredFile
from matang.foundation.files.services import open_file

CONTENT_TYPES = {
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
}
SHOWN_IN_PAGE = frozenset({FileKind.PNG, FileKind.JPEG})
"""Kinds that a browser may show by itself; everything else is saved."""


def download(stored: StoredFile, *, inline: bool = False) -> FileResponse:
    """Return the file as an answer to a request. The page has checked who may have it.

    Args:
        stored: the file.
        inline: show it in the page; only pictures are, whatever is asked.

    Raises:
        GoneError: the file was deleted.
    """
    kind = FileKind(stored.kind)
    response = FileResponse(
        open_file(stored),
        as_attachment=not (inline and kind in SHOWN_IN_PAGE),
        filename=stored.name,
        content_type=CONTENT_TYPES[kind],
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
