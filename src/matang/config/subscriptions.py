"""Who is told of what: the one list of events and the functions that a worker calls with them, in this order.

An earlier stage tells a later one by an event (imports never point that way); see ``foundation/events/README.md``.
"""

from collections.abc import Mapping

from matang.flow.apply.public import AdoptionClosed, RecommendationDecided, settle_after_closing, settle_after_decision
from matang.flow.needs.public import carry_standards
from matang.flow.register.public import PostsReplaced
from matang.foundation.events.base import Event
from matang.foundation.events.subscribers import Handler

SUBSCRIPTIONS: Mapping[type[Event], tuple[Handler, ...]] = {
    PostsReplaced: (carry_standards,),
    RecommendationDecided: (settle_after_decision,),
    AdoptionClosed: (settle_after_closing,),
}
