"""Hand a file to a browser without letting it do harm there."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from matang.foundation.files.models import FileKind, StoredFile
from matang.foundation.files.services import GoneError, open_file

CONTENT_TYPES = {
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
}
SHOWN_IN_PAGE = frozenset({FileKind.PNG, FileKind.JPEG})
"""Kinds that a browser may show by itself; everything else is saved."""


def download_whole(stored: StoredFile) -> HttpResponse:
    """Return a small file of ours read at once, to be saved: a paper that was issued here. The page has checked who may.

    Raises:
        GoneError: the file was deleted, or is not where it was kept.
    """
    try:
        with open_file(stored) as file:
            content = file.read()
    except FileNotFoundError as error:
        raise GoneError(str(error)) from error
    response = HttpResponse(content, content_type=CONTENT_TYPES[FileKind(stored.kind)])
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=stored.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


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
