"""The panel's advice on a post: votes that may be changed until they are closed, or consensus."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import AdviceWay, AgendaState, Ballot, MeetingSeat, MeetingState
from matang.flow.place.models import AgendaItem, MeetingMember, PanelMeeting, PanelVote, PlacementDecision
from matang.flow.place.selectors.meetings import members_of, needed, present, seat_in
from matang.flow.place.selectors.recusals import recusals
from matang.flow.place.services.candidates import admitted
from matang.flow.place.services.meetings import leading, lock_meeting
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied, refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now


@dataclass(frozen=True, slots=True)
class Choice:
    """For a person, for leaving the post vacant, or neither."""

    ballot: str
    person_id: int | None = None

    @classmethod
    def of(cls, ballot: str, person_id: int | None) -> "Choice":
        """Return the choice; refuse one that names a person without being for one, or the other way round."""
        if ballot not in Ballot.values or (ballot == Ballot.PERSON) != (person_id is not None):
            raise refuse(_("Pilih seorang calon, membiarkan kosong, atau abstain."))
        return cls(ballot, person_id)


def may_advise(member: MeetingMember | None, recused: list[int]) -> Answer:
    """Answer whether somebody with this seat may advise on a post from which these members (keys) stay out."""
    if member is None:
        return Denied(_("Anda bukan anggota sidang ini."))
    if not hasattr(member, "statement"):
        return Denied(_("Berikan dulu pernyataan konflik kepentingan Anda untuk sidang ini."))
    if member.pk in recused:
        return Denied(_("Anda tidak ikut mempertimbangkan jabatan ini karena konflik kepentingan yang tercatat."))
    return Allowed()


def _sitting(actor: Actor, item_id: int) -> tuple[PanelMeeting, AgendaItem, list[MeetingMember], list[int]]:
    """Lock the meeting of an item and return it with its members and the keys of those who stay out of the item."""
    found = AgendaItem.objects.filter(pk=item_id, agency_id=actor.agency_id).values_list("meeting_id", flat=True).first()
    if found is None:
        raise refuse(_("Jabatan itu tidak ada dalam agenda sidang."))
    meeting = lock_meeting(actor, found)
    item = AgendaItem.objects.select_related("post__unit", "scenario").get(pk=item_id)
    members = members_of(meeting)
    return meeting, item, members, [row.member.pk for row in recusals([item], members)[item.pk]]


def _open_for_advice(meeting: PanelMeeting, item: AgendaItem) -> None:
    if meeting.state != MeetingState.OPENED:
        raise refuse(_("Sidang ini sedang tidak dibuka. Pertimbangan hanya diberikan dalam sidang yang dibuka."))
    if item.state != AgendaState.WAITING:
        raise refuse(_("Pertimbangan untuk jabatan ini sudah ditutup."))


def _candidate(item: AgendaItem, choice: Choice) -> None:
    if choice.person_id is not None and choice.person_id not in admitted(item.scenario, item.post_id):
        raise refuse(_("Pegawai ini tidak ada dalam daftar calon jabatan ini."))


def cast_vote(*, actor: Actor, item_id: int, choice: Choice) -> PanelVote:
    """Keep the actor's vote on a post, or change it. Sent twice, it is one vote. Refused to whoever has a conflict."""
    with transaction.atomic():
        meeting, item, members, recused = _sitting(actor, item_id)
        member = seat_in(actor, members).member
        require(may_advise(member, recused))
        _open_for_advice(meeting, item)
        if meeting.way != AdviceWay.VOTE:
            raise refuse(_("Sidang ini mengambil pertimbangan dengan mufakat."))
        if member not in present(members):
            raise refuse(_("Anda belum tercatat hadir. Mintalah ketua atau sekretaris mencatat kehadiran Anda."))
        _candidate(item, choice)
        standing = PanelVote.objects.filter(item=item, member=member).first()
        if standing is not None and (standing.ballot, standing.person_id) == (choice.ballot, choice.person_id):
            return standing
        vote, _made = PanelVote.objects.update_or_create(
            item=item,
            member=member,
            defaults={
                "agency_id": actor.agency_id,
                "ballot": choice.ballot,
                "person_id": choice.person_id,
                "cast_at": now(),
            },
        )
    return vote


def close_vote(*, actor: Actor, item_id: int, chair_says: Choice | None = None, note: str = "") -> AgendaItem:
    """Count the votes on a post and keep the result; abstentions count for the quorum only. Repeating changes nothing.

    Refused below the quorum, and on a tie unless the chair says (``chair_says``) which of the equals it is.
    """
    with transaction.atomic():
        meeting, item, members, recused = _sitting(actor, item_id)
        leading(actor, meeting)
        if item.state == AgendaState.ADVISED:
            return item
        _open_for_advice(meeting, item)
        votes = list(PanelVote.objects.filter(item=item).exclude(member_id__in=recused).order_by("member_id"))
        least = needed(meeting, len(members))
        if len(votes) < least:
            words = {"n": len(votes), "least": least}
            raise refuse(_("Baru %(n)s suara yang masuk; kuorumnya %(least)s.") % words)
        count = Counter(Choice(vote.ballot, vote.person_id) for vote in votes)
        result, broken = _result(count, actor, members, chair_says, recused)
        item.way, item.chair_said = AdviceWay.VOTE, broken
        item.tally = sorted(
            ([choice.ballot, choice.person_id, number] for choice, number in count.items()),
            key=lambda row: (-row[2], row[0], row[1] or 0),
        )
        return _keep(actor, item, result, note, [[vote.member.user_id, vote.ballot, vote.person_id] for vote in votes])


