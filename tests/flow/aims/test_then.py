"""An earlier day shows the tree of that day: where aims hung, what they said, who answered."""

from datetime import date, datetime, timedelta

from django.db import connection
from django.urls import reverse

from matang.flow.aims.models import Aim
from matang.flow.aims.public import aim_line, mission_of
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.aims.services.aims import change_aim, details_of, move_aim
from matang.foundation.clock.services import now, today
from tests.cast import Cast
from tests.flow.aims.planting import Grove, grow, planner, plant
from tests.flow.aims.test_pages import shown
from tests.http import ActorClient


def age(days: int) -> datetime:
    """Let everything that the trail holds so far have happened ``days`` ago; its lock is lifted for that."""
    moment = now() - timedelta(days=days)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE aims_aimtrail DISABLE TRIGGER USER")
        cursor.execute("UPDATE aims_aimtrail SET pgh_created_at = %s WHERE pgh_created_at > %s", [moment, moment])
        cursor.execute("ALTER TABLE aims_aimtrail ENABLE TRIGGER USER")
    return moment


def moved(cast: Cast) -> tuple[Grove, Aim]:
    """Return a tree that is 30 days old, whose programme was moved and renamed today."""
    grove = plant(cast)
    other = grow(cast, grove.plan, "mission", "Misi kedua", grove.at["vision"])
    goal = grow(cast, grove.plan, "goal", "Tujuan kedua", other)
    objective = grow(cast, grove.plan, "objective", "Sasaran kedua", goal)
    age(30)
    programme = grove.at["programme"]
    move_aim(actor=planner(cast), aim_id=programme.pk, parent_id=objective.pk, reason="Lebih tepat")
    change_aim(actor=planner(cast), aim_id=programme.pk, title="Program baru", details=details_of(programme))
    return grove, objective


def test_yesterday_s_tree_is_the_one_before_today_s_move(cast: Cast) -> None:
    grove, objective = moved(cast)
    programme, sub = grove.at["programme"].pk, grove.at["sub"].pk
    before, after = forest_at(planner(cast), today() - timedelta(days=1)), forest_at(planner(cast), today())
    assert (before.by_id[programme].parent_id, after.by_id[programme].parent_id) == (grove.at["objective"].pk, objective.pk)
    assert (before.by_id[programme].title, after.by_id[programme].title) == ("Program Upaya Kesehatan", "Program baru")
    assert str(mission_of(sub, today() - timedelta(days=1))) == "Meningkatkan mutu hidup warga"
    assert str(mission_of(sub, today())) == "Misi kedua"
    assert len(aim_line(sub, today() - timedelta(days=1))) == len(aim_line(sub, today())) == 7


def test_a_day_before_it_was_recorded_shows_it_as_it_was_first_recorded(cast: Cast) -> None:
    grove, _objective = moved(cast)
    line = aim_line(grove.at["sub"].pk, date(2025, 6, 1))
    assert [step.title for step in line][4] == "Program Upaya Kesehatan"


def test_what_was_mended_on_the_first_day_is_mended_for_all_days_before(cast: Cast) -> None:
    grove = plant(cast)
    sub = grove.at["sub"]
    change_aim(actor=planner(cast), aim_id=sub.pk, title="Tanpa salah ketik", details=details_of(sub))
    assert aim_line(sub.pk, date(2025, 6, 1))[-1].title == "Tanpa salah ketik"


def test_the_page_of_an_earlier_day_says_what_was_said_then(cast: Cast, browse: type[ActorClient]) -> None:
    grove, _objective = moved(cast)
    client = browse(cast.users["auditor"])
    address = reverse("aims:aim", args=[grove.at["programme"].pk])
    then = shown(client.get(address, {"per": (today() - timedelta(days=1)).isoformat()}).content.decode())
    today_s = shown(client.get(address).content.decode())
    assert "Sasaran Turunnya prevalensi stunting Program Program Upaya Kesehatan" in then
    assert "Sasaran Sasaran kedua Program Program baru" in today_s
