"""Write a sending, ask the host, choose who goes, order it, and say what became of it."""

from matang.flow.learn.services.sendings.briefs import say_brief, say_guest_feedback, say_host_feedback
from matang.flow.learn.services.sendings.choosing import choose_participant
from matang.flow.learn.services.sendings.closing import close_if_settled, close_sending, reopen_sending, settle_all
from matang.flow.learn.services.sendings.drafting import (
    NewParticipant,
    SendingDetails,
    add_participant,
    change_sending,
    create_sending,
    drop_participant,
)
from matang.flow.learn.services.sendings.hosting import answer_request, note_host_answer, receive_sending
from matang.flow.learn.services.sendings.ordering import Order, order_sending
from matang.flow.learn.services.sendings.steps import (
    cancel_sending,
    refuse_sending,
    return_from,
    start_sending,
    submit_sending,
    take_back,
)

__all__ = [
    "NewParticipant",
    "Order",
    "SendingDetails",
    "add_participant",
    "answer_request",
    "cancel_sending",
    "change_sending",
    "choose_participant",
    "close_if_settled",
    "close_sending",
    "create_sending",
    "drop_participant",
    "note_host_answer",
    "order_sending",
    "receive_sending",
    "refuse_sending",
    "reopen_sending",
    "return_from",
    "say_brief",
    "say_guest_feedback",
    "say_host_feedback",
    "settle_all",
    "start_sending",
    "submit_sending",
    "take_back",
]