def _result(
    count: Counter[Choice], actor: Actor, members: list[MeetingMember], chair_says: Choice | None, recused: list[int]
) -> tuple[Choice, bool]:
    """Return what most voted for, and whether the chair had to say."""
    spoken = {choice: number for choice, number in count.items() if choice.ballot != Ballot.ABSTAIN}
    if not spoken:
        return Choice(Ballot.ABSTAIN), False
    most = max(spoken.values())
    first = [choice for choice, number in spoken.items() if number == most]
    if len(first) == 1:
        return first[0], False
    chair = next(row for row in members if row.seat == MeetingSeat.CHAIR)
    if chair.pk in recused:
        raise refuse(_("Suara sama banyak dan ketua tidak ikut mempertimbangkan jabatan ini. Ubah suara atau tunda."))
    if chair.user_id != actor.user_id or chair_says not in first:
        raise refuse(_("Suara sama banyak. Ketua sidang menentukan pilihan di antara yang sama banyak."))
    return chair_says, True


def record_consensus(*, actor: Actor, item_id: int, choice: Choice, note: str = "") -> AgendaItem:
    """Keep what those present agreed on. Refused when fewer than the quorum are present and free of a conflict."""
    with transaction.atomic():
        meeting, item, members, recused = _sitting(actor, item_id)
        leading(actor, meeting)
        if item.state == AgendaState.ADVISED and (item.advice, item.advised_person_id) == (choice.ballot, choice.person_id):
            return item
        _open_for_advice(meeting, item)
        if meeting.way != AdviceWay.CONSENSUS:
            raise refuse(_("Sidang ini mengambil pertimbangan dengan pemungutan suara."))
        _candidate(item, choice)
        here = [row for row in present(members) if row.pk not in recused and hasattr(row, "statement")]
        least = needed(meeting, len(members))
        if len(here) < least:
            words = {"here": len(here), "least": least}
            raise refuse(
                _("Yang hadir, sudah memberi pernyataan, dan bebas konflik hanya %(here)s orang; kuorumnya %(least)s.") % words
            )
        item.way, item.tally = AdviceWay.CONSENSUS, [[choice.ballot, choice.person_id, len(here)]]
        return _keep(actor, item, choice, note, [[row.user_id, choice.ballot, choice.person_id] for row in here])


def _keep(actor: Actor, item: AgendaItem, result: Choice, note: str, voices: list[list[object]]) -> AgendaItem:
    item.state, item.advice, item.advised_person_id = AgendaState.ADVISED, result.ballot, result.person_id
    item.note, item.advised_at, item.advised_by_id = note.strip(), now(), actor.user_id
    log = record_decision(
        agency_id=item.agency_id,
        actor_id=actor.user_id,
        kind="place.advised",
        subject=f"post:{item.post_id}",
        payload={
            "meeting": item.meeting_id,
            "scenario": item.scenario_id,
            "way": item.way,
            "advice": result.ballot,
            "person": result.person_id,
            "tally": item.tally,
            "chair_said": item.chair_said,
            "voices": voices,
        },
        reason=note.strip(),
    )
    item.log_id = log.pk
    item.save()
    return item


def reopen_advice(*, actor: Actor, item_id: int, reason: str) -> AgendaItem:
    """Let the panel advise on a post again, before it was decided; votes stay and may be changed. The reason is logged."""
    with transaction.atomic():
        meeting, item, _members, _recused = _sitting(actor, item_id)
        leading(actor, meeting)
        if item.state == AgendaState.WAITING:
            return item
        if meeting.state != MeetingState.OPENED or item.state != AgendaState.ADVISED:
            raise refuse(_("Pertimbangan hanya dapat dibuka lagi dalam sidang yang dibuka."))
        if PlacementDecision.objects.filter(item=item, state="stands").exists():
            raise refuse(_("Jabatan ini sudah diputus."))
        if not reason.strip():
            raise refuse(_("Tulis alasan membuka lagi pertimbangan ini."))
        earlier = item.log_id
        item.state, item.way, item.advice, item.advised_person_id = AgendaState.WAITING, "", "", None
        item.tally, item.chair_said, item.note = [], False, ""
        item.advised_at = item.advised_by_id = item.log_id = None
        with because(reason):
            item.save()
            record_decision(
                agency_id=item.agency_id,
                actor_id=actor.user_id,
                kind="place.advice_reopened",
                subject=f"post:{item.post_id}",
                payload={"meeting": item.meeting_id, "scenario": item.scenario_id, "advice": earlier},
                reason=reason.strip(),
            )
    return item
