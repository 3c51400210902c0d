"""Turn rows of a file into cases not yet stored, with findings by row. Codes are stable: people quote them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from matang.flow.learn.choices import PastKind, PastMark, PastPrecision, PastReading, PastTrust
from matang.flow.learn.models import PastCase
from matang.flow.learn.selectors.cases.questions import duration_text
from matang.flow.learn.selectors.cases.spans import conflict_of
from matang.flow.learn.services.cases import parsing
from matang.flow.learn.services.cases.reading import LONGEST_CELL, Row

ERROR, ASK, NOTE = "error", "ask", "note"
"""The row stays out; something is asked; something is only told."""
LENGTHS = {"id": 24, "jenis": 120, "pengirim": 300, "topik": 300, "keyakinan": 200}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was noticed in a row: where, under which code, how grave, in words."""

    row: int
    column: str
    code: str
    level: str
    text: str


@dataclass(slots=True)
class Draft:
    """A case not yet stored, with its cells as written and what was found in them."""

    case: PastCase
    cells: dict[str, str]
    findings: list[Finding] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """True when the row may be stored."""
        return all(found.level != ERROR for found in self.findings)

    def find(self, column: str, code: str, level: str, text: str) -> None:
        """Note something about the row."""
        self.findings.append(Finding(self.case.row_number, column, f"CASE-{code}", level, text))


def check_rows(rows: Sequence[Row], taken: Iterable[str]) -> list[Draft]:
    """Return a draft for every row; ``taken`` are the codes that stand in the archive already."""
    drafts = [_draft(row) for row in rows]
    known, seen = {code.casefold() for code in taken}, dict[str, int]()
    for draft in drafts:
        code = draft.case.code.casefold()
        if code and code in known:
            draft.find(
                "id",
                "003",
                ERROR,
                _("Kode %(code)s sudah ada di arsip; baris ini tidak dimasukkan lagi.") % {"code": draft.case.code},
            )
        if code and code in seen:
            draft.find("id", "002", ERROR, _("Kode ini sudah dipakai di baris %(row)s.") % {"row": seen[code]})
        seen.setdefault(code, draft.case.row_number)
    _parts(drafts, known)
    return drafts


def _draft(row: Row) -> Draft:
    cells: dict[str, str] = row["cells"]  # type: ignore[assignment]
    case = PastCase(
        row_number=row["row"],
        code=cells["id"],
        kind=parsing.read_kind(cells["jenis"]),
        kind_text=cells["jenis"],
        sender=cells["pengirim"],
        hosts_text=cells["tuan_rumah"],
        topic=cells["topik"],
        reported="" if cells["hasil_dilaporkan"] == "-" else cells["hasil_dilaporkan"],
        outcome=parsing.read_outcome(cells["hasil_terukur"]),
        trust=parsing.read_trust(cells["keyakinan"]),
        trust_text=cells["keyakinan"],
        sources=cells["url"],
        note=cells["catatan_uji"],
    )
    draft = Draft(case, cells)
    for work in (_whole, _counts, _dates, _spans, _sources):
        work(draft)
    return draft


def _whole(draft: Draft) -> None:
    for column, text in (("id", _("Kode kasus kosong.")), ("jenis", _("Jenis kosong.")), ("pengirim", _("Pengirim kosong."))):
        if not draft.cells[column]:
            draft.find(column, "001", ERROR, text)
    for column, text in draft.cells.items():
        most = LENGTHS.get(column, LONGEST_CELL)
        if len(text) > most:
            draft.find(column, "004", ERROR, _("Isi sel lebih panjang dari %(most)s huruf.") % {"most": most})
    if draft.case.kind == PastKind.OTHER and draft.case.kind_text:
        draft.find(
            "jenis", "005", NOTE, _("Jenis “%(text)s” tidak dikenal; dicatat sebagai lainnya.") % {"text": draft.case.kind_text}
        )


def _counts(draft: Draft) -> None:
    case, written = draft.case, draft.cells["jumlah_orang"]
    case.people = parsing.read_count(written)
    offices = parsing.read_offices(case.note)
    if offices is not None:
        case.offices_read, case.offices_state = offices, PastReading.PROPOSED
        draft.find(
            "catatan_uji",
            "013",
            ASK,
            _("Catatan menyebut %(number)s kantor. Angka itu bukan jumlah orang.") % {"number": offices},
        )
        if case.people == offices:
            case.people = None
            draft.find(
                "jumlah_orang",
                "012",
                ASK,
                _("Menurut catatan, %(number)s menghitung kantor; jumlah orang dikosongkan.") % {"number": offices},
            )
            return
    if written in {"", "-"}:
        if case.kind != PastKind.PRESENTATION:
            draft.find("jumlah_orang", "010", ASK, _("Jumlah orang tidak disebut; tetap kosong dan tidak dijumlahkan."))
    elif case.people is None:
        draft.find(
            "jumlah_orang",
            "011",
            ASK,
            _("“%(text)s” bukan bilangan pasti di atas nol; jumlah dikosongkan.") % {"text": written[:60]},
        )


