"""The archive as a list, as a sheet, and as questions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.learn.choices import PastKind, PastTrust
from matang.flow.learn.permissions import CASE_ROLES, may_keep_cases
from matang.flow.learn.selectors.cases.listing import (
    PARTS,
    SORTS,
    UNCOUNTED,
    WAITING,
    CaseQuestion,
    cases_asked,
    cases_visible_to,
)
from matang.flow.learn.selectors.cases.questions import date_text, duration_text, questions_in, questions_of
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import workbook

TRUST_CHIPS = {"high": "pass", "medium": "info", "low": "warn", "unknown": "unknown"}
ALL, WEIGHING = "semua", "jumlah"


def _question(request: HttpRequest) -> CaseQuestion:
    return CaseQuestion(
        text=word(request, "q"),
        kind=word(request, "jenis", PastKind.values),
        trust=word(request, "keyakinan", PastTrust.values),
        state=word(request, "keadaan", {UNCOUNTED, PARTS, WAITING}),
        sort=word(request, "urut", SORTS) or "kode",
    )


@gate.roles(*CASE_ROLES)
def cases(request: HttpRequest) -> HttpResponse:
    """List the archive: search, filters, order, pages."""
    question = _question(request)
    found = cases_asked(request.actor, question)
    page = page_of(request, found.count())
    rows = list(found[page.window]) if page.total else []
    context = {
        "cases": [
            (one, date_text(one, "starts"), date_text(one, "ends"), duration_text(one), len(questions_of(one))) for one in rows
        ],
        "any": bool(page.total) or cases_visible_to(request.actor).exists(),
        "page": page,
        "question": question,
        "kinds": PastKind.choices,
        "trusts": PastTrust.choices,
        "states": [
            (UNCOUNTED, _("Jumlah orang tidak disebut")),
            (PARTS, _("Bagian dari kasus lain")),
            (WAITING, _("Catatan menunggu konfirmasi")),
        ],
        "chips": TRUST_CHIPS,
        "query": query_of(request, "halaman"),
        "sorted_query": query_of(request, "halaman", "urut"),
        "may_keep": bool(may_keep_cases(request.actor)),
    }
    return render(request, "learn/cases/cases.html", context)


@gate.roles(*CASE_ROLES)
def cases_download(request: HttpRequest) -> HttpResponse:
    """Download exactly the cases that the list shows with the same filters; unknown stays empty."""
    headings = [
        _("Kode"), _("Jenis"), _("Jenis menurut sumber"), _("Pengirim"), _("Tuan rumah"), _("Jumlah orang"), _("Jumlah kantor"),
        _("Bagian dari"), _("Mulai"), _("Selesai"), _("Lama"), _("Topik"), _("Hasil yang dilaporkan"), _("Hasil yang diukur"),
        _("Keyakinan"), _("Sumber"), _("Catatan"), _("Yang belum diketahui"),
    ]  # fmt: skip
    rows = (
        (one.code, one.get_kind_display(), one.kind_text, one.sender, one.hosts_text, one.people, one.offices,
         one.part_of.code if one.part_of else "", date_text(one, "starts"), date_text(one, "ends"), duration_text(one), one.topic,
         one.reported, one.get_outcome_display(), one.trust_text or one.get_trust_display(), one.sources, one.note,
         " ".join(asked.text for asked in questions_of(one)))
        for one in cases_asked(request.actor, _question(request))
    )  # fmt: skip
    notes = [_("Per %(day)s. Sel kosong berarti tidak diketahui, bukan nol.") % {"day": tanggal(today())}]
    return workbook(f"arsip-kasus-{today()}", _("Arsip pengiriman"), notes, [(_("Kasus"), headings, rows)])


@gate.roles(*CASE_ROLES)
def cases_questions(request: HttpRequest) -> HttpResponse:
    """List what is not known, whom to ask, and the way to the form of the answer."""
    every = questions_in(cases_visible_to(request.actor).select_related("part_of").order_by("code"))
    only = word(request, "hanya", {WEIGHING})
    text = word(request, "q").casefold()
    shown = [
        asked
        for asked in every
        if (not only or asked.weighs) and (not text or text in f"{asked.case.code} {asked.whom} {asked.text}".casefold())
    ]
    page = page_of(request, len(shown))
    context = {
        "questions": shown[page.window],
        "total": len(every),
        "weighing": sum(asked.weighs for asked in every),
        "page": page,
        "only": only,
        "text": word(request, "q"),
        "may_keep": bool(may_keep_cases(request.actor)),
    }
    return render(request, "learn/cases/questions.html", context)
