using CsCheck;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class PlacementTests
{
    [Fact]
    public void Labels_along_a_line_keep_their_order_and_distance_and_stay_within() =>
        Gen.Double[0, 400].List[1, 20].Sample(wanted =>
        {
            var placed = Spread.Apart(wanted, 18, 0, 400);
            var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).Select(i => placed[i]).ToList();
            order.Zip(order.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= 18 - 1e-6);
            placed.ShouldAllBe(p => p >= -1e-6 && p <= 400 + 1e-6);
        });

    [Fact]
    public void Labels_that_have_room_are_not_moved() => Spread.Apart([10, 100, 50], 18, 0, 200).ShouldBe([10, 100, 50]);

    [Fact]
    public void Labels_that_meet_move_apart_by_the_same_amount() => Spread.Apart([100, 100], 18, 0, 200).ShouldBe([91, 109]);

    [Fact]
    public void Placed_labels_stand_neither_on_each_other_nor_on_a_dot_nor_outside() =>
        Gen.Select(Gen.Double[10, 590], Gen.Double[10, 290]).List[1, 40].Sample(points =>
        {
            var frame = new PixelBox(0, 0, 600, 300);
            var wishes = points.Select((p, i) => new LabelWish(p.Item1, p.Item2, 5, [$"石景山{i}"])).ToList();
            var placed = LabelPlacement.Place(wishes, frame, 12);
            var boxes = wishes.Zip(placed).Where(p => p.Second is not null).Select(p => LabelPlacement.BoxOf(p.First, p.Second!, 12)).ToList();
            boxes.ShouldAllBe(b => b.Within(frame));
            boxes.ShouldAllBe(b => wishes.All(w => !b.Overlaps(PixelBox.Around(w.X, w.Y, w.Radius))));
            for (var i = 0; i < boxes.Count; i++) boxes.Skip(i + 1).ShouldAllBe(b => !b.Overlaps(boxes[i]));
        });

    [Fact]
    public void A_dot_with_room_around_is_always_labelled_in_full() =>
        LabelPlacement.Place([new(300, 150, 5, ["一.4 专兼职工作者队伍", "一.4"])], new(0, 0, 600, 300), 12).Single()!.Text.ShouldBe("一.4 专兼职工作者队伍");

    [Fact]
    public void Where_the_long_name_has_no_room_the_short_one_is_taken() =>
        LabelPlacement.Place([new(30, 150, 5, ["一.4 专兼职工作者队伍", "一.4"])], new(0, 130, 60, 170), 12).Single()!.Text.ShouldBe("一.4");

    [Fact]
    public void Ticks_are_round_and_the_limits_hold_every_value() =>
        Gen.Double[0, 100].List[1, 20].Sample(values =>
        {
            var (low, high, at) = Ticks.Around(values, 6, 0, 100, 1);
            low.ShouldBeLessThanOrEqualTo(values.Min() + 1e-9);
            high.ShouldBeGreaterThanOrEqualTo(values.Max() - 1e-9);
            high.ShouldBeGreaterThan(low);
            at.Count.ShouldBeInRange(2, 13);
            at.ShouldAllBe(t => t >= low - 1e-9 && t <= high + 1e-9);
        });

    [Fact]
    public void Equal_values_share_a_bin_and_higher_values_never_have_a_lower_one() =>
        Gen.Int[50, 60].Select(i => (decimal?)i).List[2, 30].Sample(values =>
        {
            var bins = Bins.Fifths(values);
            for (var i = 0; i < values.Count; i++)
            {
                for (var j = 0; j < values.Count; j++)
                {
                    if (values[i] == values[j]) bins[i].ShouldBe(bins[j]);
                    if (values[i] < values[j]) bins[i]!.Value.ShouldBeLessThanOrEqualTo(bins[j]!.Value);
                }
            }

            bins.ShouldAllBe(b => b >= 1 && b <= 5);
        });

    [Fact]
    public void Without_a_value_there_is_no_bin() => Bins.Fifths([1, null, 2]).ShouldBe([1, null, 5]);
}
