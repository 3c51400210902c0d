"""Is it too early, time, or overdue to transfer the holder of a post?

The day on which two years are completed is in time; the day on which five years are completed is not yet overdue.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import AfterMonths
from matang.rules.core.classification import Category, Classification
from matang.rules.core.conditions import All, AtLeast, Not
from matang.rules.core.expressions import Today, Value
from matang.rules.core.facts import LEAST, MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.vocabulary.people import POST_SINCE
from matang.rules.vocabulary.units import DAY, MONTHS

MINIMUM = Limit(PARAMETERS["transfer.months_minimum"], None, LEAST, MONTHS)
MAXIMUM = Limit(PARAMETERS["transfer.months_maximum"], None, MOST, MONTHS)
EARLIEST = AfterMonths(Value(POST_SINCE), MINIMUM, 1, DAY, N_("paling awal dapat dimutasi"))
LATEST = AfterMonths(Value(POST_SINCE), MAXIMUM, 1, DAY, N_("paling lambat dimutasi"))
LONG_ENOUGH = AtLeast(Today(DAY), EARLIEST)
NOT_TOO_LONG = AtLeast(LATEST, Today(DAY))

CLASSIFICATION = Classification(
    key="transfer.is_it_time",
    question=N_("Apakah sudah waktunya dimutasi?"),
    explained=N_(
        "Menempatkan masa jabatan pada tiga keadaan: terlalu awal, sudah waktunya, atau terlambat, agar orang tidak "
        "dipindah terlalu cepat dan tidak menetap terlalu lama. Berubah seiring waktu dan bila kedua batasnya diganti."
    ),
    reference=cite("perbkn-5-2019", "pasal 2 ayat (3)", "V2"),
    categories=(
        Category("too_early", N_("terlalu awal"), Not(LONG_ENOUGH)),
        Category("open", N_("sudah waktunya"), All((LONG_ENOUGH, NOT_TOO_LONG))),
        Category("overdue", N_("terlambat"), Not(NOT_TOO_LONG)),
    ),
)
