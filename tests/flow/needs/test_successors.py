"""A reorganisation is told through the outbox, and the successor posts ask for what the old ones asked."""

from datetime import date

from matang.flow.needs.models import Competency, PostSheet, PostStandard
from matang.flow.register.models import Incumbency, Post
from matang.flow.register.public import officer_for
from matang.flow.register.services.reorganisation import Successor, succeed_post, succeed_unit
from matang.foundation.events.models import Delivery, OutboxEvent
from matang.foundation.events.services import deliver
from matang.foundation.jobs.services import run_pending
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast

DAY = date(2026, 7, 1)
LATER = date(2027, 1, 1)


def standards(cast: Cast) -> Post:
    """Let the servant's post ask for three things: since ever, until a later day, and only from a later day."""
    post = Incumbency.objects.get(person=cast.people["servant"]).post
    spans = (("INT", 3, START, None), ("KOM", 2, START, LATER), ("MPK", 4, LATER, None), ("OLD", 1, START, date(2025, 1, 1)))
    for code, level, since, until in spans:
        competency = Competency.objects.create(
            agency=cast.palu, code=code, name=code, field="managerial", version="1", valid_from=START
        )
        PostStandard.objects.create(
            agency=cast.palu, post=post, competency=competency, level=level, must=True, valid_from=since, valid_to=until
        )
    return post


def asked(post: Post) -> list[tuple[str, int, date, date | None]]:
    """Return what a post asks for."""
    rows = PostStandard.objects.filter(post=post).order_by("competency__code")
    return list(rows.values_list("competency__code", "level", "valid_from", "valid_to"))


CARRIED = [("INT", 3, DAY, None), ("KOM", 2, DAY, LATER), ("MPK", 4, LATER, None)]
LEFT = [("INT", 3, START, DAY), ("KOM", 2, START, DAY), ("OLD", 1, START, date(2025, 1, 1))]


def rename_unit(cast: Cast) -> None:
    """Rename the unit of the servant's post."""
    into = Successor(code="P01", name="Dinas Kesehatan Baru")
    succeed_unit(actor=officer_for(cast.palu.pk), unit=cast.units["health"], into=into, day=DAY, reason="Perda 3/2026")


def test_successors_ask_for_what_the_old_posts_asked(cast: Cast) -> None:
    post = standards(cast)
    rename_unit(cast)
    heir = Post.objects.get(replaces=post)
    assert asked(heir) == []
    assert run_pending().failed == 0
    assert (asked(post), asked(heir)) == (LEFT, CARRIED)


def test_a_second_delivery_changes_nothing(cast: Cast) -> None:
    post = standards(cast)
    rename_unit(cast)
    run_pending()
    delivery = Delivery.objects.get(event__name="register.posts_replaced")
    Delivery.objects.filter(pk=delivery.pk).update(done_at=None)
    before = list(PostStandard.objects.order_by("id").values())
    with acting_in(cast.palu.pk):
        deliver(agency_id=cast.palu.pk, actor_id=None, delivery_id=delivery.pk)
    assert list(PostStandard.objects.order_by("id").values()) == before
    assert asked(Post.objects.get(replaces=post)) == CARRIED


def test_a_chain_of_changes_carries_them_to_the_last(cast: Cast) -> None:
    post = standards(cast)
    rename_unit(cast)
    heir = Post.objects.get(replaces=post)
    last = succeed_post(actor=officer_for(cast.palu.pk), post=heir, day=date(2026, 9, 1), reason="Perwali", name="Penata")
    run_pending()
    assert asked(heir) == [("INT", 3, DAY, date(2026, 9, 1)), ("KOM", 2, DAY, date(2026, 9, 1))]
    assert asked(last) == [("INT", 3, date(2026, 9, 1), None), ("KOM", 2, date(2026, 9, 1), LATER), ("MPK", 4, LATER, None)]


def test_what_was_set_for_the_successor_meanwhile_stays(cast: Cast) -> None:
    post = standards(cast)
    rename_unit(cast)
    heir = Post.objects.get(replaces=post)
    competency = Competency.objects.get(code="INT")
    PostStandard.objects.create(agency=cast.palu, post=heir, competency=competency, level=5, must=False, valid_from=DAY)
    run_pending()
    assert asked(heir) == [("INT", 5, DAY, None), *CARRIED[1:]]


def test_a_unit_without_posts_tells_nobody(cast: Cast) -> None:
    Incumbency.objects.filter(person__in=[cast.people["other"], cast.people["other_head"]]).delete()
    Post.objects.filter(unit=cast.units["social"]).delete()
    into = Successor(code="P02", name="Dinas Sosial Baru")
    succeed_unit(actor=officer_for(cast.palu.pk), unit=cast.units["social"], into=into, day=DAY, reason="Perda")
    assert OutboxEvent.objects.count() == 0


def test_the_words_of_the_standard_form_go_on_with_the_successor(cast: Cast) -> None:
    post = standards(cast)
    for summary, since, until in (("Dulu", START, DAY), ("Kini", DAY, LATER), ("Nanti", LATER, None)):
        PostSheet.objects.create(agency=cast.palu, post=post, summary=summary, valid_from=since, valid_to=until)
    rename_unit(cast)
    assert run_pending().failed == 0
    heir = Post.objects.get(replaces=post)
    rows = PostSheet.objects.order_by("valid_from").values_list("post_id", "summary", "valid_from", "valid_to")
    assert list(rows) == [(post.pk, "Dulu", START, DAY), (heir.pk, "Kini", DAY, LATER), (heir.pk, "Nanti", LATER, None)]
