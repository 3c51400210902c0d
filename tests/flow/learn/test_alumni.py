"""Alumni: who learned at a host, who may be named, who offers help, and who is suggested for the next sending."""

import pytest
from django.urls import reverse

from matang.flow.learn.models import Alumnus, Participant, Sending
from matang.flow.learn.selectors.alumni import companions_for, learned_there
from matang.flow.learn.services.reports import PARTS, accept_report, save_part, submit_report
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.factories.journeys import returned
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def test_alumni_are_named_to_those_who_may_and_suggested_for_the_same_host_or_field(
    cast: Cast, browse: type[ActorClient], django_assert_num_queries: object
) -> None:
    made = returned(cast)
    servant = actor_of(cast.users["civil_servant"])
    for part in PARTS:
        save_part(actor=servant, participant_id=made.participant.pk, part=part, text="Isi")
    report = submit_report(actor=servant, participant_id=made.participant.pk)
    accept_report(actor=actor_of(cast.users["direct_superior"]), report_id=report.pk, place="national")
    hr, stranger = actor_of(cast.users["hr_officer"]), actor_of(cast.users["other_unit_head"])
    name = made.participant.person.display_name
    assert [(row.name, row.alumnus) for row in learned_there(hr, made.host, today())] == [(name, None)]
    assert learned_there(stranger, made.host, today()) == []

    client, page = browse(cast.users["civil_servant"]), reverse("learn:alumni")
    assert "Tawarkan diri" in client.get(page).content.decode()
    answer = client.post(
        reverse("learn:report_help", args=[report.pk]), {"role": "mentor", "topic": "Instalasi", "note": "", "next": "alumni"}
    )
    assert answer["Location"] == page
    ready = Alumnus.objects.get()
    assert [(row.name, row.alumnus) for row in learned_there(stranger, made.host, today())] == [(name, ready)]
    assert name in browse(cast.users["hr_officer"]).get(reverse("learn:host", args=[made.host.pk])).content.decode()

    fresh = Sending.objects.get(pk=made.sending.pk)
    fresh.pk, fresh.state, fresh.host_agency, fresh.title = None, "draft", None, "Pasar"
    fresh.save(force_insert=True)
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert [(one.alumnus, one.same_host, one.same_field) for one in companions_for(fresh)] == [(ready, True, False)]
    Sending.objects.filter(pk=fresh.pk).update(host=None, title="Merawat instalasi desa")
    fresh.refresh_from_db()
    assert [(one.same_host, one.same_field) for one in companions_for(fresh)] == [(False, True)]
    shown = browse(cast.users["unit_head"]).get(reverse("learn:sending", args=[fresh.pk])).content.decode()
    assert ("Yang dapat mendampingi" in shown, "bidang yang sama" in shown) == (True, True)
    own = Participant.objects.create(agency=cast.palu, sending=fresh, person=cast.people["servant"])
    assert companions_for(fresh) == []
    own.delete()
    client.post(reverse("learn:report_stop_help", args=[report.pk]), {"next": "alumni"})
    assert (companions_for(fresh), learned_there(stranger, made.host, today())) == ([], [])
