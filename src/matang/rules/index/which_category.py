"""Into which category does a professionalism index fall? The lower end itself belongs to the category below (80 is Sedang)."""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.classification import Category, Classification
from matang.rules.core.conditions import All, Not
from matang.rules.core.expressions import Condition, Exactly, Number, Value
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.tables import above
from matang.rules.index.how_professional import ESTIMATE, INDEX
from matang.rules.index.parts import PARTS
from matang.rules.vocabulary.development import IP_CATEGORIES, IP_INDEX

BOUNDED = IP_CATEGORIES.choices[:-1]


def categories_of(index: Number) -> tuple[Category, ...]:
    """Return the categories of an index, highest first; each excludes the ones above it."""
    found: list[Category] = []
    higher: tuple[Condition, ...] = ()
    for term in BOUNDED:
        begin = Limit(PARAMETERS["index.category_above"], Exactly(IP_CATEGORIES, term.key), LEAST)
        found.append(Category(term.key, term.label, All((above(index, begin), *higher))))
        higher = (Not(above(index, begin)),)
    lowest = IP_CATEGORIES.choices[-1]
    return (*found, Category(lowest.key, lowest.label, All(higher)))


CLASSIFICATION = Classification(
    key="index.which_category",
    question=N_("Termasuk kategori apa perkiraan IP ASN pegawai ini?"),
    explained=N_(
        "Menamai indeks dari Sangat Rendah sampai Sangat Tinggi. Batas bawah tidak termasuk kategorinya, karena naskah "
        "hanya menyebut angka bulat: 80 masih Sedang, 80,5 sudah Tinggi."
    ),
    reference=cite("perbkn-8-2019", "kategori", "V2", note="batas dari pemberitaan; perlakuan pecahan adalah tafsir"),
    categories=categories_of(INDEX),
    working=(*PARTS, INDEX),
    note=ESTIMATE,
)
OF_A_NUMBER = Classification(
    key="index.category_of_index",
    question=N_("Termasuk kategori apa nilai IP ASN ini?"),
    explained=N_(
        "Menamai nilai IP ASN yang sudah diketahui, misalnya nilai resmi atau rata-rata unit. Batasnya sama dengan "
        "kategori perorangan dan berubah bila batas kategori diganti."
    ),
    reference=cite("perbkn-8-2019", "kategori", "V2"),
    categories=categories_of(Value(IP_INDEX)),
)
