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
