"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CompetencyField(models.TextChoices):
    """The three groups of PermenPANRB 38/2017."""

    MANAGERIAL = "managerial", _("Manajerial")
    CULTURAL = "cultural", _("Sosial kultural")
    TECHNICAL = "technical", _("Teknis")


class EditionKind(models.TextChoices):
    """How the dictionary was changed."""

    FILE = "file", _("Dari berkas")
    MANUAL = "manual", _("Oleh petugas")


class StandardChangeKind(models.TextChoices):
    """How standards of posts were changed."""

    ONE = "one", _("Satu jabatan")
    FAMILY = "family", _("Rumpun jabatan")
    COPY = "copy", _("Salinan dari jabatan lain")
    FILE = "file", _("Dari berkas")


class ChangeState(models.TextChoices):
    """Where a prepared change stands."""

    DRAFT = "draft", _("Belum ditetapkan")
    APPLIED = "applied", _("Ditetapkan")
    UNDONE = "undone", _("Dibatalkan sesudah ditetapkan")
    DISCARDED = "discarded", _("Dibuang")


class EvidenceSource(models.TextChoices):
    """Where a piece of evidence comes from. Sources are kept apart and never averaged."""

    ASSESSMENT_CENTRE = "assessment_centre", _("Asesmen (assessment center)")
    TEST = "test", _("Uji kompetensi")
    CERTIFICATE = "certificate", _("Sertifikat")
    WORK_RESULT = "work_result", _("Hasil kerja")
    SUPERIOR = "superior", _("Penilaian atasan")
    PEER = "peer", _("Penilaian rekan")
    SELF = "self", _("Pernyataan sendiri")


RELIABILITY = {
    EvidenceSource.ASSESSMENT_CENTRE: 90,
    EvidenceSource.TEST: 85,
    EvidenceSource.WORK_RESULT: 75,
    EvidenceSource.CERTIFICATE: 70,
    EvidenceSource.SUPERIOR: 50,
    EvidenceSource.PEER: 40,
    EvidenceSource.SELF: 20,
}
"""How far a source is believed, 0–100, unless the piece of evidence says otherwise. Ours, not the law's."""

SURE = 70
"""From this reliability on, a piece of evidence shows a level for sure."""


class Standing(models.TextChoices):
    """How a person stands against one requirement. "No evidence" is not "below"."""

    MEETS = "meets", _("Terbukti memenuhi")
    BELOW = "below", _("Di bawah syarat")
    UNSURE = "unsure", _("Belum terbukti pasti")
    NO_EVIDENCE = "no_evidence", _("Belum ada bukti")


class NeedState(models.TextChoices):
    """Where a unit's need stands."""

    OPEN = "open", _("Terbuka")
    PLANNED = "planned", _("Direncanakan")
    MET = "met", _("Terpenuhi")
    WITHDRAWN = "withdrawn", _("Ditarik")


MANAGERIAL_FIRST = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas")
"""The kinds of posts that the overview shows first: those that lead others."""
