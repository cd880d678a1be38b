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
}
