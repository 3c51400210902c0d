"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What the named official decided about the proposal for a post."""

    CONFIRMED = "confirmed", _("Usulan disetujui")
    OVERRIDDEN = "overridden", _("Orang lain ditetapkan")
    LEFT_VACANT = "left_vacant", _("Dibiarkan kosong")


class DecisionState(models.TextChoices):
    """Whether the decision stands. Its effect begins on its effective date without anybody doing anything."""

    STANDS = "stands", _("Berlaku")
    UNDONE = "undone", _("Dibatalkan")


class MeetingState(models.TextChoices):
    """Where a meeting of the panel stands. Advice and decisions happen only while it is open."""

    DRAFT = "draft", _("Disiapkan")
    OPENED = "opened", _("Dibuka")
    ADJOURNED = "adjourned", _("Diskors")
    CLOSED = "closed", _("Ditutup")


UNFINISHED = (MeetingState.DRAFT, MeetingState.OPENED, MeetingState.ADJOURNED)


class MeetingSeat(models.TextChoices):
    """What a member does in a meeting; all of them advise."""

    CHAIR = "chair", _("Ketua")
    SECRETARY = "secretary", _("Sekretaris")
    MEMBER = "member", _("Anggota")


class MeetingAttendance(models.TextChoices):
    """Whether a member is there."""

    EXPECTED = "expected", _("Belum dicatat")
    PRESENT = "present", _("Hadir")
    ABSENT = "absent", _("Tidak hadir")


class AdviceWay(models.TextChoices):
    """How the panel comes to its advice."""

    VOTE = "vote", _("Pemungutan suara")
    CONSENSUS = "consensus", _("Mufakat")


class AgendaState(models.TextChoices):
    """Where a post on the agenda stands. What was decided stands in the decision itself."""

    WAITING = "waiting", _("Belum dibahas")
    ADVISED = "advised", _("Sudah dipertimbangkan")
    CARRIED = "carried", _("Dibawa ke sidang berikutnya")


class Ballot(models.TextChoices):
    """What a member, or the panel together, advises for a post."""

    PERSON = "person", _("Menetapkan seorang calon")
    VACANT = "vacant", _("Membiarkan kosong")
    ABSTAIN = "abstain", _("Abstain")


class ObjectionState(models.TextChoices):
    """Where an objection stands."""

    FILED = "filed", _("Menunggu jawaban")
    ANSWERED = "answered", _("Sudah dijawab")
    WITHDRAWN = "withdrawn", _("Ditarik")


class ObjectionOutcome(models.TextChoices):
    """What the official answered."""

    UPHELD = "upheld", _("Diterima")
    PARTLY = "partly", _("Diterima sebagian")
    REJECTED = "rejected", _("Ditolak")
