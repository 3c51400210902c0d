"""Does the distribution of ratings in a team fit the rating of its organisation? Warnings only, never a refusal.

"Most (at most 70 percent)" is checked at its upper end; how many "most" begins at is not said by the source.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import Product
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Exactly, Number, Value, Word
from matang.rules.core.facts import LEAST, MOST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.core.sums import Named, Sum, times
from matang.rules.vocabulary.performance import COUNTS, ORGANISATION_RATING, RATING

HUNDRED = 100
PEOPLE = Named(Sum(tuple(Value(fact) for fact in COUNTS.values())), N_("jumlah pegawai yang dinilai"), COUNTS["baik"])
BELOW_BAIK = ("butuh_perbaikan", "kurang")


def limit(name: str, end: int) -> Limit:
    """Return a share or a number that the rating of the organisation asks for."""
    return Limit(PARAMETERS[f"rating.{name}"], Word(ORGANISATION_RATING), end)


def at_most(name: str, rating: str, failed: str) -> Criterion:
    """Return the criterion that a rating is given to no more than a share of the team."""
    share, count = limit(name, MOST), Value(COUNTS[rating])
    fits = AtLeast(Product(share, PEOPLE, ""), times(count, HUNDRED))
    return _criterion(Any((Unset(share), fits)), failed, count, share, (rating,))


def at_least(name: str, ratings: tuple[str, ...], failed: str) -> Criterion:
    """Return the criterion that ratings are given to at least a share of the team."""
    share, count = limit(name, LEAST), Sum(tuple(Value(COUNTS[rating]) for rating in ratings))
    fits = AtLeast(times(count, HUNDRED), Product(share, PEOPLE, ""))
    return _criterion(Any((Unset(share), fits)), failed, count, share, ratings)


def _criterion(condition: Any, failed: str, count: Number, share: Limit, ratings: tuple[str, ...]) -> Criterion:
    """Return a criterion of the distribution with its sentences."""
    return Criterion(
        condition,
        passed=N_("%(first)s dan %(last)s bersama: %(count)s dari %(people)s pegawai; batas %(share)s.")
        if len(ratings) > 1
        else N_("%(first)s: %(count)s dari %(people)s pegawai; batas %(share)s."),
        failed=failed,
        unknown=N_("%(first)s: %(count)s dari %(people)s pegawai; batas %(share)s belum dapat diperiksa."),
        arguments=(
            ("first", Exactly(RATING, ratings[0])),
            ("last", Exactly(RATING, ratings[-1])),
            ("count", count),
            ("people", PEOPLE),
            ("share", share),
        ),
    )


SOME, FEW = limit("below_baik_count", LEAST), Sum(tuple(Value(COUNTS[rating]) for rating in BELOW_BAIK))

RULE = Rule(
    key="rating.does_distribution_fit",
    question=N_("Apakah sebaran predikat sesuai dengan predikat organisasi?"),
    explained=N_(
        "Membandingkan jumlah tiap predikat dalam satu tim dengan pola yang dianjurkan menurut predikat organisasinya, "
        "agar nilai perorangan tidak lepas dari hasil bersama. Hanya peringatan: pimpinan menimbang dan mencatat "
        "alasannya."
    ),
    reference=cite("se-menpanrb-3-2023", "pola distribusi", "V2", note="satu sumber berita; naskah belum dibaca"),
    warns=True,
    criteria=(
        at_most(
            "sangat_baik_maximum", "sangat_baik",
            N_("Sangat Baik diberikan kepada %(count)s dari %(people)s pegawai; paling banyak %(share)s."),
        ),
        at_most("baik_maximum", "baik", N_("Baik diberikan kepada %(count)s dari %(people)s pegawai; paling banyak %(share)s.")),
        at_least(
            "butuh_perbaikan_minimum", ("butuh_perbaikan",),
            N_("Butuh Perbaikan diberikan kepada %(count)s dari %(people)s pegawai; paling sedikit %(share)s."),
        ),
        at_least(
            "kurang_minimum", ("kurang",),
            N_("Kurang diberikan kepada %(count)s dari %(people)s pegawai; paling sedikit %(share)s."),
        ),
        at_least(
            "sangat_kurang_minimum", ("sangat_kurang",),
            N_("Sangat Kurang diberikan kepada %(count)s dari %(people)s pegawai; paling sedikit %(share)s."),
        ),
        at_least(
            "below_baik_minimum", BELOW_BAIK,
            N_("Butuh Perbaikan dan Kurang diberikan kepada %(count)s dari %(people)s pegawai; paling sedikit %(share)s."),
        ),
        _criterion(
            Any((Unset(SOME), AtLeast(FEW, SOME))),
            N_("Belum ada Butuh Perbaikan atau Kurang (%(count)s dari %(people)s pegawai); paling sedikit %(share)s."),
            FEW, SOME, BELOW_BAIK,
        ),
    ),
)  # fmt: skip
