"""The one page for the meeting: from needs to outcomes, as a paper with a verification code."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from matang.flow.aims.public import Aim
from matang.flow.learn.public import Cohort
from matang.flow.measure.permissions import CHAIN_ROLES
from matang.flow.measure.selectors.chain import Chain, ChainQuestion, CohortLine, Figures, Total, chain_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import today
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.documents.services import Paper, issue
from matang.ui.formats import angka, rupiah, tanggal

SOURCE = Path(__file__).parent.parent / "templates" / "measure" / "papers" / "summary.typ"
PROGRAMMES, STUCK, COHORTS, WANTED, LETTERS = 6, 8, 3, 8, 80
"""How many lines of each, and letters of a title, the page has room for; the rest stands on the screen."""

STUCK_AT = {
    "need": gettext_lazy("Kebutuhan belum ada pengirimannya"),
    "draft": gettext_lazy("Konsep belum diajukan"),
    "host": gettext_lazy("Menunggu jawaban tuan rumah"),
    "order": gettext_lazy("Menunggu surat tugas"),
    "start": gettext_lazy("Hari berangkat lewat, belum dicatat berangkat"),
    "return": gettext_lazy("Hari terakhir lewat, belum dicatat kembali"),
    "report": gettext_lazy("Laporan belum diterima"),
}
"""At which step something waits, in words."""


def papers_of(actor: Actor) -> list[IssuedDocument]:
    """Return the pages that were issued to the actor, newest first: each shows what only they were allowed to see."""
    return documents_about(actor.agency_id or 0, _subject(actor))


def _subject(actor: Actor) -> str:
    return f"chain:{actor.user_id}"


def issue_summary(*, actor: Actor, question: ChainQuestion, check_at: str = "") -> IssuedDocument:
    """Issue the page of what the actor sees today. On the chained log with the file's fingerprint.

    Raises:
        RefusedError: the page is not the actor's to see.
    """
    if not actor.has(*CHAIN_ROLES):
        raise refuse(_("Lembar ini untuk pimpinan, perencana, pengelola kepegawaian, kepala unit, dan auditor."))
    with transaction.atomic(), override("id"):
        paper = Paper(
            kind=_("Lembar rapat"),
            title=_("Dari kebutuhan ke hasil"),
            subject=_subject(actor),
            name=f"dari-kebutuhan-ke-hasil-{today()}.pdf",
            source=SOURCE,
            data=summary_of(chain_of(actor, question, today()), scope_words(actor, question)),
            check_at=check_at,
        )
        made = issue(agency_id=actor.agency_id or 0, actor_id=actor.user_id, paper=paper)
        record_decision(
            agency_id=actor.agency_id or 0,
            actor_id=actor.user_id,
            kind="measure.summary_issued",
            subject=paper.subject,
            payload={"code": made.code, "sha256": made.sha256},
            reason=paper.title,
        )
    return made


def scope_words(actor: Actor, question: ChainQuestion) -> str:
    """Return of what the page speaks: the agency or the own units, an aim, a cohort."""
    parts = [
        _("Seluruh instansi") if actor.scope(*CHAIN_ROLES).everything else _("Unit dalam lingkup %(name)s") % {"name": actor.name}
    ]
    if question.aim_id:
        parts.append(str(Aim.objects.get(pk=question.aim_id, agency_id=actor.agency_id)))
    if question.cohort_id:
        parts.append(str(Cohort.objects.get(pk=question.cohort_id, agency_id=actor.agency_id)))
    return " · ".join(parts)


def at_least(total: Total, *, money: bool = False) -> str:
    """Return a sum as it may be said: unknown, a minimum, or whole."""
    if total.value is None:
        return _("belum diketahui")
    text = rupiah(total.value) if money else angka(total.value)
    return _("sedikitnya %(sum)s") % {"sum": text} if total.at_least else text


def summary_of(chain: Chain, scope: str) -> dict[str, object]:
    """Return everything the page says, as texts."""
    figures = chain.figures
    return {
        "number": _("%(scope)s. Keadaan per %(day)s.") % {"scope": scope, "day": tanggal(today())},
        "cells": _cells(figures),
        "programmes_title": _("Menurut program"),
        "programmes_head": [
            _("Program"),
            _("Orang"),
            _("Biaya"),
            _("Rekomendasi"),
            _("Diterapkan"),
            _("Target tercapai / meleset"),
        ],
        "programmes": [
            [
                _short(line.aim.title) if line.aim else _("Tanpa program"),
                angka(line.figures.people),
                at_least(line.figures.money, money=True),
                angka(line.figures.recommendations),
                angka(line.figures.adopted),
                f"{angka(line.figures.reached)} / {angka(line.figures.missed)}",
            ]
            for line in chain.programmes[:PROGRAMMES]
        ],
        "programmes_more": _more(len(chain.programmes) - PROGRAMMES),
        "wanted_title": _("Yang diminta dan yang dikirim"),
        "wanted": [text for line in chain.cohorts[:COHORTS] for text in wanted_words(line)][:WANTED],
        "stuck_title": _("Yang menunggu, dan pada siapa"),
        "stuck_head": [_("Langkah"), _("Perihal"), _("Pada siapa"), _("Hari")],
        "stuck": [
            [
                one.what or str(STUCK_AT[one.code]),
                _short(one.title),
                _short(one.owner, 40) or _("Pejabat Pembina Kepegawaian"),
                angka(one.days),
            ]
            for one in chain.stuck[:STUCK]
        ],
        "stuck_more": _more(len(chain.stuck) - STUCK),
        "nothing": _("Tidak ada."),
        "closing": _("“Diterapkan” belum berarti membaik. “Sedikitnya” berarti ada bagian yang belum diketahui."),
    }


def _cells(figures: Figures) -> list[list[str]]:
    return [
        [_("Kebutuhan"), angka(figures.needs)],
        [_("Pengiriman"), angka(figures.sendings)],
        [_("Orang berangkat"), angka(figures.people)],
        [_("Hari-orang"), at_least(figures.days)],
        [_("Biaya"), at_least(figures.money, money=True)],
        [_("Rekomendasi"), angka(figures.recommendations)],
        [_("Diterapkan"), angka(figures.adopted)],
        [_("Terbukti membaik"), angka(figures.improved)],
    ]


def wanted_words(line: CohortLine) -> list[str]:
    """Return, for each field that was asked for, how many of the people sent are of it."""
    found = []
    for one in line.wanted:
        places = {"cohort": line.cohort, "people": angka(line.people), "field": one.field.name}
        if one.sent is None:
            found.append(_("%(cohort)s: %(field)s diminta, tetapi unit yang menanganinya belum ditunjuk.") % places)
        elif one.sent == 0:
            found.append(_("%(cohort)s: dari %(people)s orang tidak seorang pun dari %(field)s, padahal diminta.") % places)
        else:
            places["sent"] = angka(one.sent)
            found.append(_("%(cohort)s: dari %(people)s orang, %(sent)s dari %(field)s, seperti yang diminta.") % places)
    return found


def _short(text: str, most: int = LETTERS) -> str:
    """Return a text that fits on its line; what is cut off stands on the screen."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _more(count: int) -> str:
    return _("dan %(n)s lagi di layar") % {"n": angka(count)} if count > 0 else ""
