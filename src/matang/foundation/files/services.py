"""Keep files, hand them out, remove them."""

import secrets
from collections.abc import Collection
from hashlib import sha256
from typing import Protocol

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from matang.foundation.clock.services import now
from matang.foundation.files.inspection import inspect
from matang.foundation.files.models import FileKind, StoredFile

ALL_KINDS = tuple(FileKind)
NAME_LIMIT = 200


class Readable(Protocol):
    """An open file, an upload included."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes."""


class RefusedFileError(Exception):
    """The file was not kept; the message says why and what to do, for the person who uploaded it."""


class GoneError(Exception):
    """The file was deleted; only its tombstone is left."""


def store(
    *,
    agency_id: int,
    actor_id: int | None,
    name: str,
    content: bytes | Readable,
    kinds: Collection[FileKind] = ALL_KINDS,
) -> StoredFile:
    """Check a file and keep it for the agency, under a random name.

    Args:
        agency_id: whose file it is; the transaction must work for it.
        actor_id: who stores it; ``None`` for the system.
        name: the name that the person gave it; folders in it are dropped.
        content: its bytes, or an open file.
        kinds: what is accepted here.

    Raises:
        RefusedFileError: empty, too large, of another kind, or a name that does not fit the content. Nothing was kept.
    """
    data = _read(content)
    shown = clean_name(name)
    finding = inspect(shown, data)
    if finding.kind is None:
        raise RefusedFileError(finding.problem)
    if finding.kind not in kinds:
        wanted = ", ".join(str(FileKind(kind).label) for kind in kinds)
        raise RefusedFileError(_("Di sini hanya diterima: %(kinds)s.") % {"kinds": wanted})
    path = default_storage.save(f"{agency_id}/{secrets.token_hex(16)}", ContentFile(data))
    try:
        with transaction.atomic():
            return StoredFile.objects.create(
                agency_id=agency_id,
                name=shown,
                kind=finding.kind,
                size=len(data),
                sha256=sha256(data).hexdigest(),
                path=path,
                stored_at=now(),
                stored_by_id=actor_id,
            )
    except Exception:
        default_storage.delete(path)
        raise


def open_file(stored: StoredFile) -> "File[bytes]":
    """Open the content for reading, as bytes.

    Raises:
        GoneError: the file was deleted.
    """
    if stored.deleted_at is not None:
        raise GoneError(_("Berkas ini sudah dihapus."))
    return default_storage.open(stored.path, "rb")


def delete_file(stored: StoredFile, *, actor_id: int | None, reason: str) -> None:
    """Remove the content and the name; the row stays and says who, when and why. The content goes when the transaction commits.

    Raises:
        ValueError: no reason.
        GoneError: it was deleted before.
    """
    if not reason.strip():
        raise ValueError("a reason is needed")
    if stored.deleted_at is not None:
        raise GoneError(_("Berkas ini sudah dihapus."))
    path = stored.path
    stored.name, stored.path = "", ""
    stored.deleted_at, stored.deleted_by_id, stored.deleted_reason = now(), actor_id, reason.strip()[:NAME_LIMIT]
    stored.save(update_fields=["name", "path", "deleted_at", "deleted_by_id", "deleted_reason"])
    transaction.on_commit(lambda: default_storage.delete(path))


def clean_name(name: str) -> str:
    """Return the last part of a path, without control characters, at most 200 characters; the ending is kept."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter for letter in last if letter.isprintable()).strip() or "berkas"
    if len(plain) <= NAME_LIMIT:
        return plain
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: NAME_LIMIT - len(ending) - 1]}{dot}{ending}" if dot and len(ending) < 10 else plain[:NAME_LIMIT]


def _read(content: bytes | Readable) -> bytes:
    limit = settings.UPLOAD_LIMIT_BYTES
    if not isinstance(content, bytes):
        content = content.read(limit + 1)
    if not content:
        raise RefusedFileError(_("Berkas ini kosong."))
    if len(content) > limit:
        raise RefusedFileError(
            _("Berkas ini lebih besar dari batas %(limit)s MB. Bagi menjadi beberapa berkas.") % {"limit": limit // 1024**2}
        )
    return content
