"""Has the person held the posts that must come before this one, for long enough?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit, Listed, Total, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import SERVED
from matang.rules.vocabulary.posts import HELD_KIND, POST_KIND
from matang.rules.vocabulary.units import MONTHS

MINIMUM = Limit(PARAMETERS["eligibility.prior_post_months"], Word(POST_KIND), LEAST, MONTHS)
TIME = Total(
    PARAMETERS["eligibility.prior_post_kinds"],
    Word(POST_KIND),
    tuple((fact.key.removeprefix("months_as_"), Value(fact)) for fact in SERVED),
    N_("masa dalam jabatan yang dihitung"),
    MONTHS,
)

RULE = Rule(
    key="eligibility.has_enough_prior_posts",
    question=N_("Apakah jabatan sebelumnya cukup lama?"),
    explained=N_(
        "Menjumlahkan masa dalam jabatan yang mendahului jabatan ini, supaya orang naik setapak demi setapak. Pemegang "
        "jabatan yang setingkat dianggap sudah memenuhinya."
    ),
    reference=cite("pp-11-2017", "pasal 54 dan pasal 107", "V2"),
    criteria=(
        Criterion(
            Any(
                (
                    Unset(MINIMUM),
                    AtLeast(TIME, MINIMUM),
                    Listed(Word(HELD_KIND), PARAMETERS["eligibility.same_layer_kinds"], Word(POST_KIND)),
                )
            ),
            passed=N_("Masa jabatan yang dihitung %(time)s; syarat paling singkat %(minimum)s; kini memegang jabatan %(held)s."),
            failed=N_("Masa jabatan yang dihitung %(time)s, kurang dari syarat paling singkat %(minimum)s."),
            unknown=N_("Masa jabatan yang dihitung %(time)s; syarat paling singkat %(minimum)s belum dapat dipastikan."),
            arguments=(("time", TIME), ("minimum", MINIMUM), ("held", Word(HELD_KIND))),
        ),
    ),
)
