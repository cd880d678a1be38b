using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class ImportancePerformanceTests
{
    [Fact]
    public void Lines_stand_at_the_means_and_a_point_on_a_line_is_heavy_or_strong()
    {
        var map = ImportancePerformance.Of([("F1", 6, 0.5), ("F2", 2, 0.7), ("F3", 4, 0.9), ("F4", 4, null)]).Required;

        map.MeanImportance.ShouldBe(4);
        map.MeanPerformance.ShouldBe(0.7, 1e-12);
        map.Excluded.ShouldBe(1);
        map.Points.Select(p => p.Quadrant).ShouldBe([Quadrant.Concentrate, Quadrant.PossibleOverkill, Quadrant.KeepUp]);
    }

    [Fact]
    public void No_rates_withhold_it() =>
        ImportancePerformance.Of([("F1", 6, null)]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);

    [Fact]
    public void The_order_of_indicators_and_a_scale_of_the_weights_change_no_quadrant() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 10]).Array[1, 12].Sample(items =>
        {
            var map = ImportancePerformance.Of([.. items.Select((x, i) => ($"I{i}", (double)x.Item1, (double?)(x.Item2 / 10.0)))]).Required;
            var other = ImportancePerformance.Of([.. items.Select((x, i) => ($"I{i}", 2.0 * x.Item1, (double?)(x.Item2 / 10.0))).Reverse()]).Required;

            other.Points.OrderBy(p => p.Indicator, StringComparer.Ordinal).Select(p => p.Quadrant)
                .ShouldBe(map.Points.OrderBy(p => p.Indicator, StringComparer.Ordinal).Select(p => p.Quadrant));
        });
}
