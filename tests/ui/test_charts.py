"""The arithmetic of the charts."""

from matang.ui import charts


def test_the_largest_bar_fills_the_width_and_the_others_are_in_proportion() -> None:
    chart = charts.bars([("a", 40, None), ("b", 10, "/b/"), ("c", 0, None)])
    assert [(bar.label, bar.share, bar.y) for bar in chart.bars] == [("a", 100.0, 0), ("b", 25.0, 42), ("c", 0.0, 84)]
    assert chart.bars[1].href == "/b/"
    assert chart.height == 126


def test_where_the_whole_is_known_it_fills_the_width() -> None:
    assert [bar.share for bar in charts.bars([("a", 33), ("b", 11), ("c", 0)], whole=100).bars] == [33, 11, 0]


def test_an_unknown_value_has_no_bar_and_stays_unknown() -> None:
    chart = charts.bars([("a", None), ("b", 3)])
    assert (chart.bars[0].value, chart.bars[0].share) == (None, 0)


def test_only_zeros_and_nothing_at_all_can_be_drawn() -> None:
    assert [bar.share for bar in charts.bars([("a", 0), ("b", 0)]).bars] == [0, 0]
    assert charts.bars([]) == charts.Bars(bars=(), height=1)


def test_parts_of_a_stack_follow_one_another() -> None:
    chart = charts.stacks([("a", [50, 30, 20]), ("b", [25, None, 0])])
    assert [(part.series, part.x, part.width) for part in chart.stacks[0].parts] == [(1, 0, 50), (2, 50, 30), (3, 80, 20)]
    assert [(part.series, part.width) for part in chart.stacks[1].parts] == [(1, 25)]
    assert chart.stacks[1].values == (25, None, 0)


def test_a_sparkline_has_a_gap_where_a_value_is_not_known() -> None:
    line = charts.spark([0, 10, None, 5, 10])
    assert line.runs == ("4.0,28.0 32.0,4.0", "88.0,16.0 116.0,4.0")
    assert line.last == (116.0, 4.0)
    assert charts.spark([]) == charts.Spark(runs=(), last=None)
    assert charts.spark([7, 7]).runs == ("4.0,28.0 116.0,28.0",)


def test_heat_has_five_steps_and_a_class_for_the_unknown() -> None:
    bounds = charts.heat_bounds([("a", [0, 10]), ("b", [None, 5])])
    assert bounds == (0, 10)
    assert [charts.heat(value, *bounds) for value in (0, 1.9, 2, 9.9, 10, None)] == [
        "heat-1", "heat-1", "heat-2", "heat-5", "heat-5", "heat-unknown",
    ]  # fmt: skip
    assert charts.heat(3, 3, 3) == "heat-1"
