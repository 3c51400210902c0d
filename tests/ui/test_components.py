"""Components that pages of all stages draw."""

from django.template import engines
from django.utils.safestring import mark_safe

from matang.ui.strands import Strand


def drawn(text: str, **context: object) -> str:
    """Draw a piece of a template."""
    page = engines["jinja2"].from_string('{% import "ui/components.html" as c with context %}' + text)
    return " ".join(page.render(context).split())


def test_what_people_wrote_in_several_lines_keeps_them() -> None:
    rows = [("Pertanyaan", "Satu?\nDua?"), ("Pendek", "Satu"), ("Sudah dibentuk", mark_safe("<b>a</b>\n")), ("Kosong", "")]
    assert drawn("{{ c.definition(rows) }}", rows=rows) == (
        '<dl class="definition"><div><dt>Pertanyaan</dt><dd class="as-written">Satu? Dua?</dd></div>'
        "<div><dt>Pendek</dt><dd>Satu</dd></div><div><dt>Sudah dibentuk</dt><dd><b>a</b> </dd></div>"
        "<div><dt>Kosong</dt><dd>tidak tercatat</dd></div></dl>"
    )


def test_a_link_of_the_chain_leads_somewhere_only_where_there_is_a_page() -> None:
    below = Strand("Penerapan", "<Dinas>", "", "Belum berlaku", "warn")
    page = drawn("{{ c.strands([one]) }}", one=Strand("Rekomendasi", "Regu", "/penerapan/1/", after=(below,)))
    assert '<a href="/penerapan/1/" lang="id">Regu</a>' in page
    assert '<span lang="id">&lt;Dinas&gt;</span>' in page
    assert page.count("<ul") == 2
    assert page.count("chip-warn") == 1