def _dates(draft: Draft) -> None:
    case = draft.case
    for which, column in (("starts", "mulai"), ("ends", "selesai")):
        read = parsing.read_date(draft.cells[column])
        setattr(case, f"{which}_on", read.on)
        setattr(case, f"{which}_precision", read.precision)
        setattr(case, f"{which}_mark", read.mark)
        if not read.understood:
            draft.find(
                column, "020", ASK, _("“%(text)s” tidak dapat dibaca sebagai tanggal.") % {"text": draft.cells[column][:60]}
            )
        if read.no_year:
            case.year_asked = True
            draft.find(column, "023", ASK, _("Tahunnya tidak disebut; ditanyakan, tidak ditebak."))
        if read.mark not in {"", PastMark.ITSELF}:
            text = _("Tanggal ini menandai %(mark)s, bukan mulai atau selesainya belajar.")
            draft.find(column, "021", NOTE, text % {"mark": PastMark(read.mark).label.lower()})
        if read.precision in {PastPrecision.MONTH, PastPrecision.YEAR}:
            draft.find(
                column, "022", NOTE, _("Hanya %(what)s yang diketahui.") % {"what": PastPrecision(read.precision).label.lower()}
            )
    if parsing.year_is_inferred(case.note, case.trust_text) and not case.year_asked:
        case.year_asked = True
        draft.find("catatan_uji", "023", ASK, _("Tahunnya perkiraan menurut catatan; ditanyakan."))


def _spans(draft: Draft) -> None:
    case, read = draft.case, parsing.read_span(draft.cells["durasi"])
    case.duration, case.duration_unit, case.duration_about = read.number, read.unit, read.about
    if not read.understood:
        draft.find("durasi", "030", NOTE, _("“%(text)s” tidak dapat dibaca sebagai lama.") % {"text": draft.cells["durasi"][:60]})
    if read.about:
        draft.find("durasi", "032", NOTE, _("Lamanya kira-kira; tidak dipakai sebagai angka pasti."))
    found = conflict_of(case)
    if found is not None and found.backwards:
        draft.find("selesai", "024", ASK, _("Selesai tercatat sebelum mulai."))
    elif found is not None:
        text = _("Menurut tanggalnya %(days)s hari, menurut kolom durasi %(span)s.")
        draft.find("durasi", "031", ASK, text % {"days": found.days, "span": duration_text(case)})


def _sources(draft: Draft) -> None:
    if draft.cells["url"] in {"", "-"}:
        draft.case.sources = ""
        draft.find("url", "050", NOTE, _("Sumbernya tidak disebut."))
    if draft.case.trust == PastTrust.UNKNOWN:
        draft.find("keyakinan", "051", NOTE, _("Keyakinan tidak disebut."))


def _parts(drafts: Sequence[Draft], known: set[str]) -> None:
    """Propose what the notes say about parts; what leads round in a circle or to nothing is told instead."""
    codes = {draft.case.code.casefold() for draft in drafts}
    says = {draft.case.code.casefold(): parsing.read_part(draft.case.note, draft.case.code).casefold() for draft in drafts}
    for draft in drafts:
        whole = parsing.read_part(draft.case.note, draft.case.code)
        if not whole:
            continue
        if whole.casefold() not in codes | known:
            draft.find(
                "catatan_uji", "041", NOTE, _("Catatan menyebut %(code)s, yang tidak ada di berkas atau arsip.") % {"code": whole}
            )
        elif _circles(draft.case.code.casefold(), says):
            draft.find(
                "catatan_uji", "042", NOTE, _("Catatan berputar: %(code)s kembali ke kasus ini sendiri.") % {"code": whole}
            )
        else:
            draft.case.part_read, draft.case.part_state = whole, PastReading.PROPOSED
            draft.find("catatan_uji", "040", ASK, _("Catatan menyebut kasus ini bagian dari %(code)s.") % {"code": whole})


def _circles(code: str, says: dict[str, str]) -> bool:
    at, steps = says.get(code, ""), 0
    while at and at != code and steps <= len(says):
        at, steps = says.get(at, ""), steps + 1
    return at == code
