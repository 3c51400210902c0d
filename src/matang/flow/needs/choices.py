"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    APPLIED = "applied", pgettext_lazy("perubahan", "Ditetapkan")
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
    SUBORDINATE = "subordinate", _("Penilaian bawahan")
    HOST = "host", _("Penilaian tuan rumah")
    SELF = "self", _("Pernyataan sendiri")


RELIABILITY = {
    EvidenceSource.ASSESSMENT_CENTRE: 90,
    EvidenceSource.TEST: 85,
    EvidenceSource.WORK_RESULT: 75,
    EvidenceSource.CERTIFICATE: 60,
    EvidenceSource.HOST: 55,
    EvidenceSource.SUPERIOR: 50,
    EvidenceSource.PEER: 40,
    EvidenceSource.SUBORDINATE: 40,
    EvidenceSource.SELF: 20,
}
"""How far a source is believed, 0–100, unless the piece of evidence says otherwise. Ours, not the law's.

A certificate of attendance shows that somebody took part, not that they can do it at work: it stays below ``SURE``. What a
certification body has tested is a ``TEST``.
"""

SURE = 70
"""From this reliability on, a piece of evidence shows a level for sure."""

VOICES = (EvidenceSource.PEER, EvidenceSource.SUBORDINATE, EvidenceSource.HOST)
"""Sources with many raters: a newer rating answers only the one of the same rater (``rater_role``), never another's."""

RATINGS = (*VOICES, EvidenceSource.SUPERIOR, EvidenceSource.SELF)
"""Judgements of people. They are never believed more than usual, so that no rating turns into proof by being typed so."""


class CostBasis(models.TextChoices):
    """What the price of a kind of evidence is paid for."""

    PERSON = "person", _("per orang, semua kompetensi sekaligus")
    COMPETENCY = "competency", _("per kompetensi")


class AssessmentState(models.TextChoices):
    """Where a file of assessment results stands."""

    READY = "ready", _("Menunggu keputusan Anda")
    COMMITTED = "committed", _("Tersimpan")
    DISCARDED = "discarded", _("Dibatalkan")
    WITHDRAWN = "withdrawn", _("Ditarik kembali")


class Standing(models.TextChoices):
    """How a person stands against one requirement. "No evidence" is not "below"."""

    MEETS = "meets", _("Terbukti memenuhi")
    BELOW = "below", _("Di bawah syarat")
    UNSURE = "unsure", _("Belum terbukti pasti")
    NO_EVIDENCE = "no_evidence", _("Belum ada bukti")


class NeedState(models.TextChoices):
    """Where a unit's need stands."""

    OPEN = "open", _("Terbuka")
    UNDER_WAY = "under_way", _("Sedang ditangani")
    MET = "met", _("Terpenuhi")
    WITHDRAWN = "withdrawn", _("Ditarik")


NEED_STEPS = {
    NeedState.OPEN: (NeedState.UNDER_WAY, NeedState.MET, NeedState.WITHDRAWN),
    NeedState.UNDER_WAY: (NeedState.MET, NeedState.OPEN, NeedState.WITHDRAWN),
    NeedState.MET: (NeedState.OPEN,),
    NeedState.WITHDRAWN: (NeedState.OPEN,),
}
"""Where a need may go from each state. Going back to open is the undo: it says why and leaves the history."""


class Urgency(models.TextChoices):
    """How much a need presses, as the unit says."""

    HIGH = "high", _("Mendesak")
    NORMAL = "normal", _("Biasa")
    LOW = "low", _("Dapat menunggu")


MANAGERIAL_FIRST = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas")
"""The kinds of posts that the overview shows first: those that lead others."""
