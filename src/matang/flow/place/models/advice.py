"""What a member says in a meeting: first whether they are free of interest, then whom they advise."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.place.choices import Ballot
from matang.flow.place.models.meetings import AgendaItem, MeetingMember
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class InterestStatement(TenantModel):
    """A member said whether they have a conflict of interest. What they named stands in ``conflicts``; none = none."""

    personal_data: ClassVar[tuple[str, ...]] = ("member",)

    member = models.OneToOneField(
        MeetingMember, on_delete=models.CASCADE, related_name="statement", verbose_name=_("anggota sidang")
    )
    given_at = models.DateTimeField(_("diberikan pada"))
    log_id = models.BigIntegerField(_("catatan putusan"))

    class Meta:
        verbose_name = _("pernyataan konflik kepentingan")
        verbose_name_plural = _("pernyataan konflik kepentingan")


@tracked()
class DeclaredConflict(TenantModel):
    """A conflict of interest: with a post of the agenda, or with a person and so with every post they are a candidate for.

    It is never taken back: whoever has named one does not advise on that post in this meeting.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("statement", "person", "relation")

    statement = models.ForeignKey(
        InterestStatement, on_delete=models.CASCADE, related_name="conflicts", verbose_name=_("pernyataan")
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("butir agenda sidang")
    )
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("calon")
    )
    relation = models.CharField(_("hubungan"), max_length=200)
    declared_at = models.DateTimeField(_("dinyatakan pada"))

    class Meta:
        verbose_name = _("konflik kepentingan")
        verbose_name_plural = _("konflik kepentingan")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                name="conflict_is_about_post_or_person",
                condition=models.Q(item__isnull=False, person__isnull=True) | models.Q(item__isnull=True, person__isnull=False),
                violation_error_message=_("Sebut jabatan atau calonnya, salah satu."),
            ),
            models.CheckConstraint(
                name="conflict_says_relation",
                condition=~models.Q(relation=""),
                violation_error_message=_("Tulis hubungannya."),
            ),
            models.UniqueConstraint(fields=["statement", "item"], name="conflict_post_once"),
            models.UniqueConstraint(fields=["statement", "person"], name="conflict_person_once"),
        ]


@tracked()
class PanelVote(TenantModel):
    """The vote of a member on a post. It may be changed until the vote is closed; the closed whole stands in the log."""

    personal_data: ClassVar[tuple[str, ...]] = ("member", "ballot", "person")

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="votes", verbose_name=_("butir agenda sidang"))
    member = models.ForeignKey(MeetingMember, on_delete=models.CASCADE, related_name="+", verbose_name=_("anggota sidang"))
    ballot = models.CharField(_("isi suara"), max_length=10, choices=Ballot.choices)
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("calon")
    )
    cast_at = models.DateTimeField(_("diberikan pada"))

    class Meta:
        verbose_name = _("suara anggota")
        verbose_name_plural = _("suara anggota")
        constraints = [
            models.UniqueConstraint(fields=["item", "member"], name="vote_once_per_member"),
            models.CheckConstraint(
                name="vote_names_person",
                condition=models.Q(ballot=Ballot.PERSON, person__isnull=False)
                | (~models.Q(ballot=Ballot.PERSON) & models.Q(person__isnull=True)),
                violation_error_message=_("Pilih seorang calon."),
            ),
        ]
