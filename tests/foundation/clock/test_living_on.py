"""The clock set back for a told past."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from matang.foundation.clock.services import living_on, now, today

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Asia/Makassar"))


@time_machine.travel(NOON, tick=False)
def test_a_block_lives_on_an_earlier_day_and_the_clock_is_right_again_after_it() -> None:
    with living_on(date(2025, 6, 18)):
        assert (today(), timezone.localtime(now()).hour) == (date(2025, 6, 18), 10)
        with living_on(date(2024, 1, 2)):
            assert today() == date(2024, 1, 2)
        assert today() == date(2025, 6, 18)
    assert now() == NOON


@time_machine.travel(NOON, tick=False)
def test_today_leaves_the_clock_alone_and_a_day_to_come_is_refused() -> None:
    with living_on(date(2026, 11, 23)):
        assert now() == NOON
    with pytest.raises(ValueError, match="only goes back"), living_on(today() + timedelta(days=1)):
        pass
    assert now() == NOON


def test_the_clock_is_right_again_after_a_fault() -> None:
    with pytest.raises(LookupError), living_on(date(2025, 6, 18)):
        raise LookupError
    assert timezone.now() - now() < timedelta(seconds=5)
