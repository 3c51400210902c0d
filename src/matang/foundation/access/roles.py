"""The roles that a grant can give."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What an account does in an agency. A role holds over a unit and everything below it."""

    CIVIL_SERVANT = "civil_servant", _("ASN")
    DIRECT_SUPERIOR = "direct_superior", _("Atasan langsung")
    UNIT_HEAD = "unit_head", _("Kepala unit")
    HR_OFFICER = "hr_officer", _("Pengelola kepegawaian")
    PLANNER = "planner", _("Perencana penempatan")
    PROGRAMME_PLANNER = "programme_planner", _("Perencana program")
    PANEL_MEMBER = "panel_member", _("Anggota tim penilai")
    APPOINTING_OFFICIAL = "appointing_official", _("Pejabat Pembina Kepegawaian (PPK)")
    MENTOR = "mentor", _("Mentor")
    HOST_COORDINATOR = "host_coordinator", _("Koordinator tuan rumah")
    AUDITOR = "auditor", _("Auditor")
    SYSTEM_OPERATOR = "system_operator", _("Operator sistem")
