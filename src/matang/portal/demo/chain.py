"""Put the chain into the demonstration: the aims, the cohort of 2024, and the sendings of this year."""

from datetime import date, timedelta

from matang.flow.register.public import Unit
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.portal.demo import accounts, aims, cohort, outcomes, sendings

SINCE_LEFT, SINCE_LEFT_FIRST, SINCE_BACK = 9, 130, 38


def show(agency: Agency, second: Agency, users: dict[str, User], day: date) -> None:
    """Walk it all. Call inside ``acting_in(agency.pk)``, when the second agency stands."""
    with acting_in(second.pk):
        theirs = accounts.open_logins(second, (accounts.MALANG_HOST, accounts.MALANG_MENTOR))
    officer = actor_of(users["kepegawaian"])
    serves = aims.plant(actor_of(users["bappeda"]))["DPU"]
    hosts = cohort.recall(officer, second)
    unit = Unit.objects.get(agency_id=agency.pk, code="DPU", parent__isnull=True)
    outcomes.measure(actor_of(users["bappeda"]), serves[1], unit, day)
    found = sendings.learners(unit, day, 2)
    if len(found) < 2:
        return
    roles = sendings.Roles(
        users["kepegawaian"], users["walikota"], theirs[accounts.MALANG_HOST.username], theirs[accounts.MALANG_MENTOR.username]
    )
    intern = accounts.open_login(agency, accounts.INTERN, found[0].person_id)
    back = accounts.open_login(agency, accounts.RETURNED, found[1].person_id)
    left, earlier = day - timedelta(days=SINCE_LEFT), day - timedelta(days=SINCE_LEFT_FIRST)
    host = hosts[cohort.MALANG]
    participant = sendings.send(roles, unit, serves, host=host, learner=found[0], begins=left)
    sendings.keep_log(intern, participant, left)
    first = sendings.send(roles, unit, serves, host=host, learner=found[1], begins=earlier)
    report = sendings.come_back(roles, back, first, day - timedelta(days=SINCE_BACK))
    outcomes.adopt(officer, actor_of(users["walikota"]), report, unit=unit, indicator=serves[1], day=day)
