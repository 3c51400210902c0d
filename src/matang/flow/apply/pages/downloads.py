"""The lists of this stage as xlsx: exactly the rows that the list shows with the same filters, all pages of it."""

from collections.abc import Iterable, Sequence

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from matang.flow.apply.choices import ConditionKind
from matang.flow.apply.models import Adoption, Practice, Recommendation, RecommendationDecision
from matang.flow.apply.pages.adoptions import adoptions_asked
from matang.flow.apply.pages.practices import question_of
from matang.flow.apply.pages.recommendations import recommendations_asked
from matang.flow.apply.selectors.adoptions import Clock, clocks_of, next_clock
from matang.flow.apply.selectors.practices import practices_asked, ranked
from matang.flow.apply.selectors.recommendations import NAMED, timer_of, turn_of
from matang.flow.apply.selectors.stuck import stuck_for
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.formats import tanggal
from matang.ui.workbooks import workbook


def _file(name: str, title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    day = today()
    return workbook(f"{name}-{day}", title, [_("Per %(day)s") % {"day": tanggal(day)}], [(title, headings, rows)])


@gate.signed_in
def recommendations_download(request: HttpRequest) -> HttpResponse:
    """Download the recommendations of the list."""
    rows, sort = recommendations_asked(request)
    latest = Prefetch("decisions", queryset=RecommendationDecision.objects.order_by("pk"))
    headings = [
        _("Rekomendasi"), _("Dilihat di"), _("Dibawa pulang oleh"), _("Unit pengusul"), _("Unit pemilik"), _("Status"),
        _("Giliran"), _("Kembali pada"), _("Hari sejak kembali"), _("Dipaparkan pada"), _("Putusan"), _("Diputus pada"),
        _("Biaya (Rp)"), _("Indikator"), _("Tujuan yang dilayani"),
    ]  # fmt: skip
    found = rows.select_related(*NAMED).prefetch_related(latest).order_by(*sort)
    return _file("rekomendasi", _("Rekomendasi"), headings, (_recommendation(row) for row in found))


def _recommendation(row: Recommendation) -> tuple[object, ...]:
    timer, decisions = timer_of(row, today()), list(row.decisions.all())
    held = row.presentation.day if row.presentation and row.presentation.held_at else None
    return (
        row.title, row.seen_at, row.person.display_name if row.person else row.author_name, row.unit.name,
        row.owner_unit.name if row.owner_unit else "", row.get_state_display(), turn_of(row), row.returned_on,
        timer.days if timer else None, held, decisions[-1].get_kind_display() if decisions else "",
        decisions[-1].decided_on if decisions else None, row.cost_rupiah, row.indicator.name if row.indicator else "",
        row.aim.title if row.aim else "",
    )  # fmt: skip


@gate.signed_in
def adoptions_download(request: HttpRequest) -> HttpResponse:
    """Download the adoptions of the list, each with the clock that is next or late."""
    headings = [
        _("Penerapan"), _("Bentuk"), _("Unit pemilik"), _("Diputus pada"), _("Mulai berlaku"), _("Indikator"),
        _("Pemeriksaan hari ke-"), _("Paling lambat"), _("Terlambat (hari)"), _("Ditutup sebagai"), _("Ditutup pada"),
    ]  # fmt: skip
    found = adoptions_asked(request).select_related("unit", "recommendation", "indicator")
    rows = (_adoption(row, next_clock(clocks_of(row, row.checks.all(), today()))) for row in found)
    return _file("penerapan", _("Penerapan"), headings, rows)


def _adoption(row: Adoption, clock: Clock | None) -> tuple[object, ...]:
    return (
        row.recommendation.title, row.get_kind_display(), row.unit.name, row.decided_on, row.began_on,
        row.indicator.name if row.indicator else "", clock.clock if clock else None, clock.due if clock else None,
        clock.late if clock else None, row.get_result_display() if row.result else "", row.closed_on,
    )  # fmt: skip


@gate.signed_in
def stuck_download(request: HttpRequest) -> HttpResponse:
    """Download what waits, with whom, and since how many days."""
    headings = [_("Apa"), _("Keadaan"), _("Pada siapa"), _("Unit"), _("Sudah (hari)")]
    rows = ((one.title, one.what, one.whom, one.unit, one.days) for one in stuck_for(request.actor, today()))
    return _file("yang-tertahan", _("Yang tertahan"), headings, rows)


@gate.signed_in
def practices_download(request: HttpRequest) -> HttpResponse:
    """Download the practices that the search found; whose they are is said, but no person's name."""
    question = question_of(request)
    headings = [
        _("Praktik"), _("Topik"), _("Pemerintah"), _("Unit"), _("Hasil"), _("Masalah yang dijawab"), _("Apa yang dilakukan"),
        _("Mengapa berhasil atau tidak"), *(str(name) for name in ConditionKind.labels), _("Keterangan syarat"), _("Biaya (Rp)"),
        _("Asal praktik"), _("Terbit pada"),
    ]  # fmt: skip
    found = ranked(practices_asked(request.actor, question), question.text)
    return _file("pustaka-praktik", _("Pustaka praktik"), headings, (_practice(row) for row in found))


def _practice(row: Practice) -> tuple[object, ...]:
    needs = (getattr(row, f"get_need_{kind}_display")() for kind in ConditionKind.values)
    return (
        row.title, row.topic, row.government, row.unit_name, row.get_result_display(), row.problem, row.what, row.why, *needs,
        row.conditions, row.cost_rupiah, row.origin_name, row.published_on,
    )  # fmt: skip
